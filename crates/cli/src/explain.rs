//! `voced explain`: where a number comes from.

use voced_analysis::explain;
use voced_model::Lang;

use crate::{Printed, cell, scenario_file};

/// Derives one number of a projection.
pub fn answer(file: &str, quantity: &str, year: i32, depth: usize, lang: Lang) -> Printed {
    let resolved = scenario_file::open(file, lang)?;
    let (quantity, t) = cell::find(&resolved, quantity, year, lang)?;
    Ok(explain::book(&resolved).text(&resolved, quantity, t, lang, depth))
}
