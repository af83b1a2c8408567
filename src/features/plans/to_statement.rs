//! The way to a statement of a plan.

use voced_model::Lang;
use yew::prelude::*;

use crate::app::{Action, RevealTarget};
use crate::phrases;
use crate::ui::Send;

/// A button that leads to a statement of a plan.
pub fn to_statement(id: &str, label: &str, lang: Lang, send: &Send) -> Html {
    let target = RevealTarget::Statement(id.to_owned());
    let onclick = send.reform(move |_: MouseEvent| Action::Reveal(target.clone()));
    let name = format!("{} {id} {label}", phrases::ORIGINAL.get(lang));
    html! {
        <button type="button" class="link to-statement" aria-label={name} {onclick}>
            { phrases::ORIGINAL.get(lang) }<span class="id">{ " " }{ id }</span>
        </button>
    }
}
