//! How another scenario becomes the one at present.

use std::rc::Rc;

use voced_scenario::{AreaRef, Fault, Scenario};

use super::{App, Notice};
use crate::app::{History, Outcome};
use crate::phrases;

impl App {
    /// Another area in the same layer, with nothing changed; `false` where something is wrong with it.
    pub(super) fn choose_place(&mut self, place: AreaRef) -> bool {
        let layer = self.scenario().layer;
        let entered = self.enter(Scenario::new(place, layer), false);
        if entered {
            let ui = self.ui_mut();
            ui.focus = None;
            ui.opened.clear();
            // Its goals are those of the area before.
            ui.draft = None;
        }
        entered
    }

    /// A changed copy of the scenario at present.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Scenario)) {
        let mut next = self.scenario().clone();
        change(&mut next);
        self.enter(next, false);
    }

    /// Takes a scenario over and runs the equations on it, unless something is wrong with it: then it is said,
    /// and the present one stays. For the scenario that is there already nothing runs.
    pub(in crate::app) fn enter(&mut self, next: Scenario, amend: bool) -> bool {
        if next == *self.scenario() {
            return true;
        }
        match next.resolve() {
            Ok(resolved) => {
                let session = self.session_mut();
                session.outcome = Outcome::new(Rc::new(resolved));
                if amend {
                    session.history.amend(next);
                } else {
                    session.history.push(next);
                }
                self.close_beyond();
                true
            }
            Err(faults) => {
                self.refuse(faults);
                false
            }
        }
    }

    /// Walks the history; every scenario of it was sound when it was entered.
    pub(super) fn walk(&mut self, step: impl FnOnce(&mut History<Scenario>) -> bool) {
        let mut history = self.session.history.clone();
        if !step(&mut history) {
            return;
        }
        match history.present().resolve() {
            Ok(resolved) => {
                let session = self.session_mut();
                session.outcome = Outcome::new(Rc::new(resolved));
                session.history = history;
                self.close_beyond();
            }
            Err(faults) => self.refuse(faults),
        }
    }

    /// The present scenario takes a name, which is no step of its own.
    pub(super) fn relabel(&mut self, name: String) {
        let session = self.session_mut();
        session.outcome = session.outcome.renamed(name);
        session.history.relabel(session.scenario().clone());
    }

    fn refuse(&mut self, faults: Vec<Fault>) {
        self.ui_mut().notices.push(Notice { title: phrases::NOT_TAKEN_OVER, faults, text: None });
    }

    /// Opened numbers of years that are no longer projected are closed.
    fn close_beyond(&mut self) {
        let years = self.resolved().model_inputs.years;
        if self.ui.opened.iter().any(|(_, t)| *t >= years) {
            self.ui_mut().opened.retain(|(_, t)| *t < years);
        }
    }
}
