//! `voced explain`: where a number comes from.

use voced_sim::{Allowed, Fault, Lang, Quantity, World};

use crate::{Answer, scenario_file};

/// Derives one number of a projection.
pub fn answer(file: &str, quantity: &str, year: i32, depth: usize, lang: Lang) -> Answer {
    let world = scenario_file::open(file, lang)?;
    match (Quantity::named("QUANTITY", quantity), index(&world, year)) {
        (Ok(quantity), Ok(t)) => Ok(world.book().text(&world, quantity, t, lang, depth)),
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
