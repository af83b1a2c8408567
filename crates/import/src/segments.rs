//! The cells of a row, each with what its column makes of it: labels, numbers, a year, a source.

use std::rc::Rc;

use voced_model::Unit;
use voced_tables::Place;

use crate::axes::{Axis, Placed};
use crate::block::{Block, Column};
use crate::grid::{Grid, GridCell, GridRow, Held};
use crate::heading_unit::HeadingUnit;
use crate::label::Label;
use crate::roles::Role;
use crate::rows::Labels;
use crate::subject::Subject;

/// A part of a row: labels, and the numbers that go with them.
#[derive(Default)]
pub(crate) struct Segment<'a> {
    pub(crate) labels: Vec<Placed>,
    id: Option<Placed>,
    pub(crate) unit: Option<HeadingUnit>,
    pub(crate) numbers: Vec<(&'a GridCell, Rc<Column>)>,
}

/// A row taken apart.
#[derive(Default)]
pub(crate) struct Parts<'a> {
    /// One for each name with its numbers, the first for those before any name.
    pub(crate) segments: Vec<Segment<'a>>,
    pub(crate) year: Option<i32>,
    pub(crate) area: Option<(Place, String)>,
    /// What tells the area from others of its name.
    pub(crate) area_id: Option<(Place, String)>,
    /// The area that its missing values come from.
    pub(crate) parent: Option<(Place, String)>,
    /// The area's base year.
    pub(crate) base_year: Option<GridCell>,
    pub(crate) source: String,
    pub(crate) confidence: Option<GridCell>,
}

impl<'a> Parts<'a> {
    /// Takes a row apart below the headings of a block.
    pub(crate) fn of(row: &'a GridRow, grid: &Grid, labels: &Labels, block: &mut Block) -> Parts<'a> {
        let mut parts = Parts { segments: vec![Segment::default()], ..Parts::default() };
        for cell in row.cells.iter().filter(|cell| cell.held != Held::Nothing) {
            let column = block.column(grid, labels, cell.place.column);
            if block.gives_base_years(cell.place.column) {
                parts.base_year = Some(cell.clone());
                continue;
            }
            parts.take(cell, column, labels.of(&cell.written), block.across);
        }
        parts
    }

    fn take(&mut self, cell: &'a GridCell, column: Rc<Column>, label: Rc<Label>, across: bool) {
        let axis = &column.axis;
        match axis.role.filter(|role| axis.subjects.is_empty() || *role == Role::Aside) {
            Some(Role::Aside) => {}
            Some(Role::Source) => self.source.clone_from(&cell.written),
            Some(Role::Confidence) => self.confidence = Some(cell.clone()),
            Some(Role::Unit) => self.unit(HeadingUnit::parse(&cell.written)),
            Some(Role::Year) if cell.heading().is_some() => self.year = cell.heading().map(|heading| heading.year),
            Some(Role::AreaId) => self.area_id = Some((cell.place, cell.written.clone())),
            Some(Role::Parent) => self.parent = Some((cell.place, cell.written.clone())),
            Some(Role::Area | Role::AreaName) if cell.is_text() && !label.total => {
                self.area = Some((cell.place, cell.written.clone()));
            }
            Some(Role::Id) => {
                if let Some(segment) = self.segments.last_mut().filter(|_| cell.is_text() && !label.subjects.is_empty())
                {
                    segment.id = Some((cell.place, label));
                }
            }
            Some(Role::Value | Role::Low | Role::High) => self.number(cell, column),
            _ if column.is_of_numbers() => self.number(cell, column),
            _ => self.free(cell, column, label, across),
        }
    }

    /// Takes a cell of a column whose headings do not say what it holds.
    fn free(&mut self, cell: &'a GridCell, column: Rc<Column>, label: Rc<Label>, across: bool) {
        let is_named = |segment: &Segment<'_>| segment.labels.iter().any(|(_, label)| !label.subjects.is_empty());
        let is_of_years = |segment: &Segment<'_>| {
            let mut subjects = segment.labels.iter().flat_map(|(_, label)| label.subjects);
            subjects.any(|subject| Subject::unit(*subject) == Unit::Year)
        };
        let named = self.segments.iter().any(is_named);
        let year = cell.heading().filter(|heading| heading.plain || (!named && (across || !column.headed)));
        if let Some(year) = year.filter(|_| !self.segments.last().is_some_and(is_of_years)) {
            self.year = Some(year.year);
        } else if !cell.is_text() {
            self.number(cell, column);
        } else if label.whole_unit.is_some() && label.role.is_none() {
            self.unit(label.whole_unit.clone());
        } else {
            self.label(cell.place, label);
        }
    }

    /// Takes a label: a name behind numbers begins anew, unless those still have none. Other words behind numbers are
    /// remarks.
    fn label(&mut self, place: Place, label: Rc<Label>) {
        let Some(segment) = self.segments.last_mut() else { return };
        if segment.numbers.is_empty() || segment.labels.is_empty() {
            segment.labels.push((place, label));
        } else if !label.subjects.is_empty() {
            self.segments.push(Segment { labels: vec![(place, label)], ..Segment::default() });
        }
    }

    fn unit(&mut self, unit: Option<HeadingUnit>) {
        if let (Some(unit), Some(segment)) = (unit, self.segments.last_mut()) {
            segment.unit = Some(unit);
        }
    }

    fn number(&mut self, cell: &'a GridCell, column: Rc<Column>) {
        if let Some(segment) = self.segments.last_mut() {
            segment.numbers.push((cell, column));
        }
    }
}

impl Segment<'_> {
    /// What its labels say, with those of rows above that reach down to it; and what its name means beside its id,
    /// where the two do not agree.
    pub(crate) fn axis(&self, outer: &[Placed], block: &mut Block) -> (Axis, Vec<Subject>) {
        let is_name =
            |placed: &&Placed| placed.1.role.is_none_or(|role| matches!(role, Role::Low | Role::High | Role::Value));
        let first = self.labels.first();
        let whole = block.whole.iter().filter(|_| first.is_some_and(|(_, label)| label.is_part));
        let labels: Vec<Placed> = outer.iter().chain(whole).chain(&self.labels).filter(is_name).cloned().collect();
        if let Some(placed) = first.filter(|(_, label)| !label.is_part) {
            block.whole = Some(placed.clone());
        }
        let by_name = Axis::of(&labels);
        let Some(id) = &self.id else { return (by_name, Vec::new()) };
        let mut axis = Axis::of(std::slice::from_ref(id));
        let disagrees = by_name.subjects.len() == 1 && by_name.subjects != axis.subjects;
        let also = if disagrees { by_name.subjects } else { Vec::new() };
        axis.name = by_name.name.or(axis.name);
        axis.unit = axis.unit.or(by_name.unit);
        (axis, also)
    }
}
