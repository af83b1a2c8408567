//! What a file is read into: sheets of cells, with what matters for reading numbers and nothing else.

use std::fmt;

/// What kind of file a book was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text: CSV, tabs, pasted.
    Text,
    /// XLSX or XLSM.
    Xlsx,
    /// The binary files of Excel 5 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
    /// The XML of Excel 2003.
    Xml2003,
    /// HTML, whatever it is called.
    Html,
}

/// A file as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// What kind of file it was.
    pub format: Format,
    /// What should be known of the reading.
    pub notes: Vec<crate::Note>,
    /// The sheets in the order of the file, hidden ones included; one for text.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; empty for text.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Whether it is protected against changes; it can be read all the same.
    pub protected: bool,
    /// The rows with anything in them, from above.
    pub rows: Vec<Row>,
    /// Cells that are merged into one; its content is that of the first.
    pub merged: Vec<Range>,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Which, counted from 0.
    pub number: u32,
    /// The cells with anything in them, each with its column counted from 0, from the left.
    pub cells: Vec<(u32, Cell)>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it shows or holds.
    pub content: Content,
    /// Whether its number is shown in percent: 0.3 as 30 %.
    pub percent: Percent,
    /// Its formula as the file has it, without the equals sign; the content is then the stored result.
    pub formula: Option<String>,
}

/// Whether a number is shown in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    /// It is not.
    No,
    /// It is.
    Yes,
    /// The file does not say: text has no formats.
    Unknown,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing, such as a formula without a stored result.
    Blank,
    /// Text as it is written.
    Text(String),
    /// A number.
    Number(f64),
    /// A day: a number that is shown as one.
    Date(Date),
    /// True or false.
    Truth(bool),
    /// What a spreadsheet writes where a formula failed: `#REF!`.
    Error(String),
}

/// A day of the calendar; its time of day is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// Where a cell is, counted from 0; written as spreadsheets name it: `B7`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Its row.
    pub row: u32,
    /// Its column.
    pub column: u32,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The cell above on the left.
    pub first: Place,
    /// The cell below on the right.
    pub last: Place,
}

impl Sheet {
    /// The cell of a place, where there is anything.
    pub fn cell(&self, place: Place) -> Option<&Cell> {
        let row = self.rows.binary_search_by_key(&place.row, |row| row.number).ok()?;
        let cells = &self.rows.get(row)?.cells;
        let cell = cells.binary_search_by_key(&place.column, |(column, _)| *column).ok()?;
        cells.get(cell).map(|(_, cell)| cell)
    }

    /// The cell that a place shows: its own, or the first of the merged ones that cover it.
    pub fn cell_over(&self, place: Place) -> Option<&Cell> {
        let covering = self.merged.iter().find(|range| range.holds(place));
        self.cell(covering.map_or(place, |range| range.first))
    }
}

impl Range {
    /// Whether a place is in it.
    pub fn holds(&self, place: Place) -> bool {
        (self.first.row..=self.last.row).contains(&place.row)
            && (self.first.column..=self.last.column).contains(&place.column)
    }
}

impl Cell {
    /// A cell of text without formats.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { content: Content::Text(text.into()), percent: Percent::Unknown, formula: None }
    }
}

impl Place {
    /// The place of a name such as `B7` or `$B$7`.
    pub fn find(name: &str) -> Option<Place> {
        let name = name.replace('$', "");
        let letters = name.chars().take_while(char::is_ascii_alphabetic).count();
        let (letters, digits) = name.split_at_checked(letters)?;
        if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
            return None;
        }
        let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'@'));
        let row: u32 = digits.parse().ok().filter(|row| *row > 0)?;
        Some(Place { row: row - 1, column: column - 1 })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut left = u64::from(self.column) + 1;
        while left > 0 {
            left -= 1;
            letters.push(char::from(b'A' + (left % 26) as u8));
            left /= 26;
        }
        let column: String = letters.iter().rev().collect();
        write!(f, "{column}{}", u64::from(self.row) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Place, Range, Row, Sheet};

    #[test]
    fn places_have_the_names_of_spreadsheets() {
        for (name, row, column) in
            [("A1", 0, 0), ("B7", 6, 1), ("Z9", 8, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383)]
        {
            assert_eq!(Place::find(name), Some(Place { row, column }), "{name}");
            assert_eq!(Place { row, column }.to_string(), name);
        }
        assert_eq!(Place::find("$C$3"), Some(Place { row: 2, column: 2 }));
        for wrong in ["", "7", "A", "A0", "ABCD1", "A12345678", "甲1", "A1:B2"] {
            assert_eq!(Place::find(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_merged_cell_shows_the_first_one_everywhere() {
        let rows = vec![Row { number: 2, cells: vec![(1, Cell::text("2023年"))] }];
        let merged = vec![Range { first: Place { row: 2, column: 1 }, last: Place { row: 3, column: 4 } }];
        let sheet = Sheet { rows, merged, ..Sheet::default() };
        assert_eq!(sheet.cell(Place { row: 2, column: 1 }), Some(&Cell::text("2023年")));
        assert_eq!(sheet.cell(Place { row: 3, column: 4 }), None);
        assert_eq!(sheet.cell_over(Place { row: 3, column: 4 }), Some(&Cell::text("2023年")));
        assert_eq!(sheet.cell_over(Place { row: 4, column: 4 }), None);
    }
}
