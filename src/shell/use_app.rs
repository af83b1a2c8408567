//! What every form of the page runs on: the state, what follows from it, and what the browser does to it.

use std::rc::Rc;

use voced_scenario::Scenario;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::app::{Action, App, Opening, Outcome, Screen, ThemeChoice};
use crate::browser::{address, dom, events, link, opening, query};
use crate::features::uncertainty::use_sureness::{sureness, use_sure_question};
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use crate::ui::Send;
use crate::worker::use_worker::{Reply, use_answer};

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
    let question = Some(use_sure_question(charts, outcome, &app.ui.settings)).filter(|_| app.ui.settings.bands);
    let asked = question.is_some();
    let reply = use_answer(question);
    let found = if asked { sureness(&reply, outcome) } else { None };
    (found, reply)
}

/// Whether the page is dark, following the system where the reader leaves it to that.
#[hook]
fn use_is_dark(theme: ThemeChoice) -> bool {
    let system = use_state_eq(query::prefers_dark);
    {
        let system = system.clone();
        use_effect_with((), move |()| {
            let listener = events::on_theme(move || system.set(query::prefers_dark()));
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
    let title = format!("{} · {}", phrases::TITLE.get(lang), app.scenario().area().short.get(lang));
    use_effect_with((lang, is_dark, title), |(lang, is_dark, title)| {
        dom::dress_document(*lang, *is_dark, title);
    });
}

/// Keys for undo and redo, and links pasted into the address bar.
#[hook]
fn use_window_events(send: Send) {
    use_effect_with((), move |()| {
        let on_link = send.clone();
        let link = events::listen("hashchange", move |_: &web_sys::Event| {
            let fragment = address::fragment();
            match link::unpack(&fragment) {
                Some(Ok(document)) => on_link.emit(Action::Arrive(Box::new(document))),
                Some(Err(error)) => on_link.emit(Action::Tell(opening::link_notice(error, &fragment))),
                None => {}
            }
        });
        let keys = events::listen_first("keydown", move |event: &web_sys::KeyboardEvent| {
            if let Some(action) = history_key(event) {
                event.prevent_default();
                send.emit(action);
            }
        });
        move || drop((link, keys))
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
