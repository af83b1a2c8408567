//! The state of the page: plain values, one pure reducer, no browser.
//!
//! An event becomes an [`Action`]; [`App::apply`] makes the next [`App`] from it; everything on the
//! page follows from that.

mod action;
mod area_set;
mod change;
mod comparison;
pub mod embedding;
mod entry;
mod history;
mod library;
mod outcome;
mod plans;
mod reveal;
pub mod saved;
mod session;
mod settings;
mod state;
mod ui;

pub use action::{Action, Gesture};
pub use area_set::{AreaSet, Member};
pub use change::{PlansChange, QuestionChange, SettingsChange, toggle};
pub use comparison::{Comparison, ComparisonEdit};
pub use embedding::Embedding;
pub use entry::DocumentSource;
pub use history::History;
pub use library::Library;
pub use outcome::Outcome;
pub use plans::{PlansFilter, PlansPart, Scope};
pub use reveal::RevealTarget;
pub use saved::{AfterSaving, LibraryAction, SavedScenario};
pub use session::Session;
pub use settings::{ChartId, Screen, Settings, ThemeChoice};
pub use state::{App, ItemKind, Notice, Opening};
pub use ui::Ui;
