//! Scenarios compared side by side.

pub mod attribution;
pub mod columns;
pub mod component;
pub mod differing;
pub mod levers;
pub mod numbers;
pub mod phrases;
pub mod props;
pub mod view_model;
