//! What a table does not hold: for each value a national one, another area's, or a number that is entered.

use voced_model::{InputId, Lang, format};
use voced_scenario::{Area, describing};
use yew::prelude::*;

use super::decided::Decided;
use crate::features::own_area::view_model::{is_of_size, lenders};
use crate::phrases;
use crate::ui::field::NumberField;

/// The values that are missing. Those that grow with the size of the area come first and open: nothing national could
/// stand for them.
pub(super) fn missing(inputs: &[InputId], decided: &Decided, change: &Callback<Decided>, lang: Lang) -> Html {
    let described: Vec<InputId> = describing().filter(|input| inputs.contains(input)).collect();
    if described.is_empty() {
        return html! {};
    }
    let (sized, others): (Vec<InputId>, Vec<InputId>) = described.iter().partition(|input| is_of_size(**input));
    let row = |input: &InputId| row(*input, decided, change, lang);
    html! {
        <>
            if !sized.is_empty() {
                <section class="still-missing sized" aria-labelledby="missing-sized">
                    <h5 id="missing-sized">{ phrases::MISSING_SIZED.get(lang) }{ lang.bracketed(&sized.len().to_string()) }</h5>
                    <p class="how">{ phrases::MISSING_SIZED_HOW.get(lang) }</p>
                    <ul>{ for sized.iter().map(row) }</ul>
                </section>
            }
            if !others.is_empty() {
                <details class="still-missing">
                    <summary>{ phrases::STILL_MISSING.get(lang) }{ lang.bracketed(&others.len().to_string()) }</summary>
                    { fill_all(decided, change, lang) }
                    <ul>{ for others.iter().map(row) }</ul>
                </details>
            }
        </>
    }
}

/// The area chosen in a list; none for national values.
fn chosen(event: &Event) -> Option<String> {
    let id = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
    Some(id).filter(|id| !id.is_empty())
}

fn copy_from(name: &str, lang: Lang) -> String {
    format!("{}{}{name}", phrases::FILL_COPY.get(lang), lang.pick("", " "))
}

/// What becomes of all of them.
pub(crate) fn fill_all(decided: &Decided, change: &Callback<Decided>, lang: Lang) -> Html {
    let onchange = {
        let decided = decided.clone();
        change.reform(move |event: Event| Decided {
            fill_all: chosen(&event),
            fill_each: Vec::new(),
            ..decided.clone()
        })
    };
    let areas = Area::all_shipped().map(|area| (area.id.as_str(), area.short.get(lang)));
    let option = |(id, name): (&'static str, &str)| {
        let selected = decided.fill_all.as_deref() == Some(id);
        html! { <option value={id} {selected}>{ copy_from(name, lang) }</option> }
    };
    html! {
        <label class="labelled">
            <span class="caption">{ phrases::FILL_ALL.get(lang) }</span>
            <select id="fill-all" {onchange}>
                <option value="" selected={decided.fill_all.is_none()}>{ phrases::FILL_GENERAL.get(lang) }</option>
                { for areas.map(option) }
            </select>
        </label>
    }
}

fn row(input: InputId, decided: &Decided, change: &Callback<Decided>, lang: Lang) -> Html {
    let spec = input.spec();
    let name = spec.name.get(lang);
    let entered = decided.entered.iter().find(|(known, _)| *known == input).map(|(_, number)| *number);
    let now = decided.fill_each.iter().rev().find(|(known, _)| *known == input);
    let now = now.map_or(&decided.fill_all, |(_, id)| id).clone();
    let onchange = {
        let decided = decided.clone();
        change.reform(move |event: Event| {
            let mut next = decided.clone();
            next.entered.retain(|(known, _)| *known != input);
            next.fill_each.retain(|(known, _)| *known != input);
            next.fill_each.push((input, chosen(&event)));
            next
        })
    };
    let enter = {
        let decided = decided.clone();
        change.reform(move |number: f64| {
            let mut next = decided.clone();
            next.entered.retain(|(known, _)| *known != input);
            next.entered.push((input, number));
            next
        })
    };
    let option = |(id, lender): (&'static str, String)| {
        let selected = entered.is_none() && now.as_deref() == Some(id);
        html! { <option value={id} {selected}>{ copy_from(&lender, lang) }</option> }
    };
    let general = format!("{}{}", phrases::FILL_GENERAL.get(lang), lang.bracketed(&spec.text(spec.default, lang)));
    let text = entered.map(|number| format::entry(number, spec.unit, lang)).unwrap_or_default();
    html! {
        <li key={spec.id}>
            <span class="missing-name">{ name }</span>
            <NumberField id={format!("missing-{}", spec.id)} label={name} {text} allowed={spec.allowed()} {lang} {enter} />
            <span class="unit">{ spec.unit.words().get(lang) }</span>
            if entered.is_none() {
                <select aria-label={format!("{name}{}{}", lang.pick("：", ": "), phrases::FILL_GENERAL.get(lang))} {onchange}>
                    <option value="" selected={now.is_none()}>{ general }</option>
                    { for lenders(input, lang).into_iter().map(option) }
                </select>
            }
        </li>
    }
}
