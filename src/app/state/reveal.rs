//! Bringing things into view.

use super::App;
use crate::app::{PlansPart, RevealTarget, Screen};

impl App {
    /// Brings something into view, on the screen where it stands. An opened number would lie over it.
    pub(super) fn reveal(&mut self, target: RevealTarget) {
        let target = match target {
            // One that is not part of the scenario has no row to go to; then all of them are shown.
            RevealTarget::Item(list, id) if !self.has_item(&id) => RevealTarget::Lever(list),
            target => target,
        };
        let ui = self.ui_mut();
        match &target {
            RevealTarget::Statement(_) => {
                ui.settings.screen = Screen::Plans;
                ui.plans.part = PlansPart::Statements;
            }
            RevealTarget::Target(_) => ui.settings.screen = Screen::Explore,
            RevealTarget::Lever(_) | RevealTarget::Item(..) | RevealTarget::Horizon => {}
        }
        ui.opened.clear();
        ui.reveal = Some(target);
    }

    fn has_item(&self, id: &str) -> bool {
        let resolved = self.resolved();
        let projects = resolved.projects.iter().map(|project| &project.id);
        projects.chain(resolved.deliverables.iter().map(|deliverable| &deliverable.id)).any(|known| known == id)
    }
}
