//! The model behind 职教推演: what a change of policy does to the students, staff and money of an
//! area's upper-secondary vocational schools.
//!
//! Pure and deterministic: no web, no clock, no files, no global state. The equations are in
//! [`model`], written once over [`Scalar`].

#![deny(missing_docs)]

pub mod attribution;
pub mod calibration;
mod course;
mod document;
mod error;
pub mod explain;
mod expr;
mod financing;
pub mod format;
pub mod inputs;
mod json;
mod keyed;
mod lanes;
mod level;
pub mod model;
mod observed;
mod parts;
mod patch;
mod path;
mod programme;
mod programme_file;
mod quantities;
mod random;
mod range;
mod reach;
mod reader;
pub mod references;
mod region;
mod report;
mod scalar;
mod scenario;
mod schema;
pub mod sensitivity;
pub mod solve;
mod source;
mod spans;
pub mod statements;
mod targets;
mod text;
mod travel;
pub mod typed;
pub mod uncertainty;
mod units;
pub mod warnings;
mod world;

pub use course::Course;
pub use document::{Document, Drift, Drifted, MAX_BESIDE, Made, NEWEST_SCHEMA, PINNED};
pub use error::{Allowed, Fault, MOST_TOLD, Problem, summed_up};
pub use financing::Financing;
pub use inputs::{InputId, MAX_HORIZON, MAX_YEARS};
pub use json::Json;
pub use keyed::Keyed;
pub use lanes::{Lanes, WIDTH, Wide};
pub use model::{Case, MODEL_VERSION, Projection};
pub use observed::Observed;
pub use parts::Part;
pub use path::{Curve, PathValue};
pub use programme::{Deliverable, Project, Schedule};
pub use programme_file::{DeliverablePatch, Named, ProjectPatch, bounds};
pub use quantities::{Kind, Quantity, QuantitySpec, Topic};
pub use range::Range;
pub use reach::Reach;
pub use region::{DataError, NamedText, Overlay, Region};
pub use report::Sheet;
pub use scalar::{Compare, Scalar};
pub use scenario::{DEFAULT_HORIZON, DEFAULT_SEED, Layer, MAX_NAME, Place, SEEDS, Scenario};
pub use schema::SCHEMA;
pub use source::{Source, Sourced};
pub use spans::spans;
pub use targets::{Metric, Op, Status, Target, Verdict};
pub use text::{Lang, Text, Words, is_unseen, one_line};
pub use units::{Style, Unit};
pub use world::{Level, World};
