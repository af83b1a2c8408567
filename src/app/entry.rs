//! The one way in for whole scenarios: from a link, from the storage, from what is kept.

use std::rc::Rc;

use voced_scenario::Document;

use super::saved::{LibraryEvent, Origin};
use super::{App, Comparison};

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentSource {
    /// A link from elsewhere: what it brings is told first.
    Link,
    /// What this browser had at the last visit: told only where it gives other numbers now.
    Storage,
    /// A kept scenario, by its id.
    Library(String),
}

impl App {
    /// Makes a document the scenario at present, as a step of the history; `false` where something is wrong
    /// with it, which is then said. Every document was made by `Document::from_json`.
    pub(super) fn restore(&mut self, document: Document, source: &DocumentSource) -> bool {
        if !self.enter(document.scenario.clone(), false) {
            return false;
        }
        self.ui_mut().focus = None;
        // A document without a comparison leaves the one there is.
        if let Some(comparison) = Comparison::of(&document) {
            self.session_mut().comparison = Some(Rc::new(comparison));
        }
        match source {
            DocumentSource::Library(id) => {
                self.say(LibraryEvent::Opened, id, &document.scenario.name);
                let origin = Origin { id: id.clone(), scenario: document.scenario };
                self.library_mut().origin = Some(Rc::new(origin));
            }
            DocumentSource::Storage if document.drift().is_none() => {}
            DocumentSource::Storage | DocumentSource::Link => self.introduce(document),
        }
        true
    }

    /// What is said of a document and what the cards say have one reference.
    fn introduce(&mut self, document: Document) {
        let ui = self.ui_mut();
        ui.draft = None;
        ui.settings.compare = document.scenario.laid_over();
        self.session_mut().arrived = Some(Rc::new(document));
    }
}
