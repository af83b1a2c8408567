//! How sure the results are: draws, ranges, chances.

pub mod component;
pub mod phrases;
pub mod range_fields;
pub mod use_sureness;
pub mod view_model;
