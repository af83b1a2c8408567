//! The quantity and the year that an argument names.

use voced_model::Allowed;
use voced_model::{Lang, Quantity};
use voced_scenario::Problem;
use voced_scenario::named_quantity;
use voced_scenario::{Fault, World};

/// A quantity by its id, and the index of a projected year.
///
/// # Errors
/// One line a fault.
pub fn find(world: &World, quantity: &str, year: i32, lang: Lang) -> Result<(Quantity, usize), Vec<String>> {
    match (named_quantity("QUANTITY", quantity), index(world, year)) {
        (Ok(quantity), Ok(t)) => Ok((quantity, t)),
        (quantity, t) => Err([quantity.err(), t.err()].iter().flatten().map(|fault| fault.message(lang)).collect()),
    }
}

/// The index of a projected year.
fn index(world: &World, year: i32) -> Result<usize, Fault> {
    let years = world.scenario.years();
    match Problem::of(&Allowed::years(years.clone()), f64::from(year)) {
        None => Ok(years.take_while(|known| *known < year).count()),
        Some(problem) => Err(Fault::new("YEAR", problem)),
    }
}
