//! `voced run`: a projection as JSON or CSV.

use csv::{Terminator, WriterBuilder};
use voced_sim::{Lang, Sheet};

use crate::arguments::ResultFormat;
use crate::{Answer, json, scenario_file};

/// Excel and WPS take a CSV file for UTF-8 only when it begins with this mark.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Projects a scenario file.
pub fn answer(file: &str, format: ResultFormat, lang: Lang) -> Answer {
    let world = scenario_file::open(file, lang)?;
    let projection = world.project();
    match format {
        ResultFormat::Json => json(&world.report(&projection)),
        ResultFormat::Csv => csv(&world.sheet(&projection)).map_err(|error| vec![error.to_string()]),
    }
}

fn csv(sheet: &Sheet) -> Result<String, Box<dyn std::error::Error>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(&sheet.head)?;
    for row in &sheet.rows {
        writer.write_record(row)?;
    }
    Ok(BYTE_ORDER_MARK.to_owned() + &String::from_utf8(writer.into_inner()?)?)
}
