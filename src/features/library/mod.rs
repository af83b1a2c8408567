//! Saved scenarios, bookmarks and the undo history.

pub mod changes;
pub mod component;
pub mod phrases;
pub mod view_model;
