//! Cells as they were written and as they came back.

use voced_model::typed::{self, Bare};
use voced_model::{Allowed, Unit};
use voced_tables::{Book, Cell, Content, Place, Sheet};

use super::words::{CellRemark, Wrong};
use super::{Reading, text};
use crate::address::Tab;
use crate::sheets::carried;

/// The most remarks that are told one by one.
const MOST: usize = 50;

/// How far numbers may differ that a spreadsheet program wrote again.
const ROUNDING: f64 = 1e-12;

/// What was typed into a cell for a number.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Typed {
    /// Nothing.
    Same,
    /// Another number.
    Number(f64),
    /// A formula, with its stored result.
    Result(f64),
    /// What cannot be taken over.
    Wrong(Wrong),
}

/// Whether two numbers are one.
pub(super) fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= ROUNDING * one.abs().max(other.abs())
}

/// What came back in the place of `value`.
pub(super) fn typed(before: Option<&Cell>, now: Option<&Cell>, value: f64, allowed: Allowed) -> Typed {
    let Some(cell) = now else {
        return if before.is_none() { Typed::Same } else { Typed::Wrong(Wrong::Emptied) };
    };
    let had_formula = before.is_some_and(|cell| cell.formula.is_some());
    if had_formula && cell.formula.is_some() {
        return Typed::Same;
    }
    let number = match &cell.content {
        Content::Number(number) => *number,
        Content::Truth(truth) => f64::from(u8::from(*truth)),
        Content::Blank => return Typed::Wrong(Wrong::Emptied),
        Content::Error(error) => return Typed::Wrong(Wrong::Error(error.clone())),
        Content::Date(_) => return Typed::Wrong(Wrong::NoNumber(String::new())),
        Content::Text(text) => {
            let unit = allowed.unit.unwrap_or(Unit::Ratio);
            match typed::read(text, unit, Bare::Percent) {
                Ok(number) => number,
                Err(_) => {
                    return Typed::Wrong(Wrong::Typed(text.clone(), typed::refusal(text, unit, Bare::Percent), unit));
                }
            }
        }
    };
    if !had_formula && is_same(number, value) {
        return Typed::Same;
    }
    if allowed.refuses(number).is_some() {
        return Typed::Wrong(Wrong::NotAllowed(number, allowed));
    }
    if cell.formula.is_some() { Typed::Result(number) } else { Typed::Number(number) }
}

/// Which row has which id.
pub(super) struct Rows<'a> {
    sheet: &'a Sheet,
    column: u32,
}

impl<'a> Rows<'a> {
    pub(super) fn of(sheet: &'a Sheet, column: u16) -> Rows<'a> {
        Rows { sheet, column: u32::from(column) }
    }

    /// The row of an id: the one where it was written, or wherever it is now.
    pub(super) fn find(&self, id: &str, home: u32) -> Option<u32> {
        let has = |row: u32| text(self.sheet, row, self.column) == Some(id);
        if has(home) {
            return Some(home);
        }
        self.sheet.rows.iter().map(|row| row.number).find(|row| has(*row))
    }
}

/// A formula without what programs spell in ways of their own: spaces, anchors, cases, and the last digits of numbers,
/// of which some programs keep fifteen.
fn plain(formula: &str) -> String {
    let formula = formula.trim_start_matches("of:").trim_start_matches('=');
    let kept: String = formula.chars().filter(|c| !matches!(c, ' ' | '$' | '\'')).collect();
    let text = kept.to_ascii_uppercase().replace("_XLFN.", "").replace("_XLWS.", "");
    let mut plain = String::with_capacity(text.len());
    let mut left = text.as_str();
    while let Some(next) = left.chars().next() {
        // What follows a letter is the row of a cell or the rest of a name.
        let is_number = next.is_ascii_digit() && !plain.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let length = if is_number { literal(left) } else { next.len_utf8() };
        let (token, rest) = left.split_at_checked(length).unwrap_or((left, ""));
        match token.parse::<f64>() {
            Ok(number) if is_number => plain += &format!("{number:.11e}"),
            _ => plain += token,
        }
        left = rest;
    }
    plain
}

/// How long the number is that a text begins with.
fn literal(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| from + bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit() || **byte == b'.').count();
    let end = digits(0);
    let signed = match bytes.get(end..) {
        Some([b'E', b'+' | b'-', b'0'..=b'9', ..]) => end + 2,
        Some([b'E', b'0'..=b'9', ..]) => end + 1,
        _ => return end,
    };
    digits(signed)
}

/// Says what else was changed: formulas, numbers that are not to be changed, words, sheets that are gone.
pub(super) fn compare_rest(reading: &mut Reading<'_>, written: &Book) {
    if reading.moved {
        // Formulas follow rows that move: by their places they cannot be compared.
        reading.remarks.push(CellRemark::of_all(Wrong::Moved));
        return;
    }
    let mut found = Vec::new();
    for before in written.sheets.iter().filter(|sheet| sheet.name != carried::NAME) {
        let Some(now) = reading.book.sheets.iter().find(|sheet| sheet.name == before.name) else {
            found.push(CellRemark { sheet: before.name.clone(), place: None, wrong: Wrong::SheetGone });
            continue;
        };
        let tab = Tab::ALL.into_iter().find(|tab| tab.words().get(reading.lang) == before.name);
        for row in &before.rows {
            for (column, cell) in &row.cells {
                let place = Place { row: row.number, column: *column };
                let is_seen = tab.is_some_and(|tab| reading.seen.contains(&(tab, place)));
                if !is_seen && let Some(wrong) = changed(cell, now.cell(place)) {
                    found.push(CellRemark { sheet: before.name.clone(), place: Some(place), wrong });
                }
            }
        }
    }
    let more = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    reading.remarks.extend(found);
    if more > 0 {
        reading.remarks.push(CellRemark::of_all(Wrong::More(more)));
    }
}

/// What was done to a cell that is not to be changed.
fn changed(before: &Cell, now: Option<&Cell>) -> Option<Wrong> {
    let Some(now) = now else {
        return (before.content != Content::Blank).then_some(Wrong::Gone);
    };
    match (&before.formula, &now.formula) {
        (Some(_), None) => Some(Wrong::FormulaOverwritten),
        (Some(before), Some(now)) => (plain(before) != plain(now)).then_some(Wrong::FormulaChanged),
        (None, Some(_)) => Some(Wrong::FormulaAdded),
        (None, None) => match (&before.content, &now.content) {
            (Content::Number(before), Content::Number(now)) => (!is_same(*before, *now)).then_some(Wrong::NotForChange),
            (Content::Text(before), Content::Text(now)) => (before.trim() != now.trim()).then_some(Wrong::WordsChanged),
            (before, now) => (before != now).then_some(Wrong::NotForChange),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn formulas_are_the_same_however_programs_spell_them() {
        for (one, other) in [
            ("SUM($E$4:F4)*0.19999999999999996", "sum(E4:$F$4) * 0.2"),
            ("IF(E10<Levers!$D$9-0.000000001,1,0)", "=IF(E10<Levers!D9-1E-9,1,0)"),
            ("_xlfn.IFNA(A1,0)", "IFNA(A1,0)"),
            ("可调项!$D$88^2", "'可调项'!D88^2"),
        ] {
            assert_eq!(plain(one), plain(other), "{one}");
        }
        for (one, other) in [("A1+1", "A2+1"), ("0.2*B3", "0.21*B3"), ("E12", "E1+2"), ("LOG10(A1)", "LOG11(A1)")] {
            assert_ne!(plain(one), plain(other), "{one}");
        }
    }
}
