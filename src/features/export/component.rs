//! What can be taken away: workbook, tables, charts, the brief, the scenario file.

use std::rc::Rc;

use voced_model::{Lang, Words};
use voced_scenario::{Document, Layer, Scenario};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::saving::{FORMATS, save, save_plot, save_sheet};
use super::{Format, tables};
use crate::app::{Action, ChartId, Notice, Outcome, Settings, SettingsChange};
use crate::browser::parts::{Part, load};
use crate::browser::{address, collection, events, print};
use crate::features::brief::component::BriefSheets;
use crate::features::brief::view_model::{Brief, CHARTS, Making, brief, is_drawn};
use crate::features::embed::code::EmbedCode;
use crate::features::explore::charts::view_model::{Frame, drawing};
use crate::features::export;
use crate::features::offline::component::OfflineCard;
use crate::features::plot::plotted::Plotted;
use crate::features::uncertainty::use_sureness::{sureness, use_sure_question};
use crate::features::uncertainty::view_model::Sureness;
use crate::ui::Send;
use crate::ui::answer_status::trouble;
use crate::worker::use_worker::use_answer;
use crate::{lazy, phrases};

/// Properties of [`TakeScreen`].
#[derive(Properties, PartialEq)]
pub struct TakeScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What differences are held against.
    pub compare: Layer,
    /// The year shown.
    pub year: i32,
    /// The reader's settings: language, charts.
    pub settings: Settings,
    /// Where actions go.
    pub send: Send,
}

impl TakeScreenProps {
    fn lang(&self) -> Lang {
        self.settings.lang
    }

    fn scenario(&self) -> &Scenario {
        &self.outcome.resolved().scenario
    }
}

/// The screen.
#[component]
pub fn TakeScreen(props: &TakeScreenProps) -> Html {
    let lang = props.lang();
    let shown = use_state_eq(|| false);
    // Files and brief say how sure the numbers are, also where the page does not show it.
    let question = use_sure_question(ChartId::ALL, &props.outcome, &props.settings);
    let reply = use_answer(Some(question.clone()));
    // On paper there is no next moment: numbers of a moment ago are none.
    let sureness = sureness(&reply, &props.outcome).filter(|_| reply.to.as_deref() == Some(&question));
    let is_ready = sureness.is_some() || reply.failed;
    html! {
        <section class="ask take" id="take" aria-labelledby="take-title">
            <h2 id="take-title">{ phrases::TAKE_TITLE.get(lang) }</h2>
            <p class="how">{ phrases::TAKE_HOW.get(lang) }</p>
            { trouble(&reply, lang) }
            <div class="take-cards">
                { brief_card(&shown, is_ready, props) }
                <BookCard outcome={props.outcome.clone()} {lang} send={props.send.clone()} />
                { table_card(sureness.as_ref(), props) }
                { file_card(props) }
                { chart_card(sureness.as_ref(), props) }
                { card("take-offline", phrases::OFFLINE_TITLE, phrases::OFFLINE_HOW, html! { <OfflineCard {lang} /> }, lang) }
            </div>
            <EmbedCode scenario={props.scenario().clone()} settings={props.settings.clone()} />
            if *shown {
                <BriefSheets brief={Rc::new(snapshot(sureness.as_ref(), props))} {lang} />
            }
        </section>
    }
}

fn snapshot(sureness: Option<&Sureness>, props: &TakeScreenProps) -> Brief {
    let address = address::of(props.scenario());
    let is_chosen = !props.settings.brief_charts.is_empty();
    brief(&Making {
        outcome: &props.outcome,
        compare: props.compare,
        sureness,
        year: props.year,
        difference: props.settings.difference,
        charts: if is_chosen { &props.settings.brief_charts } else { &props.settings.charts },
        is_chosen,
        address: &address,
        lang: props.lang(),
    })
}

/// A card: what it is, for whom, and how to get it.
fn card(class: &'static str, title: Words, how: Words, body: Html, lang: Lang) -> Html {
    html! {
        <section class={classes!("take-card", class)}>
            <h3>{ title.get(lang) }</h3>
            <p>{ how.get(lang) }</p>
            <div class="take-buttons">{ body }</div>
        </section>
    }
}

/// Which charts go into the brief.
fn brief_charts(props: &TakeScreenProps) -> Html {
    let lang = props.lang();
    let chosen = &props.settings.brief_charts;
    let tick = |chart: ChartId| {
        let checked = chosen.contains(&chart);
        let onchange = props.send.reform(move |_: Event| Action::Settings(SettingsChange::BriefChart(chart)));
        html! {
            <label>
                <input type="checkbox" id={format!("brief-{}", chart.id())} {checked} disabled={!checked && chosen.len() >= CHARTS} {onchange} />
                { chart.words().get(lang) }
            </label>
        }
    };
    html! {
        <details class="brief-choice">
            <summary id="choose-brief-charts">{ phrases::BRIEF_CHOOSE.get(lang) }</summary>
            <fieldset class="ticks">
                <legend>{ phrases::BRIEF_CHOOSE_HOW.get(lang) }</legend>
                { for ChartId::ALL.iter().copied().filter(|chart| is_drawn(*chart)).map(tick) }
            </fieldset>
        </details>
    }
}

fn brief_card(shown: &UseStateHandle<bool>, is_ready: bool, props: &TakeScreenProps) -> Html {
    let lang = props.lang();
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    let print = Callback::from(|_: MouseEvent| print::print());
    let words = if **shown { phrases::TAKE_BRIEF_HIDE } else { phrases::TAKE_BRIEF_SHOW };
    let class = if **shown { "" } else { "primary" };
    let body = html! {
        <>
            <button type="button" id="show-brief" {class} aria-expanded={shown.to_string()} onclick={toggle}>
                { words.get(lang) }
            </button>
            if **shown {
                <button type="button" id="print-brief" class="primary" disabled={!is_ready} onclick={print}>
                    { phrases::TAKE_BRIEF_PRINT.get(lang) }
                </button>
                if !is_ready {
                    <p class="wait" role="status">{ phrases::TAKE_BRIEF_WAIT.get(lang) }</p>
                }
            }
            { brief_charts(props) }
        </>
    };
    card("take-brief", phrases::TAKE_BRIEF, phrases::TAKE_BRIEF_HOW, body, lang)
}

/// Properties of [`BookCard`].
#[derive(Properties, PartialEq)]
struct BookCardProps {
    outcome: Outcome,
    lang: Lang,
    send: Send,
}

/// The card of the workbook, which takes a moment to be made.
#[component]
fn BookCard(props: &BookCardProps) -> Html {
    let lang = props.lang;
    let busy = use_state_eq(|| false);
    let onclick = {
        let (busy, outcome, send) = (busy.clone(), props.outcome.clone(), props.send.clone());
        Callback::from(move |_: MouseEvent| {
            busy.set(true);
            let (busy, outcome, send) = (busy.clone(), outcome.clone(), send.clone());
            spawn_local(async move {
                match load(Part::Take).await {
                    // After the page has said that it is at work.
                    Ok(()) => events::after_a_moment(move || {
                        save_book(&outcome, lang, &send);
                        busy.set(false);
                    }),
                    Err(_) => {
                        busy.set(false);
                        send.emit(Action::Tell(Notice::plain(phrases::NOT_ARRIVED)));
                    }
                }
            });
        })
    };
    let words = if *busy { phrases::TAKE_BOOK_WAIT } else { phrases::TAKE_BOOK_SAVE };
    let body = html! {
        <button type="button" id="save-book" class="primary" disabled={*busy} {onclick}>{ words.get(lang) }</button>
    };
    card("take-book", phrases::TAKE_BOOK, phrases::TAKE_BOOK_HOW, body, lang)
}

fn save_book(outcome: &Outcome, lang: Lang, send: &Send) {
    let resolved = outcome.resolved();
    match lazy::book(resolved, lang).transpose() {
        Ok(bytes) => save(&resolved.scenario, phrases::TAKE_BOOK_NAME.get(lang), (Format::Xlsx, bytes), lang, send),
        Err(error) => {
            let title = phrases::TAKE_FAILED;
            send.emit(Action::Tell(Notice { text: Some(error.message(lang)), ..Notice::plain(title) }));
        }
    }
}

fn table_card(sureness: Option<&Sureness>, props: &TakeScreenProps) -> Html {
    let lang = props.lang();
    let button = |id: &'static str, words: Words, make: Box<dyn Fn(&TakeParts) -> export::ExportTable>| {
        let parts = TakeParts::of(sureness, props);
        let send = props.send.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            save_sheet(&parts.outcome.resolved().scenario, make(&parts), lang, &send);
        });
        html! { <button type="button" {id} {onclick}>{ words.get(lang) }</button> }
    };
    let year = props.year;
    let body = html! {
        <>
            { button("save-results", phrases::TAKE_RESULTS_SAVE, Box::new(move |parts| tables::results(&parts.outcome, lang))) }
            { button("save-headline", phrases::HEADLINE, Box::new(move |parts| {
                let reference = parts.reference().unwrap_or_else(|| parts.outcome.clone());
                tables::headline(&parts.outcome, &reference, parts.sureness.as_ref(), year, lang)
            })) }
            { button("save-targets", phrases::TARGETS, Box::new(move |parts| {
                tables::targets(&parts.outcome, parts.sureness.as_ref(), lang)
            })) }
            if !props.scenario().area().observed.is_empty() {
                { button("save-observed", phrases::OBSERVED_TABLE, Box::new(move |parts| tables::observed(&parts.outcome, lang))) }
            }
            { button("save-warnings", phrases::WARNINGS, Box::new(move |parts| tables::warnings(&parts.outcome, lang))) }
        </>
    };
    card("take-tables", phrases::TAKE_TABLES, phrases::TAKE_TABLES_HOW, body, lang)
}

/// What files are made of.
#[derive(Clone)]
struct TakeParts {
    outcome: Outcome,
    compare: Layer,
    /// Whether charts show differences.
    difference: bool,
    sureness: Option<Sureness>,
}

impl TakeParts {
    fn of(sureness: Option<&Sureness>, props: &TakeScreenProps) -> TakeParts {
        let (outcome, difference) = (props.outcome.clone(), props.settings.difference);
        TakeParts { outcome, compare: props.compare, difference, sureness: sureness.cloned() }
    }

    /// The area with nothing changed, over the same years.
    fn reference(&self) -> Option<Outcome> {
        let own = &self.outcome.resolved().scenario;
        Outcome::of(&own.untouched(self.compare))
    }

    /// A chart of the gallery, as the page shows it.
    fn chart(&self, chart: ChartId, year: i32, lang: Lang) -> Plotted {
        let (outcome, sureness) = (&self.outcome, self.sureness.as_ref());
        let reference = self.reference();
        let reference = reference.as_ref().and_then(|reference| reference.unless_same_as(outcome));
        Plotted::Chart(drawing(chart, Frame { outcome, reference, sureness, year, difference: self.difference, lang }))
    }
}

fn file_card(props: &TakeScreenProps) -> Html {
    let lang = props.lang();
    let (outcome, send) = (props.outcome.clone(), props.send.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let scenario = &outcome.resolved().scenario;
        let file = collection::one(&Document::of(scenario.clone()).with_snapshot());
        save(scenario, phrases::TAKE_FILE.get(lang), (Format::Json, Some(file.into_bytes())), lang, &send);
    });
    let body = html! { <button type="button" id="save-file" {onclick}>{ phrases::TAKE_FILE_SAVE.get(lang) }</button> };
    card("take-file", phrases::TAKE_FILE, phrases::TAKE_FILE_HOW, body, lang)
}

/// All charts of the gallery, each in every format.
fn chart_card(sureness: Option<&Sureness>, props: &TakeScreenProps) -> Html {
    let (lang, year) = (props.lang(), props.year);
    let parts = TakeParts::of(sureness, props);
    let row = |chart: &ChartId| {
        let (chart, title) = (*chart, chart.words().get(lang));
        let button = |(format, words): (Format, Words)| {
            let (parts, send) = (parts.clone(), props.send.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                let plotted = Rc::new(parts.chart(chart, year, lang));
                save_plot(plotted, title, format, &parts.outcome, lang, &send);
            });
            let face = format.ending().to_uppercase();
            let announcement = format!("{title}{}{face} {}", lang.pick("，", ", "), words.get(lang));
            html! { <button type="button" class="quiet" data-format={format.ending()} aria-label={announcement} {onclick}>{ face }</button> }
        };
        html! { <li id={format!("take-{}", chart.id())}><span>{ title }</span><span class="formats">{ for FORMATS.into_iter().map(button) }</span></li> }
    };
    let body = html! { <ul class="take-charts">{ for ChartId::ALL.iter().map(row) }</ul> };
    card("take-chart-card", phrases::TAKE_CHARTS, phrases::TAKE_CHARTS_HOW, body, lang)
}
