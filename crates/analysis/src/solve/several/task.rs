//! The goals as inequalities, and how good a point is.

use super::trial::{Point, Trial};
use super::{Aim, Goal, MAX_LEVERS};
use voced_scenario::targets::Op;

/// Up to this, as a share of the goal's size, nothing is missing: a tenth of what targets allow for
/// rounding.
pub(super) const ROUNDING: f64 = 1e-10;

/// What the changes of the other levers weigh beside the one that is to be high or low: enough to
/// choose among equals, too little to hold it back.
const OTHERS: f64 = 1e-7;

/// One side of one goal in one year: `sign * (value - limit) / size <= 0`.
#[derive(Clone, Copy, Debug)]
pub(super) struct GoalSide {
    /// The goal, by its place in the question.
    pub(super) goal: usize,
    cell: usize,
    sign: f64,
    limit: f64,
    size: f64,
    /// How many years are judged, in the first of them; zero in the others.
    years: usize,
}

impl GoalSide {
    /// What is missing where it is positive, as a share of the goal's size.
    #[inline]
    pub(super) fn excess(&self, results: &[f64]) -> f64 {
        let value = results[self.cell];
        if !value.is_nan() {
            return self.sign * (value - self.limit) / self.size;
        }
        // Years without a value are passed over; where there is none at all, the whole goal is missing.
        let judged = &results[self.cell..self.cell + self.years];
        if !judged.is_empty() && judged.iter().all(|value| value.is_nan()) { 1.0 } else { 0.0 }
    }
}

/// What is looked for: rows to keep, a box to stay in, a point to be near.
#[derive(Clone)]
pub(super) struct Task {
    pub(super) rows: Vec<GoalSide>,
    pub(super) low: Point,
    pub(super) high: Point,
    /// The point to be near.
    pub(super) near: Point,
    /// How much each share counts.
    pub(super) weights: Point,
    /// How many levers there are.
    pub(super) n: usize,
}

/// How good a point is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Score {
    /// What is missing in all, each goal by its size.
    pub(super) missing: f64,
    /// The change, or how far the lever is from where it is to be; the less the better.
    pub(super) change: f64,
}

impl Score {
    /// Whether every goal is met.
    pub(super) fn is_met(&self) -> bool {
        self.missing <= ROUNDING
    }

    /// Whether this is better than the other by more than dust: first what is missing, then the change.
    pub(super) fn beats(&self, other: &Score) -> bool {
        match (self.is_met(), other.is_met()) {
            (true, true) => self.change < other.change,
            (true, false) => true,
            (false, true) => false,
            (false, false) => {
                let alike = (self.missing - other.missing).abs() <= 1e-9 * other.missing;
                if alike { self.change < other.change } else { self.missing < other.missing }
            }
        }
    }
}

impl Task {
    /// The task of a question. The size of a goal is the largest of the goal itself and the metric's
    /// values in the judged years at the present levels; one where all of these are zero.
    pub(super) fn new(trial: &mut Trial<'_>, goals: &[Goal], aim: Aim) -> Task {
        let n = trial.axes.len();
        let present = trial.present();
        let mut results = Vec::new();
        trial.run(&[present], &mut results);
        let mut rows = Vec::new();
        let mut cell = 0;
        for (place, goal) in goals.iter().enumerate() {
            let years = goal.years(trial.resolved).len();
            let values = &results[cell..cell + years];
            let size = values.iter().filter(|value| value.is_finite()).fold(goal.value.abs(), |a, b| a.max(b.abs()));
            let size = if size > 0.0 { size } else { 1.0 };
            let band = goal.op.band(goal.value, goal.metric.is_share());
            for t in 0..years {
                let years = if t == 0 { years } else { 0 };
                let row = |sign: f64, limit: f64| GoalSide { goal: place, cell, sign, limit, size, years };
                if goal.op != Op::AtMost {
                    rows.push(row(-1.0, goal.value - band));
                }
                if goal.op != Op::AtLeast {
                    rows.push(row(1.0, goal.value + band));
                }
                cell += 1;
            }
        }
        let (mut low, mut high) = ([0.0; MAX_LEVERS], [0.0; MAX_LEVERS]);
        let others = if aim == Aim::Nearest { 1.0 } else { OTHERS };
        let (mut near, mut weights) = (present, [others; MAX_LEVERS]);
        for (i, axis) in trial.axes.iter().enumerate() {
            high[i] = if axis.high > axis.low { 1.0 } else { 0.0 };
            low[i] = 0.0;
            if aim.lever() == Some(axis.input) {
                near[i] = if matches!(aim, Aim::Lowest(_)) { low[i] } else { high[i] };
                weights[i] = 1.0;
            }
        }
        Task { rows, low, high, near, weights, n }
    }

    /// The same with these goals alone.
    pub(super) fn with(&self, keep: impl Fn(usize) -> bool) -> Task {
        let rows = self.rows.iter().copied().filter(|row| keep(row.goal)).collect();
        Task { rows, ..self.clone() }
    }

    /// The same with one goal asking for a little less (more, where `share` is negative), as a share
    /// of its size.
    pub(super) fn relaxed(&self, share: f64, which: impl Fn(usize) -> bool) -> Task {
        let mut task = self.clone();
        for row in task.rows.iter_mut().filter(|row| which(row.goal)) {
            row.limit += row.sign * share * row.size;
        }
        task
    }

    /// The point within the box.
    pub(super) fn inside(&self, mut point: Point) -> Point {
        let sides = self.low.iter().zip(&self.high);
        for (share, (low, high)) in point.iter_mut().zip(sides).take(self.n) {
            *share = share.clamp(*low, *high);
        }
        point
    }

    /// The change of a point, whatever is missing.
    pub(super) fn change(&self, point: &Point) -> f64 {
        (0..self.n).map(|i| self.weights[i] * (point[i] - self.near[i]) * (point[i] - self.near[i])).sum()
    }

    pub(super) fn missing(&self, results: &[f64]) -> f64 {
        self.rows.iter().map(|row| row.excess(results).max(0.0)).sum()
    }

    pub(super) fn score(&self, point: &Point, results: &[f64]) -> Score {
        Score { missing: self.missing(results), change: self.change(point) }
    }
}
