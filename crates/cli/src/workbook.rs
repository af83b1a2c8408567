//! `voced workbook`: a workbook that was changed becomes a scenario again.

use std::io::{self, Write};
use std::path::Path;

use voced_export::back;
use voced_model::Lang;
use voced_scenario::Document;

use crate::area_template::write;
use crate::{Printed, scenario_file};

/// Gives the scenario file, on standard output or in `out`; what was changed and what cannot be taken over is told on
/// standard error.
pub fn answer(file: &str, out: Option<&Path>, lang: Lang) -> Printed {
    let bytes = scenario_file::bytes(file, lang)?;
    let named = |line: String| format!("{file}: {line}");
    let book = voced_tables::read(&bytes).map_err(|refusal| vec![named(refusal.words(lang))])?;
    let Some(read) = back::read(&book) else {
        let not_ours = lang.pick("不是 voced 导出的工作簿", "no workbook that voced exported");
        return Err(vec![named(not_ours.to_owned())]);
    };
    let returned =
        read.map_err(|remarks| remarks.iter().map(|remark| named(remark.words(lang))).collect::<Vec<_>>())?;
    let changes = returned.changes.iter().map(|change| change.words(lang));
    let lines: String = changes
        .chain(returned.remarks.iter().map(|remark| remark.words(lang)))
        .map(|line| format!("voced: {file}: {line}\n"))
        .collect();
    let text = Document::of(returned.scenario).to_json().pretty();
    let printed = match out {
        Some(out) => write(out, text.as_bytes(), lang).map(|()| String::new())?,
        None => text,
    };
    // What is told beside it is no answer: where it cannot be written the answer stands all the same.
    let _ = io::stderr().lock().write_all(lines.as_bytes());
    Ok(printed)
}
