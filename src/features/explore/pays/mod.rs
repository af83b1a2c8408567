//! Who pays for the extra spending: in a line of text, and by year, payer and use.

pub mod component;
pub mod detail;
pub mod view_model;
