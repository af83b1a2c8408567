//! What is kept follows the state: scenario and settings, kept scenarios, steps, other tabs.

use gloo_events::EventListener;
use std::rc::Rc;

use voced_sim::Document;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::Send;
use crate::edges::{address, kept, link, steps, storage, surroundings};
use crate::i18n::say;
use crate::state::shelf::{Held, List};
use crate::state::{Action, App, Notice};

/// Keeps scenario and settings. The store is written at every change, so that a reload in the middle
/// of a drag loses nothing; the address once the drag is over, because browsers limit how often.
#[hook]
pub fn use_keeping(app: &App, document: Rc<Document>, send: Send) {
    use_shelf(app, send.clone());
    let on_failure = send.clone();
    use_effect_with(document.clone(), move |document| {
        if !storage::write_document(document) {
            on_failure.emit(Action::Tell(Notice::plain(say::STORE_FULL)));
        }
    });
    let began_with = use_memo((), |()| (*document).clone());
    use_effect_with((document, app.is_moving()), move |(document, is_moving)| {
        // A broken link stays in the address until the user changes something.
        let stays = *document == began_with && matches!(link::unpack(&address::fragment()), Some(Err(_)));
        if !is_moving
            && !stays
            && let Some(written) = address::write((**document).clone())
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

/// Writes what waits to be written, takes out what was deleted, and hears of other tabs.
#[hook]
fn use_shelf(app: &App, send: Send) {
    let on_write = send.clone();
    use_effect_with((app.shelf.clone(), app.keeping.stages.clone()), move |(shelf, stages)| {
        for (list, kept) in [(List::Shelf, shelf), (List::Stages, stages)] {
            for kept in kept.iter().filter(|kept| kept.held == Held::Waiting) {
                on_write.emit(Action::Shelf(kept::write(list, kept)));
            }
        }
    });
    use_effect_with(app.keeping.deleted.clone(), |deleted| {
        for (list, id) in deleted {
            // A store that refuses has nothing to take out.
            let _ = kept::remove(*list, id);
        }
    });
    use_effect_with(app.keeping.origin.clone(), |origin| kept::write_origin(origin.as_ref()));
    // Only once a movement is over: it is one step, and there may be many to write.
    let settled = (!app.is_moving()).then(|| app.history.clone());
    use_effect_with(settled, |history| {
        if let Some(history) = history {
            steps::write(history);
        }
    });
    use_effect_with((), move |()| {
        let listener = surroundings::window().map(|window| {
            EventListener::new(&window, "storage", move |event| {
                let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
                if let Some(heard) = kept::heard(event.key().as_deref(), event.new_value().as_deref()) {
                    send.emit(Action::Shelf(heard));
                }
            })
        });
        move || drop(listener)
    });
}
