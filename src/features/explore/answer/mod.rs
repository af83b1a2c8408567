//! The answer in one sentence: what differs from the comparison, what it costs and who pays, what is missing.

pub mod component;
pub mod view_model;
