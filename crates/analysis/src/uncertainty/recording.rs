//! What is computed of each draw, recorded once.

use super::conditioned::Yardstick;
use super::{Uncertain, uncertain};
use crate::random::{Column, key};
use voced_model::equations::{ModelInputs, Projection};
use voced_model::lanes::{WIDTH, Wide};
use voced_model::tape::{Machine, Program, Recorded, Tape};
use voced_model::{InputId, Quantity};
use voced_scenario::ResolvedScenario;
use voced_scenario::targets::{Metric, Target};

/// What is asked of every draw.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The quantities whose values are kept, in these years.
    pub quantities: &'a [Quantity],
    pub years: &'a [usize],
    /// Whether targets are judged.
    pub targets: bool,
    /// What draws are held against.
    pub yardsticks: &'a [Yardstick],
}

/// The program of what was asked, and what it draws.
pub(super) struct Recording {
    pub machine: Machine,
    pub axes: Vec<Axis>,
    /// Whether the results end with the sum of squared misses of the observed values.
    pub weighed: bool,
    /// The targets with a result, by their place in the plan, in the order of the results.
    pub judged: Vec<usize>,
}

/// One uncertain input and its column of the Latin hypercube.
pub(super) struct Axis {
    pub uncertain: Uncertain,
    column: Column,
}

impl Recording {
    /// Records what is asked of a scenario that is drawn so many times. The results are the values kept (quantity by
    /// quantity, then year by year), how far each target is missed, and the misfit.
    pub(super) fn of(resolved: &ResolvedScenario, draws: u32, asked: Asked<'_>) -> Recording {
        let tape = Tape::default();
        let axes: Vec<Axis> = uncertain(resolved).into_iter().map(|one| Axis::new(resolved, draws, one)).collect();
        let inputs: Vec<InputId> = axes.iter().map(|axis| axis.uncertain.input).collect();
        let moved = |place: usize, planned: f64| axes[place].uncertain.moved(planned, tape.level(place));
        let (model_inputs, out) = resolved.recorded(&inputs, &moved);
        let series = |quantity: &Quantity| out.series(*quantity);
        let mut results: Vec<Recorded<'_>> = Vec::new();
        for values in asked.quantities.iter().map(series) {
            results.extend(asked.years.iter().map(|t| values[*t]));
        }
        let mut judged = Vec::new();
        if asked.targets {
            for (place, target) in resolved.scenario.area().targets.iter().enumerate() {
                if let Some(miss) = miss(target, resolved, &model_inputs, &out) {
                    judged.push(place);
                    results.push(miss);
                }
            }
        }
        let misfits =
            asked.yardsticks.iter().map(|yardstick| yardstick.misfit(out.get(yardstick.quantity, yardstick.t)));
        results.extend(misfits.reduce(|sum, misfit| sum + misfit));
        let machine = Machine::new(Program::of(&tape, &results));
        Recording { machine, axes, weighed: !asked.yardsticks.is_empty(), judged }
    }
}

/// How far a target is missed; `None` where it never is or its answer is assumed.
fn miss<'a>(
    target: &Target,
    resolved: &ResolvedScenario,
    model_inputs: &ModelInputs<Recorded<'a>>,
    out: &Projection<Recorded<'a>>,
) -> Option<Recorded<'a>> {
    match &target.metric {
        Metric::Quantity(quantity) => target.miss(resolved.base_year(), out.series(*quantity)),
        Metric::Input(input) => {
            let values: Vec<_> = (0..model_inputs.years).map(|t| model_inputs.inputs.at(*input, t)).collect();
            target.miss(resolved.base_year(), &values)
        }
        Metric::Deliverable(_) => None,
    }
}

impl Axis {
    fn new(resolved: &ResolvedScenario, draws: u32, uncertain: Uncertain) -> Axis {
        // By its name, so that an input that becomes uncertain leaves the draws of others alone.
        let key = key(resolved.scenario.seed, uncertain.input.id());
        Axis { uncertain, column: Column::new(key, draws) }
    }

    /// The levels of a block of draws that begins with `first`; lanes past the last draw repeat it.
    #[inline(always)]
    pub(super) fn levels(&self, first: u32, last: u32, block: &mut [Wide]) {
        for (lanes, first) in block.iter_mut().zip((first..).step_by(WIDTH)) {
            let mut draws = [last; WIDTH];
            for (lane, draw) in (0..).zip(&mut draws) {
                *draw = first.saturating_add(lane).min(last);
            }
            *lanes = self.uncertain.quantile(self.column.block(draws));
        }
    }
}
