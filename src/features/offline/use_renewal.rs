//! Says when a newer page is there than the one that the browser keeps.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::app::{Action, Notice};
use crate::browser::offline::{Offline, Wish, wish};
use crate::phrases;
use crate::ui::Send;

/// Waits for a newer page, once.
#[hook]
pub fn use_renewal(send: Send) {
    use_effect_with((), move |()| {
        spawn_local(async move {
            // A browser that cannot say is asked on the screen that offers the keeping.
            if wish(Wish::Wait).await == Ok(Offline::Newer) {
                send.emit(Action::Tell(Notice::plain(phrases::NEWER_PAGE)));
            }
        });
    });
}
