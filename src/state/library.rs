//! The slice of kept scenarios and bookmarked stages.

use std::rc::Rc;

use super::shelf::{Kept, List, Origin, Said, Undoing, Unread, alike};
use voced_scenario::Scenario;

/// What is kept in the browser under names, and what was done with it. Each entry is shared: a change copies
/// that one and pointers to the others.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// The scenarios kept under a name.
    pub shelf: Vec<Rc<Kept>>,
    /// Bookmarked stages.
    pub stages: Vec<Rc<Kept>>,
    /// What could not be read.
    pub unread: Vec<Unread>,
    /// Where the present scenario comes from.
    pub origin: Option<Rc<Origin>>,
    /// What was deleted, to be taken out of the store.
    pub deleted: Vec<(List, String)>,
    /// What was done last.
    pub said: Option<Said>,
    /// What can be undone, the last deed on top.
    pub undo: Vec<Undoing>,
}

/// Equal only to itself.
impl PartialEq for Library {
    fn eq(&self, other: &Library) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Library {
    /// The kept scenarios or the stages.
    pub fn list(&self, list: List) -> &[Rc<Kept>] {
        match list {
            List::Shelf => &self.shelf,
            List::Stages => &self.stages,
        }
    }

    /// One of either, to be changed.
    pub(super) fn list_mut(&mut self, list: List) -> &mut Vec<Rc<Kept>> {
        match list {
            List::Shelf => &mut self.shelf,
            List::Stages => &mut self.stages,
        }
    }

    /// The entry of an id.
    pub(super) fn find(&self, list: List, id: &str) -> Option<&Rc<Kept>> {
        self.list(list).iter().find(|kept| kept.id == id)
    }

    /// The bookmark of a scenario.
    pub fn stage_of(&self, scenario: &Scenario) -> Option<&Kept> {
        self.stages.iter().map(Rc::as_ref).find(|stage| alike(&stage.scenario, scenario))
    }

    /// The kept scenario that `present` is or comes from, and whether it has changed since.
    pub fn kept(&self, present: &Scenario) -> Option<(&Kept, bool)> {
        let from = self.origin.as_ref().and_then(|origin| self.find(List::Shelf, &origin.id));
        let from = from.map(Rc::as_ref).filter(|kept| kept.scenario.place == present.place);
        if let Some(same) = from.filter(|kept| alike(&kept.scenario, present)) {
            return Some((same, false));
        }
        let same = self.shelf.iter().map(Rc::as_ref).find(|kept| alike(&kept.scenario, present));
        same.map(|kept| (kept, false)).or(from.map(|kept| (kept, true)))
    }
}
