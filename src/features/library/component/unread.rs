//! What was found in the browser and cannot be read: kept as it is, for someone who can look into it.

use yew::prelude::*;

use super::KeepScreenProps;
use crate::app::saved::Unread;
use crate::app::{Action, LibraryAction, Notice};
use crate::browser::collection::{EXTENSION, MIME};
use crate::browser::{files, library};
use crate::phrases;
use crate::ui::Send;
use voced_model::Lang;

pub fn unread(props: &KeepScreenProps) -> Html {
    let lang = props.lang();
    let list = &props.library().unread;
    if list.is_empty() {
        return html! {};
    }
    let one = |unread: &Unread| {
        html! { <UnreadRow key={unread.key.clone()} unread={unread.clone()} {lang} send={props.send.clone()} /> }
    };
    html! {
        <div class="unread">
            <h3>{ phrases::UNREAD.get(lang) }<span class="count">{ list.len() }</span></h3>
            <p class="how">{ phrases::UNREAD_HOW.get(lang) }</p>
            <ul>{ for list.iter().map(one) }</ul>
        </div>
    }
}

/// Properties of [`UnreadRow`].
#[derive(Properties, PartialEq)]
struct UnreadRowProps {
    unread: Unread,
    lang: Lang,
    send: Send,
}

/// One such text. It is deleted only when that is said twice.
#[component]
fn UnreadRow(props: &UnreadRowProps) -> Html {
    let UnreadRowProps { unread, lang, send } = props;
    let lang = *lang;
    let sure = use_state_eq(|| false);
    let download = {
        let (text, send) = (unread.text.clone(), send.clone());
        Callback::from(move |_: MouseEvent| {
            if !files::save(&files::name(&[phrases::UNREAD_FILE.get(lang)], EXTENSION), MIME, text.as_bytes()) {
                send.emit(Action::Tell(Notice::plain(phrases::EXPORT_FAILED)));
            }
        })
    };
    let forget = {
        let (sure, send, key) = (sure.clone(), send.clone(), unread.key.clone());
        Callback::from(move |_: MouseEvent| {
            if *sure && library::forget(&key) {
                send.emit(Action::Library(LibraryAction::Forget(key.clone())));
            } else {
                sure.set(true);
            }
        })
    };
    let words = if *sure { phrases::FORGET_SURE } else { phrases::FORGET };
    html! {
        <li>
            <ul class="reasons">{ for unread.faults.iter().map(|fault| html! { <li><bdi>{ fault.message(lang) }</bdi></li> }) }</ul>
            <label class="kept">
                { phrases::UNREAD_TEXT.get(lang) }
                <textarea readonly={true} rows="3" value={unread.text.clone()} />
            </label>
            <div class="ask-bar">
                <button type="button" class="download-unread" onclick={download}>{ phrases::DOWNLOAD.get(lang) }</button>
                <button type="button" class="link forget-unread" onclick={forget}>{ words.get(lang) }</button>
            </div>
        </li>
    }
}
