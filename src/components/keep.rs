//! The screen "My scenarios": what is kept, the steps that led here, files.

mod files;
mod list;
mod naming;
mod present;
mod row;
mod steps;
mod unread;

use voced_model::Lang;
use yew::prelude::*;

use super::Send;
use super::then::{Then, use_then};
use crate::edges::surroundings;
use crate::i18n::say;
use crate::state::shelf::{Held, List};
use crate::state::{Action, App, History, Kept, Library, Shelving};
use crate::view::shelf;

/// Properties of [`KeepScreen`].
#[derive(Properties, PartialEq)]
pub struct KeepScreenProps {
    /// The state: nearly all of it that is not settings is on this screen.
    pub app: App,
    /// Where actions go.
    pub send: Send,
}

impl KeepScreenProps {
    fn lang(&self) -> Lang {
        self.app.lang()
    }

    fn library(&self) -> &Library {
        &self.app.library
    }

    fn history(&self) -> &History<voced_scenario::Scenario> {
        &self.app.session.history
    }

    /// A button's callback that does something with what is kept.
    fn shelve(&self, make: impl Fn() -> Shelving + 'static) -> Callback<MouseEvent> {
        self.send.reform(move |_: MouseEvent| Action::Shelf(make()))
    }
}

/// The screen.
#[component]
pub fn KeepScreen(props: &KeepScreenProps) -> Html {
    let lang = props.lang();
    let then = use_then();
    html! {
        <section class="ask keep" id="keep" aria-labelledby="keep-title">
            <h2 id="keep-title">{ say::KEEP_TITLE.get(lang) }</h2>
            <p class="how">{ say::KEEP_HOW.get(lang) }</p>
            { present::present(props) }
            { done(props, &then) }
            <list::KeptList app={props.app.clone()} send={props.send.clone()} then={then.clone()} />
            <files::Files app={props.app.clone()} send={props.send.clone()} />
            { steps::steps(props, &then) }
            { unread::unread(props) }
        </section>
    }
}

/// What was done last, and the way back. A screen reader hears it; nothing is called kept before it is.
fn done(props: &KeepScreenProps, then: &Then) -> Html {
    let lang = props.lang();
    let library = props.library();
    let held = |id: &str| {
        let kept = library.shelf.iter().chain(&library.stages).find(|kept| kept.id == id);
        kept.map_or(Held::Stored, |kept| kept.held)
    };
    let said = library.said.as_ref().filter(|said| held(&said.id) != Held::Waiting);
    let undo = library.undo.last().map(|undoing| {
        let (then, back) = (then.clone(), undoing.before.id.clone());
        let in_shelf = undoing.list == List::Shelf;
        let onclick = props.shelve(move || {
            // What comes back takes the focus.
            then.focus(if in_shelf { format!("[data-kept='{back}'] .open-kept") } else { "#bookmark-name".to_owned() });
            Shelving::Undo(surroundings::stamp())
        });
        html! {
            <button type="button" id="undo-deed" class="chip" {onclick}><bdi>{ shelf::undoing(undoing, lang) }</bdi></button>
        }
    });
    let refused = said.is_some_and(|said| held(&said.id) == Held::Refused);
    html! {
        <div class={classes!("done", refused.then_some("refused"), (said.is_none() && undo.is_none()).then_some("none"))}>
            <p role="status" id="keep-said">
                if let Some(said) = said {
                    <bdi>{ shelf::said(said, refused, lang) }</bdi>
                }
            </p>
            { for undo }
        </div>
    }
}

/// Text that a person typed or a file brought: it may run in any direction, and stays in its place.
fn name(kept: &Kept) -> Html {
    html! { <bdi class="kept-name">{ kept.name().to_owned() }</bdi> }
}
