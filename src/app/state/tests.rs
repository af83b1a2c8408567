use super::*;
use crate::app::{
    ChartId, Comparison, ComparisonEdit, PlansChange, QuestionChange, RevealTarget, Screen, SettingsChange, ThemeChoice,
};
use voced_analysis::solve::{Aim, Goal, When};
use voced_analysis::warnings::Lever;
use voced_analysis::{solve, uncertainty};
use voced_model::Quantity;
use voced_scenario::{AreaRef, Layer, Op, PathValue, Range, ResultSnapshot};

/// Laiwu's plan with nothing changed.
pub(super) fn app() -> App {
    let scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
    App::new(Opening::of(scenario.resolve().expect("sound"), Settings::new(Lang::Zh)))
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
        assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], value);
    }
    state = state.apply(Action::EndGesture);
    state = state.apply(set(9.0, Gesture::Moving));
    state = state.apply(Action::Undo);
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 3.0);
    state = state.apply(Action::Undo);
    assert!(state.scenario().is_untouched() && !state.session.history.can_undo());
    state = state.apply(Action::Redo);
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 3.0);
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
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 19.0);
    assert_eq!(state.resolved().model_inputs.inputs.pay.teacher_pay, 90_019.0);
}

#[test]
fn a_value_out_of_range_is_said_and_changes_nothing() {
    let before = app();
    let after = before.clone().apply(set(-5.0, Gesture::Done));
    assert_eq!(after.scenario(), before.scenario());
    assert_eq!(after.ui.notices.len(), 1);
    assert!(after.ui.notices[0].faults[0].message(Lang::Zh).contains("每年招聘教师"));
    let after = after.apply(Action::Dismiss(0));
    assert!(after.ui.notices.is_empty());
}

#[test]
fn another_area_keeps_the_layer_and_can_be_undone() {
    let state = app().apply(set(12.0, Gesture::Done));
    let dezhou = AreaRef::shipped("dezhou").expect("ships");
    let state = state.apply(Action::ChooseArea(dezhou));
    assert_eq!(state.scenario().area().id, "dezhou");
    assert!(state.scenario().is_untouched());
    let state = state.apply(Action::Undo);
    assert_eq!(state.scenario().area().id, "laiwu");
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 12.0);
}

#[test]
fn an_input_can_take_the_value_of_either_layer() {
    let state = app().apply(Action::TakeFrom(hires(), Layer::Base));
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 7.0);
    let state = state.apply(Action::TakeFrom(hires(), Layer::Plan));
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 26.0);
    assert!(state.scenario().is_untouched());
}

#[test]
fn a_range_stands_around_a_value_and_goes_with_it() {
    let range = Range { low: Some(5.0), high: Some(20.0) };
    let state = app().apply(Action::SetRange(hires(), range));
    assert_eq!(state.scenario().ranges.get(&hires()), Some(&range));
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 26.0, "the value stays as it was");
    assert!(
        uncertainty::uncertain(state.resolved())
            .iter()
            .any(|one| one.input == hires() && (one.low, one.high) == (5.0, 20.0))
    );
    // A value of one's own stays when its range goes; one that only carried the range does not.
    let own = state.clone().apply(set(30.0, Gesture::Done)).apply(Action::ResetRange(hires()));
    assert!(own.scenario().ranges.is_empty() && !own.scenario().is_untouched());
    assert!(state.clone().apply(Action::ResetRange(hires())).scenario().is_untouched());
    assert!(state.apply(Action::ResetInput(hires())).scenario().ranges.is_empty());
}

#[test]
fn a_value_moves_to_the_nearest_end_of_a_range_in_one_step() {
    let level = |state: &App| state.scenario().value(hires()).1.value.level();
    let start = app();
    assert_eq!(level(&start), Some(10.0));
    for (range, moved) in [((Some(12.0), Some(20.0)), 12.0), ((Some(2.0), Some(8.0)), 8.0), ((None, Some(9.0)), 9.0)] {
        let range = Range { low: range.0, high: range.1 };
        let state = start.clone().apply(Action::Enclose(hires(), range));
        assert_eq!((level(&state), state.scenario().ranges.get(&hires())), (Some(moved), Some(&range)));
        assert_eq!(state.scenario().value(hires()).1.low, range.low);
        assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 26.0, "the way there stays");
        assert!(state.ui.notices.is_empty());
        assert_eq!(state.apply(Action::Undo).scenario(), start.scenario());
    }
}

#[test]
fn a_shorter_horizon_closes_numbers_and_focus_beyond_it() {
    let state = app().apply(Action::Explain(Quantity::Teachers, 5)).apply(Action::Focus(2025));
    let state = state.apply(Action::SetHorizon(2022));
    assert!(state.ui.opened.is_empty());
    assert_eq!(state.focus_year(), 2022);
    let state = state.apply(Action::SetHorizon(1999));
    assert_eq!(state.scenario().horizon, 2022);
    assert_eq!(state.ui.notices.len(), 1);
}

#[test]
fn a_loaded_scenario_leaves_the_former_one_step_back() {
    let state = app().apply(set(12.0, Gesture::Done));
    let other = Scenario::new(AreaRef::shipped("linping").expect("ships"), Layer::Base);
    let state = state.apply(Action::Arrive(Box::new(other.clone().into())));
    assert_eq!(*state.scenario(), other);
    let state = state.apply(Action::Undo);
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 12.0);
}

#[test]
fn a_link_brings_its_comparison_and_is_one_step() {
    let mut sent = app().scenario().clone();
    sent.inputs.insert(hires(), PathValue::Constant(7.0));
    let plan = app().scenario().clone();
    let document = Document { comparison: vec![plan.clone()], reference: 1, ..Document::of(sent.clone()) };
    let state = app().apply(Action::Arrive(Box::new(document.clone())));
    assert_eq!(state.scenario(), &sent);
    assert_eq!(state.session.comparison.as_deref().cloned(), Comparison::of(&document));
    assert_eq!(state.session.arrived.as_deref(), Some(&document));
    let state = state.apply(Action::CloseArrival).apply(Action::Undo);
    assert_eq!((state.scenario(), state.session.arrived.as_deref()), (&plan, None));
    assert_eq!(state.session.compared().scenarios(), [plan], "the comparison stays");
    // A link of a scenario alone leaves it, too.
    let state = state.apply(Action::Arrive(Box::new(Document::of(sent))));
    assert_eq!(state.session.comparison.as_deref().cloned(), Comparison::of(&document));
}

#[test]
fn the_document_pins_the_present_results_and_those_of_a_link_until_they_were_read() {
    let own = app().session.document();
    assert_eq!(own.snapshot.as_ref().map(|snapshot| snapshot.model.as_str()), Some(voced_model::MODEL_VERSION));
    assert!(own.comparison.is_empty(), "the usual columns need not be kept");
    let mut with_snapshot = own.clone();
    with_snapshot.snapshot =
        own.snapshot.clone().map(|snapshot| ResultSnapshot { model: "0.9.0".to_owned(), ..snapshot });
    let state = app().apply(Action::Arrive(Box::new(with_snapshot.clone())));
    assert_eq!(state.session.document().snapshot, with_snapshot.snapshot);
    let moved = state.clone().apply(set(3.0, Gesture::Done));
    assert_ne!(moved.session.document().snapshot, with_snapshot.snapshot, "another scenario has results of its own");
    assert_eq!(state.apply(Action::CloseArrival).session.document().snapshot, own.snapshot);
}

#[test]
fn a_column_that_is_added_makes_the_usual_ones_stay() {
    let state = app().apply(set(3.0, Gesture::Done));
    let frozen = Box::new(Scenario { name: "甲".to_owned(), ..state.scenario().clone() });
    let state = state.apply(Action::Comparison(ComparisonEdit::Add(frozen.clone())));
    let layers: Vec<Layer> = state.session.compared().scenarios().iter().map(|one| one.layer).collect();
    assert_eq!(layers, [Layer::Plan, Layer::Base, Layer::Plan]);
    assert_eq!(state.session.document().comparison.last(), Some(&*frozen));
}

#[test]
fn a_statement_and_a_target_are_sought_on_their_screens() {
    let state = app().apply(Action::Explain(Quantity::Teachers, 2));
    let state = state.apply(Action::Reveal(RevealTarget::Statement("LW-006".to_owned())));
    assert_eq!(state.ui.settings.screen, Screen::Plans);
    assert!(state.ui.opened.is_empty() && state.ui.reveal.is_some());
    let state = state.apply(Action::Reveal(RevealTarget::Target("LW-006".to_owned())));
    assert_eq!(state.ui.settings.screen, Screen::Explore);
    let state = state.apply(Action::Reveal(RevealTarget::Lever(Lever::Projects)));
    assert!(state.ui.reveal == Some(RevealTarget::Lever(Lever::Projects)));
    let state = state.apply(Action::Revealed);
    assert!(state.ui.reveal.is_none() && state.scenario().is_untouched());
}

#[test]
fn a_deliverable_that_is_not_part_of_the_scenario_leads_to_all_of_them() {
    let find = Action::Reveal(RevealTarget::Item(Lever::Deliverables, "high_level_programmes".to_owned()));
    let state = app().apply(find.clone());
    assert_eq!(state.ui.reveal.as_ref().and_then(RevealTarget::item), Some("high_level_programmes"));
    let state = state.apply(Action::ChooseLayer(Layer::Base)).apply(find);
    assert_eq!(state.ui.reveal, Some(RevealTarget::Lever(Lever::Deliverables)));
}

#[test]
fn a_visit_to_another_area_leaves_the_scenario_one_step_back() {
    let state = app().apply(set(12.0, Gesture::Done));
    let there = AreaRef::shipped("dezhou").expect("ships");
    let then = Box::new(Action::Reveal(RevealTarget::Target("DZ-046".to_owned())));
    let state = state.apply(Action::Visit(there, then));
    assert_eq!(state.scenario().area().id, "dezhou");
    assert_eq!(state.ui.reveal, Some(RevealTarget::Target("DZ-046".to_owned())));
    let state = state.apply(Action::Undo);
    assert_eq!(state.resolved().model_inputs.inputs.staffing.hires[1], 12.0);
}

#[test]
fn two_changes_of_settings_between_two_drawings_both_count() {
    let drawn = app();
    // What a page that was drawn once sends, whatever came in between.
    let sent = [
        Action::Settings(SettingsChange::Screen(Screen::Plans)),
        Action::Settings(SettingsChange::Subject(Quantity::Balance)),
        Action::Settings(SettingsChange::ToggleBands),
        Action::Settings(SettingsChange::Theme(ThemeChoice::Dark)),
        Action::Plans(PlansChange::Search("实训".to_owned())),
        Action::Plans(PlansChange::Met(Some(true))),
        Action::ToggleChart(ChartId::Uses),
    ];
    let after = sent.into_iter().fold(drawn.clone(), App::apply);
    let settings = &after.ui.settings;
    assert_eq!((settings.screen, settings.subject), (Screen::Plans, Quantity::Balance));
    assert_eq!((settings.theme, settings.bands), (ThemeChoice::Dark, !drawn.ui.settings.bands));
    assert!(settings.charts.contains(&ChartId::Uses));
    assert_eq!((after.ui.plans.search.as_str(), after.ui.plans.met), ("实训", Some(true)));
    assert_eq!(after.ui.plans.widened(after.ui.plans.scope.clone()), drawn.ui.plans);
}

#[test]
fn two_changes_of_a_question_between_two_drawings_both_count() {
    let levers = solve::levers(app().resolved());
    let [first, second] = [levers[0], levers[1]];
    let goal = Goal::of(Quantity::Teachers, Op::AtLeast, 100.0, When::Every);
    let sent = [
        QuestionChange::AddLever(first),
        QuestionChange::AddLever(second),
        QuestionChange::AddLever(first),
        QuestionChange::AddGoal(goal),
        QuestionChange::Low(first.input, 1.0),
        QuestionChange::High(first.input, 2.0),
        QuestionChange::Value(0, 200.0),
        QuestionChange::Op(0, Op::AtMost),
        QuestionChange::Aim(Aim::Highest(second.input)),
        QuestionChange::RemoveLever(second.input),
        QuestionChange::RemoveGoal(7),
    ];
    let draft = sent.map(Action::Draft).into_iter().fold(app(), App::apply).ui.draft.clone().expect("a question");
    assert_eq!(
        draft.levers.iter().map(|lever| (lever.input, lever.within)).collect::<Vec<_>>(),
        [(first.input, (1.0, 2.0))]
    );
    assert_eq!((draft.goals[0].value, draft.goals[0].op, draft.goals.len()), (200.0, Op::AtMost, 1));
    assert_eq!(draft.aim, Aim::Nearest, "what is no longer among the levers is not looked for");
}

#[test]
fn levels_of_two_levers_are_one_step() {
    let pay = InputId::find("teacher_pay").expect("known");
    let state = app().apply(set(12.0, Gesture::Done));
    let state = state.apply(Action::SetLevels(vec![(hires(), 20.0), (pay, 95_000.0)]));
    assert_eq!(state.resolved().model_inputs.inputs.pay.teacher_pay, 95_000.0);
    assert_eq!(state.scenario().value(hires()).1.value.level(), Some(20.0));
    assert_eq!(state.session.history.place(), 2);
}

#[test]
fn a_step_of_a_drag_shares_all_but_the_scenario_that_moves() {
    let mut before = (1..=30).fold(app(), |state, value| state.apply(set(f64::from(value), Gesture::Done)));
    before = before.apply(set(31.5, Gesture::Moving));
    let after = before.clone().apply(set(32.5, Gesture::Moving));
    assert!(Rc::ptr_eq(&before.library, &after.library) && Rc::ptr_eq(&before.ui, &after.ui));
    assert_ne!(before.session.outcome, after.session.outcome);
    let [one, other] = [&before, &after].map(|state| state.session.history.steps().collect::<Vec<_>>());
    assert_eq!((one.len(), other.len()), (32, 32));
    assert!(one.iter().zip(&other).take(31).all(|(one, other)| std::ptr::eq(*one, *other)), "a step was copied");
}

#[test]
fn what_changes_nothing_runs_nothing_and_begins_no_movement() {
    let before = app().apply(set(3.0, Gesture::Done));
    let after = before.clone().apply(set(3.0, Gesture::Moving));
    assert!(before.session.outcome == after.session.outcome && !after.is_moving());
    // The next event of that drag is therefore a step of its own.
    let after = after.apply(set(4.0, Gesture::Moving)).apply(Action::EndGesture).apply(Action::Undo);
    assert_eq!(after.scenario(), before.scenario());
}
