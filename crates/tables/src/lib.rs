//! Stub.
use std::fmt;
use voced_model::Lang;

#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    pub format: Format,
    pub notes: Vec<Note>,
    pub sheets: Vec<Sheet>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Xlsx,
    Xls,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Note;
impl Note {
    pub fn words(&self, _l: Lang) -> String {
        String::new()
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal;
impl Refusal {
    pub fn words(&self, _l: Lang) -> String {
        String::new()
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    pub protected: bool,
    pub rows: Vec<Row>,
    pub merged: Vec<(Place, Place)>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub number: u32,
    pub cells: Vec<(u32, Cell)>,
}
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub content: Content,
    pub percent: Percent,
    pub formula: bool,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    No,
    Yes,
    Unknown,
}
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Blank,
    Text(String),
    Number(f64),
    Date(Date),
    Truth(bool),
    Error(String),
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub row: u32,
    pub column: u32,
}
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}C{}", self.row, self.column)
    }
}

/// Stub.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal)?;
    Ok(read_text(text))
}

/// Stub.
pub fn read_text(text: &str) -> Book {
    let rows = text.trim_start_matches('\u{feff}').lines().enumerate().map(|(n, line)| Row {
        number: n as u32,
        cells: line
            .split(',')
            .enumerate()
            .filter(|(_, t)| !t.is_empty())
            .map(|(c, t)| {
                (
                    c as u32,
                    Cell {
                        content: Content::Text(t.trim_matches('"').to_owned()),
                        percent: Percent::No,
                        formula: false,
                    },
                )
            })
            .collect(),
    });
    Book {
        format: Format::Text,
        notes: vec![],
        sheets: vec![Sheet {
            name: String::new(),
            hidden: false,
            protected: false,
            rows: rows.collect(),
            merged: vec![],
        }],
    }
}
