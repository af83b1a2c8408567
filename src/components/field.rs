//! A field for a number: shows it in the unit's way, takes what people type, says what is wrong.

use yew::prelude::*;

/// Properties of [`NumberField`].
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// The element's id.
    pub id: String,
    /// The name for screen readers.
    pub label: String,
    /// The text of the present value.
    pub text: String,
    /// Reads typed text: the value, or what to say.
    pub read: Callback<String, Result<f64, String>>,
    /// A readable value was entered.
    pub enter: Callback<f64>,
}

/// A field that keeps what is being typed until it is finished with Enter or by leaving the field.
/// Text that is no allowed number stays in the field with the reason beside it.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
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
        // A new value from elsewhere (a slider, undo) replaces an unfinished entry.
        let forget = forget.clone();
        use_effect_with(props.text.clone(), move |_| forget());
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            draft.set(Some(input.value()));
        })
    };
    let onchange = {
        let (fault, forget) = (fault.clone(), forget.clone());
        let (read, enter, now) = (props.read.clone(), props.enter.clone(), props.text.clone());
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            let typed = input.value();
            if typed == now {
                return forget();
            }
            match read.emit(typed) {
                Ok(value) => {
                    forget();
                    enter.emit(value);
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
    let value = draft.as_ref().unwrap_or(&props.text).clone();
    html! {
        <span class="field">
            <input
                type="text" inputmode="decimal" autocomplete="off" spellcheck="false" id={props.id.clone()}
                aria-label={props.label.clone()} aria-invalid={fault.is_some().then_some("true")}
                aria-describedby={fault.is_some().then(|| said.clone())} {value} {oninput} {onchange} {onkeydown}
            />
            if let Some(fault) = &*fault {
                <span class="fault" id={said} role="alert">{ fault }</span>
            }
        </span>
    }
}
