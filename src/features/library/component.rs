//! The screen "My scenarios": what is kept, the steps that led here, files.

mod files;
mod history;
mod list;
mod naming;
mod present;
mod row;
mod unread;

use voced_model::Lang;
use yew::prelude::*;

pub use self::files::export_one;
use super::view_model as library;
use crate::app::saved::{List, SaveState};
use crate::app::{Action, App, History, Library, LibraryAction, SavedScenario};
use crate::browser::clock;
use crate::phrases;
use crate::ui::Send;
use crate::ui::use_focus_after_render::{Then, use_focus_after_render};

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
    fn shelve(&self, make: impl Fn() -> LibraryAction + 'static) -> Callback<MouseEvent> {
        self.send.reform(move |_: MouseEvent| Action::Library(make()))
    }
}

/// The screen.
#[component]
pub fn KeepScreen(props: &KeepScreenProps) -> Html {
    let lang = props.lang();
    let then = use_focus_after_render();
    html! {
        <section class="ask keep" id="keep" aria-labelledby="keep-title">
            <h2 id="keep-title">{ phrases::KEEP_TITLE.get(lang) }</h2>
            <p class="how">{ phrases::KEEP_HOW.get(lang) }</p>
            { present::present(props) }
            { done(props.library(), lang, &props.send, &then) }
            <list::KeptList app={props.app.clone()} send={props.send.clone()} then={then.clone()} />
            <files::Files app={props.app.clone()} send={props.send.clone()} />
            { history::steps(props, &then) }
            { unread::unread(props) }
        </section>
    }
}

/// What was done last, and the way back. A screen reader hears it; nothing is called kept before it is.
pub fn done(library: &Library, lang: Lang, send: &Send, then: &Then) -> Html {
    let save_state = |id: &str| {
        let saved = List::ALL.into_iter().find_map(|list| library.list(list).iter().find(|saved| saved.id == id));
        saved.map_or(SaveState::Stored, |saved| saved.save_state)
    };
    let announcement =
        library.announcement.as_ref().filter(|announcement| save_state(&announcement.id) != SaveState::Waiting);
    let undo = library.undo.last().map(|undoing| {
        let (then, back) = (then.clone(), undoing.before.id.clone());
        let list = undoing.list;
        let onclick = send.reform(move |_: MouseEvent| {
            // What comes back takes the focus.
            then.focus(match list {
                List::Scenarios => format!("[data-kept='{back}'] .open-kept"),
                List::Bookmarks => "#bookmark-name".to_owned(),
                List::Areas => format!("[data-area='{back}'] .open-kept"),
            });
            Action::Library(LibraryAction::Undo(clock::stamp()))
        });
        html! {
            <button type="button" id="undo-deed" class="chip" {onclick}><bdi>{ library::undoing(undoing, lang) }</bdi></button>
        }
    });
    let refused = announcement.is_some_and(|announcement| save_state(&announcement.id) == SaveState::Refused);
    html! {
        <div class={classes!("done", refused.then_some("refused"), (announcement.is_none() && undo.is_none()).then_some("none"))}>
            <p role="status" id="keep-said">
                if let Some(announcement) = announcement {
                    <bdi>{ library::announcement(announcement, refused, lang) }</bdi>
                }
            </p>
            { for undo }
        </div>
    }
}

/// Text that a person typed or a file brought: it may run in any direction, and stays in its place.
fn name(saved: &SavedScenario) -> Html {
    html! { <bdi class="kept-name">{ saved.name().to_owned() }</bdi> }
}
