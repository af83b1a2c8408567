//! The page inside another one: chosen levers, chosen charts, a way to the whole page.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::Json;
use yew::prelude::*;

use crate::app::{App, Embedding, Notice, Opening, Outcome};
use crate::browser::host::{self, Event};
use crate::browser::resizing::Resizing;
use crate::browser::{address, link};
use crate::features::embed::messages;
use crate::features::explanation::derivation::DerivationDialog;
use crate::features::explore::charts::card::ChartCard;
use crate::features::explore::charts::view_model::{Frame, drawing};
use crate::features::explore::headline::component::Headline;
use crate::features::explore::levers::row::LeverRow;
use crate::features::explore::levers::view_model::lever;
use crate::features::export::saving::Origin;
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use crate::shell::notices::notices;
use crate::shell::use_app::{Running, use_running};
use crate::ui::Send;
use crate::ui::answer_status::trouble;

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
                    outcome={outcome.clone()} reference={reference.clone()} sureness={sureness.clone()} bands={app.ui.settings.bands}
                    compare={app.ui.settings.compare} {year} {lang} send={send.clone()}
                />
            }
            <main class={classes!("embedded-body", props.embedding.levers.is_empty().then_some("charts-only"))}>
                if !props.embedding.levers.is_empty() {
                    <section class="embedded-levers" aria-label={phrases::LEVERS.get(lang)}>
                        <ContextProvider<Origin> context={Origin { outcome: outcome.clone(), can_save: false }}>
                            { for props.embedding.levers.iter().map(row) }
                        </ContextProvider<Origin>>
                    </section>
                }
                { trouble(&reply, lang) }
                { cards(&props.embedding, &outcome, &reference, sureness.as_ref(), is_dark, app, &send) }
            </main>
            <footer class="embedded-note">
                { phrases::EMBED_NOTE.get(lang) }
                if let Some(whose) = app.scenario().whose_numbers(lang) { <span class="whose">{ " " }{ whose }</span> }
            </footer>
            <DerivationDialog {outcome} opened={app.ui.opened.clone()} {lang} {send} />
        </div>
    }
}

/// What is shown, and the way to the whole page.
fn title(app: &App, fragment: &str, lang: Lang) -> Html {
    let scenario = app.scenario();
    let area = scenario.area().short.get(lang);
    let what = if scenario.name.is_empty() { scenario.layer.words().get(lang) } else { &scenario.name };
    let address = format!("{}?lang={}{fragment}", address::page(), lang.tag());
    html! {
        <header class="embedded-title">
            <h1>{ format!("{area} · {what}") }</h1>
            <a href={address} target="_blank" rel="noopener" title={phrases::EMBED_OPEN_HOW.get(lang)}>{ phrases::EMBED_OPEN.get(lang) }</a>
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
    let reference = reference.unless_same_as(outcome);
    let frame = Frame { outcome, reference, sureness, year, difference: false, lang };
    let card = |chart: &crate::app::ChartId| {
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
        host::tell(event, messages::detail(outcome, *year, &fragment, *lang));
    });
    use_effect_with((notices.to_vec(), lang), |(notices, lang)| {
        for line in notices.iter().flat_map(|notice| messages::lines(notice, *lang)) {
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
