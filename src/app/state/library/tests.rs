use super::*;
use crate::app::state::tests::app;
use crate::app::{Action, Gesture};
use voced_model::InputId;
use voced_scenario::PathValue;

fn stamp(id: &str, now: f64) -> Stamp {
    Stamp { id: id.to_owned(), now }
}

fn share(value: f64) -> Action {
    let input = InputId::find("vocational_share").expect("known");
    Action::SetInput(input, PathValue::Constant(value), Gesture::Done)
}

fn scenarios(app: App, shelving: LibraryAction) -> App {
    app.apply(Action::Library(shelving))
}

/// Kept as `a` under 方案, and in the store.
fn with_one() -> App {
    let app = scenarios(app().apply(share(0.5)), LibraryAction::Save("方案".to_owned(), stamp("a", 1000.0)));
    scenarios(app, LibraryAction::StoreAnswered(List::Scenarios, "a".to_owned(), 1000.0, true))
}

fn names(app: &App) -> Vec<&str> {
    app.library.scenarios.iter().map(|saved| saved.name()).collect()
}

#[test]
fn what_is_kept_bears_its_name_and_counts_as_kept_until_something_changes() {
    let app = with_one();
    assert_eq!(app.scenario().name, "方案");
    assert_eq!(app.saved().map(|(saved, changed)| (saved.id.as_str(), changed)), Some(("a", false)));
    let app = app.apply(share(0.6));
    assert_eq!(app.saved().map(|(saved, changed)| (saved.id.as_str(), changed)), Some(("a", true)));
    let app = app.apply(Action::Undo);
    assert_eq!(app.saved().map(|(_, changed)| changed), Some(false));
    // Naming is no step: what was undone can still be done again.
    let app = app.apply(Action::Undo);
    let app = scenarios(app, LibraryAction::Save("原样".to_owned(), stamp("b", 2000.0)));
    assert!(app.session.history.can_redo());
}

#[test]
fn a_name_that_is_taken_never_replaces_anything() {
    let app = scenarios(with_one().apply(share(0.6)), LibraryAction::Save("方案".to_owned(), stamp("b", 2000.0)));
    assert_eq!(names(&app), ["方案", "方案（2）"]);
    let app =
        scenarios(app, LibraryAction::Rename(List::Scenarios, "b".to_owned(), " 方案 ".to_owned(), stamp("", 3000.0)));
    assert_eq!(names(&app), ["方案", "方案（2）"]);
    let app = scenarios(app, LibraryAction::Copy("a".to_owned(), stamp("c", 4000.0)));
    assert_eq!(names(&app), ["方案", "方案（2）", "方案（3）"]);
    assert_eq!(app.library.scenarios[2].scenario.inputs, app.library.scenarios[0].scenario.inputs);
}

#[test]
fn saving_over_renaming_and_deleting_are_undone_one_by_one() {
    let before = with_one();
    let app = scenarios(before.clone().apply(share(0.6)), LibraryAction::Overwrite("a".to_owned(), stamp("b", 2000.0)));
    assert_eq!(
        (app.library.scenarios[0].saved_at, app.library.scenarios[0].over, app.library.scenarios[0].save_state),
        (2000.0, Some(1000.0), SaveState::Waiting)
    );
    assert_eq!(app.saved().map(|(_, changed)| changed), Some(false));
    let app =
        scenarios(app, LibraryAction::Rename(List::Scenarios, "a".to_owned(), "新名".to_owned(), stamp("", 3000.0)));
    assert_eq!(app.scenario().name, "新名");
    let app = scenarios(app, LibraryAction::Delete(List::Scenarios, "a".to_owned()));
    assert!(app.library.scenarios.is_empty() && app.library.deleted == [(List::Scenarios, "a".to_owned())]);
    let app = scenarios(app, LibraryAction::Undo(stamp("", 4000.0)));
    assert_eq!((names(&app), app.library.deleted.len()), (vec!["新名"], 0));
    assert_eq!((app.library.scenarios[0].save_state, app.library.scenarios[0].over), (SaveState::Waiting, None));
    let app = scenarios(scenarios(app, LibraryAction::Undo(stamp("", 5000.0))), LibraryAction::Undo(stamp("", 6000.0)));
    assert_eq!(app.library.scenarios[0].scenario, before.library.scenarios[0].scenario);
    assert!(app.library.undo.is_empty());
    // After the undo nobody else has changed it: it can be saved over again.
    let app = scenarios(app, LibraryAction::Overwrite("a".to_owned(), stamp("c", 7000.0)));
    assert_eq!(app.library.scenarios.len(), 1);
}

#[test]
fn what_another_tab_kept_meanwhile_is_not_saved_over() {
    let mut theirs = with_one().library.scenarios[0].as_ref().clone();
    theirs.scenario.horizon = 2030;
    theirs.saved_at = 1500.0;
    let brought = LibraryAction::ChangedElsewhere(List::Scenarios, "a".to_owned(), Some(Box::new(theirs.clone())));
    // This tab has nothing unsaved in the entry: it takes theirs over, and tells what it goes on from.
    let app = scenarios(with_one().apply(share(0.6)), brought.clone());
    assert_eq!(app.library.scenarios[0].scenario.horizon, 2030);
    let app = scenarios(app, LibraryAction::Overwrite("a".to_owned(), stamp("b", 2000.0)));
    assert_eq!(names(&app), ["方案", "方案（2）"]);
    assert_eq!(app.library.scenarios[0].scenario, theirs.scenario);
    assert_eq!(app.library.announcement.as_ref().map(|announcement| announcement.event), Some(LibraryEvent::BothSaved));

    // This tab's own version is still on its way to the store: both stay.
    let app = scenarios(with_one().apply(share(0.6)), LibraryAction::Overwrite("a".to_owned(), stamp("b", 2000.0)));
    let app = scenarios(app, brought);
    assert_eq!(
        (app.library.scenarios.len(), app.library.scenarios[0].scenario.horizon, app.library.scenarios[0].save_state),
        (2, 2030, SaveState::Stored)
    );
    assert_eq!((app.library.scenarios[1].name(), app.library.scenarios[1].over), ("方案（2）", None));
}

#[test]
fn another_tab_adds_and_takes_away() {
    let theirs = SavedScenario::stored("z", Document::of(app().scenario().clone()), 5.0);
    let app =
        scenarios(app(), LibraryAction::ChangedElsewhere(List::Scenarios, "z".to_owned(), Some(Box::new(theirs))));
    assert_eq!(app.library.scenarios.len(), 1);
    let app = scenarios(app, LibraryAction::ChangedElsewhere(List::Scenarios, "z".to_owned(), None));
    assert!(app.library.scenarios.is_empty() && app.library.deleted.is_empty());
    // What the store never took stays here when others empty it.
    let app = scenarios(with_one(), LibraryAction::Emptied);
    assert_eq!(app.library.scenarios[0].save_state, SaveState::Refused);
    let app = scenarios(app, LibraryAction::Retry);
    assert_eq!(app.library.scenarios[0].save_state, SaveState::Waiting);
}

#[test]
fn a_refused_version_is_not_stored_and_an_answer_for_an_older_one_says_nothing() {
    let app = scenarios(app(), LibraryAction::Save("方案".to_owned(), stamp("a", 1.0)));
    let app = scenarios(app, LibraryAction::StoreAnswered(List::Scenarios, "a".to_owned(), 1.0, false));
    assert_eq!(app.library.scenarios[0].save_state, SaveState::Refused);
    let app = scenarios(app, LibraryAction::StoreAnswered(List::Scenarios, "a".to_owned(), 0.5, true));
    assert_eq!(app.library.scenarios[0].save_state, SaveState::Refused);
}

#[test]
fn stages_are_found_again_in_the_history_and_beyond_it() {
    let app = app().apply(share(0.5));
    let app = scenarios(app, LibraryAction::Bookmark("五成".to_owned(), stamp("s", 1.0)));
    assert_eq!(app.library.bookmarks.len(), 1);
    let marked = app.scenario().clone();
    let app = app.apply(share(0.6)).apply(share(0.7));
    let app = scenarios(app, LibraryAction::Open(List::Bookmarks, "s".to_owned()));
    assert_eq!((app.scenario(), app.session.history.place()), (&marked, 1));
    assert!(app.session.history.can_redo());
    // After a new turn the stage is no longer behind: it comes as a new step.
    let app = app.apply(Action::Undo).apply(share(0.8));
    let app = scenarios(app, LibraryAction::Open(List::Bookmarks, "s".to_owned()));
    assert_eq!(app.scenario().inputs, marked.inputs);
    assert_eq!(app.session.history.place(), 2);
    // A second bookmark of the same stage is another name for it.
    let app = scenarios(app, LibraryAction::Bookmark("一半".to_owned(), stamp("t", 2.0)));
    assert_eq!((app.library.bookmarks.len(), app.library.bookmarks[0].name()), (1, "一半"));
    let app = scenarios(app, LibraryAction::GoTo(0));
    assert!(app.scenario().is_untouched());
}

#[test]
fn files_bring_scenarios_beside_what_is_there() {
    let mut scenario = app().scenario().clone();
    scenario.name = "方案".to_owned();
    let unnamed = Scenario { name: String::new(), ..scenario.clone() };
    let app = scenarios(
        with_one(),
        LibraryAction::Import(vec![Document::of(scenario), Document::of(unnamed)], stamp("f", 9.0)),
    );
    assert_eq!(names(&app), ["方案", "方案（2）", "莱芜"]);
    assert_ne!(app.library.scenarios[1].id, app.library.scenarios[2].id);
    assert_eq!(app.scenario().inputs.len(), 1, "an import changes nothing on the page");

    let announcement = app.library.announcement.as_ref().expect("said");
    assert_eq!(announcement.names, ["方案（2）", "莱芜"]);
}

#[test]
fn of_twenty_files_brought_all_twenty_are_said() {
    let named = |i: usize| Document::of(Scenario { name: format!("方案 {i}"), ..app().scenario().clone() });
    let app = scenarios(app(), LibraryAction::Import((1..=20).map(named).collect(), stamp("f", 9.0)));
    let announcement = app.library.announcement.as_ref().expect("said");
    let text = crate::features::library::view_model::announcement(announcement, false, voced_model::Lang::Zh);
    assert!(text.contains("20 个方案"), "{text}");
    assert!((1..=20).all(|i| text.contains(&format!("「方案 {i}」"))), "{text}");
}
