//! View models: what the page shows, as plain values. No browser, no markup.

mod answers;
pub mod board;
pub mod figures;
pub mod headline;
pub mod levers;
mod outcome;
pub mod plotted;
pub mod reading;
pub mod sparkline;

pub use outcome::Outcome;
