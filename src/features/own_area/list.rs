//! The kept areas, and what makes a new one of another.

use std::rc::Rc;
use std::sync::Arc;

use voced_model::{Lang, Words};
use voced_scenario::{Area, AreaRef};
use yew::prelude::*;

use super::view_model::{both, free_area_name};
use crate::app::saved::{List, SaveState};
use crate::app::{Action, AfterSaving, App, LibraryAction, Notice, SavedScenario, Screen, SettingsChange};
use crate::browser::collection::{EXTENSION, MIME};
use crate::browser::{clock, files};
use crate::phrases;
use crate::ui::Send;
use crate::ui::use_focus_after_render::Then;

/// Properties of [`AreaList`].
#[derive(Properties, PartialEq)]
pub struct AreaListProps {
    /// The state.
    pub app: App,
    /// The entry whose form is open.
    pub edited: Option<String>,
    /// Opens the form of an entry, or closes it.
    pub edit: Callback<Option<String>>,
    /// Where the focus goes next.
    pub then: Then,
    /// Where actions go.
    pub send: Send,
}

/// The kept areas.
#[component]
pub fn AreaList(props: &AreaListProps) -> Html {
    let lang = props.app.lang();
    let areas = &props.app.library.areas;
    let present = props.app.library.entry_of(&props.app.scenario().area_ref).map(|saved| saved.id.as_str());
    html! {
        <div class="areas-kept">
            <h3>{ phrases::AREAS_KEPT.get(lang) }</h3>
            if areas.is_empty() {
                <p class="empty">{ phrases::NO_AREAS.get(lang) }</p>
            }
            <ul class="kept-rows">{ for areas.iter().map(|saved| row(saved, present == Some(saved.id.as_str()), props)) }</ul>
        </div>
    }
}

fn row(saved: &Rc<SavedScenario>, is_present: bool, props: &AreaListProps) -> Html {
    let lang = props.app.lang();
    let area = saved.scenario.area();
    let id = saved.id.clone();
    let name = area.name.get(lang).to_owned();
    let button = |class: &'static str, words: Words, onclick: Callback<MouseEvent>| {
        let label = format!("{}{}{name}", words.get(lang), lang.pick("：", ": "));
        html! { <button type="button" {class} aria-label={label} {onclick}>{ words.get(lang) }</button> }
    };
    let open = {
        let place = saved.scenario.area_ref.clone();
        props.send.reform(move |_: MouseEvent| {
            let shown = Action::Settings(SettingsChange::Screen(Screen::Explore));
            Action::Visit(place.clone(), Box::new(shown))
        })
    };
    let edit = {
        let id = id.clone();
        props.edit.reform(move |_: MouseEvent| Some(id.clone()))
    };
    let export = {
        let (saved, send) = (saved.clone(), props.send.clone());
        Callback::from(move |_: MouseEvent| {
            let area = saved.scenario.area();
            let text = area.as_file().pretty();
            if !files::save(&files::name(&[area.name.get(lang)], EXTENSION), MIME, text.as_bytes()) {
                send.emit(Action::Tell(Notice::plain(phrases::EXPORT_FAILED)));
            }
        })
    };
    let delete = {
        let then = props.then.clone();
        let id = id.clone();
        props.send.reform(move |_: MouseEvent| {
            then.focus("#undo-deed");
            Action::Library(LibraryAction::Delete(List::Areas, id.clone()))
        })
    };
    html! {
        <li key={id.clone()} class={classes!("kept-row", is_present.then_some("present-one"))} data-area={id.clone()}>
            <div class="kept-about">
                <h4>
                    <bdi class="kept-name">{ &name }</bdi>
                    if is_present { <span class="badge">{ phrases::AREA_IN_USE.get(lang) }</span> }
                    if saved.save_state == SaveState::Refused {
                        <span class="badge refused">{ phrases::DID_NOT_KEEP.get(lang) }</span>
                    }
                </h4>
                <p class="caption">{ about(area, lang) }</p>
            </div>
            <div class="kept-actions">
                { button("open-kept", phrases::OPEN_AREA, open) }
                if props.edited.as_ref() != Some(&id) { { button("link edit-area", phrases::EDIT_AREA, edit) } }
                { button("link export-area", phrases::EXPORT_AREA, export) }
                { button("link delete-area", phrases::DELETE_AREA, delete) }
            </div>
        </li>
    }
}

/// Base year, and whose its numbers are.
fn about(area: &Area, lang: Lang) -> String {
    format!("{} {} · {}", phrases::AREA_BASE_YEAR.get(lang), area.base_year.value, area.ownership_count().text(lang))
}

/// Properties of [`Unkept`].
#[derive(Properties, PartialEq)]
pub struct UnkeptProps {
    /// The state.
    pub app: App,
    /// Where actions go.
    pub send: Send,
}

/// The own area of the present scenario, where it came with a link or a file and is not kept here.
#[component]
pub fn Unkept(props: &UnkeptProps) -> Html {
    let lang = props.app.lang();
    let AreaRef::Own(area) = &props.app.scenario().area_ref else { return html! {} };
    let same = props.app.library.entry_of(&props.app.scenario().area_ref);
    if same.is_some_and(|saved| saved.scenario.area() == &**area) {
        return html! {};
    }
    let keep = {
        let area = area.clone();
        props.send.reform(move |_: MouseEvent| {
            Action::Library(LibraryAction::SaveArea(area.clone(), None, AfterSaving::Stay, clock::stamp()))
        })
    };
    html! {
        <p class="unkept">
            <bdi>{ area.name.get(lang) }</bdi>{ lang.pick("：", ": ") }{ phrases::NOT_KEPT_AREA.get(lang) }{ " " }
            <button type="button" id="keep-area" onclick={keep}>{ phrases::KEEP_AREA.get(lang) }</button>
        </p>
    }
}

/// Properties of [`NewArea`].
#[derive(Properties, PartialEq)]
pub struct NewAreaProps {
    /// The state.
    pub app: App,
    /// Opens the form of an entry.
    pub edit: Callback<Option<String>>,
    /// Where actions go.
    pub send: Send,
}

/// A copy of any area, under a name of its own.
#[component]
pub fn NewArea(props: &NewAreaProps) -> Html {
    let lang = props.app.lang();
    let list = use_node_ref();
    let name = use_node_ref();
    let of = |place: &AreaRef| (place.area().id.clone(), place.area().short.get(lang).to_owned());
    let shipped = Area::ids().filter_map(|id| AreaRef::shipped(id).ok());
    let own = props.app.library.areas.iter().map(|saved| saved.scenario.area_ref.clone());
    let sources: Vec<AreaRef> = shipped.chain(own).collect();
    let options = sources.iter().map(of).map(|(id, name)| html! { <option value={id}>{ name }</option> });
    let make = {
        let (list, field, sources) = (list.clone(), name.clone(), sources.clone());
        let (edit, send, kept) = (props.edit.clone(), props.send.clone(), props.app.library.areas.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = list.cast::<web_sys::HtmlSelectElement>().map(|list| list.value());
            let Some(place) = sources.iter().find(|place| Some(&place.area().id) == chosen.as_ref()) else { return };
            let typed = field.cast::<web_sys::HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            let typed = typed.trim();
            let wanted = if typed.is_empty() { place.area().short.get(lang) } else { typed };
            let stamp = clock::stamp();
            let name = free_area_name(wanted, &kept, lang);
            let copy = place.area().copy(&format!("own-{}", stamp.id), both(&name));
            let id = stamp.id.clone();
            send.emit(Action::Library(LibraryAction::SaveArea(Arc::new(copy), None, AfterSaving::Open, stamp)));
            if let Some(field) = field.cast::<web_sys::HtmlInputElement>() {
                field.set_value("");
            }
            edit.emit(Some(id));
        })
    };
    html! {
        <form class="new-area" onsubmit={make}>
            <h3>{ phrases::NEW_AREA.get(lang) }</h3>
            <div class="ask-bar">
                <label class="labelled">
                    <span class="caption">{ phrases::COPY_OF.get(lang) }</span>
                    <select id="copy-area-of" ref={list}>{ for options }</select>
                </label>
                <label class="labelled">
                    <span class="caption">{ phrases::COPY_NAME.get(lang) }</span>
                    <input id="copy-area-name" type="text" autocomplete="off" maxlength="60" ref={name} />
                </label>
                <button id="copy-area" type="submit">{ phrases::MAKE_COPY.get(lang) }</button>
            </div>
        </form>
    }
}
