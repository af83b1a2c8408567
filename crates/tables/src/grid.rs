//! Cells on their way into the rows of a sheet.

use crate::book::{Cell, Place, Row};

/// Rows that grow cell by cell.
#[derive(Default)]
pub(crate) struct Grid {
    rows: Vec<Row>,
    is_mixed: bool,
}

impl Grid {
    /// One cell more.
    pub(crate) fn put(&mut self, place: Place, cell: Cell) {
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
    }

    /// The rows in their order; of two cells in the same place the first.
    pub(crate) fn rows(mut self) -> Vec<Row> {
        if self.is_mixed {
            self.rows.sort_by_key(|row| row.number);
            self.rows.dedup_by(|row, before| {
                let is_same = row.number == before.number;
                if is_same {
                    before.cells.append(&mut row.cells);
                }
                is_same
            });
            for row in &mut self.rows {
                row.cells.sort_by_key(|(column, _)| *column);
                row.cells.dedup_by_key(|(column, _)| *column);
            }
        }
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::Grid;
    use crate::book::{Cell, Place, Row};

    #[test]
    fn cells_in_any_order_become_rows_in_theirs() {
        let mut grid = Grid::default();
        for (row, column, text) in [(3, 1, "d"), (1, 2, "b"), (1, 0, "a"), (3, 0, "c"), (1, 2, "late")] {
            grid.put(Place { row, column }, Cell::text(text));
        }
        let first = vec![(0, Cell::text("a")), (2, Cell::text("b"))];
        let second = vec![(0, Cell::text("c")), (1, Cell::text("d"))];
        assert_eq!(grid.rows(), [Row { number: 1, cells: first }, Row { number: 3, cells: second }]);
    }
}
