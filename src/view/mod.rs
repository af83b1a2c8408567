//! View models: what the page shows, as plain values. No browser, no markup.

mod answers;
pub mod board;
pub mod figures;
pub mod headline;
pub mod levers;
pub mod matters;
mod measure;
mod outcome;
pub mod plotted;
pub mod reading;
pub mod solve;
pub mod sparkline;
pub mod sureness;
pub mod why;

pub use outcome::Outcome;
