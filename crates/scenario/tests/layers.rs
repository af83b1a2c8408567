//! What a change to an item of the plan does in either layer.

use voced_model::Quantity;
use voced_scenario::{AreaRef, DeliverablePatch, Layer, ProjectPatch, Scenario};

fn laiwu(layer: Layer) -> Scenario {
    Scenario::new(AreaRef::shipped("laiwu").expect("ships"), layer)
}

#[test]
fn the_status_quo_builds_none_of_the_plans_projects_but_any_can_be_switched_on() {
    let idle = laiwu(Layer::Base).resolve().expect("sound");
    assert!(!idle.projects.is_empty() && idle.projects.iter().all(|project| !project.item.on));

    let mut scenario = laiwu(Layer::Base);
    scenario.projects.insert("lab_building".to_owned(), ProjectPatch { on: Some(true), ..Default::default() });
    let resolved = scenario.resolve().expect("sound");
    let last = resolved.model_inputs.years - 1;
    let area = |resolved: &voced_scenario::ResolvedScenario| {
        resolved.project().value(Quantity::BuildingArea, last).expect("a value")
    };
    assert_eq!(area(&resolved) - area(&idle), 16_000.0);
}

#[test]
fn a_change_to_the_plans_items_rests_in_the_status_quo_and_comes_back() {
    let mut scenario = laiwu(Layer::Plan);
    scenario.projects.insert("lab_building".to_owned(), ProjectPatch { area_m2: Some(20_000.0), ..Default::default() });
    let id = scenario.resolve().expect("sound").deliverables[0].id.clone();
    scenario.deliverables.insert(id, DeliverablePatch { unit_cost: Some(1e6), ..Default::default() });
    let planned = scenario.resolve().expect("sound").project();

    scenario.layer = Layer::Base;
    let resting = scenario.resolve().expect("sound").project();
    let untouched = laiwu(Layer::Base).resolve().expect("sound").project();
    for quantity in Quantity::ALL {
        for t in 0..untouched.years() {
            assert_eq!(resting.value(*quantity, t), untouched.value(*quantity, t), "{quantity} {t}");
        }
    }
    scenario.layer = Layer::Plan;
    let back = scenario.resolve().expect("sound").project();
    assert_eq!(back.series(Quantity::CostDeliverables)[1], planned.series(Quantity::CostDeliverables)[1]);
    assert!(back.series(Quantity::CostDeliverables)[1] > 0.0);
}
