//! The state of the page: plain values, one pure reducer, no browser.
//!
//! An event becomes an [`Action`]; [`App::apply`] makes the next [`App`] from it; everything on the
//! page follows from that.

mod action;
mod app;
mod beside;
pub mod embedding;
mod history;
mod plans;
mod settings;
pub mod shelf;

pub use action::{Action, Gesture};
pub use app::{App, ItemKind, Notice, Opening};
pub use beside::{Beside, Move};
pub use embedding::Embedding;
pub use history::History;
pub use plans::{PlansDesk, PlansPart, Scope, Seek};
pub use settings::{ChartId, Screen, Settings, ThemeChoice};
pub use shelf::{Kept, Shelving};
