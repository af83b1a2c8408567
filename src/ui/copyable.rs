//! Text to be copied: a field that shows all of it, and a button.

use voced_model::{Lang, Words};
use yew::prelude::*;

use crate::browser::clipboard;
use crate::phrases;

/// Properties of [`Copyable`].
#[derive(Properties, PartialEq)]
pub struct CopyableProps {
    /// The id of the field.
    pub id: AttrValue,
    /// What it is.
    pub label: AttrValue,
    /// What is on the button.
    #[prop_or(phrases::COPY)]
    pub button: Words,
    /// The text.
    pub text: AttrValue,
    /// How many lines the field shows.
    pub rows: u32,
    /// The language.
    pub lang: Lang,
    /// What stands beside the button.
    #[prop_or_default]
    pub children: Html,
}

/// Text to be copied. Where the browser does not let the page copy, the text is selected at least.
#[component]
pub fn Copyable(props: &CopyableProps) -> Html {
    let lang = props.lang;
    let field = use_node_ref();
    let outcome = use_state_eq(|| None::<Words>);
    {
        // Another text has not been copied yet.
        let outcome = outcome.setter();
        use_effect_with(props.text.clone(), move |_| outcome.set(None));
    }
    let onclick = {
        let (field, outcome) = (field.clone(), outcome.setter());
        Callback::from(move |_: MouseEvent| {
            let Some(field) = field.cast::<web_sys::HtmlTextAreaElement>() else { return };
            let outcome = outcome.clone();
            clipboard::copy(&field, move |done| {
                outcome.set(Some(if done { phrases::COPIED } else { phrases::NOT_COPIED }))
            });
        })
    };
    let said = outcome.map(|words| words.get(lang)).unwrap_or_default();
    let id = &props.id;
    html! {
        <div class="copyable">
            <label for={id}>{ &props.label }</label>
            <textarea {id} ref={field} readonly={true} rows={props.rows.to_string()} value={props.text.clone()} />
            <p>
                <button type="button" id={format!("{id}-copy")}
                    aria-label={format!("{} {}", props.button.get(lang), props.label)} {onclick}
                >{ props.button.get(lang) }</button>
                { props.children.clone() }
                <span id={format!("{id}-said")} role="status">{ said }</span>
            </p>
        </div>
    }
}
