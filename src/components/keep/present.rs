//! The present scenario: whether it is kept, and the field that keeps it.

use yew::prelude::*;

use super::naming::NameField;
use super::{KeepScreenProps, name};
use crate::edges::surroundings;
use crate::i18n::say;
use crate::state::{Action, Shelving};
use crate::view::shelf::proposal;

pub fn present(props: &KeepScreenProps) -> Html {
    let lang = props.lang();
    let kept = props.app.kept();
    let enter = props.send.reform(|name: String| Action::Shelf(Shelving::Keep(name, surroundings::stamp())));
    let state = match kept {
        None => html! { <span class="state">{ say::PRESENT_UNKEPT.get(lang) }</span> },
        Some((kept, changed)) => html! {
            <>
                <span class="state">{ say::PRESENT_KEPT.get(lang) }</span>{ " " }{ name(kept) }
                if changed {
                    <span class="badge">{ say::PRESENT_CHANGED.get(lang) }</span>
                }
            </>
        },
    };
    let update = kept.filter(|(_, changed)| *changed).map(|(kept, _)| {
        let id = kept.id.clone();
        let onclick = props.shelve(move || Shelving::Update(id.clone(), surroundings::stamp()));
        html! {
            <button type="button" id="update-kept" {onclick}>
                { say::UPDATE_KEPT.get(lang) }{ " " }{ name(kept) }
            </button>
        }
    });
    let button = if kept.is_some() { say::KEEP_AS_ANOTHER } else { say::KEEP_AS };
    html! {
        <div class="present">
            <h3>{ say::PRESENT.get(lang) }</h3>
            <p class="present-state">{ state }{ " " }{ for update }</p>
            <NameField
                id="keep-name" label={say::SCENARIO_NAME.get(lang)} proposal={proposal(props.app.scenario(), lang)}
                button={button.get(lang)} {enter}
            />
        </div>
    }
}
