//! What is asked of a scenario beyond its results, each a function of a resolved scenario.
//!
//! [`uncertainty`] (how sure), [`sensitivity`] (what matters), [`attribution`] (what moved a result), [`solve`]
//! (what it would take), [`many`] (many areas at once), [`calibration`] (inputs fitted to what was observed),
//! [`explain`] (a number opened into its formula), [`money`] (who pays), [`warnings`].
//!
//! ```
//! use voced_analysis::sensitivity;
//! use voced_model::Quantity;
//! use voced_scenario::Scenario;
//!
//! let text = r#"{ "schema": 1, "region": "laiwu", "layer": "plan" }"#;
//! let resolved = Scenario::parse(text).and_then(|scenario| scenario.resolve()).map_err(|faults| format!("{faults:?}"))?;
//! let swings = sensitivity::swings(&resolved, Quantity::VocEnrolment, 5);
//! assert!(!swings.is_empty(), "something is uncertain");
//! # Ok::<(), String>(())
//! ```

#![deny(missing_docs)]

pub mod attribution;
pub mod calibration;
pub mod explain;
mod expr;
pub mod many;
pub mod money;
mod random;
pub mod report;
pub mod sensitivity;
pub mod solve;
pub mod uncertainty;
pub mod warnings;

pub use report::TextTable;
