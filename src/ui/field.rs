//! A field for a number: shows it in the unit's way, takes what people type, says what is wrong.

use voced_model::Allowed;
use voced_model::{Lang, Unit, Words, format};
use voced_scenario::Problem;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::lazy_part::use_part;
use super::typing::{NotTaken, Told, read_typed};
use crate::browser::dom;
use crate::browser::parts::Part;
use crate::lazy;

/// Properties of [`NumberField`].
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// The element's id.
    pub id: String,
    /// The name for screen readers.
    pub label: String,
    /// The text of the present value.
    pub text: String,
    /// The numbers allowed.
    pub allowed: Allowed,
    /// The language.
    pub lang: Lang,
    /// A number was entered.
    pub enter: Callback<f64>,
    /// What can be done with a number beyond those allowed.
    #[prop_or_default]
    pub beyond: Option<Beyond>,
}

/// Numbers that a field does not hold as things are, and what would have to change for them.
#[derive(Clone, PartialEq)]
pub struct Beyond {
    /// Which numbers.
    pub allowed: Allowed,
    /// Why not.
    pub why: String,
    /// What a button does, said before the number.
    pub offer: Words,
    /// Does it.
    pub change: Callback<f64>,
}

/// A field that keeps what is being typed until it is finished with Enter or by leaving the field.
/// Text that is no allowed number stays in the field, with the reason and what it may mean beside it.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let draft = use_state_eq(|| None::<String>);
    let fault = use_state_eq(|| None::<NotTaken>);
    let input = use_node_ref();
    use_part(Part::Later, matches!(*fault, Some(NotTaken::Unread(_))));
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
            let input: HtmlInputElement = event.target_unchecked_into();
            draft.set(Some(input.value()));
        })
    };
    let finish = {
        let (fault, forget, enter, now) = (fault.clone(), forget.clone(), props.enter.clone(), props.text.clone());
        let allowed = props.allowed;
        Callback::from(move |typed: String| {
            // What was not typed over stays as exact as it is.
            if typed == now {
                return forget();
            }
            match read_typed(&typed, &allowed) {
                Ok(value) => {
                    forget();
                    enter.emit(value);
                }
                Err(not_taken) => fault.set(Some(not_taken)),
            }
        })
    };
    let onchange = finish.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    let onpaste = {
        let draft = draft.clone();
        Callback::from(move |event: Event| {
            // A field of one line would run cells of a column together.
            if let Some(cells) = dom::pasted_lines(&event) {
                event.prevent_default();
                draft.set(Some(cells.clone()));
                finish.emit(cells);
            }
        })
    };
    let leave = {
        let (forget, input) = (forget.clone(), input.clone());
        move || {
            forget();
            // What had the focus may go away with the fault.
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let _ = input.focus();
            }
        }
    };
    let onkeydown = {
        let (is_editing, leave) = (draft.is_some(), leave.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && is_editing {
                event.prevent_default();
                event.stop_propagation();
                leave();
            }
        })
    };
    let said = format!("{}-fault", props.id);
    let value = draft.as_ref().unwrap_or(&props.text).clone();
    let take = |value: f64, face: String, enter: &Callback<f64>| {
        let (leave, enter) = (leave.clone(), enter.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            leave();
            enter.emit(value);
        });
        let label = format!("{}{}{face}", props.label, props.lang.pick("：", ": "));
        html! { <button type="button" class="link" aria-label={label} {onclick}>{ face }</button> }
    };
    let told = fault.as_ref().map(|fault| match (fault, &props.beyond) {
        (NotTaken::NotAllowed(value), Some(beyond)) if Problem::of(&beyond.allowed, *value).is_none() => {
            let number = format::entry(*value, beyond.allowed.unit.unwrap_or(Unit::Ratio), props.lang);
            let face = format!("{}{}{number}", beyond.offer.get(props.lang), props.lang.pick("", " "));
            (beyond.why.clone(), vec![take(*value, face, &beyond.change)])
        }
        _ => {
            let Told { said, offers } = told(fault, props);
            (said, offers.into_iter().map(|(value, face)| take(value, face, &props.enter)).collect())
        }
    });
    html! {
        <span class="field" {onkeydown}>
            <input
                type="text" inputmode="decimal" autocomplete="off" spellcheck="false" id={props.id.clone()} ref={input}
                aria-label={props.label.clone()} aria-invalid={fault.is_some().then_some("true")}
                aria-describedby={fault.is_some().then(|| said.clone())} {value} {oninput} {onchange} {onpaste}
            />
            if let Some((fault, offers)) = told {
                <span class="fault" id={said} role="alert">{ fault }</span>
                <span class="offers">{ for offers }</span>
            }
        </span>
    }
}

/// What is said of a text that is not taken; in short until its part is here.
fn told(fault: &NotTaken, props: &NumberFieldProps) -> Told {
    let all = match fault {
        NotTaken::Unread(text) => lazy::refused(text, &props.allowed, props.lang),
        NotTaken::NotAllowed(_) => None,
    };
    all.unwrap_or_else(|| Told { said: fault.short(&props.allowed, props.lang), offers: Vec::new() })
}
