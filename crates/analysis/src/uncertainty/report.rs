//! A sampling as a document.

use super::{Band, Draws, Histogram, PERCENTS, Paired, Uncertain, Weights};
use voced_model::Quantity;
use voced_model::equations::MODEL_VERSION;
use voced_scenario::ResolvedScenario;
use voced_scenario::json::{Json, object};
use voced_scenario::schema::SCHEMA;

impl Draws {
    /// The result document: what was drawn, the percentiles of every quantity that was kept, one value
    /// a year, `null` where absent, and the share of draws that met each target.
    ///
    /// `known` is the share of draws in which the quantity has a value, `judged` the share in which the
    /// target could be judged; `met` is a share of those. With `histograms` each quantity has those too. Draws
    /// that were held against observed values have a part `conditioned` besides.
    pub fn report(&self, resolved: &ResolvedScenario, histograms: bool) -> Json {
        let quantities = self.quantities.iter().map(|quantity| {
            let mut fields = band_fields(&self.bands(*quantity));
            if histograms {
                let years = (0..self.years).map(|t| self.histogram(*quantity, t).to_json());
                fields.push(("histograms".to_owned(), Json::Array(years.collect())));
            }
            (quantity.id().to_owned(), Json::Object(fields))
        });
        let count = self.count() as f64;
        let targets = resolved.scenario.area().targets.iter().zip(&self.chances).map(|(target, chance)| {
            object([
                ("id", target.id.as_str().into()),
                ("kind", if target.constraint { "constraint" } else { "target" }.into()),
                ("metric", target.metric.id().as_str().into()),
                ("op", target.op.id().into()),
                ("goal", target.value.into()),
                ("year", target.year.into()),
                ("met", chance.share().into()),
                ("judged", (f64::from(chance.judged) / count).into()),
            ])
        });
        let mut fields = vec![
            ("schema", SCHEMA.into()),
            ("model", MODEL_VERSION.into()),
            ("seed", f64::from(self.seed).into()),
            ("draws", count.into()),
            ("years", Json::Array(self.years().map(Json::from).collect())),
            ("inputs", Json::Array(self.inputs.iter().map(Uncertain::to_json).collect())),
            ("quantities", Json::Object(quantities.collect())),
            ("targets", Json::Array(targets.collect())),
        ];
        fields.extend(self.weights().map(|weights| ("conditioned", self.conditioned_json(resolved, &weights))));
        Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// Percentiles and chances by weight; `null` in their place where data and assumptions do not agree.
    fn conditioned_json(&self, resolved: &ResolvedScenario, weights: &Weights) -> Json {
        let agrees = weights.agree();
        let quantities = || {
            let told = |quantity: &Quantity| {
                let fields = band_fields(&self.conditioned_bands(*quantity, weights));
                (quantity.id().to_owned(), Json::Object(fields))
            };
            Json::Object(self.quantities.iter().map(told).collect())
        };
        let targets = || {
            let chances = self.conditioned_chances(weights);
            let told = resolved.scenario.area().targets.iter().zip(chances).map(|(target, chance)| {
                object([
                    ("id", target.id.as_str().into()),
                    ("met", chance.share().into()),
                    ("judged", chance.judged.into()),
                ])
            });
            Json::Array(told.collect())
        };
        object([
            ("effective", weights.effective().into()),
            ("agrees", Json::Bool(agrees)),
            ("quantities", agrees.then(quantities).into()),
            ("targets", agrees.then(targets).into()),
        ])
    }
}

impl Paired {
    /// The document of the scenario's own draws, with percentiles of the other one's (`against`) and of the
    /// differences (`differences`) beside those of each quantity.
    pub fn report(&self, resolved: &ResolvedScenario, histograms: bool) -> Json {
        let told = |draws: &Draws| {
            let bands = draws.quantities.iter();
            let bands = bands.map(|one| (one.id().to_owned(), Json::Object(band_fields(&draws.bands(*one)))));
            Json::Object(bands.collect())
        };
        let mut report = self.own.report(resolved, histograms);
        if let Json::Object(fields) = &mut report {
            let against = object([
                ("years", Json::Array(self.against.years().map(Json::from).collect())),
                ("quantities", told(&self.against)),
            ]);
            fields.push(("against".to_owned(), against));
            fields.push(("differences".to_owned(), told(&self.differences())));
        }
        report
    }
}

/// The percentiles of a quantity, a list of years each, and the share of draws in which it is known.
fn band_fields(bands: &[Band]) -> Vec<(String, Json)> {
    let mut fields: Vec<(String, Json)> = PERCENTS
        .iter()
        .enumerate()
        .map(|(place, percent)| {
            let levels = bands.iter().map(|band| band.levels.map(|levels| levels[place]).into());
            (format!("p{percent}"), Json::Array(levels.collect()))
        })
        .collect();
    let known = bands.iter().map(|band| band.known_share.into()).collect();
    fields.push(("known".to_owned(), Json::Array(known)));
    fields
}

impl Uncertain {
    /// The input and its range as documents carry it.
    pub fn to_json(&self) -> Json {
        object([
            ("id", self.input.id().into()),
            ("low", self.low.into()),
            ("value", self.value.into()),
            ("high", self.high.into()),
            ("from", self.level.id().into()),
        ])
    }
}

impl Histogram {
    /// The histogram as documents carry it.
    pub fn to_json(&self) -> Json {
        object([
            ("edges", Json::Array(self.edges.iter().map(|edge| Json::from(*edge)).collect())),
            ("counts", Json::Array(self.counts.iter().map(|count| Json::from(f64::from(*count))).collect())),
            ("absent", f64::from(self.absent).into()),
        ])
    }
}
