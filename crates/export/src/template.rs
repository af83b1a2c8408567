//! The template of an area of one's own as files: a workbook, and text with commas.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, ProtectionOptions, Workbook, Worksheet, XlsxError,
};
use voced_import::template::{Entered, Entry, TO_FILL, Template, TemplateCell, TemplateSheet};
use voced_model::{Style, Unit};

use crate::Unwritable;
use crate::csv::{self, CsvCell};
use crate::styles::{Role, exact_numbers, format};
use crate::text::{lines, looks_like_formula, safe};

/// The paper's number in the file format: A4.
const A4: u8 = 9;

/// How high a line of text is, in points.
const LINE: f64 = 15.0;

/// The template as a workbook: what is to be filled in is yellow and unlocked, all else is locked without a password.
/// The same template gives the same bytes.
///
/// # Errors
/// Where the writer of workbooks refuses.
pub fn template_workbook(template: &Template) -> Result<Vec<u8>, Unwritable> {
    build(template).map_err(Unwritable)
}

fn build(template: &Template) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(2020, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&template.title).set_creation_datetime(&date));
    for sheet in &template.sheets {
        workbook.push_worksheet(worksheet(sheet)?);
    }
    workbook.save_to_buffer()
}

fn worksheet(sheet: &TemplateSheet) -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(&sheet.name)?;
    page.set_screen_gridlines(false);
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_footer("&L&A&R&P / &N");
    for (column, width) in (0..).zip(&sheet.widths) {
        page.set_column_width(column, *width)?;
    }
    for (row, cells) in (0..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            write(&mut page, row, column, cell)?;
        }
        let wrapped = cells.iter().zip(&sheet.widths).filter_map(|(cell, width)| match cell {
            TemplateCell::Prose(text) | TemplateCell::Head(text) => Some(lines(text, *width)),
            _ => None,
        });
        if let Some(most) = wrapped.max().filter(|most| *most > 1) {
            page.set_row_height(row, LINE * most as f64)?;
        }
    }
    let head = u32::try_from(sheet.head).unwrap_or_default();
    page.set_freeze_panes(head + 1, u16::try_from(sheet.frozen).unwrap_or_default())?;
    page.set_repeat_rows(head, head)?;
    // Widths and heights stay the reader's own.
    let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    page.protect_with_options(&options);
    Ok(page)
}

fn write(page: &mut Worksheet, row: u32, column: u16, cell: &TemplateCell) -> Result<(), XlsxError> {
    let (text, role) = match cell {
        TemplateCell::Blank => return Ok(()),
        TemplateCell::Title(text) => (text, Role::Title),
        TemplateCell::Help(text) => (text, Role::Help),
        TemplateCell::Head(text) => (text, Role::Head),
        TemplateCell::Group(text) | TemplateCell::Faint(text) => (text, Role::Faint),
        TemplateCell::Name(text) => (text, Role::Name),
        TemplateCell::Prose(text) => (text, Role::Prose),
        TemplateCell::FixedText(text) => (text, Role::Fixed),
        TemplateCell::Fixed(value, unit) => {
            let look = format(Role::Fixed, exact_numbers(Some(*unit), *value));
            return page.write_number_with_format(row, column, *value, &look).map(drop);
        }
        TemplateCell::Entry(entry, entered) => return write_entry(page, row, column, entry, entered.as_ref()),
    };
    let look = format(role, "");
    let look = if looks_like_formula(text) { look.set_quote_prefix() } else { look };
    page.write_string_with_format(row, column, safe(text), &look).map(drop)
}

fn write_entry(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    entry: &Entry,
    entered: Option<&Entered>,
) -> Result<(), XlsxError> {
    let look = format(Role::Input, numbers(entry));
    match entered {
        None => drop(page.write_blank(row, column, &look)?),
        Some(Entered::Number(number)) => drop(page.write_number_with_format(row, column, *number, &look)?),
        Some(Entered::Text(text)) => drop(page.write_string_with_format(row, column, safe(text), &look)?),
    }
    if let Entry::Choice(words) = entry {
        page.add_data_validation(row, column, row, column, &DataValidation::new().allow_list_strings(words)?)?;
    }
    Ok(())
}

/// The number format of an entry: a share is shown in percent, so that what is shown is what is meant; all else is
/// left as it is typed.
fn numbers(entry: &Entry) -> &'static str {
    match entry {
        Entry::Number(unit) if unit.style() == Style::Percent => exact_numbers(Some(*unit), 0.0),
        Entry::Year => exact_numbers(Some(Unit::Year), 0.0),
        _ => "",
    }
}

/// The sheets to fill in as text with commas, one below the other, in UTF-8 as Excel and WPS open it.
pub fn template_csv(template: &Template) -> String {
    let mut rows: Vec<Vec<CsvCell<'_>>> = Vec::new();
    for sheet in template.sheets.iter().take(TO_FILL) {
        if !rows.is_empty() {
            rows.push(vec![CsvCell::Empty]);
        }
        rows.extend(sheet.rows.iter().map(|row| row.iter().map(csv_cell).collect()));
    }
    csv::write(rows)
}

fn csv_cell(cell: &TemplateCell) -> CsvCell<'_> {
    match cell {
        TemplateCell::Blank | TemplateCell::Entry(_, None) => CsvCell::Empty,
        TemplateCell::Fixed(value, _) | TemplateCell::Entry(_, Some(Entered::Number(value))) => CsvCell::Number(*value),
        TemplateCell::Title(text)
        | TemplateCell::Help(text)
        | TemplateCell::Head(text)
        | TemplateCell::Group(text)
        | TemplateCell::Name(text)
        | TemplateCell::Faint(text)
        | TemplateCell::Prose(text)
        | TemplateCell::FixedText(text)
        | TemplateCell::Entry(_, Some(Entered::Text(text))) => CsvCell::Text(text),
    }
}

#[cfg(test)]
mod tests {
    use voced_import::template::template;
    use voced_model::Lang;

    use super::*;

    #[test]
    fn the_same_template_gives_the_same_bytes() {
        for lang in Lang::ALL {
            let template = template(None, lang);
            let bytes = template_workbook(&template).expect("a workbook");
            assert_eq!(bytes, template_workbook(&template).expect("a workbook"));
            assert!(bytes.len() < 100_000, "{}", bytes.len());
            let text = template_csv(&template);
            assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        }
    }
}
