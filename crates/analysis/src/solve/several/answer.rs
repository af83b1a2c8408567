//! The answer to a question of several levers and goals.

use serde::{Deserialize, Serialize};

use super::Goal;
use voced_model::InputId;
use voced_scenario::{PathValue, ResolvedScenario, Scenario};

/// Whether it can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Feasibility {
    /// Nothing need change.
    Already,
    /// The levels meet every goal.
    Met,
    /// No levels were found that do; these come nearest.
    No,
}

impl Feasibility {
    /// The word in documents.
    pub const fn id(self) -> &'static str {
        match self {
            Feasibility::Already => "already",
            Feasibility::Met => "met",
            Feasibility::No => "no",
        }
    }
}

/// An end of a lever's range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// The least level allowed.
    Lower,
    /// The largest level allowed.
    Upper,
}

impl Bound {
    /// The word in documents.
    pub const fn id(self) -> &'static str {
        match self {
            Bound::Lower => "lower_bound",
            Bound::Upper => "upper_bound",
        }
    }
}

/// Where a lever is set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// The lever.
    pub input: InputId,
    /// The levels allowed.
    pub within: (f64, f64),
    /// The level now.
    pub present: f64,
    /// The level of the answer.
    pub level: f64,
    /// The level before it was made a whole number of steps; the same where it was not.
    pub exact: f64,
    /// The lever's value that arrives at it, to be put into the scenario as it is; the present value
    /// where the level stays.
    pub value: PathValue,
    /// The end of its range where it stands at one.
    pub bound: Option<Bound>,
}

impl Setting {
    /// A lever of a resolved scenario at a level.
    pub(super) fn new(
        resolved: &ResolvedScenario,
        input: InputId,
        within: (f64, f64),
        present: f64,
        level: f64,
    ) -> Setting {
        let value = if level == present {
            resolved.scenario.value(input).1.value.clone()
        } else {
            resolved.moved(input, level)
        };
        let bound = match level {
            level if level == within.0 => Some(Bound::Lower),
            level if level == within.1 => Some(Bound::Upper),
            _ => None,
        };
        Setting { input, within, present, level, exact: level, value, bound }
    }

    /// Whether the lever moves at all.
    pub fn moves(&self) -> bool {
        self.level != self.present
    }
}

/// How a goal stands at the levels of the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConstraintStatus {
    /// The goal.
    pub goal: Goal,
    /// The year it is judged in; of a goal for every year, the one with the least slack.
    pub year: i32,
    /// The metric's value in that year.
    pub result: Option<f64>,
    /// How far the value is on the right side of the goal, in the metric's unit; negative where it misses.
    pub slack: Option<f64>,
    /// What is missing, in the metric's unit: zero where the goal is met, as targets are judged.
    pub shortfall: Option<f64>,
    /// The same with the levels as they are now.
    pub at_present: Option<f64>,
    /// Whether the answer would be better (a smaller change, a higher level) if this goal asked for a
    /// little less.
    pub binding: bool,
}

impl ConstraintStatus {
    /// Whether it is met.
    pub fn is_met(&self) -> bool {
        self.shortfall == Some(0.0)
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// Goals that can not be met together, by their place in the question: without any one of them
    /// the others of this list can.
    pub together: Vec<usize>,
    /// Those of them without which every other goal of the question can be met.
    pub relief: Vec<usize>,
    /// Ends of ranges that stand in the way: at the nearest miss the lever would go on.
    pub bounds: Vec<(InputId, Bound)>,
    /// Rules in force that stand in the way: switches without which, each alone, less would be missing.
    pub rules: Vec<InputId>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Solution {
    /// Whether it can be done.
    pub outcome: Feasibility,
    /// Each lever, in the order of the question.
    pub levers: Vec<Setting>,
    /// Each goal, in the order of the question.
    pub goals: Vec<ConstraintStatus>,
    /// The sum of squared changes, each divided by the width of the lever's range.
    pub change: f64,
    /// What is missing in all: over the goals and the years they are judged in, the sum of the
    /// shortfalls, each divided by the size of its goal; zero where all are met. The size of a goal is
    /// the largest of the goal itself and the metric's values in those years at the present levels.
    pub missing: f64,
    /// Why not, where there is no answer.
    pub conflict: Option<Conflict>,
    /// How often the equations were run.
    pub runs: u64,
}

impl Solution {
    /// Whether levers were moved to whole steps.
    pub fn is_in_steps(&self) -> bool {
        self.levers.iter().any(|setting| setting.level != setting.exact)
    }

    /// The scenario with the levels of the answer in it; levers that stay are left as they are.
    pub fn apply(&self, scenario: &Scenario) -> Scenario {
        let mut scenario = scenario.clone();
        for setting in self.levers.iter().filter(|setting| setting.moves()) {
            scenario.inputs.insert(setting.input, setting.value.clone());
        }
        scenario
    }
}
