//! Runs the equations over blocks of draws.

use super::{MAX_DRAWS, Uncertain};
use crate::random::{Column, key};
use crate::uncertainty;
use voced_model::MAX_YEARS;
use voced_model::equations::{ModelInputs, Projection, run_wide};
use voced_model::lanes::{Lanes, Wide};
use voced_scenario::ResolvedScenario;

/// The equations of a resolved scenario, ready to run over draws of its uncertain inputs.
pub struct Sampler {
    inputs: Vec<Axis>,
    draws: u32,
    model_inputs: ModelInputs<Wide>,
    out: Box<Projection<Wide>>,
}

/// One uncertain input: its column of the Latin hypercube, and its values as planned.
struct Axis {
    uncertain: Uncertain,
    column: Column,
    planned: [f64; MAX_YEARS],
}

impl Sampler {
    /// Prepares `draws` draws, from 1 to [`MAX_DRAWS`].
    pub fn new(resolved: &ResolvedScenario, draws: u32) -> Sampler {
        let draws = draws.clamp(1, MAX_DRAWS);
        let axis = |uncertain: Uncertain| {
            let mut planned = [0.0; MAX_YEARS];
            for (t, slot) in planned.iter_mut().enumerate().take(resolved.model_inputs.years) {
                *slot = resolved.model_inputs.inputs.at(uncertain.input, t);
            }
            // By its name, so that an input that becomes uncertain leaves the draws of others alone.
            let key = key(resolved.scenario.seed, uncertain.input.id());
            Axis { uncertain, column: Column::new(key, draws), planned }
        };
        let inputs = uncertainty::uncertain(resolved).into_iter().map(axis).collect();
        Sampler { inputs, draws, model_inputs: resolved.model_inputs.lift(), out: Box::default() }
    }

    /// How many draws there are.
    pub fn draws(&self) -> u32 {
        self.draws
    }

    /// What is drawn.
    pub fn inputs(&self) -> impl ExactSizeIterator<Item = &Uncertain> {
        self.inputs.iter().map(|axis| &axis.uncertain)
    }

    /// The levels of the inputs in one draw.
    pub fn levels(&self, draw: u32) -> impl ExactSizeIterator<Item = f64> {
        let draw = draw.min(self.draws - 1);
        self.inputs.iter().map(move |axis| axis.uncertain.quantile(Lanes::splat(axis.column.at(draw))).0[0])
    }

    /// Runs the block of draws that begins with `first`; lanes past the last draw repeat it.
    pub fn block(&mut self, first: u32) -> &Projection<Wide> {
        let last = self.draws - 1;
        for axis in &self.inputs {
            let draws = std::array::from_fn(|lane| first.saturating_add(lane as u32).min(last));
            axis.set(&mut self.model_inputs, axis.column.block(draws));
        }
        run_wide(&self.model_inputs, &mut self.out);
        &self.out
    }

    /// Runs a block in which the inputs stand at these shares of their distributions, in the order of
    /// [`Sampler::inputs`]; inputs without a share stay as they were.
    pub fn at(&mut self, shares: &[Wide]) -> &Projection<Wide> {
        for (axis, shares) in self.inputs.iter().zip(shares) {
            axis.set(&mut self.model_inputs, *shares);
        }
        run_wide(&self.model_inputs, &mut self.out);
        &self.out
    }
}

impl Axis {
    #[inline(always)]
    fn set(&self, model_inputs: &mut ModelInputs<Wide>, shares: Wide) {
        let levels = self.uncertain.quantile(shares);
        let years = model_inputs.years;
        for (slot, planned) in
            model_inputs.inputs.slots_mut(self.uncertain.input).iter_mut().zip(self.planned).take(years)
        {
            *slot = self.uncertain.moved(planned, levels);
        }
    }
}
