//! Tables and JSON that hold an area, from a path or standard input.

use voced_import::{Choices, DryRun, JsonFile, read, read_json};
use voced_model::Lang;

use crate::arguments::AreaChoices;
use crate::scenario_file;

/// What a file holds.
pub enum TableFile {
    /// A table, as it was read.
    Table(Box<DryRun>),
    /// An area, which is one already.
    Json(Box<JsonFile>),
}

/// Reads a file: JSON where it begins as JSON does, a table else.
///
/// # Errors
/// One line a fault, each beginning with the file's name. A dry run with faults is none.
pub fn open(file: &str, choices: &AreaChoices, lang: Lang) -> Result<TableFile, Vec<String>> {
    let bytes = scenario_file::bytes(file, lang)?;
    let named = |line: String| format!("{file}: {line}");
    if is_json(&bytes) {
        let text = scenario_file::text(file, bytes, lang)?;
        let read = read_json(&text);
        return read
            .map(|json| TableFile::Json(Box::new(json)))
            .map_err(|faults| faults.iter().map(|fault| named(fault.message(lang))).collect());
    }
    let book = voced_tables::read(&bytes).map_err(|refusal| vec![named(refusal.words(lang))])?;
    let choices = Choices { base_year: choices.base_year, name: choices.name.clone(), corrections: Vec::new() };
    let dry_run = read(&book, &choices);
    if dry_run.faults.is_empty() {
        return Ok(TableFile::Table(Box::new(dry_run)));
    }
    Err(dry_run.faults.iter().map(|fault| named(fault.message(lang))).collect())
}

/// Whether bytes begin as a JSON object does.
fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    bytes.trim_ascii_start().first() == Some(&b'{')
}
