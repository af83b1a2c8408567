//! Calibration: chosen inputs fitted to the observed values of an area.
//!
//! Least squares: the sum over the observed values of `((modelled - observed) / tolerance)²`, plus the square
//! of each input's move over half its range, so that what the data cannot tell stays where it was. Inputs stay
//! within their bounds; a path moves as a whole, by one factor. Nothing is taken over by itself:
//! [`Calibration::scenario`] is a scenario to be kept or not.
//!
//! Read [`calibrate`], then [`Calibration`]. `knob.rs` is what moving an input means, `fit.rs` the
//! solver, which is deterministic and knows nothing of the model.

mod fit;
mod knob;
mod report;

use crate::uncertainty::uncertain;
use fit::{Fit, Residuals};
use knob::Knob;
use serde::{Deserialize, Serialize};
use voced_model::InputId;
use voced_model::equations::{ModelInputs, Projection, run};
use voced_scenario::error::{Fault, Problem};
use voced_scenario::reader::inside;
use voced_scenario::{
    AreaRef, ComparableObservation, Observed, Ownership, PathValue, Range, ResolvedScenario, Scenario,
    comparable_observations, describing,
};

/// The most inputs fitted at once.
pub const MAX_INPUTS: usize = 20;

/// An input says the data tell something of it where they narrow what is thought of it by this share.
const LEAST_TOLD: f64 = 0.01;

/// An input that moves all that was observed by less than this, in squared tolerances, is not worth fitting.
const LEAST_STRENGTH: f64 = 1e-4;

/// What came of a calibration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// The inputs, in the order they were given.
    pub inputs: Vec<FittedInput>,
    /// The observed values that the projection has a value for, in the order of the area's file.
    pub observed: Vec<FittedValue>,
    /// The sum of squares as the inputs stood.
    pub before: f64,
    /// The sum of squares with the fitted inputs, their moves included.
    pub after: f64,
}

/// A fitted input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FittedInput {
    /// The input.
    pub input: InputId,
    /// Its value before.
    pub before: PathValue,
    /// Its value after: for a path every number times one factor.
    pub after: PathValue,
    /// The move in half ranges of the input.
    pub moved: f64,
    /// Half of the range thought possible, in the input's unit; for a path, of the level it arrives at. Where
    /// no range is known, a fifth of the level, or of the levels that make sense for the area where that is 0.
    pub half_range: f64,
    /// The least level or, for a path, factor that keeps every number within the input's bounds.
    pub least: f64,
    /// The largest.
    pub most: f64,
    /// Whether the fit would go further but for a bound.
    pub at_bound: bool,
    /// By which share the data narrow what is thought of the input, at the fitted levels: 0 where they say
    /// nothing, near 1 where they settle it.
    pub told: f64,
}

impl FittedInput {
    /// Whether the data say next to nothing about the input, by itself or apart from the others.
    pub fn is_untold(&self) -> bool {
        self.told < LEAST_TOLD
    }
}

/// The errors of the projection at an observed value, in its quantity's unit: modelled less observed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FittedValue {
    /// Its place in the area's list of observed values.
    pub place: usize,
    /// The error as the inputs stood.
    pub before: f64,
    /// The error with the fitted inputs.
    pub after: f64,
    /// The error where the inputs are fitted to all other observed values: what the calibration is worth for a
    /// value it has not seen. Absent where that fit has no value.
    pub left_out: Option<f64>,
}

/// Fits inputs to the observed values of the area, from where they stand in this scenario.
///
/// # Errors
/// No input or too many, one given twice, a switch or a whole number, a path of zeros, or no observed value
/// that the projection has a value for. Places are `inputs.0` and so on.
pub fn calibrate(resolved: &ResolvedScenario, inputs: &[InputId]) -> Result<Calibration, Vec<Fault>> {
    let knobs = knobs(resolved, inputs)?;
    let mut held = comparable_observations(resolved);
    if held.is_empty() {
        return Err(vec![Fault::new("observed", Problem::NothingObserved)]);
    }
    let fitted = fit(resolved, &knobs, &held);
    let start = errors(resolved, &knobs, &held, &vec![0.0; knobs.len()]);
    let end = errors(resolved, &knobs, &held, &fitted.x);
    let mut observed = Vec::with_capacity(held.len());
    for (i, (before, after)) in start.into_iter().zip(end).enumerate() {
        let one = held.remove(i);
        let without = fit(resolved, &knobs, &held);
        let error = errors(resolved, &knobs, &[one], &without.x);
        let left_out = error.first().copied().filter(|error| error.is_finite());
        observed.push(FittedValue { place: one.place, before, after, left_out });
        held.insert(i, one);
    }
    let inputs = knobs.iter().zip(&fitted.x).zip(&fitted.told).zip(&fitted.at_bound);
    let inputs = inputs.map(|(((knob, moved), told), at_bound)| FittedInput {
        input: knob.input,
        before: knob.value.clone(),
        after: knob.moved(*moved),
        moved: *moved,
        half_range: knob.half_range_in_unit(),
        least: knob.low,
        most: knob.high,
        at_bound: *at_bound,
        told: *told,
    });
    Ok(Calibration { inputs: inputs.collect(), observed, before: fitted.before, after: fitted.after })
}

/// Whether an input of this scenario can be fitted: no switch, no whole number, no path of zeros.
pub fn can_fit(resolved: &ResolvedScenario, input: InputId) -> bool {
    Knob::of(resolved, input).is_ok()
}

/// The inputs that are worth fitting: of those with a range thought possible, the ones that move what was observed,
/// the strongest first. Their strength is the sum of squared moves in tolerances, from one end of the range to the
/// other, each input alone. Where none has such a range, as in an own area that was just made, those of general and
/// copied values are proposed: nobody has looked at them here.
pub fn worth_fitting(resolved: &ResolvedScenario) -> Vec<InputId> {
    let held = comparable_observations(resolved);
    let strength = |input: InputId| {
        let knobs = [Knob::of(resolved, input).ok()?];
        let (low, high) = knobs[0].reach();
        let ends = [low.max(-1.0), high.min(1.0)].map(|moved| errors(resolved, &knobs, &held, &[moved]));
        let moves = ends[1].iter().zip(&ends[0]).zip(&held);
        let squares = moves.map(|((high, low), held)| ((high - low) / held.observed.tolerance()).powi(2));
        Some(squares.filter(|square| square.is_finite()).sum::<f64>())
    };
    let strongest = |inputs: &mut dyn Iterator<Item = InputId>| {
        let mut found: Vec<(InputId, f64)> = inputs.filter_map(|input| Some((input, strength(input)?))).collect();
        found.retain(|(_, strength)| *strength > LEAST_STRENGTH);
        found.sort_by(|(_, left), (_, right)| right.total_cmp(left));
        found.into_iter().map(|(input, _)| input).collect::<Vec<_>>()
    };
    let ranged = strongest(&mut uncertain(resolved).into_iter().map(|one| one.input));
    if !ranged.is_empty() || !matches!(resolved.scenario.area_ref, AreaRef::Own(_)) {
        return ranged;
    }
    let scenario = &resolved.scenario;
    let is_others =
        |input: &InputId| scenario.inputs.get(input).is_none() && scenario.area().ownership(*input) != Ownership::Own;
    strongest(&mut describing().filter(is_others))
}

/// The fitted values of a calibration of this scenario, each beside what was observed.
pub fn fitted<'a>(
    resolved: &'a ResolvedScenario,
    calibration: &'a Calibration,
) -> impl Iterator<Item = (&'a FittedValue, &'a Observed)> {
    let observed = &resolved.scenario.area().observed;
    calibration.observed.iter().filter_map(|value| Some((value, observed.get(value.place)?)))
}

fn knobs(resolved: &ResolvedScenario, inputs: &[InputId]) -> Result<Vec<Knob>, Vec<Fault>> {
    let mut faults = Vec::new();
    if inputs.is_empty() {
        faults.push(Fault::new("inputs", Problem::NoInput));
    }
    if inputs.len() > MAX_INPUTS {
        faults.push(Fault::new("inputs", Problem::TooMany { count: inputs.len(), max: MAX_INPUTS }));
    }
    let mut knobs = Vec::new();
    for (i, input) in inputs.iter().enumerate() {
        let knob = if inputs[..i].contains(input) { Err(Problem::SameInput) } else { Knob::of(resolved, *input) };
        match knob {
            Ok(knob) => knobs.push(knob),
            Err(problem) => faults.push(Fault::new(inside("inputs", &i.to_string()), problem)),
        }
    }
    if faults.is_empty() { Ok(knobs) } else { Err(faults) }
}

fn fit(resolved: &ResolvedScenario, knobs: &[Knob], held: &[ComparableObservation<'_>]) -> Fit {
    let (low, high): (Vec<f64>, Vec<f64>) = knobs.iter().map(Knob::reach).unzip();
    let mut runner = Runner::new(resolved, knobs);
    let residuals: &mut Residuals<'_> = &mut |x, out| {
        let projection = runner.run(x);
        out.clear();
        out.extend(held.iter().map(|ComparableObservation { t, observed, .. }| {
            let modelled = projection.value(observed.quantity, *t).unwrap_or(f64::NAN);
            (modelled - observed.value) / observed.tolerance()
        }));
    };
    fit::fit(residuals, &low, &high)
}

/// The errors with the inputs moved by so many half ranges; NaN where there is no modelled value.
fn errors(resolved: &ResolvedScenario, knobs: &[Knob], held: &[ComparableObservation<'_>], x: &[f64]) -> Vec<f64> {
    let mut runner = Runner::new(resolved, knobs);
    let projection = runner.run(x);
    let error = |ComparableObservation { t, observed, .. }: &ComparableObservation<'_>| {
        projection.value(observed.quantity, *t).unwrap_or(f64::NAN) - observed.value
    };
    held.iter().map(error).collect()
}

/// Runs the equations with moved inputs.
struct Runner<'a> {
    knobs: &'a [Knob],
    planned: &'a ModelInputs<f64>,
    model_inputs: ModelInputs<f64>,
    projection: Projection<f64>,
}

impl<'a> Runner<'a> {
    fn new(resolved: &'a ResolvedScenario, knobs: &'a [Knob]) -> Runner<'a> {
        Runner {
            knobs,
            planned: &resolved.model_inputs,
            model_inputs: resolved.model_inputs.clone(),
            projection: Projection::default(),
        }
    }

    fn run(&mut self, x: &[f64]) -> &Projection<f64> {
        for (knob, moved) in self.knobs.iter().zip(x) {
            let planned = self.planned.inputs.slots(knob.input);
            let slots = self.model_inputs.inputs.slots_mut(knob.input).iter_mut();
            slots.zip(planned).for_each(|(slot, planned)| *slot = knob.at(*planned, *moved));
        }
        run(&self.model_inputs, &mut self.projection);
        &self.projection
    }
}

impl Calibration {
    /// How far the projection is from what was observed, before and after: the root of the mean squared error, in
    /// tolerances. `observed` are the area's observed values.
    pub fn misses(&self, observed: &[Observed]) -> [f64; 2] {
        let root = |error: fn(&FittedValue) -> f64| {
            let square = |value: &FittedValue| {
                observed.get(value.place).map_or(0.0, |seen| (error(value) / seen.tolerance()).powi(2))
            };
            (self.observed.iter().map(square).sum::<f64>() / self.observed.len().max(1) as f64).sqrt()
        };
        [root(|value| value.before), root(|value| value.after)]
    }

    /// The scenario of a resolved scenario with the fitted inputs as the user's own values, each with the range it had.
    pub fn scenario(&self, resolved: &ResolvedScenario) -> Scenario {
        let mut scenario = resolved.scenario.clone();
        for fitted in &self.inputs {
            let known = resolved.scenario.value(fitted.input).1;
            let range = Range { low: known.low, high: known.high };
            if let Some(level) = fitted.after.level().filter(|_| !range.is_empty()) {
                scenario.ranges.insert(fitted.input, range.around(level));
            }
            scenario.inputs.insert(fitted.input, fitted.after.clone());
        }
        scenario
    }
}

#[cfg(test)]
mod tests;
