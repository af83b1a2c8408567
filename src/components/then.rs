//! Where the focus goes when what had it goes away.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::edges::surroundings;

/// Where the focus goes once the page has followed an action: what had it may be gone by then.
#[derive(Clone, Default)]
pub struct Then(Rc<RefCell<Option<String>>>);

impl PartialEq for Then {
    fn eq(&self, other: &Then) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Then {
    /// Names what the focus goes to.
    pub fn focus(&self, css: impl Into<String>) {
        self.0.replace(Some(css.into()));
    }
}

/// The focus moves after the page has been drawn anew.
#[hook]
pub fn use_then() -> Then {
    let then = (*use_memo((), |()| Then::default())).clone();
    {
        let then = then.clone();
        use_effect(move || {
            if let Some(css) = then.0.take() {
                surroundings::focus(&css);
            }
        });
    }
    then
}
