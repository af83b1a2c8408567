//! The answer in the steps that people set levers by: 60 teachers a year, not 59.76.

use super::GoalSeek;
use super::answer::{ConstraintStatus, Feasibility, Setting, Solution};
use super::search::standing;
use super::task::Task;
use super::trial::{Point, Trial};
use crate::solve;
use voced_scenario::ResolvedScenario;
use voced_scenario::error::Fault;

/// The most combinations of steps that are tried; a run of one takes a microsecond.
const MOST: usize = 4096;

/// So many at a time: with many goals a row of results is long.
const BLOCK: usize = 256;

/// Steps next to the exact level, to both sides, the nearest first.
const AROUND: [f64; 4] = [0.0, 1.0, -1.0, 2.0];

/// The answer with every lever that moves at a whole step of its slider: of the steps next to the exact
/// levels those that change least and still meet every goal. An answer that has none of the kind, or that
/// is a no, comes back as it is.
pub fn in_steps(resolved: &ResolvedScenario, question: &GoalSeek, exact: Solution) -> Solution {
    if exact.outcome != Feasibility::Met {
        return exact;
    }
    stepped(resolved, question, &exact).unwrap_or(exact)
}

/// Looks for levels of several levers that meet several goals, in whole steps where there are such.
///
/// # Errors
/// Those of [`solve_several`](super::solve_several).
pub fn solve_in_steps(resolved: &ResolvedScenario, question: &GoalSeek) -> Result<Solution, Vec<Fault>> {
    Ok(in_steps(resolved, question, solve::solve_several(resolved, question)?))
}

fn stepped(resolved: &ResolvedScenario, question: &GoalSeek, exact: &Solution) -> Option<Solution> {
    let levels = best_steps(resolved, question, exact)?;
    let mut answer = exact.clone();
    for (setting, level) in answer.levers.iter_mut().zip(levels) {
        let exact = setting.exact;
        *setting = Setting { exact, ..Setting::new(resolved, setting.input, setting.within, setting.present, level) };
    }
    // Judged as the scenario will be that someone takes over.
    let resolved = answer.apply(&resolved.scenario).resolve().ok()?;
    let mut trial = Trial::new(&resolved, &question.levers, &question.goals);
    let point = trial.present();
    trial.run_one(&point);
    for (known, goal) in answer.goals.iter_mut().zip(&question.goals) {
        let now = standing(&trial, goal);
        if !now.is_met() {
            return None;
        }
        *known = ConstraintStatus { at_present: known.at_present, binding: known.binding, ..now };
    }
    let moves = answer.levers.iter().zip(&trial.axes);
    answer.change = moves.map(|(one, axis)| ((one.level - one.present) / axis.width()).powi(2)).sum();
    answer.runs += trial.runs;
    Some(answer)
}

/// The levels in whole steps that meet every goal and are the best of those.
fn best_steps(resolved: &ResolvedScenario, question: &GoalSeek, exact: &Solution) -> Option<Vec<f64>> {
    let choices: Vec<Vec<f64>> = exact.levers.iter().map(|setting| steps_around(resolved, setting)).collect();
    let free = choices.iter().filter(|steps| steps.len() > 1).count() as u32;
    let fits = |each: &usize| each.checked_pow(free).is_some_and(|count| count <= MOST);
    let each = (2..=AROUND.len()).rev().find(fits).unwrap_or(1);
    let choices: Vec<&[f64]> = choices.iter().map(|steps| &steps[..steps.len().min(each)]).collect();

    let mut trial = Trial::new(resolved, &question.levers, &question.goals);
    let task = Task::new(&mut trial, &question.goals, question.aim);
    let count = choices.iter().map(|steps| steps.len()).product();
    let levels = |mut place: usize| -> Vec<f64> {
        let mut next = |steps: &&[f64]| {
            let level = steps[place % steps.len()];
            place /= steps.len();
            level
        };
        choices.iter().map(&mut next).collect()
    };
    let mut results = Vec::new();
    let mut best: Option<(f64, usize)> = None;
    for first in (0..count).step_by(BLOCK) {
        let points: Vec<Point> = (first..count.min(first + BLOCK)).map(|place| trial.point(&levels(place))).collect();
        trial.run(&points, &mut results);
        for (i, (point, row)) in points.iter().zip(results.chunks(trial.width().max(1))).enumerate() {
            let score = task.score(point, row);
            if score.is_met() && best.is_none_or(|(change, _)| score.change < change) {
                best = Some((score.change, first + i));
            }
        }
    }
    best.map(|(_, place)| levels(place))
}

/// The steps of a lever next to its exact level, and within its range; that level alone where it stays,
/// stands at an end, or is a whole step.
fn steps_around(resolved: &ResolvedScenario, setting: &Setting) -> Vec<f64> {
    let reach = resolved.scenario.reach(setting.input);
    let (low, high) = setting.within;
    // A goal may take a lever further than its slider goes.
    let nearest = reach.whole(setting.level);
    if !setting.moves() || setting.bound.is_some() || nearest == setting.level {
        return vec![setting.level];
    }
    let side = if nearest < setting.level { 1.0 } else { -1.0 };
    let steps = AROUND.map(|steps| reach.whole(nearest + side * steps * reach.step));
    let mut within: Vec<f64> = Vec::new();
    for level in steps {
        if (low..=high).contains(&level) && !within.contains(&level) {
            within.push(level);
        }
    }
    if within.is_empty() { vec![setting.level] } else { within }
}
