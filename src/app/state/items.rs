//! Projects and deliverables of the user's own.

use crate::app::RevealTarget;
use voced_analysis::warnings::Lever;
use voced_model::{Lang, Text};
use voced_scenario::{Area, DeliverablePatch, ProjectPatch, Scenario};

use super::App;
use crate::phrases;

/// What can be added to a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A building project.
    Project,
    /// A deliverable that grows to a number.
    Stock,
    /// A deliverable of so many units a year.
    Annual,
}

impl ItemKind {
    /// The list it stands in.
    pub const fn lever(self) -> Lever {
        match self {
            ItemKind::Project => Lever::Projects,
            ItemKind::Stock | ItemKind::Annual => Lever::Deliverables,
        }
    }

    /// Whether an item is the user's own: neither the area nor its plan has one of this id.
    pub fn is_own(self, area: &Area, id: &str) -> bool {
        let layers = [&area.base, &area.plan];
        match self.lever() {
            Lever::Projects => !layers.iter().any(|layer| layer.projects.iter().any(|known| known.id == id)),
            _ => !layers.iter().any(|layer| layer.deliverables.iter().any(|known| known.id == id)),
        }
    }
}

/// Whether a scenario has something under this id, in either layer of its area or of the user's own.
fn holds(scenario: &Scenario, id: &str) -> bool {
    let area = scenario.area();
    scenario.projects.contains_key(id)
        || scenario.deliverables.contains_key(id)
        || [ItemKind::Project, ItemKind::Stock].iter().any(|kind| !kind.is_own(area, id))
}

impl App {
    /// Adds one without any effect yet, and brings it into view.
    pub(super) fn add_item(&mut self, kind: ItemKind) {
        let number = self.free_number();
        let id = own_id(number);
        let (first, last) = ((self.scenario().base_year() + 1), self.scenario().horizon);
        let first = first.min(last);
        let name = named(kind, number, self.lang());
        let mut next = self.scenario().clone();
        match kind {
            ItemKind::Project => {
                let (start, finish) = (Some(first), Some((first + 1).min(last)));
                let patch = ProjectPatch { name, area_m2: Some(0.0), start, finish, on: Some(true), cost_per_m2: None };
                next.projects.insert(id.clone(), patch);
            }
            ItemKind::Stock => {
                let (base, target, by) = (Some(0.0), Some(0.0), Some(last));
                let patch = DeliverablePatch { name, annual: Some(false), base, target, by, ..Default::default() };
                next.deliverables.insert(id.clone(), patch);
            }
            ItemKind::Annual => {
                let (units_per_year, from, to) = (Some(0.0), Some(first), Some(last));
                let patch =
                    DeliverablePatch { name, annual: Some(true), units_per_year, from, to, ..Default::default() };
                next.deliverables.insert(id.clone(), patch);
            }
        }
        if self.enter(next, false) {
            self.reveal(RevealTarget::Item(kind.lever(), id));
        }
    }

    pub(super) fn drop_item(&mut self, kind: ItemKind, id: &str) {
        self.change(|scenario| match kind.lever() {
            Lever::Projects => drop(scenario.projects.remove(id)),
            _ => drop(scenario.deliverables.remove(id)),
        });
    }

    pub(super) fn drop_cost(&mut self, id: &str) {
        self.change(|scenario| {
            if let Some(patch) = scenario.projects.get(id) {
                let patch = ProjectPatch { cost_per_m2: None, ..patch.clone() };
                // A change that says nothing more is none.
                if patch == ProjectPatch::default() {
                    scenario.projects.remove(id);
                } else {
                    scenario.projects.insert(id.to_owned(), patch);
                }
            }
        });
    }

    /// A number whose id means nothing yet, neither here nor in a scenario that this one may be compared with.
    fn free_number(&self) -> u32 {
        let comparison = self.session.comparison.iter().flat_map(|comparison| comparison.scenarios());
        let saved = self.library.scenarios.iter().map(|saved| &saved.scenario);
        let all: Vec<&Scenario> = comparison.chain(saved).chain([self.scenario()]).collect();
        let is_free = |number: &u32| !all.iter().any(|scenario| holds(scenario, &own_id(*number)));
        (1..u32::MAX).find(is_free).unwrap_or(u32::MAX)
    }
}

fn own_id(number: u32) -> String {
    format!("own_{number}")
}

/// The name until the user gives one, in the page's language alone, so that the user's own is not hidden by it
/// in the other.
fn named(kind: ItemKind, number: u32, lang: Lang) -> Text {
    let words = match kind.lever() {
        Lever::Projects => phrases::NEW_PROJECT,
        _ => phrases::NEW_DELIVERABLE,
    };
    let name = format!("{} {number}", words.get(lang));
    match lang {
        Lang::Zh => Text { zh: name, en: String::new() },
        Lang::En => Text { zh: String::new(), en: name },
    }
}
