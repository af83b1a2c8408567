//! What moved a number, in words.

#[path = "../../scenario/tests/scenarios/mod.rs"]
mod scenarios;

use std::fmt::Write;
use voced_analysis::attribution;

use proptest::prelude::*;
use scenarios::{Drawn, input, scenario};
use voced_analysis::attribution::{Account, Tells};
use voced_model::{Lang, Quantity};
use voced_scenario::{AreaRef, Layer, PathValue, ResolvedScenario, Scenario};

fn resolved(area: &str, layer: Layer) -> ResolvedScenario {
    Scenario::new(AreaRef::shipped(area).expect("an area"), layer).resolve().expect("sound")
}

/// The scenario with more in its file.
fn with(resolved: &ResolvedScenario, more: &str) -> ResolvedScenario {
    let mut text = resolved.scenario.to_json().to_string();
    text.truncate(text.len() - 1);
    Scenario::parse(&format!("{text},{more}}}")).and_then(|scenario| scenario.resolve()).expect("sound")
}

fn account(from: &ResolvedScenario, to: &ResolvedScenario, quantity: Quantity, year: i32, lang: Lang) -> Account {
    attribution::attribute(from, to, quantity, year, 200).expect("an answer").account(from, to, quantity, year, lang)
}

/// Both languages, under a heading.
fn told(heading: &str, from: &ResolvedScenario, to: &ResolvedScenario, quantity: Quantity, year: i32) -> String {
    let text = Lang::ALL.map(|lang| account(from, to, quantity, year, lang).text(lang));
    format!("## {heading}\n{}\n{}\n\n", text[0], text[1])
}

#[test]
fn from_the_status_quo_to_the_plan() {
    let mut text = String::new();
    for area in ["laiwu", "dezhou"] {
        let (base, plan) = (resolved(area, Layer::Base), resolved(area, Layer::Plan));
        for quantity in [
            Quantity::VocEnrolment,
            Quantity::Teachers,
            Quantity::StudentsPerTeacher,
            Quantity::DoubleQualifiedShare,
            Quantity::BuildingArea,
            Quantity::BalanceCumulative,
        ] {
            text += &told(&format!("{area}, {quantity}"), &base, &plan, quantity, plan.scenario.horizon);
        }
        let (quantity, year) = (Quantity::BalanceCumulative, 2025);
        let rough = attribution::attribute(&base, &plan, quantity, year, 2).expect("an answer");
        let rough = Lang::ALL.map(|lang| rough.account(&base, &plan, quantity, year, lang).text(lang));
        text += &format!("## {area}, four orders\n{}\n{}\n\n", rough[0], rough[1]);
        text += &told(&format!("{area}, back"), &plan, &base, Quantity::UsesTotal, plan.base_year() + 2);
    }
    insta::assert_snapshot!(text);
}

#[test]
fn few_differences_and_none() {
    let plan = resolved("laiwu", Layer::Plan);
    let change = |inputs: &[(&str, f64)]| {
        let mut scenario = plan.scenario.clone();
        inputs.iter().for_each(|(id, value)| drop(scenario.inputs.insert(input(id), PathValue::Constant(*value))));
        scenario.resolve().expect("sound")
    };
    let mut text = String::new();
    let mut tell = |heading: &str, to: &ResolvedScenario, quantity| text += &told(heading, &plan, to, quantity, 2025);
    tell("to itself", &plan, Quantity::Teachers);
    tell("one lever", &change(&[("hires", 20.0)]), Quantity::Teachers);
    tell("one lever that does not matter", &change(&[("hires", 20.0)]), Quantity::VocEnrolment);
    let both = change(&[("hires", 20.0), ("development_fund", 0.0)]);
    tell("one that does and one that does not", &both, Quantity::Teachers);
    let opposing = change(&[("junior_graduates", 8400.0), ("progression_rate", 0.98)]);
    tell("opposing", &opposing, Quantity::EntrantsTotal);
    let even = change(&[("junior_graduates", 17_600.0), ("progression_rate", 0.485)]);
    tell("evenly opposing", &even, Quantity::EntrantsTotal);
    tell("a switch", &change(&[("funding_rule", 1.0)]), Quantity::SourcesTotal);
    let items = with(
        &plan,
        r#""projects":{"lab_building":{"area_m2":12000},"integration_base":{"on":false},
            "own":{"name_zh":"实训楼","name_en":"Workshop","area_m2":3000,"start":2021,"finish":2023}},
        "deliverables":{"own":{"name_zh":"名师工作室","name_en":"Studios","kind":"annual","units_per_year":2,
            "from":2021,"to":2025,"unit_cost":100000}}"#,
    );
    tell("projects and deliverables", &items, Quantity::BalanceCumulative);
    let late = with(&plan, r#""projects":{"integration_base":{"start":2022,"finish":2024}}"#);
    text += &told("another time", &plan, &late, Quantity::BuildingArea, 2023);
    text += &told("the base year", &plan, &change(&[("junior_graduates", 8400.0)]), Quantity::EntrantsTotal, 2020);
    insta::assert_snapshot!(text);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_pair_is_told_in_whole_sentences(
        Drawn(from) in scenario(),
        Drawn(to) in scenario(),
        quantity in prop::sample::select(Quantity::ALL.to_vec()),
        later in 0..20_i32,
    ) {
        let mut to = Scenario { area_ref: from.area_ref.clone(), horizon: from.horizon, ..to };
        // A plan's own projects differ from area to area.
        to.projects = to.projects.iter().filter(|(id, _)| id.starts_with("own_")).map(|(id, patch)| (id.clone(), patch.clone())).collect();
        let (from, to) = (from.resolve().expect("sound"), to.resolve().expect("sound"));
        let year = (from.base_year() + later).min(from.scenario.horizon);
        let Ok(found) = attribution::attribute(&from, &to, quantity, year, 3) else { return Ok(()) };
        for lang in Lang::ALL {
            let account = found.account(&from, &to, quantity, year, lang);
            prop_assert_eq!(account.sentences[0].tells, Tells::Change);
            let mut said = String::new();
            for sentence in &account.sentences {
                write!(said, "{}", sentence.text).expect("room");
                prop_assert!(sentence.text.ends_with(lang.pick('。', '.')), "{}", sentence.text);
                prop_assert!(!["NaN", "inf", "（）", "()", "  ", "，，", "。。"].iter().any(|odd| sentence.text.contains(odd)), "{}", sentence.text);
            }
            for (cause, along) in account.causes.iter().map(|c| (c, true)).chain(account.against.iter().map(|c| (c, false))) {
                prop_assert!(said.contains(&cause.phrase) && said.contains(&cause.effect), "{said}");
                prop_assert!(found.bars.iter().any(|bar| bar.factor == cause.factor && bar.value == cause.value));
                let fell = account.causes.first().is_some_and(|first| first.value < 0.0);
                prop_assert_eq!((cause.value < 0.0) == fell, along, "{}", said);
            }
        }
    }
}
