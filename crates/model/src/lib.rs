//! The model behind 职教推演: what a change of policy does to the students, staff and money of an area's
//! upper-secondary vocational schools.
//!
//! Pure and deterministic: no web, no clock, no files, no global state. To be read in this order: [`inputs`]
//! (the table of inputs, one row each), [`Quantity`] (the results, one row each), [`equations`] (the equations, one
//! mechanism a file, written once over [`Scalar`]), [`format`](mod@format) (numbers as people read them) and [`typed`] (numbers as
//! people type them).
//!
//! ```
//! use voced_model::{InputId, Lang};
//!
//! let share = InputId::find("vocational_share").expect("a row of the table");
//! assert_eq!(share.spec().name.get(Lang::En), "Vocational share of intake");
//! assert!(share.spec().allowed().refuses(1.2).is_some());
//! ```

#![deny(missing_docs)]

mod allowed;
pub mod course;
pub mod equations;
pub mod format;
pub mod inputs;
pub mod lanes;
mod parts;
pub mod programme;
mod quantities;
pub mod scalar;
mod spans;
pub mod tape;
pub mod text;
pub mod typed;
pub mod units;
mod wire;

pub use allowed::{Allowed, Refused, plain};
pub use course::Course;
pub use equations::{MODEL_VERSION, ModelInputs, Projection};
pub use inputs::{InputId, MAX_HORIZON, MAX_YEARS};
pub use lanes::{Lanes, WIDTH, Wide};
pub use parts::Part;
pub use programme::{Deliverable, Project, Schedule};
pub use quantities::{Adds, Kind, Quantity, QuantitySpec, Topic};
pub use scalar::{Compare, Scalar};
pub use spans::spans;
pub use text::{Lang, Text, Words, is_unseen, one_line};
pub use units::{Style, Unit};
