//! The headline numbers of a year.

pub mod component;
pub mod view_model;
