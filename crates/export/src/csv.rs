//! Tables as comma-separated text that Excel and WPS open as they are.

use voced_analysis::Sheet;

use crate::text::looks_like_formula;

/// Excel and WPS take a file for UTF-8 only when it begins with this mark.
const BYTE_ORDER_MARK: char = '\u{feff}';

const LINE_END: &str = "\r\n";

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Words. Never a formula, whatever they begin with.
    Text(&'a str),
    /// A number, with every digit.
    Number(f64),
    /// Nothing; also for a number that is none.
    Empty,
}

/// A cell of text that may be a number already.
impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Cell<'a> {
        let digits = |c: char| matches!(c, '0'..='9' | '.' | '-' | '+' | 'e' | 'E');
        match text.parse::<f64>() {
            Ok(number) if text.chars().all(digits) && number.is_finite() => Cell::Number(number),
            _ => Cell::Text(text),
        }
    }
}

/// Writes rows: UTF-8 with a byte order mark, lines that end as Windows wants them, quotes where needed.
///
/// Text that a spreadsheet would run as a formula gets an apostrophe, which shows it to be text; numbers
/// are left alone, negative ones too.
pub fn write<'a>(rows: impl IntoIterator<Item = impl IntoIterator<Item = Cell<'a>>>) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    for row in rows {
        for (i, cell) in row.into_iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            match cell {
                Cell::Text(text) => push_text(&mut out, text),
                Cell::Number(number) if number.is_finite() => out.push_str(&number.to_string()),
                Cell::Number(_) | Cell::Empty => {}
            }
        }
        out.push_str(LINE_END);
    }
    out
}

/// A table of the model as comma-separated text: cells that hold a number stay numbers.
pub fn sheet(sheet: &Sheet) -> String {
    let rows = std::iter::once(&sheet.head).chain(&sheet.rows);
    write(rows.map(|row| row.iter().map(|cell| Cell::from(cell.as_str()))))
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

    fn line(cells: &[Cell<'_>]) -> String {
        write([cells.iter().copied()])
    }

    #[test]
    fn a_table_begins_with_the_mark_and_ends_its_lines() {
        let text = write([vec![Cell::Text("年份"), Cell::Text("中职在校生")], vec![Cell::Number(2021.0), Cell::Empty]]);
        assert_eq!(text, "\u{feff}年份,中职在校生\r\n2021,\r\n");
    }

    #[test]
    fn quotes_commas_and_breaks_are_quoted() {
        assert_eq!(line(&[Cell::Text("a,\"b\"\nc")]), "\u{feff}\"a,\"\"b\"\"\nc\"\r\n");
    }

    #[test]
    fn formulas_are_shown_and_numbers_stay_numbers() {
        for text in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "-inf"] {
            let csv = line(&[Cell::from(text)]);
            assert!(csv.starts_with("\u{feff}\"'"), "{csv:?}");
        }
        assert_eq!(
            line(&[Cell::from("-12.5"), Cell::Number(-0.25), Cell::from("1e-7")]),
            "\u{feff}-12.5,-0.25,0.0000001\r\n"
        );
        assert_eq!(line(&[Cell::Number(f64::NAN), Cell::from("inf"), Cell::from("")]), "\u{feff},inf,\r\n");
    }
}
