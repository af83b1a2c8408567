//! The result of a projection as documents: the JSON of result files, and a table for spreadsheets.

use voced_model::Quantity;
use voced_model::equations::{MODEL_VERSION, Projection};
use voced_scenario::ResolvedScenario;
use voced_scenario::json::{Json, object};
use voced_scenario::schema::SCHEMA;
use voced_scenario::targets::{Status, Target, Verdict};

/// A table of text cells, ready for a spreadsheet.
#[derive(Clone, Debug, PartialEq)]
pub struct TextTable {
    /// The column headings.
    pub head: Vec<String>,
    /// The rows, each as long as the head. Absent values are empty cells.
    pub rows: Vec<Vec<String>>,
}

/// The result document: years, every quantity, every target judged, warnings.
///
/// Quantities stand in the order of [`Quantity::ALL`], one value a year, `null` where absent.
/// Numbers keep every digit: reading them again gives the same numbers.
pub fn report(resolved: &ResolvedScenario, projection: &Projection<f64>) -> Json {
    let quantities = Quantity::ALL.iter().map(|quantity| {
        let values = (0..projection.years()).map(|t| projection.value(*quantity, t).into());
        (quantity.id().to_owned(), Json::Array(values.collect()))
    });
    let targets = resolved.verdicts(projection).into_iter().map(|(target, verdict)| judged(target, &verdict));
    let warnings = crate::warnings::warnings(resolved, projection).into_iter().map(|warning| warning.to_json());
    object([
        ("schema", SCHEMA.into()),
        ("model", MODEL_VERSION.into()),
        ("years", Json::Array(resolved.years().map(Json::from).collect())),
        ("quantities", Json::Object(quantities.collect())),
        ("targets", Json::Array(targets.collect())),
        ("warnings", Json::Array(warnings.collect())),
    ])
}

/// One row a quantity: id, both names, unit, then a column a year.
pub fn sheet(resolved: &ResolvedScenario, projection: &Projection<f64>) -> TextTable {
    let head = ["id", "name_zh", "name_en", "unit"].map(str::to_owned);
    let head = head.into_iter().chain(resolved.years().map(|year| year.to_string())).collect();
    let row = |quantity: &Quantity| {
        let spec = quantity.spec();
        let names = [spec.id, spec.name.zh, spec.name.en, spec.unit.id()].map(str::to_owned);
        let cell = |t| projection.value(*quantity, t).map_or_else(String::new, |value| value.to_string());
        names.into_iter().chain((0..projection.years()).map(cell)).collect()
    };
    TextTable { head, rows: Quantity::ALL.iter().map(row).collect() }
}

/// One target with its judgement. `year` is the year it was judged in.
fn judged(target: &Target, verdict: &Verdict) -> Json {
    let (shortfall, first_met) = match verdict.status {
        Status::Missed { shortfall, first_met } => (Some(shortfall), first_met),
        _ => (None, None),
    };
    let mut fields = vec![
        ("id", target.id.as_str().into()),
        ("kind", if target.constraint { "constraint" } else { "target" }.into()),
        ("metric", target.metric.id().as_str().into()),
        ("op", target.op.id().into()),
        ("goal", target.value.into()),
        ("year", verdict.year.into()),
        ("status", verdict.status.id().into()),
        ("value", verdict.value.into()),
        ("shortfall", shortfall.into()),
        ("first_met", first_met.into()),
    ];
    if target.constraint {
        fields.push(("fails", Json::Array(verdict.fails.iter().copied().map(Json::from).collect())));
    }
    Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
