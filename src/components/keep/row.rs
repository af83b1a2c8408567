//! One kept scenario.

use std::rc::Rc;

use voced_model::{Lang, Words};
use yew::prelude::*;

use super::files::export_one;
use super::name;
use super::naming::NameField;
use crate::components::Send;
use crate::components::then::Then;
use crate::edges::surroundings;
use crate::i18n::say;
use crate::state::shelf::{Held, List};
use crate::state::{Action, Kept, Notice, Shelving};
use crate::view::shelf;

/// Properties of [`KeptRow`].
#[derive(Properties, PartialEq)]
pub struct KeptRowProps {
    /// The scenario.
    pub kept: Rc<Kept>,
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
    let KeptRowProps { kept, is_present, lang, .. } = props;
    let lang = *lang;
    let renaming = use_state_eq(|| false);
    let row = use_memo((kept.clone(), lang), |(kept, lang)| shelf::row(kept, *lang));
    let back = format!("[data-kept='{}'] .rename-kept", kept.id);
    let enter = {
        let (renaming, then, back, id) = (renaming.clone(), props.then.clone(), back.clone(), kept.id.clone());
        props.send.reform(move |name: String| {
            renaming.set(false);
            then.focus(back.clone());
            Action::Shelf(Shelving::Rename(List::Shelf, id.clone(), name, surroundings::stamp()))
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
        <li class={classes!("kept-row", is_present.then_some("present-one"))} data-kept={kept.id.clone()}>
            <div class="kept-about">
                if *renaming {
                    <NameField
                        id={format!("rename-{}", kept.id)} label={say::NEW_NAME.get(lang)} proposal={kept.name().to_owned()}
                        button={say::RENAME_DONE.get(lang)} at_once={true} quiet={true} {enter} {leave}
                    />
                } else {
                    <h4>
                        { name(kept) }
                        if *is_present {
                            <span class="badge">{ say::IS_PRESENT.get(lang) }</span>
                        }
                        if kept.held == Held::Refused {
                            <span class="badge refused">{ say::DID_NOT_KEEP.get(lang) }</span>
                        }
                    </h4>
                }
                <p class="caption">{ format!("{} · {}", row.about, row.changed) }</p>
                <p class="caption">
                    { format!("{} {}", say::SAVED_AT.get(lang), surroundings::local_time(kept.saved, lang)) }
                </p>
                if row.differences.is_empty() {
                    <p class="kept-differences">{ say::SAME_AS_PLAN.get(lang) }</p>
                } else {
                    <div class="kept-differences">
                        <span>{ say::AGAINST_THE_PLAN.get(lang) }</span><ul>{ for parts }</ul>
                    </div>
                }
                if !row.drift.is_empty() {
                    <details class="drift">
                        <summary>{ say::DRIFTED.get(lang) }</summary>
                        <ul>{ for row.drift.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                    </details>
                }
            </div>
            { actions(props, &renaming) }
        </li>
    }
}

fn actions(props: &KeptRowProps, renaming: &UseStateHandle<bool>) -> Html {
    let KeptRowProps { kept, is_present, lang, send, .. } = props;
    let lang = *lang;
    let button = |class: &'static str, words: Words, onclick: Callback<MouseEvent>, disabled: bool| {
        // What is written on the button comes first in its name, for those who speak to their computer.
        let label = format!("{}{}{}", words.get(lang), lang.pick("：", ": "), kept.name());
        html! { <button type="button" {class} aria-label={label} {disabled} {onclick}>{ words.get(lang) }</button> }
    };
    let shelve = |make: fn(String) -> Shelving| {
        let id = kept.id.clone();
        send.reform(move |_: MouseEvent| Action::Shelf(make(id.clone())))
    };
    let rename = {
        let renaming = renaming.clone();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let export = {
        let (kept, send) = (kept.clone(), send.clone());
        Callback::from(move |_: MouseEvent| {
            if !export_one(&kept.document(), lang) {
                send.emit(Action::Tell(Notice::plain(say::EXPORT_FAILED)));
            }
        })
    };
    let delete = {
        let (id, then, after) = (kept.id.clone(), props.then.clone(), props.after.clone());
        send.reform(move |_: MouseEvent| {
            then.focus(after.clone());
            Action::Shelf(Shelving::Delete(List::Shelf, id.clone()))
        })
    };
    let open = shelve(|id| Shelving::Open(List::Shelf, id));
    let update = shelve(|id| Shelving::Update(id, surroundings::stamp()));
    let copy = shelve(|id| Shelving::Copy(id, surroundings::stamp()));
    html! {
        <div class="kept-actions">
            { button("open-kept", say::OPEN_KEPT, open, false) }
            { button("link update-kept", say::UPDATE_WITH_PRESENT, update, *is_present) }
            { button("link rename-kept", say::RENAME, rename, false) }
            { button("link copy-kept", say::COPY_KEPT, copy, false) }
            { button("link export-kept", say::EXPORT_KEPT, export, false) }
            { button("link delete-kept", say::DELETE_KEPT, delete, false) }
        </div>
    }
}
