//! The page without a network: in one file, or kept by the browser.

use voced_model::Lang;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::offline::{Offline, Refused, SINGLE_FILE, Wish, wish};
use crate::browser::{dom, query};
use crate::phrases;
use crate::ui::use_focus_after_render::use_focus_after_render;

/// Properties of [`OfflineCard`].
#[derive(Properties, PartialEq)]
pub struct OfflineCardProps {
    /// The language.
    pub lang: Lang,
}

/// What the card offers, and how it stands.
#[component]
pub fn OfflineCard(props: &OfflineCardProps) -> Html {
    let lang = props.lang;
    let state = use_state_eq(|| None::<Result<Offline, Refused>>);
    let then = use_focus_after_render();
    let say_wish = {
        let state = state.setter();
        Callback::from(move |what: Wish| {
            let (state, then) = (state.clone(), then.clone());
            if what == Wish::Keep {
                state.set(Some(Ok(Offline::Coming)));
            }
            spawn_local(async move {
                let answer = wish(what).await;
                let is_kept = matches!(answer, Ok(Offline::Kept | Offline::Lasting));
                // The button that was pressed is gone.
                if what != Wish::Ask && dom::is_focus_lost() {
                    then.focus(if is_kept { "#offline-forget" } else { "#offline-keep" });
                }
                state.set(Some(answer));
                if !is_kept {
                    return;
                }
                // The reader may answer the browser's question later, or never.
                let later = state.clone();
                spawn_local(async move {
                    if wish(Wish::Settle).await == Ok(Offline::Lasting) {
                        later.set(Some(Ok(Offline::Lasting)));
                    }
                });
                // A newer page may come while this stands here.
                if wish(Wish::Wait).await == Ok(Offline::Newer) {
                    state.set(Some(Ok(Offline::Newer)));
                }
            });
        })
    };
    {
        let ask = say_wish.clone();
        use_effect_with((), move |()| ask.emit(Wish::Ask));
    }
    if query::is_file() {
        return html! { <p id="offline-said">{ phrases::OFFLINE_IS_FILE.get(lang) }</p> };
    }
    let button = |id: &'static str, words: voced_model::Words, what: Wish| {
        let onclick = say_wish.reform(move |_: MouseEvent| what);
        html! { <button type="button" {id} {onclick}>{ words.get(lang) }</button> }
    };
    let keep = || button("offline-keep", phrases::OFFLINE_KEEP, Wish::Keep);
    let forget = || button("offline-forget", phrases::OFFLINE_FORGET, Wish::Forget);
    let (said, buttons): (&[voced_model::Words], Html) = match *state {
        None => (&[], html! {}),
        Some(Err(Refused)) => (&[phrases::OFFLINE_FAILED], keep()),
        Some(Ok(Offline::Impossible)) => (&[phrases::OFFLINE_IMPOSSIBLE], html! {}),
        Some(Ok(Offline::No)) => (&[], keep()),
        Some(Ok(Offline::Coming)) => (&[phrases::OFFLINE_COMING], html! {}),
        Some(Ok(Offline::Kept)) => (&[phrases::OFFLINE_KEPT, phrases::OFFLINE_MAY_GO], forget()),
        Some(Ok(Offline::Lasting)) => (&[phrases::OFFLINE_KEPT, phrases::OFFLINE_LASTS], forget()),
        Some(Ok(Offline::Newer)) => (
            &[phrases::NEWER_PAGE],
            html! { <>{ button("offline-renew", phrases::OFFLINE_RENEW, Wish::Renew) }{ forget() }</> },
        ),
    };
    html! {
        <>
            <a class="button" id="offline-file" href={SINGLE_FILE} download={phrases::OFFLINE_FILE_NAME.get(lang)}>
                { phrases::OFFLINE_FILE.get(lang) }
            </a>
            { buttons }
            <p class="wait" role="status" id="offline-said">
                { said.iter().map(|words| words.get(lang)).collect::<Vec<_>>().join(lang.pick("", " ")) }
            </p>
        </>
    }
}
