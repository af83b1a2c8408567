//! A part of the page that opens from a button and closes again: of the header, or a choice that takes room.

use yew::prelude::*;

use crate::browser::dom;

/// Properties of [`Menu`].
#[derive(Properties, PartialEq)]
pub struct MenuProps {
    /// The id of what is pressed.
    pub id: &'static str,
    /// What the menu is for, for readers who hear the page.
    pub label: AttrValue,
    /// What is pressed.
    pub face: Html,
    /// Whether a choice closes it.
    #[prop_or(true)]
    pub closes: bool,
    /// What opens; mounted while it is open alone.
    pub children: Html,
}

/// A menu. It closes by a choice, by its button, by a press beside it, by the Escape key, and when the focus goes on.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let is_open = use_state_eq(|| false);
    let whole = use_node_ref();
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: MouseEvent| {
            // The page opens it, not the browser: both must agree on what is there.
            event.prevent_default();
            is_open.set(!*is_open);
        })
    };
    let close = {
        let (is_open, css) = (is_open.clone(), format!("#{}", props.id));
        move || {
            is_open.set(false);
            dom::focus(&css);
        }
    };
    let onkeydown = {
        let (is_open, close, closes) = (is_open.clone(), close.clone(), props.closes);
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if *is_open => {
                event.stop_propagation();
                close();
            }
            // A field in it took the key for its choice.
            "Enter" if *is_open && closes && event.default_prevented() => close(),
            _ => {}
        })
    };
    let onfocusout = {
        let (is_open, whole) = (is_open.clone(), whole.clone());
        Callback::from(move |event: FocusEvent| {
            // Nothing is known where the focus goes nowhere, as for a press on plain text.
            let next =
                event.related_target().and_then(|next| wasm_bindgen::JsCast::dyn_into::<web_sys::Node>(next).ok());
            let whole = whole.cast::<web_sys::Node>();
            if next.zip(whole).is_some_and(|(next, whole)| !whole.contains(Some(&next))) {
                is_open.set(false);
            }
        })
    };
    let onclick = {
        let closes = props.closes;
        Callback::from(move |event: MouseEvent| {
            if closes && dom::is_within(&event, "button") {
                close();
            }
        })
    };
    html! {
        <details class="menu" ref={whole} open={*is_open} {onkeydown} {onfocusout}>
            <summary id={props.id} aria-label={props.label.clone()} onclick={toggle}>{ props.face.clone() }</summary>
            if *is_open {
                <div class="popup" {onclick}>{ props.children.clone() }</div>
            }
        </details>
    }
}
