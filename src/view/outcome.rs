//! Results are part of the state; view models turn them into words and plain values.

pub use crate::state::Outcome;
