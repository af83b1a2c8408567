//! Building projects and deliverables.

pub mod component;
pub mod editor;
pub mod financing;
mod number;
pub mod view_model;
