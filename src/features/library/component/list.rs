//! The kept scenarios.

use std::rc::Rc;

use yew::prelude::*;

use super::KeepScreenProps;
use super::row::KeptRow;
use crate::app::saved::SaveState;
use crate::app::{App, LibraryAction, SavedScenario};
use crate::phrases;
use crate::ui::use_focus_after_render::Then;
use crate::ui::{Send, choice};

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
    let mut scenarios = props.app.library.scenarios.clone();
    scenarios.sort_by(|left, right| left.saved_at.total_cmp(&right.saved_at));
    if *newest_first {
        scenarios.reverse();
    }
    let order = {
        let newest_first = newest_first.clone();
        Callback::from(move |newest: bool| newest_first.set(newest))
    };
    let options = [(true, phrases::NEWEST_FIRST), (false, phrases::OLDEST_FIRST)];
    let options = options.map(|(newest, words)| (newest, words.get(lang).to_owned(), None)).to_vec();
    let present = props.app.saved().map(|(saved, changed)| (saved.id.clone(), changed));
    let ids: Vec<String> = scenarios.iter().map(|saved| saved.id.clone()).collect();
    let row = |(i, saved): (usize, Rc<SavedScenario>)| {
        let is_present = present.as_ref().is_some_and(|(id, changed)| *id == saved.id && !changed);
        // Once a row is gone the next one is at hand, or the one before, or the field.
        let comparison = ids.get(i + 1).or(i.checked_sub(1).and_then(|before| ids.get(before)));
        let after = comparison.map_or("#keep-name".to_owned(), |id| format!("[data-kept='{id}'] .open-kept"));
        html! {
            <KeptRow
                key={saved.id.clone()} saved={saved.clone()} {is_present} {after} {lang}
                send={props.send.clone()} then={props.then.clone()}
            />
        }
    };
    let count = scenarios.len();
    let refused = scenarios.iter().any(|saved| saved.save_state == SaveState::Refused);
    let screen = KeepScreenProps { app: props.app.clone(), send: props.send.clone() };
    html! {
        <div class="kept-list">
            <div class="kept-head">
                <h3>{ phrases::KEPT_LIST.get(lang) }<span class="count">{ count }</span></h3>
                if count > 1 {
                    { choice(phrases::SORTED_BY.get(lang), options, &newest_first, &order) }
                }
            </div>
            if refused {
                <div class="trouble" role="alert">
                    <p>{ phrases::NOT_STORED.get(lang) }</p>
                    <button type="button" id="retry-kept" onclick={screen.shelve(|| LibraryAction::Retry)}>{ phrases::RETRY.get(lang) }</button>
                </div>
            }
            if count == 0 {
                <p class="empty">{ phrases::KEPT_NONE.get(lang) }</p>
            } else {
                <ul class="kept-rows">{ for scenarios.into_iter().enumerate().map(row) }</ul>
            }
        </div>
    }
}
