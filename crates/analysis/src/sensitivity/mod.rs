//! What carries a result: each uncertain input alone at its ends, each one's part of the spread, and the
//! levels of two levers.

mod grid;
mod report;
mod sobol;

pub use grid::{Axis, Grid, GridQuestion, MAX_LEVELS, Side, grid};
pub use report::sensitivity_report;
pub use sobol::{Index, MAX_ROWS, Sobol, sobol};

use crate::uncertainty;
use serde::{Deserialize, Serialize};

use crate::uncertainty::{Sampler, Uncertain};
use voced_model::Quantity;
use voced_model::equations::{Projection, run};
use voced_model::lanes::Wide;
use voced_scenario::ResolvedScenario;

/// What one uncertain input alone does to a quantity in a year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swing {
    /// The input and its range.
    pub input: Uncertain,
    /// The result at the input's low end.
    pub low: f64,
    /// The result at its high end.
    pub high: f64,
}

impl Swing {
    /// How far apart the two results are.
    pub fn width(&self) -> f64 {
        (self.high - self.low).abs()
    }
}

/// The uncertain inputs, each at its low and high end alone, and what that does to `quantity` in the
/// year with index `t`; the widest swing first. An input at whose ends there is no result is left
/// out.
pub fn swings(resolved: &ResolvedScenario, quantity: Quantity, t: usize) -> Vec<Swing> {
    let mut model_inputs = resolved.model_inputs.clone();
    let mut projection = Projection::default();
    let mut swings: Vec<Swing> = Vec::new();
    for input in uncertainty::uncertain(resolved) {
        let planned = resolved.model_inputs.inputs.slots(input.input);
        let mut result = |level: f64| {
            for (slot, planned) in model_inputs.inputs.slots_mut(input.input).iter_mut().zip(planned) {
                *slot = input.at(*planned, level);
            }
            run(&model_inputs, &mut projection);
            model_inputs.inputs.slots_mut(input.input).copy_from_slice(planned);
            projection.value(quantity, t)
        };
        if let (Some(low), Some(high)) = (result(input.low), result(input.high)) {
            let swing = Swing { input, low, high };
            let place = swings.partition_point(|wider| wider.width() >= swing.width());
            swings.insert(place, swing);
        }
    }
    swings
}

/// The parts of the spread of `quantity` in the year with index `t` that its uncertain inputs make,
/// in the order of [`uncertain`](crate::uncertainty::uncertain), from `rows` rows of `inputs + 2` runs each.
pub fn sobol_indices(resolved: &ResolvedScenario, quantity: Quantity, t: usize, rows: u32) -> Sobol {
    let mut sampler = Sampler::new(resolved, 1);
    let inputs = sampler.inputs().len();
    let result = |shares: &[Wide]| match sampler.at(shares).series(quantity).get(t) {
        Some(value) => *value,
        None => Wide::splat(f64::NAN),
    };
    sobol(inputs, rows, resolved.scenario.seed, result)
}
