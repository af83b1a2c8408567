//! What a scenario changes, carried over to another area: one lever for many areas.

use serde::{Deserialize, Serialize};

use crate::path::PathValue;
use crate::scenario::{AreaRef, Scenario};
use voced_model::inputs::{InputId, Role, Shape};
use voced_model::text::{Lang, Words};
use voced_model::units::Style;

/// How a change is understood in another area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Changes {
    /// Every area arrives at the level of the scenario, each from its own value.
    #[default]
    Absolute,
    /// Every area's own value is changed as the scenario changes that of its own area: shares and rates by the same
    /// points, everything else by the same factor.
    Relative,
}

impl Changes {
    /// Both.
    pub const ALL: [Changes; 2] = [Changes::Absolute, Changes::Relative];

    /// The word in options and files.
    pub const fn id(self) -> &'static str {
        match self {
            Changes::Absolute => "absolute",
            Changes::Relative => "relative",
        }
    }

    /// The words for people.
    pub const fn words(self) -> Words {
        match self {
            Changes::Absolute => Words { zh: "各地达到同一水平", en: "every area reaches the same level" },
            Changes::Relative => Words { zh: "各地同幅变动", en: "every area changes by as much" },
        }
    }
}

/// What is to be known of a scenario that was carried over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TransferNote {
    /// A value would go beyond what is allowed, and stops there.
    Held(InputId),
    /// There is no factor from nothing: the change is added instead.
    Added(InputId),
    /// An observed value of the scenario's own area: it says nothing of others.
    Observed(InputId),
    /// A change to a project of the scenario's own area, by its id.
    Project(String),
    /// A change to a deliverable of the scenario's own area, by its id.
    Deliverable(String),
}

impl TransferNote {
    /// The note in one sentence.
    pub fn text(&self, lang: Lang) -> String {
        let name = |input: &InputId| input.spec().name.get(lang);
        match (self, lang) {
            (TransferNote::Held(input), Lang::Zh) => format!("“{}”已到允许范围的边界", name(input)),
            (TransferNote::Held(input), Lang::En) => format!("“{}” stops at the bound of what is allowed", name(input)),
            (TransferNote::Added(input), Lang::Zh) => {
                format!("“{}”：原方案由零起变，无倍数可言，按增加数计", name(input))
            }
            (TransferNote::Added(input), Lang::En) => {
                format!("“{}” starts from nothing in the scenario, so the change is added", name(input))
            }
            (TransferNote::Observed(input), Lang::Zh) => {
                format!("“{}”是原方案地区的实际数，不用于其他地区", name(input))
            }
            (TransferNote::Observed(input), Lang::En) => {
                format!("“{}” is an observed value of the scenario's own area and is not carried over", name(input))
            }
            (TransferNote::Project(id), Lang::Zh) => format!("项目“{id}”属于原方案地区，不用于其他地区"),
            (TransferNote::Project(id), Lang::En) => {
                format!("project “{id}” belongs to the scenario's own area and is not carried over")
            }
            (TransferNote::Deliverable(id), Lang::Zh) => format!("任务“{id}”属于原方案地区，不用于其他地区"),
            (TransferNote::Deliverable(id), Lang::En) => {
                format!("deliverable “{id}” belongs to the scenario's own area and is not carried over")
            }
        }
    }
}

/// A scenario of another area, and what is to be known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Transferred {
    /// The scenario: a layer of the other area with the changes over it. It is judged when it is resolved.
    pub scenario: Scenario,
    /// What was held at a bound, understood otherwise or left out.
    pub notes: Vec<TransferNote>,
}

impl Scenario {
    /// What this scenario changes, over another area: the same layer, years and seed, over that area's own values.
    /// Over its own area it is the scenario itself. What belongs to its own area alone (observed values, projects,
    /// deliverables) is left out and noted.
    pub fn over(&self, area: AreaRef, changes: Changes) -> Transferred {
        if area == self.area_ref {
            return Transferred { scenario: self.clone(), notes: Vec::new() };
        }
        let mut scenario = Scenario::new(area, self.layer);
        scenario.horizon = self.horizon;
        scenario.name.clone_from(&self.name);
        scenario.seed = self.seed;
        let mut notes = Vec::new();
        for (input, value) in self.inputs.iter() {
            if input.spec().role == Role::Base {
                notes.push(TransferNote::Observed(*input));
                continue;
            }
            let carried = match changes {
                Changes::Absolute => self.arriving(*input, value, &scenario),
                Changes::Relative => self.as_changed(*input, value, &scenario, &mut notes),
            };
            scenario.inputs.insert(*input, carried);
            if let Some(range) = self.ranges.get(input).filter(|_| changes == Changes::Absolute) {
                scenario.ranges.insert(*input, *range);
            }
        }
        notes.extend(self.projects.keys().map(|id| TransferNote::Project(id.clone())));
        notes.extend(self.deliverables.keys().map(|id| TransferNote::Deliverable(id.clone())));
        Transferred { scenario, notes }
    }

    /// The same levels in the same years. What was observed in the base year of either area stays the other area's
    /// own, and the way to the level begins there.
    fn arriving(&self, input: InputId, value: &PathValue, other: &Scenario) -> PathValue {
        let own = other.area().value(input, other.layer).1;
        let own = |year| own.value.at(other.base_year(), year);
        let observed = other.base_year().max(self.base_year());
        match value {
            PathValue::Ramp { end, start_year, end_year, curve, .. } => {
                let from = start_year.map_or(observed, |year| year.max(observed));
                let end_year = (*end_year).max(from + 1);
                PathValue::Ramp { start: own(from), end: *end, start_year: Some(from), end_year, curve: *curve }
            }
            PathValue::Points(points) => {
                let next = observed + 1;
                let mut carried: Vec<(i32, f64)> =
                    (other.base_year()..=observed).map(|year| (year, own(year))).collect();
                carried.push((next, value.at(self.base_year(), next)));
                carried.extend(points.iter().copied().filter(|(year, _)| *year > next));
                PathValue::Points(carried)
            }
            PathValue::Constant(level) => PathValue::Constant(*level),
        }
    }

    /// The other area's own value, changed year by year as this scenario changes its own area's.
    fn as_changed(
        &self,
        input: InputId,
        value: &PathValue,
        other: &Scenario,
        notes: &mut Vec<TransferNote>,
    ) -> PathValue {
        let spec = input.spec();
        if spec.shape == Shape::Switch || spec.unit.style() == Style::Year {
            return value.clone();
        }
        let before = self.area().value(input, self.layer).1.value.clone();
        let own = other.area().value(input, other.layer).1;
        let [base_year, other_base] = [self, other].map(Scenario::base_year);
        let years = other_base..=other.horizon.max(other_base);
        let adds = spec.unit.style() == Style::Percent
            || years.clone().any(|year| {
                let (from, to) = (before.at(base_year, year), value.at(base_year, year));
                from == 0.0 && to != from
            });
        if adds && spec.unit.style() != Style::Percent {
            notes.push(TransferNote::Added(input));
        }
        let mut held = false;
        let mut changed = |year: i32| {
            // What was observed stays.
            let observed = spec.shape == Shape::Path && year <= other_base;
            let (from, to) = (before.at(base_year, year), value.at(base_year, year));
            let own = own.value.at(other_base, year);
            let level = match (observed || from == to, adds) {
                (true, _) => own,
                (false, true) => own + (to - from),
                (false, false) => own * (to / from),
            };
            let level = if spec.is_whole() { (level + 0.5).floor() } else { level };
            let within = level.clamp(spec.min, spec.max);
            held |= within != level;
            within
        };
        let value = match spec.shape {
            Shape::Path => PathValue::Points(years.map(|year| (year, changed(year))).collect()),
            Shape::Scalar | Shape::Switch => PathValue::Constant(changed(self.horizon)),
        };
        if held {
            notes.push(TransferNote::Held(input));
        }
        value
    }
}
