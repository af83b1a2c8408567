//! The page inside another one: chosen levers, chosen charts, a way to the whole page.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::Json;
use yew::prelude::*;

use super::Send;
use super::chart_card::ChartCard;
use super::derivation::DerivationDialog;
use super::headline::Headline;
use super::lever_row::LeverRow;
use super::notices::notices;
use super::replies::trouble;
use super::running::{Running, use_running};
use super::saving::Origin;
use crate::edges::host::{self, Event};
use crate::edges::resizing::Resizing;
use crate::edges::{address, link};
use crate::i18n::say;
use crate::state::{App, Embedding, Notice, Opening};
use crate::view::figures::{Frame, drawing};
use crate::view::levers::lever;
use crate::view::sureness::Sureness;
use crate::view::{Outcome, telling};

/// Properties of [`EmbeddedPage`].
#[derive(Properties, PartialEq)]
pub struct EmbeddedPageProps {
    /// What it starts with.
    pub opening: Opening,
    /// What it shows.
    pub embedding: Embedding,
}

/// The page inside another one. It keeps nothing in the browser and leaves its address alone.
#[component]
pub fn EmbeddedPage(props: &EmbeddedPageProps) -> Html {
    let running = use_running(&props.opening);
    let app = running.app();
    let Running { send, outcome, reference, is_dark, sureness, reply, .. } = running.clone();
    let (lang, year) = (app.lang(), app.focus_year());
    let fragment = use_memo(app.scenario().clone(), |scenario| format!("#{}", link::pack(scenario)));
    let frame = use_node_ref();
    use_telling(&outcome, &fragment, year, lang, &app.ui.notices);
    use_height(&frame);

    let row = |input: &voced_model::InputId| {
        let lever = lever(app.scenario(), *input, lang);
        html! { <LeverRow key={input.id()} {lever} {lang} send={send.clone()} /> }
    };
    html! {
        <div class="embedded" ref={frame}>
            { title(app, &fragment, lang) }
            { notices(&app.ui.notices, lang, &send) }
            if props.embedding.headline {
                <Headline
                    outcome={outcome.clone()} reference={reference.clone()} sureness={sureness.clone()}
                    compare={app.ui.settings.compare} {year} {lang} send={send.clone()}
                />
            }
            <main class={classes!("embedded-body", props.embedding.levers.is_empty().then_some("charts-only"))}>
                if !props.embedding.levers.is_empty() {
                    <section class="embedded-levers" aria-label={say::LEVERS.get(lang)}>
                        <ContextProvider<Origin> context={Origin { outcome: outcome.clone(), can_save: false }}>
                            { for props.embedding.levers.iter().map(row) }
                        </ContextProvider<Origin>>
                    </section>
                }
                { trouble(&reply, lang) }
                { cards(&props.embedding, &outcome, &reference, sureness.as_ref(), is_dark, app, &send) }
            </main>
            <footer class="embedded-note">{ say::EMBED_NOTE.get(lang) }</footer>
            <DerivationDialog {outcome} opened={app.ui.opened.clone()} {lang} {send} />
        </div>
    }
}

/// What is shown, and the way to the whole page.
fn title(app: &App, fragment: &str, lang: Lang) -> Html {
    let scenario = app.scenario();
    let area = scenario.region().short.get(lang);
    let what = if scenario.name.is_empty() { scenario.layer.words().get(lang) } else { &scenario.name };
    let address = format!("{}?lang={}{fragment}", address::page(), lang.tag());
    html! {
        <header class="embedded-title">
            <h1>{ format!("{area} · {what}") }</h1>
            <a href={address} target="_blank" rel="noopener" title={say::EMBED_OPEN_HOW.get(lang)}>{ say::EMBED_OPEN.get(lang) }</a>
        </header>
    }
}

fn cards(
    embedding: &Embedding,
    outcome: &Outcome,
    reference: &Outcome,
    sureness: Option<&Sureness>,
    is_dark: bool,
    app: &App,
    send: &Send,
) -> Html {
    let (lang, year) = (app.lang(), app.focus_year());
    let same = outcome.world().scenario == reference.world().scenario;
    let frame = Frame { outcome, reference: Some(reference).filter(|_| !same), sureness, year, lang };
    let card = |chart: &crate::state::ChartId| {
        let drawing = drawing(*chart, frame);
        html! { <ChartCard key={chart.id()} chart={*chart} {drawing} {is_dark} {year} {lang} send={send.clone()} /> }
    };
    html! {
        <div class={classes!("cards", (embedding.charts.len() == 1).then_some("single"))}>
            { for embedding.charts.iter().map(card) }
        </div>
    }
}

/// Tells the page around that this one is there, of every change, and of what was not understood.
#[hook]
fn use_telling(outcome: &Outcome, fragment: &Rc<String>, year: i32, lang: Lang, notices: &[Notice]) {
    let first = use_mut_ref(|| true);
    let fragment = fragment.clone();
    use_effect_with((outcome.clone(), year, lang), move |(outcome, year, lang)| {
        let event = if first.replace(false) { Event::Ready } else { Event::Change };
        host::tell(event, telling::detail(outcome, *year, &fragment, *lang));
    });
    use_effect_with((notices.to_vec(), lang), |(notices, lang)| {
        for line in notices.iter().flat_map(|notice| telling::lines(notice, *lang)) {
            host::tell(Event::Fault, Json::from(line.as_str()));
        }
    });
}

/// Tells the page around how high this one is, whenever that changes.
#[hook]
fn use_height(frame: &NodeRef) {
    let frame = frame.clone();
    use_effect_with((), move |()| {
        let watched = frame.cast::<web_sys::Element>().and_then(|element| {
            let measured = element.clone();
            Resizing::of(&element, move || {
                host::tell(Event::Height, measured.get_bounding_client_rect().height().ceil().into());
            })
        });
        move || drop(watched)
    });
}
