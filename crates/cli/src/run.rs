//! `voced run`: a projection as JSON or CSV.

use voced_export::csv::Cell;
use voced_sim::{Lang, Sheet};

use crate::arguments::ResultFormat;
use crate::{Answer, json, scenario_file};

/// Projects a scenario file.
pub fn answer(file: &str, format: ResultFormat, lang: Lang) -> Answer {
    let world = scenario_file::open(file, lang)?;
    let projection = world.project();
    match format {
        ResultFormat::Json => json(&world.report(&projection)),
        ResultFormat::Csv => Ok(csv(&world.sheet(&projection))),
    }
}

fn csv(sheet: &Sheet) -> String {
    let rows = std::iter::once(&sheet.head).chain(&sheet.rows);
    voced_export::csv::write(rows.map(|row| row.iter().map(|cell| Cell::from(cell.as_str()))))
}
