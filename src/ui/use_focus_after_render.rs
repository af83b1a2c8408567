//! Where the focus goes when what had it goes away.

use yew::prelude::*;

use crate::browser::dom;

/// Where the focus goes once the page has followed an action: what had it may be gone by then.
#[derive(Clone, PartialEq)]
pub struct Then(UseStateSetter<Option<String>>);

impl Then {
    /// Names what the focus goes to.
    pub fn focus(&self, css: impl Into<String>) {
        self.0.set(Some(css.into()));
    }
}

/// The focus moves after the page has been drawn anew, with all that was changed at the same time.
#[hook]
pub fn use_focus_after_render() -> Then {
    let wanted = use_state(|| None::<String>);
    let then = Then(wanted.setter());
    use_effect(move || {
        if let Some(css) = wanted.as_ref() {
            dom::focus(css);
            wanted.set(None);
        }
    });
    then
}
