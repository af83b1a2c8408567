//! What the user should know, in plain words.

use voced_model::Lang;
use yew::prelude::*;

use super::Send;
use crate::i18n::say;
use crate::state::{Action, Notice};

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
                    if let Some(kept) = &notice.kept {
                        <label class="kept">
                            { format!("{} · {}", say::KEPT.get(lang), say::COPY_HINT.get(lang)) }
                            <textarea readonly={true} rows="2" value={kept.clone()} />
                        </label>
                    }
                </div>
                <button type="button" class="quiet" onclick={dismiss}>{ say::CLOSE.get(lang) }</button>
            </li>
        }
    };
    html! {
        <section class="notices" aria-label={say::NOTICES.get(lang)} aria-live="polite">
            if !notices.is_empty() {
                <ul>{ for notices.iter().enumerate().map(one) }</ul>
            }
        </section>
    }
}
