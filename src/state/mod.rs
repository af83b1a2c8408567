//! The state of the page: plain values, one pure reducer, no browser.
//!
//! An event becomes an [`Action`]; [`App::apply`] makes the next [`App`] from it; everything on the
//! page follows from that.

mod action;
mod app;
mod history;
mod settings;

pub use action::{Action, Gesture};
pub use app::{App, Notice, Opening};
pub use history::History;
pub use settings::{ChartId, Screen, Settings, ThemeChoice};
