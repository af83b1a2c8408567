//! The screen "Plan and what happened": how far each came, the values side by side, charts with what was observed, and
//! levers fitted to it.

use std::rc::Rc;

use yew::prelude::*;

use super::fitting::Fitting;
use super::switch::conditioned_switch;
use super::view_model::{Beside, Projections, Told, charted, told};
use crate::app::{Action, Outcome, Screen, Settings};
use crate::features::explore::charts::view_model::{Frame, single};
use crate::features::export::saving::csv_button;
use crate::features::export::tables;
use crate::features::plot::component::Plot;
use crate::features::plot::plotted::Plotted;
use crate::features::uncertainty::use_sureness::{sure_question, sureness};
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use crate::ui::answer_status::trouble;
use crate::ui::{Send, number_button};
use crate::worker::use_worker::use_answer;

/// Properties of [`HappenedScreen`].
#[derive(Properties, PartialEq)]
pub struct HappenedScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What it is held against.
    pub reference: Outcome,
    /// The year set off.
    pub year: i32,
    /// The reader's settings.
    pub settings: Settings,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// Where actions go.
    pub send: Send,
}

/// The screen.
#[component]
pub fn HappenedScreen(props: &HappenedScreenProps) -> Html {
    let lang = props.settings.lang;
    let quantities = charted(&props.outcome);
    let question = (props.settings.bands && !quantities.is_empty()).then(|| {
        let scenario = props.outcome.resolved().scenario.clone();
        sure_question(scenario, quantities.clone(), props.settings.conditioned, None)
    });
    let is_asked = question.is_some();
    let reply = use_answer(question);
    let sureness = sureness(&reply, &props.outcome).filter(|_| is_asked);
    let projections = use_memo((props.outcome.clone(), lang), |(outcome, lang)| Projections::of(outcome, *lang));
    let rows = told(&projections, lang);
    html! {
        <section class="ask happened" aria-labelledby="happened-title">
            <h2 id="happened-title">{ Screen::Happened.heading(phrases::HAPPENED_TITLE, lang) }</h2>
            <p class="how">{ phrases::HAPPENED_HOW.get(lang) }</p>
            if rows.is_empty() {
                <p class="empty">{ phrases::HAPPENED_NONE.get(lang) }</p>
            } else {
                <h3>{ phrases::IN_SENTENCES.get(lang) }</h3>
                <ul class="sentences">{ for rows.iter().map(|row| html! { <li>{ &row.said }</li> }) }</ul>
                { table(&rows, &projections, props) }
                { trouble(&reply, lang) }
                { charts(sureness.as_ref(), props) }
                if !quantities.is_empty() {
                    <Fitting outcome={props.outcome.clone()} {lang} send={props.send.clone()} />
                }
            }
        </section>
    }
}

fn table(rows: &[Told], projections: &Projections, props: &HappenedScreenProps) -> Html {
    let lang = props.settings.lang;
    let label = phrases::OBSERVED_TABLE.get(lang);
    let last = projections.columns.len().saturating_sub(1);
    let is_own = |place: usize| projections.columns.get(place).is_some_and(|(_, outcome)| *outcome == props.outcome);
    let beside = |row: &Told, (place, cell): (usize, &Beside)| {
        let value = match (row.t.filter(|_| cell.within.is_some()), is_own(place)) {
            (Some(t), true) => {
                let said = format!("{} {} {}", row.name, row.year, cell.value);
                number_button(row.quantity, t, &said, html! { cell.value.clone() }, lang, &props.send)
            }
            _ => html! { &cell.value },
        };
        let verdict = cell.within.map(|within| if within { phrases::WITHIN } else { phrases::BEYOND });
        html! {
            <td key={place.min(last)}>
                { value }
                <small>{ &cell.error }</small>
                <small>{ verdict.map(|words| words.get(lang)) }</small>
            </td>
        }
    };
    let row = |(place, row): (usize, &Told)| {
        html! {
            <tr key={place}>
                <th scope="row">{ row.name }<small>{ row.year }</small></th>
                <td><strong>{ &row.value }</strong><small>{ &row.scope }</small></td>
                { for row.beside.iter().enumerate().map(|cell| beside(row, cell)) }
                <td class="from">{ row.confidence }{ for row.sources.iter().map(|line| html! { <small>{ line }</small> }) }</td>
            </tr>
        }
    };
    let heads = projections.columns.iter().map(|(name, _)| html! { <th scope="col">{ name }</th> });
    html! {
        <>
            <header class="with-csv"><h3>{ label }</h3>{ csv(props) }</header>
            <div class="table-box" tabindex="0" role="region" aria-label={label}>
                <table class="observed">
                    <thead><tr>
                        <th scope="col">{ phrases::OBSERVED_RESULT.get(lang) }</th>
                        <th scope="col">{ phrases::OBSERVED.get(lang) }</th>
                        { for heads }
                        <th scope="col" class="from">{ phrases::CONFIDENCE.get(lang) }<small>{ phrases::SOURCE.get(lang) }</small></th>
                    </tr></thead>
                    <tbody>{ for rows.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn csv(props: &HappenedScreenProps) -> Html {
    let (outcome, lang) = (props.outcome.clone(), props.settings.lang);
    let make = move || Some(tables::observed(&outcome, lang));
    csv_button(&props.outcome, phrases::OBSERVED_TABLE.get(lang), make, lang, &props.send)
}

/// A chart of every result that was observed in a projected year.
fn charts(sureness: Option<&Sureness>, props: &HappenedScreenProps) -> Html {
    let (lang, is_dark) = (props.settings.lang, props.is_dark);
    let reference = props.reference.unless_same_as(&props.outcome);
    let frame = Frame { outcome: &props.outcome, reference, sureness, year: props.year, difference: false, lang };
    let card = |quantity: voced_model::Quantity| {
        let plotted = Rc::new(Plotted::Chart(single(quantity, frame)));
        let focus = plotted.years().iter().position(|year| *year == props.year);
        let years = plotted.years().to_vec();
        let send = props.send.clone();
        let on_row = Callback::from(move |index: usize| {
            if let Some(year) = years.get(index) {
                send.emit(Action::Focus(*year));
            }
        });
        let (id, title) = (format!("observed-{}", quantity.id()), quantity.spec().name.get(lang));
        html! {
            <Plot key={quantity.id()} {id} class="card" {title} {plotted} {focus} {is_dark} {lang} {on_row} send={props.send.clone()} />
        }
    };
    let quantities = charted(&props.outcome);
    if quantities.is_empty() {
        return html! {};
    }
    html! {
        <>
            <div class="charts-head">
                <h3>{ phrases::CHARTS.get(lang) }</h3>
                { conditioned_switch(&props.outcome, sureness, &props.settings, &props.send) }
            </div>
            <div class={classes!("cards", (quantities.len() == 1).then_some("single"))}>
                { for quantities.into_iter().map(card) }
            </div>
        </>
    }
}
