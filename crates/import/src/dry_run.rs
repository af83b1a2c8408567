//! What was read, what was not, and what is odd: nothing of it is in force before it is accepted.

use voced_model::inputs::Confidence;
use voced_model::text::Text;
use voced_model::{InputId, Quantity};
use voced_scenario::PathValue;
use voced_tables::{Note, Place};

use crate::fault::CellFault;
use crate::place::At;
use crate::remark::Remark;
use crate::subject::Subject;

/// Where the area's name or its base year was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// A row of a sheet that names it.
    Row(At),
    /// The title of a sheet.
    Title(At),
    /// The reader of the dry run.
    Chosen,
}

/// A fact with its origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// What.
    pub value: T,
    /// Where.
    pub origin: Origin,
}

/// A number as it was read from a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadCell {
    /// Where.
    pub at: At,
    /// As it is written, with the unit that the table gives it: `350 万元`.
    pub written: String,
    /// The year it is of, where the table says so.
    pub year: Option<i32>,
    /// The number, in the unit of what it is about: shares from 0 to 1, money in yuan.
    pub value: f64,
}

/// An input as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadValue {
    /// Which.
    pub input: InputId,
    /// What the table calls it.
    pub label: String,
    /// The cells that gave its value, a year each for a path, in the order of the years.
    pub cells: Vec<ReadCell>,
    /// Its value.
    pub value: PathValue,
    /// The least value thought possible.
    pub low: Option<f64>,
    /// The largest value thought possible.
    pub high: Option<f64>,
    /// Where it comes from, as the table says; may be empty.
    pub source: String,
    /// How sure it is, where the table says so.
    pub confidence: Option<Confidence>,
    /// What is odd about it.
    pub remarks: Vec<Remark>,
}

/// A result of an earlier year as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadObserved {
    /// Which.
    pub quantity: Quantity,
    /// What the table calls it.
    pub label: String,
    /// The year.
    pub year: i32,
    /// The number and its place.
    pub cell: ReadCell,
    /// Which schools or persons it covers; says that the table does not say.
    pub scope: Text,
    /// Where it comes from, as the table says; may be empty.
    pub source: String,
    /// How sure it is; medium where the table says nothing.
    pub confidence: Confidence,
    /// What is odd about it.
    pub remarks: Vec<Remark>,
}

/// Whether something unknown or left out is a row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A row.
    Row,
    /// A column.
    Column,
}

/// A row or column of numbers whose name says nothing to the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// Row or column.
    pub line: Line,
    /// Where its name stands.
    pub at: At,
    /// Its name as written.
    pub label: String,
    /// Known names like it, the nearest first; may be empty. Each as it may be written in place of the name.
    pub nearest: Vec<Subject>,
}

/// Why something was left out on purpose.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// A title or a heading of a part.
    Title,
    /// A note below or beside a table.
    Note,
    /// A row or column of totals.
    Total,
    /// Numbers of other schools: kindergartens, primary schools, universities.
    OtherSchools,
    /// Numbers of another area, of which the table has several.
    OtherArea,
    /// A hidden sheet.
    Hidden,
    /// The example of our template.
    Example,
    /// A sheet without any name that is known.
    NoKnownName,
    /// A sheet without anything in it.
    Empty,
}

/// Something that was left out on purpose.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    /// Which sheet, counted from 0.
    pub sheet: usize,
    /// The sheet's name.
    pub name: String,
    /// Which cell it begins with; nothing for a whole sheet.
    pub place: Option<Place>,
    /// What it says, in short.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// What comes of reading a book.
#[derive(Clone, Debug, PartialEq)]
pub struct DryRun {
    /// The area's name.
    pub name: Option<Found<String>>,
    /// The base year.
    pub base_year: Option<Found<i32>>,
    /// The inputs that were read, in the order of the table of inputs.
    pub values: Vec<ReadValue>,
    /// The results of earlier years that were read, by quantity and year.
    pub observed: Vec<ReadObserved>,
    /// What could not be read, or could mean two things, in the order of the sheets. Nothing is accepted while
    /// there is any.
    pub faults: Vec<CellFault>,
    /// Rows and columns whose names say nothing to the program: the first of them.
    pub unknown: Vec<Unknown>,
    /// How many more there are.
    pub unknown_more: usize,
    /// What was left out on purpose.
    pub skipped: Vec<Skipped>,
    /// The inputs without a value, in the order of the table.
    pub missing: Vec<InputId>,
    /// What the reader of the bytes has to say.
    pub notes: Vec<Note>,
}

impl DryRun {
    /// The value of an input.
    pub fn value(&self, input: InputId) -> Option<&ReadValue> {
        self.values.iter().find(|value| value.input == input)
    }

    /// Whether it can become an area: nothing is faulty, and there is something.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && !(self.values.is_empty() && self.observed.is_empty())
    }
}
