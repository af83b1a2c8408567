//! What may be changed in a workbook: the numbers of a scenario that stand in yellow cells.

use voced_model::{Allowed, InputId, Unit};
use voced_scenario::{ResolvedScenario, bounds};

/// The key of a project's switch.
pub(crate) const BUILT: &str = "on";

/// A number that may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// An input in the year with index `t`; `t` is 0 where one number holds for all years.
    Input { input: InputId, t: usize },
    /// A number of the project at `index`.
    Project { index: usize, field: &'static str },
    /// A number of the deliverable at `index`.
    Deliverable { index: usize, field: &'static str },
    /// The goal of the target at `index`.
    Goal { index: usize },
}

/// What the numbers of projects and deliverables may be, by their keys.
pub(crate) fn allowed(field: &str) -> Allowed {
    match field {
        "area_m2" => Allowed::of(bounds::AREA_M2, Some(Unit::M2)),
        "cost_per_m2" => Allowed::of(bounds::COST_PER_M2, Some(Unit::YuanPerM2)),
        BUILT => Allowed { min: 0.0, max: 1.0, whole: true, unit: Some(Unit::Flag) },
        "unit_cost" => Allowed::of(bounds::UNIT_COST, Some(Unit::Yuan)),
        _ => Allowed::of(bounds::UNITS, None),
    }
}

impl Entry {
    /// What the number may be; `None` for a goal, which is the plan's.
    pub(crate) fn allowed(self) -> Option<Allowed> {
        match self {
            Entry::Input { input, .. } => Some(input.spec().allowed()),
            Entry::Project { field, .. } | Entry::Deliverable { field, .. } => Some(allowed(field)),
            Entry::Goal { .. } => None,
        }
    }

    /// The keys of the number in a file of the scenario, joined by dots as faults name them.
    pub(crate) fn path(self, resolved: &ResolvedScenario) -> String {
        match self {
            Entry::Input { input, .. } => format!("inputs.{}", input.id()),
            Entry::Project { index, field } => {
                format!("projects.{}.{field}", resolved.projects.get(index).map_or("", |project| &project.id))
            }
            Entry::Deliverable { index, field } => {
                let deliverable = resolved.deliverables.get(index);
                format!("deliverables.{}.{field}", deliverable.map_or("", |deliverable| &deliverable.id))
            }
            Entry::Goal { index } => {
                format!("targets.{}", resolved.scenario.area().targets.get(index).map_or("", |target| &target.id))
            }
        }
    }
}
