//! A table is chosen, dropped or pasted; then it is looked at before anything changes.

use std::sync::Arc;

use voced_export::back::Returned;
use voced_export::{template_csv, template_workbook};
use voced_import::JsonFile;
use voced_import::template::{Template, template};
use voced_model::{Lang, Words};
use voced_scenario::Area;
use yew::prelude::*;

use super::decided::{Brought, Shared};
use super::sources::{Sources, brought};
use super::tables::DryRunPanel;
use super::use_bringing::{Bringing, use_bringing};
use super::{FromTableProps, OwnArea};
use crate::app::{Action, AfterSaving, LibraryAction, Notice, Screen, SettingsChange};
use crate::browser::{clock, files};
use crate::features::own_area::view_model::{both, free_area_name};
use crate::phrases;
use crate::ui::Send;

/// The section's content.
#[component]
pub fn FromTable(props: &FromTableProps) -> Html {
    let lang = props.lang;
    let Bringing { brought: state, decided, begin, take, change } = use_bringing::<OwnArea>(&props.unfinished, lang);
    let accept = {
        let (props, begin) = (props.clone(), begin.clone());
        Callback::from(move |area: Area| {
            let stamp = clock::stamp();
            let id = stamp.id.clone();
            // Two areas of one id would be taken for one.
            let is_taken =
                Area::shipped(&area.id).is_some() || props.kept.iter().any(|saved| saved.scenario.area().id == area.id);
            let area = if is_taken { area.with_id(&format!("own-{id}")) } else { area };
            let named = free_area_name(area.name.get(lang), &props.kept, lang);
            let area = if named == area.name.get(lang) { area } else { renamed(area, &named) };
            let action = LibraryAction::SaveArea(Arc::new(area), None, AfterSaving::Open, stamp);
            props.send.emit(Action::Library(action));
            begin.emit(Brought::Nothing);
            props.edit.emit(Some(id));
        })
    };
    let cancel = begin.reform(|()| Brought::Nothing);
    html! {
        <div class="bring">
            <Templates lang={props.lang} send={props.send.clone()} />
            <Sources {take} paste={begin.reform(move |text: String| brought(String::new(), text.as_bytes(), lang))} {lang} />
            { super::sources::state(&state, lang) }
            { match &state {
                Brought::Table(name, book) => html! {
                    <DryRunPanel
                        file={name.clone()} book={book.clone()} decided={decided.clone()} {change} {accept} {cancel} {lang}
                    />
                },
                Brought::Workbook(name, returned) => came_back(name, returned, &cancel, props),
                Brought::Area(name, file) => whole_area(name, file, &accept, &cancel, props),
                _ => html! {},
            } }
        </div>
    }
}

/// The area under another name.
fn renamed(area: Area, name: &str) -> Area {
    area.edited(voced_scenario::AreaEdit::Name(both(name))).unwrap_or(area)
}

/// A workbook that comes back: what was changed in it, what cannot be taken over, and the scenario that it becomes.
fn came_back(name: &str, returned: &Shared<Returned>, cancel: &Callback<()>, props: &FromTableProps) -> Html {
    let lang = props.lang;
    let open = {
        let (returned, send, done) = (returned.clone(), props.send.clone(), cancel.clone());
        Callback::from(move |_: MouseEvent| {
            send.emit(Action::TakeOver(Box::new(returned.0.scenario.clone())));
            send.emit(Action::Settings(SettingsChange::Screen(Screen::Explore)));
            done.emit(());
        })
    };
    let list = |title: Words, lines: Vec<String>| {
        if lines.is_empty() {
            return html! {};
        }
        let rows = lines.into_iter().map(|line| html! { <li><bdi>{ line }</bdi></li> });
        html! { <><h5>{ title.get(lang) }</h5><ul class="notes">{ for rows }</ul></> }
    };
    let changes: Vec<String> = returned.0.changes.iter().map(|change| change.words(lang)).collect();
    let remarks = returned.0.remarks.iter().map(|remark| remark.words(lang)).collect();
    html! {
        <div class="dry-run" id="workbook-back">
            <h4>{ phrases::WORKBOOK_BACK.get(lang) }</h4>
            <p><bdi class="file">{ name.to_owned() }</bdi></p>
            if changes.is_empty() { <p class="empty">{ phrases::WORKBOOK_UNCHANGED.get(lang) }</p> }
            { list(phrases::WORKBOOK_CHANGES, changes) }
            { list(phrases::WORKBOOK_REMARKS, remarks) }
            <div class="ask-bar">
                <button type="button" class="primary" id="open-workbook" onclick={open}>{ phrases::OPEN_WORKBOOK.get(lang) }</button>
                <button type="button" id="cancel-table" onclick={cancel.reform(|_: MouseEvent| ())}>{ phrases::CANCEL_TABLE.get(lang) }</button>
            </div>
        </div>
    }
}

/// An area file: nothing in it is in doubt, so it is told in short.
fn whole_area(
    name: &str,
    file: &Shared<JsonFile>,
    accept: &Callback<Area>,
    cancel: &Callback<()>,
    props: &FromTableProps,
) -> Html {
    let lang = props.lang;
    let area = &file.0.area;
    let open = file.0.scenario.as_ref().map(|scenario| {
        let (scenario, send, done) = (scenario.clone(), props.send.clone(), cancel.clone());
        Callback::from(move |_: MouseEvent| {
            send.emit(Action::TakeOver(Box::new(scenario.clone())));
            send.emit(Action::Settings(SettingsChange::Screen(Screen::Explore)));
            done.emit(());
        })
    });
    let take = {
        let area = area.clone();
        accept.reform(move |_: MouseEvent| area.clone())
    };
    html! {
        <div class="dry-run" id="dry-run">
            <h4>{ phrases::DRY_RUN.get(lang) }</h4>
            <p><bdi class="file">{ name.to_owned() }</bdi></p>
            <p><strong><bdi>{ area.name.get(lang) }</bdi></strong>{ " " }{ format!("{} {}", phrases::AREA_BASE_YEAR.get(lang), area.base_year.value) }</p>
            <p>{ area.ownership_count().text(lang) }</p>
            <div class="ask-bar">
                <button type="button" class="primary" id="accept-area" onclick={take}>{ phrases::ACCEPT_AREA.get(lang) }</button>
                if let Some(open) = open {
                    <button type="button" id="open-brought" onclick={open}>{ phrases::OPEN_BROUGHT.get(lang) }</button>
                }
                <button type="button" id="cancel-table" onclick={cancel.reform(|_: MouseEvent| ())}>{ phrases::CANCEL_TABLE.get(lang) }</button>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TemplatesProps {
    lang: Lang,
    send: Send,
}

/// The template as a workbook and as text, with the values of an area beside the empty cells.
#[component]
fn Templates(props: &TemplatesProps) -> Html {
    let lang = props.lang;
    let list = use_node_ref();
    let save = |extension: &'static str, mime: &'static str, make: fn(&Template) -> Option<Vec<u8>>| {
        let (send, list) = (props.send.clone(), list.clone());
        Callback::from(move |_: MouseEvent| {
            let chosen = list.cast::<web_sys::HtmlSelectElement>().map(|list| list.value()).unwrap_or_default();
            let template = template(Area::find_shipped(&chosen), lang);
            let name = files::name(&[&template.title], extension);
            let saved = make(&template).is_some_and(|bytes| files::save(&name, mime, &bytes));
            if !saved {
                send.emit(Action::Tell(Notice::plain(phrases::EXPORT_FAILED)));
            }
        })
    };
    let xlsx = save("xlsx", XLSX, |template| template_workbook(template).ok());
    let csv = save("csv", "text/csv", |template| Some(template_csv(template).into_bytes()));
    let options = Area::all_shipped().map(|area| (area.id.as_str(), area.short.get(lang)));
    html! {
        <div class="ask-bar">
            <label class="labelled">
                <span class="caption">{ phrases::TEMPLATE_LIKE.get(lang) }</span>
                <select id="template-like" ref={list.clone()}>
                    { for options.map(|(id, name)| html! { <option value={id} selected={id == "national"}>{ name }</option> }) }
                </select>
            </label>
            <button type="button" id="template-xlsx" onclick={xlsx}>{ format!("{} XLSX", phrases::TEMPLATE.get(lang)) }</button>
            <button type="button" id="template-csv" onclick={csv}>{ format!("{} CSV", phrases::TEMPLATE.get(lang)) }</button>
        </div>
    }
}

/// The media type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
