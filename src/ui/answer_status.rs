//! What is said while an answer is on its way, and where there is none.

use voced_model::Lang;
use yew::prelude::*;

use crate::browser::dom;
use crate::phrases;
use crate::worker::Answer;
use crate::worker::use_worker::Reply;

/// How far a long answer is, with a way to give it up; nothing for an answer that comes in a moment. `then` names
/// what the focus goes to when the line goes away under it.
pub fn progress(reply: &Reply, lang: Lang, cancel: &Callback<()>, then: &'static str) -> Html {
    let Some(share) = reply.progress.filter(|_| reply.is_long) else { return html! {} };
    html! { <ProgressLine {share} {lang} {cancel} {then} /> }
}

#[derive(Properties, PartialEq)]
struct ProgressLineProps {
    share: f64,
    lang: Lang,
    cancel: Callback<()>,
    then: &'static str,
}

#[component]
fn ProgressLine(props: &ProgressLineProps) -> Html {
    let lang = props.lang;
    let has_focus = use_mut_ref(|| false);
    {
        let has_focus = has_focus.clone();
        use_effect_with(props.then, move |then| {
            let then = *then;
            move || {
                if has_focus.take() {
                    dom::focus(then);
                }
            }
        });
    }
    let note = |is_here: bool| {
        let has_focus = has_focus.clone();
        Callback::from(move |_: FocusEvent| {
            has_focus.replace(is_here);
        })
    };
    let onclick = props.cancel.reform(|_: MouseEvent| ());
    html! {
        <div class="progress-line" role="status">
            <span>{ phrases::COMPUTING.get(lang) }</span>
            <progress max="1" value={props.share.to_string()} aria-label={phrases::COMPUTING.get(lang)} />
            <span>{ voced_model::format::percent(props.share) }</span>
            <button type="button" {onclick} onfocus={note(true)} onblur={note(false)}>{ phrases::CANCEL.get(lang) }</button>
        </div>
    }
}

/// Why there is no answer.
pub fn trouble(reply: &Reply, lang: Lang) -> Html {
    if reply.failed {
        let again = reply.again.reform(|_: MouseEvent| ());
        return html! {
            <p class="trouble" role="alert">
                { phrases::ASK_FAILED.get(lang) }{ " " }
                <button type="button" onclick={again}>{ phrases::ASK_AGAIN.get(lang) }</button>
            </p>
        };
    }
    match reply.answer.as_deref() {
        Some(Answer::Refused(refusal)) => html! {
            <div class="trouble" role="alert">
                { phrases::ASK_REFUSED.get(lang) }
                <ul>{ for refusal.lines(lang).iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            </div>
        },
        _ => html! {},
    }
}
