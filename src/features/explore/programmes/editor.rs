//! Name and years of a project or deliverable, to be changed.

use voced_model::Lang;
use voced_scenario::MAX_NAME;
use yew::prelude::*;

use super::number::number;
use super::view_model::{Item, read_name};
use crate::app::Action;
use crate::phrases;
use crate::ui::Send;

/// The editor of one item.
pub(crate) fn item_editor(item: &Item, lang: Lang, send: &Send, drop_item: &Callback<MouseEvent>) -> Html {
    let rename = {
        let item = item.clone();
        send.reform(move |name: String| item.rename(&name, lang))
    };
    let usual = {
        let id = item.id.clone();
        send.reform(move |_: MouseEvent| Action::DropCost(id.clone()))
    };
    let button = |what: &str, words: voced_model::Words, onclick: &Callback<MouseEvent>| {
        let label = format!("{} {}", words.get(lang), item.name);
        html! {
            <button type="button" class="link" id={item.element(what)} aria-label={label} {onclick}>{ words.get(lang) }</button>
        }
    };
    html! {
        <div class="programme-editor">
            <div class="programme-numbers">
                <span aria-hidden="true">{ phrases::ITEM_NAME.get(lang) }</span>
                <ItemName id={item.element("name")} label={format!("{} {}", item.name, phrases::ITEM_NAME.get(lang))}
                    name={item.name.clone()} {lang} enter={rename} />
                { for item.further().iter().map(|field| number(item, *field, lang, send)) }
            </div>
            <p class="programme-tools">
                if item.has_own_cost && item.is_own {
                    { button("usual-cost", phrases::USUAL_COST, &usual) }
                }
                if item.is_own {
                    { button("remove", phrases::REMOVE_ITEM, drop_item) }
                } else if item.is_changed {
                    { button("reset", phrases::RESET_ITEM, drop_item) }
                }
            </p>
        </div>
    }
}

/// Properties of [`ItemName`].
#[derive(Properties, PartialEq)]
struct ItemNameProps {
    id: String,
    label: String,
    name: String,
    lang: Lang,
    enter: Callback<String>,
}

/// A field for a name, done with Enter or by leaving it. What can not be a name stays in it, with the reason.
#[component]
fn ItemName(props: &ItemNameProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let fault = use_state_eq(|| None::<String>);
    let forget = {
        let (draft, fault) = (draft.clone(), fault.clone());
        move || {
            draft.set(None);
            fault.set(None);
        }
    };
    {
        let forget = forget.clone();
        use_effect_with(props.name.clone(), move |_| forget());
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            draft.set(Some(event.target_unchecked_into::<web_sys::HtmlInputElement>().value()));
        })
    };
    let onchange = {
        let (fault, forget, lang) = (fault.clone(), forget.clone(), props.lang);
        let (name, enter) = (props.name.clone(), props.enter.clone());
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            match read_name(&typed, lang) {
                Ok(read) => {
                    forget();
                    if read != name {
                        enter.emit(read);
                    }
                }
                Err(said) => fault.set(Some(said)),
            }
        })
    };
    let onkeydown = {
        let is_editing = draft.is_some();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && is_editing {
                event.prevent_default();
                event.stop_propagation();
                forget();
            }
        })
    };
    let said = format!("{}-fault", props.id);
    let value = draft.as_ref().unwrap_or(&props.name).clone();
    html! {
        <span class="field name">
            <input
                type="text" dir="auto" autocomplete="off" spellcheck="false" id={props.id.clone()}
                maxlength={MAX_NAME.to_string()} aria-label={props.label.clone()}
                aria-invalid={fault.is_some().then_some("true")}
                aria-describedby={fault.is_some().then(|| said.clone())} {value} {oninput} {onchange} {onkeydown}
            />
            if let Some(fault) = &*fault {
                <span class="fault" id={said} role="alert">{ fault }</span>
            }
        </span>
    }
}
