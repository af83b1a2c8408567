//! A calibration as a document.

use super::{Calibration, FittedInput, FittedValue, fitted};
use voced_model::equations::MODEL_VERSION;
use voced_scenario::json::{Json, object};
use voced_scenario::schema::SCHEMA;
use voced_scenario::{Observed, ResolvedScenario};

impl Calibration {
    /// The document: sums of squares, the inputs before and after, the errors at every observed value, and the
    /// scenario that the fit gives.
    pub fn report(&self, resolved: &ResolvedScenario) -> Json {
        let of = |keep: fn(&FittedInput) -> bool| {
            let ids = self.inputs.iter().filter(|fitted| keep(fitted)).map(|fitted| fitted.input.id().into());
            Json::Array(ids.collect())
        };
        object([
            ("schema", SCHEMA.into()),
            ("model", MODEL_VERSION.into()),
            ("objective_before", self.before.into()),
            ("objective_after", self.after.into()),
            ("inputs", Json::Array(self.inputs.iter().map(FittedInput::to_json).collect())),
            ("at_bound", of(|fitted| fitted.at_bound)),
            ("untold", of(FittedInput::is_untold)),
            ("observed", Json::Array(fitted(resolved, self).map(|(value, seen)| value.to_json(seen)).collect())),
            ("scenario", self.scenario(resolved).to_json()),
        ])
    }
}

impl FittedInput {
    fn to_json(&self) -> Json {
        object([
            ("id", self.input.id().into()),
            ("before", self.before.to_json()),
            ("after", self.after.to_json()),
            ("moved", self.moved.into()),
            ("half_range", self.half_range.into()),
            ("least", self.least.into()),
            ("most", self.most.into()),
            ("told", self.told.into()),
        ])
    }
}

impl FittedValue {
    fn to_json(&self, seen: &Observed) -> Json {
        object([
            ("quantity", seen.quantity.id().into()),
            ("year", seen.year.into()),
            ("value", seen.value.into()),
            ("tolerance", seen.tolerance().into()),
            ("error_before", self.before.into()),
            ("error_after", self.after.into()),
            ("error_left_out", self.left_out.into()),
        ])
    }
}
