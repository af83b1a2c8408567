//! A field for a name, done with Enter or a button.

use voced_scenario::MAX_NAME;
use yew::prelude::*;

/// Properties of [`NameField`].
#[derive(Properties, PartialEq)]
pub struct NameFieldProps {
    /// The element's id.
    pub id: String,
    /// What the field is called.
    pub label: String,
    /// What stands in it until something is typed.
    pub proposal: String,
    /// What the button says.
    pub button: String,
    /// Whether the field begins with its text chosen, to be typed over.
    #[prop_or_default]
    pub at_once: bool,
    /// Whether the label is only for screen readers.
    #[prop_or_default]
    pub quiet: bool,
    /// The name was given.
    pub enter: Callback<String>,
    /// The field is left without a name.
    #[prop_or_default]
    pub leave: Option<Callback<()>>,
}

/// A field for a name.
#[component]
pub fn NameField(props: &NameFieldProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let field = use_node_ref();
    {
        // Another proposal begins the field anew, unless something is being typed.
        let (field, at_once) = (field.clone(), props.at_once);
        use_effect_with((), move |()| {
            if let Some(input) = field.cast::<web_sys::HtmlInputElement>().filter(|_| at_once) {
                // A field that cannot take the focus leaves it where it was.
                let _ = input.focus();
                input.select();
            }
        });
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            draft.set(Some(input.value()));
        })
    };
    let text = draft.as_ref().unwrap_or(&props.proposal).clone();
    let enter = {
        let (draft, enter, proposal, text) = (draft.clone(), props.enter.clone(), props.proposal.clone(), text.clone());
        Callback::from(move |()| {
            draft.set(None);
            enter.emit(if text.trim().is_empty() { proposal.clone() } else { text.clone() });
        })
    };
    let onkeydown = {
        let (enter, leave) = (enter.clone(), props.leave.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            // Enter that ends the composing of Chinese characters is not the end of the name.
            "Enter" if !event.is_composing() && event.key_code() != 229 => {
                event.prevent_default();
                enter.emit(());
            }
            "Escape" => {
                draft.set(None);
                if let Some(leave) = &leave {
                    event.stop_propagation();
                    leave.emit(());
                }
            }
            _ => {}
        })
    };
    let onclick = enter.reform(|_: MouseEvent| ());
    html! {
        <span class="naming">
            <label for={props.id.clone()} class={if props.quiet { "hidden" } else { "caption" }}>{ &props.label }</label>
            <input
                type="text" id={props.id.clone()} ref={field} dir="auto" autocomplete="off" spellcheck="false"
                maxlength={MAX_NAME.to_string()} value={text} {oninput} {onkeydown}
            />
            <button type="button" id={format!("{}-done", props.id)} class={(!props.quiet).then_some("primary")} {onclick}>
                { &props.button }
            </button>
        </span>
    }
}
