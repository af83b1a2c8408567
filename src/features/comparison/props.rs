//! What the screen is given.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Comparison, Library, Outcome, Settings};
use crate::ui::Send;

/// Properties of [`super::component::CompareScreen`].
#[derive(Properties, PartialEq)]
pub struct CompareScreenProps {
    /// The scenario at present.
    pub outcome: Outcome,
    /// What stands beside it.
    pub comparison: Comparison,
    /// What is kept, and could.
    pub library: Rc<Library>,
    /// The year in question.
    pub year: i32,
    /// The reader's settings: the result in question.
    pub settings: Settings,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// Where actions go.
    pub send: Send,
}
