//! What of a user's own area is no plain value: levers of its plan, projects, deliverables, targets, observed values.
//! One table says of what fields each consists; one editor changes them all.

pub mod component;
pub mod controls;
pub mod deeds;
pub mod draft;
pub mod editor;
pub mod edits;
pub mod fields;
pub mod item;
pub mod phrases;
pub mod reading;
pub mod rows;
pub mod state;
#[cfg(test)]
mod tests;

pub use component::{ItemSections, ItemSectionsProps};
