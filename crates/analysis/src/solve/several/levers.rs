//! What may move, and how far where nobody says.

use serde::{Deserialize, Serialize};

use super::moves;
use voced_model::inputs::Role;
use voced_model::text::Words;
use voced_model::{Allowed, InputId, Style};
use voced_scenario::ResolvedScenario;
use voced_scenario::error::{Fault, Problem};

/// A lever and the levels it may take.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lever {
    /// The input.
    pub input: InputId,
    /// The levels allowed; the input's own bounds hold beside them.
    pub within: (f64, f64),
}

impl Lever {
    /// What is wrong with it, if anything.
    pub(super) fn fault(&self, at: &str) -> Option<Fault> {
        let allowed = self.input.spec().allowed();
        let (low, high) = self.within;
        let problem = if moves(self.input) {
            let order = || Problem::of(&Allowed { min: low, ..allowed }, high);
            Problem::of(&allowed, low).or(Problem::of(&allowed, high)).or_else(order)
        } else {
            let what = Words {
                zh: "可取数值的可调项（开关不在其内）",
                en: "lever that takes numbers (a switch does not)",
            };
            let alike =
                voced_scenario::error::nearest(self.input.id(), InputId::all().filter(|i| moves(*i)).map(InputId::id));
            Some(Problem::UnknownId { what, id: self.input.id().to_owned(), nearest: alike })
        };
        problem.map(|problem| Fault::new(at, problem))
    }
}

/// A lever with the range that makes sense for the area ([`Scenario::reach`]); years from the next one
/// on. The present level is always inside.
///
/// [`Scenario::reach`]: voced_scenario::Scenario::reach
pub fn lever(resolved: &ResolvedScenario, input: InputId) -> Lever {
    let spec = input.spec();
    let present = resolved.scenario.value(input).1.value.level().unwrap_or(spec.default);
    let reach = resolved.scenario.reach(input);
    let (mut low, mut high) = (reach.min, reach.max);
    if spec.unit.style() == Style::Year {
        low = f64::from(resolved.base_year() + 1).clamp(low, high);
        high = (low + 20.0).min(high);
    }
    Lever { input, within: (low.min(present), high.max(present)) }
}

/// Everything somebody can decide that takes numbers, in the order of the table.
pub fn levers(resolved: &ResolvedScenario) -> Vec<Lever> {
    let levers = InputId::all().filter(|input| input.spec().role == Role::Lever && moves(*input));
    levers.map(|input| lever(resolved, input)).collect()
}
