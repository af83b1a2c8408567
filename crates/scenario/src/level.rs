//! What it means to move an input to another level: what a slider does, and a search for an answer.

use crate::ResolvedScenario;
use crate::path::{Curve, PathValue};
use voced_model::InputId;
use voced_model::inputs::{Role, Shape};

impl PathValue {
    /// The value of `input` that arrives at `level` and keeps the way there: a ramp keeps its years,
    /// single years theirs but for the last. What was observed in the base year stays: a lever that was
    /// the same in all years changes from the next year on.
    pub fn moved(&self, input: InputId, observed: f64, base_year: i32, level: f64) -> PathValue {
        let spec = input.spec();
        let mut value = match self {
            PathValue::Ramp { .. } => self.clone(),
            PathValue::Points(points) if points.len() > 1 => self.clone(),
            _ if spec.shape == Shape::Path && spec.role == Role::Lever => {
                let end_year = base_year + 1;
                PathValue::Ramp { start: observed, end: level, start_year: None, end_year, curve: Curve::Step }
            }
            _ => PathValue::Constant(level),
        };
        value.arrive_at(level);
        value
    }

    /// Changes where the value arrives, and nothing else.
    pub fn arrive_at(&mut self, level: f64) {
        match self {
            PathValue::Constant(value) => *value = level,
            PathValue::Ramp { end, .. } => *end = level,
            PathValue::Points(points) => {
                if let Some((_, last)) = points.last_mut() {
                    *last = level;
                }
            }
        }
    }
}

impl ResolvedScenario {
    /// The value of an input in this scenario, moved to another level.
    pub fn moved(&self, input: InputId, level: f64) -> PathValue {
        let observed = self.model_inputs.inputs.at(input, 0);
        self.scenario.value(input).1.value.moved(input, observed, self.base_year(), level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(id: &str) -> InputId {
        InputId::find(id).expect("a known input")
    }

    #[test]
    fn a_constant_lever_changes_after_the_base_year() {
        let share = input("vocational_share");
        let value = PathValue::Constant(0.3).moved(share, 0.3, 2020, 0.4);
        assert_eq!(value.at(2020, 2020), 0.3);
        assert_eq!(value.at(2020, 2021), 0.4);
        assert_eq!(value.at(2020, 2025), 0.4);
        assert!(value.faults(share, "").is_empty());
    }

    #[test]
    fn a_ramp_keeps_its_years_and_single_years_all_but_the_last() {
        let share = input("vocational_share");
        let ramp = PathValue::Ramp { start: 0.3, end: 0.4, start_year: None, end_year: 2022, curve: Curve::Linear };
        let moved = ramp.moved(share, 0.3, 2020, 0.5);
        assert_eq!((moved.level(), moved.at(2020, 2021)), (Some(0.5), 0.4));

        let hires = input("hires");
        let points = PathValue::Points(vec![(2021, 26.0), (2022, 26.0), (2023, 10.0)]);
        let moved = points.moved(hires, 7.0, 2020, 30.0);
        assert_eq!([2021, 2022, 2023, 2025].map(|year| moved.at(2020, year)), [26.0, 26.0, 30.0, 30.0]);
    }

    #[test]
    fn assumptions_and_single_numbers_stay_constant() {
        let growth = input("pay_growth");
        assert_eq!(PathValue::Constant(0.05).moved(growth, 0.05, 2020, 0.06), PathValue::Constant(0.06));
        let attrition = input("attrition_rate");
        assert_eq!(PathValue::Constant(0.03).moved(attrition, 0.03, 2020, 0.1), PathValue::Constant(0.1));
    }
}
