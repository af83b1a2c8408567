//! The lists and what stands in them.

use voced_model::{Allowed, Deliverable, InputId, Project, Words};
use voced_scenario::reader::YEARS;
use voced_scenario::{Area, AreaEdit, Layer, Named, Observed, PathValue, Sourced, Target};

use crate::phrases;

/// The forms of a lever's value.
pub const CONSTANT: &str = "constant";
/// From one value to another.
pub const RAMP: &str = "ramp";
/// Years and values.
pub const POINTS: &str = "points";

/// A deliverable that is a number by a year.
pub const STOCK: &str = "stock";
/// A deliverable that is so many a year.
pub const ANNUAL: &str = "annual";

/// Targets of a result.
pub const OF_RESULT: &str = "result";
/// Targets of a lever.
pub const OF_LEVER: &str = "input";
/// Targets of a deliverable.
pub const OF_DELIVERABLE: &str = "deliverable";

/// The numbers of a year.
pub fn years() -> Allowed {
    Allowed::years(YEARS)
}

/// A list of an own area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Levers that the plan moves.
    Levers,
    /// Building projects of the plan.
    Projects,
    /// Deliverables of the plan.
    Deliverables,
    /// Targets of the plan.
    Targets,
    /// Observed values.
    Observed,
}

/// What stands in a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A lever and its value in the plan.
    Lever(InputId, Sourced<PathValue>),
    /// A building project.
    Project(Named<Project<f64>>),
    /// A deliverable.
    Deliverable(Named<Deliverable<f64>>),
    /// A target.
    Target(Target),
    /// An observed value.
    Observed(Observed),
}

/// What a list is called and says of itself.
pub struct SectionWords {
    /// Its heading.
    pub title: Words,
    /// What it is for.
    pub how: Words,
    /// What is said while it is empty.
    pub none: Words,
    /// The button that adds to it.
    pub add: Words,
}

impl Section {
    /// Every list, in the order of the page.
    pub const ALL: [Section; 5] =
        [Section::Levers, Section::Projects, Section::Deliverables, Section::Targets, Section::Observed];

    /// The id of its element, and the beginning of those in it.
    pub const fn element(self) -> &'static str {
        match self {
            Section::Levers => "own-levers",
            Section::Projects => "own-projects",
            Section::Deliverables => "own-deliverables",
            Section::Targets => "own-targets",
            Section::Observed => "own-observed",
        }
    }

    /// The id of its list of results.
    pub const fn result_element(self) -> &'static str {
        match self {
            Section::Observed => "own-observed-result",
            _ => "own-targets-result",
        }
    }

    /// Its words.
    pub const fn words(self) -> SectionWords {
        let (title, how, none, add) = match self {
            Section::Levers => {
                (phrases::ITEMS_LEVERS, phrases::ITEMS_LEVERS_HOW, phrases::ITEMS_LEVERS_NONE, phrases::ITEMS_ADD_LEVER)
            }
            Section::Projects => {
                (phrases::PROJECTS, phrases::ITEMS_PROJECTS_HOW, phrases::ITEMS_PROJECTS_NONE, phrases::ADD_PROJECT)
            }
            Section::Deliverables => (
                phrases::DELIVERABLES,
                phrases::ITEMS_DELIVERABLES_HOW,
                phrases::ITEMS_DELIVERABLES_NONE,
                phrases::ITEMS_ADD_DELIVERABLE,
            ),
            Section::Targets => (
                phrases::ITEMS_TARGETS,
                phrases::ITEMS_TARGETS_HOW,
                phrases::ITEMS_TARGETS_NONE,
                phrases::ITEMS_ADD_TARGET,
            ),
            Section::Observed => (
                phrases::ITEMS_OBSERVED,
                phrases::ITEMS_OBSERVED_HOW,
                phrases::ITEMS_OBSERVED_NONE,
                phrases::ITEMS_ADD_OBSERVED,
            ),
        };
        SectionWords { title, how, none, add }
    }

    /// What stands in it, in the order of the area.
    pub fn items(self, area: &Area) -> Vec<Item> {
        let plan = &area.plan;
        match self {
            Section::Levers => plan.inputs.iter().map(|(input, value)| Item::Lever(*input, value.clone())).collect(),
            Section::Projects => plan.projects.iter().cloned().map(Item::Project).collect(),
            Section::Deliverables => plan.deliverables.iter().cloned().map(Item::Deliverable).collect(),
            Section::Targets => area.targets.iter().cloned().map(Item::Target).collect(),
            Section::Observed => area.observed.iter().cloned().map(Item::Observed).collect(),
        }
    }

    /// An id that nothing in the list has, in either layer.
    pub fn free_id(self, area: &Area) -> String {
        let layers = || Layer::ALL.into_iter().map(|layer| area.overlay(layer));
        let taken: Vec<&str> = match self {
            Section::Projects => layers().flat_map(|overlay| &overlay.projects).map(|item| item.id.as_str()).collect(),
            Section::Deliverables => {
                layers().flat_map(|overlay| &overlay.deliverables).map(|item| item.id.as_str()).collect()
            }
            _ => area.targets.iter().map(|target| target.id.as_str()).collect(),
        };
        let letter = match self {
            Section::Projects => 'p',
            Section::Deliverables => 'd',
            _ => 't',
        };
        // One more than are taken: one of them is free.
        let free = (1..=taken.len() + 1).map(|number| format!("{letter}{number}"));
        free.into_iter().find(|id| !taken.contains(&id.as_str())).unwrap_or_default()
    }
}

impl Item {
    /// The list it stands in.
    pub const fn section(&self) -> Section {
        match self {
            Item::Lever(..) => Section::Levers,
            Item::Project(_) => Section::Projects,
            Item::Deliverable(_) => Section::Deliverables,
            Item::Target(_) => Section::Targets,
            Item::Observed(_) => Section::Observed,
        }
    }

    /// The place of the item of this id in the list of an area, whatever else was changed of it.
    pub fn place_in(&self, area: &Area) -> Option<usize> {
        match self {
            Item::Lever(input, _) => area.plan.inputs.keys().position(|known| known == input),
            Item::Project(project) => area.plan.projects.iter().position(|known| known.id == project.id),
            Item::Deliverable(item) => area.plan.deliverables.iter().position(|known| known.id == item.id),
            Item::Target(target) => area.targets.iter().position(|known| known.id == target.id),
            Item::Observed(observed) => Some(place_of(observed, area)).filter(|place| *place < area.observed.len()),
        }
    }

    /// The change that puts another in its place, or takes it away.
    pub fn deletion(&self, area: &Area) -> AreaEdit {
        match self {
            Item::Lever(input, _) => AreaEdit::Value(Layer::Plan, *input, None),
            Item::Project(project) => AreaEdit::Project(Layer::Plan, project.id.clone(), None),
            Item::Deliverable(item) => AreaEdit::Deliverable(Layer::Plan, item.id.clone(), None),
            Item::Target(target) => AreaEdit::Target(target.id.clone(), None),
            Item::Observed(observed) => AreaEdit::Observed(place_of(observed, area), None),
        }
    }
}

/// The place of an observed value in an area; the end of the list where it is no longer there. There is one of each
/// result, year and scope.
pub fn place_of(observed: &Observed, area: &Area) -> usize {
    let key = |one: &Observed| (one.quantity, one.year, one.scope.clone());
    let wanted = key(observed);
    area.observed.iter().position(|known| key(known) == wanted).unwrap_or(area.observed.len())
}
