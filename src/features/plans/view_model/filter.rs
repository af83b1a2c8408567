//! Which statements are shown.

use std::rc::Rc;

use voced_scenario::{Area, Status};

use super::Entry;
use super::search::Terms;
use crate::app::{Outcome, PlansFilter, Scope};

/// Whether the targets of the present area are met, by their ids. Equal where nothing that the list shows has
/// changed, so that a drag does not draw it again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdicts(Vec<(String, Judged)>);

/// A verdict without its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judged {
    /// Met.
    Met,
    /// Assumed done on time.
    Assumed,
    /// Not to be judged.
    Open,
    /// Missed.
    Missed,
}

impl Verdicts {
    /// The verdicts of a scenario.
    pub fn of(outcome: &Outcome) -> Verdicts {
        let judged = |status| match status {
            Status::Met => Judged::Met,
            Status::Assumed => Judged::Assumed,
            Status::Missed { .. } => Judged::Missed,
            Status::BeyondHorizon | Status::Unknown => Judged::Open,
        };
        let all = outcome.resolved().verdicts(outcome.projection());
        Verdicts(all.into_iter().map(|(target, verdict)| (target.id.clone(), judged(verdict.status))).collect())
    }

    /// The worst verdict of a statement's targets; `None` where it has none in the present area.
    pub fn worst(&self, entry: &Entry) -> Option<Judged> {
        let of = |id: &String| self.0.iter().find(|(known, _)| known == id).map(|(_, judged)| *judged);
        entry.targets.iter().filter_map(of).max()
    }
}

/// The area whose statements are shown; `None` for all.
pub fn area<'a>(scope: &'a Scope, present: &'a Area) -> Option<&'a str> {
    match scope {
        Scope::All => None,
        Scope::Area(id) => Some(id),
        Scope::Present => (!present.statements().is_empty()).then_some(present.id.as_str()),
    }
}

/// The statements that are shown, in the order of the plans.
pub fn shown(entries: &[Rc<Entry>], desk: &PlansFilter, area: Option<&str>, verdicts: &Verdicts) -> Vec<Rc<Entry>> {
    let terms = Terms::of(&desk.search);
    let holds = |entry: &&Rc<Entry>| {
        area.is_none_or(|area| entry.area == area)
            && desk.fate.is_none_or(|fate| entry.things.iter().any(|thing| thing.fate == fate))
            && desk.role.as_ref().is_none_or(|role| entry.role.0 == *role)
            && desk.met.is_none_or(|met| verdicts.worst(entry) == Some(if met { Judged::Met } else { Judged::Missed }))
            && terms.are_in(&entry.haystack)
    };
    entries.iter().filter(holds).cloned().collect()
}
