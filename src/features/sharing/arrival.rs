//! What a link brought, above everything else until it was read.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::{Document, Layer};
use yew::prelude::*;

use super::view_model::{Arrival, Drifting, arrival};
use crate::app::{Action, Screen, Settings, SettingsChange};
use crate::browser::dom;
use crate::features::comparison::levers::lever_row;
use crate::features::comparison::numbers::difference;
use crate::features::comparison::view_model::ComparisonRow;
use crate::phrases;
use crate::ui::Send;

/// How many levers are listed before all are asked for.
const FIRST: usize = 8;

/// Properties of [`ArrivalPanel`].
#[derive(Properties, PartialEq)]
pub struct ArrivalPanelProps {
    /// What arrived.
    pub document: Rc<Document>,
    /// Whether there was another scenario before.
    pub can_undo: bool,
    /// The reader's settings.
    pub settings: Settings,
    /// Where actions go.
    pub send: Send,
}

/// The panel; it takes the focus as it comes, and gives it to the results as it goes.
#[component]
pub fn ArrivalPanel(props: &ArrivalPanelProps) -> Html {
    let lang = props.settings.lang;
    let all = use_state_eq(|| false);
    let told = use_memo((props.document.clone(), lang), |(document, lang)| arrival(document, *lang));
    use_effect_with(props.document.clone(), |_| dom::focus("#arrival"));
    let close = {
        let send = props.send.clone();
        Callback::from(move |()| {
            send.emit(Action::CloseArrival);
            dom::focus("#results");
        })
    };
    let on_close = close.reform(|_: MouseEvent| ());
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close.emit(());
            }
        })
    };
    let compare = {
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| {
            send.emit(Action::Settings(SettingsChange::Screen(Screen::Compare)));
            close.emit(());
        })
    };
    let Some(told) = &*told else { return html! {} };
    html! {
        <section class="arrival" id="arrival" tabindex="-1" aria-labelledby="arrival-title" {onkeydown}>
            <div class="arrival-head">
                <h2 id="arrival-title">{ phrases::ARRIVED.get(lang) }</h2>
                <button type="button" class="primary" id="arrival-close" onclick={on_close}>{ phrases::READ_IT.get(lang) }</button>
            </div>
            <p class="how">
                { phrases::ARRIVED_HOW.get(lang) }
                if props.can_undo {
                    { lang.pick("", " ") }{ phrases::ARRIVED_UNDO.get(lang) }
                }
            </p>
            <dl class="facts">
                { for told.facts.iter().map(|(name, text)| html! { <div><dt>{ name.get(lang) }</dt><dd><bdi>{ text }</bdi></dd></div> }) }
            </dl>
            if told.is_own_area {
                <p class="own-area">{ phrases::OWN_AREA_NOTE.get(lang) }</p>
            }
            if let Some(drift) = &told.drift {
                { drifted(drift, lang) }
            }
            { headline(told, lang) }
            { changes(told, &all, lang, &props.send) }
            if !told.comparison.is_empty() {
                <div class="carries">
                    <p>
                        { phrases::CARRIES.get(lang) }{ lang.pick("：", ": ") }
                        { for told.comparison.iter().enumerate().map(|(i, name)| html! {
                            <>{ if i == 0 { "" } else { lang.pick("、", ", ") } }<bdi>{ name }</bdi></>
                        }) }
                    </p>
                    <button type="button" id="go-to-comparison" onclick={compare}>{ phrases::GO_TO_COMPARISON.get(lang) }</button>
                </div>
            }
        </section>
    }
}

/// The headline at the horizon, with what it differs by.
fn headline(told: &Arrival, lang: Lang) -> Html {
    let tile = |row: &ComparisonRow| {
        let Some(number) = row.cells.first() else { return html! {} };
        let text = number.text.clone().unwrap_or_else(|| phrases::NO_VALUE.get(lang).to_owned());
        html! {
            <div data-quantity={row.quantity.id()}>
                <dt>{ row.quantity.spec().name.get(lang) }</dt>
                <dd>{ text }{ difference(number, lang) }</dd>
            </div>
        }
    };
    let horizon = told.facts.iter().find(|(name, _)| *name == phrases::HORIZON).map_or("", |(_, year)| year);
    html! {
        <>
            <h3>{ format!("{} · {horizon}", phrases::HEADLINE.get(lang)) }<small>{ phrases::against(told.against).get(lang) }</small></h3>
            <dl class="facts numbers">{ for told.numbers.iter().map(tile) }</dl>
        </>
    }
}

/// What differs, the first few or all.
fn changes(told: &Arrival, all: &UseStateHandle<bool>, lang: Lang, send: &Send) -> Html {
    let is_plan = told.against == Layer::Plan;
    let heading = if is_plan { phrases::AGAINST_AREA_PLAN } else { phrases::AGAINST_AREA_BASE };
    let shown = if **all { told.differing.len() } else { told.differing.len().min(FIRST) };
    let rest = told.differing.len() - shown;
    let more = {
        let all = all.clone();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <>
            <h3>{ heading.get(lang) }<span class="badge">{ told.differing.len() }</span></h3>
            if told.differing.is_empty() {
                <p class="empty">{ phrases::LEVERS_ALIKE.get(lang) }</p>
            } else {
                <div class="table-box">
                    <table id="arrival-levers">
                        <caption class="hidden">{ heading.get(lang) }</caption>
                        <thead>
                            <tr>
                                <td class="corner"></td>
                                <th scope="col">{ phrases::IN_LINK.get(lang) }</th>
                                <th scope="col">{ told.against.words().get(lang) }</th>
                            </tr>
                        </thead>
                        <tbody>{ for told.differing.iter().take(shown).map(|row| lever_row(row, lang, send)) }</tbody>
                    </table>
                </div>
            }
            if rest > 0 {
                <button type="button" class="more" id="all-differing" onclick={more}>
                    { format!("{}{}", phrases::SHOW_ALL_DIFFERING.get(lang), lang.pick(format!("（另有 {rest} 项）"), format!(" ({rest} more)"))) }
                </button>
            }
        </>
    }
}

/// Results that are not what they were, and why.
fn drifted(drift: &Drifting, lang: Lang) -> Html {
    html! {
        <div class="drift" role="note" aria-labelledby="drift-title">
            <h3 id="drift-title">{ phrases::RESULTS_DRIFTED.get(lang) }</h3>
            <ul class="reasons">{ for drift.reasons.iter().map(|reason| html! { <li><bdi>{ reason }</bdi></li> }) }</ul>
            <div class="table-box">
                <table id="drift">
                    <caption>{ phrases::DRIFT_MODEL.get(lang) }{ lang.pick("：", ": ") }<bdi>{ &drift.model }</bdi></caption>
                    <thead>
                        <tr>
                            <td class="corner"></td>
                            <th scope="col">{ phrases::DRIFT_THEN.get(lang) }</th>
                            <th scope="col">{ phrases::DRIFT_NOW.get(lang) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for drift.rows.iter().map(|(quantity, then, now)| html! {
                            <tr data-quantity={quantity.id()}>
                                <th scope="row">{ quantity.spec().name.get(lang) }</th><td>{ then }</td><td>{ now }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </div>
    }
}
