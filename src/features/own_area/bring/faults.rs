//! What the reader of a table has to decide: each with its place, what may be meant, and a field to correct it.

use voced_import::{CellFault, CellProblem, Unknown};
use voced_model::{InputId, Lang, Quantity};
use yew::prelude::*;

use super::decided::Decided;
use crate::phrases;

/// The faults; nothing where there are none.
pub(crate) fn faults(faults: &[CellFault], decided: &Decided, change: &Callback<Decided>, lang: Lang) -> Html {
    if faults.is_empty() {
        return html! {};
    }
    html! {
        <section class="to-decide" aria-labelledby="to-decide">
            <h5 id="to-decide">{ phrases::TO_DECIDE.get(lang) }{ lang.bracketed(&faults.len().to_string()) }</h5>
            <ul>{ for faults.iter().enumerate().map(|(i, one)| fault(i, one, decided, change, lang)) }</ul>
        </section>
    }
}

fn fault(i: usize, fault: &CellFault, decided: &Decided, change: &Callback<Decided>, lang: Lang) -> Html {
    let offer = |face: String, next: Decided| {
        let onclick = change.reform(move |_: MouseEvent| next.clone());
        html! { <button type="button" class="chip" {onclick}><bdi>{ face }</bdi></button> }
    };
    let mut offers: Vec<Html> = Vec::new();
    if let Some(at) = &fault.at {
        // What may be meant is offered by its name, and written as the id, which means it alone.
        let face = |text: &str| match (InputId::find(text), Quantity::find(text)) {
            (Some(input), _) => input.spec().name.get(lang).to_owned(),
            (None, Some(quantity)) => quantity.spec().name.get(lang).to_owned(),
            (None, None) => text.to_owned(),
        };
        offers.extend(
            fault
                .readings
                .iter()
                .map(|reading| offer(face(&reading.text), decided.corrected(at, reading.text.clone()))),
        );
    }
    match &fault.problem {
        CellProblem::NoBaseYear { candidates } => offers.extend(candidates.iter().map(|year| {
            let mut next = decided.clone();
            next.choices.base_year = Some(*year);
            offer(year.to_string(), next)
        })),
        CellProblem::WhichArea { candidates } => offers.extend(candidates.iter().map(|name| {
            let mut next = decided.clone();
            next.choices.name = Some(name.clone());
            offer(name.clone(), next)
        })),
        _ => {}
    }
    let by_hand = fault.at.as_ref().map(|at| {
        let id = format!("correct-{i}");
        let onchange = {
            let (decided, at, change) = (decided.clone(), at.clone(), change.clone());
            Callback::from(move |event: Event| {
                let text = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
                change.emit(decided.corrected(&at, text));
            })
        };
        let label = format!("{} {}", phrases::CORRECT_CELL.get(lang), at.text(lang));
        let leave_out = decided.corrected(at, String::new());
        html! {
            <>
                <label class="labelled">
                    <span class="caption">{ phrases::CORRECT_CELL.get(lang) }</span>
                    <input type="text" {id} class="correct" aria-label={label} autocomplete="off" value={fault.written.clone()} {onchange} />
                </label>
                { offer(phrases::LEAVE_OUT.get(lang).to_owned(), leave_out) }
            </>
        }
    });
    let said = match (&fault.problem, &fault.at) {
        (CellProblem::TwoNames(_), Some(at)) => {
            format!("{} “{}”{}{}", at.text(lang), fault.label, lang.pick("：", ": "), phrases::TWO_NAMES.get(lang))
        }
        _ => fault.message(lang),
    };
    html! {
        <li key={i}>
            <p class="fault"><bdi>{ said }</bdi></p>
            <div class="ask-bar">{ for offers }{ by_hand }</div>
        </li>
    }
}

/// Rows and columns that are not known, with what each may be.
pub(crate) fn unknown(
    unknown: &[Unknown],
    more: usize,
    decided: &Decided,
    change: &Callback<Decided>,
    lang: Lang,
) -> Html {
    if unknown.is_empty() {
        return html! {};
    }
    let all = unknown.len() + more;
    let row = |one: &Unknown| {
        let offers = one.nearest.iter().take(3).map(|subject| {
            // Its id means it alone, whatever else is called so.
            let next = decided.corrected(&one.at, subject.id().to_owned());
            let onclick = change.reform(move |_: MouseEvent| next.clone());
            html! { <button type="button" class="link" {onclick}>{ subject.name(lang) }</button> }
        });
        html! {
            <li>
                <span class="caption">{ one.at.text(lang) }</span>{ " " }<bdi>{ &one.label }</bdi>
                if !one.nearest.is_empty() {
                    <span class="offers">{ " " }{ phrases::IS_IT.get(lang) }{ lang.pick("：", ": ") }{ for offers }</span>
                }
            </li>
        }
    };
    html! {
        <details class="not-known">
            <summary>{ phrases::NOT_KNOWN.get(lang) }{ lang.bracketed(&all.to_string()) }</summary>
            <ul>{ for unknown.iter().map(row) }</ul>
            if more > 0 { <p class="caption">{ "…" }</p> }
        </details>
    }
}
