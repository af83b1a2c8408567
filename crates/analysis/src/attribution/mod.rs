//! What moved a result between two scenarios of one area: Shapley values over what differs.
//!
//! Each difference gets the mean of what it adds, over all orders in which the differences could have
//! come about one after the other. Nothing is left over, and what does nothing gets nothing.

mod account;
mod change;
mod difference;
mod report;
mod shapley;

pub use account::{Account, Cause, Sentence, Tells};
pub use difference::Factor;

use serde::{Deserialize, Serialize};

use crate::random::{Stream, key};
use difference::Mixture;
use voced_model::equations::{Projection, run};
use voced_model::text::Lang;
use voced_model::{Allowed, Quantity};
use voced_scenario::ResolvedScenario;
use voced_scenario::error::Problem;

/// Up to so many differences every subset of them is run.
pub const EXACT: usize = 12;

/// Pairs of orders (one and its reverse) that are drawn where there are more differences.
pub const PAIRS: u32 = 500;

/// What one difference adds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// The difference.
    pub factor: Factor,
    /// What it adds, in the quantity's unit.
    pub value: f64,
    /// The standard error; 0 where every subset was run.
    pub error: f64,
}

/// What moved a quantity in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attribution {
    /// The quantity in the first scenario.
    pub from: f64,
    /// The quantity in the second.
    pub to: f64,
    /// The bars, the largest first. Added one by one in this order they give exactly `to - from`.
    pub bars: Vec<Bar>,
    /// How many orders were drawn; 0 where every subset was run.
    pub orders: u32,
    /// How often the equations were run.
    pub runs: u32,
}

/// What differs in another resolved scenario of the same area up to `year`, each in words, such as
/// `中职招生占比由30%调整为40%`; empty where the areas differ. What has no effect is left out: a project
/// that is built in neither, a deliverable that costs nothing.
pub fn differences(resolved: &ResolvedScenario, to: &ResolvedScenario, year: i32, lang: Lang) -> Vec<(Factor, String)> {
    let horizon = resolved.scenario.horizon.min(to.scenario.horizon);
    if resolved.scenario.area_ref != to.scenario.area_ref || !(resolved.base_year()..=horizon).contains(&year) {
        return Vec::new();
    }
    let t = (year - resolved.base_year()) as usize;
    let factors = Mixture::between(resolved, to, t).factors;
    factors.into_iter().map(|factor| (factor.clone(), change::phrase(&factor, [resolved, to], t, lang))).collect()
}

/// What moved `quantity` in `year` from this resolved scenario to another of the same area. Where there are more
/// than [`EXACT`] differences, `pairs` pairs of orders are drawn by the other scenario's seed.
///
/// # Errors
/// Another area, a year that one of the two does not reach, or a quantity without a value in one of
/// the two or on the way between them.
pub fn attribute(
    resolved: &ResolvedScenario,
    to: &ResolvedScenario,
    quantity: Quantity,
    year: i32,
    pairs: u32,
) -> Result<Attribution, Problem> {
    if resolved.scenario.area_ref != to.scenario.area_ref {
        return Err(Problem::OtherArea);
    }
    let horizon = resolved.scenario.horizon.min(to.scenario.horizon);
    if let Some(problem) = Problem::of(&Allowed::years(resolved.base_year()..=horizon), f64::from(year)) {
        return Err(problem);
    }
    let t = (year - resolved.base_year()) as usize;
    let ends = [resolved, to].map(|resolved| resolved.project().value(quantity, t));
    let [Some(first), Some(last)] = ends else { return Err(Problem::NoValue) };

    let mut mixture = Mixture::between(resolved, to, t);
    let count = mixture.factors.len();
    let mut projection = Projection::default();
    let mut runs = 0;
    // The two ends are the scenarios themselves, to the last digit.
    let value = |members: &[bool]| {
        if members.iter().all(|member| !member) {
            return first;
        }
        if members.iter().all(|member| *member) {
            return last;
        }
        runs += 1;
        run(mixture.model_inputs(members), &mut projection);
        projection.get(quantity, t)
    };
    let (parts, orders) = if count <= EXACT {
        (shapley::exact(count, value), 0)
    } else {
        let mut stream = Stream(key(to.scenario.seed, "attribution"));
        (shapley::sampled(count, pairs, &mut stream, value), 2 * pairs.max(2))
    };
    if parts.iter().any(|(value, _)| value.is_nan()) {
        return Err(Problem::NoValue);
    }
    // What differs from order to order by rounding alone is no error.
    let dust = parts.iter().fold(first.abs().max(last.abs()), |size, (value, _)| size.max(value.abs())) * 1e-12;
    let bar = |(factor, (value, error))| Bar { factor, value, error: if error > dust { error } else { 0.0 } };
    let mut bars: Vec<Bar> = mixture.factors.into_iter().zip(parts).map(bar).collect();
    bars.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
    settle(&mut bars, last - first);
    Ok(Attribution { from: first, to: last, bars, orders, runs })
}

/// Lets the bars add up to the last digit: what rounding leaves over goes to the smallest bar that is
/// not nothing, whose digits are the finest; where that is not enough, to the next larger one.
fn settle(bars: &mut [Bar], difference: f64) {
    for place in (0..bars.len()).rev() {
        if bars[place].value == 0.0 {
            continue;
        }
        for _ in 0..3 {
            let rest = difference - bars.iter().map(|bar| bar.value).sum::<f64>();
            if rest == 0.0 {
                return;
            }
            bars[place].value += rest;
        }
    }
}
