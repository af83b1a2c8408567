//! The way from the header to a screen.

use yew::prelude::*;

use crate::app::{Action, Screen, SettingsChange};
use crate::browser::{dom, query};
use crate::ui::Send;

/// What a press on something in the header does that leads to a screen.
pub fn leads_to(screen: Screen, send: &Send) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_: MouseEvent| {
        send.emit(Action::Settings(SettingsChange::Screen(screen)));
        // In one column the screen lies far below, out of sight.
        if query::is_narrow() {
            dom::focus("#results");
        }
    })
}
