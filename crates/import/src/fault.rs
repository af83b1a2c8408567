//! What could not be read, and where.

mod wording;

use voced_model::typed;
use voced_model::{Allowed, InputId};

use crate::place::At;
use crate::subject::Subject;

/// One thing that a reader of the dry run has to decide or to correct.
#[derive(Clone, Debug, PartialEq)]
pub struct CellFault {
    /// The cell to correct; nothing where something is missing altogether.
    pub at: Option<At>,
    /// What the number is about, where that is known.
    pub subject: Option<Subject>,
    /// What the table calls it; may be empty.
    pub label: String,
    /// What is written; may be empty.
    pub written: String,
    /// What is wrong with it.
    pub problem: CellProblem,
    /// What it may mean, each as a text that means just that when it takes the place of the cell's. Empty where
    /// nothing can be offered.
    pub readings: Vec<Reading>,
}

/// One of the things a cell may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The number, in the unit of what it is about; nothing where the cell holds a name.
    pub value: Option<f64>,
    /// What to write: `30%`, `3500000元`, or the id of what is meant.
    pub text: String,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum CellProblem {
    /// No number, or one that could mean two things.
    Typed(typed::Refusal),
    /// A scale of its own below a heading with another: `3亿` in a column of 万元.
    TwoScales {
        /// The unit that the table gives.
        unit: String,
    },
    /// Two units for one cell, such as one of its row and one of its column.
    TwoUnits {
        /// The units.
        units: [String; 2],
    },
    /// A scaled unit of the whole table, for something that is counted for each person.
    UnitOfTable {
        /// The unit that the table gives.
        unit: String,
    },
    /// A unit that is none of what the number is about.
    OtherUnit {
        /// The unit that the table gives.
        unit: String,
    },
    /// A number beyond what is allowed.
    NotAllowed {
        /// The number.
        value: f64,
        /// What is.
        allowed: Allowed,
    },
    /// Low, value and high that do not rise.
    RangeAroundValue {
        /// Low.
        low: f64,
        /// The value.
        value: f64,
        /// High.
        high: f64,
    },
    /// What a spreadsheet writes where a formula failed: `#REF!`.
    Error,
    /// A formula without a stored result.
    NoResult,
    /// Text, a date or a truth where a number belongs.
    NoNumber,
    /// A word that is no state of the switch.
    NoState(InputId),
    /// A word that is no level of confidence.
    NoConfidence,
    /// Another value of the same stands elsewhere.
    Twice {
        /// Where the first one stands.
        first: At,
        /// How the first one is written.
        written: String,
    },
    /// A name that several things bear.
    TwoNames(Vec<Subject>),
    /// No base year is given; the years that the sheets name.
    NoBaseYear {
        /// The years, in order; may be empty.
        candidates: Vec<i32>,
    },
    /// What stands for the base year is no year that can be one.
    BadBaseYear,
    /// Two rows that give the base year do not agree.
    TwoBaseYears {
        /// The years.
        years: [i32; 2],
    },
    /// The area has no name.
    NoName,
    /// Numbers of several areas, and nothing that says which is meant.
    WhichArea {
        /// Their names.
        candidates: Vec<String>,
    },
    /// A value of the base year is wanted, and only those of other years are there.
    OtherYears {
        /// The years that are there.
        years: Vec<i32>,
        /// The base year.
        base_year: i32,
    },
    /// A result of an earlier year is 0, which no share of it can be held against.
    ObservedZero,
    /// No name in all the sheets is known.
    NothingKnown,
    /// An end of the range without a value.
    RangeWithoutValue,
    /// No area is named anywhere.
    NoAreas,
    /// An area that stands in the table already.
    SameArea {
        /// Where it stands first.
        first: At,
    },
}
