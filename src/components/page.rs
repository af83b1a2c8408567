//! The root: state, what follows from it, and the frame of the page.

use std::rc::Rc;

use gloo_events::EventListener;
use voced_sim::Scenario;
use voced_sim::uncertainty::{self, DEFAULT_DRAWS};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::asked::{Reply, sureness, use_answer};
use super::chart_gallery::ChartGallery;
use super::derivation::DerivationDialog;
use super::header::Header;
use super::headline::Headline;
use super::lever_sections::LeverSections;
use super::matters::MattersScreen;
use super::notices::notices;
use super::replies::trouble;
use super::solve::SolveScreen;
use super::sure::SureScreen;
use super::target_board::TargetBoard;
use super::warning_list::WarningList;
use super::why::WhyScreen;
use super::{Send, choice};
use crate::asking::Question;
use crate::edges::{address, link, opening, storage, surroundings};
use crate::i18n::say;
use crate::state::{Action, App, Notice, Opening, Screen, Settings, ThemeChoice};
use crate::view::sureness::Sureness;
use crate::view::{Outcome, figures, headline};

/// The state as Yew's reducer holds it.
#[derive(Clone, PartialEq)]
struct Store(App);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Store(Rc::unwrap_or_clone(self).0.apply(action)))
    }
}

/// Properties of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// What the page starts with.
    pub opening: Opening,
}

/// The page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let opening = props.opening.clone();
    let store = use_reducer_eq(move || Store(App::new(opening)));
    let app = &store.0;
    let send: Send = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let outcome = use_memo(app.world.clone(), |world| Outcome::new(world.clone()));
    let reference = use_memo(app.reference(), |scenario: &Scenario| Outcome::of(scenario));

    let is_dark = use_is_dark(app.settings.theme);
    use_document(app, is_dark);
    use_keeping(app, send.clone());
    use_window_events(send.clone());

    let lang = app.lang();
    let outcome = (*outcome).clone();
    let reference = (*reference).clone().unwrap_or_else(|| outcome.clone());
    let year = app.focus_year();
    let (sureness, reply) = use_sureness(app, &outcome);
    html! {
        <div class="page">
            <a class="skip" href="#results" onclick={Callback::from(skip)}>{ say::SKIP.get(lang) }</a>
            <Header
                scenario={app.world.scenario.clone()} compare={app.compare} settings={app.settings.clone()}
                can_undo={app.history.can_undo()} can_redo={app.history.can_redo()} send={send.clone()}
            />
            { notices(&app.notices, lang, &send) }
            <Headline
                outcome={outcome.clone()} reference={reference.clone()} sureness={sureness.clone()}
                compare={app.compare} {year} {lang} send={send.clone()}
            />
            <LeverSections outcome={outcome.clone()} find={app.find} {lang} send={send.clone()} />
            <main id="results" class="results" tabindex="-1">
                { screens(&app.settings, &send) }
                { trouble(&reply, lang) }
                { screen(app, &outcome, reference, sureness, is_dark, &send) }
            </main>
            <DerivationDialog {outcome} opened={app.opened.clone()} {lang} {send} />
        </div>
    }
}

/// What is shown beside the levers, to be chosen.
fn screens(settings: &Settings, send: &Send) -> Html {
    let lang = settings.lang;
    let options = Screen::ALL.map(|screen| (screen, screen.words().get(lang).to_owned(), None)).to_vec();
    let now = settings.clone();
    let choose = send.reform(move |screen| Action::Settings(Settings { screen, ..now.clone() }));
    html! {
        <nav class="screens" aria-label={say::SCREENS.get(lang)}>
            { choice(say::SCREENS.get(lang), options, &settings.screen, &choose) }
        </nav>
    }
}

fn screen(
    app: &App,
    outcome: &Outcome,
    reference: Outcome,
    sureness: Option<Sureness>,
    is_dark: bool,
    send: &Send,
) -> Html {
    let (lang, year) = (app.lang(), app.focus_year());
    let (outcome, send) = (outcome.clone(), send.clone());
    match app.settings.screen {
        Screen::Explore => html! {
            <>
                <ChartGallery
                    outcome={outcome.clone()} {reference} sureness={sureness.clone()} {year}
                    settings={app.settings.clone()} {is_dark} {lang} send={send.clone()}
                />
                <WarningList outcome={outcome.clone()} {lang} send={send.clone()} />
                <TargetBoard {outcome} {sureness} {lang} {send} />
            </>
        },
        Screen::Sure => html! { <SureScreen {outcome} {year} {is_dark} {lang} {send} /> },
        Screen::Matters => {
            html! { <MattersScreen {outcome} {year} settings={app.settings.clone()} {is_dark} {send} /> }
        }
        Screen::Solve => html! {
            <SolveScreen {outcome} draft={app.draft.clone()} settings={app.settings.clone()} {send} />
        },
        Screen::Why => html! { <WhyScreen {outcome} {year} settings={app.settings.clone()} {is_dark} {send} /> },
    }
}

/// How sure the results on the page are: asked anew at every change, answered by the other thread.
#[hook]
fn use_sureness(app: &App, outcome: &Outcome) -> (Option<Sureness>, Reply) {
    let explores = app.settings.screen == Screen::Explore;
    let shown = if explores { app.settings.charts.clone() } else { Vec::new() };
    let place = app.scenario().place.clone();
    let bands = {
        let outcome = outcome.clone();
        use_memo((shown, place), move |(shown, _)| {
            let mut bands = headline::QUANTITIES.to_vec();
            let drawn = figures::with_bands(shown, &outcome);
            bands.extend(drawn.into_iter().filter(|quantity| !headline::QUANTITIES.contains(quantity)));
            bands
        })
    };
    let about = || uncertainty::Question { draws: DEFAULT_DRAWS, bands: (*bands).clone(), histograms: Vec::new() };
    let question = app.settings.bands.then(|| Question::Sure { scenario: app.scenario().clone(), about: about() });
    let asked = question.is_some();
    let reply = use_answer(question);
    let found = if asked { sureness(&reply, outcome) } else { None };
    (found, reply)
}

/// Moves the focus to the results without touching the address, which holds the scenario.
fn skip(event: MouseEvent) {
    event.prevent_default();
    surroundings::focus("#results");
}

/// Whether the page is dark, following the system where the reader leaves it to that.
#[hook]
fn use_is_dark(theme: ThemeChoice) -> bool {
    let system = use_state_eq(surroundings::prefers_dark);
    {
        let system = system.clone();
        use_effect_with((), move |()| {
            let listener = surroundings::dark_query()
                .map(|query| EventListener::new(&query, "change", move |_| system.set(surroundings::prefers_dark())));
            move || drop(listener)
        });
    }
    match theme {
        ThemeChoice::System => *system,
        ThemeChoice::Light => false,
        ThemeChoice::Dark => true,
    }
}

/// Language, title and theme of the document.
#[hook]
fn use_document(app: &App, is_dark: bool) {
    let lang = app.lang();
    let title = format!("{} · {}", say::TITLE.get(lang), app.scenario().region().short.get(lang));
    use_effect_with((lang, is_dark, title), |(lang, is_dark, title)| {
        surroundings::dress_document(*lang, *is_dark, title);
    });
}

/// Keeps scenario and settings. The store is written at every change, so that a reload in the middle
/// of a drag loses nothing; the address once the drag is over, because browsers limit how often.
#[hook]
fn use_keeping(app: &App, send: Send) {
    let on_failure = send.clone();
    use_effect_with(app.world.scenario.clone(), move |scenario| {
        if !storage::write_scenario(scenario) {
            on_failure.emit(Action::Tell(Notice::plain(say::STORE_FULL)));
        }
    });
    let began_with = use_memo((), |()| app.world.scenario.clone());
    use_effect_with((app.world.scenario.clone(), app.is_moving()), move |(scenario, is_moving)| {
        // A broken link stays in the address until the user changes something.
        let stays = *scenario == *began_with && matches!(link::unpack(&address::fragment()), Some(Err(_)));
        if !is_moving
            && !stays
            && let Some(written) = address::write(scenario)
        {
            // Where the storage refuses, the scenario's own writing has said so.
            let _ = storage::write_address(&written);
        }
    });
    use_effect_with(app.settings.clone(), move |settings| {
        if surroundings::asked_lang().is_some_and(|asked| asked != settings.lang) {
            address::forget_lang();
        }
        if !storage::write_settings(settings) {
            send.emit(Action::Tell(Notice::plain(say::STORE_FULL)));
        }
    });
}

/// Keys for undo and redo, and links pasted into the address bar.
#[hook]
fn use_window_events(send: Send) {
    use_effect_with((), move |()| {
        let listeners = surroundings::window().map(|window| {
            let on_link = send.clone();
            let link = EventListener::new(&window, "hashchange", move |_| {
                let fragment = address::fragment();
                match link::unpack(&fragment) {
                    Some(Ok(scenario)) => on_link.emit(Action::Load(Box::new(scenario))),
                    Some(Err(error)) => on_link.emit(Action::Tell(opening::link_notice(error, &fragment))),
                    None => {}
                }
            });
            let on_key = send.clone();
            let options = gloo_events::EventListenerOptions::enable_prevent_default();
            let keys = EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(action) = event.dyn_ref::<web_sys::KeyboardEvent>().and_then(history_key) {
                    event.prevent_default();
                    on_key.emit(action);
                }
            });
            (link, keys)
        });
        move || drop(listeners)
    });
}

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, but not in a text field, where they belong to the text.
fn history_key(event: &web_sys::KeyboardEvent) -> Option<Action> {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    if field.is_some_and(|field| field.type_() == "text") || !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}
