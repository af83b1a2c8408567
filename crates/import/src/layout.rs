//! The layout of a sheet: which number is about what, of which year, in which unit.
//!
//! Every number takes the labels of its row and those of the headings above its column; what they say together says
//! what it is. Nothing is known beforehand of where names, years and units stand.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use voced_tables::Place;

use crate::axes::{About, Axis, Placed, about};
use crate::dry_run::{Line, Subject, Why};
use crate::grid::{Grid, GridCell, GridRow, Held};
use crate::heading_unit::{self, HeadingUnit};
use crate::roles::{self, Role, Schools};
use crate::rows::{Above, Labels, RowKind, kind};
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
    pub(crate) skipped: Vec<(Place, String, Why)>,
    /// What rows say of base year and name.
    pub(crate) facts: Vec<(Role, GridCell)>,
    /// The first title.
    pub(crate) title: Option<(Place, String)>,
    /// Every year in headings, names and titles.
    pub(crate) years: BTreeSet<i32>,
    /// Whether any name in it is known, with a number or without.
    pub(crate) known: bool,
}

/// A column below its headings.
#[derive(Debug, Default)]
struct Column {
    axis: Axis,
    /// Whether there is any heading.
    headed: bool,
}

/// The headings in force, and what rows below them leave to those after.
#[derive(Default)]
struct Block {
    stack: Vec<usize>,
    columns: HashMap<u32, Rc<Column>>,
    above: Above,
    /// Whether any heading is the name of something known.
    across: bool,
    /// Whether columns are told apart by years, totals or words for values.
    told_apart: bool,
    /// The last label of each column.
    last: HashMap<u32, Placed>,
    /// The last name that is no part of another.
    whole: Option<Placed>,
}

/// A part of a row: labels, and the numbers that go with them.
#[derive(Default)]
struct Segment<'a> {
    labels: Vec<Placed>,
    id: Option<Placed>,
    unit: Option<HeadingUnit>,
    numbers: Vec<(&'a GridCell, Rc<Column>)>,
}

struct Layout<'a> {
    grid: &'a Grid,
    labels: &'a Labels,
    block: Block,
    laid: Laid,
    table: Vec<HeadingUnit>,
    title_year: Option<i32>,
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
pub(crate) fn lay_out(grid: &Grid, labels: &Labels) -> Laid {
    let mut layout = Layout {
        grid,
        labels,
        block: Block::default(),
        laid: Laid::default(),
        table: Vec::new(),
        title_year: None,
        title_schools: None,
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
            RowKind::Text => layout.text(row),
            RowKind::Fact(role) => layout.fact(row, role),
            RowKind::Units | RowKind::Numbering => {}
            RowKind::Data => layout.numbers(row),
        }
        if kind != RowKind::Loose {
            pending.clear();
        }
        if kind != RowKind::Numbering {
            before = kind;
        }
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

    fn text(&mut self, row: &GridRow) {
        let Some(cell) = row.cells.iter().find(|cell| cell.held != Held::Nothing) else { return };
        let label = self.labels.of(&cell.written);
        if let Some(source) = source_note(&cell.written) {
            self.source = source.to_owned();
        }
        let year = label.year.or_else(|| years::within(&cell.written).map(|(year, _)| year));
        let is_title = self.laid.findings.is_empty() && self.block.stack.is_empty();
        if is_title {
            self.laid.years.extend(year);
            self.title_year = self.title_year.or(year);
            self.title_schools = self.title_schools.or(label.schools);
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
        self.block.stack.extend(rows);
        self.block.columns.clear();
        self.block.last.clear();
        let mut above = Above::default();
        let columns: BTreeSet<u32> = self
            .block
            .stack
            .iter()
            .filter_map(|row| self.grid.rows.get(*row))
            .flat_map(|row| row.cells.iter().map(|cell| cell.place.column))
            .collect();
        (self.block.across, self.block.told_apart) = (false, false);
        for number in columns {
            let column = self.column(number);
            let axis = &column.axis;
            self.laid.years.extend(axis.year);
            if !axis.subjects.is_empty() {
                above.subjects.insert(number);
                self.block.across = true;
                self.laid.known = true;
            } else if matches!(axis.role, Some(Role::Name | Role::Id)) {
                above.names.insert(number);
            }
            let is_value = matches!(axis.role, Some(Role::Value | Role::Low | Role::High));
            if axis.subjects.is_empty()
                && (is_value || axis.year.is_some() || axis.relative.is_some() || axis.total.is_some())
            {
                above.values.insert(number);
                self.block.told_apart = true;
            }
        }
        self.block.above = above;
    }

    /// The headings above a column.
    fn column(&mut self, number: u32) -> Rc<Column> {
        if let Some(known) = self.block.columns.get(&number) {
            return Rc::clone(known);
        }
        let mut labels: Vec<Placed> = Vec::new();
        for (level, row) in self.block.stack.iter().enumerate() {
            let Some(row) = self.grid.rows.get(*row) else { continue };
            let is_last = level + 1 == self.block.stack.len();
            let place = Place { row: row.number, column: number };
            let over = self.grid.over(place);
            // Where merging was lost, as in text files, a heading reaches to the next one in its row.
            let cell = over.or_else(|| {
                let below = self.block.stack.get(level + 1..)?.iter().filter_map(|row| self.grid.rows.get(*row));
                let is_headed =
                    below.into_iter().any(|row| self.grid.at(Place { row: row.number, column: number }).is_some());
                let left = row.cells.iter().rev().find(|cell| cell.place.column < number)?;
                let is_role = self.labels.of(&left.written).role.is_some();
                (!is_last && is_headed && !is_role).then_some(left)
            });
            let Some(cell) = cell.filter(|cell| cell.held != Held::Nothing) else { continue };
            if labels.iter().all(|(place, _)| *place != cell.place) {
                labels.push((cell.place, self.heading(cell)));
            }
        }
        let column = Rc::new(Column { axis: Axis::of(&labels), headed: !labels.is_empty() });
        self.block.columns.insert(number, Rc::clone(&column));
        column
    }

    /// A cell of a heading as a label: a number or a date is a year.
    fn heading(&self, cell: &GridCell) -> Rc<crate::label::Label> {
        match cell.heading() {
            Some(heading) => self.labels.of(&format!("{}年", heading.year)),
            None => self.labels.of(&cell.written),
        }
    }

    fn numbers(&mut self, row: &'a GridRow) {
        let mut segments: Vec<Segment<'a>> = vec![Segment::default()];
        let (mut year, mut area, mut source, mut confidence) = (None, None, String::new(), None);
        for cell in row.cells.iter().filter(|cell| cell.held != Held::Nothing) {
            let column = self.column(cell.place.column);
            let label = self.labels.of(&cell.written);
            let axis = &column.axis;
            let role = axis.role.filter(|_| axis.subjects.is_empty() || axis.role == Some(Role::Aside));
            let begun = segments.last().is_some_and(|segment| !segment.numbers.is_empty());
            match role {
                Some(Role::Aside) => continue,
                Some(Role::Source) => source = cell.written.clone(),
                Some(Role::Confidence) => confidence = Some(cell.clone()),
                Some(Role::Unit) => {
                    if let (Some(unit), Some(segment)) = (HeadingUnit::parse(&cell.written), segments.last_mut()) {
                        segment.unit = Some(unit);
                    }
                }
                Some(Role::Year) => year = cell.heading().map(|heading| heading.year).or(year),
                Some(Role::Area) if cell.is_text() && !label.total => area = Some((cell.place, cell.written.clone())),
                Some(Role::Id) if !cell.is_text() => {}
                Some(Role::Id) => {
                    let placed = (cell.place, Rc::clone(&label));
                    if let Some(segment) = segments.last_mut().filter(|_| !label.subjects.is_empty()) {
                        segment.id = Some(placed);
                    }
                }
                Some(Role::Value | Role::Low | Role::High) => push(&mut segments, cell, column),
                _ => {
                    let named = segments
                        .iter()
                        .any(|segment| segment.labels.iter().any(|(_, label)| !label.subjects.is_empty()));
                    let is_below = !axis.subjects.is_empty()
                        || axis.year.is_some()
                        || axis.relative.is_some()
                        || axis.total.is_some();
                    let heading = cell.heading().filter(|heading| heading.plain || !named);
                    let of_years = |segment: &Segment<'_>| {
                        segment.labels.iter().any(|(_, label)| {
                            label.subjects.iter().any(|subject| subject.unit() == voced_model::Unit::Year)
                        })
                    };
                    if is_below {
                        push(&mut segments, cell, column);
                    } else if let Some(heading) =
                        heading.filter(|heading| heading.plain || self.block.across || !column.headed)
                        && !segments.last().is_some_and(of_years)
                    {
                        year = Some(heading.year);
                    } else if cell.is_text() {
                        let unnamed = segments.last().is_some_and(|segment| segment.labels.is_empty());
                        let starts = begun && !unnamed && !label.subjects.is_empty();
                        if let Some(unit) = label.whole_unit.clone().filter(|_| label.role.is_none())
                            && let Some(segment) = segments.last_mut()
                        {
                            segment.unit = Some(unit);
                        } else if starts {
                            segments.push(Segment { labels: vec![(cell.place, label)], ..Segment::default() });
                        } else if !begun || unnamed {
                            if let Some(segment) = segments.last_mut() {
                                segment.labels.push((cell.place, label));
                            }
                        }
                    } else {
                        push(&mut segments, cell, column);
                    }
                }
            }
        }
        let outer = self.outer(row);
        self.laid.years.extend(year);
        for segment in segments {
            self.segment(segment, &outer, year, area.clone(), &source, confidence.as_ref());
        }
    }

    /// Labels of rows above that reach down to a row which begins further right; keeps its own for those below.
    fn outer(&mut self, row: &GridRow) -> Vec<Placed> {
        let Some(first) = row.cells.first().map(|cell| cell.place.column) else { return Vec::new() };
        let mut outer: Vec<Placed> = Vec::new();
        let mut columns: Vec<u32> = self.block.last.keys().copied().filter(|column| *column < first).collect();
        columns.sort_unstable();
        outer.extend(columns.iter().filter_map(|column| self.block.last.get(column).cloned()));
        self.block.last.retain(|column, _| *column < first);
        for cell in row.cells.iter().take_while(|cell| cell.is_text()) {
            self.block.last.insert(cell.place.column, (cell.place, self.labels.of(&cell.written)));
        }
        outer
    }

    fn segment(
        &mut self,
        segment: Segment<'a>,
        outer: &[Placed],
        year: Option<i32>,
        area: Option<(Place, String)>,
        source: &str,
        confidence: Option<&GridCell>,
    ) {
        let is_role =
            |placed: &&Placed| placed.1.role.is_none_or(|role| matches!(role, Role::Low | Role::High | Role::Value));
        let first = segment.labels.first();
        let whole = self.block.whole.iter().filter(|_| first.is_some_and(|(_, label)| label.is_part));
        let labels: Vec<Placed> = outer.iter().chain(whole).chain(&segment.labels).filter(is_role).cloned().collect();
        if let Some(placed) = first.filter(|(_, label)| !label.is_part) {
            self.block.whole = Some(placed.clone());
        }
        let mut axis = Axis::of(&labels);
        let mut also = Vec::new();
        if let Some(id) = &segment.id {
            let by_id = Axis::of(std::slice::from_ref(id));
            if axis.subjects.len() == 1 && axis.subjects != by_id.subjects {
                also.clone_from(&axis.subjects);
            }
            let (name, unit) = (axis.name.clone(), axis.unit.clone());
            axis = by_id;
            axis.name = name.or(axis.name);
            axis.unit = axis.unit.or(unit);
        }
        self.laid.known |= !axis.subjects.is_empty();
        self.laid.years.extend(axis.year);
        for (cell, column) in segment.numbers {
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
            let mut place = area.clone();
            if let Some((at, text)) = other.rest().filter(|_| other.schools.is_none()) {
                if named && self.block.told_apart {
                    self.note_unknown(Line::Column, *at, text.clone());
                    continue;
                }
                place = place.or(Some((*at, text.clone())));
            }
            let relative = column.axis.relative.or(axis.relative);
            let relative = relative.and_then(|relative| Some(self.title_year? + relative));
            let label = if named { &axis.name } else { &column.axis.name };
            let role = column.axis.role.or(axis.role).filter(|role| matches!(role, Role::Low | Role::High));
            self.laid.findings.push(Finding {
                subjects,
                label: label.clone().unwrap_or((cell.place, String::new())),
                year: year.or(column.axis.year).or(axis.year).or(relative).or(self.title_year),
                role: role.unwrap_or(Role::Value),
                cell: cell.clone(),
                units: Units {
                    row: segment.unit.clone().or(axis.unit.clone()),
                    column: column.axis.unit.clone(),
                    table: self.table.clone(),
                },
                area: place,
                source: source.to_owned(),
                confidence: confidence.cloned(),
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
        if self.laid.unknown.len() < MOST_TOLD && self.seen.insert(place) {
            self.laid.unknown.push((line, place, text));
        }
    }
}

/// Puts a cell with the labels before it.
fn push<'a>(segments: &mut [Segment<'a>], cell: &'a GridCell, column: Rc<Column>) {
    if let Some(segment) = segments.last_mut() {
        segment.numbers.push((cell, column));
    }
}

/// The source in a note below or above a table.
fn source_note(text: &str) -> Option<&str> {
    let (word, source) = text.split_once(['：', ':'])?;
    (roles::role(word) == Some(Role::Source)).then(|| source.trim())
}
