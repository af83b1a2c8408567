//! Nonlinear least squares within a box: Levenberg and Marquardt's method, each step the exact minimum of its
//! quadratic model within the box. See Nocedal and Wright, "Numerical Optimization", chapters 10.3 and 16.5.
//!
//! Minimises `|r(x)|² + |x|²` from `x = 0`, where the second term holds what `r` does not depend on. Derivatives are
//! central differences.

/// Writes `r(x)` to the list; NaN where there is none.
pub(super) type Residuals<'a> = dyn FnMut(&[f64], &mut Vec<f64>) + 'a;

/// The minimum that was found.
pub(super) struct Fit {
    pub x: Vec<f64>,
    /// Which numbers would go on but for the box.
    pub at_bound: Vec<bool>,
    /// By how much `r` narrows each number, 0 to 1: one less the square root of the diagonal of the inverse of
    /// `JᵀJ + 1`, at the minimum.
    pub told: Vec<f64>,
    /// The sum of squares at `x = 0`.
    pub before: f64,
    /// The sum of squares at the minimum.
    pub after: f64,
}

/// Half the width of a difference, in half ranges of an input.
const WIDTH: f64 = 1e-5;

/// The most steps.
const STEPS: usize = 200;

/// Finds the minimum near `x = 0`, which lies in the box.
pub(super) fn fit(residuals: &mut Residuals<'_>, low: &[f64], high: &[f64]) -> Fit {
    let n = low.len();
    let mut x = vec![0.0; n];
    let (mut here, mut there) = (Vec::new(), Vec::new());
    residuals(&x, &mut here);
    let before = square(&here);
    let mut objective = before;
    let mut damping = 1e-3;
    let mut model = Model::at(residuals, &x, &here, low, high);
    for _ in 0..STEPS {
        let step = model.step(damping, &x, low, high);
        let next: Vec<f64> = (0..n).map(|i| (x[i] + step[i]).clamp(low[i], high[i])).collect();
        residuals(&next, &mut there);
        let reached = square(&there) + square(&next);
        let size = step.iter().fold(0.0_f64, |size, part| size.max(part.abs()));
        if reached < objective {
            let gain = objective - reached;
            objective = reached;
            x = next;
            std::mem::swap(&mut here, &mut there);
            model = Model::at(residuals, &x, &here, low, high);
            damping = (damping / 10.0).max(1e-12);
            if gain <= 1e-15 * objective && size < 1e-9 {
                break;
            }
        } else if size < 1e-12 || damping > 1e12 {
            break;
        } else {
            damping *= 10.0;
        }
    }
    let stuck = |i: usize| {
        let gradient = model.gradient[i];
        (x[i] <= low[i] && gradient > 0.0) || (x[i] >= high[i] && gradient < 0.0)
    };
    let at_bound = (0..n).map(stuck).collect();
    let told = (0..n).map(|i| model.told(i)).collect();
    Fit { x, at_bound, told, before, after: objective }
}

/// The sum of squares; without end where a number is missing.
fn square(numbers: &[f64]) -> f64 {
    let sum: f64 = numbers.iter().map(|number| number * number).sum();
    if sum.is_nan() { f64::INFINITY } else { sum }
}

/// Half the sum of squares around a point, up to second order: `½ dᵀ(JᵀJ + 1)d + gᵀd`.
struct Model {
    /// `JᵀJ + 1`, row by row.
    curvature: Vec<Vec<f64>>,
    gradient: Vec<f64>,
}

impl Model {
    fn at(residuals: &mut Residuals<'_>, x: &[f64], here: &[f64], low: &[f64], high: &[f64]) -> Model {
        let n = x.len();
        let (mut point, mut left, mut right) = (x.to_vec(), Vec::new(), Vec::new());
        let mut columns = Vec::with_capacity(n);
        for i in 0..n {
            let (from, to) = ((x[i] - WIDTH).max(low[i]), (x[i] + WIDTH).min(high[i]));
            point[i] = from;
            residuals(&point, &mut left);
            point[i] = to;
            residuals(&point, &mut right);
            point[i] = x[i];
            let slope = |(left, right): (&f64, &f64)| {
                let slope = (right - left) / (to - from);
                if slope.is_finite() { slope } else { 0.0 }
            };
            columns.push(left.iter().zip(&right).map(slope).collect::<Vec<f64>>());
        }
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let row = |i: usize| (0..n).map(|j| dot(&columns[i], &columns[j]) + f64::from(u8::from(i == j))).collect();
        let gradient = (0..n).map(|i| dot(&columns[i], here) + x[i]).collect();
        Model { curvature: (0..n).map(row).collect(), gradient }
    }

    /// The minimum of the model, its curvature raised by `damping`, within the box around `x`: an active set of
    /// sides, which starts with those that the gradient pushes against.
    fn step(&self, damping: f64, x: &[f64], low: &[f64], high: &[f64]) -> Vec<f64> {
        let n = x.len();
        let mut step = vec![0.0; n];
        let pushed =
            |i: usize| (x[i] <= low[i] && self.gradient[i] > 0.0) || (x[i] >= high[i] && self.gradient[i] < 0.0);
        let mut fixed: Vec<bool> = (0..n).map(pushed).collect();
        for _ in 0..4 * n + 4 {
            let goal = self.free_minimum(damping, &step, &fixed);
            // As far as the nearest side allows.
            let mut share = 1.0;
            let mut blocking = None;
            for i in (0..n).filter(|i| !fixed[*i]) {
                let (from, to) = (x[i] + step[i], x[i] + goal[i]);
                let side = if to > high[i] {
                    high[i]
                } else if to < low[i] {
                    low[i]
                } else {
                    continue;
                };
                let part = if to == from { 0.0 } else { ((side - from) / (to - from)).clamp(0.0, 1.0) };
                if part < share || blocking.is_none() {
                    (share, blocking) = (part, Some((i, side)));
                }
            }
            for i in (0..n).filter(|i| !fixed[*i]) {
                step[i] += share * (goal[i] - step[i]);
            }
            if let Some((i, side)) = blocking {
                step[i] = side - x[i];
                fixed[i] = true;
                continue;
            }
            // A side that holds nothing back is let go, the one that holds back least first.
            let slope = |i: usize| self.slope(damping, &step, i);
            let inward = |i: usize| if x[i] + step[i] >= high[i] { slope(i) } else { -slope(i) };
            let loose = (0..n).filter(|i| fixed[*i] && inward(*i) > 1e-12 * self.curvature[*i][*i]);
            match loose.max_by(|a, b| inward(*a).total_cmp(&inward(*b))) {
                Some(i) => fixed[i] = false,
                None => break,
            }
        }
        step
    }

    /// The slope of the damped model in direction `i`.
    fn slope(&self, damping: f64, step: &[f64], i: usize) -> f64 {
        let row: f64 = self.curvature[i].iter().zip(step).map(|(a, d)| a * d).sum();
        self.gradient[i] + row + damping * step[i]
    }

    /// The minimum over the numbers that are not fixed.
    fn free_minimum(&self, damping: f64, step: &[f64], fixed: &[bool]) -> Vec<f64> {
        let free: Vec<usize> = (0..step.len()).filter(|i| !fixed[*i]).collect();
        let held = |i: usize| (0..step.len()).filter(|j| fixed[*j]).map(move |j| self.curvature[i][j] * step[j]);
        let right: Vec<f64> = free.iter().map(|i| -self.gradient[*i] - held(*i).sum::<f64>()).collect();
        let entry = |i: usize, j: usize| self.curvature[i][j] + if i == j { damping } else { 0.0 };
        let rows = free.iter().map(|i| free.iter().map(|j| entry(*i, *j)).collect()).collect();
        let solved = solve(rows, right);
        let mut goal = step.to_vec();
        free.iter().zip(solved).for_each(|(i, value)| goal[*i] = value);
        goal
    }

    /// By how much the data narrow number `i`.
    fn told(&self, i: usize) -> f64 {
        let mut unit = vec![0.0; self.gradient.len()];
        unit[i] = 1.0;
        let variance = solve(self.curvature.clone(), unit)[i];
        (1.0 - variance.max(0.0).sqrt()).clamp(0.0, 1.0)
    }
}

/// Solves a symmetric system whose least eigenvalue is 1 or more, by Cholesky's method.
fn solve(mut rows: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let n = right.len();
    for i in 0..n {
        for j in 0..=i {
            let done: f64 = (0..j).map(|k| rows[i][k] * rows[j][k]).sum();
            let rest = rows[i][j] - done;
            rows[i][j] = if i == j { rest.max(f64::MIN_POSITIVE).sqrt() } else { rest / rows[j][j] };
        }
    }
    for i in 0..n {
        let done: f64 = (0..i).map(|k| rows[i][k] * right[k]).sum();
        right[i] = (right[i] - done) / rows[i][i];
    }
    for i in (0..n).rev() {
        let done: f64 = (i + 1..n).map(|k| rows[k][i] * right[k]).sum();
        right[i] = (right[i] - done) / rows[i][i];
    }
    right
}
