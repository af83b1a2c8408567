//! Named steps beside the results: parts of a formula that would be too long in one cell.

use std::collections::HashMap;

use voced_model::Quantity;

use crate::address::{Address, Tab};
use crate::layout::{FIRST_YEAR, HEAD};

/// What a row of the sheet computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Working {
    /// The part of a result that one project or deliverable adds: the row of the sheet of projects.
    Part(Quantity, u32),
    /// A piece of a long formula, counted from 1.
    Piece(Quantity, usize),
}

/// A formula with the number it has today.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Computed {
    pub(crate) address: Address,
    pub(crate) formula: String,
    pub(crate) value: f64,
}

/// The rows of the sheet.
#[derive(Debug, Default)]
pub(crate) struct Workings {
    pub(crate) rows: Vec<Working>,
    pub(crate) cells: Vec<Computed>,
    positions: HashMap<Working, usize>,
}

impl Workings {
    /// The cell of a step in the year with index `t`; a new row where the step has none.
    pub(crate) fn address(&mut self, step: Working, t: usize) -> Address {
        let next = self.rows.len();
        let position = *self.positions.entry(step).or_insert(next);
        if position == next {
            self.rows.push(step);
        }
        Address::new(Tab::Workings, HEAD + 1 + position as u32, FIRST_YEAR + t as u16)
    }

    /// Whether the step has a row.
    pub(crate) fn has(&self, step: Working) -> bool {
        self.positions.contains_key(&step)
    }

    pub(crate) fn put(&mut self, address: Address, formula: String, value: f64) {
        self.cells.push(Computed { address, formula, value });
    }
}
