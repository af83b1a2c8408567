//! A part of the page under a line that opens and closes it.

use yew::prelude::*;

/// A part that is open or closed.
pub struct Opening {
    /// Whether it is open.
    pub is_open: bool,
    /// What a press on its line does: the page opens it, not the browser, for both must agree on what is there.
    pub toggle: Callback<MouseEvent>,
    /// Opens or closes it for another reason.
    pub set: UseStateSetter<bool>,
}

/// Whether a part is open, and what opens and closes it.
#[hook]
pub fn use_opening(at_first: impl FnOnce() -> bool) -> Opening {
    let opened = use_state_eq(at_first);
    let (is_open, set) = (*opened, opened.setter());
    let toggle = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        opened.set(!*opened);
    });
    Opening { is_open, toggle, set }
}
