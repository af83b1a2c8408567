//! Many areas under one lever: the counties of a province.

pub mod bring;
pub mod component;
mod distribution;
mod goals;
mod levers;
mod peers;
pub mod phrases;
pub mod sheet;
mod shown;
mod table;
mod totals;
pub mod view_model;
