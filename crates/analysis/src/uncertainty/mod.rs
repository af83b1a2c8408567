//! How sure a projection is: the equations run over many draws of every uncertain input.
//!
//! A draw takes the level of each uncertain input from a triangular distribution between its low and
//! its high end with the peak at its value, by a Latin hypercube; inputs are independent. A path
//! moves as a whole. Draw `i` of `n` depends on the seed, `i` and `n` alone and is computed with
//! whole numbers, the four operations and square roots, which every machine rounds alike.
//!
//! Where an area has observed values, draws can be weighed by how well they agree with them ([`Weights`]).

mod band;
mod conditioned;
mod draws;
mod histogram;
mod paired;
mod recording;
mod report;
mod sampler;
mod sampling;
mod study;
mod threads;
mod uncertain;

pub use band::{Band, PERCENTS};
pub use conditioned::{LEAST_EFFECTIVE, WeightedChance, Weights};
pub use draws::{Chance, Draws, conditioned_draws, draws};
pub use histogram::Histogram;
pub use paired::{Paired, twin};
pub use sampler::Sampler;
pub use sampling::Sampling;
pub use study::{Conditioned, Question, Study, conditioned_study, study};
pub use threads::on_all_processors;
pub use uncertain::{Uncertain, uncertain};

/// The draws where none are asked for.
pub const DEFAULT_DRAWS: u32 = 1000;

/// The most draws.
pub const MAX_DRAWS: u32 = 1_000_000;
