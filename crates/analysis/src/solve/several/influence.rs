//! Which levers move which goals, and which goals can be met at all.

use super::conflict::can;
use super::descent::Descent;
use super::pool::Pool;
use super::search::Solver;
use super::task::{ROUNDING, Task};
use super::trial::Trial;
use super::{Aim, Goal, Lever, MAX_LEVERS};
use voced_scenario::ResolvedScenario;

/// Where a lever is tried, as shares of its range.
const SHARES: [f64; 8] = [0.0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 1.0];

/// The most that moving one lever alone takes from what a goal misses, for each unit of the change;
/// `None` where it does not help.
pub(in crate::solve) fn help(resolved: &ResolvedScenario, lever: Lever, goal: &Goal) -> Option<f64> {
    let goals = std::slice::from_ref(goal);
    let mut trial = Trial::new(resolved, &[lever], goals);
    let task = Task::new(&mut trial, goals, Aim::Nearest);
    let mut points = vec![trial.present()];
    points.extend(SHARES.map(|share| {
        let mut point = [0.0; MAX_LEVERS];
        point[0] = share;
        trial.snap(point)
    }));
    let mut results = Vec::new();
    trial.run(&points, &mut results);
    let width = trial.width();
    let now = task.missing(&results[..width]);
    let gain = |(point, results): (&_, &[f64])| (now - task.missing(results), task.change(point).sqrt());
    let gains = points.iter().zip(results.chunks(width)).map(gain).filter(|(gain, _)| *gain > ROUNDING);
    gains.map(|(gain, change)| gain / change).max_by(f64::total_cmp)
}

/// Whether a goal can be met when it is the only one.
pub(in crate::solve) fn reachable(resolved: &ResolvedScenario, levers: &[Lever], goal: &Goal) -> bool {
    let goals = std::slice::from_ref(goal);
    let mut trial = Trial::new(resolved, levers, goals);
    let task = Task::new(&mut trial, goals, Aim::Nearest);
    let pool = Pool::new(&mut trial, resolved.scenario.seed);
    let mut solver = Solver { trial, descent: Descent::default(), pool, goals };
    can(&mut solver, &task, |_| true)
}
