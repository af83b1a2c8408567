//! The headings in force, and what rows below them leave to those after.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use voced_tables::Place;

use crate::axes::{Axis, Placed};
use crate::grid::{Grid, GridCell, GridRow, Held};
use crate::label::Label;
use crate::roles::Role;
use crate::rows::{Above, Labels};

/// The most rows of headings that stand above each other. Of more, as in a file where one row is repeated a thousand
/// times, the last ones count: all of them would be gone through again for each.
const MOST_LEVELS: usize = 12;

/// A column below its headings.
#[derive(Debug, Default)]
pub(crate) struct Column {
    pub(crate) axis: Axis,
    /// Whether there is any heading.
    pub(crate) headed: bool,
}

impl Column {
    /// Whether every cell below is a number of something: of a known name, a year or a total.
    pub(crate) fn is_of_numbers(&self) -> bool {
        let axis = &self.axis;
        !axis.subjects.is_empty() || axis.year.is_some() || axis.relative.is_some() || axis.total.is_some()
    }
}

/// Headings, and the names of rows that reach down to those below.
#[derive(Default)]
pub(crate) struct Block {
    /// The rows of headings, from above.
    stack: Vec<usize>,
    columns: HashMap<u32, Rc<Column>>,
    /// What they say of columns, for telling what the next row is.
    pub(crate) above: Above,
    /// Whether any heading is the name of something known.
    pub(crate) across: bool,
    /// Whether columns are told apart by years, totals or words for values.
    pub(crate) told_apart: bool,
    /// Whether columns are of several years.
    pub(crate) by_year: bool,
    /// The column that gives each area its base year.
    base_years: Option<u32>,
    /// The last label of each column.
    last: HashMap<u32, Placed>,
    /// The last name that is no part of another.
    pub(crate) whole: Option<Placed>,
}

impl Block {
    /// Whether a column gives each area its base year.
    pub(crate) fn gives_base_years(&self, column: u32) -> bool {
        self.base_years == Some(column)
    }

    /// Whether there are headings.
    pub(crate) fn is_headed(&self) -> bool {
        !self.stack.is_empty()
    }

    /// Whether a row says the same as the last of the headings: a row that a file repeats says it once.
    fn repeats(&self, grid: &Grid, row: usize) -> bool {
        let last = self.stack.last().and_then(|last| grid.rows.get(*last));
        let said =
            |row: &GridRow| row.cells.iter().map(|cell| (cell.place.column, cell.written.clone())).collect::<Vec<_>>();
        last.zip(grid.rows.get(row))
            .is_some_and(|(last, row)| last.cells.len() == row.cells.len() && said(last) == said(row))
    }

    /// Takes rows as headings of what follows, below those that are there; gives the years in them.
    pub(crate) fn head(&mut self, grid: &Grid, labels: &Labels, mut rows: Vec<usize>) -> BTreeSet<i32> {
        rows.retain(|row| !self.repeats(grid, *row));
        if rows.is_empty() {
            return BTreeSet::new();
        }
        self.stack.extend(rows);
        let beyond = self.stack.len().saturating_sub(MOST_LEVELS);
        self.stack.drain(..beyond);
        self.columns.clear();
        self.last.clear();
        let rows = self.stack.iter().filter_map(|row| grid.rows.get(*row));
        let columns: BTreeSet<u32> = rows.flat_map(|row| row.cells.iter().map(|cell| cell.place.column)).collect();
        let (mut above, mut years) = (Above::default(), BTreeSet::new());
        (self.across, self.told_apart, self.by_year) = (false, false, false);
        let (mut base_years, mut has_areas, mut has_values) = (None, false, false);
        for number in columns {
            let column = self.column(grid, labels, number);
            let axis = &column.axis;
            years.extend(axis.year);
            self.by_year |= axis.year.is_some() || axis.relative.is_some();
            has_areas |= matches!(axis.role, Some(Role::Area | Role::AreaName));
            if axis.says_base_year {
                base_years = base_years.or(Some(number));
            } else {
                has_values |= axis.role == Some(Role::Value);
            }
            if !axis.subjects.is_empty() {
                above.subjects.insert(number);
                self.across = true;
                continue;
            }
            if matches!(axis.role, Some(Role::Name | Role::Id)) {
                above.names.insert(number);
            }
            if column.is_of_numbers() || matches!(axis.role, Some(Role::Value | Role::Low | Role::High)) {
                above.values.insert(number);
                self.told_apart = true;
            }
        }
        // Beside columns that are named, or where values have a column of their own; else it is the column of values.
        self.base_years = base_years.filter(|_| self.across || (has_areas && has_values));
        self.above = above;
        years
    }

    /// The headings above a column.
    pub(crate) fn column(&mut self, grid: &Grid, labels: &Labels, number: u32) -> Rc<Column> {
        if let Some(known) = self.columns.get(&number) {
            return Rc::clone(known);
        }
        let mut found: Vec<Placed> = Vec::new();
        for level in 0..self.stack.len() {
            let Some(cell) = self.over(grid, labels, level, number) else { continue };
            if cell.held != Held::Nothing && found.iter().all(|(place, _)| *place != cell.place) {
                found.push((cell.place, heading(labels, cell)));
            }
        }
        let column = Rc::new(Column { axis: Axis::of(&found), headed: !found.is_empty() });
        self.columns.insert(number, Rc::clone(&column));
        column
    }

    /// The heading above a column in a row of the stack.
    fn over<'a>(&self, grid: &'a Grid, labels: &Labels, level: usize, number: u32) -> Option<&'a GridCell> {
        let row = grid.rows.get(*self.stack.get(level)?)?;
        let place = Place { row: row.number, column: number };
        if let Some(cell) = grid.over(place) {
            return Some(cell);
        }
        // Where merging was lost, as in text files, a heading reaches to the next one in its row.
        let below = self.stack.get(level + 1..)?.iter().filter_map(|row| grid.rows.get(*row));
        let is_headed = below.into_iter().any(|row| grid.at(Place { row: row.number, ..place }).is_some());
        let before = row.cells.partition_point(|cell| cell.place.column < number);
        let left = row.cells.get(before.checked_sub(1)?)?;
        (is_headed && labels.of(&left.written).role.is_none()).then_some(left)
    }

    /// Labels of rows above that reach down to a row which begins further right; keeps its own for those below.
    pub(crate) fn outer(&mut self, row: &GridRow, labels: &Labels) -> Vec<Placed> {
        let Some(first) = row.cells.first().map(|cell| cell.place.column) else { return Vec::new() };
        let mut columns: Vec<u32> = self.last.keys().copied().filter(|column| *column < first).collect();
        columns.sort_unstable();
        let outer = columns.iter().filter_map(|column| self.last.get(column).cloned()).collect();
        self.last.retain(|column, _| *column < first);
        for cell in row.cells.iter().take_while(|cell| cell.is_text()) {
            self.last.insert(cell.place.column, (cell.place, labels.of(&cell.written)));
        }
        outer
    }
}

/// A cell of a heading as a label: a number or a date is a year.
fn heading(labels: &Labels, cell: &GridCell) -> Rc<Label> {
    match cell.heading() {
        Some(heading) => labels.of(&format!("{}年", heading.year)),
        None => labels.of(&cell.written),
    }
}
