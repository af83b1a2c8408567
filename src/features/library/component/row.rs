//! One kept scenario.

use std::rc::Rc;

use voced_model::{Lang, Words};
use yew::prelude::*;

use super::files::export_one;
use super::name;
use super::naming::NameField;
use crate::app::saved::{List, SaveState};
use crate::app::{Action, LibraryAction, Notice, SavedScenario};
use crate::browser::clock;
use crate::features::library::view_model as library;
use crate::phrases;
use crate::ui::Send;
use crate::ui::use_focus_after_render::Then;

/// Properties of [`KeptRow`].
#[derive(Properties, PartialEq)]
pub struct KeptRowProps {
    /// The scenario.
    pub saved: Rc<SavedScenario>,
    /// Whether the present one is the same.
    pub is_present: bool,
    /// What takes the focus once it is deleted.
    pub after: String,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
    /// Where the focus goes next.
    pub then: Then,
}

/// One kept scenario.
#[component]
pub fn KeptRow(props: &KeptRowProps) -> Html {
    let KeptRowProps { saved, is_present, lang, .. } = props;
    let lang = *lang;
    let renaming = use_state_eq(|| false);
    let row = use_memo((saved.clone(), lang), |(saved, lang)| library::row(saved, *lang));
    let back = format!("[data-kept='{}'] .rename-kept", saved.id);
    let enter = {
        let (renaming, then, back, id) = (renaming.clone(), props.then.clone(), back.clone(), saved.id.clone());
        props.send.reform(move |name: String| {
            renaming.set(false);
            then.focus(back.clone());
            Action::Library(LibraryAction::Rename(List::Scenarios, id.clone(), name, clock::stamp()))
        })
    };
    let leave = {
        let (renaming, then) = (renaming.clone(), props.then.clone());
        Callback::from(move |()| {
            renaming.set(false);
            then.focus(back.clone());
        })
    };
    let parts = row.differences.iter().map(|(name, by)| html! { <li>{ format!("{name} {by}") }</li> });
    html! {
        <li class={classes!("kept-row", is_present.then_some("present-one"))} data-kept={saved.id.clone()}>
            <div class="kept-about">
                if *renaming {
                    <NameField
                        id={format!("rename-{}", saved.id)} label={phrases::NEW_NAME.get(lang)} proposal={saved.name().to_owned()}
                        button={phrases::RENAME_DONE.get(lang)} at_once={true} quiet={true} {enter} {leave}
                    />
                } else {
                    <h4>
                        { name(saved) }
                        if *is_present {
                            <span class="badge">{ phrases::IS_PRESENT.get(lang) }</span>
                        }
                        if saved.save_state == SaveState::Refused {
                            <span class="badge refused">{ phrases::DID_NOT_KEEP.get(lang) }</span>
                        }
                    </h4>
                }
                <p class="caption">{ format!("{} · {}", row.about, row.changed) }</p>
                <p class="caption">
                    { format!("{} {}", phrases::SAVED_AT.get(lang), clock::local_time(saved.saved_at, lang)) }
                </p>
                if row.differences.is_empty() {
                    <p class="kept-differences">{ phrases::SAME_AS_PLAN.get(lang) }</p>
                } else {
                    <div class="kept-differences">
                        <span>{ phrases::AGAINST_THE_PLAN.get(lang) }</span><ul>{ for parts }</ul>
                    </div>
                }
                if !row.drift.is_empty() {
                    <details class="drift">
                        <summary>{ phrases::DRIFTED.get(lang) }</summary>
                        <ul>{ for row.drift.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                    </details>
                }
            </div>
            { actions(props, &renaming) }
        </li>
    }
}

fn actions(props: &KeptRowProps, renaming: &UseStateHandle<bool>) -> Html {
    let KeptRowProps { saved, is_present, lang, send, .. } = props;
    let lang = *lang;
    let button = |class: &'static str, words: Words, onclick: Callback<MouseEvent>, disabled: bool| {
        // What is written on the button comes first in its name, for those who speak to their computer.
        let label = format!("{}{}{}", words.get(lang), lang.pick("：", ": "), saved.name());
        html! { <button type="button" {class} aria-label={label} {disabled} {onclick}>{ words.get(lang) }</button> }
    };
    let shelve = |make: fn(String) -> LibraryAction| {
        let id = saved.id.clone();
        send.reform(move |_: MouseEvent| Action::Library(make(id.clone())))
    };
    let rename = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let export = {
        let (saved, send) = (saved.clone(), send.clone());
        Callback::from(move |_: MouseEvent| {
            if !export_one(&saved.document(), lang) {
                send.emit(Action::Tell(Notice::plain(phrases::EXPORT_FAILED)));
            }
        })
    };
    let delete = {
        let (id, then, after) = (saved.id.clone(), props.then.clone(), props.after.clone());
        send.reform(move |_: MouseEvent| {
            then.focus(after.clone());
            Action::Library(LibraryAction::Delete(List::Scenarios, id.clone()))
        })
    };
    let open = shelve(|id| LibraryAction::Open(List::Scenarios, id));
    let update = shelve(|id| LibraryAction::Overwrite(id, clock::stamp()));
    let copy = shelve(|id| LibraryAction::Copy(id, clock::stamp()));
    html! {
        <div class="kept-actions">
            { button("open-kept", phrases::OPEN_KEPT, open, false) }
            { button("link update-kept", phrases::UPDATE_WITH_PRESENT, update, *is_present) }
            { button("link rename-kept", phrases::RENAME, rename, false) }
            { button("link copy-kept", phrases::COPY_KEPT, copy, false) }
            { button("link export-kept", phrases::EXPORT_KEPT, export, false) }
            { button("link delete-kept", phrases::DELETE_KEPT, delete, false) }
        </div>
    }
}
