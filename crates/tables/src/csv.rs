//! Text as a table: cells between commas, semicolons or tabs, quoted where they hold these.

use crate::book::{Book, Cell, Format, Row, Sheet};
use crate::limits::{Counter, LAST};
use crate::refusal::Refusal;

/// What may stand between cells; of two that fit as well, the one before.
const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// How many lines are looked at to find the separator.
const LOOKED_AT: usize = 50;

/// Reads text as a table.
pub(crate) fn read(text: &str) -> Result<Book, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Excel writes its separator into the first line where it is told to.
    let told = text.strip_prefix("sep=").and_then(|rest| Some((rest.chars().next()?, rest.split_once('\n')?.1)));
    let (separator, text) = told.unwrap_or_else(|| (separator(text), text));
    let mut counter = Counter::default();
    let mut rows = Vec::new();
    let mut row = Row::default();
    let mut column = 0;
    fields(text, separator, |field, is_last| {
        if !field.trim().is_empty() {
            counter.one()?;
            if column > LAST.column || row.number > LAST.row {
                return Err(Refusal::TooManyCells);
            }
            row.cells.push((column, Cell::text(field)));
        }
        column += 1;
        if is_last {
            let next = Row { number: row.number.saturating_add(1), cells: Vec::new() };
            let done = std::mem::replace(&mut row, next);
            if !done.cells.is_empty() {
                rows.push(done);
            }
            column = 0;
        }
        Ok(())
    })?;
    if rows.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(Book { format: Format::Text, notes: Vec::new(), sheets: vec![Sheet { rows, ..Sheet::default() }] })
}

/// Hands on every field, and whether it is the last of its row; an empty line is a row of one empty field. A reader
/// of a library would skip empty lines, and the places of cells would no longer be those that people see.
fn fields(
    text: &str,
    separator: char,
    mut hand_on: impl FnMut(&str, bool) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut field = String::new();
    let mut is_quoted = false;
    let mut has_begun = false;
    let mut left = text.chars().peekable();
    while let Some(c) = left.next() {
        match c {
            '"' if is_quoted && left.peek() == Some(&'"') => {
                left.next();
                field.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            // Elsewhere than at the beginning it is a character like any other: 5" of something.
            '"' if field.is_empty() && !has_begun => (is_quoted, has_begun) = (true, true),
            _ if is_quoted => field.push(c),
            _ if c == separator => {
                hand_on(&field, false)?;
                field.clear();
                has_begun = false;
            }
            '\r' | '\n' => {
                if c == '\r' && left.peek() == Some(&'\n') {
                    left.next();
                }
                hand_on(&field, true)?;
                field.clear();
                has_begun = false;
            }
            _ => {
                field.push(c);
                has_begun = true;
            }
        }
    }
    hand_on(&field, true)
}

/// The separator that makes the most of the first lines: rows of the same length, and long ones.
fn separator(text: &str) -> char {
    let worth = |separator: char| {
        let mut lengths = Vec::new();
        let mut length = 0_usize;
        let head: String = text.lines().take(LOOKED_AT).flat_map(|line| [line, "\n"]).collect();
        let counted = fields(&head, separator, |_, is_last| {
            length += 1;
            if is_last {
                lengths.push(length);
                length = 0;
            }
            Ok(())
        });
        lengths.retain(|length| *length > 1);
        let same = lengths.iter().map(|length| lengths.iter().filter(|other| *other == length).count()).max();
        counted.map_or(0, |()| same.unwrap_or_default())
    };
    let worths = SEPARATORS.map(|separator| (worth(separator), separator));
    worths.into_iter().rev().max_by_key(|(worth, _)| *worth).map_or(',', |(_, separator)| separator)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::refusal::Refusal;

    fn cells(text: &str) -> Vec<(u32, u32, String)> {
        let book = read(text).expect("a table");
        let rows = book.sheets[0].rows.iter();
        rows.flat_map(|row| row.cells.iter().map(|(column, cell)| (row.number, *column, format!("{:?}", cell.content))))
            .collect()
    }

    fn text(row: u32, column: u32, text: &str) -> (u32, u32, String) {
        (row, column, format!("Text({text:?})"))
    }

    #[test]
    fn commas_in_quotes_and_lines_in_quotes_stay_in_their_cell() {
        assert_eq!(
            cells("名称,数值\r\n\"公用经费,含取暖\",\"1,234\"\r\n\"两\n行\",2\r\n"),
            [
                text(0, 0, "名称"),
                text(0, 1, "数值"),
                text(1, 0, "公用经费,含取暖"),
                text(1, 1, "1,234"),
                text(2, 0, "两\n行"),
                text(2, 1, "2")
            ]
        );
    }

    #[test]
    fn empty_lines_count_as_rows() {
        assert_eq!(cells("标题\n\n\na,b\n"), [text(0, 0, "标题"), text(3, 0, "a"), text(3, 1, "b")]);
        assert_eq!(
            cells("\r\n\r\na,b\r\n\r\nc,d"),
            [text(2, 0, "a"), text(2, 1, "b"), text(4, 0, "c"), text(4, 1, "d")]
        );
    }

    #[test]
    fn the_separator_is_found_or_told() {
        assert_eq!(cells("a;1,5\nb;2,5\n"), [text(0, 0, "a"), text(0, 1, "1,5"), text(1, 0, "b"), text(1, 1, "2,5")]);
        assert_eq!(
            cells("a\t1,5\nb\t2,500\n"),
            [text(0, 0, "a"), text(0, 1, "1,5"), text(1, 0, "b"), text(1, 1, "2,500")]
        );
        assert_eq!(cells("sep=;\na;1\n"), [text(0, 0, "a"), text(0, 1, "1")]);
        assert_eq!(cells("一列"), [text(0, 0, "一列")]);
    }

    #[test]
    fn nothing_is_refused() {
        for empty in ["", "\n\n", " ,, \n,,,", "\t\t\r\n\t"] {
            assert_eq!(read(empty), Err(Refusal::Empty), "{empty:?}");
        }
    }
}
