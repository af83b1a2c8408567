//! The charts on show, and the small pictures they are chosen by.

use voced_model::Lang;
use yew::prelude::*;

use super::card::ChartCard;
use super::sparkline;
use super::view_model::{Drawing, Frame, drawing};
use crate::app::{Action, ChartId, Outcome, Settings, SettingsChange};
use crate::features::library::changes::quoted;
use crate::features::observed::switch::conditioned_switch;
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use crate::ui::{Send, choice};

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
    // Drawn once, for the small picture and for the card. Small pictures show neither bands nor a comparison.
    let plain = Frame { reference: None, sureness: None, ..frame };
    let on_show = |chart: ChartId| if props.settings.charts.contains(&chart) { frame } else { plain };
    let drawings: Vec<(ChartId, Drawing)> =
        ChartId::ALL.iter().map(|chart| (*chart, drawing(*chart, on_show(*chart)))).collect();
    let went = use_state_eq(|| None::<(ChartId, ChartId)>);
    let thumb = |(chart, drawing): &(ChartId, Drawing)| {
        let chart = *chart;
        let pressed = props.settings.charts.contains(&chart).to_string();
        let onclick = {
            let (send, went, replaced) = (props.send.clone(), went.clone(), props.settings.replaced_by(chart));
            Callback::from(move |_: MouseEvent| {
                went.set(replaced.map(|old| (old, chart)));
                send.emit(Action::ToggleChart(chart));
            })
        };
        let lines = sparkline::lines(drawing);
        let box_of_lines = format!("0 0 {} {}", sparkline::WIDTH, sparkline::HEIGHT);
        let described = props.settings.replaced_by(chart).map(|_| "replaces");
        html! {
            <button type="button" id={format!("show-{}", chart.id())} aria-pressed={pressed} aria-describedby={described} {onclick}>
                <svg viewBox={box_of_lines} aria-hidden="true">{ for lines.into_iter().map(|points| html! { <polyline {points} /> }) }</svg>
                <span>{ chart.words().get(lang) }</span>
            </button>
        }
    };
    let card = |chart: &ChartId| {
        let shown = drawings.iter().find(|(id, _)| id == chart)?.1.clone();
        let (is_dark, year, send) = (props.is_dark, props.year, props.send.clone());
        Some(html! { <ChartCard key={chart.id()} chart={*chart} drawing={shown} {is_dark} {year} {lang} {send} /> })
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
                <details class="chart-menu">
                    <summary id="choose-charts">{ phrases::CHOOSE_CHARTS.get(lang) }</summary>
                    <div>
                        <div class="gallery" role="group" aria-label={phrases::CHOOSE_CHARTS.get(lang)}>
                            { for drawings.iter().map(thumb) }
                        </div>
                        <p class="replaces" id="replaces" role="status">{ replacing(&props.settings, *went, lang) }</p>
                    </div>
                </details>
                { conditioned_switch(&props.outcome, sureness, &props.settings, &props.send) }
            </div>
            <div class={classes!("cards", (props.settings.charts.len() == 1).then_some("single"))}>
                { for props.settings.charts.iter().filter_map(card) }
            </div>
        </section>
    }
}

/// What was replaced by the last choice, and what the next one would replace; empty while there is room.
fn replacing(settings: &Settings, went: Option<(ChartId, ChartId)>, lang: Lang) -> String {
    let name = |chart: ChartId| quoted(chart.words().get(lang), lang);
    let went = went.filter(|(old, new)| !settings.charts.contains(old) && settings.charts.contains(new));
    let done = went.map(|(old, new)| {
        let (old, new) = (name(old), name(new));
        lang.pick(format!("{new}已替换{old}。"), format!("{new} has replaced {old}. "))
    });
    let next = settings.next_to_go().map(|old| {
        let old = name(old);
        lang.pick(
            format!("已有四张图表，再选一张将替换最早选的{old}。"),
            format!("Four charts are on show: one more replaces {old}, which was chosen first."),
        )
    });
    done.into_iter().chain(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_chart_says_what_it_replaces() {
        let mut settings = Settings::new(Lang::Zh);
        let all: Vec<ChartId> = ChartId::ALL.iter().copied().filter(|chart| !settings.charts.contains(chart)).collect();
        let (oldest, fifth) = (settings.charts[0], all[0]);
        assert_eq!(settings.replaced_by(fifth), Some(oldest));
        assert_eq!(settings.replaced_by(oldest), None, "it is on show: choosing it takes it away");
        for lang in Lang::ALL {
            let said = replacing(&settings, None, lang);
            assert!(said.contains(oldest.words().get(lang)), "{said}");
        }
        settings.toggle(fifth);
        for lang in Lang::ALL {
            let said = replacing(&settings, Some((oldest, fifth)), lang);
            let next = settings.charts[0];
            assert!([oldest, fifth, next].iter().all(|chart| said.contains(chart.words().get(lang))), "{said}");
        }
        settings.toggle(fifth);
        assert_eq!(replacing(&settings, Some((oldest, fifth)), Lang::En), "", "there is room again");
    }
}
