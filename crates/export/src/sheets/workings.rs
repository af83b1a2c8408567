//! Parts of formulas that would be too long in one cell.

use rust_xlsxwriter::XlsxError;

use super::Content;
use crate::address::Tab;
use crate::layout::{ALL_YEARS, FIRST_YEAR, HEAD, ID, NAME, UNIT, programme};
use crate::page::{Page, Value};
use crate::styles::{Role, format, numbers};
use crate::words;
use crate::workings::Working;

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let (resolved, lang) = (content.resolved, content.lang);
    let title = Tab::Workings.words().get(lang);
    let mut page = Page::new(Tab::Workings, title, words::WORKINGS_HELP.get(lang), lang, content.results)?;
    page.heads(HEAD, NAME, [words::STEP, words::ID, words::UNIT, words::BELONGS_TO].map(|head| head.get(lang)))?;
    page.years(HEAD, FIRST_YEAR, resolved.years())?;
    let steps = &content.formulas.workings.rows;
    for (row, step) in (HEAD + 1..).zip(steps) {
        let (Working::Part(quantity, _) | Working::Piece(quantity, _)) = step;
        let spec = quantity.spec();
        let (name, id) = match step {
            Working::Part(_, item) => named(content, *item),
            Working::Piece(_, nth) => {
                (format!("{} · {} {nth}", spec.name.get(lang), words::PIECE.get(lang)), spec.id.to_owned())
            }
        };
        page.text(row, NAME, &name, Role::Name)?;
        page.text(row, ID, &id, Role::Faint)?;
        page.text(row, UNIT, spec.unit.words().get(lang), Role::Faint)?;
        page.text(row, ALL_YEARS, spec.name.get(lang), Role::Faint)?;
    }
    for cell in &content.formulas.workings.cells {
        let step = steps.get((cell.address.row - HEAD - 1) as usize);
        let unit = step.map(|(Working::Part(quantity, _) | Working::Piece(quantity, _))| quantity.spec().unit);
        let look = format(Role::Result, numbers(unit));
        page.formula(cell.address, &cell.formula, &Value::Number(cell.value), &look)?;
    }
    page.widths(&[(NAME, 40.0), (ID, 26.0), (UNIT, 16.0), (ALL_YEARS, 22.0)])?;
    let last_year = FIRST_YEAR + resolved.model_inputs.years.saturating_sub(1) as u16;
    page.sheet.set_column_range_width(FIRST_YEAR, last_year, 15.0)?;
    page.freeze(FIRST_YEAR)?;
    Ok(page)
}

/// Name and id of the project or deliverable in a row of their sheet.
fn named(content: &Content<'_>, row: u32) -> (String, String) {
    let (resolved, lang) = (content.resolved, content.lang);
    let head = programme::deliverables_head(resolved.projects.len());
    let found = if row < head {
        let project = resolved.projects.get((row - HEAD - 1) as usize);
        project.map(|project| (project.name.get(lang), project.id.as_str()))
    } else {
        let deliverable = resolved.deliverables.get((row - head - 1) as usize);
        deliverable.map(|deliverable| (deliverable.name.get(lang), deliverable.id.as_str()))
    };
    let (name, id) = found.unwrap_or_default();
    (name.to_owned(), id.to_owned())
}
