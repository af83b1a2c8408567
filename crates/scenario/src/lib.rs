//! Areas and scenarios: read, judged, laid over each other, written.
//!
//! To be read in this order: [`Area`] (an area's file), [`Scenario`] (what a user chose, sparse),
//! [`ResolvedScenario`] (a scenario laid over its area, ready for the equations), [`Target`] (what a plan demands),
//! [`Document`] (what files and links hold), [`Fault`] (what can be wrong, in words).
//!
//! ```
//! use voced_model::Quantity;
//! use voced_scenario::Scenario;
//!
//! let text = r#"{ "schema": 1, "region": "laiwu", "layer": "base", "inputs": { "vocational_share": 0.4 } }"#;
//! let resolved = Scenario::parse(text).and_then(|scenario| scenario.resolve()).map_err(|faults| format!("{faults:?}"))?;
//! let results = resolved.project();
//! assert!(results.value(Quantity::VocEnrolment, 5) > results.value(Quantity::VocEnrolment, 0));
//! # Ok::<(), String>(())
//! ```

#![deny(missing_docs)]

mod area;
mod area_file;
mod data_file;
mod document;
pub mod error;
mod financing;
pub mod json;
mod level;
mod observed;
mod observed_rows;
mod ownership;
mod patch;
pub mod path;
mod programme_file;
pub mod programmes;
mod project_money;
mod range;
pub mod reader;
mod recorded;
pub mod references;
pub mod resolved;
mod scenario;
pub mod schema;
mod shipped;
mod slider_range;
pub mod source;
pub mod statements;
pub mod targets;
mod text_fields;
mod transfer;

pub use area::{Area, Overlay};
pub use area_file::AreaEdit;
pub use data_file::{DataError, NamedText};
pub use document::{Document, Drift, Drifted, MAX_COMPARED, NEWEST_SCHEMA, ResultSnapshot, SNAPSHOT_QUANTITIES};
pub use error::{Fault, MOST_TOLD, Problem, Reasons, named_input, named_quantity, summed_up};
pub use financing::Financing;
pub use json::Json;
pub use litemap::LiteMap;
pub use observed::Observed;
pub use observed_rows::{ComparableObservation, ObservedRow, Period, comparable_observations, observed_rows};
pub use ownership::{Ownership, OwnershipCount, describing};
pub use path::{Curve, PathValue};
pub use programmes::{DeliverablePatch, Named, ProjectPatch, bounds};
pub use range::Range;
pub use resolved::{ResolvedScenario, ValueOrigin};
pub use scenario::{AreaRef, DEFAULT_HORIZON, DEFAULT_SEED, Layer, MAX_NAME, SEEDS, Scenario};
pub use schema::SCHEMA;
pub use slider_range::SliderRange;
pub use source::{Source, Sourced};
pub use targets::{Metric, Op, Status, Target, Verdict};
pub use transfer::{Changes, TransferNote, Transferred};
