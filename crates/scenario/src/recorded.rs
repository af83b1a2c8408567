//! The equations of a resolved scenario recorded, some of its inputs moved.
//!
//! It stands here because this crate is compiled for size in the page: recording is done once where draws are done by
//! the thousand.

use crate::ResolvedScenario;
use voced_model::InputId;
use voced_model::equations::{ModelInputs, Projection, project};
use voced_model::tape::Recorded;

impl ResolvedScenario {
    /// What the equations read and what they give, each number of some inputs as `moved` makes it of the place of the
    /// input among them and of the planned value of a year.
    pub fn recorded<'a>(
        &self,
        inputs: &[InputId],
        moved: &dyn Fn(usize, f64) -> Recorded<'a>,
    ) -> (ModelInputs<Recorded<'a>>, Box<Projection<Recorded<'a>>>) {
        let mut model_inputs: ModelInputs<Recorded<'a>> = self.model_inputs.lift();
        for (place, input) in inputs.iter().enumerate() {
            let planned = self.model_inputs.inputs.slots(*input);
            let slots = model_inputs.inputs.slots_mut(*input).iter_mut().zip(planned);
            for (slot, planned) in slots.take(self.model_inputs.years) {
                *slot = moved(place, *planned);
            }
        }
        let mut out = Box::default();
        project(&model_inputs, (), &mut out);
        (model_inputs, out)
    }
}
