//! Which levers move which goals, and which goals can be met at all.

use super::conflict::can;
use super::descent::Descent;
use super::pool::Pool;
use super::search::Solver;
use super::task::{ROUNDING, Task};
use super::trial::Trial;
use super::{Aim, Goal, Lever, MAX_LEVERS};
use crate::World;

/// Where a lever is tried, as shares of its range.
const SHARES: [f64; 8] = [0.0, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 1.0];

/// The most that moving one lever alone takes from what one of the goals misses, for each unit of the
/// squared change; `None` where it helps none of them.
pub(in crate::solve) fn help(world: &World, lever: Lever, goals: &[Goal]) -> Option<f64> {
    let mut trial = Trial::new(world, &[lever], goals);
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
    let mut most: Option<f64> = None;
    for goal in 0..goals.len() {
        let task = task.with(|other| other == goal);
        let now = task.missing(&results[..width]);
        for (point, results) in points.iter().zip(results.chunks(width)).skip(1) {
            let gain = now - task.missing(results);
            if gain > ROUNDING {
                most = Some(most.unwrap_or(0.0).max(gain / task.change(point).sqrt()));
            }
        }
    }
    most
}

/// Whether each goal can be met when it is the only one.
pub(in crate::solve) fn reachable(world: &World, levers: &[Lever], goals: &[Goal]) -> Vec<bool> {
    let mut trial = Trial::new(world, levers, goals);
    let task = Task::new(&mut trial, goals, Aim::Nearest);
    let pool = Pool::new(&mut trial, world.scenario.seed);
    let mut solver = Solver { trial, descent: Descent::default(), pool, goals };
    (0..goals.len()).map(|goal| can(&mut solver, &task, |other| other == goal)).collect()
}
