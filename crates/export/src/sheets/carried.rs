//! The scenario itself, hidden: whoever gets the workbook back reads from it what was exported.

use rust_xlsxwriter::XlsxError;

use super::Content;
use crate::address::Tab;
use crate::carried::{MARK, Prints, lines};
use crate::layout::HEAD;
use crate::page::Page;
use crate::styles::Role;
use crate::words;

/// The column of keys, and of values.
pub(crate) const KEY: u16 = 0;
pub(crate) const VALUE: u16 = 1;

pub(super) fn sheet(content: &Content<'_>, others: &[Page]) -> Result<Page, XlsxError> {
    let lang = content.lang;
    let mut page = Page::new(Tab::Carried, MARK, words::CARRIED_HELP.get(lang), lang, content.results)?;
    let lines = lines(content.resolved, lang, Prints::of(others, content.resolved));
    for (row, (key, value)) in (HEAD..).zip(&lines) {
        page.text(row, KEY, key, Role::Faint)?;
        page.text(row, VALUE, value, Role::Faint)?;
    }
    page.sheet.set_very_hidden(true);
    Ok(page)
}
