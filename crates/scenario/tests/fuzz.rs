//! Whatever is thrown at the reader, it answers: a scenario that runs, or faults in plain words.

mod scenarios;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;
use scenarios::{Drawn, scenario};
use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{Area, Json, Scenario, observed_rows};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Reads the text, and uses all that comes of it.
fn swallow(text: &str) -> TestCaseResult {
    match Scenario::parse(text) {
        Err(faults) => {
            prop_assert!(!faults.is_empty(), "refused without a word");
            for fault in faults {
                for lang in Lang::ALL {
                    let message = fault.message(lang);
                    prop_assert!(!message.is_empty() && !message.chars().any(char::is_control), "{message:?}");
                }
            }
        }
        Ok(scenario) => {
            let resolved = scenario.resolve();
            prop_assert!(resolved.is_ok(), "read as sound, yet: {:?}", resolved.err());
            if let Ok(resolved) = resolved {
                let projection = resolved.project();
                prop_assert_eq!(projection.years(), resolved.years().len());
                resolved.verdicts(&projection);
                prop_assert_eq!(observed_rows(&resolved, &projection).len(), resolved.scenario.area().observed.len());
            }
            prop_assert_eq!(Scenario::parse(&scenario.to_json().to_string()), Ok(scenario));
        }
    }
    Ok(())
}

/// Every key and id that means something somewhere in a file.
fn words() -> Vec<String> {
    let keys = "schema region layer horizon name seed inputs projects deliverables data plan base targets id name_zh name_en \
        short_zh short_en base_year value low high source kind ids note_zh note_en confidence start end start_year \
        end_year shape points area_m2 finish cost_per_m2 on target by units_per_year from to unit_cost metric op year \
        label_zh label_en quote_zh constraint linear smooth step stock annual own estimate high 2019 2020 2021 2022 \
        observed quantity scope_zh scope_en tolerance medium \
        lab_building integration_base new_programmes deliverable:new_programmes >= <= = about 1 0";
    let ids = InputId::all().map(InputId::id).chain(Quantity::ALL.iter().map(|quantity| quantity.id()));
    keys.split_whitespace().chain(ids).chain(Area::ids()).map(str::to_owned).collect()
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![3 => select(words()), 1 => "\\PC{0,12}", 1 => any::<String>()]
}

fn any_number() -> impl Strategy<Value = f64> {
    let telling = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 2020.0, 2025.0, 2040.0, 1e15, 1e16, 1e300, -1e300, 5e-324, 1e-9];
    prop_oneof![
        select(telling.to_vec()),
        -2.0..2.0_f64,
        1900.0..2300.0_f64,
        (1900..2300_i32).prop_map(f64::from),
        -1e9..1e9_f64
    ]
}

/// Any JSON tree, with real keys and ids more often than not.
fn tree() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any_number().prop_map(Json::Number),
        word().prop_map(Json::String),
    ];
    leaf.prop_recursive(6, 60, 8, |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..5).prop_map(Json::Array),
            4 => vec((word(), inner), 0..8).prop_map(Json::Object),
        ]
    })
}

/// The tree with `new` in the place that `at` picks among all its values.
fn replaced(mut json: Json, at: Index, new: &Json) -> Json {
    let mut position = at.index(size(&json));
    replace(&mut json, &mut position, new);
    json
}

fn replace(json: &mut Json, at: &mut usize, new: &Json) {
    if *at == 0 {
        *json = new.clone();
    }
    *at = at.wrapping_sub(1);
    match json {
        Json::Array(items) => items.iter_mut().for_each(|item| replace(item, at, new)),
        Json::Object(fields) => fields.iter_mut().for_each(|(_, value)| replace(value, at, new)),
        _ => {}
    }
}

fn size(json: &Json) -> usize {
    1 + match json {
        Json::Array(items) => items.iter().map(size).sum(),
        Json::Object(fields) => fields.iter().map(|(_, value)| size(value)).sum(),
        _ => 0,
    }
}

/// A valid file with every key in it, to be broken.
const FULL: &str = include_str!("full_scenario.json");

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn any_text(text in any::<String>()) {
        swallow(&text)?;
    }

    #[test]
    fn any_tree(json in tree()) {
        swallow(&json.to_string())?;
    }

    #[test]
    fn any_tree_in_a_valid_place(json in tree(), at in any::<Index>(), second in tree(), also in any::<Index>()) {
        let file = replaced(Json::parse(FULL).expect("JSON"), at, &json);
        swallow(&file.to_string())?;
        swallow(&replaced(file, also, &second).to_string())?;
    }

    #[test]
    fn a_number_anywhere(number in any_number(), at in any::<Index>()) {
        swallow(&replaced(Json::parse(FULL).expect("JSON"), at, &Json::Number(number)).to_string())?;
    }

    #[test]
    fn a_valid_text_with_slips(edits in vec((any::<Index>(), prop_oneof![Just(None), any::<char>().prop_map(Some)]), 1..6)) {
        let mut text: Vec<char> = FULL.chars().collect();
        for (at, slip) in edits {
            let at = at.index(text.len());
            match slip {
                None => drop(text.remove(at)),
                Some(character) => text[at] = character,
            }
        }
        swallow(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn a_valid_text_cut_short(Drawn(scenario) in scenario(), at in any::<Index>()) {
        let text: Vec<char> = scenario.to_json().to_string().chars().collect();
        swallow(&text[..at.index(text.len())].iter().collect::<String>())?;
    }
}

#[test]
fn the_full_scenario_is_valid() {
    assert_eq!(Scenario::parse(FULL).map(|_| ()), Ok(()));
}
