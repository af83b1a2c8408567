//! `voced explain`: where a number comes from.

use voced_analysis::explain;
use voced_model::Lang;

use crate::{Answer, cell, scenario_file};

/// Derives one number of a projection.
pub fn answer(file: &str, quantity: &str, year: i32, depth: usize, lang: Lang) -> Answer {
    let world = scenario_file::open(file, lang)?;
    let (quantity, t) = cell::find(&world, quantity, year, lang)?;
    Ok(explain::book(&world).text(&world, quantity, t, lang, depth))
}
