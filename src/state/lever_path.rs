//! What a slider does to an input over time.
//!
//! A slider holds one number, the level a path arrives at. Moving it keeps the way there: a ramp
//! keeps its years, single years keep theirs but for the last. What was observed in the base year
//! stays: a lever that was the same in all years changes from the next year on.

use voced_sim::inputs::{Role, Shape};
use voced_sim::{Curve, InputId, PathValue};

/// The level a value arrives at: what the slider shows.
pub fn level(value: &PathValue) -> f64 {
    match value {
        PathValue::Constant(level) => *level,
        PathValue::Ramp { end, .. } => *end,
        PathValue::Points(points) => points.last().map_or(f64::NAN, |(_, level)| *level),
    }
}

/// The value that arrives at `to` instead. `now` is the value so far; `observed` the area's level
/// in the base year.
pub fn with_level(input: InputId, now: &PathValue, observed: f64, base_year: i32, to: f64) -> PathValue {
    let spec = input.spec();
    match now {
        PathValue::Ramp { start, start_year, end_year, curve, .. } => {
            PathValue::Ramp { start: *start, end: to, start_year: *start_year, end_year: *end_year, curve: *curve }
        }
        PathValue::Points(points) if points.len() > 1 => {
            let mut points = points.clone();
            if let Some((_, last)) = points.last_mut() {
                *last = to;
            }
            PathValue::Points(points)
        }
        _ if spec.shape == Shape::Path && spec.role == Role::Lever => {
            PathValue::Ramp { start: observed, end: to, start_year: None, end_year: base_year + 1, curve: Curve::Step }
        }
        _ => PathValue::Constant(to),
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
        let value = with_level(share, &PathValue::Constant(0.3), 0.3, 2020, 0.4);
        assert_eq!(value.at(2020, 2020), 0.3);
        assert_eq!(value.at(2020, 2021), 0.4);
        assert_eq!(value.at(2020, 2025), 0.4);
        assert!(value.faults(share, "").is_empty());
    }

    #[test]
    fn a_ramp_keeps_its_years_and_single_years_all_but_the_last() {
        let share = input("vocational_share");
        let ramp = PathValue::Ramp { start: 0.3, end: 0.4, start_year: None, end_year: 2022, curve: Curve::Linear };
        let moved = with_level(share, &ramp, 0.3, 2020, 0.5);
        assert_eq!((level(&moved), moved.at(2020, 2021)), (0.5, 0.4));

        let hires = input("hires");
        let points = PathValue::Points(vec![(2021, 26.0), (2022, 26.0), (2023, 10.0)]);
        let moved = with_level(hires, &points, 7.0, 2020, 30.0);
        assert_eq!([2021, 2022, 2023, 2025].map(|year| moved.at(2020, year)), [26.0, 26.0, 30.0, 30.0]);
    }

    #[test]
    fn assumptions_and_single_numbers_stay_constant() {
        let growth = input("pay_growth");
        assert_eq!(with_level(growth, &PathValue::Constant(0.05), 0.05, 2020, 0.06), PathValue::Constant(0.06));
        let attrition = input("attrition_rate");
        assert_eq!(with_level(attrition, &PathValue::Constant(0.03), 0.03, 2020, 0.1), PathValue::Constant(0.1));
    }
}
