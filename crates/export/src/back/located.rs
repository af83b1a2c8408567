//! Where the sheets of a workbook that came back are, and their rows and columns.

use std::collections::{BTreeMap, BTreeSet};

use voced_tables::{Book, Cell, Content, Place, Sheet};

use super::align::{Aligned, Line, align};
use crate::address::Tab;
use crate::judging::columns as target;
use crate::layout::{ALL_YEARS, HEAD, ID, NAME};
use crate::page::{Laid, Page};

/// How many rows more than were written are looked at for rows that moved.
const MORE_ROWS: usize = 10_000;

/// Joins the cells that tell a row.
const JOINT: char = '\u{1f}';

/// A sheet that came back.
pub(crate) struct Located<'b> {
    /// Which of the book.
    pub(crate) index: usize,
    pub(crate) sheet: &'b Sheet,
    pub(crate) rows: Aligned,
    pub(crate) columns: Aligned,
}

impl Located<'_> {
    /// Where a cell that was written is now.
    pub(crate) fn now(&self, (row, column): (u32, u16)) -> Option<Place> {
        Some(Place { row: *self.rows.now.get(&row)?, column: *self.columns.now.get(&u32::from(column))? })
    }
}

/// The sheets of pages, as far as they are there; by name, or by title where they were called otherwise.
pub(crate) fn locate<'b>(pages: &[Page], book: &'b Book) -> BTreeMap<Tab, Located<'b>> {
    let mut taken = BTreeSet::new();
    let mut found: BTreeMap<Tab, usize> = BTreeMap::new();
    for is_it in [is_called_so, has_title as fn(&Page, &Sheet) -> bool] {
        for page in pages {
            let mut sheets = book.sheets.iter().enumerate();
            let free = sheets.find(|(index, sheet)| !taken.contains(index) && is_it(page, sheet));
            if let (false, Some((index, _))) = (found.contains_key(&page.tab), free) {
                taken.insert(index);
                found.insert(page.tab, index);
            }
        }
    }
    let located = pages.iter().filter_map(|page| {
        let index = *found.get(&page.tab)?;
        let sheet = book.sheets.get(index)?;
        let columns = columns(page, sheet);
        let rows = rows(page, sheet, &columns);
        Some((page.tab, Located { index, sheet, rows, columns }))
    });
    located.collect()
}

/// Whether a sheet has the name of a page.
fn is_called_so(page: &Page, sheet: &Sheet) -> bool {
    sheet.name == page.tab.words().get(page.lang)
}

/// Whether a sheet has the title of a page.
fn has_title(page: &Page, sheet: &Sheet) -> bool {
    let title = page.cells.get(&(0, NAME));
    title.is_some() && title.map(key) == sheet.cell(Place { row: 0, column: NAME.into() }).map(found_key)
}

/// What tells a cell that was written from others.
fn key(laid: &Laid) -> String {
    match laid {
        Laid::Text(text) => text.trim().to_owned(),
        Laid::Number(number) => number.to_string(),
        Laid::Formula(_) => String::new(),
    }
}

/// What tells a cell that came back.
fn found_key(cell: &Cell) -> String {
    match &cell.content {
        Content::Text(text) => text.trim().to_owned(),
        Content::Number(number) if cell.formula.is_none() => number.to_string(),
        _ => String::new(),
    }
}

/// The columns that tell a row of a sheet; the first column does where those are empty.
fn telling(tab: Tab) -> &'static [u16] {
    match tab {
        Tab::Inputs | Tab::Programme | Tab::Model => &[ID],
        Tab::Workings => &[NAME, ID, ALL_YEARS],
        Tab::Targets => &[target::ID],
        // What, when and in which scope.
        Tab::Observed => &[NAME, 2, 4],
        Tab::Summary | Tab::Charts | Tab::Sources | Tab::Carried => &[NAME],
    }
}

/// The key of a row, of the keys of its cells.
fn row_key(tab: Tab, key: impl Fn(u16) -> String) -> String {
    let keys: Vec<String> = telling(tab).iter().map(|column| key(*column)).collect();
    if keys.iter().all(String::is_empty) { key(NAME) } else { keys.join(&JOINT.to_string()) }
}

/// A row's key as people read it.
pub(crate) fn shown_key(key: &str) -> String {
    key.split(JOINT).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The rows that were written, each with what tells it.
pub(crate) fn written_rows(page: &Page) -> Vec<Line> {
    let rows: BTreeSet<u32> = page.cells.keys().map(|(row, _)| *row).collect();
    let line = |at: u32| {
        let cells = page.cells.range((at, 0)..=(at, u16::MAX));
        // Numbers of the scenario and formulas must not be taken from another row.
        let strict = page.tab != Tab::Summary
            && cells.clone().any(|(at, laid)| page.entries.contains_key(at) || matches!(laid, Laid::Formula(_)));
        let key = row_key(page.tab, |column| page.cells.get(&(at, column)).map_or_else(String::new, key));
        Line { at, key, strict }
    };
    rows.into_iter().map(line).collect()
}

fn rows(page: &Page, sheet: &Sheet, columns: &Aligned) -> Aligned {
    let written = written_rows(page);
    let found = sheet.rows.iter().take(written.len().saturating_add(MORE_ROWS)).map(|row| {
        let key = row_key(page.tab, |column| {
            let column = columns.now.get(&u32::from(column));
            let cell = column.and_then(|column| sheet.cell(Place { row: row.number, column: *column }));
            cell.map_or_else(String::new, found_key)
        });
        (row.number, key)
    });
    align(&written, &found.collect())
}

/// The columns that were written, each with its heading.
pub(crate) fn written_columns(page: &Page) -> Vec<Line> {
    let columns: BTreeSet<u16> = page.cells.keys().map(|(_, column)| *column).collect();
    let has_heads = !matches!(page.tab, Tab::Summary | Tab::Charts | Tab::Carried);
    let line = |column: u16| {
        let head = page.cells.get(&(HEAD, column)).filter(|_| has_heads);
        // Years stand beside each other: none may be taken for another.
        let strict = matches!(head, Some(Laid::Number(_)));
        Line { at: column.into(), key: head.map_or_else(String::new, key), strict }
    };
    columns.into_iter().map(line).collect()
}

fn columns(page: &Page, sheet: &Sheet) -> Aligned {
    let written = written_columns(page);
    let keys: BTreeSet<&str> = written.iter().map(|line| line.key.as_str()).filter(|key| !key.is_empty()).collect();
    let known = |row: &voced_tables::Row| {
        let found: BTreeSet<String> = row.cells.iter().map(|(_, cell)| found_key(cell)).collect();
        keys.iter().filter(|key| found.contains(**key)).count()
    };
    // The headings may have moved with their row: those that hold most of them, the first of several.
    let near = sheet.rows.iter().take(keys.len() + MORE_HEADS);
    let heads = near.map(|row| (known(row), row)).max_by_key(|(count, row)| (*count, std::cmp::Reverse(row.number)));
    let found = match heads {
        Some((count, row)) if count * 2 > keys.len() => {
            row.cells.iter().map(|(column, cell)| (*column, found_key(cell))).collect()
        }
        // Without its headings no column of years can be told; a sheet without any stands as it did.
        _ => BTreeMap::new(),
    };
    align(&written, &found)
}

/// In how many rows from above headings are looked for.
const MORE_HEADS: usize = 50;
