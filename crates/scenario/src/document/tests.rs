use super::*;
use crate::PathValue;
use crate::scenario::{AreaRef, Layer};
use voced_model::InputId;
use voced_model::equations::changes::{Change, Since};
use voced_model::text::{Lang, Words};

fn laiwu(layer: Layer) -> Scenario {
    Scenario::new(AreaRef::shipped("laiwu").expect("ships"), layer)
}

fn changed() -> Scenario {
    let mut scenario = laiwu(Layer::Plan);
    scenario.name = "甲".to_owned();
    scenario.inputs.insert(InputId::find("vocational_share").expect("known"), PathValue::Constant(0.4));
    scenario
}

fn full() -> Document {
    let dezhou = Scenario::new(AreaRef::shipped("dezhou").expect("ships"), Layer::Base);
    let comparison = vec![laiwu(Layer::Base), dezhou, laiwu(Layer::Plan)];
    Document { comparison, reference: 2, ..Document::of(changed()) }.with_snapshot()
}

fn faults(text: &str) -> Vec<String> {
    match Document::parse(text) {
        Err(faults) => faults.iter().map(|fault| fault.message(Lang::En)).collect(),
        Ok(document) => panic!("taken for sound: {document:?}"),
    }
}

#[test]
fn a_document_reads_back_to_itself() {
    for document in [full(), Document::of(changed()), Document::of(changed()).with_snapshot()] {
        assert_eq!(Document::parse(&document.to_json().to_string()), Ok(document));
    }
}

#[test]
fn the_schema_is_the_oldest_that_holds_all() {
    let alone = Document::of(changed());
    assert_eq!(alone.to_json(), changed().to_json(), "older programs read it");
    assert_eq!(alone.to_json().get("schema"), Some(&1.into()));
    assert_eq!(alone.with_snapshot().to_json().get("schema"), Some(&2.into()));
    let compared = Document { comparison: vec![laiwu(Layer::Base)], ..Document::of(changed()) };
    assert_eq!(compared.to_json().get("schema"), Some(&2.into()));
}

#[test]
fn a_scenario_is_read_from_either_schema() {
    assert_eq!(Scenario::parse(&full().to_json().to_string()), Ok(changed()));
    assert_eq!(Scenario::parse(r#"{"schema": 2, "region": "laiwu"}"#), Ok(laiwu(Layer::Plan)));
    let third = faults(r#"{"schema": 3, "region": 5, "beside": 7}"#);
    assert_eq!(third.len(), 1, "{third:?}");
    assert!(third[0].contains("version 3 was made by a newer program; this one reads up to version 2"), "{third:?}");
}

#[test]
fn the_first_schema_has_a_scenario_and_nothing_else() {
    let found = faults(r#"{"schema": 1, "region": "laiwu", "made": {"model": "1.0.0", "results": {}}}"#);
    assert!(found[0].starts_with("unknown key \"made\""), "{found:?}");
}

#[test]
fn all_faults_are_said_at_once_each_at_its_place() {
    let found = faults(
        r#"{"schema": 2, "region": "laiwu", "inputs": {"hires": -1},
            "made": {"model": 3, "results": {"voc_enrolmnt": 1, "teachers": 1e30, "balance": "x"}, "by": 1},
            "beside": [{"schema": 1, "region": "dezhou", "inputs": {"hires": -2}}, {"schema": 2, "region": "nowhere"}],
            "reference": 9, "other": 1}"#,
    );
    for (at, said) in [
        ("inputs.hires: ", "-1"),
        ("made.model: ", "expected text"),
        ("made.results.voc_enrolmnt: ", "voc_enrolment"),
        ("made.results.teachers: ", "out of range"),
        ("made.results.balance: ", "expected a number"),
        ("made: ", "unknown key \"by\""),
        ("beside.0.inputs.hires: ", "-2"),
        ("beside.1.schema: ", "newer"),
        ("reference: ", "allowed 0 to 3"),
        ("unknown key \"other\"", "beside"),
    ] {
        let there = found.iter().any(|fault| fault.starts_with(at) && fault.contains(said));
        assert!(there, "{at}{said} is not among {found:#?}");
    }
}

#[test]
fn no_more_stand_beside_than_a_page_shows_and_the_reference_is_one_of_them() {
    let one = r#"{"schema": 1, "region": "laiwu"}"#;
    let comparison = |count: usize, reference: usize| {
        let list = vec![one; count].join(",");
        format!(r#"{{"schema": 2, "region": "laiwu", "beside": [{list}], "reference": {reference}}}"#)
    };
    assert!(Document::parse(&comparison(MAX_COMPARED, MAX_COMPARED)).is_ok());
    assert!(faults(&comparison(MAX_COMPARED + 1, 0))[0].contains("4 entries are too many; allowed 3"));
    assert!(faults(&comparison(1, 2))[0].contains("2 is out of range; allowed 0 to 1"));
    assert!(faults(&comparison(0, 1))[0].contains("1 is out of range"));
}

#[test]
fn a_pin_holds_what_heads_the_page() {
    let snapshot = ResultSnapshot::now(&changed()).expect("sound");
    assert_eq!(snapshot.model, MODEL_VERSION);
    for quantity in SNAPSHOT_QUANTITIES {
        assert!(snapshot.results.get(&quantity).is_some_and(|value| value.is_finite()), "{quantity}");
    }
}

/// The document with one pinned result changed, made by `model`.
fn doctored(model: &str, factor: f64) -> Document {
    let mut document = full();
    if let Some(snapshot) = &mut document.snapshot {
        snapshot.model = model.to_owned();
        let value = *snapshot.results.get(&Quantity::VocEnrolment).expect("pinned");
        snapshot.results.insert(Quantity::VocEnrolment, value * factor);
    }
    document
}

const THREE: &[Change] = &[
    Change { version: "0.9.0", what: Words { zh: "首个版本。", en: "The first version." } },
    Change { version: "0.9.5", what: Words { zh: "甲。", en: "A." } },
    Change { version: "1.0.0", what: Words { zh: "乙。", en: "B." } },
];

#[test]
fn what_is_as_it_was_does_not_drift() {
    assert_eq!(full().drift(), None);
    assert_eq!(Document::of(changed()).drift(), None, "nothing is pinned");
    assert_eq!(doctored("0.9.0", 1.0).drift_in(THREE), None, "an older model with the same numbers");
    assert_eq!(doctored("1.0.0", 1.0 + 1e-9).drift(), None, "dust");
}

#[test]
fn what_differs_is_told_with_both_numbers_and_the_reasons() {
    let drift = doctored("0.9.0", 1.01).drift_in(THREE).expect("drift");
    let [Drifted { quantity, then, now }] = drift.results[..] else { panic!("one result: {drift:?}") };
    assert_eq!(quantity, Quantity::VocEnrolment);
    assert!((then / now.expect("a value") - 1.01).abs() < 1e-12);
    assert_eq!(drift.reasons(Lang::En), ["Model 0.9.5: A.", "Model 1.0.0: B."]);
    assert_eq!(drift.reasons(Lang::Zh), ["模型 0.9.5：甲。", "模型 1.0.0：乙。"]);
}

#[test]
fn no_reason_is_made_up() {
    let same = doctored(MODEL_VERSION, 1.01).drift().expect("drift");
    assert_eq!(same.since, Since::Present);
    assert!(same.reasons(Lang::En)[0].contains("data of the area may have been revised"));
    let unknown = doctored("7.0.0 <b>", 1.01).drift().expect("drift");
    assert_eq!(unknown.since, Since::Unknown);
    assert!(unknown.reasons(Lang::En)[0].contains("no record of"));
}
