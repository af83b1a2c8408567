//! The charts on show, and the small pictures they are chosen by.

use voced_sim::Lang;
use yew::prelude::*;

use super::Send;
use super::chart_card::ChartCard;
use crate::i18n::say;
use crate::state::{Action, ChartId, ThemeChoice};
use crate::view::Outcome;
use crate::view::figures::{Frame, drawing};
use crate::view::sparkline;

/// Properties of [`ChartGallery`].
#[derive(Properties, PartialEq)]
pub struct ChartGalleryProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What it is held against.
    pub reference: Outcome,
    /// The year set off.
    pub year: i32,
    /// The charts on show.
    pub charts: Vec<ChartId>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// The gallery and the charts.
#[component]
pub fn ChartGallery(props: &ChartGalleryProps) -> Html {
    let lang = props.lang;
    let same = props.outcome.world().scenario == props.reference.world().scenario;
    let reference = Some(&props.reference).filter(|_| !same);
    let frame = Frame { outcome: &props.outcome, reference, year: props.year, lang };
    let thumb = |chart: &ChartId| {
        let chart = *chart;
        let pressed = props.charts.contains(&chart).to_string();
        let onclick = props.send.reform(move |_: MouseEvent| Action::ToggleChart(chart));
        let lines = sparkline::lines(&drawing(chart, frame));
        let view_box = format!("0 0 {} {}", sparkline::WIDTH, sparkline::HEIGHT);
        html! {
            <button type="button" id={format!("show-{}", chart.id())} aria-pressed={pressed} {onclick}>
                <svg {view_box} aria-hidden="true">{ for lines.into_iter().map(|points| html! { <polyline {points} /> }) }</svg>
                <span>{ chart.words().get(lang) }</span>
            </button>
        }
    };
    let card = |chart: &ChartId| {
        let shown = drawing(*chart, frame);
        html! { <ChartCard key={chart.id()} chart={*chart} drawing={shown} theme={props.theme} {lang} send={props.send.clone()} year={props.year} /> }
    };
    html! {
        <section class="charts" aria-labelledby="charts-title">
            <h2 id="charts-title">{ say::CHARTS.get(lang) }</h2>
            <div class="gallery" role="group" aria-label={say::CHOOSE_CHARTS.get(lang)}>
                { for ChartId::ALL.iter().map(thumb) }
            </div>
            <div class={classes!("cards", (props.charts.len() == 1).then_some("single"))}>
                { for props.charts.iter().map(card) }
            </div>
        </section>
    }
}
