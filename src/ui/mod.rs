//! What is on the page: one component a file. Components show view models and send actions; they
//! compute nothing of their own.

pub mod add_list;
pub mod answer_status;
pub mod copyable;
pub mod field;
pub mod lazy_part;
pub mod menu;
pub mod phrases;
pub mod result_choice;
pub mod result_options;
pub mod result_search;
pub mod signs;
pub mod typing;
pub mod unfinished;
pub mod use_focus_after_render;
pub mod use_opening;

use voced_model::{Lang, Quantity};
use yew::prelude::*;

use crate::app::Action;

/// Where components send what happened. The same callback for the life of the page, so that it
/// never makes a component draw again.
pub type Send = Callback<Action>;

/// A button whose face is a number that opens into its derivation; `said` names the number for readers who hear the page.
pub(crate) fn number_button(quantity: Quantity, t: usize, said: &str, face: Html, lang: Lang, send: &Send) -> Html {
    let send = send.clone();
    let label = format!("{said}{}{}", lang.pick("，", ", "), crate::phrases::OPEN_NUMBER.get(lang));
    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Explain(quantity, t)));
    html! { <button type="button" class="number" aria-label={label} {onclick}>{ face }</button> }
}

/// A row of buttons of which one is pressed. Each option: value, text, language of the text.
pub(crate) fn choice<T: Clone + PartialEq + 'static>(
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
