//! The quantity and the year that an argument names.

use voced_sim::{Allowed, Fault, Lang, Quantity, World};

/// A quantity by its id, and the index of a projected year.
///
/// # Errors
/// One line a fault.
pub fn find(world: &World, quantity: &str, year: i32, lang: Lang) -> Result<(Quantity, usize), Vec<String>> {
    match (Quantity::named("QUANTITY", quantity), index(world, year)) {
        (Ok(quantity), Ok(t)) => Ok((quantity, t)),
        (quantity, t) => Err([quantity.err(), t.err()].iter().flatten().map(|fault| fault.message(lang)).collect()),
    }
}

/// The index of a projected year.
fn index(world: &World, year: i32) -> Result<usize, Fault> {
    let years = world.scenario.years();
    match Allowed::years(years.clone()).problem(f64::from(year)) {
        None => Ok(years.take_while(|known| *known < year).count()),
        Some(problem) => Err(Fault::new("YEAR", problem)),
    }
}
