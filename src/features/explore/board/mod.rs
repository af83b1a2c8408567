//! Targets of the plan, and what is out of line.

pub mod targets;
pub mod view_model;
pub mod warnings;
