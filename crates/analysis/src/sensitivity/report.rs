//! Swings, indices and grids as documents.

use super::{Grid, GridQuestion, Side, Sobol, Swing};
use crate::uncertainty;
use voced_model::Quantity;
use voced_model::equations::MODEL_VERSION;
use voced_scenario::ResolvedScenario;
use voced_scenario::json::{Json, object};
use voced_scenario::schema::SCHEMA;

/// The document of a sensitivity analysis of a quantity in the year with index `t`: the result as it
/// stands, every swing, and the Sobol indices where they were asked for.
pub fn sensitivity_report(
    resolved: &ResolvedScenario,
    quantity: Quantity,
    t: usize,
    swings: &[Swing],
    sobol: Option<&Sobol>,
) -> Json {
    object([
        ("schema", SCHEMA.into()),
        ("model", MODEL_VERSION.into()),
        ("quantity", quantity.id().into()),
        ("year", (resolved.base_year() + t as i32).into()),
        ("value", resolved.project().value(quantity, t).into()),
        ("swings", Json::Array(swings.iter().map(Swing::to_json).collect())),
        ("sobol", sobol.map(|sobol| sobol_json(resolved, sobol)).into()),
    ])
}

fn sobol_json(resolved: &ResolvedScenario, sobol: &Sobol) -> Json {
    let index = |(input, (first, total)): (&crate::uncertainty::Uncertain, &(super::Index, super::Index))| {
        object([
            ("id", input.input.id().into()),
            ("first", first.value.into()),
            ("first_error", first.error.into()),
            ("total", total.value.into()),
            ("total_error", total.error.into()),
        ])
    };
    object([
        ("seed", f64::from(resolved.scenario.seed).into()),
        ("rows", (sobol.rows as f64).into()),
        ("runs", (sobol.runs as f64).into()),
        ("variance", sobol.variance.into()),
        ("indices", Json::Array(uncertainty::uncertain(resolved).iter().zip(&sobol.indices).map(index).collect())),
    ])
}

impl Swing {
    /// The swing as documents carry it.
    pub fn to_json(&self) -> Json {
        let Json::Object(mut fields) = self.input.to_json() else { return Json::Null };
        fields.push(("at_low".to_owned(), self.low.into()));
        fields.push(("at_high".to_owned(), self.high.into()));
        Json::Object(fields)
    }
}

impl Grid {
    /// The document: the question, the levels of both levers, and the quantity row by row, `null` where
    /// absent.
    pub fn report(&self, question: &GridQuestion) -> Json {
        let cell = |row: usize| move |column: usize| Json::from(self.value(column, row));
        let row = |row: usize| Json::Array((0..self.x.levels.len()).map(cell(row)).collect());
        object([
            ("schema", SCHEMA.into()),
            ("model", MODEL_VERSION.into()),
            ("quantity", question.quantity.id().into()),
            ("year", question.year.into()),
            ("value", self.present.into()),
            ("x", self.x.to_json()),
            ("y", self.y.to_json()),
            ("values", Json::Array((0..self.y.levels.len()).map(row).collect())),
        ])
    }
}

impl Side {
    fn to_json(&self) -> Json {
        object([
            ("id", self.input.id().into()),
            ("present", self.present.into()),
            ("levels", Json::Array(self.levels.iter().map(|level| Json::from(*level)).collect())),
        ])
    }
}
