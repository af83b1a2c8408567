//! The layout of a sheet: which number is about what, of which year, in which unit.
//!
//! Every number takes the labels of its row and those of the headings above its column; what they say together says
//! what it is. Nothing is known beforehand of where names, years and units stand.

use std::collections::BTreeSet;

use voced_tables::Place;

use crate::axes::{About, Axis, Placed, about};
use crate::block::{Block, Column};
use crate::dry_run::{Line, Why};
use crate::grid::{Grid, GridCell, GridRow, Held};
use crate::heading_unit::{self, HeadingUnit};
use crate::label::Label;
use crate::roles::{self, Role, Schools};
use crate::rows::{Labels, RowKind, kind};
use crate::segments::{Parts, Segment};
use crate::subject::Subject;
use crate::years;

/// The units that a table gives a number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Units {
    /// Of its row: a unit column, or brackets behind its name.
    pub(crate) row: Option<HeadingUnit>,
    /// Of its column.
    pub(crate) column: Option<HeadingUnit>,
    /// Of the whole table.
    pub(crate) table: Vec<HeadingUnit>,
}

/// A cell that holds a number of something known, or should.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// What it is about; several where the name can mean several things.
    pub(crate) subjects: Vec<Subject>,
    /// The name that says so, and its place.
    pub(crate) label: (Place, String),
    /// The year that row or column name, or else the title.
    pub(crate) year: Option<i32>,
    /// Value, low or high.
    pub(crate) role: Role,
    pub(crate) cell: GridCell,
    pub(crate) units: Units,
    /// The area, where the table has several.
    pub(crate) area: Option<(Place, String)>,
    /// Whether its row is all of one area: a name to each column.
    pub(crate) is_of_row: bool,
    /// The source that its row names.
    pub(crate) source: String,
    /// How sure it is, as its row says.
    pub(crate) confidence: Option<GridCell>,
}

/// What a sheet holds.
#[derive(Default)]
pub(crate) struct Laid {
    pub(crate) findings: Vec<Finding>,
    /// Rows and columns of numbers whose names are not known.
    pub(crate) unknown: Vec<(Line, Place, String)>,
    /// How many more there are than are told.
    pub(crate) unknown_more: usize,
    pub(crate) skipped: Vec<(Place, String, Why)>,
    /// Rows that name an area, with what they say of it.
    pub(crate) areas: Vec<AreaRow>,
    /// What rows say of base year and name.
    pub(crate) facts: Vec<(Role, GridCell)>,
    /// The first title.
    pub(crate) title: Option<(Place, String)>,
    /// Every year in headings, names and titles.
    pub(crate) years: BTreeSet<i32>,
    /// Whether any name in it is known, with a number or without.
    pub(crate) known: bool,
}

/// What a row says of its area as a whole.
#[derive(Clone, Debug)]
pub(crate) struct AreaRow {
    /// The row, counted from 0.
    pub(crate) row: u32,
    /// Its name; nothing where the row has none.
    pub(crate) name: Option<(Place, String)>,
    pub(crate) id: Option<(Place, String)>,
    pub(crate) parent: Option<(Place, String)>,
    pub(crate) base_year: Option<GridCell>,
    /// The year of its numbers.
    pub(crate) year: Option<i32>,
}

struct Layout<'a> {
    grid: &'a Grid,
    labels: &'a Labels,
    block: Block,
    laid: Laid,
    table: Vec<HeadingUnit>,
    title_year: Option<i32>,
    sheet_year: Option<i32>,
    title_schools: Option<Schools>,
    section: Option<Schools>,
    source: String,
    seen: BTreeSet<Place>,
}

/// From how many characters on a single text is a note rather than a heading.
const LONG: usize = 16;

/// The most notes and unknown names that one sheet gives.
const MOST_TOLD: usize = 200;

/// Lays out a sheet.
pub(crate) fn lay_out(grid: &Grid, name: &str, labels: &Labels) -> Laid {
    // Sheets are called after years and after kinds of schools.
    let called = Label::new(name);
    let mut layout = Layout {
        grid,
        labels,
        block: Block::default(),
        laid: Laid::default(),
        table: Vec::new(),
        title_year: None,
        sheet_year: called.year.or_else(|| years::within(name).map(|(year, _)| year)),
        title_schools: called.schools,
        section: None,
        source: String::new(),
        seen: BTreeSet::new(),
    };
    let mut before = RowKind::Text;
    let mut pending: Vec<usize> = Vec::new();
    for (i, row) in grid.rows.iter().enumerate() {
        layout.block.above.header = before == RowKind::Header;
        let kind = kind(grid, row, &layout.block.above, labels);
        layout.note_units(row);
        match kind {
            RowKind::Header => {
                let mut rows = std::mem::take(&mut pending);
                rows.push(i);
                if before != RowKind::Header {
                    layout.block = Block::default();
                }
                layout.head(rows);
            }
            RowKind::Loose => pending.push(i),
            RowKind::Text if layout.names_an_area(row) => layout.numbers(row),
            RowKind::Text => layout.text(row),
            RowKind::Fact(role) => layout.fact(row, role),
            RowKind::Units | RowKind::Numbering => {}
            RowKind::Data => layout.numbers(row),
        }
        if kind != RowKind::Loose {
            std::mem::take(&mut pending).into_iter().for_each(|row| layout.loose(row));
        }
        if kind != RowKind::Numbering {
            before = kind;
        }
    }
    if layout.laid.known {
        layout.laid.years.extend(layout.sheet_year);
    }
    for finding in &mut layout.laid.findings {
        if finding.source.is_empty() {
            finding.source.clone_from(&layout.source);
        }
    }
    layout.laid
}

impl<'a> Layout<'a> {
    /// Takes `单位：万元` from wherever it stands in a row.
    fn note_units(&mut self, row: &GridRow) {
        for cell in row.cells.iter().filter(|cell| cell.is_text()) {
            if let Some(units) = heading_unit::note(&cell.written) {
                self.table = units;
            }
        }
    }

    /// Whether all that a row holds is the name of an area, in the column of areas.
    fn names_an_area(&mut self, row: &GridRow) -> bool {
        let mut cells = row.cells.iter().filter(|cell| cell.held != Held::Nothing);
        let Some(cell) = cells.next().filter(|cell| cell.is_text()) else { return false };
        let column = self.block.column(self.grid, self.labels, cell.place.column);
        self.block.across && matches!(column.axis.role, Some(Role::Area | Role::AreaName)) && cells.next().is_none()
    }

    fn text(&mut self, row: &GridRow) {
        let Some(cell) = row.cells.iter().find(|cell| cell.held != Held::Nothing) else { return };
        let label = self.labels.of(&cell.written);
        if let Some(source) = source_note(&cell.written) {
            self.source = source.to_owned();
        }
        let year = label.year.or_else(|| years::within(&cell.written).map(|(year, _)| year));
        let is_title = self.laid.findings.is_empty() && !self.block.is_headed();
        if is_title {
            self.laid.years.extend(year);
            self.title_year = self.title_year.or(year);
            self.title_schools = label.schools.or(self.title_schools);
            if self.laid.title.is_none() {
                self.laid.title = Some((cell.place, cell.written.clone()));
            }
        }
        self.section = label.schools;
        let is_note = ["注", "备注", "说明", "note"].iter().any(|word| label.name.to_lowercase().starts_with(word));
        let is_long = label.text.chars().count() >= LONG;
        let why = if is_note || source_note(&cell.written).is_some() || (is_long && !is_title) {
            Why::Note
        } else {
            Why::Title
        };
        self.skip(cell.place, &cell.written, why);
    }

    /// Notes a row of several texts that heads nothing.
    fn loose(&mut self, row: usize) {
        if let Some(cell) = self.grid.rows.get(row).and_then(|row| row.cells.first()) {
            self.skip(cell.place, &cell.written, Why::Note);
        }
    }

    fn skip(&mut self, place: Place, text: &str, why: Why) {
        if self.laid.skipped.len() < MOST_TOLD {
            self.laid.skipped.push((place, text.to_owned(), why));
        }
    }

    fn fact(&mut self, row: &GridRow, role: Role) {
        let mut cells = row.cells.iter().filter(|cell| cell.held != Held::Nothing);
        let Some(first) = cells.next() else { return };
        let inside = first.written.split_once(['：', ':']).map(|(_, value)| value.trim());
        if let Some(value) = inside.filter(|value| !value.is_empty()) {
            let cell = GridCell { written: value.to_owned(), ..first.clone() };
            self.laid.facts.push((role, cell));
        } else if let Some(second) = cells.next() {
            self.laid.facts.push((role, second.clone()));
        }
        self.laid.known = true;
    }

    /// Takes rows as headings of what follows.
    fn head(&mut self, rows: Vec<usize>) {
        let years = self.block.head(self.grid, self.labels, rows);
        self.laid.years.extend(years);
        self.laid.known |= self.block.across;
    }

    fn numbers(&mut self, row: &'a GridRow) {
        let mut parts = Parts::of(row, self.grid, self.labels, &mut self.block);
        let outer = self.block.outer(row, self.labels);
        self.laid.years.extend(parts.year);
        let before = self.laid.findings.len();
        for segment in std::mem::take(&mut parts.segments) {
            self.segment(segment, &outer, &parts);
        }
        let found = self.laid.findings.get(before..).unwrap_or_default();
        let name = parts.area.clone().or_else(|| found.iter().find_map(|finding| finding.area.clone()));
        if name.is_some() || (!found.is_empty() && self.block.across) {
            let Parts { area_id: id, parent, base_year, year, .. } = parts;
            self.laid.areas.push(AreaRow { row: row.number, name, id, parent, base_year, year });
        }
    }

    fn segment(&mut self, segment: Segment<'a>, outer: &[Placed], parts: &Parts<'_>) {
        let (axis, also) = segment.axis(outer, &mut self.block);
        self.laid.known |= !axis.subjects.is_empty();
        self.laid.years.extend(axis.year);
        for (cell, column) in segment.numbers {
            // A sum over years is of none.
            let of_year = column.axis.year.or(column.axis.relative);
            if let Some(total) = column.axis.total.filter(|_| self.block.by_year && of_year.is_none()) {
                self.skip_once(total, Why::Total, cell);
                continue;
            }
            let context = self.section.or(self.title_schools);
            let (mut subjects, named) = match about(&axis, &column.axis, context) {
                About::Known(_) if axis.subjects.is_empty() && axis.total.is_some() => {
                    self.skip_once(axis.total.unwrap_or(cell.place), Why::Total, cell);
                    continue;
                }
                About::Known(subjects) => (subjects, !axis.subjects.is_empty()),
                About::OtherSchools => {
                    let named = [&axis, &column.axis].into_iter().find(|axis| axis.schools.is_some());
                    let place = named.and_then(|axis| axis.name.as_ref()).map_or(cell.place, |(place, _)| *place);
                    self.skip_once(place, Why::OtherSchools, cell);
                    continue;
                }
                About::Unknown => {
                    self.unknown(&axis, &column, cell);
                    continue;
                }
            };
            subjects.extend(also.iter().copied());
            let other = if named { &column.axis } else { &axis };
            let mut place = parts.area.clone();
            if let Some((at, text)) = other.rest().filter(|_| other.schools.is_none()) {
                if named && self.block.told_apart {
                    self.note_unknown(Line::Column, *at, text.clone());
                    continue;
                }
                place = place.or(Some((*at, text.clone())));
            }
            let of_all = self.title_year.or(self.sheet_year);
            let relative = column.axis.relative.or(axis.relative);
            let relative = relative.and_then(|relative| Some(of_all? + relative));
            let label = if named { &axis.name } else { &column.axis.name };
            let role = column.axis.role.or(axis.role).filter(|role| matches!(role, Role::Low | Role::High));
            self.laid.findings.push(Finding {
                subjects,
                label: label.clone().unwrap_or((cell.place, String::new())),
                year: parts.year.or(column.axis.year).or(axis.year).or(relative).or(of_all),
                role: role.unwrap_or(Role::Value),
                cell: cell.clone(),
                units: Units {
                    row: segment.unit.clone().or(axis.unit.clone()),
                    column: column.axis.unit.clone(),
                    table: self.table.clone(),
                },
                area: place,
                is_of_row: self.block.across && !named,
                source: parts.source.clone(),
                confidence: parts.confidence.clone(),
            });
        }
    }

    fn skip_once(&mut self, place: Place, why: Why, cell: &GridCell) {
        if self.seen.insert(place) {
            let text = self.grid.at(place).unwrap_or(cell).written.clone();
            self.skip(place, &text, why);
        }
    }

    /// Notes a number that is about nothing known: by its row's name, or by its column's where those are the names.
    fn unknown(&mut self, row: &Axis, column: &Column, cell: &GridCell) {
        if let Some(place) = row.total.or(column.axis.total.filter(|_| row.rest().is_none())) {
            return self.skip_once(place, Why::Total, cell);
        }
        match (row.rest(), column.axis.rest()) {
            (_, Some((place, text))) if self.block.across => self.note_unknown(Line::Column, *place, text.clone()),
            (Some((place, text)), _) if cell.is_number() => self.note_unknown(Line::Row, *place, text.clone()),
            (None, Some((place, text))) if cell.is_number() => {
                self.note_unknown(Line::Column, *place, text.clone());
            }
            _ => {}
        }
    }

    fn note_unknown(&mut self, line: Line, place: Place, text: String) {
        if !self.seen.insert(place) {
            return;
        }
        if self.laid.unknown.len() < MOST_TOLD {
            self.laid.unknown.push((line, place, text));
        } else {
            self.laid.unknown_more += 1;
        }
    }
}

/// The source in a note below or above a table.
fn source_note(text: &str) -> Option<&str> {
    let (word, source) = text.split_once(['：', ':'])?;
    (roles::role(word) == Some(Role::Source)).then(|| source.trim())
}
