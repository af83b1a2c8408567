//! Downhill from one point: straight-line models of the goals within a radius of trust.
//!
//! Slopes are secants as long as the radius is wide, on both sides of the point, so that a kink or a
//! short plateau does not stop the walk; as the radius shrinks they become slopes. A step is taken
//! only where a run says that it is better: what is missing at a price, and half the change.

use super::MAX_LEVERS;
use super::quadratic::{Inequality, Quadratic};
use super::task::{Score, Task};
use super::trial::{Point, Trial};

/// The price of what is missing, in the programme under a step: next to never worth paying.
const PRICE: f64 = 1e6;

/// Where a step may end on its way, as shares of it.
const SHARES: [f64; 4] = [1.0, 0.5, 0.25, 0.08];

/// A radius below this is a point.
const LEAST_RADIUS: f64 = 1e-9;

/// A point that was run, and what came of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) point: Point,
    pub(super) score: Score,
}

/// The walk, with its workspace.
#[derive(Default)]
pub(super) struct Descent {
    quadratic: Quadratic,
    here: Vec<f64>,
    around: Vec<f64>,
    trials: Vec<f64>,
    points: Vec<Point>,
    /// For each lever the slopes of all rows to the left, then to the right.
    slopes: Vec<f64>,
}

impl Descent {
    /// Goes down from `start` for at most so many rounds.
    pub(super) fn descend(
        &mut self,
        trial: &mut Trial<'_>,
        task: &Task,
        start: &Point,
        mut radius: f64,
        rounds: usize,
    ) -> Found {
        let mut point = trial.snap(task.inside(*start));
        trial.run(&[point], &mut self.here);
        for _ in 0..rounds {
            self.look_around(trial, task, &point, radius);
            let middle = self.step(task, &point, radius, None);
            let best = self.step(task, &point, radius, Some(&middle));
            let price = (2.0 * self.quadratic.largest()).clamp(1.0, PRICE);
            let merit = |point: &Point, results: &[f64]| 0.5 * task.change(point) + price * task.missing(results);
            let now = merit(&point, &self.here);

            self.points.clear();
            for goal in [&best, &middle] {
                self.points.extend(SHARES.map(|share| trial.snap(between(task.n, &point, goal, share))));
            }
            trial.run(&self.points, &mut self.trials);
            let width = trial.width();
            let results = |k: usize| k * width..(k + 1) * width;
            let mut chosen = (now, None);
            for (k, candidate) in self.points.iter().enumerate() {
                let value = merit(candidate, &self.trials[results(k)]);
                if value < chosen.0 {
                    chosen = (value, Some(k));
                }
            }
            let full = matches!(chosen.1, Some(0 | 4));
            if !full {
                // The goals bend on the way: aim again with what they were at the end of the step.
                let end = self.points[0];
                let bent = self.bend(task, &point, &end, radius, width);
                let bent = trial.snap(bent);
                let mut run = std::mem::take(&mut self.around);
                trial.run(&[bent], &mut run);
                if merit(&bent, &run) < chosen.0 {
                    self.points[0] = bent;
                    self.trials[..width].copy_from_slice(&run);
                    chosen = (merit(&bent, &run), Some(0));
                }
                self.around = run;
            }
            match chosen {
                (value, Some(k)) if now - value > 1e-15 * now.abs() => {
                    let next = self.points[k];
                    let length = (0..task.n).map(|i| (next[i] - point[i]).abs()).fold(0.0, f64::max);
                    point = next;
                    let range = results(k);
                    self.here.clear();
                    self.here.extend_from_slice(&self.trials[range]);
                    radius = if full && length > 0.9 * radius { (2.0 * radius).min(1.0) } else { radius };
                    radius = if full { radius } else { radius.min(2.0 * length) };
                }
                _ => radius *= 0.2,
            }
            if radius < LEAST_RADIUS {
                break;
            }
        }
        Found { point, score: task.score(&point, &self.here) }
    }

    /// Measures the slopes of all rows on both sides of each lever.
    fn look_around(&mut self, trial: &mut Trial<'_>, task: &Task, point: &Point, radius: f64) {
        let step = (0.25 * radius).clamp(1e-8, 0.02);
        self.points.clear();
        for (i, share) in point.iter().enumerate().take(task.n) {
            let step = trial.axes[i].step(step);
            for side in [-step, step] {
                let mut comparison = *point;
                comparison[i] = (share + side).clamp(task.low[i], task.high[i]);
                self.points.push(trial.snap(comparison));
            }
        }
        trial.run(&self.points, &mut self.around);
        let (m, width) = (task.rows.len(), trial.width());
        self.slopes.clear();
        self.slopes.resize(2 * m * task.n, 0.0);
        for (i, share) in point.iter().enumerate().take(task.n) {
            for side in 0..2 {
                let k = 2 * i + side;
                let run = self.points[k][i] - share;
                if run == 0.0 {
                    continue;
                }
                let results = &self.around[k * width..(k + 1) * width];
                for (r, row) in task.rows.iter().enumerate() {
                    let slope = (row.excess(results) - row.excess(&self.here)) / run;
                    self.slopes[k * m + r] = if slope.is_finite() { slope } else { 0.0 };
                }
            }
            // At an end of the range there is one side alone.
            for side in 0..2 {
                if self.points[2 * i + side][i] == *share {
                    let (from, to) = ((2 * i + 1 - side) * m, (2 * i + side) * m);
                    self.slopes.copy_within(from..from + m, to);
                }
            }
        }
    }

    /// The slope of a row by a lever: between both sides, or that of the side a step went to.
    fn slope(&self, m: usize, i: usize, r: usize, towards: f64) -> f64 {
        let (left, right) = (self.slopes[2 * i * m + r], self.slopes[(2 * i + 1) * m + r]);
        if towards > 0.0 {
            right
        } else if towards < 0.0 {
            left
        } else {
            0.5 * (left + right)
        }
    }

    /// The best point within the radius, as the straight lines have it; `towards` chooses their sides.
    fn step(&mut self, task: &Task, point: &Point, radius: f64, towards: Option<&Point>) -> Point {
        let here = std::mem::take(&mut self.here);
        let step = self.programme(task, point, radius, towards, |r| (task.rows[r].excess(&here), *point));
        self.here = here;
        step
    }

    /// As [`Descent::step`], with the rows' values from the end of a step that was tried.
    fn bend(&mut self, task: &Task, point: &Point, end: &Point, radius: f64, width: usize) -> Point {
        let trials = std::mem::take(&mut self.trials);
        let bent = self.programme(task, point, radius, Some(end), |r| (task.rows[r].excess(&trials[..width]), *end));
        self.trials = trials;
        bent
    }

    /// Solves the programme whose row `r` has the value `known(r).0` at the point `known(r).1`.
    fn programme(
        &mut self,
        task: &Task,
        point: &Point,
        radius: f64,
        towards: Option<&Point>,
        known: impl Fn(usize) -> (f64, Point),
    ) -> Point {
        let (n, m) = (task.n, task.rows.len());
        self.quadratic.clear();
        for r in 0..m {
            let (value, at) = known(r);
            let mut row = Inequality { a: [0.0; MAX_LEVERS], b: -value, price: PRICE };
            let mut reach = 0.0;
            for i in 0..n {
                row.a[i] = self.slope(m, i, r, towards.map_or(0.0, |towards| towards[i] - point[i]));
                row.b += row.a[i] * at[i];
                reach += row.a[i].abs() * (radius + (at[i] - point[i]).abs());
            }
            // What can not be broken within the radius need not be looked at.
            if value + reach > 0.0 && reach > 0.0 {
                self.quadratic.push(row);
            }
        }
        let (mut low, mut high) = (task.low, task.high);
        for i in 0..n {
            low[i] = low[i].max(point[i] - radius);
            high[i] = high[i].min(point[i] + radius);
        }
        self.quadratic.solve(n, &task.near, &task.weights, &low, &high)
    }
}

/// A share of the way from one point to another.
pub(super) fn between(n: usize, from: &Point, to: &Point, share: f64) -> Point {
    if share == 1.0 {
        return *to;
    }
    let mut point = *from;
    for i in 0..n {
        point[i] += share * (to[i] - from[i]);
    }
    point
}
