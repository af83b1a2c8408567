//! Cells on their way into the rows of a sheet, within limits that hold for the whole book.

use crate::book::{Cell, Content, Place, Range, Row};
use crate::grid::Grid;
use crate::limits::{CELLS, Counter, LAST, UNPACKED};
use crate::refusal::Refusal;

/// How much a book has come to, over all of its sheets.
#[derive(Default)]
pub(crate) struct Budget {
    counter: Counter,
    text: usize,
    merged: usize,
}

/// The rows of a sheet while it is read.
#[derive(Default)]
pub(crate) struct BoundedGrid {
    grid: Grid,
    merged: Vec<Range>,
}

impl Budget {
    /// Some text more. A file may name one long text in a million cells, and be small itself.
    pub(crate) fn text(&mut self, length: usize) -> Result<(), Refusal> {
        self.text = self.text.saturating_add(length);
        if self.text > UNPACKED { Err(Refusal::Bomb) } else { Ok(()) }
    }
}

impl BoundedGrid {
    /// One cell more.
    pub(crate) fn put(&mut self, place: Place, cell: Cell, budget: &mut Budget) -> Result<(), Refusal> {
        budget.counter.one()?;
        if let Content::Text(text) | Content::Error(text) = &cell.content {
            budget.text(text.len())?;
        }
        if let Some(formula) = &cell.formula {
            budget.text(formula.len())?;
        }
        if place.row > LAST.row || place.column > LAST.column {
            return Err(Refusal::TooManyCells);
        }
        self.grid.put(place, cell);
        Ok(())
    }

    /// Merges cells; those of one cell alone and those beyond the sheet are left out.
    pub(crate) fn merge(&mut self, first: Place, last: Place, budget: &mut Budget) -> Result<(), Refusal> {
        let last = Place { row: last.row.min(LAST.row), column: last.column.min(LAST.column) };
        if last.row < first.row || last.column < first.column || first == last {
            return Ok(());
        }
        budget.merged += 1;
        if budget.merged > CELLS {
            return Err(Refusal::TooManyCells);
        }
        self.merged.push(Range { first, last });
        Ok(())
    }

    /// The rows from above with their cells from the left, and the merged cells.
    pub(crate) fn finish(self) -> (Vec<Row>, Vec<Range>) {
        (self.grid.rows(), self.merged)
    }
}

#[cfg(test)]
mod tests {
    use super::{BoundedGrid, Budget};
    use crate::book::{Cell, Place};
    use crate::refusal::Refusal;

    #[test]
    fn cells_in_any_order_come_into_rows() {
        let (mut grid, mut budget) = (BoundedGrid::default(), Budget::default());
        for (row, column, text) in [(3, 2, "d"), (1, 1, "b"), (3, 0, "c"), (1, 1, "late"), (0, 5, "a")] {
            grid.put(Place { row, column }, Cell::text(text), &mut budget).expect("room");
        }
        let (rows, _) = grid.finish();
        let found: Vec<_> = rows
            .iter()
            .flat_map(|row| row.cells.iter().map(|(column, cell)| (row.number, *column, cell.clone())))
            .collect();
        let expected = [(0, 5, "a"), (1, 1, "b"), (3, 0, "c"), (3, 2, "d")];
        assert_eq!(found, expected.map(|(row, column, text)| (row, column, Cell::text(text))));
    }

    #[test]
    fn one_text_in_very_many_cells_is_refused() {
        let (mut grid, mut budget) = (BoundedGrid::default(), Budget::default());
        let long = "字".repeat(10_000_000);
        let put =
            (0..100).try_for_each(|row| grid.put(Place { row, column: 0 }, Cell::text(long.as_str()), &mut budget));
        assert_eq!(put, Err(Refusal::Bomb));
    }
}
