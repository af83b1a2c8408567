//! The worked results are reproduced, every quantity in every year.

use voced_model::Quantity;
use voced_scenario::{Json, Scenario};

const TOLERANCE: f64 = 1e-9;

fn check(text: &str) {
    let golden = Json::parse(text).expect("a worked result is JSON");
    let scenario = Scenario::parse(&golden.get("scenario").expect("scenario").to_string()).expect("a sound scenario");
    let resolved = scenario.resolve().expect("a sound scenario");
    let projection = resolved.project();

    let Some(Json::Array(years)) = golden.get("years") else { panic!("years") };
    let years: Vec<Json> = years.clone();
    assert_eq!(years, resolved.years().map(Json::from).collect::<Vec<_>>());

    let Some(Json::Object(quantities)) = golden.get("quantities") else { panic!("quantities") };
    assert!(quantities.len() >= 83, "the worked results hold 83 quantities");
    for (id, values) in quantities {
        let quantity = Quantity::find(id).unwrap_or_else(|| panic!("no quantity {id}"));
        let Json::Array(values) = values else { panic!("{id} is no list") };
        assert_eq!(values.len(), projection.years(), "{id}");
        for (t, expected) in values.iter().enumerate() {
            match (expected, projection.value(quantity, t)) {
                (Json::Null, found) => assert_eq!(found, None, "{id}, year {t}"),
                (Json::Number(expected), Some(found)) => {
                    let scale = expected.abs().max(found.abs());
                    assert!((expected - found).abs() <= TOLERANCE * scale, "{id}, year {t}: {found} for {expected}");
                }
                (expected, found) => panic!("{id}, year {t}: {found:?} for {expected:?}"),
            }
        }
    }
}

#[test]
fn laiwu_with_its_plan() {
    check(include_str!("golden/golden_laiwu_plan.json"));
}

#[test]
fn dezhou_with_its_plan() {
    check(include_str!("golden/golden_dezhou_plan.json"));
}
