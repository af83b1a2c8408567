//! Several levers, several goals: the smallest change that meets them all, or the highest level of one
//! lever at which they hold.
//!
//! The results are smooth in pieces, with kinks, plateaus and leaps between them. So the search
//! begins in many places (the present levels, each lever alone, the corners, a seeded Latin
//! hypercube), goes on from the most promising by straight-line models of the goals within a radius
//! of trust ([`descent`]), each of them a small quadratic programme ([`quadratic`]), and ends with
//! steps to all sides of the best. Whatever comes out is run before it is called an answer. Nothing is
//! drawn but by the scenario's seed.

mod answer;
mod binding;
mod conflict;
mod descent;
mod goal;
pub(in crate::solve) mod influence;
mod levers;
mod pool;
mod quadratic;
mod question;
mod report;
mod search;
mod settle;
mod steps;
mod task;
mod trial;

use serde::{Deserialize, Serialize};

use voced_model::Allowed;
use voced_model::InputId;
use voced_model::inputs::Shape;
use voced_model::text::Words;
use voced_scenario::ResolvedScenario;
use voced_scenario::error::{Fault, Problem};
use voced_scenario::reader::inside;

pub use answer::{Bound, Conflict, ConstraintStatus, Feasibility, Setting, Solution};
pub use goal::{Goal, When};
pub use levers::{Lever, lever, levers};
pub use steps::{in_steps, solve_in_steps};

/// The most levers of one question.
pub const MAX_LEVERS: usize = 12;

/// The most goals of one question.
pub const MAX_GOALS: usize = 60;

/// What is looked for among the levels that meet every goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aim {
    /// The smallest change: the least sum of squared changes, each divided by the width of its range.
    Nearest,
    /// The highest level of one of the levers; then the smallest change of the others.
    Highest(InputId),
    /// The lowest level of one of the levers; then the smallest change of the others.
    Lowest(InputId),
}

impl Aim {
    /// The lever to be high or low.
    pub fn lever(self) -> Option<InputId> {
        match self {
            Aim::Nearest => None,
            Aim::Highest(lever) | Aim::Lowest(lever) => Some(lever),
        }
    }
}

/// A question: at which levels are all goals met?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GoalSeek {
    /// What may move, and how far.
    pub levers: Vec<Lever>,
    /// What is to hold: goals and limits alike.
    pub goals: Vec<Goal>,
    /// Which of the answers is wanted.
    pub aim: Aim,
}

/// Looks for levels of several levers that meet several goals.
///
/// # Errors
/// Every fault of the question: a lever that is no number or is named twice, ranges out of bounds,
/// years out of range, ids that do not exist.
pub fn solve_several(resolved: &ResolvedScenario, question: &GoalSeek) -> Result<Solution, Vec<Fault>> {
    let faults = faults(resolved, question);
    if faults.is_empty() { Ok(question::solve(resolved, question)) } else { Err(faults) }
}

/// All that is wrong with a question; each fault says at which lever or goal.
pub fn faults(resolved: &ResolvedScenario, question: &GoalSeek) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut count = |at: &str, n: usize, most: usize| {
        let allowed = Allowed { min: 1.0, max: most as f64, whole: true, unit: None };
        faults.extend(Problem::of(&allowed, n as f64).map(|problem| Fault::new(at, problem)));
    };
    count("levers", question.levers.len(), MAX_LEVERS);
    count("goals", question.goals.len(), MAX_GOALS);
    for (i, lever) in question.levers.iter().enumerate() {
        let at = inside("levers", lever.input.id());
        if question.levers[..i].iter().any(|other| other.input == lever.input) {
            faults.push(Fault::new("levers", Problem::RepeatedKey { key: lever.input.id().to_owned() }));
        }
        faults.extend(lever.fault(&at));
    }
    if let Some(lever) = question.aim.lever()
        && !question.levers.iter().any(|known| known.input == lever)
    {
        let nearest = question.levers.iter().map(|lever| lever.input.id().to_owned()).collect();
        let what = Words { zh: "本题所选的可调项", en: "lever of this question" };
        faults.push(Fault::new("aim", Problem::UnknownId { what, id: lever.id().to_owned(), nearest }));
    }
    for (i, goal) in question.goals.iter().enumerate() {
        faults.extend(goal.fault(resolved, &inside("goals", &i.to_string())));
    }
    faults
}

/// The numbers that may be levers: all but switches.
pub(crate) fn moves(input: InputId) -> bool {
    input.spec().shape != Shape::Switch
}
