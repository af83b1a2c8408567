//! A scenario to take away: a workbook whose cells compute, and tables as CSV.
//!
//! The formulas are not typed here a second time: the equations of `voced-model` run on symbols, and
//! what they did is written down as formulas. No files, no clock of its own, no threads: bytes come
//! back, so that the page can make the same workbook in the browser.

#![deny(missing_docs)]

mod address;
pub mod back;
mod carried;
pub mod csv;
mod entry;
mod equations;
mod formula;
mod judging;
mod layout;
mod page;
mod plain_table;
mod sheets;
mod styles;
mod tape;
mod template;
mod text;
mod words;
mod workings;

pub use plain_table::table_workbook;
pub use template::{template_csv, template_workbook};

use std::fmt;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use voced_model::Lang;
use voced_scenario::ResolvedScenario;

use crate::page::Page;
use crate::sheets::Content;
use crate::tape::Tape;

/// What stands in a cell beside its formula until a spreadsheet computes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Results {
    /// The number the formula gives, for viewers that do not compute.
    #[default]
    Known,
    /// Nothing but zeros: whoever reads other numbers knows that they were computed.
    Zeros,
}

/// Why there is no workbook.
#[derive(Debug)]
pub struct Unwritable(XlsxError);

impl Unwritable {
    /// The reason for people.
    pub fn message(&self, lang: Lang) -> String {
        match &self.0 {
            XlsxError::RowColumnLimitError => {
                lang.pick("行数超过工作簿上限", "more rows than a workbook can hold").to_owned()
            }
            other => lang.pick(format!("无法生成工作簿：{other}"), format!("the workbook can not be made: {other}")),
        }
    }
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Unwritable {}

/// The scenario as a workbook in the format of Excel 2007 and later. The same scenario gives the same
/// bytes.
///
/// # Errors
/// Where it has more projects or deliverables than a sheet has rows.
pub fn workbook(resolved: &ResolvedScenario, lang: Lang, results: Results) -> Result<Vec<u8>, Unwritable> {
    build(resolved, lang, results).map_err(Unwritable)
}

fn build(resolved: &ResolvedScenario, lang: Lang, results: Results) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(resolved, lang)?);
    for page in pages(resolved, lang, results)? {
        workbook.push_worksheet(page.sheet);
    }
    workbook.save_to_buffer()
}

/// The sheets with what stands on them: they are written, or held against a workbook that comes back.
fn pages(resolved: &ResolvedScenario, lang: Lang, results: Results) -> Result<Vec<Page>, XlsxError> {
    let projection = resolved.project();
    let tape = Tape::default();
    let deliverables = equations::record(resolved, &tape);
    let mut others = Vec::new();
    let judged = judging::record(resolved, &projection, &deliverables, &tape, &mut others);
    drop(deliverables);
    let counts = (resolved.projects.len(), resolved.deliverables.len());
    let formulas = formula::write(tape.finish(), &others, counts, lang);
    let content = Content {
        resolved,
        projection: &projection,
        verdicts: resolved.verdicts(&projection),
        judged,
        formulas,
        lang,
        results,
    };
    sheets::all(&content)
}

/// What file managers show. The date is that of the format, not of the day: the same scenario gives the
/// same file.
fn properties(resolved: &ResolvedScenario, lang: Lang) -> Result<DocProperties, XlsxError> {
    let area = resolved.scenario.area().name.get(lang);
    let title = text::safe(&format!("{} · {area}", words::PRODUCT.get(lang)));
    let title: String = title.chars().take(200).collect();
    let date = ExcelDateTime::from_ymd(2020, 1, 1)?;
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&date))
}
