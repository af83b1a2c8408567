//! The reading of the equations that is computed again and again with some numbers different: recorded once, with
//! what stays the same computed on the way, and run over blocks of draws.
//!
//! ```text
//! equations over Recorded ── Tape: operations, equal ones once ── Program: what was asked for ── Machine: a block of draws
//! ```
//!
//! Every operation that is left is done as on one number, in the same order, so that a draw equals the everyday run to
//! the bit.
//!
//! ```
//! use voced_model::tape::{Feed, Machine, Program, Recorded, Tape};
//! use voced_model::{Lanes, Scalar, Wide};
//!
//! let tape = Tape::default();
//! let level = tape.level(0);
//! let asked = [level * level - Recorded::constant(2.0).growth(1), Recorded::constant(1.0).growth(2)];
//! let program = Program::of(&tape, &asked);
//! assert_eq!((program.len(), program.known(0), program.known(1)), (2, None, Some(4.0)));
//!
//! struct Squares(Vec<Wide>);
//! impl Feed for Squares {
//!     fn level(&mut self, _: usize, block: &mut [Wide]) {
//!         block.fill(Lanes::splat(5.0));
//!     }
//!     fn keep(&mut self, _: usize, block: &[Wide]) {
//!         self.0.extend(block);
//!     }
//! }
//! let mut squares = Squares(Vec::new());
//! Machine::new(program).run(8, &mut squares);
//! assert_eq!(squares.0, [Lanes::splat(22.0)]);
//! ```

mod machine;
mod node;
mod program;
mod recorded;

pub use machine::{BLOCK, Feed, Machine};
pub use node::Tape;
pub use program::Program;
pub use recorded::Recorded;

#[cfg(test)]
mod tests;
