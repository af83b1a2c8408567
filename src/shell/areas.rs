//! The list of areas in the header: those that ship, the reader's own, and the way to new ones.

use std::rc::Rc;

use voced_model::{Lang, one_line};
use voced_scenario::{Area, AreaRef};
use yew::prelude::*;

use super::leading::leads_to;
use crate::app::{Action, Library, Screen};
use crate::phrases;
use crate::ui::Send;

/// Properties of [`AreaChoice`].
#[derive(Properties, PartialEq)]
pub struct AreaChoiceProps {
    /// The area of the present scenario.
    pub chosen: AreaRef,
    /// Where own areas are kept.
    pub library: Rc<Library>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// From how many areas on there is a field to find one.
const MANY: usize = 7;

/// The list, there while the menu is open. The field is typed into until one is left; Enter takes the first.
#[component]
pub fn AreaChoice(props: &AreaChoiceProps) -> Html {
    let AreaChoiceProps { chosen, library, lang, send } = props;
    let lang = *lang;
    let typed = use_state_eq(String::new);
    // Chinese has no cases, and the tables for those of other scripts are large.
    let wanted = one_line(&typed).to_ascii_lowercase();
    let is_wanted = |place: &AreaRef| {
        let area = place.area();
        [&area.name, &area.short]
            .iter()
            .any(|name| [&name.zh, &name.en].iter().any(|name| name.to_ascii_lowercase().contains(&wanted)))
    };
    // An area that ships is sound (a test sees to it); one that were not has no button.
    let shipped = Area::ids().filter_map(|id| AreaRef::shipped(id).ok());
    let own = library.areas.iter().map(|saved| saved.scenario.area_ref.clone());
    let all: Vec<AreaRef> = shipped.chain(own).collect();
    let is_long = all.len() >= MANY;
    let found: Vec<AreaRef> = all.into_iter().filter(is_wanted).collect();
    let choose = send.reform(Action::ChooseArea);
    let button = |place: &AreaRef| {
        let area = place.area();
        let onclick = {
            let (choose, place) = (choose.clone(), place.clone());
            Callback::from(move |_: MouseEvent| choose.emit(place.clone()))
        };
        html! {
            <button type="button" aria-pressed={(place == chosen).to_string()} {onclick}><bdi>{ area.short.get(lang) }</bdi></button>
        }
    };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
        })
    };
    let onkeydown = {
        let (choose, first) = (choose.clone(), found.first().cloned());
        Callback::from(move |event: KeyboardEvent| {
            if let ("Enter", Some(first), false) = (event.key().as_str(), &first, event.is_composing()) {
                event.prevent_default();
                choose.emit(first.clone());
            }
        })
    };
    let manage = leads_to(Screen::Areas, send);
    html! {
        <>
            if is_long {
                <input
                    type="search" id="find-area" aria-label={phrases::AREA_SEARCH.get(lang)} placeholder={phrases::AREA_SEARCH.get(lang)}
                    value={(*typed).clone()} {oninput} {onkeydown}
                />
            }
            <div class="choice" role="group" aria-label={phrases::AREA.get(lang)}>{ for found.iter().map(button) }</div>
            if found.is_empty() { <p class="caption">{ phrases::AREA_NONE_FOUND.get(lang) }</p> }
            <button type="button" id="manage-areas" class="link" onclick={manage}>{ phrases::AREAS_MANAGE.get(lang) }</button>
            <button type="button" id="many-areas" class="link" onclick={leads_to(Screen::Many, send)}>{ Screen::Many.words().get(lang) }</button>
        </>
    }
}
