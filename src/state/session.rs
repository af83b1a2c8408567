//! The slice of the scenario at present: what it gives, what led to it, what stands beside it.

use std::rc::Rc;

use voced_sim::{Document, InputId, Made, Scenario};

use super::{Beside, History, Outcome};

/// What is done with a scenario, apart from keeping it. A clone copies pointers alone.
#[derive(Clone, Debug)]
pub struct Session {
    /// The undo history, one scenario at present.
    pub history: History<Scenario>,
    /// The scenario at present with its results.
    pub outcome: Outcome,
    /// What stands beside it, where someone chose that.
    pub beside: Option<Rc<Beside>>,
    /// What a link brought, until it was read.
    pub arrived: Option<Rc<Document>>,
    /// The input that is being moved.
    pub moving: Option<InputId>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Session) -> bool {
        // Everything in an outcome follows from its scenario.
        let same = self.outcome == other.outcome || self.outcome.world() == other.outcome.world();
        same && self.moving == other.moving && self.has_same_document(other) && self.history == other.history
    }
}

impl Session {
    /// The scenario at present.
    pub fn scenario(&self) -> &Scenario {
        &self.outcome.world().scenario
    }

    /// What stands beside the scenario at present.
    pub fn compared(&self) -> Beside {
        self.beside.as_deref().cloned().unwrap_or_else(|| Beside::usual(self.scenario()))
    }

    /// All that a link or the storage holds. Results that a link pins stay pinned until what is said of
    /// them was read.
    pub fn document(&self) -> Document {
        let scenario = self.scenario().clone();
        let unread = self.arrived.as_ref().filter(|arrived| arrived.scenario == scenario);
        let made = unread.and_then(|arrived| arrived.made.clone());
        let made = made.unwrap_or_else(|| Made::of(self.outcome.projection()));
        let (beside, reference) = match &self.beside {
            Some(beside) => (beside.scenarios().to_vec(), beside.reference()),
            None => (Vec::new(), 0),
        };
        Document { scenario, made: Some(made), beside, reference }
    }

    /// The scenario with its present results, and nothing beside it.
    pub fn alone(&self) -> Document {
        Document { made: Some(Made::of(self.outcome.projection())), ..Document::of(self.scenario().clone()) }
    }

    /// Whether both make the same document. Pointers are compared first: nearly always that settles it.
    pub fn has_same_document(&self, other: &Session) -> bool {
        let outcome = self.outcome == other.outcome || self.outcome.world() == other.outcome.world();
        outcome && same(&self.beside, &other.beside) && same(&self.arrived, &other.arrived)
    }
}

/// Whether two shared values are the same one, or equal.
fn same<T: PartialEq>(left: &Option<Rc<T>>, right: &Option<Rc<T>>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => Rc::ptr_eq(left, right) || left == right,
        (left, right) => left.is_none() && right.is_none(),
    }
}
