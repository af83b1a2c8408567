//! How a number was computed, and where an input comes from.

pub mod derivation;
pub mod phrases;
pub mod provenance;
