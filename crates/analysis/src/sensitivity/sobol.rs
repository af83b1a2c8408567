//! Sobol indices: the part of the variance of a result that each input makes alone (first order), and
//! together with all others (total).
//!
//! Two independent tables of draws A and B; for each input a third, A with that input's column from B.
//! First order by the estimator of Saltelli and others ("Variance based sensitivity analysis of model
//! output", Computer Physics Communications 181, 2010, table 2, row b), the mean of
//! `f(B) (f(AB) - f(A))` over the variance; total by Jansen's (row f), half the mean of
//! `(f(A) - f(AB))^2` over the variance. Results are taken from their mean first, which leaves what is
//! estimated as it is and makes the first far steadier. Errors are standard deviations of the same
//! estimates over rows drawn again with replacement (bootstrap).

use serde::{Deserialize, Serialize};

use crate::random::{Column, Stream, key};
use crate::uncertainty::MAX_DRAWS;
use voced_model::lanes::{WIDTH, Wide};

/// How often rows are drawn again for the standard errors.
const RESAMPLES: usize = 100;

/// The most rows: memory grows with rows times inputs.
pub const MAX_ROWS: u32 = MAX_DRAWS / 10;

/// An estimate and its standard error.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// The estimate. Chance may carry one near 0 a little below.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

/// The indices of every input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sobol {
    /// First-order and total index, input by input; none where the result does not vary at all.
    pub indices: Vec<(Index, Index)>,
    /// The variance of the result.
    pub variance: f64,
    /// The rows that were used: those in which every run had a result.
    pub rows: usize,
    /// How often the function was run.
    pub runs: usize,
}

/// One row of results: A, B, and A with one column from B.
struct Table {
    /// Row by row, `inputs + 2` results each.
    results: Vec<f64>,
    inputs: usize,
}

/// Estimates the indices of a function of `inputs` independent draws from 0 to 1. The function takes
/// a block of draws of every input and may give NaN for no result.
pub fn sobol(inputs: usize, rows: u32, seed: u32, mut function: impl FnMut(&[Wide]) -> Wide) -> Sobol {
    let rows = rows.clamp(1, MAX_ROWS);
    let columns = |table: &str| -> Vec<Column> {
        (0..inputs).map(|input| Column::new(key(seed, &format!("sobol {table} {input}")), rows)).collect()
    };
    let (a, b) = (columns("a"), columns("b"));
    let width = inputs + 2;
    let mut table = Table { results: Vec::with_capacity(rows as usize * width), inputs };
    let mut shares = vec![Wide::splat(0.0); inputs];
    let mut block = vec![Wide::splat(0.0); width];
    for first in (0..rows).step_by(WIDTH) {
        let drawn = |column: &Column| {
            let mut lanes = [0.0; WIDTH];
            for (lane, share) in (first..).zip(&mut lanes) {
                *share = column.at(lane.min(rows - 1));
            }
            voced_model::Lanes(lanes)
        };
        shares.iter_mut().zip(&b).for_each(|(share, column)| *share = drawn(column));
        block[1] = function(&shares);
        shares.iter_mut().zip(&a).for_each(|(share, column)| *share = drawn(column));
        block[0] = function(&shares);
        for input in 0..inputs {
            let from_a = std::mem::replace(&mut shares[input], drawn(&b[input]));
            block[2 + input] = function(&shares);
            shares[input] = from_a;
        }
        for lane in 0..WIDTH.min((rows - first) as usize) {
            if block.iter().all(|result| result.0[lane].is_finite()) {
                table.results.extend(block.iter().map(|result| result.0[lane]));
            }
        }
    }
    table.indices(seed, rows as usize * width)
}

impl Table {
    fn indices(mut self, seed: u32, runs: usize) -> Sobol {
        let width = self.inputs + 2;
        let rows = self.results.len() / width;
        let mean = self.results.chunks_exact(width).map(|row| row[0] + row[1]).sum::<f64>() / (2 * rows.max(1)) as f64;
        self.results.iter_mut().for_each(|result| *result -= mean);
        let (variance, best) = self.estimate(0..rows);
        // Rounding alone is no spread.
        if best.is_empty() || variance <= (1e-12 * mean).powi(2) {
            return Sobol { indices: Vec::new(), variance: 0.0, rows, runs };
        }
        let mut sums = vec![[0.0; 4]; self.inputs];
        let mut stream = Stream(key(seed, "sobol bootstrap"));
        for _ in 0..RESAMPLES {
            let (_, again) = self.estimate((0..rows).map(|_| stream.below(rows as u32) as usize));
            for (sum, ((first, total), (best_first, best_total))) in sums.iter_mut().zip(again.iter().zip(&best)) {
                // From the best estimate, so that the squares stay small beside each other.
                let (first, total) = (first - best_first, total - best_total);
                *sum = [sum[0] + first, sum[1] + first * first, sum[2] + total, sum[3] + total * total];
            }
        }
        let count = RESAMPLES as f64;
        let error = |sum: f64, squares: f64| ((squares - sum * sum / count).max(0.0) / (count - 1.0)).sqrt();
        let index = |(sums, (first, total)): (&[f64; 4], &(f64, f64))| {
            let first = Index { value: *first, error: error(sums[0], sums[1]) };
            (first, Index { value: *total, error: error(sums[2], sums[3]) })
        };
        Sobol { indices: sums.iter().zip(&best).map(index).collect(), variance, rows, runs }
    }

    /// Variance, and first-order and total index of every input, from some of the rows; no index where
    /// the variance is zero.
    fn estimate(&self, rows: impl Iterator<Item = usize>) -> (f64, Vec<(f64, f64)>) {
        let width = self.inputs + 2;
        let (mut sum, mut squares, mut count) = (0.0, 0.0, 0.0);
        let mut parts = vec![(0.0, 0.0); self.inputs];
        for row in rows {
            let results = &self.results[row * width..(row + 1) * width];
            let (a, b) = (results[0], results[1]);
            sum += a + b;
            squares += a * a + b * b;
            count += 1.0;
            for ((first, total), ab) in parts.iter_mut().zip(&results[2..]) {
                *first += b * (ab - a);
                *total += (a - ab) * (a - ab);
            }
        }
        let mean = sum / (2.0 * count);
        let variance = squares / (2.0 * count) - mean * mean;
        // Not even so where there was no row at all.
        if variance.is_nan() || variance <= 0.0 {
            return (0.0, Vec::new());
        }
        for (first, total) in &mut parts {
            *first /= count * variance;
            *total /= 2.0 * count * variance;
        }
        (variance, parts)
    }
}
