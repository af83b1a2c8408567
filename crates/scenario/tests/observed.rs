//! Observed values: read with an area, carried with a scenario, and without effect on any projection.

use voced_model::Quantity;
use voced_model::inputs::{Confidence, SourceKind};
use voced_scenario::{Area, AreaRef, Layer, Scenario};

const OWN: &str = r#"{"schema": 1, "horizon": 2025, "data": {"schema": 1, "id": "mine", "name_zh": "某区",
  "name_en": "Mine", "base_year": 2022, "base": {"inputs": {"junior_graduates": 5000, "voc_grade_1_base": 800}},
  "observed": [
    {"quantity": "voc_enrolment", "year": 2023, "value": 1000, "scope_zh": "全区", "scope_en": "All", "confidence": "low"},
    {"quantity": "balance", "year": 2024, "value": 0, "scope_zh": "全区", "scope_en": "All", "confidence": "high",
     "tolerance": 5e5, "source": {"kind": "estimate", "note_zh": "判断", "note_en": "A judgement"}}]}}"#;

#[test]
fn own_observed_values_are_read_with_their_tolerance_and_travel_with_the_scenario() {
    let scenario = Scenario::parse(OWN).expect("sound");
    let observed = &scenario.area().observed;
    assert_eq!(observed.len(), 2);
    assert_eq!((observed[0].quantity, observed[0].year, observed[0].value), (Quantity::VocEnrolment, 2023, 1000.0));
    assert_eq!((observed[0].confidence, observed[0].own_tolerance), (Confidence::Low, None));
    assert_eq!(observed[0].tolerance(), 100.0);
    assert_eq!(observed[0].source.kind, SourceKind::Own);
    assert_eq!((observed[1].tolerance(), observed[1].source.note().en.as_str()), (5e5, "A judgement"));
    let again = Scenario::parse(&scenario.to_json().to_string()).expect("what was written opens again");
    assert_eq!(again.area().observed, *observed);
}

#[test]
fn tolerances_follow_confidence() {
    let laiwu = Area::shipped("laiwu").expect("an area").expect("sound");
    let [students, teachers] = &laiwu.observed[..] else { panic!("{:?}", laiwu.observed) };
    assert_eq!((students.value, students.tolerance()), (2241.0, 0.02 * 2241.0), "high confidence");
    assert_eq!((teachers.value, teachers.tolerance()), (231.0, 0.05 * 231.0), "medium confidence");
    assert_eq!(students.source.ids, ["REG-LW-VS"]);
    assert!(!students.scope.zh.is_empty() && !students.scope.en.is_empty());
}

#[test]
fn no_projection_depends_on_observed_values() {
    let without = OWN.replace(
        r#""quantity": "voc_enrolment", "year": 2023, "value": 1000"#,
        r#""quantity": "teachers", "year": 2024, "value": 7"#,
    );
    assert_ne!(without, OWN);
    let project = |text: &str| Scenario::parse(text).and_then(|scenario| scenario.resolve()).expect("sound").project();
    let (left, right) = (project(OWN), project(&without));
    for quantity in Quantity::ALL {
        for t in 0..left.years() {
            assert_eq!(left.value(*quantity, t), right.value(*quantity, t), "{quantity}");
        }
    }
    assert!(Scenario::new(AreaRef::shipped("laiwu").expect("an area"), Layer::Plan).resolve().is_ok());
}
