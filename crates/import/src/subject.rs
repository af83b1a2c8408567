//! What numbers are about.

use voced_model::text::Lang;
use voced_model::{InputId, Quantity, Unit};

/// What a row or a column of numbers is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// An input of the model.
    Input(InputId),
    /// A result of the model, to be observed.
    Quantity(Quantity),
}

impl Subject {
    /// The permanent id.
    pub fn id(self) -> &'static str {
        match self {
            Subject::Input(input) => input.id(),
            Subject::Quantity(quantity) => quantity.id(),
        }
    }

    /// The name in the tables of the model.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Subject::Input(input) => input.spec().name.get(lang),
            Subject::Quantity(quantity) => quantity.spec().name.get(lang),
        }
    }

    /// The unit of its values.
    pub fn unit(self) -> Unit {
        match self {
            Subject::Input(input) => input.spec().unit,
            Subject::Quantity(quantity) => quantity.spec().unit,
        }
    }
}
