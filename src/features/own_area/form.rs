//! The form of an own area: name, base year, values by sections.

mod row;

use std::rc::Rc;
use std::sync::Arc;

use voced_model::inputs::Group;
use voced_model::{Allowed, InputId, Lang, Words};
use voced_scenario::{Area, AreaEdit, AreaRef, Fault, Ownership, Sourced};
use yew::prelude::*;

use self::row::ValueEditor;
use super::items::ItemSections;
use super::view_model::groups;
use crate::app::{Action, AfterSaving, LibraryAction, SavedScenario, Screen, SettingsChange};
use crate::browser::clock;
use crate::phrases;
use crate::ui::Send;
use crate::ui::field::NumberField;
use crate::ui::use_opening::{Opening, use_opening};

/// Properties of [`AreaForm`].
#[derive(Properties, PartialEq)]
pub struct AreaFormProps {
    /// The entry of the area.
    pub saved: Rc<SavedScenario>,
    /// The form is done with.
    pub close: Callback<()>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// The form. Every entry is kept at once, and can be undone; one that the area cannot take is said, and changes nothing.
#[component]
pub fn AreaForm(props: &AreaFormProps) -> Html {
    let AreaFormProps { saved, close, lang, send } = props;
    let lang = *lang;
    let typed = use_state_eq(String::new);
    let refused = use_state_eq(Vec::<Fault>::new);
    let area = match &saved.scenario.area_ref {
        AreaRef::Own(area) => area.clone(),
        // Somebody may have put one that ships into the store.
        AreaRef::Shipped(area) => Arc::new((*area).clone()),
    };
    let save = {
        let (send, id, refused) = (send.clone(), saved.id.clone(), refused.setter());
        Callback::from(move |area: Area| {
            refused.set(Vec::new());
            let action = LibraryAction::SaveArea(Arc::new(area), Some(id.clone()), AfterSaving::Stay, clock::stamp());
            send.emit(Action::Library(action));
        })
    };
    let edit = {
        let (save, area, refused) = (save.clone(), area.clone(), refused.setter());
        Callback::from(move |edit: AreaEdit| match area.edited(edit) {
            Ok(area) => save.emit(area),
            Err(faults) => refused.set(faults),
        })
    };
    let search = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
        })
    };
    let fit = {
        let place = saved.scenario.area_ref.clone();
        send.reform(move |_: MouseEvent| {
            let shown = Action::Settings(SettingsChange::Screen(Screen::Happened));
            Action::Visit(place.clone(), Box::new(shown))
        })
    };
    let is_searching = !typed.trim().is_empty();
    let found = groups(&typed, lang);
    let section = |(group, inputs): &(Group, Vec<InputId>)| {
        let rows = inputs.iter().map(|input| {
            html! { <ValueEditor key={input.id()} area={area.clone()} input={*input} {lang} edit={edit.clone()} /> }
        });
        let own = inputs.iter().filter(|input| area.ownership(**input) == Ownership::Own).count();
        html! {
            <Section key={group.id()} title={group.words()} {own} all={inputs.len()} is_open={is_searching} {lang}>
                { for rows }
            </Section>
        }
    };
    html! {
        <div class="area-form" id="area-form" tabindex="-1" role="group" aria-labelledby="area-form-title">
            <header class="with-csv">
                <h3 id="area-form-title"><bdi>{ area.name.get(lang) }</bdi></h3>
                <button type="button" id="close-area-form" onclick={close.reform(|_: MouseEvent| ())}>{ phrases::CLOSE_EDIT.get(lang) }</button>
            </header>
            <p class="whose">{ area.ownership_count().text(lang) }</p>
            <div role="alert">
                if !refused.is_empty() {
                    <p class="fault">{ phrases::AREA_NOT_CHANGED.get(lang) }</p>
                    <ul class="faults">{ for refused.iter().map(|fault| html! { <li>{ fault.message(lang) }</li> }) }</ul>
                }
            </div>
            if !area.observed.is_empty() {
                <p class="fit-offer">
                    { phrases::FIT_OFFER.get(lang) }{ " " }
                    <button type="button" id="go-to-fit" onclick={fit}>{ phrases::FIT_LINK.get(lang) }</button>
                </p>
            }
            { head(&area, lang, &edit) }
            <h4>{ phrases::AREA_VALUES.get(lang) }</h4>
            <input
                type="search" id="find-value" placeholder={phrases::FIND_VALUE.get(lang)} aria-label={phrases::FIND_VALUE.get(lang)}
                value={(*typed).clone()} oninput={search}
            />
            // A list of its own: the field above must not be made anew while sections come and go.
            <div class="value-sections">{ for found.iter().map(section) }</div>
            <div>if found.is_empty() { <p class="empty">{ phrases::NO_VALUE_FOUND.get(lang) }</p> }</div>
            <h4>{ phrases::OWN_PLAN.get(lang) }</h4>
            <ItemSections area={area.clone()} save={save.clone()} {lang} />
        </div>
    }
}

/// Names and base year.
fn head(area: &Arc<Area>, lang: Lang, edit: &Callback<AreaEdit>) -> Html {
    let name = |id: &'static str, words: Words, text: &str, is_chinese: bool| {
        let (edit, now) = (edit.clone(), area.name.clone());
        let onchange = Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            let mut name = now.clone();
            *(if is_chinese { &mut name.zh } else { &mut name.en }) = voced_model::one_line(&typed);
            edit.emit(AreaEdit::Name(name));
        });
        html! {
            <label class="labelled">
                <span class="caption">{ words.get(lang) }</span>
                <input type="text" {id} autocomplete="off" maxlength="200" value={text.to_owned()} {onchange} />
            </label>
        }
    };
    let base_year = edit.reform(|year: f64| AreaEdit::BaseYear(Sourced::own(year as i32)));
    html! {
        <div class="ask-bar">
            { name("area-name-zh", phrases::AREA_NAME_ZH, &area.name.zh, true) }
            { name("area-name-en", phrases::AREA_NAME_EN, &area.name.en, false) }
            <span class="labelled">
                <span class="caption" aria-hidden="true">{ phrases::AREA_BASE_YEAR.get(lang) }</span>
                <NumberField
                    id="area-base-year" label={phrases::AREA_BASE_YEAR.get(lang)} text={area.base_year.value.to_string()}
                    allowed={Allowed::years(Area::BASE_YEARS)} {lang} enter={base_year}
                />
            </span>
        </div>
    }
}

/// Properties of [`Section`].
#[derive(Properties, PartialEq)]
struct SectionProps {
    title: Words,
    own: usize,
    all: usize,
    is_open: bool,
    lang: Lang,
    children: Html,
}

/// A section of values; its rows are there while it is open.
#[component]
fn Section(props: &SectionProps) -> Html {
    let Opening { is_open: opened, toggle, .. } = use_opening(|| false);
    let is_open = opened || props.is_open;
    html! {
        <details class="value-section" open={is_open}>
            <summary onclick={toggle}>
                { props.title.get(props.lang) }{ " " }
                <span class="caption">{ format!("{} {}/{}", Ownership::Own.words().get(props.lang), props.own, props.all) }</span>
            </summary>
            if is_open { { props.children.clone() } }
        </details>
    }
}
