use super::*;
use voced_sim::{PathValue, Range};

fn app() -> App {
    let scenario = Scenario::new(Place::shipped("laiwu").expect("ships"), Layer::Plan);
    let world = Rc::new(scenario.resolve().expect("sound"));
    App::new(Opening { world, before: None, settings: Settings::new(Lang::Zh), notices: Vec::new() })
}

fn hires() -> InputId {
    InputId::find("hires").expect("known")
}

fn set(value: f64, gesture: Gesture) -> Action {
    Action::SetInput(hires(), PathValue::Constant(value), gesture)
}

#[test]
fn a_drag_is_one_step_and_every_event_of_it_counts_at_once() {
    let mut state = app();
    for value in [1.0, 2.0, 3.0] {
        state = state.apply(set(value, Gesture::Moving));
        assert_eq!(state.world.case.inputs.staffing.hires[1], value);
    }
    state = state.apply(Action::EndGesture);
    state = state.apply(set(9.0, Gesture::Moving));
    state = state.apply(Action::Undo);
    assert_eq!(state.world.case.inputs.staffing.hires[1], 3.0);
    state = state.apply(Action::Undo);
    assert!(state.scenario().is_untouched() && !state.history.can_undo());
    state = state.apply(Action::Redo);
    assert_eq!(state.world.case.inputs.staffing.hires[1], 3.0);
}

#[test]
fn two_interleaved_drags_are_two_steps_each_time_they_change_hands() {
    let pay = InputId::find("teacher_pay").expect("known");
    let mut state = app();
    for i in 0..20 {
        let value = f64::from(i);
        state = state.apply(set(value, Gesture::Moving));
        state = state.apply(Action::SetInput(pay, PathValue::Constant(90_000.0 + value), Gesture::Moving));
    }
    assert_eq!(state.world.case.inputs.staffing.hires[1], 19.0);
    assert_eq!(state.world.case.inputs.pay.teacher_pay, 90_019.0);
}

#[test]
fn a_value_out_of_range_is_said_and_changes_nothing() {
    let before = app();
    let after = before.clone().apply(set(-5.0, Gesture::Done));
    assert_eq!(after.scenario(), before.scenario());
    assert_eq!(after.notices.len(), 1);
    assert!(after.notices[0].faults[0].message(Lang::Zh).contains("每年招聘教师"));
    let after = after.apply(Action::Dismiss(0));
    assert!(after.notices.is_empty());
}

#[test]
fn another_area_keeps_the_layer_and_can_be_undone() {
    let state = app().apply(set(12.0, Gesture::Done));
    let dezhou = Place::shipped("dezhou").expect("ships");
    let state = state.apply(Action::ChoosePlace(dezhou));
    assert_eq!(state.scenario().region().id, "dezhou");
    assert!(state.scenario().is_untouched());
    let state = state.apply(Action::Undo);
    assert_eq!(state.scenario().region().id, "laiwu");
    assert_eq!(state.world.case.inputs.staffing.hires[1], 12.0);
}

#[test]
fn an_input_can_take_the_value_of_either_layer() {
    let state = app().apply(Action::TakeFrom(hires(), Layer::Base));
    assert_eq!(state.world.case.inputs.staffing.hires[1], 7.0);
    let state = state.apply(Action::TakeFrom(hires(), Layer::Plan));
    assert_eq!(state.world.case.inputs.staffing.hires[1], 26.0);
    assert!(state.scenario().is_untouched());
}

#[test]
fn a_range_stands_around_a_value_and_goes_with_it() {
    let range = Range { low: Some(5.0), high: Some(20.0) };
    let state = app().apply(Action::SetRange(hires(), range));
    assert_eq!(state.scenario().ranges.get(&hires()), Some(&range));
    assert_eq!(state.world.case.inputs.staffing.hires[1], 26.0, "the value stays as it was");
    assert!(state.world.uncertain().iter().any(|one| one.input == hires() && (one.low, one.high) == (5.0, 20.0)));
    // A value of one's own stays when its range goes; one that only carried the range does not.
    let own = state.clone().apply(set(30.0, Gesture::Done)).apply(Action::ResetRange(hires()));
    assert!(own.scenario().ranges.is_empty() && !own.scenario().is_untouched());
    assert!(state.clone().apply(Action::ResetRange(hires())).scenario().is_untouched());
    assert!(state.apply(Action::ResetInput(hires())).scenario().ranges.is_empty());
}

#[test]
fn a_shorter_horizon_closes_numbers_and_focus_beyond_it() {
    let state = app().apply(Action::Explain(Quantity::Teachers, 5)).apply(Action::Focus(2025));
    let state = state.apply(Action::SetHorizon(2022));
    assert!(state.opened.is_empty());
    assert_eq!(state.focus_year(), 2022);
    let state = state.apply(Action::SetHorizon(1999));
    assert_eq!(state.scenario().horizon, 2022);
    assert_eq!(state.notices.len(), 1);
}

#[test]
fn a_loaded_scenario_leaves_the_former_one_step_back() {
    let state = app().apply(set(12.0, Gesture::Done));
    let other = Scenario::new(Place::shipped("linping").expect("ships"), Layer::Base);
    let state = state.apply(Action::Load(Box::new(other.clone())));
    assert_eq!(*state.scenario(), other);
    let state = state.apply(Action::Undo);
    assert_eq!(state.world.case.inputs.staffing.hires[1], 12.0);
}
