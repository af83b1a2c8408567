//! Many areas under one scenario: each area's results, and one result for all of them.
//!
//! [`Set`] holds the areas and answers a [`Question`]; [`Totals`] adds projections as each quantity adds
//! ([`voced_model::Adds`]): sums, ratios of sums, or not at all. [`Goal`] is asked of every area alike. [`Batch`] gives
//! rows of results, for files of any size.
//!
//! ```
//! use voced_analysis::many::{Question, Set};
//! use voced_model::Quantity;
//! use voced_scenario::{AreaRef, Changes, Layer, Scenario};
//!
//! let areas = ["laiwu", "dezhou"].map(|id| AreaRef::shipped(id).expect("ships"));
//! let text = r#"{ "schema": 1, "region": "laiwu", "layer": "base", "inputs": { "vocational_share": 0.4 } }"#;
//! let scenario = Scenario::parse(text).expect("sound");
//! let question = Question {
//!     columns: vec![Quantity::VocEnrolment, Quantity::StudentsPerTeacher],
//!     line: Quantity::VocEnrolment,
//!     year: 2025,
//!     against: Layer::Base,
//!     goals: Vec::new(),
//! };
//! let answer = Set::new(areas.to_vec()).answer(&scenario, Changes::Absolute, &question);
//! let students = answer.after.total(Quantity::VocEnrolment, 2025).value;
//! let of_rows: f64 = answer.rows.iter().flatten().flat_map(|row| row.after[0]).sum();
//! assert_eq!(students, Some(of_rows));
//! ```

mod batch;
mod goal;
mod set;
mod totals;

pub use batch::{AreaRows, Batch, BatchRow};
pub use goal::{Goal, STANDARDS};
pub use set::{Answer, Question, Row, Set, Tally};
pub use totals::{Total, Totals};
