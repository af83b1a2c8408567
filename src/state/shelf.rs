//! Scenarios and stages kept under a name.
//!
//! Both are [`Kept`]: a scenario with its own entry in the browser's store, so that two tabs that keep
//! different things never write over each other.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::{Document, Fault, MAX_NAME, Made, Scenario};

/// A scenario kept under its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What names it in the store, whatever it is called.
    pub id: String,
    /// The scenario; its name is the name it is kept under.
    pub scenario: Scenario,
    /// What it gave when it was kept, and by which version of the model.
    pub made: Option<Made>,
    /// When it was last kept, in milliseconds since 1970; tells versions apart.
    pub saved: f64,
    /// Whether the store has it.
    pub held: Held,
    /// The version that the store is known to have.
    pub over: Option<f64>,
}

/// Whether the store has a kept scenario as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// It is to be written.
    Waiting,
    /// The store has it.
    Stored,
    /// The store did not take it.
    Refused,
}

impl Kept {
    /// One that is to be written. Runs the equations; where results are there already, see [`Kept::with`].
    pub fn new(id: impl Into<String>, scenario: Scenario, saved: f64) -> Kept {
        let made = Made::now(&scenario).ok();
        Kept::with(id, scenario, made, saved)
    }

    /// One that is to be written, with what it gave.
    pub fn with(id: impl Into<String>, scenario: Scenario, made: Option<Made>, saved: f64) -> Kept {
        Kept { id: id.into(), scenario, made, saved, held: Held::Waiting, over: None }
    }

    /// One as the store has it.
    pub fn stored(id: impl Into<String>, document: Document, saved: f64) -> Kept {
        let Document { scenario, made, .. } = document;
        Kept { id: id.into(), scenario, made, saved, held: Held::Stored, over: Some(saved) }
    }

    /// It as files hold it.
    pub fn document(&self) -> Document {
        Document { made: self.made.clone(), ..Document::of(self.scenario.clone()) }
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.scenario.name
    }

    /// Another version of it, to be written.
    pub(super) fn change(&mut self, scenario: Scenario, made: Option<Made>, now: f64) {
        self.scenario = scenario;
        self.made = made;
        // Versions differ even where the clock stands still or was put back.
        self.saved = if now > self.saved { now } else { self.saved + 1.0 };
        self.held = Held::Waiting;
    }
}

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Scenarios.
    Shelf,
    /// Bookmarked stages.
    Stages,
}

impl List {
    /// Both.
    pub const ALL: [List; 2] = [List::Shelf, List::Stages];
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
pub enum Deed {
    /// Kept under a name.
    Kept,
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
    Marked,
    /// A bookmark was taken away.
    Unmarked,
    /// It had changed in another tab: both are kept.
    Doubled,
    /// A deed was undone.
    Undone,
}

/// Something done, to be said.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// What was done.
    pub deed: Deed,
    /// To which, of several the last.
    pub id: String,
    /// What they are called: several where several were brought at once.
    pub names: Vec<String>,
}

/// A deed that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Undoing {
    /// What was done.
    pub deed: Deed,
    /// In which list.
    pub list: List,
    /// As it was before.
    pub before: Rc<Kept>,
}

/// A new id and the time, which the reducer cannot know.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    /// An id that nothing has.
    pub id: String,
    /// Milliseconds since 1970.
    pub now: f64,
}

/// What can be done with kept scenarios and stages.
#[derive(Clone, Debug, PartialEq)]
pub enum Shelving {
    /// The present scenario is kept under a name.
    Keep(String, Stamp),
    /// A kept scenario becomes the present one's equal.
    Update(String, Stamp),
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
    Mark(String, Stamp),
    /// A step of the history becomes the present one.
    GoTo(usize),
    /// The last deed is undone.
    Undo(Stamp),
    /// What the store made of a version: whether it has it.
    Written(List, String, f64, bool),
    /// Another tab changed an entry, or took it away.
    Brought(List, String, Option<Box<Kept>>),
    /// What the store did not take is to be written again.
    Retry,
    /// The store was emptied from outside.
    Emptied,
    /// What could not be read is no longer needed.
    Forget(String),
    /// Another tab put something aside.
    Found(Unread),
}

/// Whether two scenarios are the same but for their names.
pub fn alike(left: &Scenario, right: &Scenario) -> bool {
    // Of every kept scenario at every step of a drag: nothing is copied, and what mostly differs comes first.
    let Scenario { place, layer, horizon, name: _, inputs, ranges, projects, deliverables, seed } = left;
    *inputs == right.inputs
        && *layer == right.layer
        && (*horizon, *seed) == (right.horizon, right.seed)
        && *ranges == right.ranges
        && *projects == right.projects
        && *deliverables == right.deliverables
        && *place == right.place
}

/// A name that nothing in a list has: the wanted one, or with a number after it.
pub fn free_name(wanted: &str, list: &[Rc<Kept>], except: &str, lang: Lang) -> String {
    let is_taken = |name: &str| list.iter().any(|kept| kept.id != except && kept.name() == name);
    let wanted = bounded(wanted.trim(), MAX_NAME);
    let mut name = wanted.clone();
    let mut number = 1;
    while is_taken(&name) {
        number += 1;
        let end = lang.pick(format!("（{number}）"), format!(" ({number})"));
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
    use voced_scenario::{Layer, Place};

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut scenario = Scenario::new(Place::shipped("laiwu").expect("ships"), Layer::Plan);
        scenario.name = "方案".to_owned();
        let list = [Kept::new("a", scenario.clone(), 1.0), {
            scenario.name = "方案（2）".to_owned();
            Kept::new("b", scenario, 1.0)
        }]
        .map(Rc::new);
        assert_eq!(free_name(" 方案 ", &list, "", Lang::Zh), "方案（3）");
        assert_eq!(free_name("方案", &list, "a", Lang::Zh), "方案");
        assert_eq!(free_name("方案", &list, "", Lang::En), "方案 (2)");
        assert_eq!(free_name(&"长".repeat(900), &list, "", Lang::Zh).chars().count(), MAX_NAME);
    }

    #[test]
    fn names_make_no_difference_all_else_does() {
        let plain = Scenario::new(Place::shipped("laiwu").expect("ships"), Layer::Plan);
        let named = Scenario { name: "方案".to_owned(), ..plain.clone() };
        assert!(alike(&plain, &named) && alike(&named, &plain) && alike(&named, &named));
        let longer = Scenario { horizon: 2030, ..named.clone() };
        assert!(!alike(&plain, &longer) && !alike(&named, &longer));
    }
}
