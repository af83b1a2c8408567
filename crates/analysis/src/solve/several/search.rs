//! The search: where to begin, what to go on with, and how a point is judged.

use super::answer::{ConstraintStatus, Feasibility, Setting, Solution};
use super::descent::{Descent, Found, between};
use super::pool::Pool;
use super::task::{ROUNDING, Task};
use super::trial::{Point, Trial};
use super::{Goal, When};
use crate::solve::search::Search;
use voced_scenario::targets::Op;

/// How hard a search tries.
#[derive(Clone, Copy)]
pub(super) struct Effort {
    /// Starts of each kind.
    pub(super) starts: usize,
    /// Rounds of the first walk from each start.
    pub(super) first: usize,
    /// How many of them go on, and for how many rounds.
    pub(super) then: (usize, usize),
    /// Whether to look to all sides of the best in the end.
    pub(super) polish: bool,
    /// Whether to be content with any point that meets every goal.
    pub(super) any: bool,
}

/// Everything a search needs.
pub(super) struct Solver<'a> {
    pub(super) trial: Trial<'a>,
    pub(super) descent: Descent,
    pub(super) pool: Pool,
    pub(super) goals: &'a [Goal],
}

impl Solver<'_> {
    /// The best point of a task.
    pub(super) fn find(&mut self, task: &Task, effort: Effort) -> Found {
        let mut starts = vec![task.inside(self.trial.present())];
        starts.extend(self.pool.starts(task, effort.starts));
        if effort.polish {
            starts.extend((0..task.n).map(|i| self.alone(task, i)));
        }
        let mut found = Vec::new();
        for start in starts {
            let start = self.drawn_in(task, &start);
            let walked = self.descent.descend(&mut self.trial, task, &start, 0.25, effort.first);
            if effort.any && walked.score.is_met() {
                return walked;
            }
            found.push(walked);
        }
        let order = |a: &Found, b: &Found| b.score.beats(&a.score).cmp(&a.score.beats(&b.score));
        // Sorting needs no total order here: the best few go on, whatever their order is.
        for i in 1..found.len() {
            let mut k = i;
            while k > 0 && order(&found[k - 1], &found[k]).is_gt() {
                found.swap(k - 1, k);
                k -= 1;
            }
        }
        let mut best = found[0];
        for start in &found[..effort.then.0.min(found.len())] {
            let walked = self.descent.descend(&mut self.trial, task, &start.point, 0.1, effort.then.1);
            best = better(best, walked);
            if effort.any && best.score.is_met() {
                return best;
            }
        }
        best = self.neighbours(task, best);
        if effort.polish {
            for radius in [0.1, 0.01] {
                best = self.polished(task, best, radius);
            }
        }
        best
    }

    /// The nearest level of one lever that does it alone, or the best one.
    fn alone(&mut self, task: &Task, i: usize) -> Point {
        let start = task.inside(task.near);
        let mut results = Vec::new();
        let Solver { trial, .. } = self;
        let at = |share: f64| {
            let mut point = start;
            point[i] = share;
            point
        };
        let mut search = Search::new(task.low[i], task.high[i], start[i], false, Op::AtLeast, |share| {
            trial.run(&[trial.snap(at(share))], &mut results);
            let missing = task.missing(&results);
            (f64::NAN, if missing <= ROUNDING { 0.0 } else { missing })
        });
        let found = search.nearest();
        at(found.unwrap_or(search.best().0))
    }

    /// The nearest point on the way to where all would be best that meets every goal, if the start does.
    fn drawn_in(&mut self, task: &Task, start: &Point) -> Point {
        let near = task.inside(task.near);
        let points: Vec<Point> =
            (1..=8).map(|step| self.trial.snap(between(task.n, &near, start, f64::from(step) / 8.0))).collect();
        let mut results = Vec::new();
        self.trial.run(&points, &mut results);
        let met = |results: &[f64]| task.missing(results) <= ROUNDING;
        let width = self.trial.width();
        if !met(&results[7 * width..]) {
            return *start;
        }
        let first = results.chunks(width).position(met).unwrap_or(7);
        points[first]
    }

    /// Whole numbers next to the best, with everything else moved to suit.
    fn neighbours(&mut self, task: &Task, mut best: Found) -> Found {
        for _ in 0..4 {
            let before = best.score;
            for i in 0..task.n {
                if !self.trial.axes[i].whole {
                    continue;
                }
                for step in [-1.0, 1.0, -2.0, 2.0, -4.0, 4.0] {
                    let share = best.point[i] + step / self.trial.axes[i].width();
                    if !(task.low[i]..=task.high[i]).contains(&share) {
                        continue;
                    }
                    let mut with_snapshot = task.clone();
                    (with_snapshot.low[i], with_snapshot.high[i]) = (share, share);
                    let walked = self.descent.descend(&mut self.trial, &with_snapshot, &best.point, 0.1, 12);
                    best = better(best, walked);
                }
            }
            if !best.score.beats(&before) {
                break;
            }
        }
        best
    }

    /// Steps to all sides, each with a walk from there.
    fn polished(&mut self, task: &Task, mut best: Found, radius: f64) -> Found {
        for i in 0..task.n {
            for side in [-radius, radius] {
                let mut start = best.point;
                start[i] = (start[i] + side).clamp(task.low[i], task.high[i]);
                let walked = self.descent.descend(&mut self.trial, task, &start, radius, 8);
                best = better(best, walked);
            }
        }
        let walked = self.descent.descend(&mut self.trial, task, &best.point, 0.1 * radius, 25);
        better(best, walked)
    }

    /// Each goal at a point, run as the scenario would be and judged as targets are.
    pub(super) fn standings(&mut self, point: &Point) -> Vec<ConstraintStatus> {
        self.trial.run_one(point);
        self.goals.iter().map(|goal| standing(&self.trial, goal)).collect()
    }

    pub(super) fn answer(
        &mut self,
        task: &Task,
        point: &Point,
        mut goals: Vec<ConstraintStatus>,
        binding: Option<Vec<bool>>,
        conflict: Option<super::Conflict>,
    ) -> Solution {
        for (standing, binding) in goals.iter_mut().zip(binding.unwrap_or_default()) {
            standing.binding = binding;
        }
        let resolved = self.trial.resolved;
        let settings = self.trial.axes.iter().zip(point).map(|(axis, share)| {
            Setting::new(resolved, axis.input, (axis.low, axis.high), axis.level, axis.at(*share))
        });
        let settings: Vec<Setting> = settings.collect();
        let outcome = match (&conflict, settings.iter().any(Setting::moves)) {
            (Some(_), _) => Feasibility::No,
            (None, true) => Feasibility::Met,
            (None, false) => Feasibility::Already,
        };
        let present = self.trial.present();
        let change = (0..task.n).map(|i| (point[i] - present[i]) * (point[i] - present[i])).sum();
        let mut results = Vec::new();
        self.trial.run(&[*point], &mut results);
        let missing = if conflict.is_some() { task.missing(&results) } else { 0.0 };
        Solution { outcome, levers: settings, goals, change, missing, conflict, runs: self.trial.runs }
    }
}

fn better(best: Found, other: Found) -> Found {
    if other.score.beats(&best.score) { other } else { best }
}

/// A goal at the point run last.
pub(super) fn standing(trial: &Trial<'_>, goal: &Goal) -> ConstraintStatus {
    let series = trial.series(&goal.metric);
    let scale = series.iter().flatten().fold(0.0_f64, |scale, value| scale.max(value.abs()));
    let is_share = goal.metric.is_share();
    let judged = goal.years(trial.resolved).filter_map(|t| Some((t, series.get(t).copied().flatten()?)));
    let worst = judged.min_by(|a, b| {
        let slack = |value: f64| goal.op.slack(value, goal.value, is_share);
        slack(a.1).total_cmp(&slack(b.1))
    });
    let base_year = trial.resolved.base_year();
    let year = match (worst, goal.when) {
        (Some((t, _)), _) => base_year + t as i32,
        (None, When::Year(year)) => year,
        (None, When::Every) => trial.resolved.scenario.horizon,
    };
    let result = worst.map(|(_, value)| value);
    ConstraintStatus {
        goal: goal.clone(),
        year,
        result,
        slack: result.map(|value| goal.op.slack(value, goal.value, is_share)),
        shortfall: result.map(|value| goal.op.shortfall(value, goal.value, scale, is_share)),
        at_present: result,
        binding: false,
    }
}
