//! What is kept follows the state: scenario and settings, kept scenarios, steps, other tabs.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::saved::{List, SaveState};
use crate::app::{Action, App, Library, Notice, Ui};
use crate::browser::writer::{Full, Writer};
use crate::browser::{address, dom, events, library, query, storage};
use crate::phrases;
use crate::ui::Send;

/// Keeps scenario, steps and settings. The scenario is written once the input rests, and before the page goes
/// away, so that a reload in the middle of a drag loses nothing; what is chosen or done once, at once.
#[hook]
pub fn use_keeping(app: &App, send: Send) {
    use_shelf(app, send.clone());
    use_writer(app, send.clone());
    use_effect_with(Part(app.ui.clone(), |ui: &Ui| &ui.settings), move |settings| {
        let settings = settings.get();
        if query::asked_lang().is_some_and(|asked| asked != settings.lang) {
            address::forget_lang();
        }
        if !storage::write_settings(settings) {
            send.emit(Action::Tell(Notice::plain(phrases::STORE_FULL)));
        }
    });
}

/// Writes the scenario as it changes.
#[hook]
fn use_writer(app: &App, send: Send) {
    let writer = use_mut_ref(Writer::default);
    let tell = use_callback((), move |written: Result<(), Full>, ()| {
        if written.is_err() {
            send.emit(Action::Tell(Notice::plain(phrases::STORE_FULL)));
        }
    });
    {
        let (writer, tell) = (writer.clone(), tell.clone());
        use_effect_with(app.session.clone(), move |session| {
            let later = tell.clone();
            tell.emit(Writer::follow(&writer, session, move |written| later.emit(written)));
        });
    }
    use_effect_with((), move |()| {
        let listeners = dom::on_leaving(move || {
            // A page that goes away has no one to tell.
            let _ = writer.borrow_mut().write();
        });
        move || drop(listeners)
    });
}

/// The part of a slice that an effect depends on. Nothing is copied, and mostly the slice is the same.
struct Part<S, T>(Rc<S>, fn(&S) -> &T);

impl<S, T> Part<S, T> {
    fn get(&self) -> &T {
        self.1(&self.0)
    }
}

impl<S, T: PartialEq> PartialEq for Part<S, T> {
    fn eq(&self, other: &Part<S, T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.get() == other.get()
    }
}

/// Writes what waits to be written, takes out what was deleted, and hears of other tabs.
#[hook]
fn use_shelf(app: &App, send: Send) {
    let on_write = send.clone();
    use_effect_with(app.library.clone(), move |library| {
        for list in List::ALL {
            for saved in library.list(list).iter().filter(|saved| saved.save_state == SaveState::Waiting) {
                on_write.emit(Action::Library(library::write(list, saved)));
            }
        }
    });
    use_effect_with(Part(app.library.clone(), |library: &Library| &library.deleted), |deleted| {
        for (list, id) in deleted.get() {
            // A store that refuses has nothing to take out.
            let _ = library::remove(*list, id);
        }
    });
    use_effect_with(app.library.origin.clone(), |origin| library::write_origin(origin.as_deref()));
    use_effect_with((), move |()| {
        let listener = events::listen("storage", move |event: &web_sys::StorageEvent| {
            if let Some(heard) = library::heard(event.key().as_deref(), event.new_value().as_deref()) {
                send.emit(Action::Library(heard));
            }
        });
        move || drop(listener)
    });
}
