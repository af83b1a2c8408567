//! Links: handing a scenario on, and what an opened link says of itself first.

pub mod arrival;
pub mod phrases;
pub mod share;
pub mod view_model;
