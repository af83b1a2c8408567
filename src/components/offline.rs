//! The page without a network: in one file, or kept by the browser.

use voced_model::Lang;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::then::use_then;
use crate::edges::offline::{Offline, Refused, SINGLE_FILE, Wish, wish};
use crate::edges::surroundings;
use crate::i18n::say;

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
    let then = use_then();
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
                if what != Wish::Ask && surroundings::is_focus_lost() {
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
    if surroundings::is_file() {
        return html! { <p id="offline-said">{ say::OFFLINE_IS_FILE.get(lang) }</p> };
    }
    let button = |id: &'static str, words: voced_model::Words, what: Wish| {
        let onclick = say_wish.reform(move |_: MouseEvent| what);
        html! { <button type="button" {id} {onclick}>{ words.get(lang) }</button> }
    };
    let keep = || button("offline-keep", say::OFFLINE_KEEP, Wish::Keep);
    let forget = || button("offline-forget", say::OFFLINE_FORGET, Wish::Forget);
    let (said, buttons): (&[voced_model::Words], Html) = match *state {
        None => (&[], html! {}),
        Some(Err(Refused)) => (&[say::OFFLINE_FAILED], keep()),
        Some(Ok(Offline::Impossible)) => (&[say::OFFLINE_IMPOSSIBLE], html! {}),
        Some(Ok(Offline::No)) => (&[], keep()),
        Some(Ok(Offline::Coming)) => (&[say::OFFLINE_COMING], html! {}),
        Some(Ok(Offline::Kept)) => (&[say::OFFLINE_KEPT, say::OFFLINE_MAY_GO], forget()),
        Some(Ok(Offline::Lasting)) => (&[say::OFFLINE_KEPT, say::OFFLINE_LASTS], forget()),
        Some(Ok(Offline::Newer)) => (
            &[say::NEWER_PAGE],
            html! { <>{ button("offline-renew", say::OFFLINE_RENEW, Wish::Renew) }{ forget() }</> },
        ),
    };
    html! {
        <>
            <a class="button" id="offline-file" href={SINGLE_FILE} download={say::OFFLINE_FILE_NAME.get(lang)}>
                { say::OFFLINE_FILE.get(lang) }
            </a>
            { buttons }
            <p class="wait" role="status" id="offline-said">
                { said.iter().map(|words| words.get(lang)).collect::<Vec<_>>().join(lang.pick("", " ")) }
            </p>
        </>
    }
}
