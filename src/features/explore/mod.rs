//! Explore: levers move, and numbers, charts, targets and warnings follow.

pub mod answer;
pub mod board;
pub mod charts;
pub mod headline;
pub mod levers;
pub mod pays;
pub mod phrases;
pub mod programmes;
