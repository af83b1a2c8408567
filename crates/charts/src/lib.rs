//! Drawing: plain view data in, a picture out, on any plotters backend.
//!
//! A picture, such as a [`Figure`] (series over years) or a [`HeatMap`], is first composed into a [`Scene`], a short list of shapes in CSS pixels,
//! together with the [`Geometry`] a page needs for a hover read-out. The scene
//! is then replayed on a backend; that replay is the only place that knows the
//! device pixel ratio. Nothing in here knows the model or the page.

mod axes;
mod columns;
mod compose;
mod contour;
mod figure;
mod geometry;
mod heat_map;
mod histogram;
mod ink;
mod layout;
mod legend;
mod lines;
mod markers;
mod number;
mod page;
mod pattern;
mod plate;
mod plot;
mod progress;
mod references;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
#[cfg(any(test, feature = "samples"))]
pub mod samples_answers;
mod scene;
mod signs;
mod svg;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_answers;
mod text;
mod theme;
mod ticks;
mod tornado;
mod waterfall;
mod whiskers;

pub use figure::{Column, Figure, FigureRow, Mark, Observations, Panel, Part, Reference, Series, Spread};
pub use geometry::{Geometry, PanelBox, Rect};
pub use heat_map::{HeatAxis, HeatGoal, HeatMap};
pub use histogram::{Bin, Histogram, Landmark};
pub use ink::Ink;
pub use number::{Unscaled, plain};
pub use plate::Plate;
pub use progress::{Progress, ProgressRow, Status};
pub use scene::{DrawError, Picture, Scene, draw};
pub use svg::{svg, svg_document};
pub use text::ems_of;
pub use theme::{Color, Theme};
pub use tornado::{Estimate, IndexNames, Tornado, TornadoRow};
pub use waterfall::{Contribution, Stop, Waterfall};
