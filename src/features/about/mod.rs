//! What this page is and is not.

pub mod component;
pub mod phrases;
pub mod view_model;
