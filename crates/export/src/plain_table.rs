//! A table of plain cells as a workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::Unwritable;
use crate::csv::CsvCell;
use crate::styles::{Role, format};
use crate::text::{looks_like_formula, safe};

/// The widest a column of text gets, in characters of the standard font.
const WIDEST: usize = 40;

/// The longest name of a sheet, in characters.
const NAME: usize = 31;

/// A table as a workbook of one sheet: a head that stays in view, numbers as numbers, words never as formulas. The
/// same table gives the same bytes.
///
/// # Errors
/// Where the writer of workbooks refuses: more rows or columns than a sheet has.
pub fn table_workbook(title: &str, head: &[String], rows: &[Vec<CsvCell<'_>>]) -> Result<Vec<u8>, Unwritable> {
    build(title, head, rows).map_err(Unwritable)
}

fn build(title: &str, head: &[String], rows: &[Vec<CsvCell<'_>>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(2020, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&date));
    let mut page = Worksheet::new();
    page.set_name(title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(NAME).collect::<String>())?;
    let (heads, words, plain) = (format(Role::Head, ""), format(Role::Name, ""), format(Role::Result, "#,##0.##"));
    for (column, text) in (0..).zip(head) {
        page.write_string_with_format(0, column, safe(text), &heads)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                CsvCell::Text(text) if looks_like_formula(text) => {
                    page.write_string_with_format(row, column, safe(text), &words.clone().set_quote_prefix())?;
                }
                CsvCell::Text(text) => drop(page.write_string_with_format(row, column, safe(text), &words)?),
                CsvCell::Number(number) if number.is_finite() => {
                    page.write_number_with_format(row, column, *number, &plain)?;
                }
                CsvCell::Number(_) | CsvCell::Empty => {}
            }
        }
    }
    for (column, text) in (0..).zip(head) {
        let texts = rows.iter().filter_map(|row| match row.get(usize::from(column)) {
            Some(CsvCell::Text(text)) => Some(width(text)),
            _ => None,
        });
        // Heads wrap: half of one is enough.
        let widest = texts.chain([(width(text) / 2).max(11)]).max().unwrap_or_default();
        page.set_column_width(column, widest.min(WIDEST) as f64 + 2.0)?;
    }
    page.set_freeze_panes(1, 1)?;
    page.set_repeat_rows(0, 0)?;
    page.set_landscape().set_print_fit_to_pages(1, 0);
    workbook.push_worksheet(page);
    workbook.save_to_buffer()
}

/// How wide a text is: Chinese letters take two places.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
