//! Which goals hold the answer back.

use super::answer::ConstraintStatus;
use super::descent::Found;
use super::search::Solver;
use super::task::{ROUNDING, Task};

/// A share of a goal's size that a goal is relaxed by to see whether it binds.
const A_LITTLE: f64 = 1e-4;

impl Solver<'_> {
    /// Which goals bind: at their limit, and a little less asked for makes the answer better.
    pub(super) fn binding(&mut self, task: &Task, best: &Found, standings: &[ConstraintStatus]) -> Vec<bool> {
        let mut results = Vec::new();
        self.trial.run(&[best.point], &mut results);
        (0..standings.len())
            .map(|goal| {
                let at_limit = task.rows.iter().any(|row| row.goal == goal && row.excess(&results) > -1e-6);
                if !at_limit {
                    return self.stops_whole_numbers(task, best, goal);
                }
                let relaxed = task.relaxed(A_LITTLE, |other| other == goal);
                let walked = self.descent.descend(&mut self.trial, &relaxed, &best.point, 0.02, 25);
                let gain = best.score.change - walked.score.change;
                walked.score.is_met() && gain > 1e-9 + 1e-7 * best.score.change
            })
            .collect()
    }

    /// Whether a whole-number lever one step closer would break this goal and no other: whole numbers
    /// stop short of limits.
    fn stops_whole_numbers(&mut self, task: &Task, best: &Found, goal: usize) -> bool {
        let mut results = Vec::new();
        (0..task.n).any(|i| {
            let away = task.near[i] - best.point[i];
            if !self.trial.axes[i].whole || away == 0.0 {
                return false;
            }
            let mut point = best.point;
            point[i] += away.signum() * (1.0 / self.trial.axes[i].width()).min(away.abs());
            self.trial.run(&[self.trial.snap(task.inside(point))], &mut results);
            let broken = |which: bool| {
                task.rows.iter().any(|row| (row.goal == goal) == which && row.excess(&results) > ROUNDING)
            };
            broken(true) && !broken(false)
        })
    }
}
