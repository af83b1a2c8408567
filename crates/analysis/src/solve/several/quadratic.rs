//! The small quadratic programme under every step: the point nearest to a given one within a box, each
//! broken inequality at a price.
//!
//! minimise ½ Σ w (x − p)² + price · Σ max(0, a·x − b) over low ≤ x ≤ high. Its dual has one number
//! for each inequality, between zero and the price, and is solved by an active set: the most broken
//! inequality goes in, a Cholesky solve finds the step, and whatever meets an end of its interval
//! comes out. See Nocedal and Wright, "Numerical Optimization", chapters 16 and 18.5 (Sℓ₁QP).

use super::MAX_LEVERS;
use super::trial::Point;

/// An inequality `a·x <= b` at a price; without end for the sides of the box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inequality {
    pub(super) a: Point,
    pub(super) b: f64,
    pub(super) price: f64,
}

/// Where an inequality stands: slack, active, or given up at its price.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Slack,
    Active,
    GivenUp,
}

/// The programme, with its workspace.
#[derive(Default)]
pub(super) struct Quadratic {
    rows: Vec<Inequality>,
    places: Vec<Place>,
    duals: Vec<f64>,
    active: Vec<usize>,
    matrix: Vec<f64>,
    step: Vec<f64>,
    largest: f64,
}

impl Quadratic {
    /// Forgets the inequalities.
    pub(super) fn clear(&mut self) {
        self.rows.clear();
    }

    pub(super) fn push(&mut self, row: Inequality) {
        self.rows.push(row);
    }

    /// The largest price that was paid for an inequality that has one.
    pub(super) fn largest(&self) -> f64 {
        self.largest
    }

    /// Solves it over the first `n` numbers.
    pub(super) fn solve(&mut self, n: usize, near: &Point, weights: &Point, low: &Point, high: &Point) -> Point {
        for i in 0..n {
            let mut side = Inequality { a: [0.0; MAX_LEVERS], b: high[i], price: f64::INFINITY };
            side.a[i] = 1.0;
            self.rows.push(side);
            side.a[i] = -1.0;
            side.b = -low[i];
            self.rows.push(side);
        }
        let m = self.rows.len();
        self.duals.clear();
        self.duals.resize(m, 0.0);
        self.places.clear();
        self.places.resize(m, Place::Slack);
        self.active.clear();
        let mut x = *near;
        for _ in 0..4 * (n + m) {
            let Some(entering) = self.entering(n, &x, weights) else { break };
            self.places[entering] = Place::Active;
            self.active.push(entering);
            self.settle(n, &mut x, near, weights);
        }
        self.largest = self
            .rows
            .iter()
            .zip(&self.duals)
            .fold(0.0_f64, |largest, (row, dual)| if row.price.is_finite() { largest.max(*dual) } else { largest });
        for i in 0..n {
            x[i] = x[i].clamp(low[i], high[i]);
        }
        x
    }

    /// The inequality outside of the active set that is most at odds with its place.
    fn entering(&self, n: usize, x: &Point, weights: &Point) -> Option<usize> {
        let mut most = (1e-13, None);
        for (k, row) in self.rows.iter().enumerate() {
            let excess = dot(n, &row.a, x) - row.b;
            let odds = match self.places[k] {
                Place::Slack => excess,
                Place::GivenUp => -excess,
                Place::Active => continue,
            };
            let length = product(n, &row.a, &row.a, weights).sqrt();
            if length > 0.0 && odds > most.0 * length.max(1.0) {
                most = (odds / length.max(1.0), Some(k));
            }
        }
        most.1
    }

    /// Moves to the solution with the active inequalities as equations, dropping those that come to
    /// an end of their interval on the way.
    fn settle(&mut self, n: usize, x: &mut Point, near: &Point, weights: &Point) {
        let mut solved = 0;
        while !self.active.is_empty() {
            self.solve_active(n, x, weights);
            let mut share = 1.0;
            let mut blocked = None;
            for (slot, &k) in self.active.iter().enumerate() {
                let (step, dual) = (self.step[slot], self.duals[k]);
                let room = if step < 0.0 { -dual } else { self.rows[k].price - dual };
                if step != 0.0 && room / step < share {
                    share = (room / step).max(0.0);
                    blocked = Some((slot, if step < 0.0 { Place::Slack } else { Place::GivenUp }));
                }
            }
            for (slot, &k) in self.active.iter().enumerate() {
                self.duals[k] += share * self.step[slot];
            }
            if let Some((slot, place)) = blocked {
                let k = self.active.swap_remove(slot);
                self.places[k] = place;
                self.duals[k] = if place == Place::Slack { 0.0 } else { self.rows[k].price };
            }
            *x = *near;
            for (row, dual) in self.rows.iter().zip(&self.duals) {
                if *dual != 0.0 {
                    for i in 0..n {
                        x[i] -= row.a[i] * dual / weights[i];
                    }
                }
            }
            // A second solve takes out what the weight on the diagonal left over.
            solved += usize::from(blocked.is_none());
            if solved == 2 {
                return;
            }
        }
    }

    /// The step of the active duals: Gram matrix times step is what the rows exceed.
    fn solve_active(&mut self, n: usize, x: &Point, weights: &Point) {
        let size = self.active.len();
        self.matrix.clear();
        self.matrix.resize(size * size, 0.0);
        self.step.clear();
        for (i, &k) in self.active.iter().enumerate() {
            let row = &self.rows[k];
            for (j, &other) in self.active[..=i].iter().enumerate() {
                self.matrix[i * size + j] = product(n, &row.a, &self.rows[other].a, weights);
            }
            // A little weight on the diagonal keeps inequalities that say the same apart.
            self.matrix[i * size + i] *= 1.0 + 1e-10;
            self.step.push(dot(n, &row.a, x) - row.b);
        }
        cholesky(&mut self.matrix, size, &mut self.step);
    }
}

fn dot(n: usize, a: &Point, x: &Point) -> f64 {
    (0..n).map(|i| a[i] * x[i]).sum()
}

fn product(n: usize, a: &Point, b: &Point, weights: &Point) -> f64 {
    (0..n).map(|i| a[i] * b[i] / weights[i]).sum()
}

/// Solves a symmetric positive system in place; the lower triangle of `matrix` is used up.
fn cholesky(matrix: &mut [f64], size: usize, right: &mut [f64]) {
    for i in 0..size {
        for j in 0..=i {
            let mut sum = matrix[i * size + j];
            for k in 0..j {
                sum -= matrix[i * size + k] * matrix[j * size + k];
            }
            matrix[i * size + j] = if i == j { sum.max(1e-300).sqrt() } else { sum / matrix[j * size + j] };
        }
        let mut sum = right[i];
        for k in 0..i {
            sum -= matrix[i * size + k] * right[k];
        }
        right[i] = sum / matrix[i * size + i];
    }
    for i in (0..size).rev() {
        let mut sum = right[i];
        for k in i + 1..size {
            sum -= matrix[k * size + i] * right[k];
        }
        right[i] = sum / matrix[i * size + i];
    }
}
