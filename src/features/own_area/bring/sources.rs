//! Where tables come from, and what becomes of what was brought.

use std::rc::Rc;

use voced_export::back;
use voced_import::read_json;
use voced_model::Lang;
use yew::prelude::*;

use super::decided::{Brought, Shared};
use crate::browser::{dropping, files};
use crate::phrases;

/// Reads what a file holds: JSON where it begins as JSON does, a table else.
pub(crate) fn brought(name: String, bytes: &[u8], lang: Lang) -> Brought {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if start.first() == Some(&b'{') {
        return match read_json(&String::from_utf8_lossy(bytes)) {
            Ok(file) => Brought::Area(name, Shared(Rc::new(file))),
            Err(faults) => Brought::Refused(name, faults.iter().map(|fault| fault.message(lang)).collect()),
        };
    }
    match voced_tables::read_with(bytes, &files::gb18030) {
        Ok(book) => match back::read(&book) {
            Some(Ok(returned)) => Brought::Workbook(name, Shared(Rc::new(returned))),
            Some(Err(remarks)) => Brought::Refused(name, remarks.iter().map(|remark| remark.words(lang)).collect()),
            None => Brought::Table(name, Shared(Rc::new(book))),
        },
        Err(refusal) => Brought::Refused(name, vec![refusal.words(lang)]),
    }
}

/// What the files that were chosen or dropped become: the first of them is read, and what it holds is told.
pub(crate) fn taken(list: &web_sys::FileList, lang: Lang, begin: Callback<Brought>) {
    let Some(file) = list.get(0) else { return };
    let name = file.name();
    begin.emit(Brought::Reading(name.clone()));
    files::read(&file, voced_tables::LARGEST_FILE as f64, move |bytes| {
        begin.emit(match bytes {
            Some(bytes) => brought(name, &bytes, lang),
            None => Brought::Refused(name, vec![voced_tables::Refusal::TooLarge.words(lang)]),
        });
    });
}

/// What is said while a file is read, or cannot be.
pub(crate) fn state(brought: &Brought, lang: Lang) -> Html {
    html! {
        <div role="status">{ match brought {
            Brought::Reading(name) => html! { <p>{ phrases::READING_TABLE.get(lang) }{ " " }<bdi>{ name }</bdi>{ "…" }</p> },
            Brought::Refused(name, lines) => refused(name, lines, lang),
            _ => html! {},
        } }</div>
    }
}

/// What could not be read, and why.
fn refused(name: &str, lines: &[String], lang: Lang) -> Html {
    html! {
        <div class="trouble" role="alert">
            <p><bdi class="file">{ name.to_owned() }</bdi>{ " " }{ phrases::TABLE_REFUSED.get(lang) }</p>
            <ul>{ for lines.iter().map(|line| html! { <li><bdi>{ line.clone() }</bdi></li> }) }</ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SourcesProps {
    pub take: Callback<web_sys::FileList>,
    pub paste: Callback<String>,
    pub lang: Lang,
}

/// Where tables come from: chosen, dropped on the page, pasted.
#[component]
pub(crate) fn Sources(props: &SourcesProps) -> Html {
    let lang = props.lang;
    let over = use_state_eq(|| false);
    let pasted = use_node_ref();
    {
        let (take, over) = (props.take.clone(), over.setter());
        use_effect_with(take, move |take| {
            let listeners = dropping::listen(take.clone(), move |is_over| over.set(is_over));
            move || drop(listeners)
        });
    }
    let onchange = {
        let take = props.take.clone();
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            if let Some(list) = input.files().filter(|list| list.length() > 0) {
                take.emit(list);
            }
            // So that the same file, mended, can be chosen again.
            input.set_value("");
        })
    };
    let read = {
        let (pasted, paste) = (pasted.clone(), props.paste.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = pasted.cast::<web_sys::HtmlTextAreaElement>() {
                paste.emit(field.value());
            }
        })
    };
    html! {
        <div class={classes!("files", "sources", over.then_some("over"))}>
            <div class="ask-bar">
                <span class="file-field">
                    <input
                        type="file" id="choose-table" class="hidden" aria-describedby="drop-table"
                        accept=".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.xml,.htm,.html,.json" {onchange}
                    />
                    <label for="choose-table">{ phrases::CHOOSE_TABLE.get(lang) }</label>
                </span>
                <span class="caption" id="drop-table">{ phrases::DROP_TABLE.get(lang) }</span>
            </div>
            <details>
                <summary>{ phrases::PASTE_TABLE.get(lang) }</summary>
                <textarea
                    id="paste-table" rows="5" ref={pasted} spellcheck="false" aria-label={phrases::PASTE_HOW.get(lang)}
                    placeholder={phrases::PASTE_HOW.get(lang)}
                />
                <button type="button" id="read-pasted" onclick={read}>{ phrases::READ_PASTED.get(lang) }</button>
            </details>
        </div>
    }
}
