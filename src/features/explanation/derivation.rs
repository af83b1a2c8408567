//! The panel that opens a number: formula, numbers in place, reasons, inputs with their sources.

use voced_analysis::explain;
use voced_analysis::explain::{Derivation, Opened, Token};
use voced_model::{InputId, Lang, Quantity, format};
use voced_scenario::ResolvedScenario;
use yew::prelude::*;

use super::provenance::source;
use crate::app::{Action, Outcome};
use crate::browser::parts::Part;
use crate::ui::lazy_part::{arriving, use_part};
use crate::ui::{Send, number_button};
use crate::{lazy, phrases};

/// Properties of [`DerivationDialog`].
#[derive(Properties, PartialEq)]
pub struct DerivationDialogProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The numbers opened one from the other, the last on top.
    pub opened: Vec<(Quantity, usize)>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// A dialog as long as a number is open.
#[component]
pub fn DerivationDialog(props: &DerivationDialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.opened.last().copied(), move |opened| {
            let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() else { return };
            match opened {
                Some(_) => {
                    if !dialog.open() {
                        // Fails only where it is open already.
                        let _ = dialog.show_modal();
                    }
                    dialog.set_scroll_top(0);
                }
                None => dialog.close(),
            }
        });
    }
    let arrival = use_part(Part::Later, !props.opened.is_empty());
    // Escape closes a dialog by itself; the state follows.
    let onclose = props.send.reform(|_: Event| Action::CloseExplanation);
    let close = props.send.reform(|_: MouseEvent| Action::CloseExplanation);
    let back = props.send.reform(|_: MouseEvent| Action::ExplainBack);
    let lang = props.lang;
    html! {
        <dialog ref={dialog} class="derivation" aria-labelledby="derivation-title" {onclose}>
            if let Some((quantity, t)) = props.opened.last() {
                <div class="dialog-bar">
                    if props.opened.len() > 1 {
                        <button type="button" class="quiet" id="derivation-back" onclick={back}>
                            <span aria-hidden="true">{ "← " }</span>{ phrases::BACK.get(lang) }
                        </button>
                    }
                    <p class="caption">{ phrases::DERIVATION.get(lang) }</p>
                    <button type="button" class="quiet" id="derivation-close" onclick={close}>{ phrases::CLOSE.get(lang) }</button>
                </div>
                { lazy::derivation(&props.outcome, *quantity, *t, lang, &props.send).unwrap_or_else(|| arriving(&arrival, lang)) }
            }
        </dialog>
    }
}

/// Properties of [`OpenedNumber`].
#[derive(Properties, PartialEq)]
pub struct OpenedNumberProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The number.
    pub quantity: Quantity,
    /// The index of its year.
    pub t: usize,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// One opened number. The equations are written down only while it is there.
#[component]
pub fn OpenedNumber(props: &OpenedNumberProps) -> Html {
    let book = use_memo(props.outcome.clone(), |outcome| explain::book(outcome.resolved()));
    opened(&book.derive(props.quantity, props.t), props.outcome.resolved(), props.lang, &props.send)
}

fn opened(derivation: &Derivation, resolved: &ResolvedScenario, lang: Lang, send: &Send) -> Html {
    let Derivation { quantity, t, .. } = derivation;
    let spec = quantity.spec();
    let year = resolved.base_year() + *t as i32;
    let value = match derivation.value {
        Some(value) => format::amount(value, spec.unit, lang).text(lang),
        None => phrases::NO_VALUE.get(lang).to_owned(),
    };
    html! {
        <>
            <h2 id="derivation-title">{ format!("{} · {year}", spec.name.get(lang)) }</h2>
            <p class="big">{ value }</p>
            if derivation.formula.is_empty() {
                <p>{ if *t == 0 { phrases::NOT_IN_BASE_YEAR } else { phrases::NO_VALUE_WHY }.get(lang) }</p>
            } else {
                { formula(derivation, resolved, lang, send) }
                { reasons(derivation, resolved, lang) }
                { results(derivation, resolved, lang, send) }
                { inputs(derivation, resolved, lang, send) }
            }
        </>
    }
}

fn formula(derivation: &Derivation, resolved: &ResolvedScenario, lang: Lang, send: &Send) -> Html {
    html! {
        <div class="formula">
            <h3>{ phrases::FORMULA.get(lang) }</h3>
            { equation(&derivation.formula, resolved, lang, send) }
            if !derivation.parts.is_empty() {
                <h3>{ phrases::NAMED_PARTS.get(lang) }</h3>
                <div class="named-parts">{ for derivation.parts.iter().map(|part| named_part(part, resolved, lang, send)) }</div>
            }
        </div>
    }
}

/// A formula with names, and with the numbers in their place.
fn equation(formula: &[Token], resolved: &ResolvedScenario, lang: Lang, send: &Send) -> Html {
    let named = formula.iter().map(|token| match token {
        Token::Quantity { quantity, t, .. } => {
            let name = token.name(resolved, lang);
            number_button(*quantity, *t, &name, html! { &name }, lang, send)
        }
        Token::Sign(_) | Token::Number(_) | Token::Power(_) => html! { token.name(resolved, lang) },
        _ => html! { <span class="term">{ token.name(resolved, lang) }</span> },
    });
    let numbers = formula.iter().map(|token| html! { token.number(lang) });
    html! {
        <>
            <p class="equation"><span aria-hidden="true">{ "= " }</span>{ for named }</p>
            <p class="caption">{ phrases::WITH_NUMBERS.get(lang) }</p>
            <p class="equation numbers"><span aria-hidden="true">{ "= " }</span>{ for numbers }</p>
        </>
    }
}

/// A part of the formula, closed until it is asked for.
fn named_part(part: &Opened, resolved: &ResolvedScenario, lang: Lang, send: &Send) -> Html {
    let name = Token::Part { part: part.part, t: part.t, value: part.value }.name(resolved, lang);
    let amount = format::amount(part.value, part.part.unit(), lang).text(lang);
    html! {
        <details key={name.clone()}>
            <summary>{ name }<span class="amount">{ amount }</span></summary>
            { equation(&part.formula, resolved, lang, send) }
        </details>
    }
}

fn reasons(derivation: &Derivation, resolved: &ResolvedScenario, lang: Lang) -> Html {
    if derivation.because.is_empty() {
        return html! {};
    }
    let reasons = derivation.because.iter().map(|condition| html! { <li>{ condition.text(resolved, lang) }</li> });
    html! { <div class="because"><h3>{ phrases::BECAUSE.get(lang) }</h3><ul>{ for reasons }</ul></div> }
}

fn results(derivation: &Derivation, resolved: &ResolvedScenario, lang: Lang, send: &Send) -> Html {
    let mut seen = Vec::new();
    let rows: Vec<Html> = derivation
        .all_tokens()
        .filter_map(|token| match token {
            Token::Quantity { quantity, t, value } if !seen.contains(&(*quantity, *t)) => {
                seen.push((*quantity, *t));
                let amount = format::amount(*value, quantity.spec().unit, lang).text(lang);
                let name = token.name(resolved, lang);
                let said = format!("{name} {amount}");
                let face = html! { <>{ name }<span class="amount">{ amount }</span></> };
                Some(html! { <li>{ number_button(*quantity, *t, &said, face, lang, send) }</li> })
            }
            _ => None,
        })
        .collect();
    if rows.is_empty() {
        return html! {};
    }
    html! { <div class="used"><h3>{ phrases::NUMBERS_USED.get(lang) }</h3><ul>{ for rows }</ul></div> }
}

fn inputs(derivation: &Derivation, resolved: &ResolvedScenario, lang: Lang, send: &Send) -> Html {
    let mut seen: Vec<(InputId, Option<usize>)> = Vec::new();
    let mut rows = Vec::new();
    for token in derivation.all_tokens() {
        match token {
            Token::Input { input, t, value } if !seen.contains(&(*input, *t)) => {
                seen.push((*input, *t));
                let amount = input.spec().text(*value, lang);
                let (level, sourced) = resolved.scenario.value(*input);
                rows.push(html! {
                    <li>
                        <p><strong>{ token.name(resolved, lang) }</strong><span class="amount">{ amount }</span></p>
                        <p class="from">
                            { source(resolved.scenario.area(), level, &sourced, lang, send) }
                            if let Some(confidence) = sourced.confidence {
                                <span class={classes!("confidence", confidence.id())}>{ confidence.words().get(lang) }</span>
                            }
                        </p>
                    </li>
                });
            }
            Token::Project { index, .. } => rows.extend(resolved.projects.get(*index).map(|project| {
                programme(&token.name(resolved, lang), &token.number(lang), &project.source.text(lang))
            })),
            Token::Deliverable { index, .. } => rows.extend(resolved.deliverables.get(*index).map(|deliverable| {
                programme(&token.name(resolved, lang), &token.number(lang), &deliverable.source.text(lang))
            })),
            _ => {}
        }
    }
    if rows.is_empty() {
        return html! {};
    }
    html! { <div class="inputs-used"><h3>{ phrases::INPUTS_USED.get(lang) }</h3><ul>{ for rows }</ul></div> }
}

fn programme(name: &str, number: &str, source: &str) -> Html {
    html! {
        <li>
            <p><strong>{ name.to_owned() }</strong><span class="amount">{ number.to_owned() }</span></p>
            <p class="from">{ source.to_owned() }</p>
        </li>
    }
}
