//! The kept scenarios.

use std::rc::Rc;

use yew::prelude::*;

use super::KeepScreenProps;
use super::row::KeptRow;
use crate::components::then::Then;
use crate::components::{Send, choice};
use crate::i18n::say;
use crate::state::shelf::Held;
use crate::state::{App, Kept, Shelving};

/// Properties of [`KeptList`].
#[derive(Properties, PartialEq)]
pub struct KeptListProps {
    /// The state.
    pub app: App,
    /// Where actions go.
    pub send: Send,
    /// Where the focus goes next.
    pub then: Then,
}

/// The kept scenarios, by the time they were kept.
#[component]
pub fn KeptList(props: &KeptListProps) -> Html {
    let lang = props.app.lang();
    let newest_first = use_state_eq(|| true);
    let mut shelf = props.app.library.shelf.clone();
    shelf.sort_by(|left, right| left.saved.total_cmp(&right.saved));
    if *newest_first {
        shelf.reverse();
    }
    let order = {
        let newest_first = newest_first.clone();
        Callback::from(move |newest: bool| newest_first.set(newest))
    };
    let options = [(true, say::NEWEST_FIRST), (false, say::OLDEST_FIRST)];
    let options = options.map(|(newest, words)| (newest, words.get(lang).to_owned(), None)).to_vec();
    let present = props.app.kept().map(|(kept, changed)| (kept.id.clone(), changed));
    let ids: Vec<String> = shelf.iter().map(|kept| kept.id.clone()).collect();
    let row = |(i, kept): (usize, Rc<Kept>)| {
        let is_present = present.as_ref().is_some_and(|(id, changed)| *id == kept.id && !changed);
        // Once a row is gone the next one is at hand, or the one before, or the field.
        let beside = ids.get(i + 1).or(i.checked_sub(1).and_then(|before| ids.get(before)));
        let after = beside.map_or("#keep-name".to_owned(), |id| format!("[data-kept='{id}'] .open-kept"));
        html! {
            <KeptRow
                key={kept.id.clone()} kept={kept.clone()} {is_present} {after} {lang}
                send={props.send.clone()} then={props.then.clone()}
            />
        }
    };
    let count = shelf.len();
    let refused = shelf.iter().any(|kept| kept.held == Held::Refused);
    let screen = KeepScreenProps { app: props.app.clone(), send: props.send.clone() };
    html! {
        <div class="kept-list">
            <div class="kept-head">
                <h3>{ say::KEPT_LIST.get(lang) }<span class="count">{ count }</span></h3>
                if count > 1 {
                    { choice(say::SORTED_BY.get(lang), options, &newest_first, &order) }
                }
            </div>
            if refused {
                <div class="trouble" role="alert">
                    <p>{ say::NOT_STORED.get(lang) }</p>
                    <button type="button" id="retry-kept" onclick={screen.shelve(|| Shelving::Retry)}>{ say::RETRY.get(lang) }</button>
                </div>
            }
            if count == 0 {
                <p class="empty">{ say::KEPT_NONE.get(lang) }</p>
            } else {
                <ul class="kept-rows">{ for shelf.into_iter().enumerate().map(row) }</ul>
            }
        </div>
    }
}
