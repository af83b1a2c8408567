//! What may move, and how far where nobody says.

use serde::{Deserialize, Serialize};

use super::moves;
use crate::error::{Fault, Problem};
use crate::inputs::Role;
use crate::text::Words;
use crate::{Allowed, InputId, Layer, Style, World};

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
            let order = || Allowed { min: low, ..allowed }.problem(high);
            allowed.problem(low).or(allowed.problem(high)).or_else(order)
        } else {
            let what = Words {
                zh: "可取数值的可调项（开关不在其内）",
                en: "lever that takes numbers (a switch does not)",
            };
            let alike = crate::error::nearest(self.input.id(), InputId::all().filter(|i| moves(*i)).map(InputId::id));
            Some(Problem::UnknownId { what, id: self.input.id().to_owned(), nearest: alike })
        };
        problem.map(|problem| Fault::new(at, problem))
    }
}

impl World {
    /// A lever with a range that makes sense for the area: shares and small numbers between the
    /// bounds of the table, persons and money up to three times what the area knows, years from the
    /// next one on. The present level is always inside.
    pub fn lever(&self, input: InputId) -> Lever {
        let spec = input.spec();
        let region = self.scenario.region();
        let present = self.scenario.value(input).1.value.level().unwrap_or(spec.default);
        let (mut low, mut high) = (spec.min, spec.max);
        match spec.unit.style() {
            Style::Count | Style::Money => {
                let layers = Layer::ALL.map(|layer| region.value(input, layer).1);
                let levels = layers.iter().flat_map(|layer| [layer.value.level(), layer.high]).flatten();
                let largest = levels.fold(present.abs(), |largest, level| largest.max(level.abs()));
                // Where the area has nothing yet, a thousand steps are room enough to begin with.
                let room = if largest > 0.0 { 3.0 * largest } else { 1000.0 * spec.step };
                high = tidy(room.max(20.0 * spec.step)).min(high);
                low = low.max(0.0).min(high);
            }
            Style::Year => {
                low = f64::from(self.base_year() + 1).clamp(low, high);
                high = (low + 20.0).min(high);
            }
            _ => {}
        }
        Lever { input, within: (low.min(present), high.max(present)) }
    }

    /// Everything somebody can decide that takes numbers, in the order of the table.
    pub fn levers(&self) -> Vec<Lever> {
        let levers = InputId::all().filter(|input| input.spec().role == Role::Lever && moves(*input));
        levers.map(|input| self.lever(input)).collect()
    }
}

/// The next number of the kind 1, 2, 3, 5 or 8 times a power of ten.
fn tidy(value: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    let steps = [1.0, 2.0, 3.0, 5.0, 8.0, 10.0];
    steps.into_iter().map(|step| step * power).find(|step| *step >= value).unwrap_or(value)
}
