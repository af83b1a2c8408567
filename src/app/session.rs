//! The slice of the scenario at present: what it gives, what led to it, what stands beside it.

use std::rc::Rc;

use voced_model::InputId;
use voced_scenario::{Document, ResultSnapshot, Scenario};

use super::{Comparison, History, Outcome};

/// What is done with a scenario, apart from keeping it. A clone copies pointers alone.
#[derive(Clone, Debug)]
pub struct Session {
    /// The undo history, one scenario at present.
    pub history: History<Scenario>,
    /// The scenario at present with its results.
    pub outcome: Outcome,
    /// What stands beside it, where someone chose that.
    pub comparison: Option<Rc<Comparison>>,
    /// What a link brought, until it was read.
    pub arrived: Option<Rc<Document>>,
    /// The input that is being moved.
    pub moving: Option<InputId>,
}

/// Equal only to itself: an action that changes nothing of a slice leaves the slice as it is.
impl PartialEq for Session {
    fn eq(&self, other: &Session) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Session {
    /// The scenario at present.
    pub fn scenario(&self) -> &Scenario {
        &self.outcome.resolved().scenario
    }

    /// What stands beside the scenario at present.
    pub fn compared(&self) -> Comparison {
        self.comparison.as_deref().cloned().unwrap_or_else(|| Comparison::usual(self.scenario()))
    }

    /// All that a link or the storage holds. Results that a link pins stay pinned until what is said of
    /// them was read.
    pub fn document(&self) -> Document {
        let scenario = self.scenario().clone();
        let unread = self.arrived.as_ref().filter(|arrived| arrived.scenario == scenario);
        let snapshot = unread.and_then(|arrived| arrived.snapshot.clone());
        let snapshot = snapshot.unwrap_or_else(|| ResultSnapshot::of(self.outcome.projection()));
        let (comparison, reference) = match &self.comparison {
            Some(comparison) => (comparison.scenarios().to_vec(), comparison.reference()),
            None => (Vec::new(), 0),
        };
        Document { scenario, snapshot: Some(snapshot), comparison, reference }
    }

    /// The scenario with its present results, and nothing beside it.
    pub fn alone(&self) -> Document {
        Document {
            snapshot: Some(ResultSnapshot::of(self.outcome.projection())),
            ..Document::of(self.scenario().clone())
        }
    }

    /// Whether nothing that the document is made of has changed since.
    pub fn has_same_document(&self, other: &Session) -> bool {
        self.outcome == other.outcome
            && same(self.comparison.as_ref(), other.comparison.as_ref())
            && same(self.arrived.as_ref(), other.arrived.as_ref())
    }
}

fn same<T>(left: Option<&Rc<T>>, right: Option<&Rc<T>>) -> bool {
    left.map(Rc::as_ptr) == right.map(Rc::as_ptr)
}
