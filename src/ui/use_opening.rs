//! A part of the page under a line that opens and closes it.

use yew::prelude::*;

/// Whether it is open, and what a press on its line does: the page opens it, not the browser, for both must agree on
/// what is there.
#[hook]
pub fn use_opening(at_first: impl FnOnce() -> bool) -> (bool, Callback<MouseEvent>) {
    let opened = use_state_eq(at_first);
    let is_open = *opened;
    let toggle = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        opened.set(!*opened);
    });
    (is_open, toggle)
}
