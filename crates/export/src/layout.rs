//! Which number stands where.
//!
//! A year has the same column on the sheets of inputs, results and workings, so that a formula reads
//! down one column.

use voced_model::inputs::{Section, Shape};
use voced_model::{InputId, Quantity};

use crate::address::{Address, Tab};

/// The row of the headings; a title and a line of help stand above it.
pub(crate) const HEAD: u32 = 3;

/// The column of names, of ids, of units.
pub(crate) const NAME: u16 = 0;
/// The column of ids.
pub(crate) const ID: u16 = 1;
/// The column of units.
pub(crate) const UNIT: u16 = 2;

/// The column of numbers that hold for all years.
pub(crate) const ALL_YEARS: u16 = 3;

/// The column of the base year.
pub(crate) const FIRST_YEAR: u16 = 4;

/// A row of a sheet: a heading of its own or an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum SheetRow<H, T> {
    Heading(H),
    Item(T),
}

/// Rows below the headings of a sheet: items by groups, each with a heading.
fn grouped<H: Copy, T: Copy>(groups: impl Iterator<Item = (H, Vec<T>)>) -> Vec<SheetRow<H, T>> {
    groups
        .filter(|(_, items)| !items.is_empty())
        .flat_map(|(heading, items)| {
            std::iter::once(SheetRow::Heading(heading)).chain(items.into_iter().map(SheetRow::Item))
        })
        .collect()
}

/// The rows of the inputs, by the sections of the page.
pub(crate) fn input_rows() -> Vec<SheetRow<Section, InputId>> {
    grouped(
        Section::ALL
            .into_iter()
            .map(|section| (section, InputId::all().filter(|input| input.spec().group.section() == section).collect())),
    )
}

/// The cell of an input in the year with index `t`; the one cell of a number for all years.
pub(crate) fn input(input: InputId, t: usize) -> Address {
    let row = position(&input_rows(), input);
    match input.spec().shape {
        Shape::Path => Address::new(Tab::Inputs, row, FIRST_YEAR + t as u16),
        Shape::Scalar | Shape::Switch => Address::anchored(Tab::Inputs, row, ALL_YEARS),
    }
}

/// The rows of the results, by mechanism.
pub(crate) fn quantity_rows() -> Vec<SheetRow<voced_model::Topic, Quantity>> {
    grouped(voced_model::Topic::ALL.into_iter().map(|topic| {
        (topic, Quantity::ALL.iter().copied().filter(|quantity| quantity.spec().topic == topic).collect())
    }))
}

/// The cell of a result in the year with index `t`.
pub(crate) fn quantity(quantity: Quantity, t: usize) -> Address {
    Address::new(Tab::Model, position(&quantity_rows(), quantity), FIRST_YEAR + t as u16)
}

fn position<H, T: PartialEq>(rows: &[SheetRow<H, T>], item: T) -> u32 {
    let before = rows.iter().take_while(|row| !matches!(row, SheetRow::Item(known) if *known == item)).count();
    HEAD + 1 + before as u32
}

/// The columns of projects and deliverables.
pub(crate) mod programme {
    use super::{Address, HEAD, Tab};

    /// Floor area of a project; number of a deliverable in the base year, or a year.
    pub(crate) const AREA: u16 = 2;
    /// Cost of a square metre.
    pub(crate) const COST_PER_M2: u16 = 3;
    /// Built or not.
    pub(crate) const ON: u16 = 4;
    /// The area that counts: nothing where it is not built.
    pub(crate) const COUNTED: u16 = 5;
    /// First year of building, and of a yearly deliverable.
    pub(crate) const START: u16 = 6;
    /// Last year of building, and of a deliverable.
    pub(crate) const FINISH: u16 = 7;
    /// What of a deliverable there is in the base year.
    pub(crate) const BASE: u16 = 2;
    /// What is to be reached.
    pub(crate) const TARGET: u16 = 3;
    /// Units a year.
    pub(crate) const UNITS: u16 = 4;
    /// Cost of one.
    pub(crate) const UNIT_COST: u16 = 5;
    /// The first of the columns on the source.
    pub(crate) const SOURCE: u16 = 8;

    /// A cell of the project at `index`.
    pub(crate) fn project(index: usize, column: u16) -> Address {
        Address::anchored(Tab::Programme, HEAD + 1 + index as u32, column)
    }

    /// The headings of the deliverables, below `projects` projects.
    pub(crate) const fn deliverables_head(projects: usize) -> u32 {
        HEAD + 1 + projects as u32 + 2
    }

    /// A cell of the deliverable at `index`.
    pub(crate) fn deliverable(projects: usize, index: usize, column: u16) -> Address {
        Address::anchored(Tab::Programme, deliverables_head(projects) + 1 + index as u32, column)
    }
}
