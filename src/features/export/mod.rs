//! What can be taken away from the page: tables as CSV, pictures as PNG and SVG, the workbook.
//!
//! Nothing here is computed until it is asked for. The tables are plain values, tested natively; only
//! the painting of a PNG needs a browser.

pub mod comparison;
pub mod component;
pub mod naming;
pub mod phrases;
mod pictures;
mod plots;
mod png;
pub mod saving;
mod sheet;
pub mod tables;
#[cfg(test)]
mod tests;

#[cfg(target_arch = "wasm32")]
pub use pictures::png;
pub use pictures::{plate, svg};
pub use plots::of_plot;
pub use png::{DOTS_PER_INCH, PIXELS, with_resolution};
pub use sheet::{ExportTable, TableCell, heading, unit_words};

use super::uncertainty::view_model::Sureness;
use crate::app::Outcome;

/// A table of the first screen, with what it is made of.
pub enum Table {
    /// The headline of a year, against a reference, and how sure it is.
    Headline(Outcome, Outcome, Option<Sureness>, i32),
    /// The targets, and how likely they are met.
    Targets(Outcome, Option<Sureness>),
    /// What is out of line.
    Warnings(Outcome),
}

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A picture in pixels.
    Png,
    /// A picture in lines.
    Svg,
    /// A table.
    Csv,
    /// A workbook.
    Xlsx,
    /// A scenario.
    Json,
}

impl Format {
    /// The ending of the name.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Png => "png",
            Format::Svg => "svg",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
        }
    }

    /// What the browser calls it.
    pub const fn mime(self) -> &'static str {
        match self {
            Format::Png => "image/png",
            Format::Svg => "image/svg+xml",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Json => "application/json",
        }
    }
}
