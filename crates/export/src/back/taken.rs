//! The number of a yellow cell that came back.

use voced_model::typed::{self, Bare};
use voced_model::{Allowed, Style, Unit};
use voced_scenario::Problem;
use voced_tables::{Cell, Content};

use super::remark::What;

/// The number of a cell, and what there is to say of how it was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Taken {
    pub(crate) value: f64,
    pub(crate) said: Option<What>,
}

/// Whether two numbers are the same but for what programs lose that keep fifteen digits.
pub(crate) fn is_same(one: f64, other: f64) -> bool {
    const LOST: f64 = 1e-14;
    one == other || (one - other).abs() <= LOST * one.abs().max(other.abs())
}

/// Reads the number of a cell where `before` stood.
///
/// # Errors
/// What stands there in place of a number that is allowed.
pub(crate) fn read(cell: Option<&Cell>, before: f64, allowed: &Allowed) -> Result<Taken, What> {
    let unit = allowed.unit;
    let Some(cell) = cell else { return Err(What::Blank { before, unit }) };
    let is_formula = cell.formula.is_some();
    let (value, mut said) = match &cell.content {
        Content::Number(value) => (*value, None),
        // Spreadsheets show switches as words too, and count with them as 1 and 0.
        Content::Truth(truth) if unit.is_some_and(|unit| unit.style() == Style::Switch) => {
            (f64::from(u8::from(*truth)), None)
        }
        Content::Text(text) if text.trim().is_empty() && !is_formula => return Err(What::Blank { before, unit }),
        Content::Text(text) => of_text(text, unit)?,
        Content::Error(text) => return Err(What::Error { text: text.clone() }),
        Content::Blank if is_formula => return Err(What::NoResult),
        Content::Blank => return Err(What::Blank { before, unit }),
        Content::Truth(_) | Content::Date(_) => return Err(What::NoNumber),
    };
    if is_formula {
        said = Some(What::Formula { value, unit });
    }
    // What is as it was exported is not judged anew: it was sound then.
    match Problem::of(allowed, value).filter(|_| value != before) {
        Some(problem) => Err(What::NotAllowed(problem)),
        None => Ok(Taken { value, said }),
    }
}

/// The number that a text means; shares are written as shares or with `%`, as the cells show them.
fn of_text(text: &str, unit: Option<Unit>) -> Result<(f64, Option<What>), What> {
    let read_as = unit.unwrap_or(Unit::Ratio);
    match typed::read(text, read_as, Bare::Fraction) {
        Ok(value) => Ok((value, Some(What::TextTaken { text: text.to_owned(), value, unit }))),
        Err(_) => {
            let refusal = typed::refusal(text, read_as, Bare::Fraction);
            Err(What::Text { text: text.to_owned(), unit: read_as, refusal })
        }
    }
}
