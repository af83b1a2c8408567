//! What is to be brought into view.

use voced_analysis::warnings::Lever;

/// Something on the page that is to be shown and focused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevealTarget {
    /// A lever, or the list of projects or of deliverables.
    Lever(Lever),
    /// One project or deliverable, by the list it stands in and its id.
    Item(Lever, String),
    /// A statement of a plan, by its id.
    Statement(String),
    /// A target on the board, by its id.
    Target(String),
    /// The choice of the last projected year.
    Horizon,
}

impl RevealTarget {
    /// The lever, or the list where a project or deliverable stands.
    pub fn lever(&self) -> Option<Lever> {
        match self {
            RevealTarget::Lever(lever) | RevealTarget::Item(lever, _) => Some(*lever),
            _ => None,
        }
    }

    /// The id of the project or deliverable.
    pub fn item(&self) -> Option<&str> {
        match self {
            RevealTarget::Item(_, id) => Some(id),
            _ => None,
        }
    }
}
