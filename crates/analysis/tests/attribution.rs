//! What moved a result: nothing is left over, and what does nothing gets nothing.

#[path = "../../scenario/tests/scenarios/mod.rs"]
mod scenarios;

use proptest::prelude::*;
use scenarios::{Drawn, input, scenario};
use voced_analysis::attribution;
use voced_analysis::attribution::{Attribution, EXACT, Factor};
use voced_model::Quantity;
use voced_scenario::{AreaRef, Layer, LiteMap, PathValue, Problem, ResolvedScenario, Scenario};

fn resolved(area: &str, layer: Layer) -> ResolvedScenario {
    Scenario::new(AreaRef::shipped(area).expect("an area"), layer).resolve().expect("sound")
}

fn sum(found: &Attribution) -> f64 {
    found.bars.iter().map(|bar| bar.value).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bars_add_up_between_any_two_scenarios(
        Drawn(from) in scenario(),
        Drawn(to) in scenario(),
        quantity in prop::sample::select(Quantity::ALL.to_vec()),
        few in any::<bool>(),
    ) {
        let mut to = Scenario { area_ref: from.area_ref.clone(), horizon: from.horizon, ..to };
        // A plan's own projects differ from area to area.
        to.projects = to.projects.iter().filter(|(id, _)| id.starts_with("own_")).map(|(id, patch)| (id.clone(), patch.clone())).collect();
        if few {
            let mine: LiteMap<_, _> = to.inputs.iter().take(3).map(|(id, value)| (*id, value.clone())).collect();
            to = Scenario { layer: from.layer, inputs: from.inputs.clone(), ..to };
            mine.iter().for_each(|(id, value)| drop(to.inputs.insert(*id, value.clone())));
        }
        let (from, to) = (from.resolve().expect("sound"), to.resolve().expect("sound"));
        let t = from.model_inputs.years - 1;
        let year = from.base_year() + t as i32;
        let (first, last) = (from.project().value(quantity, t), to.project().value(quantity, t));
        match attribution::attribute(&from, &to, quantity, year, 3) {
            Ok(found) => {
                prop_assert_eq!((Some(found.from), Some(found.to)), (first, last));
                let difference = found.to - found.from;
                let scale = found.bars.iter().fold(difference.abs(), |scale, bar| scale.max(bar.value.abs()));
                prop_assert!((sum(&found) - difference).abs() <= 1e-15 * scale, "{} for {}", sum(&found), difference);
                prop_assert_eq!(found.orders == 0, found.bars.len() <= EXACT);
            }
            Err(problem) => {
                prop_assert_eq!(problem, Problem::NoValue);
            }
        }
        prop_assert_eq!(attribution::attribute(&from, &from, quantity, year, 3).map(|found| found.bars).unwrap_or_default(), vec![]);
    }
}

#[test]
fn a_product_is_divided_as_by_hand() {
    let from = resolved("laiwu", Layer::Plan);
    let mut changed = from.scenario.clone();
    changed.inputs.insert(input("junior_graduates"), PathValue::Constant(10_000.0));
    changed.inputs.insert(input("progression_rate"), PathValue::Constant(0.9));
    let to = changed.resolve().expect("sound");
    let found = attribution::attribute(&from, &to, Quantity::EntrantsTotal, 2020, 10).expect("an answer");
    // Graduates 8,800 to 10,000 and rate 0.97 to 0.9: each change at the mean of the other's ends.
    let expected = [(input("junior_graduates"), 1200.0 * 0.935), (input("progression_rate"), -0.07 * 9400.0)];
    assert_eq!(found.bars.len(), 2);
    for (bar, (input, value)) in found.bars.iter().zip(expected) {
        assert_eq!(bar.factor, Factor::Input(input));
        assert!((bar.value - value).abs() < 1e-9 && bar.error == 0.0, "{bar:?}");
    }
    assert_eq!((sum(&found), found.runs), (found.to - found.from, 2));
}

#[test]
fn from_the_status_quo_to_the_plan_everything_that_differs_has_its_bar() {
    for area in ["laiwu", "dezhou", "hengyang", "hangzhou", "linping"] {
        let (base, plan) = (resolved(area, Layer::Base), resolved(area, Layer::Plan));
        for quantity in [Quantity::BalanceCumulative, Quantity::Teachers, Quantity::VocEnrolment] {
            let year = plan.scenario.horizon;
            let found = attribution::attribute(&base, &plan, quantity, year, 100).expect("an answer");
            assert_eq!(sum(&found), found.to - found.from, "{area}, {quantity}");
            assert_eq!(
                found,
                attribution::attribute(&base, &plan, quantity, year, 100).expect("an answer"),
                "one seed, one answer"
            );
            if found.orders == 0 {
                assert_eq!(found.runs, (1 << found.bars.len()) - 2, "every subset but the ends is run once");
            }
            for bar in &found.bars {
                if quantity == Quantity::VocEnrolment && bar.factor.id().contains("surcharge") {
                    assert_eq!((bar.value, bar.error), (0.0, 0.0), "money moves no student");
                }
            }
        }
    }
}

#[test]
fn a_project_and_a_costed_deliverable_have_bars() {
    let from = resolved("laiwu", Layer::Plan);
    let mut text = from.scenario.to_json().to_string();
    text.truncate(text.len() - 1);
    text += r#","projects":{"integration_base":{"on":false},"own":{"area_m2":1000,"start":2021,"finish":2022}},
        "deliverables":{"own":{"kind":"annual","units_per_year":2,"from":2021,"to":2025,"unit_cost":100000},
        "free":{"kind":"annual","units_per_year":2,"from":2021,"to":2025}}}"#;
    let to = Scenario::parse(&text).and_then(|scenario| scenario.resolve()).expect("sound");
    let found = attribution::attribute(&from, &to, Quantity::BalanceCumulative, 2025, 10).expect("an answer");
    let mut ids: Vec<(&str, &str)> = found.bars.iter().map(|bar| (bar.factor.kind(), bar.factor.id())).collect();
    ids.sort_unstable();
    assert_eq!(ids, [("deliverable", "own"), ("project", "integration_base"), ("project", "own")]);
    assert_eq!(sum(&found), found.to - found.from);
}

#[test]
fn what_can_not_be_attributed_is_said() {
    let plan = resolved("laiwu", Layer::Plan);
    let other = resolved("dezhou", Layer::Plan);
    assert_eq!(attribution::attribute(&plan, &other, Quantity::Teachers, 2025, 10), Err(Problem::OtherArea));
    assert_eq!(attribution::attribute(&plan, &plan, Quantity::Balance, 2020, 10), Err(Problem::NoValue));
    assert!(matches!(
        attribution::attribute(&plan, &plan, Quantity::Balance, 2026, 10),
        Err(Problem::OutOfRange { .. })
    ));
}
