//! An area from sheets as people write them: read, told how each number was understood, and only then taken over.
//!
//! To be read in this order: [`read`] (a book of cells becomes a dry run), [`DryRun`] (what was read, what is faulty,
//! unknown, odd or missing), [`Choices`] (what its reader decided and corrected; reading again is cheap),
//! [`DryRun::area`] (the area file), [`peers`](peers()) (what other areas have), [`template`] (sheets to fill in).

#![deny(missing_docs)]

mod area_file;
mod axes;
mod block;
mod choices;
mod dry_run;
mod fault;
mod gather;
mod grid;
mod heading_unit;
mod json_file;
mod key;
mod label;
mod layout;
mod names;
mod number;
mod odd;
mod peers;
mod read;
mod remark;
mod roles;
mod rows;
mod segments;
mod series;
pub mod template;
mod understood;
mod years;

pub use area_file::{Fill, Missing};
pub use choices::{Choices, Correction};
pub use dry_run::{At, DryRun, Found, Line, Origin, ReadCell, ReadObserved, ReadValue, Skipped, Subject, Unknown, Why};
pub use fault::{CellFault, CellProblem, Reading};
pub use json_file::{JsonFile, is_area_file, read_json};
pub use peers::{Peer, peers};
pub use read::read;
pub use remark::Remark;
pub use understood::amount;
