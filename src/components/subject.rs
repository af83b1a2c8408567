//! The result that is asked about.

use voced_sim::{Lang, Quantity, Topic};
use yew::prelude::*;

use super::Send;
use crate::i18n::say;
use crate::state::{Action, Settings};

/// A list of all results, by topic.
pub fn subject(settings: &Settings, send: &Send) -> Html {
    let lang = settings.lang;
    let now = settings.clone();
    let send = send.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        if let Some(subject) = Quantity::find(&select.value()) {
            send.emit(Action::Settings(Settings { subject, ..now.clone() }));
        }
    });
    html! {
        <label class="labelled subject">
            <span class="caption">{ say::SUBJECT.get(lang) }</span>
            <select id="subject" {onchange}>{ quantity_options(Some(settings.subject), lang) }</select>
        </label>
    }
}

/// The options of a list of all results.
pub fn quantity_options(chosen: Option<Quantity>, lang: Lang) -> Html {
    let option = |quantity: Quantity| {
        let selected = Some(quantity) == chosen;
        html! { <option value={quantity.id()} {selected}>{ quantity.spec().name.get(lang) }</option> }
    };
    let group = |topic: Topic| {
        let members = Quantity::ALL.iter().copied().filter(move |quantity| quantity.spec().topic == topic);
        html! { <optgroup label={topic.words().get(lang)}>{ for members.map(option) }</optgroup> }
    };
    html! { <>{ for Topic::ALL.into_iter().map(group) }</> }
}
