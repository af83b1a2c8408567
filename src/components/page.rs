//! The root: state, what follows from it, and the frame of the page.

use std::rc::Rc;

use gloo_events::EventListener;
use voced_sim::Scenario;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::Send;
use super::chart_gallery::ChartGallery;
use super::derivation::DerivationDialog;
use super::header::Header;
use super::headline::Headline;
use super::lever_sections::LeverSections;
use super::notices::notices;
use super::target_board::TargetBoard;
use super::warning_list::WarningList;
use crate::edges::{address, link, opening, storage, surroundings};
use crate::i18n::say;
use crate::state::{Action, App, Notice, Opening, ThemeChoice};
use crate::view::Outcome;

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
    html! {
        <div class="page">
            <a class="skip" href="#results" onclick={Callback::from(skip)}>{ say::SKIP.get(lang) }</a>
            <Header
                scenario={app.world.scenario.clone()} compare={app.compare} settings={app.settings.clone()}
                can_undo={app.history.can_undo()} can_redo={app.history.can_redo()} send={send.clone()}
            />
            { notices(&app.notices, lang, &send) }
            <Headline
                outcome={outcome.clone()} reference={reference.clone()} compare={app.compare} {year} {lang}
                send={send.clone()}
            />
            <LeverSections outcome={outcome.clone()} find={app.find} {lang} send={send.clone()} />
            <main id="results" class="results" tabindex="-1">
                <ChartGallery
                    outcome={outcome.clone()} {reference} {year} charts={app.settings.charts.clone()}
                    {is_dark} {lang} send={send.clone()}
                />
                <WarningList outcome={outcome.clone()} {lang} send={send.clone()} />
                <TargetBoard outcome={outcome.clone()} {lang} send={send.clone()} />
            </main>
            <DerivationDialog {outcome} opened={app.opened.clone()} {lang} {send} />
        </div>
    }
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
