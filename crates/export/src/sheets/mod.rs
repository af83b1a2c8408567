//! The sheets, one a file.

pub(crate) mod carried;
mod charts;
mod inputs;
mod model;
mod observed;
mod programme;
mod provenance;
mod sources;
mod summary;
mod targets;
mod workings;

use rust_xlsxwriter::XlsxError;
use voced_model::{Lang, Projection};
use voced_scenario::{ResolvedScenario, Target, Verdict};

use crate::Results;
use crate::formula::Formulas;
use crate::judging::Judged;
use crate::page::Page;

/// All that the sheets show.
pub(crate) struct Content<'a> {
    pub(crate) resolved: &'a ResolvedScenario,
    pub(crate) projection: &'a Projection<f64>,
    pub(crate) verdicts: Vec<(&'a Target, Verdict)>,
    pub(crate) judged: Vec<Judged>,
    pub(crate) formulas: Formulas,
    pub(crate) lang: Lang,
    pub(crate) results: Results,
}

/// Every sheet, in the order of their tabs; the hidden one with the scenario stands last.
pub(crate) fn all(content: &Content<'_>) -> Result<Vec<Page>, XlsxError> {
    let mut sheets =
        vec![summary::sheet(content)?, inputs::sheet(content)?, programme::sheet(content)?, model::sheet(content)?];
    if !content.formulas.workings.rows.is_empty() {
        sheets.push(workings::sheet(content)?);
    }
    if !content.verdicts.is_empty() {
        sheets.push(targets::sheet(content)?);
    }
    if !content.resolved.scenario.area().observed.is_empty() {
        sheets.push(observed::sheet(content)?);
    }
    sheets.push(charts::sheet(content)?);
    sheets.push(sources::sheet(content)?);
    sheets.push(carried::sheet(content, &sheets)?);
    Ok(sheets)
}
