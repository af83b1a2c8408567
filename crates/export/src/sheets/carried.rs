//! The scenario itself, on a sheet that nobody sees: with it a workbook that was changed can come back.

use rust_xlsxwriter::{Worksheet, XlsxError};
use voced_model::Lang;
use voced_model::equations::MODEL_VERSION;
use voced_scenario::Scenario;

/// The sheet's name, in every language.
pub(crate) const NAME: &str = "voced";

/// What stands in its first cell.
pub(crate) const MARK: &str = "voced-whatif";

/// The most characters of a piece: a cell holds 32,767 units, and a character may take two and be escaped.
const PIECE: usize = 8_000;

pub(super) fn sheet(scenario: &Scenario, lang: Lang) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(NAME)?;
    sheet.set_very_hidden(true);
    for (column, text) in (0..).zip([MARK, MODEL_VERSION, lang.tag()]) {
        sheet.write_string(0, column, text)?;
    }
    let text: Vec<char> = scenario.to_json().to_string().chars().collect();
    for (row, piece) in (1..).zip(text.chunks(PIECE)) {
        // JSON escapes what a sheet cannot hold, and the writer what looks like an escape of the file format.
        sheet.write_string(row, 0, piece.iter().collect::<String>())?;
    }
    Ok(sheet)
}
