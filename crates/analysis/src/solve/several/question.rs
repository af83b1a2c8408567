//! From a question to its answer.

use super::GoalSeek;
use super::answer::{ConstraintStatus, Solution};
use super::conflict;
use super::descent::Descent;
use super::pool::Pool;
use super::search::{Effort, Solver};
use super::task::Task;
use super::trial::Trial;
use voced_scenario::ResolvedScenario;

/// For the answer itself.
const THOROUGH: Effort = Effort { starts: 4, first: 8, then: (3, 60), polish: true, any: false };

/// Answers a sound question.
pub(super) fn solve(resolved: &ResolvedScenario, question: &GoalSeek) -> Solution {
    let mut trial = Trial::new(resolved, &question.levers, &question.goals);
    let task = Task::new(&mut trial, &question.goals, question.aim);
    let pool = Pool::new(&mut trial, resolved.scenario.seed);
    let mut solver = Solver { trial, descent: Descent::default(), pool, goals: &question.goals };
    let present = solver.trial.present();
    let at_present = solver.standings(&present);
    let already = question.aim.lever().is_none() && task.inside(present) == present;
    if already && at_present.iter().all(ConstraintStatus::is_met) {
        return solver.answer(&task, &present, at_present, None, None);
    }
    let best = solver.find(&task, THOROUGH);
    let best = solver.settle(&task, best);
    let mut standings = solver.standings(&best.point);
    for (standing, now) in standings.iter_mut().zip(at_present) {
        standing.at_present = now.result;
    }
    if standings.iter().all(ConstraintStatus::is_met) {
        let binding = solver.binding(&task, &best, &standings);
        return solver.answer(&task, &best.point, standings, Some(binding), None);
    }
    let conflict = conflict::conflict(&mut solver, &task, &best, &standings);
    solver.answer(&task, &best.point, standings, None, Some(conflict))
}
