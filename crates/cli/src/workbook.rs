//! `voced workbook`: an exported workbook, changed in a spreadsheet program, as a scenario.

use std::io::{self, Write};
use std::path::Path;

use voced_export::back;
use voced_model::Lang;

use crate::area_template::write;
use crate::{Printed, scenario_file};

/// The scenario, or, where it is written to a file, the numbers that were changed. What else is different is said on
/// standard error.
pub fn answer(file: &str, out: Option<&Path>, lang: Lang) -> Printed {
    let named = |line: String| format!("{file}: {line}");
    let bytes = scenario_file::bytes(file, lang)?;
    let book = voced_tables::read(&bytes).map_err(|refusal| vec![named(refusal.words(lang))])?;
    let Some(read) = back::read(&book) else {
        let cause = lang.pick("不是 voced 导出的工作簿", "no workbook that voced exported");
        return Err(vec![named(cause.to_owned())]);
    };
    let returned =
        read.map_err(|reasons| reasons.iter().map(|reason| named(reason.words(lang))).collect::<Vec<_>>())?;
    let scenario = returned.scenario.to_json().pretty();
    let printed = match out {
        None => scenario,
        Some(out) => {
            write(out, scenario.as_bytes(), lang)?;
            returned.changes.iter().map(|change| change.words(lang) + "\n").collect()
        }
    };
    let notes = book.notes.iter().map(|note| note.words(lang));
    let remarks = notes.chain(returned.remarks.iter().map(|remark| remark.words(lang)));
    let lines: String = remarks.map(|remark| format!("voced: {}\n", named(remark))).collect();
    // As with faults: where even remarks can not be written, the scenario still can.
    let _ = io::stderr().lock().write_all(lines.as_bytes());
    Ok(printed)
}
