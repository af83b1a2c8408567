//! What stands in the place of a part of the page until it is here.

use voced_model::Lang;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::parts::{Part, is_here, load};
use crate::phrases;

/// How it stands with a part of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// It can be used.
    Here,
    /// It is on its way, or nobody asked for it.
    Coming,
    /// It did not arrive; the callback asks once more.
    Failed(Callback<()>),
}

/// Fetches a part as soon as it is wanted.
#[hook]
pub fn use_part(part: Part, wanted: bool) -> Arrival {
    let attempt = use_state_eq(|| 0_u32);
    let failed = use_state_eq(|| None::<u32>);
    // Drawn anew when it comes.
    let came = use_state_eq(|| false);
    {
        let (failed, came) = (failed.setter(), came.setter());
        use_effect_with((part, wanted, *attempt), move |(part, wanted, attempt)| {
            let (part, attempt) = (*part, *attempt);
            if *wanted && !is_here(part) {
                spawn_local(async move {
                    match load(part).await {
                        Ok(()) => came.set(true),
                        Err(_) => failed.set(Some(attempt)),
                    }
                });
            }
        });
    }
    if is_here(part) {
        return Arrival::Here;
    }
    if *failed == Some(*attempt) {
        return Arrival::Failed(Callback::from(move |()| attempt.set(*attempt + 1)));
    }
    Arrival::Coming
}

/// Fetches a part that will probably be wanted soon. Should it not arrive, this is said once it is wanted.
pub fn expect(part: Part) {
    if !is_here(part) {
        spawn_local(async move {
            let _ = load(part).await;
        });
    }
}

/// Says how it stands, in the place of what is not here yet.
pub fn arriving(arrival: &Arrival, lang: Lang) -> Html {
    match arrival {
        Arrival::Here => html! {},
        Arrival::Coming => html! { <p class="arriving" role="status">{ phrases::ARRIVING.get(lang) }</p> },
        Arrival::Failed(again) => {
            let onclick = again.reform(|_: MouseEvent| ());
            html! {
                <p class="trouble" role="alert">
                    { phrases::NOT_ARRIVED.get(lang) }{ " " }
                    <button type="button" id="fetch-again" {onclick}>{ phrases::ASK_AGAIN.get(lang) }</button>
                </p>
            }
        }
    }
}
