//! The slice of kept scenarios and bookmarked stages.

use std::rc::Rc;

use super::AreaSet;
use super::saved::{Announcement, List, Origin, SavedScenario, UndoEntry, Unread, alike};
use voced_scenario::{AreaRef, Scenario};

/// What is kept in the browser under names, and what was done with it. Each entry is shared: a change copies
/// that one and pointers to the others.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The scenarios kept under a name.
    pub scenarios: Vec<Rc<SavedScenario>>,
    /// Bookmarked stages.
    pub bookmarks: Vec<Rc<SavedScenario>>,
    /// Areas of the user's own.
    pub areas: Vec<Rc<SavedScenario>>,
    /// Areas that stand under one lever; read from the store when they are first looked at.
    pub set: Option<Rc<AreaSet>>,
    /// What could not be read.
    pub unread: Vec<Unread>,
    /// Where the present scenario comes from.
    pub origin: Option<Rc<Origin>>,
    /// What was deleted, to be taken out of the store.
    pub deleted: Vec<(List, String)>,
    /// What was done last.
    pub announcement: Option<Announcement>,
    /// What can be undone, the last deed on top.
    pub undo: Vec<UndoEntry>,
}

/// Equal only to itself.
impl PartialEq for Library {
    fn eq(&self, other: &Library) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Library {
    /// The kept scenarios, the stages or the own areas.
    pub fn list(&self, list: List) -> &[Rc<SavedScenario>] {
        match list {
            List::Scenarios => &self.scenarios,
            List::Bookmarks => &self.bookmarks,
            List::Areas => &self.areas,
        }
    }

    /// One of them, to be changed.
    pub fn list_mut(&mut self, list: List) -> &mut Vec<Rc<SavedScenario>> {
        match list {
            List::Scenarios => &mut self.scenarios,
            List::Bookmarks => &mut self.bookmarks,
            List::Areas => &mut self.areas,
        }
    }

    /// The entry of an id.
    pub(super) fn find(&self, list: List, id: &str) -> Option<&Rc<SavedScenario>> {
        self.list(list).iter().find(|saved| saved.id == id)
    }

    /// The entry of an own area: the one that is the same, else the first of its id.
    pub fn entry_of(&self, area: &AreaRef) -> Option<&Rc<SavedScenario>> {
        let id = &area.area().id;
        let of_id = || self.areas.iter().filter(|saved| saved.scenario.area().id == *id);
        let is_own = matches!(area, AreaRef::Own(_));
        of_id().find(|saved| saved.scenario.area_ref == *area).or(of_id().next()).filter(|_| is_own)
    }

    /// The bookmark of a scenario.
    pub fn bookmark_of(&self, scenario: &Scenario) -> Option<&SavedScenario> {
        self.bookmarks.iter().map(Rc::as_ref).find(|bookmark| alike(&bookmark.scenario, scenario))
    }

    /// The kept scenario that `present` is or comes from, and whether it has changed since.
    pub fn saved(&self, present: &Scenario) -> Option<(&SavedScenario, bool)> {
        let from = self.origin.as_ref().and_then(|origin| self.find(List::Scenarios, &origin.id));
        let from = from.map(Rc::as_ref).filter(|saved| saved.scenario.area_ref == present.area_ref);
        if let Some(same) = from.filter(|saved| alike(&saved.scenario, present)) {
            return Some((same, false));
        }
        let same = self.scenarios.iter().map(Rc::as_ref).find(|saved| alike(&saved.scenario, present));
        same.map(|saved| (saved, false)).or(from.map(|saved| (saved, true)))
    }
}
