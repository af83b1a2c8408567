//! The tables of HTML, put together from tags and text.

use crate::book::{Cell, Content, Percent, Place, Sheet};
use crate::bounded::{BoundedGrid, Budget};
use crate::days::{self, Epoch};
use crate::formats::Shown;
use crate::html::style::Classes;
use crate::html::tokens::{attribute, resolve};
use crate::limits::LAST;
use crate::refusal::Refusal;

/// How deep tables may lie in each other; what lies deeper is text of the last one.
const DEPTH: usize = 64;

/// The most tables that are kept.
const SHEETS: usize = 10_000;

/// The widest and the highest cell, as browsers have it.
const WIDEST: u32 = 1_000;
const HIGHEST: u32 = 65_534;

/// How many steps may be spent on cells that reach down into others' rows.
const STEPS: usize = 100_000_000;

/// The tables of a file while it is read.
#[derive(Default)]
pub(crate) struct Tables {
    /// How numbers are shown, by class.
    pub(crate) classes: Classes,
    /// Those that are open, the innermost last, and how many are open beyond the depth.
    open: Vec<Table>,
    too_deep: usize,
    /// Those that are closed, with which they were by their beginning.
    done: Vec<(usize, Sheet)>,
    begun: usize,
    budget: Budget,
    steps: usize,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    number: usize,
    grid: BoundedGrid,
    row: Option<u32>,
    is_in_row: bool,
    column: u32,
    /// The first row in which a column is free of cells from above.
    free: Vec<u32>,
    cell: Option<Open>,
    caption: String,
    is_in_caption: bool,
}

/// A cell that is open.
struct Open {
    place: Place,
    text: String,
    shown: Option<Shown>,
    number: Option<String>,
    truth: Option<String>,
    error: Option<String>,
    formula: Option<String>,
}

impl Tables {
    /// Whether there was any table, empty or not.
    pub(crate) fn has_any(&self) -> bool {
        self.begun > 0
    }

    /// Text, which belongs to the innermost cell.
    pub(crate) fn text(&mut self, text: &str) {
        let Some(into) = self.open.last_mut().and_then(Table::writes_to) else { return };
        resolve(text, |c| {
            if !(c.is_ascii_whitespace() || c == '\u{a0}') {
                into.push(c);
            } else if !into.is_empty() && !into.ends_with([' ', '\n']) {
                into.push(' ');
            }
        });
    }

    /// A tag.
    pub(crate) fn open(&mut self, name: &str, attributes: &str) -> Result<(), Refusal> {
        match name {
            "table" if self.open.len() >= DEPTH => self.too_deep += 1,
            "table" => {
                self.open.push(Table { number: self.begun, ..Table::default() });
                self.begun += 1;
            }
            // Of tables beyond the depth only the text is taken.
            "tr" | "td" | "th" | "caption" if self.too_deep > 0 => self.text(" "),
            "tr" => self.row()?,
            "td" | "th" => self.cell(attributes)?,
            "caption" => {
                if let Some(table) = self.open.last_mut() {
                    table.is_in_caption = true;
                }
            }
            "br" => self.line(true),
            "p" | "div" | "li" => self.line(false),
            _ => {}
        }
        Ok(())
    }

    /// The end of an element.
    pub(crate) fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "table" if self.too_deep > 0 => self.too_deep -= 1,
            "table" => self.table()?,
            "tr" | "td" | "th" | "caption" if self.too_deep > 0 => {}
            "tr" | "td" | "th" => {
                self.end_cell()?;
                if let Some(table) = self.open.last_mut().filter(|_| name == "tr") {
                    table.is_in_row = false;
                }
            }
            "caption" => {
                if let Some(table) = self.open.last_mut() {
                    table.is_in_caption = false;
                }
            }
            "p" | "div" | "li" => self.line(false),
            _ => {}
        }
        Ok(())
    }

    /// The sheets in the order in which their tables began.
    pub(crate) fn finish(mut self) -> Result<Vec<Sheet>, Refusal> {
        while !self.open.is_empty() {
            self.table()?;
        }
        self.done.sort_by_key(|(number, _)| *number);
        let sheets = self.done.into_iter().zip(1..).map(|((_, sheet), number)| {
            let name = if sheet.name.is_empty() { format!("{number}") } else { sheet.name };
            Sheet { name, ..sheet }
        });
        Ok(sheets.collect())
    }

    /// A line ends: where it is told to, or where anything stands on it.
    fn line(&mut self, is_told: bool) {
        let Some(text) = self.open.last_mut().and_then(Table::writes_to) else { return };
        if text.ends_with(' ') {
            text.pop();
        }
        if !text.is_empty() && (is_told || !text.ends_with('\n')) {
            text.push('\n');
        }
    }

    fn row(&mut self) -> Result<(), Refusal> {
        self.end_cell()?;
        if let Some(table) = self.open.last_mut() {
            table.row = Some(table.row.map_or(0, |row| row.saturating_add(1)));
            (table.column, table.is_in_row, table.is_in_caption) = (0, true, false);
        }
        Ok(())
    }

    fn cell(&mut self, attributes: &str) -> Result<(), Refusal> {
        self.end_cell()?;
        if self.open.last().is_some_and(|table| !table.is_in_row) {
            self.row()?;
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        let span = |name, most| {
            let told = attribute(attributes, name).and_then(|span| span.trim().parse().ok());
            told.unwrap_or(1_u32).clamp(1, most)
        };
        let (width, height) = (span("colspan", WIDEST), span("rowspan", HIGHEST));
        let row = table.row.unwrap_or_default();
        let first = table.column as usize;
        let taken = table.free.get(first..).unwrap_or_default().iter().take_while(|free| **free > row).count();
        let column = table.column.saturating_add(taken as u32);
        self.steps += 1 + taken;
        table.column = column.saturating_add(width);
        let end = table.column.min(LAST.column + 1) as usize;
        if height > 1 && (column as usize) < end {
            self.steps += width as usize;
            if table.free.len() < end {
                table.free.resize(end, 0);
            }
            let below = row.saturating_add(height);
            table.free.iter_mut().take(end).skip(column as usize).for_each(|free| *free = below);
        }
        if self.steps > STEPS {
            return Err(Refusal::TooManyCells);
        }
        let place = Place { row, column };
        let last = Place { row: row.saturating_add(height - 1), column: column.saturating_add(width - 1) };
        table.grid.merge(place, last, &mut self.budget)?;
        let get = |name| attribute(attributes, name);
        table.cell = Some(Open {
            place,
            text: String::new(),
            shown: self.classes.of(get("style").as_deref(), get("class").as_deref()),
            number: get("x:num"),
            truth: get("x:bool"),
            error: get("x:err"),
            formula: get("x:fmla"),
        });
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        match table.cell.take().and_then(Open::finish) {
            Some((place, cell)) => table.grid.put(place, cell, &mut self.budget),
            None => Ok(()),
        }
    }

    /// Closes the innermost table; one with nothing in it gave a page its layout.
    fn table(&mut self) -> Result<(), Refusal> {
        self.end_cell()?;
        let Some(table) = self.open.pop() else { return Ok(()) };
        let (rows, merged) = table.grid.finish();
        if rows.is_empty() {
            return Ok(());
        }
        if self.done.len() >= SHEETS {
            return Err(Refusal::TooManyCells);
        }
        let name = table.caption.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        self.done.push((table.number, Sheet { name, rows, merged, ..Sheet::default() }));
        Ok(())
    }
}

impl Table {
    fn writes_to(&mut self) -> Option<&mut String> {
        match &mut self.cell {
            Some(cell) => Some(&mut cell.text),
            None => Some(&mut self.caption).filter(|_| self.is_in_caption),
        }
    }
}

impl Open {
    /// The cell, where there is anything in it.
    fn finish(self) -> Option<(Place, Cell)> {
        let text = self.text.trim_matches([' ', '\n']);
        let shown = self.shown.unwrap_or_default();
        let is_percent = shown == Shown::Percent || text.ends_with('%');
        let number = self.number.as_deref().and_then(|told| number(told, text));
        let has_number = number.is_some();
        let content = match (number, &self.truth, &self.error) {
            (Some(number), ..) => {
                let date = Some(number)
                    .filter(|_| shown == Shown::Date)
                    .and_then(|number| days::of_serial(number, Epoch::Year1900));
                date.map_or(Content::Number(number), Content::Date)
            }
            (None, Some(truth), _) => {
                let truth = if truth.is_empty() { text } else { truth };
                Content::Truth(truth.eq_ignore_ascii_case("true") || truth == "1")
            }
            (None, None, Some(error)) => Content::Error(if error.is_empty() { text } else { error }.to_owned()),
            _ if text.is_empty() => return None,
            _ => Content::Text(text.to_owned()),
        };
        let percent = match self.shown {
            // The number says it, or the sign behind it does.
            _ if has_number && is_percent => Percent::Yes,
            Some(Shown::Percent) => Percent::Yes,
            _ if has_number => Percent::No,
            _ => Percent::Unknown,
        };
        let formula = self.formula.map(|formula| formula.trim_start_matches('=').to_owned());
        Some((self.place, Cell { content, percent, formula }))
    }
}

/// The number that Office tells beside the text; told without a value, it is the one that the text shows.
fn number(told: &str, text: &str) -> Option<f64> {
    let parse = |text: &str| text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    if !told.is_empty() {
        return parse(told);
    }
    let text = text.replace(',', "");
    match text.strip_suffix('%') {
        Some(share) => parse(share).map(|share| share / 100.0),
        None => parse(&text),
    }
}
