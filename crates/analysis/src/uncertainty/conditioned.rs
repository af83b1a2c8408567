//! Draws weighed by how well they agree with observed values.
//!
//! The weight of a draw is the product over the observed values of exp(-((modelled - observed) /
//! tolerance)² / 2), and the tolerance is [`voced_scenario::Observed::tolerance`]. Only values the projection has a
//! counterpart for count: history before the base year, years beyond the horizon and flows in the base year
//! do not. Weights are given as multiples of the largest one, which changes neither percentiles nor chances
//! and keeps them from vanishing where all draws are far off.

use serde::{Deserialize, Serialize};

use super::{Band, PERCENTS, band};
use voced_model::{Quantity, Scalar};
use voced_scenario::{ComparableObservation, ResolvedScenario, comparable_observations};

/// The effective number of draws below which the weighted result is not to be shown: the data and the
/// assumptions do not agree, and too few draws carry what is said.
pub const LEAST_EFFECTIVE: f64 = 100.0;

/// An observed value, ready to be held against draws.
#[derive(Clone, Copy, Debug)]
pub(super) struct Yardstick {
    pub quantity: Quantity,
    /// The index of its year.
    pub t: usize,
    pub value: f64,
    pub tolerance: f64,
}

impl Yardstick {
    /// Those of a resolved scenario.
    pub fn all(resolved: &ResolvedScenario) -> Vec<Yardstick> {
        let ready = |held: ComparableObservation<'_>| Yardstick {
            quantity: held.observed.quantity,
            t: held.t,
            value: held.observed.value,
            tolerance: held.observed.tolerance(),
        };
        comparable_observations(resolved).into_iter().map(ready).collect()
    }

    /// The square of the miss in tolerances; NaN where the draw has no value.
    pub fn misfit<S: Scalar>(&self, modelled: S) -> S {
        let miss = (modelled - S::constant(self.value)) / S::constant(self.tolerance);
        miss * miss
    }
}

/// The weights of some draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    values: Vec<f64>,
    effective: f64,
}

impl Weights {
    /// The weights of draws from their sums of squared misses in tolerances. A draw without a value to hold
    /// against an observed one (NaN) has no weight.
    pub fn of(misfits: &[f64]) -> Weights {
        let least = misfits.iter().copied().fold(f64::INFINITY, f64::min);
        let weight = |misfit: &f64| if misfit.is_finite() { exp_minus((misfit - least) / 2.0) } else { 0.0 };
        let values: Vec<f64> = misfits.iter().map(weight).collect();
        let (sum, squares) = values.iter().fold((0.0, 0.0), |(sum, squares), w| (sum + w, squares + w * w));
        let effective = if squares > 0.0 { sum * sum / squares } else { 0.0 };
        Weights { values, effective }
    }

    /// A weight a draw, in their order; the largest is 1.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The effective number of draws, `(sum w)² / sum w²`: their number where all weigh the same, 1 where
    /// one carries everything.
    pub fn effective(&self) -> f64 {
        self.effective
    }

    /// Whether data and assumptions agree well enough for weighted results: [`LEAST_EFFECTIVE`] effective
    /// draws at least. Of fewer draws than that nothing can be said.
    pub fn agree(&self) -> bool {
        self.effective >= LEAST_EFFECTIVE
    }
}

/// How much of all weight lies with draws that met a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WeightedChance {
    /// The share of the weight of draws in which it could be judged.
    pub judged: f64,
    /// The share of the weight of draws that met it; never more than `judged`.
    pub met: f64,
}

impl WeightedChance {
    /// From a mark a draw, as [`super::Chance`] counts them.
    pub(super) fn of(marks: &[Mark], weights: &Weights) -> WeightedChance {
        let sum = |counts: fn(Mark) -> bool| {
            total(marks.iter().zip(&weights.values).filter(|(mark, _)| counts(**mark)).map(|(_, weight)| *weight))
        };
        let all = total(weights.values.iter().copied());
        if all == 0.0 {
            return WeightedChance::default();
        }
        let met = sum(|mark| mark == Mark::Met);
        WeightedChance { judged: sum(|mark| mark != Mark::Unknown) / all, met: met / all }
    }

    /// The share of the judged weight that met the target.
    pub fn share(self) -> Option<f64> {
        (self.judged > 0.0).then(|| self.met / self.judged)
    }
}

/// What a draw makes of a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    /// There was nothing to judge.
    #[default]
    Unknown,
    /// It was missed.
    Missed,
    /// It was met.
    Met,
}

impl Band {
    /// The band of some values, each with a weight; values that are absent (NaN) or have no weight are left
    /// out, and shares are shares of weight.
    ///
    /// Percentiles by straight interpolation between neighbouring values, as type 7 of Hyndman and Fan does
    /// without weights: the values in rising order (equal ones in the order of their draws) stand on a line,
    /// each as far from the one before as half their weights together, `(w[i-1] + w[i]) / 2`, and the P-th
    /// percentile is found P hundredths of the way from the first to the last. With equal weights the
    /// values stand evenly, and the result is [`Band::of`] to the last bit. In NumPy, for sorted `x` and `w`:
    /// `s = concatenate([[0], cumsum((w[1:] + w[:-1]) / 2)]); interp(P / 100 * s[-1], s, x)`.
    pub fn weighted(values: &[f64], weights: &[f64], room: &mut Vec<(i64, u32)>) -> Band {
        room.clear();
        let pairs = (0_u32..).zip(values.iter().zip(weights));
        room.extend(
            pairs.filter(|(_, (value, w))| !value.is_nan() && **w > 0.0).map(|(i, (value, _))| (band::key(*value), i)),
        );
        room.sort_unstable();
        let weight = |place: usize| room.get(place).and_then(|(_, i)| weights.get(*i as usize)).copied().unwrap_or(0.0);
        let value = |place: usize| room.get(place).map_or(f64::NAN, |(key, _)| band::value(*key));
        let sum =
            |counts: &dyn Fn(f64) -> bool| total((0..room.len()).filter(|place| counts(value(*place))).map(weight));
        let all = total(weights.iter().copied());
        let known = sum(&|_| true);
        let Some(last) = room.len().checked_sub(1).filter(|_| known > 0.0) else {
            return Band { levels: None, known_share: 0.0, sides: [0.0; 2] };
        };
        let sides = [sum(&|value| value < 0.0) / known, sum(&|value| value > 0.0) / known];
        let gap = |place: usize| (weight(place) + weight(place + 1)) / 2.0;
        let line = total((0..last).map(gap));
        let (mut place, mut way) = (0, 0.0);
        let levels = PERCENTS.map(|percent| {
            // In hundredths, so that equal weights give whole numbers and no rounding.
            let goal = line * percent as f64;
            while place < last && (way + gap(place)) * 100.0 <= goal {
                way += gap(place);
                place += 1;
            }
            let rest = goal - way * 100.0;
            let lower = value(place);
            if place < last && rest > 0.0 {
                lower + (value(place + 1) - lower) * (rest / (gap(place) * 100.0))
            } else {
                lower
            }
        });
        Band { levels: Some(levels), known_share: known / all, sides }
    }
}

/// The sum in this order; of nothing it is 0, where the standard library has -0.
fn total(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(0.0, |sum, number| sum + number)
}

/// `e` to the power of `-x` for `x` from 0 on, within two units in the last place, by the four operations
/// alone: every machine gives the same bits, which the standard library's does not promise. 0 where it would
/// be below 1e-304.
fn exp_minus(x: f64) -> f64 {
    const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
    const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
    if x.is_nan() || x >= 700.0 {
        return 0.0;
    }
    let halvings = (x * std::f64::consts::LOG2_E + 0.5).floor();
    let rest = (halvings * LN_2_HIGH - x) + halvings * LN_2_LOW;
    // The series of e to the power of `rest`, which is at most 0.35 in size.
    let series = (1..=14).rev().fold(1.0, |sum, i| 1.0 + sum * rest / f64::from(i));
    series * f64::from_bits((1023 - halvings as u64) << 52)
}

#[cfg(test)]
#[path = "conditioned/tests.rs"]
mod tests;
