//! The state of the page: plain values, one pure reducer, no browser.
//!
//! An event becomes an [`Action`]; [`App::apply`] makes the next [`App`] from it; everything on the
//! page follows from that.

mod action;
mod app;
mod beside;
mod change;
pub mod embedding;
mod entry;
mod history;
mod library;
mod outcome;
mod plans;
mod session;
mod settings;
pub mod shelf;
mod ui;

pub use action::{Action, Gesture};
pub use app::{App, ItemKind, Notice, Opening};
pub use beside::{Beside, Move};
pub use change::{PlansChange, QuestionChange, SettingsChange};
pub use embedding::Embedding;
pub use entry::DocumentSource;
pub use history::History;
pub use library::Library;
pub use outcome::Outcome;
pub use plans::{PlansDesk, PlansPart, Scope, Seek};
pub use session::Session;
pub use settings::{ChartId, Screen, Settings, ThemeChoice};
pub use shelf::{Kept, Shelving};
pub use ui::Ui;
