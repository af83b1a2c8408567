//! The cells of a sheet.

use std::collections::HashMap;

use super::Common;
use super::shared::{Pieces, unescaped};
use crate::book::{Cell, Content, Percent, Place, Range, Sheet};
use crate::days;
use crate::events::{Events, Step, Tag, local};
use crate::formats::Shown;
use crate::grid::Grid;
use crate::limits::{Counter, LAST};
use crate::refusal::Refusal;

/// A cell as it is read.
#[derive(Default)]
struct Open {
    kind: Kind,
    style: usize,
    value: Option<String>,
    formula: Option<Formula>,
}

/// What a cell says that it holds.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Truth,
    Error,
    Day,
}

/// A formula as it is read.
#[derive(Default)]
struct Formula {
    text: String,
    /// The number of the formula that several cells share.
    shared: Option<u32>,
}

/// Where text belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Value,
    Formula,
    Inline,
}

/// Reads the cells of a sheet into it; the number of formulas without a result.
pub(super) fn read(
    text: &str,
    part: &str,
    common: &Common<'_>,
    counter: &mut Counter,
    sheet: &mut Sheet,
) -> Result<usize, Refusal> {
    let mut events = Events::of(text, part);
    let mut grid = Grid::default();
    let mut merged = Counter::default();
    let mut cells = Cells { common, counter, shared: HashMap::new(), without_result: 0 };
    // Where the next cell is that does not say so.
    let mut next = Place { row: 0, column: 0 };
    let mut has_row = false;
    while let Some(step) = events.next()? {
        let Step::Open(tag) = step else { continue };
        match tag.name() {
            "row" => {
                let told = tag.get("r").map(|row| row.trim().parse().ok().and_then(|row: u32| row.checked_sub(1)));
                next.row = match told {
                    Some(told) => told.ok_or_else(|| events.damaged())?,
                    None => next.row.saturating_add(has_row.into()),
                };
                next.column = 0;
                has_row = true;
            }
            "c" => {
                let (told, open) = opened(&tag);
                let place = match told {
                    Some(name) => Place::find(&name).ok_or_else(|| events.damaged())?,
                    None => next,
                };
                if place.row > LAST.row || place.column > LAST.column {
                    return Err(events.damaged());
                }
                next = Place { row: place.row, column: place.column + 1 };
                let open = filled(&mut events, open)?;
                if let Some(cell) = cells.cell(open)? {
                    grid.put(place, cell);
                }
            }
            "mergeCell" => {
                merged.one()?;
                sheet.merged.extend(tag.get("ref").and_then(|range| self::range(&range)));
            }
            "sheetProtection" => sheet.protected |= tag.is("sheet"),
            // Later parts of the file have elements of the same names, such as formulas of conditional formats.
            "extLst" | "conditionalFormatting" | "dataValidations" => events.skip()?,
            _ => {}
        }
    }
    sheet.rows = grid.rows();
    Ok(cells.without_result)
}

/// The place that a cell names, and what is known of it from its beginning.
fn opened(tag: &Tag<'_>) -> (Option<String>, Open) {
    let mut open = Open::default();
    let mut place = None;
    tag.each(|name, value| match local(name) {
        "r" => place = Some(value.to_owned()),
        "s" => open.style = value.trim().parse().unwrap_or_default(),
        "t" => {
            open.kind = match value.trim() {
                "s" => Kind::Shared,
                "str" => Kind::Text,
                "inlineStr" => Kind::Inline,
                "b" => Kind::Truth,
                "e" => Kind::Error,
                "d" => Kind::Day,
                _ => Kind::Number,
            }
        }
        _ => {}
    });
    (place, open)
}

/// Reads a cell to its end.
fn filled(events: &mut Events<'_>, mut open: Open) -> Result<Open, Refusal> {
    let mut inside = Inside::Nothing;
    let mut pieces = Pieces::default();
    loop {
        let step = events.next()?.ok_or_else(|| events.damaged())?;
        if let Step::Close(tag) = &step
            && tag.name() == "is"
        {
            open.value = Some(pieces.done());
            inside = Inside::Nothing;
        }
        match &step {
            step if inside == Inside::Inline => pieces.take(step, events)?,
            Step::Open(tag) => match tag.name() {
                "v" => {
                    inside = Inside::Value;
                    open.value.get_or_insert_default();
                }
                "is" => inside = Inside::Inline,
                "f" => {
                    inside = Inside::Formula;
                    let is_shared = tag.get("t").is_some_and(|kind| kind == "shared");
                    let number = tag.get("si").filter(|_| is_shared).and_then(|number| number.trim().parse().ok());
                    open.formula = Some(Formula { shared: number, ..Formula::default() });
                }
                _ => events.skip()?,
            },
            Step::Close(tag) if tag.name() == "c" => return Ok(open),
            Step::Close(_) => inside = Inside::Nothing,
            Step::Text(text) => match (inside, &mut open) {
                (Inside::Value, Open { value: Some(value), .. }) => value.push_str(text),
                (Inside::Formula, Open { formula: Some(formula), .. }) => formula.text.push_str(text),
                _ => {}
            },
        }
    }
}

/// What the cells of a sheet share as they are read.
struct Cells<'a> {
    common: &'a Common<'a>,
    counter: &'a mut Counter,
    shared: HashMap<u32, String>,
    without_result: usize,
}

impl Cells<'_> {
    /// A cell; `None` where there is nothing in it.
    fn cell(&mut self, open: Open) -> Result<Option<Cell>, Refusal> {
        let formula = open.formula.map(|formula| self.formula(formula)).transpose()?;
        let shown = self.common.styles.shown(open.style);
        let content = match open.value {
            Some(value) => self.content(open.kind, value, shown)?,
            None => Content::Blank,
        };
        let is_nothing = match &content {
            Content::Blank => true,
            Content::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        if is_nothing && formula.is_none() {
            return Ok(None);
        }
        self.counter.one()?;
        self.without_result += usize::from(content == Content::Blank);
        let is_percent = shown == Shown::Percent && matches!(content, Content::Number(_));
        Ok(Some(Cell { content, percent: if is_percent { Percent::Yes } else { Percent::No }, formula }))
    }

    fn content(&self, kind: Kind, value: String, shown: Shown) -> Result<Content, Refusal> {
        let trimmed = value.trim();
        // Text may be empty; anything else without a value has no result.
        if trimmed.is_empty() && !matches!(kind, Kind::Text | Kind::Inline) {
            return Ok(Content::Blank);
        }
        Ok(match kind {
            Kind::Number => self.number(value, shown),
            Kind::Shared => {
                let text = trimmed.parse().ok().and_then(|index: usize| self.common.texts.get(index));
                let text = text.ok_or_else(|| Refusal::Damaged(format!("sharedStrings.xml: {trimmed}")))?;
                self.common.archive.spend(text.len())?;
                Content::Text(text.clone())
            }
            Kind::Text => Content::Text(unescaped(value)),
            // Its escapes are undone already, and must not be a second time.
            Kind::Inline => Content::Text(value),
            Kind::Truth => Content::Truth(crate::events::is_true(trimmed)),
            Kind::Error => Content::Error(trimmed.to_owned()),
            Kind::Day => days::of_text(trimmed).map_or_else(|| Content::Text(value), Content::Date),
        })
    }

    fn number(&self, value: String, shown: Shown) -> Content {
        // What is no number stays as it is written, so that it can be asked about.
        let Some(number) = value.trim().parse().ok().filter(|number: &f64| number.is_finite()) else {
            return Content::Text(value);
        };
        let day = (shown == Shown::Date).then(|| days::of_serial(number, self.common.epoch)).flatten();
        day.map_or(Content::Number(number), Content::Date)
    }

    /// The text of a formula. One that several cells share is written in the first of them; the others have its text
    /// too, as it stands there.
    fn formula(&mut self, formula: Formula) -> Result<String, Refusal> {
        let text = unescaped(formula.text);
        let Some(number) = formula.shared else { return Ok(text) };
        if text.is_empty() {
            let shared = self.shared.get(&number).cloned().unwrap_or_default();
            self.common.archive.spend(shared.len())?;
            return Ok(shared);
        }
        self.common.archive.spend(text.len())?;
        self.shared.insert(number, text.clone());
        Ok(text)
    }
}

/// The cells of a range such as `B2:D3`; `None` where it is damaged or a single cell.
fn range(text: &str) -> Option<Range> {
    let (one, other) = text.trim().split_once(':')?;
    let (one, other) = (Place::find(one)?, Place::find(other)?);
    let first = Place { row: one.row.min(other.row), column: one.column.min(other.column) };
    let last = Place { row: one.row.max(other.row), column: one.column.max(other.column) };
    let is_range = first != last && last.row <= LAST.row && last.column <= LAST.column;
    is_range.then_some(Range { first, last })
}
