//! What moved a result: what each difference between two scenarios contributes.

pub mod component;
pub mod phrases;
pub mod view_model;
