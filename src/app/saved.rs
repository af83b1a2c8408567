//! Scenarios, stages and own areas kept under a name.
//!
//! All are [`SavedScenario`]: a scenario with its own entry in the browser's store, so that two tabs that keep
//! different things never write over each other. An own area is kept as its status quo with nothing changed.

use std::rc::Rc;
use std::sync::Arc;

use super::AreaSet;
use voced_model::Lang;
use voced_scenario::{Area, Document, Fault, MAX_NAME, ResultSnapshot, Scenario};

/// A scenario kept under its name.
#[derive(Clone, Debug, PartialEq)]
pub struct SavedScenario {
    /// What names it in the store, whatever it is called.
    pub id: String,
    /// The scenario; its name is the name it is kept under.
    pub scenario: Scenario,
    /// What it gave when it was kept, and by which version of the model.
    pub snapshot: Option<ResultSnapshot>,
    /// When it was last kept, in milliseconds since 1970; tells versions apart.
    pub saved_at: f64,
    /// Whether the store has it.
    pub save_state: SaveState,
    /// The version that the store is known to have.
    pub over: Option<f64>,
}

/// Whether the store has a kept scenario as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// It is to be written.
    Waiting,
    /// The store has it.
    Stored,
    /// The store did not take it.
    Refused,
}

impl SavedScenario {
    /// One that is to be written. Runs the equations; where results are there already, see [`SavedScenario::with`].
    pub fn new(id: impl Into<String>, scenario: Scenario, saved_at: f64) -> SavedScenario {
        let snapshot = ResultSnapshot::now(&scenario).ok();
        SavedScenario::with(id, scenario, snapshot, saved_at)
    }

    /// One that is to be written, with what it gave.
    pub fn with(
        id: impl Into<String>,
        scenario: Scenario,
        snapshot: Option<ResultSnapshot>,
        saved_at: f64,
    ) -> SavedScenario {
        SavedScenario { id: id.into(), scenario, snapshot, saved_at, save_state: SaveState::Waiting, over: None }
    }

    /// One as the store has it.
    pub fn stored(id: impl Into<String>, document: Document, saved_at: f64) -> SavedScenario {
        let Document { scenario, snapshot, .. } = document;
        SavedScenario {
            id: id.into(),
            scenario,
            snapshot,
            saved_at,
            save_state: SaveState::Stored,
            over: Some(saved_at),
        }
    }

    /// It as files hold it.
    pub fn document(&self) -> Document {
        Document { snapshot: self.snapshot.clone(), ..Document::of(self.scenario.clone()) }
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.scenario.name
    }

    /// Another version of it, to be written.
    pub(super) fn change(&mut self, scenario: Scenario, snapshot: Option<ResultSnapshot>, now: f64) {
        self.scenario = scenario;
        self.snapshot = snapshot;
        // Versions differ even where the clock stands still or was put back.
        self.saved_at = if now > self.saved_at { now } else { self.saved_at + 1.0 };
        self.save_state = SaveState::Waiting;
    }
}

/// Which of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Scenarios.
    Scenarios,
    /// Bookmarked states of the undo history.
    Bookmarks,
    /// Areas of the user's own.
    Areas,
}

impl List {
    /// All of them.
    pub const ALL: [List; 3] = [List::Scenarios, List::Bookmarks, List::Areas];
}

/// An entry of the store that cannot be read. It was put aside as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// Where it lies in the store.
    pub key: String,
    /// Its text.
    pub text: String,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// The kept scenario that the present one comes from, as it was then.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Which.
    pub id: String,
    /// As it was opened or last kept here.
    pub scenario: Scenario,
}

/// What was done to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryEvent {
    /// Kept under a name.
    Saved,
    /// Saved over.
    Updated,
    /// Given another name.
    Renamed,
    /// Copied.
    Copied,
    /// Deleted.
    Deleted,
    /// Opened.
    Opened,
    /// Brought from files.
    Imported,
    /// A stage was bookmarked.
    Bookmarked,
    /// A bookmark was taken away.
    BookmarkRemoved,
    /// An own area was made.
    AreaMade,
    /// An own area was changed.
    AreaEdited,
    /// An own area was deleted.
    AreaDeleted,
    /// It had changed in another tab: both are kept.
    BothSaved,
    /// A deed was undone.
    Undone,
}

/// Something done, to be said.
#[derive(Clone, Debug, PartialEq)]
pub struct Announcement {
    /// What was done.
    pub event: LibraryEvent,
    /// To which, of several the last.
    pub id: String,
    /// What they are called: several where several were brought at once.
    pub names: Vec<String>,
}

/// A deed that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoEntry {
    /// What was done.
    pub event: LibraryEvent,
    /// In which list.
    pub list: List,
    /// As it was before.
    pub before: Rc<SavedScenario>,
}

/// A new id and the time, which the reducer cannot know.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// An id that nothing has.
    pub id: String,
    /// Milliseconds since 1970.
    pub now: f64,
}

/// What becomes of the page when an own area was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterSaving {
    /// It becomes the area of the present scenario.
    Open,
    /// The present scenario stays, with the new numbers where it is of that area.
    Stay,
}

/// What can be done with kept scenarios, stages and own areas.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryAction {
    /// The present scenario is kept under a name.
    Save(String, Stamp),
    /// A kept scenario becomes the present one's equal.
    Overwrite(String, Stamp),
    /// Another name.
    Rename(List, String, String, Stamp),
    /// A second one like it.
    Copy(String, Stamp),
    /// It is taken away, and can be brought back.
    Delete(List, String),
    /// It becomes the present one.
    Open(List, String),
    /// Scenarios from a file.
    Import(Vec<Document>, Stamp),
    /// The present stage gets a bookmark.
    Bookmark(String, Stamp),
    /// An own area is kept: in the place of an entry, or as a new one.
    SaveArea(Arc<Area>, Option<String>, AfterSaving, Stamp),
    /// Another set of areas under one lever, or none.
    Gather(Option<Rc<AreaSet>>),
    /// A step of the history becomes the present one.
    GoTo(usize),
    /// The last deed is undone.
    Undo(Stamp),
    /// What the store made of a version: whether it has it.
    StoreAnswered(List, String, f64, bool),
    /// Another tab changed an entry, or took it away.
    ChangedElsewhere(List, String, Option<Box<SavedScenario>>),
    /// What the store did not take is to be written again.
    Retry,
    /// The store was emptied from outside.
    Emptied,
    /// What could not be read is no longer needed.
    Forget(String),
    /// Another tab put something aside.
    SetAside(Unread),
}

/// Whether two scenarios are the same but for their names.
pub fn alike(left: &Scenario, right: &Scenario) -> bool {
    // Of every kept scenario at every step of a drag: nothing is copied, and what mostly differs comes first.
    let Scenario { area_ref: place, layer, horizon, name: _, inputs, ranges, projects, deliverables, seed } = left;
    *inputs == right.inputs
        && *layer == right.layer
        && (*horizon, *seed) == (right.horizon, right.seed)
        && *ranges == right.ranges
        && *projects == right.projects
        && *deliverables == right.deliverables
        && *place == right.area_ref
}

/// A name that nothing in a list has: the wanted one, or with a number after it.
pub fn free_name(wanted: &str, list: &[Rc<SavedScenario>], except: &str, lang: Lang) -> String {
    let is_taken = |name: &str| list.iter().any(|saved| saved.id != except && saved.name() == name);
    let wanted = bounded(wanted.trim(), MAX_NAME);
    let mut name = wanted.clone();
    let mut number = 1;
    while is_taken(&name) {
        number += 1;
        let end = lang.bracketed(&number.to_string());
        name = bounded(&wanted, MAX_NAME - end.chars().count()) + &end;
    }
    name
}

fn bounded(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{AreaRef, Layer};

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        scenario.name = "方案".to_owned();
        let list = [SavedScenario::new("a", scenario.clone(), 1.0), {
            scenario.name = "方案（2）".to_owned();
            SavedScenario::new("b", scenario, 1.0)
        }]
        .map(Rc::new);
        assert_eq!(free_name(" 方案 ", &list, "", Lang::Zh), "方案（3）");
        assert_eq!(free_name("方案", &list, "a", Lang::Zh), "方案");
        assert_eq!(free_name("方案", &list, "", Lang::En), "方案 (2)");
        assert_eq!(free_name(&"长".repeat(900), &list, "", Lang::Zh).chars().count(), MAX_NAME);
    }

    #[test]
    fn names_make_no_difference_all_else_does() {
        let plain = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        let named = Scenario { name: "方案".to_owned(), ..plain.clone() };
        assert!(alike(&plain, &named) && alike(&named, &plain) && alike(&named, &named));
        let longer = Scenario { horizon: 2030, ..named.clone() };
        assert!(!alike(&plain, &longer) && !alike(&named, &longer));
    }
}
