//! A list that adds what is chosen to something, and is then ready for the next.

use yew::prelude::*;

use crate::browser::dom;

/// Properties of [`AddList`].
#[derive(Properties, PartialEq)]
pub struct AddListProps {
    /// The element's id.
    pub id: &'static str,
    /// What it is called, where no label stands around it.
    #[prop_or_default]
    pub label: Option<&'static str>,
    /// Its first line, which adds nothing.
    pub first: AttrValue,
    /// What may be added.
    pub children: Html,
    /// The value of what was chosen.
    pub add: Callback<String>,
}

/// The list. A key that would change a closed list opens it instead: else every line on the way to the wanted
/// one would be added.
#[component]
pub fn AddList(props: &AddListProps) -> Html {
    let add = props.add.clone();
    let onchange = Callback::from(move |event: Event| {
        let list: web_sys::HtmlSelectElement = event.target_unchecked_into();
        let value = list.value();
        list.set_value("");
        if !value.is_empty() {
            add.emit(value);
        }
    });
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if opens(&event, &event.key()) && dom::open_list(&event.target_unchecked_into()) {
            event.prevent_default();
        }
    });
    html! {
        <select id={props.id} aria-label={props.label} {onchange} {onkeydown}>
            <option value="" selected=true>{ &props.first }</option>
            { props.children.clone() }
        </select>
    }
}

/// Whether a key would change a closed list, so that it has to open instead.
pub fn opens(event: &KeyboardEvent, key: &str) -> bool {
    !(event.ctrl_key() || event.meta_key() || event.alt_key()) && changes_a_list(key)
}

/// Whether a key moves on in a closed list: arrows and their like, and letters.
fn changes_a_list(key: &str) -> bool {
    let is_letter = key != " " && key.chars().count() == 1;
    is_letter || key.starts_with("Arrow") || ["Home", "End", "PageUp", "PageDown"].contains(&key)
}
