//! What there is to say of a workbook that came back: where, and what.

use voced_import::At;
use voced_model::text::Text;
use voced_model::typed::Refusal;
use voced_model::{InputId, Unit};
use voced_scenario::{Fault, Problem};
use voced_tables::Place;

/// Something that is otherwise than it was exported, or that could not be taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The cell, or the first of several beside each other; `None` where it is no matter of a cell.
    pub at: Option<At>,
    /// The last of several cells beside each other.
    pub last: Option<Place>,
    /// What.
    pub what: What,
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The carried scenario is missing, as in workbooks of older versions.
    NotCarried,
    /// The carried scenario is damaged.
    Damaged,
    /// The workbook was made by a later version of the program.
    Newer,
    /// The numbers to change were others when this workbook was made: by which version of the model.
    OtherNumbers {
        /// The version of the model.
        model: String,
    },
    /// The carried scenario is not sound.
    Scenario(Fault),

    /// The formulas were written by another version of the program, so that they were not compared.
    OtherFormulas,
    /// Files of this kind say nothing, or other things, of formulas, so that they were not compared.
    FormulasUnread,
    /// A sheet is missing; whether it held numbers to change.
    SheetMissing {
        /// Its name.
        name: String,
        /// Whether it held numbers to change.
        entries: bool,
    },
    /// A sheet that was not exported.
    SheetAdded {
        /// Its name.
        name: String,
    },
    /// A row is missing, or its id was changed.
    RowMissing {
        /// What the row was about.
        name: String,
        /// Whether it held numbers to change.
        entries: bool,
    },
    /// The id of a row stands more than once.
    RowTwice {
        /// The id.
        name: String,
        /// Whether it held numbers to change.
        entries: bool,
    },
    /// A row with numbers to change stands elsewhere now, and was read there.
    RowMoved {
        /// The id.
        name: String,
        /// Where it stood, counted from 1 as spreadsheets do.
        from: u32,
    },
    /// A column is missing, or its heading was changed.
    ColumnMissing {
        /// Its heading.
        name: String,
        /// Whether it held numbers to change.
        entries: bool,
    },
    /// A formula was changed.
    FormulaChanged,
    /// A formula was replaced by a number or by text.
    FormulaReplaced,
    /// A cell that is there to be read was changed.
    Changed {
        /// What stood there.
        before: String,
        /// What stands there now.
        after: String,
    },
    /// A cell that is there to be read was emptied.
    Emptied {
        /// What stood there.
        before: String,
    },
    /// Something was written where nothing was exported.
    Added,

    /// A formula was typed in; its stored result was taken.
    Formula {
        /// The result.
        value: f64,
        /// Its unit.
        unit: Option<Unit>,
    },
    /// Text that means a number was taken for it; the spreadsheet itself does not compute with it.
    TextTaken {
        /// The text.
        text: String,
        /// The number.
        value: f64,
        /// Its unit.
        unit: Option<Unit>,
    },
    /// A yellow cell was emptied; the number that stood there holds.
    Blank {
        /// The number.
        before: f64,
        /// Its unit.
        unit: Option<Unit>,
    },
    /// Text where a number belongs.
    Text {
        /// The text.
        text: String,
        /// The unit of the number.
        unit: Unit,
        /// Why it is none, and what it may mean.
        refusal: Refusal,
    },
    /// Neither number nor text: a day, or true where no switch is.
    NoNumber,
    /// An error of the spreadsheet's.
    Error {
        /// As the spreadsheet writes it.
        text: String,
    },
    /// A formula without a stored result.
    NoResult,
    /// A number that is not allowed here.
    NotAllowed(Problem),
    /// The goal of a target, which is the plan's and not the scenario's.
    Goal {
        /// The target's id.
        target: String,
    },
    /// Further remarks.
    More {
        /// How many.
        count: usize,
    },
}

impl What {
    /// Whether a number that somebody may have typed in did not come into the scenario.
    pub(crate) fn is_lost(&self) -> bool {
        match self {
            What::SheetMissing { entries, .. }
            | What::RowMissing { entries, .. }
            | What::RowTwice { entries, .. }
            | What::ColumnMissing { entries, .. } => *entries,
            What::Text { .. }
            | What::NoNumber
            | What::Error { .. }
            | What::NoResult
            | What::NotAllowed(_)
            | What::Blank { .. }
            | What::Goal { .. } => true,
            _ => false,
        }
    }
}

impl Remark {
    /// A remark on a cell.
    pub(crate) fn at(at: At, what: What) -> Remark {
        Remark { at: Some(at), last: None, what }
    }

    /// A remark on the whole workbook.
    pub(crate) fn whole(what: What) -> Remark {
        Remark { at: None, last: None, what }
    }

    /// Whether a number that somebody may have typed in did not come into the scenario.
    pub fn is_lost(&self) -> bool {
        self.what.is_lost()
    }
}

/// The most remarks that are told one by one.
const MOST: usize = 100;

/// Remarks for people: what was lost first, equal ones of cells beside each other as one, and no more than anybody reads.
pub(crate) fn in_order(remarks: Vec<Remark>) -> Vec<Remark> {
    let mut joined: Vec<Remark> = Vec::new();
    for remark in remarks {
        match joined.last_mut() {
            Some(before) if is_beside(before, &remark) => before.last = remark.at.map(|at| at.place),
            _ => joined.push(remark),
        }
    }
    joined.sort_by_key(|remark| !remark.is_lost());
    let more = joined.len().saturating_sub(MOST);
    if more > 1 {
        joined.truncate(MOST);
        joined.push(Remark::whole(What::More { count: more }));
    }
    joined
}

/// Whether a remark says the same of the next cell of a row.
fn is_beside(before: &Remark, next: &Remark) -> bool {
    let (Some(first), Some(at)) = (&before.at, &next.at) else { return false };
    let last = before.last.unwrap_or(first.place);
    before.what == next.what
        && first.name == at.name
        && last.row == at.place.row
        && last.column.checked_add(1) == Some(at.place.column)
}

/// A number of the scenario that was changed in the workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The cell.
    pub at: At,
    /// Which number.
    pub number: ScenarioNumber,
    /// What it was.
    pub before: f64,
    /// What it is now.
    pub after: f64,
}

/// A number of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioNumber {
    /// The value of an input.
    Input {
        /// The input.
        input: InputId,
        /// The year; `None` where one number holds for all.
        year: Option<i32>,
    },
    /// A number of a project.
    Project {
        /// The project's id.
        id: String,
        /// Its name.
        name: Text,
        /// The key of the number, as files have it.
        field: &'static str,
    },
    /// A number of a deliverable.
    Deliverable {
        /// The deliverable's id.
        id: String,
        /// Its name.
        name: Text,
        /// The key of the number, as files have it.
        field: &'static str,
    },
}
