//! The cells of a sheet.

use crate::book::{Cell, Content, Percent, Place, Sheet};
use crate::bounded::{BoundedGrid, Budget};
use crate::days::{self, Epoch};
use crate::formats::Shown;
use crate::refusal::Refusal;
use crate::xls::globals::Globals;
use crate::xls::records::{BOF, EOF, Pieces, Record, Records, damaged};

/// What formulas of a book came to.
#[derive(Default)]
pub(crate) struct Formulas {
    /// Those with a result.
    pub(crate) with_result: usize,
    /// Those whose result is an empty text, which is also what some programs write that compute nothing.
    pub(crate) empty: usize,
}

/// Reads a sheet, after its first record.
pub(crate) fn read(
    globals: &Globals<'_>,
    records: &mut Records<'_>,
    budget: &mut Budget,
    formulas: &mut Formulas,
) -> Result<Sheet, Refusal> {
    let mut grid = BoundedGrid::default();
    let mut is_protected = false;
    // Charts on the sheet have records between a beginning and an end of their own, with numbers that are no cells.
    let mut depth = 0_usize;
    // A formula whose text stands in a record to come.
    let mut waiting: Option<Place> = None;
    while let Some(record) = records.next()? {
        match record.kind {
            BOF => depth += 1,
            EOF if depth == 0 => break,
            EOF => depth -= 1,
            _ if depth > 0 => {}
            0x002f => return Err(Refusal::Password),
            0x0012 => is_protected |= record.number16(0).is_some_and(|flag| flag != 0),
            0x00e5 => merge(record, &mut grid, budget)?,
            0x0207 => {
                if let Some(place) = waiting.take() {
                    let text = string(globals, record, records)?;
                    let cell =
                        Cell { content: Content::Text(text), percent: Percent::No, formula: Some(String::new()) };
                    grid.put(place, cell, budget)?;
                }
            }
            0x0006 => {
                let (place, cell) = formula(globals, record).ok_or_else(|| damaged("formula"))?;
                match cell {
                    Some(cell) => {
                        let is_empty = cell.content == Content::Blank;
                        *(if is_empty { &mut formulas.empty } else { &mut formulas.with_result }) += 1;
                        grid.put(place, cell, budget)?;
                    }
                    None => {
                        formulas.with_result += 1;
                        waiting = Some(place);
                    }
                }
            }
            0x00bd => {
                for (place, cell) in many(globals, record).ok_or_else(|| damaged("numbers"))? {
                    grid.put(place, cell, budget)?;
                }
            }
            // A shared text, text in the cell, and the same in bold or colours; a number, a short one, a truth.
            kind @ (0x00fd | 0x0204 | 0x00d6 | 0x0203 | 0x027e | 0x0205) => {
                let content = content(globals, kind, record).ok_or_else(|| damaged("cell"))?;
                grid.put(place(record).ok_or_else(|| damaged("cell"))?, content, budget)?;
            }
            _ => {}
        }
    }
    let (rows, merged) = grid.finish();
    Ok(Sheet { protected: is_protected, rows, merged, ..Sheet::default() })
}

fn place(record: Record<'_>) -> Option<Place> {
    Some(Place { row: record.number16(0)?.into(), column: record.number16(2)?.into() })
}

/// The cell of a record that holds one.
fn content(globals: &Globals<'_>, kind: u16, record: Record<'_>) -> Option<Cell> {
    let format = record.number16(4)?;
    let plain = |content| Cell { content, percent: Percent::No, formula: None };
    Some(match kind {
        0x00fd => {
            let text = globals.texts.get(usize::try_from(record.number32(6)?).ok()?)?;
            plain(Content::Text(text.clone()))
        }
        0x0204 | 0x00d6 => plain(Content::Text(record.text(6, true, globals.page_of_texts())?)),
        0x0203 => number(globals, format, record.double(6)?),
        0x027e => number(globals, format, short(record.number32(6)?)),
        _ => plain(truth(record.byte(6)?, record.byte(7)? != 0)),
    })
}

/// A number in the way it is shown. Excel stores none without an end.
fn number(globals: &Globals<'_>, format: u16, number: f64) -> Cell {
    if !number.is_finite() {
        return Cell { content: Content::Error("#NUM!".to_owned()), percent: Percent::No, formula: None };
    }
    let shown = globals.shown.get(usize::from(format)).copied().unwrap_or_default();
    let date = Some(number)
        .filter(|_| shown == Shown::Date)
        .and_then(|number| days::of_serial(number, Epoch::of(globals.is_1904)));
    Cell {
        content: date.map_or(Content::Number(number), Content::Date),
        percent: if shown == Shown::Percent { Percent::Yes } else { Percent::No },
        formula: None,
    }
}

/// Thirty bits that are the upper ones of a number, or a whole number; in either case perhaps of hundredths.
fn short(bits: u32) -> f64 {
    let number =
        if bits & 2 != 0 { f64::from(bits.cast_signed() >> 2) } else { f64::from_bits(u64::from(bits & !3) << 32) };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

fn truth(value: u8, is_error: bool) -> Content {
    if !is_error {
        return Content::Truth(value != 0);
    }
    let error = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        _ => "#ERROR!",
    };
    Content::Error(error.to_owned())
}

/// Short numbers side by side: row, first column, format and number of each, last column.
fn many(globals: &Globals<'_>, record: Record<'_>) -> Option<Vec<(Place, Cell)>> {
    let first = place(record)?;
    let numbers = record.data.get(4..record.data.len().checked_sub(2)?)?.chunks_exact(6);
    let cells = numbers.zip(first.column..).filter_map(|(six, column)| {
        let (format, bits) = six.split_first_chunk::<2>()?;
        let cell = number(globals, u16::from_le_bytes(*format), short(u32::from_le_bytes(bits.try_into().ok()?)));
        Some((Place { column, ..first }, cell))
    });
    Some(cells.collect())
}

/// A formula with its stored result; no cell where that is a text of the record to come.
fn formula(globals: &Globals<'_>, record: Record<'_>) -> Option<(Place, Option<Cell>)> {
    let place = place(record)?;
    let result = record.data.get(6..14)?;
    let plain = |content| Cell { content, percent: Percent::No, formula: None };
    let cell = match result {
        [0, .., 0xff, 0xff] => None,
        [1, _, value, .., 0xff, 0xff] => Some(plain(truth(*value, false))),
        [2, _, value, .., 0xff, 0xff] => Some(plain(truth(*value, true))),
        [.., 0xff, 0xff] => Some(plain(Content::Blank)),
        _ => Some(number(globals, record.number16(4)?, record.double(6)?)),
    };
    Some((place, cell.map(|cell| Cell { formula: Some(String::new()), ..cell })))
}

/// The text of a formula, which may go on in further records.
fn string(globals: &Globals<'_>, record: Record<'_>, records: &mut Records<'_>) -> Result<String, Refusal> {
    let text = match globals.page_of_texts() {
        Some(page) => record.text(0, true, Some(page)),
        None => {
            let mut pieces = Pieces::new(record.data, records.continued()?);
            pieces.number16().and_then(|length| pieces.unicode(usize::from(length)))
        }
    };
    text.ok_or_else(|| damaged("text of a formula"))
}

fn merge(record: Record<'_>, grid: &mut BoundedGrid, budget: &mut Budget) -> Result<(), Refusal> {
    let count = usize::from(record.number16(0).unwrap_or_default());
    for range in record.data.get(2..).unwrap_or_default().chunks_exact(8).take(count) {
        let range = Record { kind: record.kind, data: range };
        let corner =
            |row, column| Some(Place { row: range.number16(row)?.into(), column: range.number16(column)?.into() });
        if let Some((first, last)) = corner(0, 4).zip(corner(2, 6)) {
            grid.merge(first, last, budget)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn short_numbers_are_whole_or_halved_and_perhaps_hundredths() {
        assert_eq!(short(0x3ff0_0000), 1.0);
        assert_eq!(short(0x3ff0_0001), 0.01);
        assert_eq!(short(1234 << 2 | 2), 1234.0);
        assert_eq!(short(1234 << 2 | 3), 12.34);
        assert_eq!(short((-5_i32 << 2).cast_unsigned() | 2), -5.0);
    }
}
