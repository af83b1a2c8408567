//! The controls of the editor: lines, texts, lists, ticks, years with values.

use voced_model::{Allowed, Quantity};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::draft::{Half, Point};
use super::fields::{Choice, Field};
use super::item::years;
use super::reading::{FieldFault, number, point_at};
use super::state::{ItemEditorProps, Typing, element};
use crate::browser::dom;
use crate::phrases;
use crate::ui::result_search::Finding;
use crate::ui::use_focus_after_render::Then;

/// A field of one line.
pub struct Line {
    /// Where it stands.
    pub at: String,
    /// What stands in it.
    pub text: String,
    /// What it is called.
    pub name: String,
    /// Whether a label stands before it that says so.
    pub is_labelled: bool,
    /// The numbers it takes; none for a text.
    pub allowed: Option<Allowed>,
    /// The most characters.
    pub limit: Option<String>,
    /// Where a text goes.
    pub set: Callback<String>,
}

/// The field, with its unit and what is wrong with it.
pub fn line(line: Line, has_hint: bool, props: &ItemEditorProps) -> Html {
    let lang = props.lang;
    let id = element(&props.draft, &line.at);
    let fault = props.refused.at(&line.at);
    let oninput = line.set.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    let onchange = {
        let (typing, at, allowed, draft) = (props.typing.clone(), line.at.clone(), line.allowed, props.draft.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let text = text.trim();
            // An empty one may still be filled in; it is told when the item is done.
            if let Some(allowed) = allowed.filter(|_| !text.is_empty())
                && let Err(told) = number(text, &allowed, &draft, lang)
            {
                typing.emit(Typing::Judge(FieldFault { at: at.clone(), told }));
            }
        })
    };
    let onpaste = {
        let (set, is_number) = (line.set.clone(), line.allowed.is_some());
        Callback::from(move |event: Event| {
            // A field of one line would run cells of a column together.
            if let Some(cells) = dom::pasted_lines(&event).filter(|_| is_number) {
                event.prevent_default();
                set.emit(cells);
            }
        })
    };
    let offers = fault.map(|fault| {
        let offer = |(_, face): &(f64, String)| {
            let (set, text, place) = (line.set.clone(), face.clone(), format!("[id='{id}']"));
            let onclick = Callback::from(move |_: MouseEvent| {
                set.emit(text.clone());
                // The button goes away with the fault.
                dom::focus(&place);
            });
            let label = format!("{}{}{face}", line.name, lang.pick("：", ": "));
            html! { <button type="button" class="link" aria-label={label} {onclick}>{ face }</button> }
        };
        let offers = fault.told.offers.iter().map(offer);
        html! { <span class="offers">{ for offers }</span> }
    });
    let unit = line.allowed.and_then(|allowed| allowed.unit).map(|unit| unit.words().get(lang));
    html! {
        <>
            <input type="text" id={id.clone()} dir={line.allowed.is_none().then_some("auto")} autocomplete="off"
                spellcheck="false" inputmode={line.allowed.is_some().then_some("decimal")} maxlength={line.limit}
                aria-label={(!line.is_labelled).then_some(line.name)} aria-invalid={fault.is_some().then_some("true")}
                aria-describedby={described(&id, has_hint, fault.is_some())} value={line.text} {oninput} {onchange} {onpaste} />
            if let Some(unit) = unit.filter(|unit| !unit.is_empty()) {
                <span class="unit">{ unit }</span>
            }
            { told(fault, &id, offers.unwrap_or_default()) }
        </>
    }
}

/// The ids of what describes a field.
fn described(id: &str, has_hint: bool, has_fault: bool) -> Option<String> {
    let parts: Vec<String> = [(has_fault, "fault"), (has_hint, "hint")]
        .into_iter()
        .filter(|(is_there, _)| *is_there)
        .map(|(_, what)| format!("{id}-{what}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What is wrong with a field, and what may be taken instead.
pub fn told(fault: Option<&FieldFault>, id: &str, offers: Html) -> Html {
    match fault {
        Some(fault) => html! {
            <>
                <span class="fault" id={format!("{id}-fault")} role="alert">{ &fault.told.said }</span>
                { offers }
            </>
        },
        None => html! {},
    }
}

/// A field for a text of some length.
pub fn text_box(field: &Field, props: &ItemEditorProps) -> Html {
    let (typing, key) = (props.typing.clone(), field.key);
    let id = element(&props.draft, key);
    let fault = props.refused.at(key);
    let oninput = Callback::from(move |event: InputEvent| {
        typing.emit(Typing::Set(key, event.target_unchecked_into::<web_sys::HtmlTextAreaElement>().value()));
    });
    let value = props.draft.text(key).to_owned();
    html! {
        <>
            <textarea id={id.clone()} rows="2" dir="auto" aria-invalid={fault.is_some().then_some("true")}
                aria-describedby={described(&id, field.hint.is_some(), fault.is_some())} {value} {oninput} />
            { told(fault, &id, html! {}) }
        </>
    }
}

/// A list of which one is chosen.
pub fn list(field: &Field, options: &[Choice], props: &ItemEditorProps) -> Html {
    let (typing, key) = (props.typing.clone(), field.key);
    let id = element(&props.draft, key);
    let fault = props.refused.at(key);
    let chosen = props.draft.text(key);
    let onchange = Callback::from(move |event: Event| {
        typing.emit(Typing::Set(key, event.target_unchecked_into::<web_sys::HtmlSelectElement>().value()));
    });
    let option = |choice: &Choice| {
        let selected = choice.value == chosen;
        html! { <option key={choice.value.clone()} value={choice.value.clone()} {selected}>{ &choice.words }</option> }
    };
    // Members of a group stand together.
    let groups = options.chunk_by(|one, next| one.group == next.group).map(|members| {
        let members_shown = members.iter().map(option);
        match members.first().and_then(|first| first.group) {
            Some(group) => html! { <optgroup key={group} label={group}>{ for members_shown }</optgroup> },
            None => html! { <>{ for members_shown }</> },
        }
    });
    let is_chosen = options.iter().any(|choice| choice.value == chosen);
    let first = format!("{}…", phrases::ITEMS_CHOOSE.get(props.lang));
    html! {
        <>
            <select id={id.clone()} aria-invalid={fault.is_some().then_some("true")}
                aria-describedby={described(&id, field.hint.is_some(), fault.is_some())} {onchange}>
                if !is_chosen {
                    <option value="" selected=true>{ first }</option>
                }
                { for groups }
            </select>
            { told(fault, &id, html! {}) }
        </>
    }
}

/// A list of all results with a field that narrows it.
pub fn result(field: &Field, props: &ItemEditorProps) -> Html {
    let lang = props.lang;
    let (typing, key) = (props.typing.clone(), field.key);
    let choose = Callback::from(move |quantity: Quantity| typing.emit(Typing::Set(key, quantity.id().to_owned())));
    let chosen = Quantity::find(props.draft.text(key));
    let first = chosen.is_none().then(|| AttrValue::from(format!("{}…", phrases::ITEMS_CHOOSE.get(lang))));
    let id = props.draft.section.result_element();
    let fault = props.refused.at(key);
    let describedby = fault.map(|_| format!("{id}-fault"));
    html! {
        <div class="own-item-result" key={key} role="group" aria-label={field.label.get(lang)} aria-describedby={describedby}>
            <Finding {id} caption={field.label.get(lang)} {chosen} {first} {lang} {choose} />
            { told(fault, id, html! {}) }
        </div>
    }
}

/// A box to be ticked.
pub fn tick(field: &Field, props: &ItemEditorProps) -> Html {
    let (typing, key) = (props.typing.clone(), field.key);
    let onchange = Callback::from(move |event: Event| {
        let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
        typing.emit(Typing::Set(key, if is_on { "1" } else { "0" }.to_owned()));
    });
    html! {
        <label class="own-item-tick" key={key}>
            <input type="checkbox" id={element(&props.draft, key)} checked={props.draft.text(key) == "1"} {onchange} />
            { field.label.get(props.lang) }
        </label>
    }
}

/// The rows of years and values.
pub fn points(allowed: &Allowed, props: &ItemEditorProps, then: &Then) -> Html {
    let lang = props.lang;
    let half = |place: usize, half: Half, text: &str, allowed: Allowed| {
        let typing = props.typing.clone();
        let words = match half {
            Half::Year => phrases::YEAR,
            Half::Value => phrases::ITEMS_VALUE,
        };
        let name = format!("{} {}", words.get(lang), place + 1);
        let set = Callback::from(move |text: String| typing.emit(Typing::SetPoint(place, half, text)));
        let at = point_at(place, half);
        let text = text.to_owned();
        html! { <span class="field">{ line(Line { at, text, name, is_labelled: false, allowed: Some(allowed), limit: None, set }, false, props) }</span> }
    };
    let last = props.draft.points.len();
    let add = {
        let (then, place) = (then.clone(), element(&props.draft, &point_at(last, Half::Year)));
        props.typing.reform(move |_: MouseEvent| {
            then.focus(format!("#{place}"));
            Typing::AddPoint
        })
    };
    let adder = element(&props.draft, "points-add");
    let row = |(place, point): (usize, &Point)| {
        let remove = {
            let (then, adder) = (then.clone(), adder.clone());
            props.typing.reform(move |_: MouseEvent| {
                then.focus(format!("#{adder}"));
                Typing::DropPoint(place)
            })
        };
        let label = format!("{} {}", phrases::ITEMS_DELETE.get(lang), one_name(point, place));
        html! {
            <li key={place}>
                { half(place, Half::Year, &point.year, years()) }
                { half(place, Half::Value, &point.value, *allowed) }
                <button type="button" class="link" aria-label={label} onclick={remove}>{ phrases::ITEMS_DELETE.get(lang) }</button>
            </li>
        }
    };
    html! {
        <>
            <ul>{ for props.draft.points.iter().enumerate().map(row) }</ul>
            <button type="button" class="chip" id={adder} onclick={add}>
                <span aria-hidden="true">{ "＋ " }</span>{ phrases::ITEMS_ADD_YEAR.get(lang) }
            </button>
        </>
    }
}

/// What a point is called: its year, or its place while it has none.
fn one_name(point: &Point, place: usize) -> String {
    let year = point.year.trim();
    if year.is_empty() { (place + 1).to_string() } else { year.to_owned() }
}
