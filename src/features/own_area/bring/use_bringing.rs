//! What is brought to a screen and decided about it, there again when its reader comes back.

use std::marker::PhantomData;

use voced_model::Lang;
use yew::prelude::*;

use super::decided::{Brought, Decided};
use super::sources::taken;
use crate::ui::unfinished::Unfinished;

/// What was brought and is decided about it so far; `For` tells the screens apart that leave it.
pub(crate) struct Begun<For>(Brought, Decided, PhantomData<For>);

impl<For> Clone for Begun<For> {
    fn clone(&self) -> Begun<For> {
        Begun(self.0.clone(), self.1.clone(), PhantomData)
    }
}

/// Whether something was brought to a screen and is not taken over yet.
pub(crate) fn was_begun<For: 'static>(unfinished: &Unfinished) -> bool {
    unfinished.left::<Begun<For>>().is_some_and(|begun| begun.0 != Brought::Nothing)
}

/// What a screen has in hand.
pub(crate) struct Bringing {
    /// What was brought.
    pub brought: Brought,
    /// What is decided about it.
    pub decided: Decided,
    /// Takes something else, about which nothing is decided.
    pub begin: Callback<Brought>,
    /// Reads the first of some files.
    pub take: Callback<web_sys::FileList>,
    /// Decides something.
    pub change: Callback<Decided>,
}

/// The state of bringing, left for later at every step.
#[hook]
pub(crate) fn use_bringing<For: 'static>(unfinished: &Unfinished, lang: Lang) -> Bringing {
    let begun = unfinished.left::<Begun<For>>();
    let brought = use_state_eq(|| begun.as_ref().map_or(Brought::Nothing, |begun| begun.0.clone()));
    let decided = use_state_eq(|| begun.map(|begun| begun.1).unwrap_or_default());
    use_effect_with(((*brought).clone(), (*decided).clone()), {
        let unfinished = unfinished.clone();
        move |(brought, decided)| {
            // A file that is still read answers to nobody later.
            if !matches!(brought, Brought::Reading(_)) {
                unfinished.leave(Begun::<For>(brought.clone(), decided.clone(), PhantomData));
            }
        }
    });
    let begin = {
        let (brought, decided) = (brought.setter(), decided.setter());
        use_callback((), move |next: Brought, ()| {
            decided.set(Decided::default());
            brought.set(next);
        })
    };
    let take = {
        let begin = begin.clone();
        use_callback(lang, move |list: web_sys::FileList, lang| taken(&list, *lang, begin.clone()))
    };
    let change = {
        let decided = decided.setter();
        use_callback((), move |next: Decided, ()| decided.set(next))
    };
    Bringing { brought: (*brought).clone(), decided: (*decided).clone(), begin, take, change }
}
