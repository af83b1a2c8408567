//! Areas and scenarios: read, judged, laid over each other, written.
//!
//! To be read in this order: [`Region`] (an area's file), [`Scenario`] (what a user chose, sparse),
//! [`World`] (a scenario laid over its area, ready for the equations), [`Target`] (what a plan demands),
//! [`Document`] (what files and links hold), [`Fault`] (what can be wrong, in words).
//!
//! ```
//! use voced_model::Quantity;
//! use voced_scenario::Scenario;
//!
//! let text = r#"{ "schema": 1, "region": "laiwu", "layer": "base", "inputs": { "vocational_share": 0.4 } }"#;
//! let world = Scenario::parse(text).and_then(|scenario| scenario.resolve()).map_err(|faults| format!("{faults:?}"))?;
//! let results = world.project();
//! assert!(results.value(Quantity::VocEnrolment, 5) > results.value(Quantity::VocEnrolment, 0));
//! # Ok::<(), String>(())
//! ```

#![deny(missing_docs)]

mod document;
pub mod error;
mod financing;
pub mod json;
mod keyed;
mod level;
mod observed;
mod observed_rows;
mod patch;
pub mod path;
pub mod programme_file;
mod range;
mod reach;
pub mod reader;
pub mod references;
mod region;
mod scenario;
pub mod schema;
pub mod source;
pub mod statements;
pub mod targets;
pub mod world;

pub use document::{Document, Drift, Drifted, MAX_BESIDE, Made, NEWEST_SCHEMA, PINNED};
pub use error::{Fault, MOST_TOLD, Problem, named_input, named_quantity, summed_up};
pub use financing::Financing;
pub use json::Json;
pub use keyed::Keyed;
pub use observed::Observed;
pub use observed_rows::{ComparableObservation, ObservedRow, Period, comparable_observations, observed_rows};
pub use path::{Curve, PathValue};
pub use programme_file::{DeliverablePatch, Named, ProjectPatch, bounds};
pub use range::Range;
pub use reach::Reach;
pub use region::{DataError, NamedText, Overlay, Region};
pub use scenario::{DEFAULT_HORIZON, DEFAULT_SEED, Layer, MAX_NAME, Place, SEEDS, Scenario};
pub use schema::SCHEMA;
pub use source::{Source, Sourced};
pub use targets::{Metric, Op, Status, Target, Verdict};
pub use world::{Level, World};
