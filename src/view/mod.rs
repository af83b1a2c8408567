//! View models: what the page shows, as plain values. No browser, no markup.

pub mod about;
pub mod answers;
pub mod arrival;
pub mod beside;
pub mod board;
pub mod brief;
pub mod differing;
pub mod embed_code;
pub mod figures;
pub mod financing;
pub mod headline;
pub mod levers;
pub mod matters;
mod measure;
mod outcome;
pub mod plans;
pub mod plotted;
pub mod programmes;
pub mod reading;
pub mod shelf;
pub mod solve;
pub mod sparkline;
pub mod steps;
pub mod sureness;
pub mod telling;
pub mod typing;
pub mod why;
#[cfg(test)]
mod written;

pub use outcome::Outcome;
