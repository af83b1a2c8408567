//! An own area from a table that is brought: read, looked at, corrected, and only then taken over.

pub mod component;
mod decided;
pub(crate) mod faults;
pub(crate) mod missing;
pub(crate) mod sources;
mod tables;
pub(crate) mod use_bringing;

pub(crate) use self::decided::{Brought, Decided, Shared};
use self::use_bringing::was_begun;

use std::rc::Rc;

use voced_model::Lang;
use yew::prelude::*;

use crate::app::SavedScenario;
use crate::browser::parts::Part;
use crate::lazy;
use crate::phrases;
use crate::ui::Send;
use crate::ui::lazy_part::{arriving, use_part};
use crate::ui::unfinished::Unfinished;
use crate::ui::use_opening::{Opening, use_opening};

/// Properties of [`FromTable`](component::FromTable) and of [`FromTableSection`].
#[derive(Clone, Properties, PartialEq)]
pub struct FromTableProps {
    /// The kept areas: a new one gets a name of its own.
    pub kept: Vec<Rc<SavedScenario>>,
    /// Opens the form of an entry.
    pub edit: Callback<Option<String>>,
    /// The language.
    pub lang: Lang,
    /// What was left unfinished here.
    pub unfinished: Unfinished,
    /// Where actions go.
    pub send: Send,
}

/// Whose the table is that was begun here.
struct OwnArea;

/// The section on the screen; what reads tables is fetched once it is opened.
#[component]
pub fn FromTableSection(props: &FromTableProps) -> Html {
    // What was begun is open when its reader comes back.
    let Opening { is_open, toggle, .. } = use_opening(|| was_begun::<OwnArea>(&props.unfinished));
    let arrival = use_part(Part::Bring, is_open);
    let lang = props.lang;
    html! {
        <details class="from-table" open={is_open}>
            <summary id="from-table" onclick={toggle}><h3>{ phrases::FROM_TABLE.get(lang) }</h3></summary>
            <p class="how">{ phrases::FROM_TABLE_HOW.get(lang) }</p>
            if is_open {
                { lazy::from_table(props).unwrap_or_else(|| arriving(&arrival, lang)) }
            }
        </details>
    }
}
