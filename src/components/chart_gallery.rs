//! The charts on show, and the small pictures they are chosen by.

use voced_sim::Lang;
use yew::prelude::*;

use super::Send;
use super::chart_card::ChartCard;
use crate::i18n::say;
use crate::state::{Action, ChartId, Settings};
use crate::view::Outcome;
use crate::view::figures::{Drawing, Frame, drawing};
use crate::view::sparkline;
use crate::view::sureness::Sureness;

/// Properties of [`ChartGallery`].
#[derive(Properties, PartialEq)]
pub struct ChartGalleryProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What it is held against.
    pub reference: Outcome,
    /// The year set off.
    pub year: i32,
    /// How sure the results are, where that is known.
    pub sureness: Option<Sureness>,
    /// The reader's settings: the charts on show.
    pub settings: Settings,
    /// Whether the page is dark.
    pub is_dark: bool,
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
    let sureness = props.sureness.as_ref();
    let frame = Frame { outcome: &props.outcome, reference, sureness, year: props.year, lang };
    // Drawn once, for the small picture and for the card.
    let drawings: Vec<(ChartId, Drawing)> = ChartId::ALL.iter().map(|chart| (*chart, drawing(*chart, frame))).collect();
    let thumb = |(chart, drawing): &(ChartId, Drawing)| {
        let chart = *chart;
        let pressed = props.settings.charts.contains(&chart).to_string();
        let onclick = props.send.reform(move |_: MouseEvent| Action::ToggleChart(chart));
        let lines = sparkline::lines(drawing);
        let view_box = format!("0 0 {} {}", sparkline::WIDTH, sparkline::HEIGHT);
        html! {
            <button type="button" id={format!("show-{}", chart.id())} aria-pressed={pressed} {onclick}>
                <svg {view_box} aria-hidden="true">{ for lines.into_iter().map(|points| html! { <polyline {points} /> }) }</svg>
                <span>{ chart.words().get(lang) }</span>
            </button>
        }
    };
    let card = |chart: &ChartId| {
        let shown = drawings.iter().find(|(id, _)| id == chart)?.1.clone();
        let (is_dark, year, send) = (props.is_dark, props.year, props.send.clone());
        Some(html! { <ChartCard key={chart.id()} chart={*chart} drawing={shown} {is_dark} {year} {lang} {send} /> })
    };
    let now = props.settings.clone();
    let onchange = props.send.reform(move |_: Event| Action::Settings(Settings { bands: !now.bands, ..now.clone() }));
    html! {
        <section class="charts" aria-labelledby="charts-title">
            <div class="charts-head">
                <h2 id="charts-title">{ say::CHARTS.get(lang) }</h2>
                <label><input type="checkbox" id="bands" checked={props.settings.bands} {onchange} />{ say::SHOW_BANDS.get(lang) }</label>
            </div>
            <div class="gallery" role="group" aria-label={say::CHOOSE_CHARTS.get(lang)}>
                { for drawings.iter().map(thumb) }
            </div>
            <div class={classes!("cards", (props.settings.charts.len() == 1).then_some("single"))}>
                { for props.settings.charts.iter().filter_map(card) }
            </div>
        </section>
    }
}
