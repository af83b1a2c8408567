//! The inputs: numbers to change, and where each comes from.

use rust_xlsxwriter::XlsxError;
use voced_model::InputId;
use voced_model::inputs::Shape;

use super::Content;
use super::provenance;
use crate::address::Tab;
use crate::entry::Entry;
use crate::layout::{self, ALL_YEARS, FIRST_YEAR, HEAD, ID, NAME, SheetRow, UNIT, input_rows};
use crate::page::{Page, Written};
use crate::styles::{Role, exact_numbers, format};
use crate::words;

pub(super) fn sheet(content: &Content<'_>) -> Result<Page, XlsxError> {
    let (resolved, lang) = (content.resolved, content.lang);
    let title = Tab::Inputs.words().get(lang);
    let mut page = Page::new(Tab::Inputs, title, words::INPUTS_HELP.get(lang), lang, content.results)?;
    page.heads(HEAD, NAME, [words::NAME, words::ID, words::UNIT, words::ALL_YEARS].map(|head| head.get(lang)))?;
    page.years(HEAD, FIRST_YEAR, resolved.years())?;
    let after = FIRST_YEAR + resolved.model_inputs.years as u16;
    let heads = [words::LOW, words::HIGH, words::FROM].map(|head| head.get(lang));
    page.heads(HEAD, after, heads.into_iter().chain(provenance::heads(lang)))?;
    let meaning = after + 3 + provenance::COLUMNS;
    page.heads(HEAD, meaning, [words::MEANING.get(lang)])?;
    for (row, item) in (HEAD + 1..).zip(input_rows()) {
        match item {
            SheetRow::Heading(section) => {
                page.text(row, NAME, section.words().get(lang), Role::Group)?;
                for column in ID..=meaning {
                    page.text(row, column, "", Role::Group)?;
                }
            }
            SheetRow::Item(input) => write(&mut page, content, row, input, after)?,
        }
    }
    page.widths(&[(NAME, 32.0), (ID, 28.0), (UNIT, 18.0), (ALL_YEARS, 16.0)])?;
    page.sheet.set_column_range_width(FIRST_YEAR, after - 1, 13.0)?;
    page.widths(&[(after, 12.0), (after + 1, 12.0), (after + 2, 16.0)])?;
    provenance::widths(&mut page, after + 3)?;
    page.widths(&[(meaning, 60.0)])?;
    page.freeze(FIRST_YEAR)?;
    page.two_pages_wide()?;
    Ok(page)
}

fn write(page: &mut Page, content: &Content<'_>, row: u32, input: InputId, after: u16) -> Written {
    let (resolved, lang, spec) = (content.resolved, content.lang, input.spec());
    page.text(row, NAME, spec.name.get(lang), Role::Name)?;
    page.text(row, ID, spec.id, Role::Faint)?;
    page.text(row, UNIT, spec.unit.words().get(lang), Role::Faint)?;
    let slots = if spec.shape == Shape::Path { resolved.model_inputs.years } else { 1 };
    for t in 0..slots {
        let at = layout::input(input, t);
        let value = resolved.model_inputs.inputs.at(input, t);
        let numbers = exact_numbers(Some(spec.unit), value);
        // A number that no formula reads would be changed in vain.
        if content.formulas.read.contains(&at) {
            page.number(at.row, at.column, value, &format(Role::Input, numbers))?;
            page.bound((at, at), spec.allowed())?;
            page.open(at, Entry::Input { input, t });
        } else {
            page.number(at.row, at.column, value, &format(Role::Fixed, numbers))?;
        }
    }
    let (level, sourced) = resolved.scenario.value(input);
    for (column, end) in [(after, sourced.low), (after + 1, sourced.high)] {
        if let Some(end) = end {
            page.number(row, column, end, &format(Role::Result, exact_numbers(Some(spec.unit), end)))?;
        }
    }
    let whose = resolved.scenario.whose(input, lang);
    page.text(row, after + 2, whose.as_deref().unwrap_or(level.words().get(lang)), Role::Name)?;
    provenance::write(page, row, after + 3, &sourced.source, sourced.confidence)?;
    page.text(row, after + 3 + provenance::COLUMNS, input.prose().meaning.get(lang), Role::Name)
}
