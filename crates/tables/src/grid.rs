//! Cells as a file brings them, in whatever order, put into rows.

use crate::book::{Cell, Content, Place, Range, Row};
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
pub(crate) struct Grid {
    rows: Vec<Row>,
    merged: Vec<Range>,
    is_mixed: bool,
}

impl Budget {
    /// Some text more. A file may name one long text in a million cells, and be small itself.
    pub(crate) fn text(&mut self, length: usize) -> Result<(), Refusal> {
        self.text = self.text.saturating_add(length);
        if self.text > UNPACKED { Err(Refusal::Bomb) } else { Ok(()) }
    }
}

impl Grid {
    /// Puts a cell into its place; the one that was there goes.
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
        match self.rows.last_mut() {
            Some(row) if row.number == place.row => {
                self.is_mixed |= row.cells.last().is_some_and(|(column, _)| *column >= place.column);
                row.cells.push((place.column, cell));
            }
            last => {
                self.is_mixed |= last.is_some_and(|row| row.number > place.row);
                self.rows.push(Row { number: place.row, cells: vec![(place.column, cell)] });
            }
        }
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
        if !self.is_mixed {
            return (self.rows, self.merged);
        }
        let mut mixed = self.rows;
        mixed.sort_by_key(|row| row.number);
        let mut rows: Vec<Row> = Vec::new();
        for row in mixed {
            match rows.last_mut() {
                Some(last) if last.number == row.number => last.cells.extend(row.cells),
                _ => rows.push(row),
            }
        }
        for row in &mut rows {
            // Of several cells in one place the last one stays: sorting keeps their order, and the last come first here.
            row.cells.reverse();
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by_key(|(column, _)| *column);
        }
        (rows, self.merged)
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Grid};
    use crate::book::{Cell, Place};
    use crate::refusal::Refusal;

    #[test]
    fn cells_in_any_order_come_into_rows() {
        let (mut grid, mut budget) = (Grid::default(), Budget::default());
        for (row, column, text) in [(3, 2, "d"), (1, 1, "old"), (3, 0, "c"), (1, 1, "b"), (0, 5, "a")] {
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
        let (mut grid, mut budget) = (Grid::default(), Budget::default());
        let long = "字".repeat(10_000_000);
        let put =
            (0..100).try_for_each(|row| grid.put(Place { row, column: 0 }, Cell::text(long.as_str()), &mut budget));
        assert_eq!(put, Err(Refusal::Bomb));
    }
}
