//! `voced export`: a scenario as a workbook.

use std::path::Path;

use voced_export::{Results, workbook};
use voced_model::Lang;

use crate::{Printed, scenario_file};

/// The ending of the files that are written.
const ENDING: &str = "xlsx";

/// Writes a workbook in the language `book`; faults are told in `lang`.
pub fn answer(file: &str, out: &Path, book: Lang, lang: Lang) -> Printed {
    let name = out.display();
    // Said before anything is computed: the ending tells a spreadsheet what to expect.
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
        return Err(vec![lang.pick(
            format!("{name}: 文件名须以 .{ENDING} 结尾"),
            format!("{name}: the name of a workbook must end in .{ENDING}"),
        )]);
    }
    let resolved = scenario_file::open(file, lang)?;
    let bytes =
        workbook(&resolved, book, Results::Known).map_err(|error| vec![format!("{name}: {}", error.message(lang))])?;
    std::fs::write(out, bytes).map_err(|error| {
        let cause = lang.pick("无法写入", "can not be written");
        vec![format!("{name}: {cause}: {error}")]
    })?;
    Ok(String::new())
}
