//! The screen "What matters?": the tornado of a result, its Sobol indices, and the map over two levers.

use std::rc::Rc;

use yew::prelude::*;

use super::Send;
use super::asked::use_answer;
use super::heat::HeatPanel;
use super::plot::Plot;
use super::replies::{progress, trouble};
use super::subject::subject;
use crate::asking::{Answer, Question};
use crate::i18n::say;
use crate::state::{Action, Settings};
use crate::view::Outcome;
use crate::view::matters::{moving, noise, tornado};
use crate::view::plotted::Plotted;

/// Properties of [`MattersScreen`].
#[derive(Properties, PartialEq)]
pub struct MattersScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The year shown.
    pub year: i32,
    /// The reader's settings: the result in question.
    pub settings: Settings,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// Where actions go.
    pub send: Send,
}

/// Rows of the sample for the indices: errors of a few hundredths.
const ROWS: u32 = 8192;

/// The screen.
#[component]
pub fn MattersScreen(props: &MattersScreenProps) -> Html {
    let lang = props.settings.lang;
    let quantity = props.settings.subject;
    let t = props.outcome.index(props.year).unwrap_or_default();
    let scenario = &props.outcome.world().scenario;
    let wants_indices = use_state_eq(|| false);
    let swings = use_answer(Some(Question::Swings { scenario: scenario.clone(), quantity, t }));
    let asked = wants_indices.then(|| Question::Sobol { scenario: scenario.clone(), quantity, t, rows: ROWS });
    let indices = use_answer(asked.clone());
    let sobol = match (indices.answer.as_deref(), indices.to.as_deref()) {
        // Indices of another result, or of an earlier scenario, are none of this one.
        (Some(Answer::Sobol(sobol)), to) if to == asked.as_ref() => Some(sobol),
        _ => None,
    };
    let toggle = {
        let wants_indices = wants_indices.clone();
        Callback::from(move |_: MouseEvent| wants_indices.set(!*wants_indices))
    };
    let cancel = {
        let wants_indices = wants_indices.clone();
        Callback::from(move |()| wants_indices.set(false))
    };
    let now = (quantity, t);
    let picture = match (swings.answer.as_deref(), swings.to.as_deref()) {
        // While another answer is on its way the last one stays, under its own name; one of another area
        // has other inputs.
        (Some(Answer::Swings(found)), Some(Question::Swings { scenario: asked, quantity, t }))
            if asked.place == scenario.place =>
        {
            let indices = sobol.filter(|_| (*quantity, *t) == now);
            let picture = tornado(found, indices, &props.outcome, *quantity, *t, lang);
            let inputs: Vec<_> = moving(found).map(|swing| swing.input.input).collect();
            let still = found.len() - inputs.len();
            let on_row = props.send.reform(move |row: usize| match inputs.get(row) {
                Some(input) => Action::Find(voced_analysis::warnings::Lever::Input(*input)),
                None => Action::Found,
            });
            let title = format!("{} · {}", quantity.spec().name.get(lang), asked.base_year() + *t as i32);
            let noise = noise(&picture, lang);
            html! {
                <>
                    <Plot
                        id="tornado" {title} plotted={Rc::new(Plotted::Tornado(picture))}
                        is_dark={props.is_dark} {lang} {on_row} send={props.send.clone()}
                    />
                    if let Some(noise) = noise {
                        <p class="how" id="index-noise">{ noise }</p>
                    }
                    if still > 0 {
                        <p class="how">
                            { lang.pick(format!("另有 {still} {}。", say::UNMOVED.zh), format!("{still} other {}.", say::UNMOVED.en)) }
                        </p>
                    }
                </>
            }
        }
        _ => html! {},
    };
    html! {
        <section class="ask matters" aria-labelledby="matters-title">
            <h2 id="matters-title">{ say::MATTERS_TITLE.get(lang) }</h2>
            <p class="how">{ say::MATTERS_HOW.get(lang) }</p>
            <div class="ask-bar">
                { subject(&props.settings, &props.send) }
                <button type="button" id="indices" aria-pressed={wants_indices.to_string()} onclick={toggle}>
                    { if *wants_indices { say::HIDE_INDICES } else { say::COMPUTE_INDICES }.get(lang) }
                </button>
                { progress(&indices, lang, &cancel, "#indices") }
            </div>
            { trouble(&swings, lang) }
            { trouble(&indices, lang) }
            { picture }
            if sobol.is_some() {
                <p class="how">{ say::INDICES_HOW.get(lang) }</p>
            }
            <HeatPanel
                outcome={props.outcome.clone()} year={props.year} {quantity} is_dark={props.is_dark} {lang}
                send={props.send.clone()}
            />
        </section>
    }
}
