//! What was published of an area's results, beside what is projected; bands that have seen it; and levers fitted to it.

pub mod component;
mod fitting;
pub mod phrases;
pub mod switch;
pub mod view_model;

use voced_scenario::observed_rows;

use crate::app::Outcome;

/// Whether something was observed that draws can be held against.
pub fn can_be_weighed(outcome: &Outcome) -> bool {
    observed_rows(outcome.resolved(), outcome.projection()).iter().any(|row| row.modelled.is_some())
}
