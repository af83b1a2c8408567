//! A link to hand on.

use std::rc::Rc;

use voced_model::{Lang, format};
use yew::prelude::*;

use crate::app::Session;
use crate::browser::parts::Part;
use crate::browser::{address, link, query};
use crate::features::library::component::export_one;
use crate::ui::copyable::Copyable;
use crate::ui::lazy_part::{arriving, use_part};
use crate::{lazy, phrases};

/// From so many characters on, programs may cut a link off.
const LONG: usize = 8_000;

/// Properties of [`ShareButton`].
#[derive(Properties, PartialEq)]
pub struct ShareButtonProps {
    /// What is shared: its document is made when the dialog opens.
    pub session: Rc<Session>,
    /// The language.
    pub lang: Lang,
}

/// The button, and the dialog with the link.
#[component]
pub fn ShareButton(props: &ShareButtonProps) -> Html {
    let lang = props.lang;
    let dialog = use_node_ref();
    // The link is made as the dialog opens: at every movement of a lever it would be too much.
    let link = use_state_eq(|| None::<AttrValue>);
    let part = use_part(Part::Later, link.is_some());
    let open = {
        let (dialog, link, session) = (dialog.clone(), link.clone(), props.session.clone());
        Callback::from(move |_: MouseEvent| {
            link.set(Some(address::of(session.document()).into()));
            if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>().filter(|dialog| !dialog.open()) {
                // Fails only where it is open already.
                let _ = dialog.show_modal();
            }
        })
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let onclose = {
        let link = link.clone();
        Callback::from(move |_: Event| link.set(None))
    };
    html! {
        <>
            <button type="button" id="share" class="quiet" aria-haspopup="dialog" onclick={open}>
                <span aria-hidden="true">{ "⇪" }</span>{ " " }{ phrases::SHARE.get(lang) }
            </button>
            <dialog ref={dialog} class="derivation share" aria-labelledby="share-title" {onclose}>
                <div class="dialog-bar">
                    <h2 id="share-title">{ phrases::SHARE_TITLE.get(lang) }</h2>
                    <button type="button" class="quiet" id="share-close" onclick={close}>{ phrases::CLOSE.get(lang) }</button>
                </div>
                if let Some(link) = &*link {
                    { lazy::shared(link, lang).unwrap_or_else(|| arriving(&part, lang)) }
                }
            </dialog>
        </>
    }
}

/// Hands out what the link holds as a file.
fn as_file(address: &AttrValue, lang: Lang) -> Callback<MouseEvent> {
    let address = address.clone();
    Callback::from(move |_: MouseEvent| {
        let fragment = address.find('#').and_then(|place| address.get(place..)).unwrap_or_default();
        if let Some(Ok(document)) = link::unpack(fragment) {
            // A browser that refuses says so itself.
            let _ = export_one(&document, lang);
        }
    })
}

/// What the dialog shows: the link, how long it is, and what to know of it.
pub fn shared_link(link: &AttrValue, lang: Lang) -> Html {
    let length = link.chars().count();
    let count = format!("{} {}", format::grouped(length as f64, 0), phrases::CHARACTERS.get(lang));
    html! {
        <>
            <p>{ phrases::SHARE_HOW.get(lang) }</p>
            <Copyable id="share-link" label={phrases::LINK_TEXT.get(lang)} button={phrases::COPY_LINK} text={link} rows={4} {lang}>
                <span class="caption">{ count }</span>
            </Copyable>
            if length > LONG {
                <p class="warn" id="share-long">
                    { phrases::LINK_LONG.get(lang) }{ " " }
                    <button type="button" id="share-file" onclick={as_file(link, lang)}>{ phrases::LINK_AS_FILE.get(lang) }</button>
                </p>
            }
            if query::is_file() {
                <p class="warn">{ phrases::LINK_OF_FILE.get(lang) }</p>
            }
        </>
    }
}
