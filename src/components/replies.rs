//! What is said while an answer is on its way, and where there is none.

use voced_sim::Lang;
use yew::prelude::*;

use super::asked::Reply;
use crate::asking::Answer;
use crate::i18n::say;

/// How far a long answer is, with a way to give it up; nothing for an answer that comes in a moment.
pub fn progress(reply: &Reply, lang: Lang, cancel: &Callback<()>) -> Html {
    let Some(share) = reply.progress.filter(|_| reply.is_long) else { return html! {} };
    let percent = format!("{:.0}%", share * 100.0);
    let onclick = cancel.reform(|_: MouseEvent| ());
    html! {
        <div class="progress-line" role="status">
            <span>{ say::COMPUTING.get(lang) }</span>
            <progress max="1" value={share.to_string()} aria-label={say::COMPUTING.get(lang)} />
            <span>{ percent }</span>
            <button type="button" {onclick}>{ say::CANCEL.get(lang) }</button>
        </div>
    }
}

/// Why there is no answer.
pub fn trouble(reply: &Reply, lang: Lang) -> Html {
    if reply.failed {
        let again = reply.again.reform(|_: MouseEvent| ());
        return html! {
            <p class="trouble" role="alert">
                { say::ASK_FAILED.get(lang) }{ " " }
                <button type="button" onclick={again}>{ say::ASK_AGAIN.get(lang) }</button>
            </p>
        };
    }
    match reply.answer.as_deref() {
        Some(Answer::Refused(refusal)) => html! {
            <div class="trouble" role="alert">
                { say::ASK_REFUSED.get(lang) }
                <ul>{ for refusal.lines(lang).iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            </div>
        },
        _ => html! {},
    }
}
