//! The table of inputs, row by row.

use std::collections::BTreeSet;

use voced_model::equations::run;
use voced_model::inputs::{InputSpec, Shape, SourceKind};
use voced_model::{InputId, Projection, Quantity};
use voced_scenario::{Area, ResolvedScenario, Scenario, references};

fn specs() -> impl Iterator<Item = &'static InputSpec> {
    InputId::all().map(InputId::spec)
}

#[test]
fn bounds_defaults_and_steps_are_sound() {
    for InputSpec { id, default, min, max, step, .. } in specs() {
        assert!([default, min, max, step].iter().all(|number| number.is_finite()), "{id}: finite");
        assert!(min < max, "{id}: {min} to {max}");
        assert!((*min..=*max).contains(default), "{id}: default {default} in {min} to {max}");
        assert!(*step > 0.0 && *step <= max - min, "{id}: step {step}");
    }
}

#[test]
fn switches_take_zero_or_one_and_years_whole_numbers() {
    for spec in specs() {
        if spec.shape == Shape::Switch {
            assert_eq!((spec.min, spec.max, spec.step), (0.0, 1.0, 1.0), "{}", spec.id);
        }
        if spec.is_whole() {
            let numbers = [spec.default, spec.min, spec.max, spec.step];
            assert!(numbers.iter().all(|number| number.fract() == 0.0), "{}: whole numbers", spec.id);
        }
    }
}

#[test]
fn ids_are_unique_and_find_their_row() {
    let ids: BTreeSet<&str> = specs().map(|spec| spec.id).collect();
    assert_eq!(ids.len(), InputId::COUNT);
    for input in InputId::all() {
        assert_eq!(InputId::find(input.id()), Some(input));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        assert!(input.id().chars().all(plain), "{}: letters, digits and underscores", input.id());
    }
    assert_eq!(InputId::find("no_such_input"), None);
}

#[test]
fn names_and_meanings_are_there_in_both_languages() {
    let mut names = BTreeSet::new();
    for spec in specs() {
        let prose = spec.prose();
        for text in [spec.name.zh, spec.name.en, prose.meaning.zh, prose.meaning.en] {
            assert!(!text.trim().is_empty() && text == text.trim(), "{}", spec.id);
        }
        for text in [spec.name.zh, prose.meaning.zh] {
            assert!(text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}: {text} is Chinese", spec.id);
        }
        let note = prose.note;
        assert_eq!(note.zh.is_empty(), note.en.is_empty(), "{}: the note is in both languages or in none", spec.id);
        names.extend([spec.name.zh, spec.name.en]);
    }
    assert_eq!(names.len(), 2 * InputId::COUNT, "no two inputs share a name");
}

#[test]
fn sources_of_defaults_exist() {
    let mut known: BTreeSet<&str> = references::references().expect("sound").iter().map(|r| r.id.as_str()).collect();
    for area in Area::ids().filter_map(Area::shipped) {
        known.extend(area.expect("sound").statements().iter().map(|statement| statement.id.as_str()));
    }
    for spec in specs() {
        for id in spec.source.ids {
            assert!(known.contains(id), "{}: no source {id}", spec.id);
        }
        let must_cite = spec.source.kind == SourceKind::Reference;
        assert!(!must_cite || !spec.source.ids.is_empty(), "{}: a published figure names its source", spec.id);
    }
}

/// Settings in which, together, every input must move something: each rule on at least once.
const SETTINGS: &[&str] = &[
    r#"{"schema": 1, "region": "laiwu"}"#,
    r#"{"schema": 1, "region": "dezhou", "inputs": {"funding_rule": 1, "performance_pool_share": 0.1}}"#,
    r#"{"schema": 1, "region": "hangzhou", "inputs": {"quota_limit": 1, "hires": 500}}"#,
    r#"{"schema": 1, "region": "laiwu", "layer": "base", "inputs": {"general_freeze": 1, "vocational_share": 0.4,
        "junior_graduate_growth": 0.02}}"#,
    r#"{"schema": 1, "region": "linping", "inputs": {"seat_limit": 1, "vocational_share": 0.9}}"#,
    r#"{"schema": 1, "region": "hengyang", "inputs": {"debt_base": 1e8, "debt_clear_year": 2024, "intern_share": 0.5,
        "enterprise_investment": 1e7, "training_person_times": 50000, "tilt_share": 0.05, "education_spending": 1e9}}"#,
    r#"{"schema": 1, "region": "dezhou", "horizon": 2030, "inputs": {"refusal_share": 0.1, "quota_rule": 1,
        "approved_posts": 4300, "upper_grant_share": 0.2, "bond_share": 0.5, "bond_term": 3,
        "vocational_share": {"points": {"2020": 0.42, "2022": 0.5, "2024": 0.38}}},
        "projects": {"campus": {"name_zh": "新校区", "area_m2": 60000, "start": 2022, "finish": 2024, "on": true}}}"#,
];

fn settings() -> Vec<ResolvedScenario> {
    let read = |text: &&str| Scenario::parse(text).and_then(|scenario| scenario.resolve()).expect("a sound setting");
    SETTINGS.iter().map(read).collect()
}

/// The quantity that moves when the input takes another value, if any does.
fn moved(resolved: &ResolvedScenario, input: InputId) -> Option<Quantity> {
    let InputSpec { min, max, step, .. } = input.spec();
    let (mut case, before) = (resolved.model_inputs.clone(), resolved.project());
    let mut after = Projection::default();
    for candidate in [*min, *max, min + step] {
        case.inputs.slots_mut(input).fill(candidate);
        run(&case, &mut after);
        let differs = |quantity: &&Quantity| {
            (0..before.years()).any(|t| before.value(**quantity, t) != after.value(**quantity, t))
        };
        if let Some(quantity) = Quantity::ALL.iter().find(differs) {
            return Some(*quantity);
        }
    }
    None
}

#[test]
fn every_input_moves_a_result() {
    let settings = settings();
    for input in InputId::all() {
        let moves = settings.iter().find_map(|resolved| moved(resolved, input));
        assert!(moves.is_some(), "{} moves nothing in any setting", input.id());
    }
}

#[test]
fn every_quantity_is_moved_by_some_input() {
    let settings = settings();
    for quantity in Quantity::ALL {
        let moves = settings.iter().any(|resolved| {
            let before = resolved.project();
            let mut after = Projection::default();
            InputId::all().any(|input| {
                let mut case = resolved.model_inputs.clone();
                case.inputs.slots_mut(input).fill(input.spec().max);
                run(&case, &mut after);
                (0..before.years()).any(|t| before.value(*quantity, t) != after.value(*quantity, t))
            })
        });
        assert!(moves, "{quantity} stands still whatever is done");
    }
}
