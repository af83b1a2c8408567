//! The answer made fit to be read: levers that hardly move, dust, numbers that are short but for dust.

use super::answer::ConstraintStatus;
use super::descent::Found;
use super::search::Solver;
use super::task::{ROUNDING, Task};
use super::trial::Point;
use voced_scenario::targets::Op;

/// Closer than this to where it is now a lever stays where it is; to an end, it stands there.
const NEAR: f64 = 1e-7;

impl Solver<'_> {
    /// Levers that hardly move put back, and goals met to the last digit where that costs nothing.
    pub(super) fn settle(&mut self, task: &Task, best: Found) -> Found {
        let mut point = best.point;
        let present = self.trial.present();
        for i in 0..task.n {
            for mark in [task.low[i], task.high[i], present[i]] {
                if (point[i] - mark).abs() <= NEAR && (task.low[i]..=task.high[i]).contains(&mark) {
                    point[i] = mark;
                }
            }
        }
        let mut best = self.unless_worse(task, best, &point);
        // A billionth within the goals: an answer that needs no allowance for rounding reads better.
        for share in [1e-15, 1e-13, 1e-11] {
            if self.standings(&best.point).iter().all(|goal| goal.slack.is_some_and(|slack| slack >= 0.0)) {
                break;
            }
            let inward = task.relaxed(-share, |goal| self.goals[goal].op != Op::Equal);
            let walked = self.descent.descend(&mut self.trial, &inward, &best.point, 1e-6, 12);
            best = self.unless_worse(task, best, &walked.point);
        }
        self.tidied(task, best)
    }

    /// Levels that are a short number but for dust, such as a share of 0.4, made that number.
    fn tidied(&mut self, task: &Task, mut best: Found) -> Found {
        for i in 0..task.n {
            let axis = &self.trial.axes[i];
            let level = axis.at(best.point[i]);
            let short = short(level);
            if short == level || (short - level).abs() > 1e-9 * level.abs() {
                continue;
            }
            let mut point = best.point;
            point[i] = ((short - axis.low) / axis.width()).clamp(task.low[i], task.high[i]);
            let met = best.score.is_met();
            if met && self.standings(&point).iter().all(ConstraintStatus::is_met) {
                best = self.unless_worse(task, best, &point);
            }
        }
        best
    }

    /// The point in place of the best, unless it misses more or changes more than by dust.
    fn unless_worse(&mut self, task: &Task, best: Found, point: &Point) -> Found {
        let mut results = Vec::new();
        self.trial.run(&[*point], &mut results);
        let score = task.score(point, &results);
        let missing = (best.score.missing * (1.0 + 1e-9)).max(ROUNDING);
        let as_good = score.missing <= missing && score.change <= best.score.change + 1e-6;
        if as_good { Found { point: *point, score } } else { best }
    }
}

/// A number to six digits.
fn short(value: f64) -> f64 {
    let mut unit = 1e-6;
    while unit * 1e6 <= value.abs() {
        unit *= 10.0;
    }
    // Dividing by a whole number keeps 0.4 what it is.
    if unit < 1.0 {
        (value * (1.0 / unit).round()).round() / (1.0 / unit).round()
    } else {
        (value / unit).round() * unit
    }
}
