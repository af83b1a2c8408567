//! The cells of a sheet as the dry run sees them: with corrections in place, and what each may be.

use std::collections::HashMap;

use voced_model::text::one_line;
use voced_model::typed::plain;
use voced_tables::{Content, Percent, Place, Range, Sheet};

use crate::choices::Choices;
use crate::heading_unit::HeadingUnit;
use crate::years::{self, Heading};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Held {
    /// Text that is no number.
    Text,
    /// Text that is meant for a number.
    NumberText,
    /// A number, and whether the cell shows it in percent.
    Number(f64, bool),
    /// The year of a date.
    Date(i32),
    /// True or false.
    Truth(bool),
    /// A failed formula.
    Error,
    /// A formula without a stored result.
    NoResult,
    /// A mark that there is nothing: `—`, `…`.
    Nothing,
}

/// A cell that is not blank.
#[derive(Clone, Debug)]
pub(crate) struct GridCell {
    pub(crate) place: Place,
    pub(crate) held: Held,
    /// As it is written, on one line.
    pub(crate) written: String,
    /// Whether it was corrected in the dry run.
    pub(crate) corrected: bool,
}

impl GridCell {
    /// The year of a cell that may be a heading.
    pub(crate) fn heading(&self) -> Option<Heading> {
        match self.held {
            Held::Date(year) => Some(Heading { year, plain: true }),
            Held::Number(number, false) if number.fract() == 0.0 => years::heading(&number.to_string()),
            Held::Text | Held::NumberText => years::heading(&self.written),
            _ => None,
        }
    }

    /// Whether it is a number or wants to be one, years that say so aside.
    pub(crate) fn is_number(&self) -> bool {
        match self.held {
            Held::Number(..) | Held::Error | Held::NoResult | Held::Truth(_) => true,
            Held::NumberText => !self.heading().is_some_and(|heading| heading.plain),
            Held::Text | Held::Date(_) | Held::Nothing => false,
        }
    }

    pub(crate) fn is_text(&self) -> bool {
        self.held == Held::Text
    }
}

/// A row with cells that are not blank, in the order of columns.
pub(crate) struct GridRow {
    pub(crate) number: u32,
    pub(crate) cells: Vec<GridCell>,
}

/// A sheet.
pub(crate) struct Grid {
    pub(crate) rows: Vec<GridRow>,
    /// For merged cells but the first: the first.
    origins: HashMap<(u32, u32), Place>,
}

/// The most merged cells that are followed.
const MOST_MERGED: usize = 200_000;

/// Marks that stand for nothing.
const NOTHING: [&str; 19] =
    ["-", "--", "---", "...", "…", "……", "......", "/", "\\", "无", "空", "n/a", "na", "#", "*", "·", "x", "×", "nil"];

impl Grid {
    pub(crate) fn new(index: usize, sheet: &Sheet, choices: &Choices) -> Grid {
        let mut rows: Vec<GridRow> = Vec::with_capacity(sheet.rows.len());
        for row in &sheet.rows {
            let mut cells = Vec::with_capacity(row.cells.len());
            for (column, cell) in &row.cells {
                let place = Place { row: row.number, column: *column };
                if choices.corrected(index, place).is_some() {
                    continue;
                }
                let is_percent = cell.percent == Percent::Yes;
                cells.extend(held(&cell.content, is_percent, cell.formula.is_some()).map(|(held, written)| GridCell {
                    place,
                    held,
                    written,
                    corrected: false,
                }));
            }
            rows.push(GridRow { number: row.number, cells });
        }
        correct(&mut rows, index, choices);
        rows.retain(|row| !row.cells.is_empty());
        Grid { rows, origins: origins(sheet) }
    }

    /// The cell of a place, or the first of the merged ones that cover it.
    pub(crate) fn over(&self, place: Place) -> Option<&GridCell> {
        self.at(place).or_else(|| self.at(*self.origins.get(&(place.row, place.column))?))
    }

    /// Whether a place is covered by a merged cell that begins in a row above.
    pub(crate) fn hangs(&self, place: Place) -> bool {
        self.origins.get(&(place.row, place.column)).is_some_and(|origin| origin.row < place.row)
    }

    pub(crate) fn at(&self, place: Place) -> Option<&GridCell> {
        let row = self.rows.binary_search_by_key(&place.row, |row| row.number).ok()?;
        let cells = &self.rows.get(row)?.cells;
        cells.get(cells.binary_search_by_key(&place.column, |cell| cell.place.column).ok()?)
    }
}

/// For every place below or beside the first one of merged cells, the first one.
fn origins(sheet: &Sheet) -> HashMap<(u32, u32), Place> {
    let mut origins = HashMap::new();
    let last_row = sheet.rows.last().map_or(0, |row| row.number);
    let last_column = sheet.rows.iter().filter_map(|row| row.cells.last()).map(|(column, _)| *column).max();
    for Range { first, last } in &sheet.merged {
        for row in first.row..=last.row.min(last_row) {
            for column in first.column..=last.column.min(last_column.unwrap_or(0)) {
                if origins.len() >= MOST_MERGED {
                    return origins;
                }
                if (row, column) != (first.row, first.column) {
                    origins.insert((row, column), *first);
                }
            }
        }
    }
    origins
}

/// What a cell holds and how it is written; `None` for a blank one.
fn held(content: &Content, is_percent: bool, is_formula: bool) -> Option<(Held, String)> {
    let found = match content {
        Content::Blank if is_formula => (Held::NoResult, String::new()),
        Content::Text(text) if is_formula && text.trim().is_empty() => (Held::NoResult, String::new()),
        Content::Blank => return None,
        Content::Text(text) => return of_text(text),
        Content::Number(number) if is_percent => {
            (Held::Number(*number, true), voced_model::format::field(*number, voced_model::Unit::Share) + "%")
        }
        Content::Number(number) => (Held::Number(*number, false), number.to_string()),
        Content::Date(date) => (Held::Date(date.year), format!("{}-{:02}-{:02}", date.year, date.month, date.day)),
        Content::Truth(truth) => (Held::Truth(*truth), if *truth { "TRUE" } else { "FALSE" }.to_owned()),
        Content::Error(error) => (Held::Error, error.clone()),
    };
    Some(found)
}

fn of_text(text: &str) -> Option<(Held, String)> {
    let written = one_line(text);
    if written.is_empty() {
        return None;
    }
    let plain = plain(&written).to_lowercase();
    let held = if NOTHING.contains(&plain.as_str()) {
        Held::Nothing
    } else if plain.starts_with('#') && plain.ends_with(['!', '?', 'a']) {
        Held::Error
    } else if is_for_number(&plain) {
        Held::NumberText
    } else {
        Held::Text
    };
    Some((held, written))
}

/// Whether a text is meant for a number: it begins as one, and little follows.
fn is_for_number(plain: &str) -> bool {
    const BEFORE: [&str; 12] = ["约", "近", "超", "¥", "-", "+", ">", "<", "≥", "≤", "(", "百分之"];
    const LONGEST_TAIL: usize = 4;
    let rest = BEFORE.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain).trim_start();
    if !rest.starts_with(|c: char| c.is_ascii_digit() || (c == '.' && rest.len() > 1)) {
        return false;
    }
    let tail = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'' | '_'));
    // 1、, 1. and 3+2 begin names, 2023年 that of a year.
    let digits = rest.get(..rest.len() - tail.len()).unwrap_or_default();
    let is_name = tail.starts_with(['、', ')', '+']) || (digits.ends_with(['.', ',']) && !tail.is_empty());
    let is_short = tail.chars().count() <= LONGEST_TAIL && !(tail.starts_with('年') && years::heading(plain).is_none());
    let is_scaled = tail.starts_with(['百', '千', '万', '亿', '%', 'e']) || HeadingUnit::parse(tail).is_some();
    !is_name && (is_short || is_scaled)
}

/// Puts corrections in their places, in rows of their own where there was none.
fn correct(rows: &mut Vec<GridRow>, index: usize, choices: &Choices) {
    for (i, correction) in choices.corrections.iter().enumerate() {
        let place = correction.place;
        let is_of_later =
            choices.corrections.iter().skip(i + 1).any(|later| later.sheet == index && later.place == place);
        if correction.sheet != index || is_of_later {
            continue;
        }
        let Some((held, written)) = of_text(&correction.text) else { continue };
        let cell = GridCell { place, held, written, corrected: true };
        let at = match rows.binary_search_by_key(&place.row, |row| row.number) {
            Ok(at) => at,
            Err(at) => {
                rows.insert(at, GridRow { number: place.row, cells: Vec::new() });
                at
            }
        };
        if let Some(row) = rows.get_mut(at) {
            let before = row.cells.partition_point(|known| known.place.column < place.column);
            row.cells.insert(before, cell);
        }
    }
}
