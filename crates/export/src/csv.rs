//! Tables as comma-separated text that Excel and WPS open as they are.

use voced_analysis::TextTable;

use crate::text::looks_like_formula;

/// Excel and WPS take a file for UTF-8 only when it begins with this mark.
const BYTE_ORDER_MARK: char = '\u{feff}';

const LINE_END: &str = "\r\n";

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CsvCell<'a> {
    /// Words. Never a formula, whatever they begin with.
    Text(&'a str),
    /// A number, with every digit.
    Number(f64),
    /// Nothing; also for a number that is none.
    Empty,
}

/// A cell of text that may be a number already.
impl<'a> From<&'a str> for CsvCell<'a> {
    fn from(text: &'a str) -> CsvCell<'a> {
        let digits = |c: char| matches!(c, '0'..='9' | '.' | '-' | '+' | 'e' | 'E');
        match text.parse::<f64>() {
            Ok(number) if text.chars().all(digits) && number.is_finite() => CsvCell::Number(number),
            _ => CsvCell::Text(text),
        }
    }
}

/// Writes rows: UTF-8 with a byte order mark, lines that end as Windows wants them, quotes where needed.
///
/// Text that a spreadsheet would run as a formula gets an apostrophe, which shows it to be text; numbers
/// are left alone, negative ones too.
pub fn write<'a>(rows: impl IntoIterator<Item = impl IntoIterator<Item = CsvCell<'a>>>) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    for row in rows {
        for (i, cell) in row.into_iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            match cell {
                CsvCell::Text(text) => push_text(&mut out, text),
                CsvCell::Number(number) if number.is_finite() => out.push_str(&number.to_string()),
                CsvCell::Number(_) | CsvCell::Empty => {}
            }
        }
        out.push_str(LINE_END);
    }
    out
}

/// A table of the model as comma-separated text: cells that hold a number stay numbers.
pub fn sheet(sheet: &TextTable) -> String {
    let rows = std::iter::once(&sheet.head).chain(&sheet.rows);
    write(rows.map(|row| row.iter().map(|cell| CsvCell::from(cell.as_str()))))
}

fn push_text(out: &mut String, text: &str) {
    let guarded = looks_like_formula(text.trim_start_matches([' ', '\u{a0}', '\u{3000}', BYTE_ORDER_MARK]));
    if !guarded && !text.contains(['"', ',', '\r', '\n', '\0']) {
        out.push_str(text);
        return;
    }
    out.push('"');
    if guarded {
        out.push('\'');
    }
    for c in text.chars().filter(|c| *c != '\0') {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[CsvCell<'_>]) -> String {
        write([cells.iter().copied()])
    }

    #[test]
    fn a_table_begins_with_the_mark_and_ends_its_lines() {
        let text = write([
            vec![CsvCell::Text("年份"), CsvCell::Text("中职在校生")],
            vec![CsvCell::Number(2021.0), CsvCell::Empty],
        ]);
        assert_eq!(text, "\u{feff}年份,中职在校生\r\n2021,\r\n");
    }

    #[test]
    fn quotes_commas_and_breaks_are_quoted() {
        assert_eq!(line(&[CsvCell::Text("a,\"b\"\nc")]), "\u{feff}\"a,\"\"b\"\"\nc\"\r\n");
    }

    #[test]
    fn formulas_are_shown_and_numbers_stay_numbers() {
        for text in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "-inf"] {
            let csv = line(&[CsvCell::from(text)]);
            assert!(csv.starts_with("\u{feff}\"'"), "{csv:?}");
        }
        assert_eq!(
            line(&[CsvCell::from("-12.5"), CsvCell::Number(-0.25), CsvCell::from("1e-7")]),
            "\u{feff}-12.5,-0.25,0.0000001\r\n"
        );
        assert_eq!(line(&[CsvCell::Number(f64::NAN), CsvCell::from("inf"), CsvCell::from("")]), "\u{feff},inf,\r\n");
    }
}
