//! Numbers as arguments write them.

use voced_model::typed::{self, Bare};
use voced_model::{Lang, Unit};

/// Reads a number of a unit; without a unit any number. Shares are written as shares or with `%`.
///
/// # Errors
/// One line: the argument, what is wrong with it, and what it may mean.
pub fn read(at: &str, text: &str, unit: Option<Unit>, lang: Lang) -> Result<f64, String> {
    let unit = unit.unwrap_or(Unit::Ratio);
    typed::read(text, unit, Bare::Fraction).map_err(|_| {
        let refusal = typed::refusal(text, unit, Bare::Fraction);
        format!("{at}: {}", refusal.message(text, unit, &refusal.readings, lang))
    })
}
