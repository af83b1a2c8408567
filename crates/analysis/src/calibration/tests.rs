//! Fits against minima worked out by hand.

use super::*;
use crate::calibration;
use voced_scenario::error::Problem;

/// An area of which `entrants = graduates * progression * share`, with two observed numbers of entrants.
fn resolved(inputs: &str, observed: &str) -> ResolvedScenario {
    let text = r#"{"schema": 1, "horizon": 2025, "data": {"schema": 1, "id": "mine", "base_year": 2022,
        "base": {"inputs": {"junior_graduate_growth": 0, "vocational_share": 0.4, INPUTS}}, "observed": [OBSERVED]}}"#;
    let text = text.replace("INPUTS", inputs).replace("OBSERVED", observed);
    Scenario::parse(&text).and_then(|scenario| scenario.resolve()).expect("sound")
}

fn seen(quantity: &str, year: i32, value: f64, tolerance: f64) -> String {
    format!(
        r#"{{"quantity": "{quantity}", "year": {year}, "value": {value}, "scope_zh": "甲", "scope_en": "a",
        "confidence": "high", "tolerance": {tolerance}}}"#
    )
}

const GRADUATES: &str = r#""junior_graduates": {"value": 1000, "low": 800, "high": 1300}, "progression_rate": 1"#;

fn inputs(ids: &[&str]) -> Vec<InputId> {
    ids.iter().map(|id| InputId::find(id).expect("an input")).collect()
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-8 * expected.abs().max(1e-3), "{found} instead of {expected}");
}

#[test]
fn one_input_and_two_values_by_hand() {
    // With J = 1000 + 250 x the misses are (400 + 100 x - 420) / 8 and (400 + 100 x - 430) / 20.
    let observed = [seen("voc_entrants", 2023, 420.0, 8.0), seen("voc_entrants", 2024, 430.0, 20.0)].join(",");
    let resolved = resolved(GRADUATES, &observed);
    let found = calibration::calibrate(&resolved, &inputs(&["junior_graduates"])).expect("a fit");
    let (a, b, c, d) = (100.0 / 8.0, -20.0 / 8.0, 100.0 / 20.0, -30.0 / 20.0);
    let x = -(a * b + c * d) / (a * a + c * c + 1.0);
    let fitted = &found.inputs[0];
    near(fitted.moved, x);
    assert_eq!(fitted.half_range, 250.0);
    assert_eq!((fitted.least, fitted.most), (0.0, 50_000_000.0));
    near(fitted.after.constant().expect("a number"), 1000.0 + 250.0 * x);
    near(found.before, b * b + d * d);
    near(found.after, (a * x + b).powi(2) + (c * x + d).powi(2) + x * x);
    near(fitted.told, 1.0 - (a * a + c * c + 1.0).sqrt().recip());
    assert!(!fitted.at_bound && !fitted.is_untold());
    near(found.observed[0].before, -20.0);
    near(found.observed[0].after, 100.0 * x - 20.0);
    // Each value from a fit to the other one.
    near(found.observed[0].left_out.expect("an error"), -20.0 - 100.0 * c * d / (c * c + 1.0));
    near(found.observed[1].left_out.expect("an error"), -30.0 - 100.0 * a * b / (a * a + 1.0));

    // The fit is a scenario that gives what the calibration says, and keeps the range.
    let scenario = found.scenario(&resolved);
    let fitted = scenario.resolve().expect("sound");
    let rows = voced_scenario::observed_rows(&fitted, &fitted.project());
    near(rows[0].error.expect("an error"), found.observed[0].after);
    let range = scenario.ranges.get(&inputs(&["junior_graduates"])[0]).copied().expect("a range");
    assert_eq!((range.low, range.high), (Some(800.0), Some(1300.0)));
    assert!(Scenario::parse(&scenario.to_json().to_string()).is_ok());
}

#[test]
fn a_path_moves_by_one_factor_and_stops_at_its_bound() {
    let share = r#""junior_graduates": 1000, "progression_rate": {"points": {"2023": 0.9, "2024": 1.0}}"#;
    let resolved = resolved(share, &seen("voc_entrants", 2024, 900.0, 1.0));
    let found = calibration::calibrate(&resolved, &inputs(&["progression_rate"])).expect("a fit");
    let fitted = &found.inputs[0];
    assert!(fitted.at_bound);
    near(fitted.half_range, 0.2);
    near(fitted.most, 1.2);
    assert_eq!(fitted.after, PathValue::Points(vec![(2023, 0.9 * 1.2), (2024, 1.2)]));
    assert!(fitted.after.faults(fitted.input, "").is_empty());
}

#[test]
fn what_the_data_do_not_tell_stays_where_it_was() {
    let resolved = resolved(GRADUATES, &seen("voc_entrants", 2023, 420.0, 8.0));
    let found = calibration::calibrate(&resolved, &inputs(&["pay_growth", "junior_graduates"])).expect("a fit");
    let growth = &found.inputs[0];
    assert_eq!((growth.moved, growth.told), (0.0, 0.0));
    assert!(growth.is_untold() && !growth.at_bound);
    assert_eq!(growth.before, growth.after);
    assert!(!found.inputs[1].is_untold());
    assert_eq!(found.observed[0].left_out, Some(found.observed[0].before), "nothing else was seen");
}

#[test]
fn inputs_that_can_not_be_fitted_are_named() {
    let seen_once = seen("voc_entrants", 2023, 420.0, 8.0);
    let with_zeros = format!(r#"{GRADUATES}, "hires": {{"points": {{"2023": 0}}}}"#);
    let resolved = resolved(&with_zeros, &seen_once);
    let refused = |ids: &[&str]| -> Vec<(String, Problem)> {
        let faults = calibration::calibrate(&resolved, &inputs(ids)).expect_err("a fault");
        faults.into_iter().map(|fault| (fault.at, fault.problem)).collect()
    };
    let at = |place: usize| format!("inputs.{place}");
    assert_eq!(refused(&[]), [("inputs".to_owned(), Problem::NoInput)]);
    let found = refused(&["funding_rule", "pay_growth", "debt_clear_year", "pay_growth", "hires"]);
    let expected = [
        (at(0), Problem::Switch),
        (at(2), Problem::WholeOnly),
        (at(3), Problem::SameInput),
        (at(4), Problem::ZeroPath),
    ];
    assert_eq!(found, expected);
    let blind = self::resolved(GRADUATES, &seen("voc_entrants", 2015, 420.0, 8.0));
    let faults = calibration::calibrate(&blind, &inputs(&["junior_graduates"])).expect_err("a fault");
    assert_eq!(faults[0].problem, Problem::NothingObserved, "history is not modelled");
}

#[test]
fn curved_problems_reach_their_minimum_in_a_box() {
    // 100 (y - x²)² + 9 (2 - x)² + x² + y²: on the side x = 0.5 it is least where y = 25 / 101.
    let residuals: &mut fit::Residuals<'_> = &mut |x, out| {
        out.clear();
        out.extend([10.0 * (x[1] - x[0] * x[0]), 3.0 * (2.0 - x[0])]);
    };
    let found = fit::fit(residuals, &[-2.0, -1.0], &[0.5, 1.0]);
    assert_eq!((found.x[0], &found.at_bound[..]), (0.5, &[true, false][..]));
    near(found.x[1], 25.0 / 101.0);
    // Inside of a wider box both slopes vanish.
    let found = fit::fit(residuals, &[-2.0, -9.0], &[2.0, 9.0]);
    let (x, y) = (found.x[0], found.x[1]);
    let slopes = [-400.0 * x * (y - x * x) - 18.0 * (2.0 - x) + 2.0 * x, 200.0 * (y - x * x) + 2.0 * y];
    assert!(slopes.iter().all(|slope| slope.abs() < 1e-6), "{slopes:?}");
    assert_eq!(found.at_bound, [false, false]);
    assert!(found.after < found.before);
}

#[test]
fn what_is_worth_fitting_moves_what_was_observed_the_strongest_first() {
    let ranges = r#""junior_graduates": {"value": 1000, "low": 800, "high": 1300},
        "progression_rate": {"value": 0.9, "low": 0.89, "high": 0.91},
        "pay_growth": {"value": 0.05, "low": 0.02, "high": 0.08}"#;
    let resolved = resolved(ranges, &seen("voc_entrants", 2023, 420.0, 8.0));
    let found = calibration::worth_fitting(&resolved);
    assert_eq!(found, inputs(&["junior_graduates", "progression_rate"]), "pay moves no entrant");
    assert!(found.iter().all(|input| calibration::can_fit(&resolved, *input)));
    assert!(!calibration::can_fit(&resolved, inputs(&["funding_rule"])[0]), "a switch");
    // The one observed value is missed by 0.9 * 400 - 420 = -60, which is 7.5 tolerances.
    let fit = calibration::calibrate(&resolved, &found).expect("a fit");
    let [before, after] = fit.misses(&resolved.scenario.area().observed);
    near(before, 7.5);
    near(after, fit.observed[0].after.abs() / 8.0);
    assert!(after < 1.0, "{after}");
}

#[test]
fn where_nothing_has_a_range_general_values_of_an_own_area_are_proposed() {
    let text = r#"{ "schema": 1, "id": "own", "name_zh": "某县", "name_en": "A county", "base_year": 2023,
        "base": { "inputs": { "junior_graduates": 5210, "vocational_share": 0.38 } },
        "observed": [{ "quantity": "voc_entrants", "year": 2024, "value": 1300, "scope_zh": "全县", "scope_en": "all",
            "confidence": "high" }] }"#;
    let area = voced_scenario::Area::from_json(&voced_scenario::Json::parse(text).expect("JSON")).expect("sound");
    let place = voced_scenario::AreaRef::Own(std::sync::Arc::new(area));
    let resolved = Scenario::new(place, voced_scenario::Layer::Base).resolve().expect("sound");
    let proposed = worth_fitting(&resolved);
    let id = |id: &str| InputId::find(id).expect("known");
    assert!(proposed.contains(&id("in_scope_share")), "{proposed:?}");
    assert!(!proposed.contains(&id("junior_graduates")) && !proposed.contains(&id("vocational_share")), "{proposed:?}");
}
