//! The editor of one item: its fields as the table has them, each with what is wrong beside it.

use voced_scenario::MAX_NAME;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::controls::{Line, line, list, points, result, text_box, tick, told};
use super::fields::{Field, Kind, fields};
use super::state::{ItemEditorProps, Typing, element};
use crate::phrases;
use crate::ui::use_focus_after_render::{Then, use_focus_after_render};

/// The editor. Enter in a field of one line is done.
#[component]
pub fn ItemEditor(props: &ItemEditorProps) -> Html {
    let (lang, section) = (props.lang, props.draft.section);
    let then = use_focus_after_render();
    let done = props.done.reform(|_: MouseEvent| ());
    let cancel = props.cancel.reform(|_: MouseEvent| ());
    let onkeydown = {
        let done = props.done.clone();
        Callback::from(move |event: KeyboardEvent| {
            let is_line = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.type_() == "text");
            if event.key() == "Enter" && is_line && !event.is_composing() && !event.default_prevented() {
                event.prevent_default();
                done.emit(());
            }
        })
    };
    let named = |words: voced_model::Words| format!("{}{}{}", words.get(lang), lang.pick("：", ": "), props.label);
    let others = &props.refused.others;
    html! {
        <div class="own-item-editor" role="group" aria-label={props.label.clone()} {onkeydown}>
            { for fields(&props.draft, &props.area, lang).iter().map(|field| one(field, props, &then)) }
            if !others.is_empty() {
                <ul class="fault" role="alert">{ for others.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            }
            <p class="own-item-tools">
                <button type="button" class="primary" id={format!("{}-done", section.element())}
                    aria-label={named(phrases::ITEMS_DONE)} onclick={done}>{ phrases::ITEMS_DONE.get(lang) }</button>
                <button type="button" id={format!("{}-cancel", section.element())}
                    aria-label={named(phrases::CANCEL)} onclick={cancel}>{ phrases::CANCEL.get(lang) }</button>
            </p>
        </div>
    }
}

/// A field with its name, its hint and what is wrong with it.
fn one(field: &Field, props: &ItemEditorProps, then: &Then) -> Html {
    let lang = props.lang;
    let id = element(&props.draft, field.key);
    let label = field.label.get(lang);
    let remark = if field.is_optional { lang.bracketed(phrases::ITEMS_OPTIONAL.get(lang)) } else { String::new() };
    let hint = field.hint.map(|hint| html! { <small id={format!("{id}-hint")}>{ hint.get(lang) }</small> });
    let body = match &field.kind {
        // It names itself.
        Kind::Result => return result(field, props),
        Kind::Tick => return tick(field, props),
        Kind::Points(allowed) => {
            let fault = props.refused.at(field.key);
            return html! {
                <fieldset class="own-item-points" key={field.key}>
                    <legend>{ label }</legend>
                    { points(allowed, props, then) }
                    { hint }
                    { told(fault, &id, html! {}) }
                </fieldset>
            };
        }
        Kind::Choice(options) => list(field, options, props),
        Kind::Words => text_box(field, props),
        Kind::Name | Kind::Number(_) => {
            let (typing, key) = (props.typing.clone(), field.key);
            let set = Callback::from(move |text: String| typing.emit(Typing::Set(key, text)));
            let text = props.draft.text(key).to_owned();
            let limit = (field.kind == Kind::Name).then(|| MAX_NAME.to_string());
            line(
                Line {
                    at: key.to_owned(),
                    text,
                    name: label.to_owned(),
                    is_labelled: true,
                    allowed: field.allowed(),
                    limit,
                    set,
                },
                hint.is_some(),
                props,
            )
        }
    };
    html! {
        <div class="own-item-field" key={field.key}>
            <label class="caption" for={id}>{ label }{ remark }</label>
            <span class="field">{ body }{ hint }</span>
        </div>
    }
}
