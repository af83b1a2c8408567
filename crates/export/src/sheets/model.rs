//! The results: a row a quantity, a column a year, each cell a formula.

use rust_xlsxwriter::XlsxError;

use super::Content;
use crate::address::{Address, Tab};
use crate::layout::{ALL_YEARS, FIRST_YEAR, HEAD, ID, NAME, SheetRow, UNIT, quantity_rows};
use crate::page::{Page, Value};
use crate::styles::{Role, format, numbers};
use crate::words;

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let (resolved, lang) = (content.resolved, content.lang);
    let title = Tab::Model.words().get(lang);
    let mut page = Page::new(Tab::Model, title, words::MODEL_HELP.get(lang), lang, content.results)?;
    page.heads(HEAD, NAME, [words::NAME, words::ID, words::UNIT, words::COUNTING].map(|head| head.get(lang)))?;
    page.years(HEAD, FIRST_YEAR, resolved.years())?;
    let last_year = FIRST_YEAR + resolved.model_inputs.years.saturating_sub(1) as u16;
    let rows = quantity_rows();
    for (row, item) in (HEAD + 1..).zip(&rows) {
        match item {
            SheetRow::Heading(topic) => {
                page.text(row, NAME, topic.words().get(lang), Role::Group)?;
                for column in ID..=last_year {
                    page.text(row, column, "", Role::Group)?;
                }
            }
            SheetRow::Item(quantity) => {
                let spec = quantity.spec();
                let counting = if quantity.is_stock() { words::STOCK } else { words::FLOW };
                page.text(row, NAME, spec.name.get(lang), Role::Name)?;
                page.text(row, ID, spec.id, Role::Faint)?;
                page.text(row, UNIT, spec.unit.words().get(lang), Role::Faint)?;
                page.text(row, ALL_YEARS, counting.get(lang), Role::Faint)?;
            }
        }
    }
    for cell in &content.formulas.model {
        let Some(SheetRow::Item(quantity)) = rows.get((cell.address.row - HEAD - 1) as usize) else { continue };
        let look = format(Role::Result, numbers(Some(quantity.spec().unit)));
        page.formula(cell.address, &cell.formula, &Value::Number(cell.value), &look)?;
    }
    let last = Address::new(Tab::Model, HEAD + rows.len() as u32, last_year);
    page.pale_where_absent(Address::new(Tab::Model, HEAD + 1, FIRST_YEAR), last)?;
    page.widths(&[(NAME, 34.0), (ID, 26.0), (UNIT, 16.0), (ALL_YEARS, 16.0)])?;
    page.sheet.set_column_range_width(FIRST_YEAR, last_year, 15.0)?;
    page.freeze(FIRST_YEAR)?;
    Ok(page)
}
