//! The screen "What matters?": the tornado of a result, its Sobol indices, and the map over two levers.

use std::rc::Rc;

use yew::prelude::*;

use super::heat_map::HeatPanel;
use super::view_model::{moving, noise, tornado};
use crate::app::{Action, Outcome, RevealTarget, Screen, Settings};
use crate::features::plot::component::Plot;
use crate::features::plot::plotted::Plotted;
use crate::phrases;
use crate::ui::Send;
use crate::ui::answer_status::{progress, trouble};
use crate::ui::result_choice::subject;
use crate::worker::use_later::use_later;
use crate::worker::{LaterAnswer, LaterQuestion};

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
    let scenario = &props.outcome.resolved().scenario;
    let wants_indices = use_state_eq(|| false);
    let swings = use_later(Some(LaterQuestion::OneAtATime { scenario: scenario.clone(), quantity, t }));
    let asked = wants_indices.then(|| LaterQuestion::Sobol { scenario: scenario.clone(), quantity, t, rows: ROWS });
    let indices = use_later(asked.clone());
    let sobol = match (indices.answer.as_deref(), indices.to.as_deref()) {
        // Indices of another result, or of an earlier scenario, are none of this one.
        (Some(LaterAnswer::Sobol(sobol)), to) if to == asked.as_ref() => Some(sobol),
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
        (Some(LaterAnswer::OneAtATime(found)), Some(LaterQuestion::OneAtATime { scenario: asked, quantity, t }))
            if asked.area_ref == scenario.area_ref =>
        {
            let indices = sobol.filter(|_| (*quantity, *t) == now);
            let picture = tornado(found, indices, &props.outcome, *quantity, *t, lang);
            let inputs: Vec<_> = moving(found).map(|swing| swing.input.input).collect();
            let still = found.len() - inputs.len();
            let on_row = props.send.reform(move |row: usize| match inputs.get(row) {
                Some(input) => Action::Reveal(RevealTarget::Lever(voced_analysis::warnings::Lever::Input(*input))),
                None => Action::Revealed,
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
                            { lang.pick(format!("另有 {still} {}。", phrases::UNMOVED.zh), format!("{still} other {}.", phrases::UNMOVED.en)) }
                        </p>
                    }
                </>
            }
        }
        _ => html! {},
    };
    html! {
        <section class="ask matters" aria-labelledby="matters-title">
            <h2 id="matters-title">{ Screen::Matters.heading(phrases::MATTERS_TITLE, lang) }</h2>
            <p class="how">{ phrases::MATTERS_HOW.get(lang) }</p>
            <div class="ask-bar">
                { subject(&props.settings, &props.send) }
                <button type="button" id="indices" aria-pressed={wants_indices.to_string()} onclick={toggle}>
                    { if *wants_indices { phrases::HIDE_INDICES } else { phrases::COMPUTE_INDICES }.get(lang) }
                </button>
                { progress(&indices.state, lang, &cancel, "#indices") }
            </div>
            { trouble(&swings.state, lang) }
            { trouble(&indices.state, lang) }
            { picture }
            if sobol.is_some() {
                <p class="how">{ phrases::INDICES_HOW.get(lang) }</p>
            }
            <HeatPanel
                outcome={props.outcome.clone()} year={props.year} {quantity} is_dark={props.is_dark} {lang}
                send={props.send.clone()}
            />
        </section>
    }
}
