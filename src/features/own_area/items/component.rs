//! The lists of an own area, each with its editor.

use std::sync::Arc;

use voced_model::Lang;
use voced_scenario::Area;
use yew::prelude::*;

use super::deeds::{deleted, done, place_after};
use super::draft::Draft;
use super::editor::ItemEditor;
use super::fields::{Kind, fields};
use super::item::{Item, Section};
use super::rows::{row, title};
use super::state::{State, Step, Typing, element};
use crate::phrases;
use crate::ui::use_focus_after_render::{Then, use_focus_after_render};

/// Properties of [`ItemSections`].
#[derive(Properties, PartialEq)]
pub struct ItemSectionsProps {
    /// The area of the user's own.
    pub area: Arc<Area>,
    /// Where the area goes after a change; it comes back as the property.
    pub save: Callback<Area>,
    /// The language.
    pub lang: Lang,
}

/// Levers of the plan, projects, deliverables, targets and observed values of an own area, to be changed.
#[component]
pub fn ItemSections(props: &ItemSectionsProps) -> Html {
    let one = |section: Section| {
        let (area, save, lang) = (props.area.clone(), props.save.clone(), props.lang);
        html! { <ItemList key={section.element()} {section} {area} {save} {lang} /> }
    };
    html! { <div class="own-items">{ for Section::ALL.into_iter().map(one) }</div> }
}

/// Properties of [`ItemList`].
#[derive(Properties, PartialEq)]
pub struct ItemListProps {
    /// Which list.
    pub section: Section,
    /// The area.
    pub area: Arc<Area>,
    /// Where the area goes after a change.
    pub save: Callback<Area>,
    /// The language.
    pub lang: Lang,
}

/// A list.
#[component]
pub fn ItemList(props: &ItemListProps) -> Html {
    let (section, area, lang) = (props.section, &props.area, props.lang);
    let state = use_reducer_eq(State::default);
    let then = use_focus_after_render();
    let words = section.words();
    let items = section.items(area);
    let adder = format!("{}-add", section.element());
    let open = {
        let (state, then, area) = (state.dispatcher(), then.clone(), area.clone());
        Callback::from(move |draft: Draft| {
            then.focus(first_field(&draft, &area, lang));
            state.dispatch(Step::Open(draft));
        })
    };
    // One that is gone from the area by other ways is edited at the end, as a new one is: what was typed stays.
    let edited = state.draft.as_ref().and_then(|draft| draft.old.as_ref()).and_then(|old| old.place_in(area));
    let editor = || {
        state.draft.as_ref().map(|draft| {
            let label = match &draft.old {
                Some(item) => title(item, area, lang),
                None => format!("{}{}{}", phrases::ITEMS_NEW.get(lang), lang.pick("：", ": "), words.title.get(lang)),
            };
            let back = edited.map_or_else(|| adder.clone(), |place| edit_button(section, place));
            let cancel = {
                let (state, then) = (state.dispatcher(), then.clone());
                Callback::from(move |()| {
                    then.focus(format!("#{back}"));
                    state.dispatch(Step::Close);
                })
            };
            let done = {
                let (state, then, draft, adder) = (state.dispatcher(), then.clone(), draft.clone(), adder.clone());
                let (area, save) = (area.clone(), props.save.clone());
                Callback::from(move |()| match done(&draft, &area, lang) {
                    Ok(next) => {
                        let place = place_after(&draft, &area, &next);
                        let back = place.map_or_else(|| adder.clone(), |place| edit_button(section, place));
                        then.focus(format!("#{back}"));
                        state.dispatch(Step::Close);
                        if next != *area {
                            save.emit(next);
                        }
                    }
                    Err(refused) => {
                        if let Some(fault) = refused.fields.first() {
                            // A list of years without any has nothing to type into.
                            let at = if fault.at == "points" { "points-add" } else { &fault.at };
                            then.focus(format!("#{}", element(&draft, at)));
                        }
                        state.dispatch(Step::Refuse(refused));
                    }
                })
            };
            let typing = {
                let state = state.dispatcher();
                Callback::from(move |typing: Typing| state.dispatch(Step::Type(typing)))
            };
            let (draft, refused, area) = (draft.clone(), state.refused.clone(), area.clone());
            html! { <ItemEditor {draft} {refused} {area} {label} {lang} {typing} {done} {cancel} /> }
        })
    };
    let add = open.reform(move |_: MouseEvent| Draft::new(section, lang));
    let list_row = |(place, item): (usize, &Item)| {
        if edited == Some(place) {
            return html! { <li key={place}>{ editor() }</li> };
        }
        html! { <li key={place}>{ item_row(place, item, &items, props, &state, &open, &then) }</li> }
    };
    html! {
        <details class="own-item-list" id={section.element()}>
            <summary><h3>{ words.title.get(lang) }<span class="badge">{ items.len() }</span></h3></summary>
            <p class="how">{ words.how.get(lang) }</p>
            if items.is_empty() {
                <p class="empty">{ words.none.get(lang) }</p>
            }
            <ul>{ for items.iter().enumerate().map(list_row) }</ul>
            { undoing(props, &state, &adder, &then) }
            if edited.is_none() {
                { editor() }
            }
            <button type="button" class="chip" id={adder.clone()} disabled={state.draft.is_some()} onclick={add}>
                <span aria-hidden="true">{ "＋ " }</span>{ words.add.get(lang) }
            </button>
        </details>
    }
}

/// The id of the button that edits the item at a place.
fn edit_button(section: Section, place: usize) -> String {
    format!("{}-edit-{place}", section.element())
}

/// Where typing begins.
fn first_field(draft: &Draft, area: &Area, lang: Lang) -> String {
    let first = fields(draft, area, lang).into_iter().next();
    match first {
        Some(field) if field.kind == Kind::Result => format!("#find-{}", draft.section.result_element()),
        Some(field) => format!("#{}", element(draft, field.key)),
        None => format!("#{}-done", draft.section.element()),
    }
}

fn item_row(
    place: usize,
    item: &Item,
    items: &[Item],
    props: &ItemListProps,
    state: &UseReducerHandle<State>,
    open: &Callback<Draft>,
    then: &Then,
) -> Html {
    let (section, area, lang) = (props.section, &props.area, props.lang);
    let told = row(item, area, lang);
    let disabled = state.draft.is_some();
    let button = |id: Option<String>, words: voced_model::Words, onclick: Callback<MouseEvent>| {
        let label = format!("{}{}{}", words.get(lang), lang.pick("：", ": "), told.title);
        html! { <button type="button" class="link" {id} aria-label={label} {disabled} {onclick}>{ words.get(lang) }</button> }
    };
    let edit = {
        let item = item.clone();
        open.reform(move |_: MouseEvent| Draft::of(&item, lang))
    };
    let delete = {
        let (state, then, area, save) = (state.dispatcher(), then.clone(), area.clone(), props.save.clone());
        let (item, name, left) = (item.clone(), told.title.clone(), items.len().saturating_sub(1));
        Callback::from(move |_: MouseEvent| match deleted(&item, &area, lang) {
            Ok(next) => {
                // What stands there afterwards keeps the focus, or the one before it.
                let back = match left.checked_sub(1) {
                    Some(last) => edit_button(section, place.min(last)),
                    None => format!("{}-add", section.element()),
                };
                then.focus(format!("#{back}"));
                state.dispatch(Step::Gone(name.clone(), area.clone(), Arc::new(next.clone())));
                save.emit(next);
            }
            Err(why) => state.dispatch(Step::Keep(item.clone(), why)),
        })
    };
    let why = state.kept.as_ref().filter(|(kept, _)| kept == item).map(|(_, why)| why);
    html! {
        <>
            <div class="own-item">
                <p><strong><bdi>{ &told.title }</bdi></strong></p>
                if !told.said.is_empty() {
                    <p><bdi>{ &told.said }</bdi></p>
                }
                if !told.quote.is_empty() {
                    <p><q>{ &told.quote }</q></p>
                }
            </div>
            <p class="own-item-tools">
                { button(Some(edit_button(section, place)), phrases::ITEMS_EDIT, edit) }
                { button(None, phrases::ITEMS_DELETE, delete) }
            </p>
            if let Some(why) = why {
                <ul class="fault" role="alert">{ for why.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            }
        </>
    }
}

/// What was deleted last, as long as nothing else was changed since.
fn undoing(props: &ItemListProps, state: &UseReducerHandle<State>, adder: &str, then: &Then) -> Html {
    let lang = props.lang;
    let Some((name, before, _)) = state.gone.as_ref().filter(|(_, _, after)| *after == props.area) else {
        return html! {};
    };
    let label = format!("{}{}{name}", phrases::UNDO_DEED.get(lang), lang.pick("：", ": "));
    let onclick = {
        let (state, save, before) = (state.dispatcher(), props.save.clone(), before.clone());
        let (then, adder) = (then.clone(), adder.to_owned());
        Callback::from(move |_: MouseEvent| {
            then.focus(format!("#{adder}"));
            state.dispatch(Step::Close);
            save.emit((*before).clone());
        })
    };
    html! {
        <p class="own-item-gone" role="status">
            { phrases::ITEMS_DELETED.get(lang) }{ lang.pick("：", ": ") }<bdi>{ name }</bdi>{ " " }
            <button type="button" class="link" aria-label={label} {onclick}>{ phrases::UNDO_DEED.get(lang) }</button>
        </p>
    }
}
