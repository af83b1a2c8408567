//! The page without a network.

pub mod component;
pub mod phrases;
pub mod use_renewal;
