//! What the user should know, in plain words.

use voced_model::Lang;
use yew::prelude::*;

use crate::app::{Action, Notice};
use crate::phrases;
use crate::ui::Send;

/// The notices, oldest first, each with a way to put it away.
pub fn notices(notices: &[Notice], lang: Lang, send: &Send) -> Html {
    let one = |(i, notice): (usize, &Notice)| {
        let dismiss = send.reform(move |_: MouseEvent| Action::Dismiss(i));
        html! {
            <li class="notice">
                <div>
                    <p>{ notice.title.get(lang) }</p>
                    if !notice.faults.is_empty() {
                        <ul>{ for notice.faults.iter().map(|fault| html! { <li>{ fault.message(lang) }</li> }) }</ul>
                    }
                    if let Some(text) = &notice.text {
                        <label class="kept">
                            { format!("{} · {}", phrases::KEPT.get(lang), phrases::COPY_HINT.get(lang)) }
                            <textarea readonly={true} rows="2" value={text.clone()} />
                        </label>
                    }
                </div>
                <button type="button" class="quiet" onclick={dismiss}>{ phrases::CLOSE.get(lang) }</button>
            </li>
        }
    };
    html! {
        <section class="notices" aria-label={phrases::NOTICES.get(lang)} aria-live="polite">
            if !notices.is_empty() {
                <ul>{ for notices.iter().enumerate().map(one) }</ul>
            }
        </section>
    }
}
