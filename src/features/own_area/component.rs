//! The screen "My areas": what is kept, new ones, and the form of the one that is edited.

use std::rc::Rc;

use yew::prelude::*;

use super::bring::FromTableSection;
use super::form::AreaForm;
use super::list::{AreaList, NewArea, Unkept};
use crate::app::{App, SavedScenario, Screen};
use crate::features::library::component::done;
use crate::phrases;
use crate::ui::Send;
use crate::ui::unfinished::Unfinished;
use crate::ui::use_focus_after_render::use_focus_after_render;

/// Properties of [`AreasScreen`].
#[derive(Properties, PartialEq)]
pub struct AreasScreenProps {
    /// The state: the kept areas, and the present scenario's.
    pub app: App,
    /// What was left unfinished here.
    pub unfinished: Unfinished,
    /// Where actions go.
    pub send: Send,
}

/// The screen. At first the area of the present scenario is open, where it is a kept one.
#[component]
pub fn AreasScreen(props: &AreasScreenProps) -> Html {
    let lang = props.app.lang();
    let then = use_focus_after_render();
    let library = &props.app.library;
    let present = library.entry_of(&props.app.scenario().area_ref).map(|saved| saved.id.clone());
    let edited = use_state_eq(|| present.clone());
    let edit = {
        let (edited, then) = (edited.setter(), then.clone());
        use_callback((), move |id: Option<String>, ()| {
            then.focus(if id.is_some() { "#area-form" } else { "#areas-title" });
            edited.set(id);
        })
    };
    let saved: Option<Rc<SavedScenario>> =
        edited.as_ref().and_then(|id| library.areas.iter().find(|saved| saved.id == *id)).cloned();
    html! {
        <section class="ask areas-screen" id="areas-screen" aria-labelledby="areas-title">
            <h2 id="areas-title" tabindex="-1">{ Screen::Areas.words().get(lang) }</h2>
            <p class="how">{ phrases::AREAS_HOW.get(lang) }</p>
            { done(library, lang, &props.send, &then) }
            <Unkept app={props.app.clone()} send={props.send.clone()} />
            <AreaList
                app={props.app.clone()} edited={(*edited).clone()} edit={edit.clone()} then={then.clone()} send={props.send.clone()}
            />
            <FromTableSection kept={library.areas.clone()} edit={edit.clone()} {lang} unfinished={props.unfinished.clone()} send={props.send.clone()} />
            <NewArea app={props.app.clone()} edit={edit.clone()} send={props.send.clone()} />
            if let Some(saved) = saved {
                <AreaForm {saved} close={edit.reform(|()| None)} {lang} send={props.send.clone()} />
            }
        </section>
    }
}
