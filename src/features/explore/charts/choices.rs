//! The charts to choose from, each as a small picture.

use voced_model::Lang;
use yew::prelude::*;

use super::sparkline;
use super::view_model::{Frame, drawing};
use crate::app::{Action, ChartId, Outcome, Settings};
use crate::features::library::changes::quoted;
use crate::phrases;
use crate::ui::Send;

/// Properties of [`ChartChoices`].
#[derive(Clone, Properties, PartialEq)]
pub struct ChartChoicesProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The reader's settings: the charts on show.
    pub settings: Settings,
    /// Where actions go.
    pub send: Send,
}

/// All charts, those on show pressed.
#[component]
pub fn ChartChoices(props: &ChartChoicesProps) -> Html {
    let lang = props.settings.lang;
    // Small pictures show neither bands nor a comparison.
    let frame = Frame {
        outcome: &props.outcome,
        reference: None,
        sureness: None,
        year: props.outcome.resolved().scenario.horizon,
        difference: false,
        lang,
    };
    let went = use_state_eq(|| None::<(ChartId, ChartId)>);
    let thumb = |chart: &ChartId| {
        let chart = *chart;
        let pressed = props.settings.charts.contains(&chart).to_string();
        let onclick = {
            let (send, went, replaced) = (props.send.clone(), went.clone(), props.settings.replaced_by(chart));
            Callback::from(move |_: MouseEvent| {
                went.set(replaced.map(|old| (old, chart)));
                send.emit(Action::ToggleChart(chart));
            })
        };
        let lines = sparkline::lines(&drawing(chart, frame));
        let box_of_lines = format!("0 0 {} {}", sparkline::WIDTH, sparkline::HEIGHT);
        let described = props.settings.replaced_by(chart).map(|_| "replaces");
        html! {
            <button type="button" id={format!("show-{}", chart.id())} aria-pressed={pressed} aria-describedby={described} {onclick}>
                <svg viewBox={box_of_lines} aria-hidden="true">{ for lines.into_iter().map(|points| html! { <polyline {points} /> }) }</svg>
                <span>{ chart.words().get(lang) }</span>
            </button>
        }
    };
    html! {
        <>
            <div class="gallery" role="group" aria-label={phrases::CHOOSE_CHARTS.get(lang)}>
                { for ChartId::ALL.iter().map(thumb) }
            </div>
            <p class="replaces" id="replaces" role="status">{ replacing(&props.settings, *went, lang) }</p>
        </>
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
