//! Points all over the box, run once and looked at again for every task.

use super::MAX_LEVERS;
use super::task::{Score, Task};
use super::trial::{Point, Trial};
use crate::random::{Column, key};

/// Draws of the Latin hypercube: some in any case, and some for each lever.
const DRAWS: (u32, u32) = (192, 64);

/// The most corners that are all tried, as a power of two.
const ALL_CORNERS: usize = 6;

/// Levels of each lever that are tried alone.
const ALONE: i32 = 8;

/// Points chosen as starts keep this far from each other.
const APART: f64 = 0.05;

/// The points and what came of them.
pub(super) struct Pool {
    points: Vec<Point>,
    results: Vec<f64>,
    width: usize,
}

impl Pool {
    /// The present levels and each lever alone, the corners, and a Latin hypercube, half of it drawn
    /// in towards the present.
    pub(super) fn new(trial: &mut Trial<'_>, seed: u32) -> Pool {
        let n = trial.axes.len();
        let mut present = trial.present();
        present.iter_mut().for_each(|share| *share = share.clamp(0.0, 1.0));
        let mut points = vec![present];
        for i in 0..n {
            for step in 0..=ALONE {
                let mut point = present;
                point[i] = f64::from(step) / f64::from(ALONE);
                points.push(point);
            }
        }
        let names = trial.axes.iter().map(|axis| axis.input.id());
        let count = DRAWS.0 + DRAWS.1 * n as u32;
        let columns: Vec<Column> = names.map(|name| Column::new(key(seed, name), count)).collect();
        for draw in 0..count {
            let mut point = [0.0; MAX_LEVERS];
            let pull = if draw % 2 == 0 { 1.0 } else { f64::from(draw) / f64::from(count) };
            for (i, column) in columns.iter().enumerate() {
                let share = column.at(draw);
                point[i] = present[i] + pull * (share - present[i]);
            }
            points.push(point);
            // With many levers the corners are drawn, too.
            if n > ALL_CORNERS && draw % 8 == 0 {
                points.push(point.map(|share| if share < 0.5 { 0.0 } else { 1.0 }));
            }
        }
        if n <= ALL_CORNERS {
            for corner in 0..1_u32 << n {
                let mut point = [0.0; MAX_LEVERS];
                for (i, share) in point.iter_mut().enumerate().take(n) {
                    *share = f64::from(corner >> i & 1);
                }
                points.push(point);
            }
        }
        for point in &mut points {
            *point = trial.snap(*point);
        }
        let mut results = Vec::with_capacity(points.len() * trial.width());
        trial.run(&points, &mut results);
        Pool { points, results, width: trial.width() }
    }

    /// The results of every point.
    pub(super) fn results(&self) -> impl Iterator<Item = &[f64]> {
        self.results.chunks(self.width.max(1))
    }

    /// Promising points for a task, at most `each` of a kind: those that meet it with the least change,
    /// those that miss least, and those that miss little for little change.
    pub(super) fn starts(&self, task: &Task, each: usize) -> Vec<Point> {
        let scored: Vec<(Point, Score)> = self
            .points
            .iter()
            .zip(self.results())
            .filter(|(point, _)| task.inside(**point) == **point)
            .map(|(point, results)| (*point, task.score(point, results)))
            .collect();
        let mut starts: Vec<Point> = Vec::new();
        let mut choose = |worth: &dyn Fn(&Score) -> f64| {
            let mut order: Vec<(f64, &Point)> = scored.iter().map(|(point, score)| (worth(score), point)).collect();
            order.retain(|(worth, _)| worth.is_finite());
            order.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut chosen = 0;
            for (_, point) in order {
                if chosen == each {
                    break;
                }
                if starts.iter().all(|other| distance(task.n, point, other) > APART) {
                    starts.push(*point);
                    chosen += 1;
                }
            }
        };
        choose(&|score| if score.is_met() { score.change } else { f64::INFINITY });
        choose(&|score| score.change + 10.0 * score.missing);
        choose(&|score| score.missing);
        starts
    }
}

fn distance(n: usize, a: &Point, b: &Point) -> f64 {
    (0..n).map(|i| (a[i] - b[i]).abs()).fold(0.0, f64::max)
}
