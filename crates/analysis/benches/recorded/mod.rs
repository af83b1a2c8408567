//! The equations alone, recorded: what a page and a study run over draws, without drawing and keeping. Timed natively
//! and in the browser.

use std::hint::black_box;
use voced_analysis::uncertainty;
use voced_model::equations::project;
use voced_model::tape::{BLOCK, Feed, Machine, Program, Recorded, Tape};
use voced_model::{Projection, Quantity, Wide};
use voced_scenario::ResolvedScenario;

/// The six large numbers of the page.
pub const HEADLINE: [Quantity; 6] = [
    Quantity::VocEnrolment,
    Quantity::StudentsPerTeacher,
    Quantity::UsesTotal,
    Quantity::TreasuryOutlay,
    Quantity::StandardGapArea,
    Quantity::Balance,
];

/// The equations of a scenario with the values of its uncertain inputs given, a number a slot, as NumPy has them.
pub struct Equations {
    machine: Machine,
    given: Given,
}

struct Given(Vec<Wide>);

impl Equations {
    /// Records them for some quantities, from the year with index `first` on.
    pub fn of(resolved: &ResolvedScenario, quantities: &[Quantity], first: usize) -> Equations {
        let (tape, mut given) = (Tape::default(), Vec::new());
        let mut model_inputs = resolved.model_inputs.lift::<Recorded<'_>>();
        for uncertain in uncertainty::uncertain(resolved) {
            let planned = resolved.model_inputs.inputs.slots(uncertain.input);
            let slots = model_inputs.inputs.slots_mut(uncertain.input).iter_mut().zip(planned);
            for (slot, planned) in slots.take(resolved.model_inputs.years) {
                *slot = tape.level(given.len());
                given.push(Wide::splat(*planned));
            }
        }
        let mut out = Box::<Projection<Recorded<'_>>>::default();
        project(&model_inputs, (), &mut out);
        let asked: Vec<_> = quantities.iter().flat_map(|one| out.series(*one)[first..].iter().copied()).collect();
        Equations { machine: Machine::new(Program::of(&tape, &asked)), given: Given(given) }
    }

    /// Runs a block of draws; says how many.
    pub fn run(&mut self) -> usize {
        self.machine.run(BLOCK, &mut self.given);
        BLOCK
    }
}

impl Feed for Given {
    #[inline(always)]
    fn level(&mut self, place: usize, block: &mut [Wide]) {
        block.fill(self.0[place]);
    }

    #[inline(always)]
    fn keep(&mut self, _: usize, block: &[Wide]) {
        black_box(block);
    }
}
