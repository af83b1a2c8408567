//! What is on the page: one component a file. Components show view models and send actions; they
//! compute nothing of their own.

mod about;
mod add_list;
mod arrival;
pub mod arriving;
pub mod asked;
mod brief;
pub mod chart_card;
mod chart_gallery;
mod chart_table;
mod compare;
mod compare_columns;
mod compare_levers;
mod compare_numbers;
mod compare_why;
mod copyable;
pub mod derivation;
mod embed_code;
mod embedded;
pub mod field;
pub mod finding;
mod header;
mod headline;
mod heat;
mod keep;
mod keeping;
pub mod lever_row;
mod lever_sections;
#[cfg(test)]
mod markup_tests;
mod matters;
mod notices;
mod offline;
mod page;
pub mod plans;
pub mod plot;
mod programme_editor;
mod programmes;
mod provenance;
mod ranges;
mod renewal;
mod replies;
mod root;
mod running;
pub mod saving;
mod share;
mod solve;
mod solve_answer;
mod solve_question;
mod subject;
mod sure;
mod take;
mod target_board;
mod then;
mod warning_list;
mod why;
mod year_editor;
mod year_line;

pub(crate) use arrival::ArrivalPanel;
pub(crate) use derivation::OpenedNumber;
pub(crate) use embedded::EmbeddedPage;
pub(crate) use page::later_screen;
pub use page::{Page, PageProps};
pub(crate) use programmes::{ProgrammeList, ProgrammeListProps};
pub(crate) use provenance::about_input;
pub use root::{Root, RootProps};
pub(crate) use share::shared_link;
pub(crate) use year_editor::year_editor;

use voced_model::Quantity;
use yew::prelude::*;

use crate::state::Action;

/// Where components send what happened. The same callback for the life of the page, so that it
/// never makes a component draw again.
pub type Send = Callback<Action>;

/// A button whose face is a number that opens into its derivation.
fn number_button(quantity: Quantity, t: usize, label: String, face: Html, send: &Send) -> Html {
    let send = send.clone();
    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Explain(quantity, t)));
    html! { <button type="button" class="number" aria-label={label} {onclick}>{ face }</button> }
}

/// A row of buttons of which one is pressed. Each option: value, text, language of the text.
fn choice<T: Clone + PartialEq + 'static>(
    label: &str,
    options: Vec<(T, String, Option<&'static str>)>,
    chosen: &T,
    choose: &Callback<T>,
) -> Html {
    let button = |(value, text, tag): (T, String, Option<&'static str>)| {
        let pressed = (value == *chosen).to_string();
        let onclick = choose.reform(move |_: MouseEvent| value.clone());
        html! { <button type="button" aria-pressed={pressed} lang={tag} {onclick}>{ text }</button> }
    };
    html! {
        <div class="choice" role="group" aria-label={label.to_owned()}>
            { for options.into_iter().map(button) }
        </div>
    }
}
