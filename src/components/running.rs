//! What every form of the page runs on: the state, what follows from it, and what the browser does to it.

use std::rc::Rc;

use gloo_events::EventListener;
use voced_scenario::Scenario;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::Send;
use super::asked::{Reply, sureness, use_answer, use_sure_question};
use crate::edges::{address, link, opening, surroundings};
use crate::i18n::say;
use crate::state::{Action, App, Opening, Screen, ThemeChoice};
use crate::view::Outcome;
use crate::view::sureness::Sureness;

/// The state as Yew's reducer holds it.
#[derive(Clone, PartialEq)]
struct Store(App);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Store(Rc::unwrap_or_clone(self).0.apply(action)))
    }
}

/// The state and what follows from it, as components are given it.
#[derive(Clone)]
pub struct Running {
    store: UseReducerHandle<Store>,
    /// Where actions go.
    pub send: Send,
    /// The scenario's results.
    pub outcome: Outcome,
    /// The results that differences are held against.
    pub reference: Outcome,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// How sure the results are, once that is known and as long as it is wanted.
    pub sureness: Option<Sureness>,
    /// How it stands with that question.
    pub reply: Reply,
}

impl Running {
    /// The state.
    pub fn app(&self) -> &App {
        &self.store.0
    }
}

/// Runs the page from what it is opened with.
#[hook]
pub fn use_running(opening: &Opening) -> Running {
    let opening = opening.clone();
    let store = use_reducer_eq(move || Store(App::new(opening)));
    let app = &store.0;
    let send: Send = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let outcome = app.session.outcome.clone();
    let reference = use_memo(app.reference(), |scenario: &Scenario| Outcome::of(scenario));
    let reference = (*reference).clone().unwrap_or_else(|| outcome.clone());
    let is_dark = use_is_dark(app.ui.settings.theme);
    use_document(app, is_dark);
    use_window_events(send.clone());
    let (sureness, reply) = use_sureness(app, &outcome);
    Running { store, send, outcome, reference, is_dark, sureness, reply }
}

/// How sure the results on the page are: asked anew at every change, answered by the other thread.
#[hook]
fn use_sureness(app: &App, outcome: &Outcome) -> (Option<Sureness>, Reply) {
    let explores = app.ui.settings.screen == Screen::Explore;
    let charts: &[_] = if explores { &app.ui.settings.charts } else { &[] };
    let question = Some(use_sure_question(charts, outcome)).filter(|_| app.ui.settings.bands);
    let asked = question.is_some();
    let reply = use_answer(question);
    let found = if asked { sureness(&reply, outcome) } else { None };
    (found, reply)
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

/// Keys for undo and redo, and links pasted into the address bar.
#[hook]
fn use_window_events(send: Send) {
    use_effect_with((), move |()| {
        let listeners = surroundings::window().map(|window| {
            let on_link = send.clone();
            let link = EventListener::new(&window, "hashchange", move |_| {
                let fragment = address::fragment();
                match link::unpack(&fragment) {
                    Some(Ok(document)) => on_link.emit(Action::Arrive(Box::new(document))),
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
