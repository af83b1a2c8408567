//! The brief: two pages of A4.

pub mod component;
pub mod phrases;
pub mod view_model;
