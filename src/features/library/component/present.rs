//! The present scenario: whether it is kept, and the field that keeps it.

use yew::prelude::*;

use super::naming::NameField;
use super::{KeepScreenProps, name};
use crate::app::{Action, LibraryAction};
use crate::browser::clock;
use crate::features::library::view_model::proposal;
use crate::phrases;

pub fn present(props: &KeepScreenProps) -> Html {
    let lang = props.lang();
    let saved = props.app.saved();
    let enter = props.send.reform(|name: String| Action::Library(LibraryAction::Save(name, clock::stamp())));
    let state = match saved {
        None => html! { <span class="state">{ phrases::PRESENT_UNKEPT.get(lang) }</span> },
        Some((saved, changed)) => html! {
            <>
                <span class="state">{ phrases::PRESENT_KEPT.get(lang) }</span>{ " " }{ name(saved) }
                if changed {
                    <span class="badge">{ phrases::PRESENT_CHANGED.get(lang) }</span>
                }
            </>
        },
    };
    let update = saved.filter(|(_, changed)| *changed).map(|(saved, _)| {
        let id = saved.id.clone();
        let onclick = props.shelve(move || LibraryAction::Overwrite(id.clone(), clock::stamp()));
        html! {
            <button type="button" id="update-kept" {onclick}>
                { phrases::UPDATE_KEPT.get(lang) }{ " " }{ name(saved) }
            </button>
        }
    });
    let button = if saved.is_some() { phrases::KEEP_AS_ANOTHER } else { phrases::KEEP_AS };
    html! {
        <div class="present">
            <h3>{ phrases::PRESENT.get(lang) }</h3>
            <p class="present-state">{ state }{ " " }{ for update }</p>
            <NameField
                id="keep-name" label={phrases::SCENARIO_NAME.get(lang)} proposal={proposal(props.app.scenario(), lang)}
                button={button.get(lang)} {enter}
            />
        </div>
    }
}
