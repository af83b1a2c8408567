//! An area from sheets as people write them: read, told how each number was understood, and only then taken over.
//!
//! To be read in this order: [`read`] (a book of cells becomes a dry run), [`DryRun`] (what was read, what is faulty,
//! unknown, odd or missing), [`Choices`] (what its reader decided and corrected; reading again is cheap),
//! [`DryRun::area`] (the area file), [`peers`](peers()) (what other areas have), [`template`] (sheets to fill in).
//!
//! ```
//! use voced_import::{Choices, Fill, read};
//! use voced_model::Lang;
//!
//! let table = "2023年某县教育事业统计表\n单位：人、万元\n指标,2022年,2023年\n初中毕业生数,5100,5200\n教育支出,95000,98000\n";
//! let book = voced_tables::read_text(table).expect("cells");
//! let run = read(&book, &Choices::default());
//! assert_eq!(run.faults[0].message(Lang::En), "no base year is given; years in the sheets: 2022, 2023");
//!
//! let run = read(&book, &Choices { base_year: Some(2023), ..Choices::default() });
//! assert_eq!(run.values[1].understood(Lang::En), "98000 万元 → 980,000,000 yuan a year");
//! let area = run.area("county", &Fill::default()).expect("an area file");
//! # assert!(area.get("base").is_some());
//! ```

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
mod place;
mod read;
mod remark;
mod roles;
mod rows;
mod segments;
mod series;
mod set;
mod set_areas;
mod subject;
pub mod template;
mod understood;
mod years;

pub use area_file::{Fill, Missing};
pub use choices::{Choices, Correction};
pub use dry_run::{DryRun, Found, Line, Origin, ReadCell, ReadObserved, ReadValue, Skipped, Unknown, Why};
pub use fault::{CellFault, CellProblem, Reading};
pub use json_file::{JsonFile, is_area_file, read_json};
pub use peers::{Peer, peers};
pub use place::At;
pub use read::read;
pub use remark::Remark;
pub use set::{SetRow, SetRun, read_set};
pub use set_areas::{Made, RowFault};
pub use subject::Subject;
pub use understood::amount;
