//! Spreadsheets of OpenDocument (ODS), as LibreOffice and WPS write them: one part holds all sheets.
//!
//! Names of elements and attributes are taken with their prefixes: all programs use those of the standard, and some
//! write the same word twice, once with a prefix of their own.

mod cell;
#[cfg(test)]
mod tests;
mod text;

use std::collections::HashSet;

use crate::book::{Book, Cell, Format, Place, Range, Sheet};
use crate::events::{self, Events, Step, Tag};
use crate::grid::Grid;
use crate::limits::{Counter, LAST};
use crate::refusal::{Note, Refusal};
use crate::zip::Archive;
use cell::Open;

const CONTENT: &str = "content.xml";

/// Whether a packed file is a spreadsheet; one with a password says no more than that in its list of parts.
pub(crate) fn is_spreadsheet(archive: &Archive<'_>) -> Result<bool, Refusal> {
    const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";
    let kind = archive.part("mimetype")?.map(events::text).unwrap_or_default();
    Ok(kind.trim_ascii().starts_with(KIND) && (archive.has(CONTENT) || archive.has("encrypted-package")))
}

/// Reads a spreadsheet.
pub(crate) fn read(archive: &Archive<'_>) -> Result<Book, Refusal> {
    if is_encrypted(archive)? {
        return Err(Refusal::Password);
    }
    let content = archive.part(CONTENT)?.map(events::text);
    let content = content.ok_or_else(|| Refusal::Damaged(format!("ZIP: {CONTENT}")))?;
    let mut reading = Reading { archive, counter: Counter::default(), without_result: 0 };
    let sheets = reading.sheets(&mut Events::of(&content, CONTENT))?;
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Refusal::Empty);
    }
    let mut notes = Vec::new();
    if archive.any(|name| name.starts_with("basic/") || name.starts_with("scripts/")) {
        notes.push(Note::Macros);
    }
    if reading.without_result > 0 {
        notes.push(Note::NoResults(reading.without_result));
    }
    Ok(Book { format: Format::Ods, notes, sheets })
}

/// Whether the list of parts says how they are encrypted.
fn is_encrypted(archive: &Archive<'_>) -> Result<bool, Refusal> {
    const MANIFEST: &str = "META-INF/manifest.xml";
    if archive.has("encrypted-package") {
        return Ok(true);
    }
    let Some(bytes) = archive.part(MANIFEST)? else { return Ok(false) };
    let text = events::text(bytes);
    let mut events = Events::of(&text, MANIFEST);
    while let Some(step) = events.next()? {
        if matches!(&step, Step::Open(tag) if tag.name() == "encryption-data") {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What all sheets count together.
struct Reading<'a> {
    archive: &'a Archive<'a>,
    counter: Counter,
    without_result: usize,
}

/// A sheet as it is read.
#[derive(Default)]
struct Table {
    sheet: Sheet,
    grid: Grid,
    row: u32,
    column: u32,
    /// How often the present row is there.
    repeated: u32,
    /// The cells of the present row.
    cells: Vec<(u32, Cell)>,
}

impl Reading<'_> {
    fn sheets(&mut self, events: &mut Events<'_>) -> Result<Vec<Sheet>, Refusal> {
        let mut sheets = Vec::new();
        let mut hidden = HashSet::new();
        // The style that is read, and the table.
        let mut style = String::new();
        let mut table: Option<Table> = None;
        while let Some(step) = events.next()? {
            match (&step, &mut table) {
                (Step::Open(tag), None) => match tag.full_name() {
                    "style:style" => style = tag.get_full("style:name").unwrap_or_default(),
                    "style:table-properties" if tag.get_full("table:display").as_deref() == Some("false") => {
                        self.counter.one()?;
                        hidden.insert(std::mem::take(&mut style));
                    }
                    "table:table" => {
                        self.counter.one()?;
                        table = Some(Table::of(tag, &hidden));
                    }
                    // What was changed or deleted has cells of its own, and notes and forms have text.
                    "table:tracked-changes" => events.skip()?,
                    _ => {}
                },
                (Step::Open(tag), Some(table)) => match tag.full_name() {
                    "table:table-row" => table.begin_row(repeats(tag, "table:number-rows-repeated")),
                    "table:table-cell" => self.cell(cell::opened(tag), events, table)?,
                    // What is below a merged cell is not seen.
                    "table:covered-table-cell" => {
                        table.column = table.column.saturating_add(repeats(tag, "table:number-columns-repeated"));
                        events.skip()?;
                    }
                    "table:table-row-group" | "table:table-header-rows" | "table:table-rows" => {}
                    _ => events.skip()?,
                },
                (Step::Close(tag), Some(_)) => match tag.name() {
                    "table-row" => {
                        if let Some(table) = &mut table {
                            self.end_row(table)?;
                        }
                    }
                    "table" => sheets.extend(table.take().map(Table::done)),
                    _ => {}
                },
                (Step::Close(_), None) | (Step::Text(_), _) => {}
            }
        }
        Ok(sheets)
    }

    /// Reads a cell to its end, and puts it into the row as often as it is there.
    fn cell(&mut self, open: Open, events: &mut Events<'_>, table: &mut Table) -> Result<(), Refusal> {
        let (repeated, spans) = (open.repeated, open.spans);
        let first = Place { row: table.row, column: table.column };
        table.column = table.column.saturating_add(repeated);
        let shown = text::of_cell(events, self.archive)?;
        if let Some((rows, columns)) = spans {
            let row = first.row.saturating_add(rows.saturating_sub(1)).min(LAST.row);
            let column = first.column.saturating_add(columns.saturating_sub(1)).min(LAST.column);
            let last = Place { row, column };
            if first.row <= last.row && first.column <= last.column && first != last {
                self.counter.one()?;
                table.sheet.merged.push(Range { first, last });
            }
        }
        let Some(cell) = open.cell(shown) else { return Ok(()) };
        for column in first.column..table.column {
            self.one(&cell, column > first.column)?;
            if column > LAST.column || first.row > LAST.row {
                return Err(Refusal::TooManyCells);
            }
            table.cells.push((column, cell.clone()));
        }
        Ok(())
    }

    /// Puts the row into the sheet as often as it is there.
    fn end_row(&mut self, table: &mut Table) -> Result<(), Refusal> {
        let cells = std::mem::take(&mut table.cells);
        let next = table.row.saturating_add(table.repeated);
        let rows = if cells.is_empty() { 0..0 } else { table.row..next };
        for row in rows {
            if row > LAST.row {
                return Err(Refusal::TooManyCells);
            }
            for (column, cell) in &cells {
                // The cells of the first row were counted as they were read.
                if row > table.row {
                    self.one(cell, true)?;
                }
                table.grid.put(Place { row, column: *column }, cell.clone());
            }
        }
        table.row = next;
        Ok(())
    }

    /// Counts a cell; a copy takes memory that the file does not.
    fn one(&mut self, cell: &Cell, is_copy: bool) -> Result<(), Refusal> {
        self.counter.one()?;
        self.without_result += usize::from(cell.content == crate::Content::Blank);
        if is_copy { self.archive.spend(cell::size(cell)) } else { Ok(()) }
    }
}

impl Table {
    fn of(tag: &Tag<'_>, hidden: &HashSet<String>) -> Table {
        let mut sheet = Sheet::default();
        tag.each(|name, value| match name {
            "table:name" => sheet.name = value.to_owned(),
            "table:style-name" => sheet.hidden = hidden.contains(value),
            "table:protected" => sheet.protected = events::is_true(value),
            _ => {}
        });
        Table { sheet, ..Table::default() }
    }

    fn begin_row(&mut self, repeated: u32) {
        self.repeated = repeated;
        self.column = 0;
        self.cells.clear();
    }

    fn done(mut self) -> Sheet {
        self.sheet.rows = self.grid.rows();
        self.sheet
    }
}

/// How often something is there: once where nothing else is said.
fn repeats(tag: &Tag<'_>, name: &str) -> u32 {
    tag.get_full(name).map_or(1, |times| cell::count(&times))
}
