//! `voced run`: a projection as JSON or CSV.

use voced_analysis::report;
use voced_export::csv;
use voced_model::Lang;

use crate::arguments::ResultFormat;
use crate::{Printed, json, scenario_file};

/// Projects a scenario file.
pub fn answer(file: &str, format: ResultFormat, lang: Lang) -> Printed {
    let resolved = scenario_file::open(file, lang)?;
    let projection = resolved.project();
    match format {
        ResultFormat::Json => json(&report::report(&resolved, &projection)),
        ResultFormat::Csv => Ok(csv::sheet(&report::sheet(&resolved, &projection))),
    }
}
