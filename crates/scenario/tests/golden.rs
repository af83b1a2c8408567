//! The worked results are reproduced, every quantity in every year.

use voced_model::{InputId, Quantity};
use voced_scenario::{Json, Scenario};

const TOLERANCE: f64 = 1e-9;

/// What the worked results call less than nothing, or hold where there is nothing, is what rounding left of sums of
/// millions of yuan.
const ROUNDING: f64 = 1e-6;

/// The settings under which version 2 computes what version 1 did, and version 1's defaults where they changed.
const VERSION_1: [(&str, f64); 13] = [
    ("refusal_share", 0.0),
    ("marginal_capture_ratio", 1.0),
    ("short_course_share", 0.0),
    ("quota_rule", 0.0),
    ("contract_pay_ratio", 1.0),
    ("upper_grant_share", 0.0),
    ("bond_share", 0.0),
    ("gen_fixed_cost_share", 0.0),
    ("surcharge_additionality", 1.0),
    ("gen_exit_rate", 0.01),
    ("equipment_per_student_standard", 3000.0),
    ("education_spending_growth", 0.04),
    ("technical_share", 0.0),
];

/// Holds a scenario to worked results; a quantity that these do not know is not looked at.
fn check(scenario: &Scenario, golden: &Json, least: usize) {
    let resolved = scenario.resolve().expect("a sound scenario");
    let projection = resolved.project();

    let Some(Json::Array(years)) = golden.get("years") else { panic!("years") };
    let years: Vec<Json> = years.clone();
    assert_eq!(years, resolved.years().map(Json::from).collect::<Vec<_>>());

    let Some(Json::Object(quantities)) = golden.get("quantities") else { panic!("quantities") };
    assert!(quantities.len() >= least, "the worked results hold {least} quantities");
    for (id, values) in quantities {
        let quantity = Quantity::find(id).unwrap_or_else(|| panic!("no quantity {id}"));
        let Json::Array(values) = values else { panic!("{id} is no list") };
        assert_eq!(values.len(), projection.years(), "{id}");
        for (t, expected) in values.iter().enumerate() {
            match (expected, projection.value(quantity, t)) {
                (Json::Null, found) => assert_eq!(found, None, "{id}, year {t}"),
                (Json::Number(expected), Some(found)) => {
                    let scale = expected.abs().max(found.abs());
                    let near = (expected - found).abs() <= TOLERANCE * scale;
                    assert!(near || scale <= ROUNDING, "{id}, year {t}: {found} for {expected}");
                }
                (expected, found) => panic!("{id}, year {t}: {found:?} for {expected:?}"),
            }
        }
    }
}

fn worked(text: &str) {
    let golden = Json::parse(text).expect("a worked result is JSON");
    let scenario = Scenario::parse(&golden.get("scenario").expect("scenario").to_string()).expect("a sound scenario");
    check(&scenario, &golden, 92);
}

/// The area of version 1, as a scenario carries an own one, with that version's settings.
fn version_1(area: &str, golden: &str) {
    let golden = Json::parse(golden).expect("a worked result is JSON");
    let scenario = format!(r#"{{"schema": 1, "layer": "plan", "horizon": 2025, "data": {area}}}"#);
    let mut scenario = Scenario::parse(&scenario).unwrap_or_else(|faults| panic!("{faults:?}"));
    for (id, value) in VERSION_1 {
        let input = InputId::find(id).expect("an input");
        // What the area or its plan says itself stands: only defaults changed.
        if scenario.value(input).0 == voced_scenario::ValueOrigin::Default {
            scenario.inputs.insert(input, voced_scenario::PathValue::Constant(value));
        }
    }
    check(&scenario, &golden, 83);
}

#[test]
fn laiwu_with_its_plan() {
    worked(include_str!("golden/golden_laiwu_plan.json"));
}

#[test]
fn dezhou_with_its_plan() {
    worked(include_str!("golden/golden_dezhou_plan.json"));
}

#[test]
fn hangzhou_with_its_plan() {
    worked(include_str!("golden/golden_hangzhou_plan.json"));
}

#[test]
fn dezhou_with_every_mechanism_of_version_2() {
    worked(include_str!("golden/golden_dezhou_mechanisms.json"));
}

#[test]
fn laiwu_as_version_1_had_it() {
    version_1(include_str!("golden/version_1/laiwu.json"), include_str!("golden/version_1/golden_laiwu_plan.json"));
}

#[test]
fn dezhou_as_version_1_had_it() {
    version_1(include_str!("golden/version_1/dezhou.json"), include_str!("golden/version_1/golden_dezhou_plan.json"));
}
