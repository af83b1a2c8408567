use std::sync::Arc;

use super::*;
use crate::app::state::tests::app;
use crate::app::{Action, Gesture, LibraryAction};
use voced_model::InputId;
use voced_model::text::Text;
use voced_scenario::{AreaEdit, PathValue, Sourced};

fn stamp(id: &str) -> Stamp {
    Stamp { id: id.to_owned(), now: 1000.0 }
}

fn input(id: &str) -> InputId {
    InputId::find(id).expect("known")
}

fn county() -> Area {
    let laiwu = Area::shipped("laiwu").expect("ships").expect("sound");
    laiwu.copy("own-1", Text { zh: "我县".to_owned(), en: "Ours".to_owned() })
}

fn with_teachers(area: &Area, teachers: f64) -> Area {
    let value = Some(Sourced::own(PathValue::Constant(teachers)));
    area.edited(AreaEdit::Value(Layer::Base, input("teachers_base"), value)).expect("sound")
}

fn save(app: App, area: Area, entry: Option<&str>, after: AfterSaving) -> App {
    let entry = entry.map(str::to_owned);
    app.apply(Action::Library(LibraryAction::SaveArea(Arc::new(area), entry, after, stamp("e1"))))
}

fn teachers(app: &App) -> Option<f64> {
    app.scenario().value(input("teachers_base")).1.value.constant()
}

fn share() -> Action {
    Action::SetInput(input("vocational_share"), PathValue::Constant(0.55), Gesture::Done)
}

#[test]
fn an_own_area_is_kept_and_opened_and_the_scenario_before_is_one_step_back() {
    let before = app();
    let opened = save(before.clone(), county(), None, AfterSaving::Open);
    assert_eq!(opened.scenario().area().id, "own-1");
    assert_eq!(opened.library.areas.len(), 1);
    assert_eq!(opened.library.entry_of(&opened.scenario().area_ref).map(|saved| saved.name()), Some("我县"));
    assert_eq!(opened.apply(Action::Undo).scenario(), before.scenario());
    let stayed = save(before.clone(), county(), None, AfterSaving::Stay);
    assert_eq!(stayed.scenario(), before.scenario());
}

#[test]
fn the_present_scenario_follows_its_area_and_keeps_what_was_moved() {
    let opened = save(app(), county(), None, AfterSaving::Open).apply(share());
    let edited = save(opened, with_teachers(&county(), 321.0), Some("e1"), AfterSaving::Stay);
    assert_eq!((teachers(&edited), edited.library.areas.len()), (Some(321.0), 1));
    assert_eq!(edited.scenario().inputs.get(&input("vocational_share")), Some(&PathValue::Constant(0.55)));
    // The last deed is undone in the library and in the scenario.
    let undone = edited.apply(Action::Library(LibraryAction::Undo(stamp("x"))));
    assert_eq!(undone.scenario().area(), &county());
    assert_eq!(undone.library.areas[0].scenario.area(), &county());
}

#[test]
fn a_later_base_year_moves_the_horizon_with_it() {
    let opened = save(app(), county(), None, AfterSaving::Open);
    let years = opened.scenario().years().count();
    let later = county().edited(AreaEdit::BaseYear(Sourced::own(2024))).expect("sound");
    let moved = save(opened, later, Some("e1"), AfterSaving::Stay);
    assert_eq!((moved.scenario().base_year(), moved.scenario().years().count()), (2024, years));
}

#[test]
fn a_deleted_area_comes_back_and_the_scenario_of_it_stays() {
    let opened = save(app(), county(), None, AfterSaving::Open);
    let deleted = opened.apply(Action::Library(LibraryAction::Delete(List::Areas, "e1".to_owned())));
    assert!(deleted.library.areas.is_empty());
    assert_eq!(deleted.library.deleted, [(List::Areas, "e1".to_owned())]);
    assert_eq!(deleted.scenario().area().id, "own-1", "the scenario holds its own numbers");
    let back = deleted.apply(Action::Library(LibraryAction::Undo(stamp("x"))));
    assert_eq!(back.library.areas.len(), 1);
    assert!(back.library.deleted.is_empty());
}

#[test]
fn saving_what_is_there_already_changes_nothing() {
    let opened = save(app(), county(), None, AfterSaving::Open);
    let again = save(opened.clone(), county(), Some("e1"), AfterSaving::Stay);
    assert_eq!(again.library.undo, opened.library.undo);
    assert_eq!(again.session.history.steps().count(), opened.session.history.steps().count());
}
