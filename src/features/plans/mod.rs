//! The statements of the plans, and what they became in the model.

pub mod component;
pub mod phrases;
pub mod to_statement;
pub mod view_model;
