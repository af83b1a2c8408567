//! A scenario's changes carried over to another area.

use std::sync::Arc;

use voced_model::text::Text;
use voced_model::{InputId, Lang};
use voced_scenario::path::Curve;
use voced_scenario::{
    Area, AreaEdit, AreaRef, Changes, Layer, PathValue, Scenario, Sourced, TransferNote, Transferred,
};

fn input(id: &str) -> InputId {
    InputId::find(id).expect("known")
}

fn shipped(id: &str) -> AreaRef {
    AreaRef::shipped(id).expect("ships")
}

/// Laiwu, whose base year is 2020, without its plan, with some changes.
fn scenario(changes: &[(&str, PathValue)]) -> Scenario {
    let mut scenario = Scenario::new(shipped("laiwu"), Layer::Base);
    for (id, value) in changes {
        scenario.inputs.insert(input(id), value.clone());
    }
    scenario
}

/// An area of its own with a base year and some values.
fn area(base_year: i32, values: &[(&str, f64)]) -> AreaRef {
    let text = Text { zh: "某县".to_owned(), en: "A county".to_owned() };
    let mut area = Area::find_shipped("laiwu").expect("ships").copy("county", text);
    area = area.edited(AreaEdit::BaseYear(Sourced::own(base_year))).expect("sound");
    for (id, value) in values {
        let edit = AreaEdit::Value(Layer::Base, input(id), Some(Sourced::own(PathValue::Constant(*value))));
        area = area.edited(edit).expect("sound");
    }
    AreaRef::Own(Arc::new(area))
}

fn ramp(start: f64, end: f64, end_year: i32) -> PathValue {
    PathValue::Ramp { start, end, start_year: None, end_year, curve: Curve::Linear }
}

/// The values of an input over the years.
fn values(carried: &Transferred, id: &str) -> Vec<f64> {
    let resolved = carried.scenario.resolve().expect("sound");
    (0..resolved.model_inputs.years).map(|t| resolved.model_inputs.inputs.at(input(id), t)).collect()
}

fn near(values: &[f64], wanted: &[f64]) {
    assert_eq!(values.len(), wanted.len(), "{values:?}");
    for (value, wanted) in values.iter().zip(wanted) {
        assert!((value - wanted).abs() < 1e-12, "{values:?}");
    }
}

#[test]
fn over_its_own_area_a_scenario_is_itself() {
    let scenario =
        scenario(&[("vocational_share", ramp(0.3, 0.4, 2022)), ("voc_grade_1_base", PathValue::Constant(9.0))]);
    for changes in Changes::ALL {
        let carried = scenario.over(scenario.area_ref.clone(), changes);
        assert_eq!(carried, Transferred { scenario: scenario.clone(), notes: Vec::new() });
    }
}

#[test]
fn a_level_is_reached_from_each_areas_own_value() {
    let scenario = scenario(&[("vocational_share", ramp(0.3, 0.4, 2022))]);
    let carried = scenario.over(area(2020, &[("vocational_share", 0.5)]), Changes::Absolute);
    near(&values(&carried, "vocational_share"), &[0.5, 0.45, 0.4, 0.4, 0.4, 0.4]);
    assert!(carried.notes.is_empty());
    // Its base year is where the scenario has arrived already: what was observed stays.
    let carried = scenario.over(area(2023, &[("vocational_share", 0.5)]), Changes::Absolute);
    near(&values(&carried, "vocational_share"), &[0.5, 0.4, 0.4]);
    // Its base year lies before: until the scenario begins it keeps its own.
    let carried = scenario.over(area(2018, &[("vocational_share", 0.5)]), Changes::Absolute);
    near(&values(&carried, "vocational_share"), &[0.5, 0.5, 0.5, 0.45, 0.4, 0.4, 0.4, 0.4]);
}

#[test]
fn single_years_keep_their_values_after_what_was_observed() {
    let points = PathValue::Points(vec![(2020, 7.0), (2021, 26.0), (2023, 10.0)]);
    let scenario = scenario(&[("hires", points)]);
    let carried = scenario.over(area(2020, &[("hires", 3.0)]), Changes::Absolute);
    near(&values(&carried, "hires"), &[3.0, 26.0, 18.0, 10.0, 10.0, 10.0]);
    let carried = scenario.over(area(2022, &[("hires", 3.0)]), Changes::Absolute);
    near(&values(&carried, "hires"), &[3.0, 10.0, 10.0, 10.0]);
    let carried = scenario.over(area(2018, &[("hires", 3.0)]), Changes::Absolute);
    near(&values(&carried, "hires"), &[3.0, 3.0, 3.0, 26.0, 18.0, 10.0, 10.0, 10.0]);
    let carried = scenario.over(area(2024, &[("hires", 3.0)]), Changes::Absolute);
    near(&values(&carried, "hires"), &[3.0, 10.0]);
}

#[test]
fn shares_change_by_points_and_amounts_by_factor() {
    let own = Area::find_shipped("laiwu").expect("ships");
    let level = |id: &str| own.value(input(id), Layer::Base).1.value.at(2020, 2020);
    let (share, posts) = (level("vocational_share"), level("approved_posts"));
    let scenario = scenario(&[
        ("vocational_share", ramp(share, share + 0.1, 2022)),
        ("approved_posts", ramp(posts, posts * 1.5, 2021)),
    ]);
    let other = area(2020, &[("vocational_share", 0.5), ("approved_posts", 400.0)]);
    let carried = scenario.over(other, Changes::Relative);
    near(&values(&carried, "vocational_share"), &[0.5, 0.55, 0.6, 0.6, 0.6, 0.6]);
    near(&values(&carried, "approved_posts"), &[400.0, 600.0, 600.0, 600.0, 600.0, 600.0]);
    assert!(carried.notes.is_empty());
}

#[test]
fn what_goes_beyond_its_bounds_stops_there_and_is_said() {
    let share = input("vocational_share");
    let scenario = scenario(&[("vocational_share", PathValue::Constant(0.9))]);
    let carried = scenario.over(area(2020, &[("vocational_share", 0.7)]), Changes::Relative);
    assert_eq!(carried.notes, [TransferNote::Held(share)]);
    assert_eq!(values(&carried, "vocational_share")[1..], [share.spec().max; 5]);
    assert_eq!(carried.notes[0].text(Lang::En), "“Vocational share of intake” stops at the bound of what is allowed");
}

#[test]
fn there_is_no_factor_from_nothing() {
    let none = scenario(&[("development_fund", PathValue::Constant(0.0))]);
    let area_of_none = none.over(area(2020, &[]), Changes::Absolute);
    assert!(area_of_none.scenario.inputs.get(&input("development_fund")).is_some());
    let mut from = scenario(&[("development_fund", ramp(0.0, 1e6, 2021))]);
    from.area_ref = area(2020, &[("development_fund", 0.0)]);
    let carried = from.over(shipped_with("development_fund", 5e5), Changes::Relative);
    assert_eq!(carried.notes, [TransferNote::Added(input("development_fund"))]);
    near(&values(&carried, "development_fund"), &[5e5, 1.5e6, 1.5e6, 1.5e6, 1.5e6, 1.5e6]);
}

/// Another area with one value.
fn shipped_with(id: &str, value: f64) -> AreaRef {
    let AreaRef::Own(own) = area(2020, &[(id, value)]) else { unreachable!("an own area") };
    AreaRef::Own(Arc::new(own.with_id("another")))
}

#[test]
fn what_belongs_to_the_areas_own_stays_there_and_is_said() {
    let text = r#"{ "schema": 1, "region": "laiwu", "layer": "base", "inputs": { "voc_grade_1_base": 900 },
        "projects": { "hall": { "name_zh": "实训楼", "name_en": "Hall", "area_m2": 5000, "start": 2021, "finish": 2022 } } }"#;
    let scenario = Scenario::parse(text).expect("sound");
    for changes in Changes::ALL {
        let carried = scenario.over(shipped("dezhou"), changes);
        assert!(carried.scenario.is_untouched());
        let said: Vec<String> = carried.notes.iter().map(|note| note.text(Lang::En)).collect();
        assert_eq!(
            said,
            [
                "“Vocational grade 1 in the base year” is an observed value of the scenario's own area and is not carried over",
                "project “hall” belongs to the scenario's own area and is not carried over",
            ]
        );
        assert!(carried.notes.iter().all(|note| !note.text(Lang::Zh).is_ascii()));
    }
}
