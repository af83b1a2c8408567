//! The charts on show.

use voced_model::Lang;
use yew::prelude::*;

use super::card::ChartCard;
use super::choices::ChartChoicesProps;
use super::view_model::{Frame, drawing};
use crate::app::{Action, ChartId, Outcome, Settings, SettingsChange};
use crate::browser::parts::Part;
use crate::features::observed::switch::conditioned_switch;
use crate::features::uncertainty::view_model::Sureness;
use crate::ui::lazy_part::{arriving, use_part};
use crate::ui::menu::Menu;
use crate::ui::{Send, choice};
use crate::{lazy, phrases};

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

/// The charts on show, and what is said of all of them.
#[component]
pub fn ChartGallery(props: &ChartGalleryProps) -> Html {
    let lang = props.lang;
    let reference = props.reference.unless_same_as(&props.outcome);
    let sureness = props.sureness.as_ref();
    let frame = Frame {
        outcome: &props.outcome,
        reference,
        sureness,
        year: props.year,
        difference: props.settings.difference,
        lang,
    };
    let card = |chart: &ChartId| {
        let drawing = drawing(*chart, frame);
        let (is_dark, year, send) = (props.is_dark, props.year, props.send.clone());
        html! { <ChartCard key={chart.id()} chart={*chart} {drawing} {is_dark} {year} {lang} {send} /> }
    };
    let onchange = props.send.reform(|_: Event| Action::Settings(SettingsChange::ToggleBands));
    let modes = [(false, phrases::LEVELS), (true, phrases::DIFFERENCES)];
    let modes = modes.map(|(mode, words)| (mode, words.get(lang).to_owned(), None)).to_vec();
    let choose = props.send.reform(|difference| Action::Settings(SettingsChange::Difference(difference)));
    html! {
        <section class="charts" aria-labelledby="charts-title">
            <div class="charts-head">
                <h2 id="charts-title">{ phrases::CHARTS.get(lang) }</h2>
                if reference.is_some() {
                    { choice(phrases::LEVELS_OR_DIFFERENCES.get(lang), modes, &props.settings.difference, &choose) }
                }
                <label><input type="checkbox" id="bands" checked={props.settings.bands} {onchange} />{ phrases::SHOW_BANDS.get(lang) }</label>
                { conditioned_switch(&props.outcome, sureness, &props.settings, &props.send) }
                <Menu id="choose-charts" label={phrases::CHOOSE_CHARTS.get(lang)} face={html! { phrases::CHOOSE_CHARTS.get(lang) }} closes=false>
                    <Choices outcome={props.outcome.clone()} settings={props.settings.clone()} send={props.send.clone()} />
                </Menu>
            </div>
            <div class={classes!("cards", (props.settings.charts.len() == 1).then_some("single"))}>
                { for props.settings.charts.iter().map(card) }
            </div>
        </section>
    }
}

/// What the menu of charts holds, once its part is here.
#[component]
fn Choices(props: &ChartChoicesProps) -> Html {
    let arrival = use_part(Part::Later, true);
    lazy::chart_choices(props).unwrap_or_else(|| arriving(&arrival, props.settings.lang))
}
