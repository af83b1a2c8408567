//! Bringing things into view.

use voced_analysis::warnings::Lever;

use super::App;
use crate::state::{PlansPart, Screen, Seek};

impl App {
    /// Sets what is to be brought into view. A number that is opened would lie over it.
    pub(super) fn look_for(&mut self, find: Option<Lever>, item: Option<String>, seek: Option<Seek>) {
        let ui = self.ui_mut();
        if find.is_some() || seek.is_some() {
            ui.opened.clear();
        }
        (ui.find, ui.find_item, ui.seek) = (find, item, seek);
    }

    /// Looks for one project or deliverable.
    pub(super) fn find_item(&mut self, lever: Lever, id: String) {
        // One that is not part of the scenario has no row to go to; then all of them are shown.
        let projects = self.world().projects.iter().map(|project| &project.id);
        let mut here = projects.chain(self.world().deliverables.iter().map(|deliverable| &deliverable.id));
        let item = here.any(|known| *known == id).then_some(id);
        self.look_for(Some(lever), item, None);
    }

    /// Looks for a statement, a target or a choice, on the screen where it stands.
    pub(super) fn seek(&mut self, seek: Seek) {
        match &seek {
            Seek::Statement(_) => {
                let ui = self.ui_mut();
                ui.settings.screen = Screen::Plans;
                ui.plans.part = PlansPart::Statements;
            }
            Seek::Target(_) => self.ui_mut().settings.screen = Screen::Explore,
            Seek::Horizon => {}
        }
        self.look_for(None, None, Some(seek));
    }
}
