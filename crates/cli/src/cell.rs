//! The quantity and the year that an argument names.

use voced_model::{Allowed, Lang, Quantity};
use voced_scenario::{Fault, Problem, ResolvedScenario, named_quantity};

/// A quantity by its id, and the index of a projected year.
///
/// # Errors
/// One line a fault.
pub fn find(
    resolved: &ResolvedScenario,
    quantity: &str,
    year: i32,
    lang: Lang,
) -> Result<(Quantity, usize), Vec<String>> {
    match (named_quantity("QUANTITY", quantity), index(resolved, year)) {
        (Ok(quantity), Ok(t)) => Ok((quantity, t)),
        (quantity, t) => Err([quantity.err(), t.err()].iter().flatten().map(|fault| fault.message(lang)).collect()),
    }
}

/// The index of a projected year.
fn index(resolved: &ResolvedScenario, year: i32) -> Result<usize, Fault> {
    let years = resolved.scenario.years();
    match Problem::of(&Allowed::years(years.clone()), f64::from(year)) {
        None => Ok(years.take_while(|known| *known < year).count()),
        Some(problem) => Err(Fault::new("YEAR", problem)),
    }
}
