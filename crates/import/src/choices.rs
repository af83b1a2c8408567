//! What the reader of a dry run has decided so far.

use voced_tables::Place;

/// What a file does not say, or says wrongly, as its reader has it. Reading again with other choices is cheap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The base year, where no row of the sheets gives it, or in place of the one that does.
    pub base_year: Option<i32>,
    /// The area's name; of several areas in one table, the one to read.
    pub name: Option<String>,
    /// Cells as they were corrected; of two for one cell the later counts.
    pub corrections: Vec<Correction>,
}

/// A cell as it was corrected in the dry run.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Which sheet, counted from 0, hidden ones included.
    pub sheet: usize,
    /// Which cell.
    pub place: Place,
    /// The text in place of the cell's own; empty leaves the cell out. A number with a unit or a scale of its own
    /// (`350 万元`) is taken as it stands, whatever unit the heading names.
    pub text: String,
}

impl Choices {
    /// What stands in place of a cell, if anything.
    pub(crate) fn corrected(&self, sheet: usize, place: Place) -> Option<&str> {
        let mut latest = self.corrections.iter().rev();
        latest.find(|correction| correction.sheet == sheet && correction.place == place).map(|found| &*found.text)
    }
}
