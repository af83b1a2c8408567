//! Building projects and deliverables, each with the numbers that can be changed, and what adds more of them.
//! Called by its gate alone: their sections are closed at first.

use voced_analysis::warnings::Lever;
use voced_model::Lang;
use voced_scenario::ResolvedScenario;
use yew::prelude::*;

use super::editor::item_editor;
use super::financing;
use super::number::number;
use super::view_model::{Field, Item, adder, after_removal, items};
use crate::app::{Action, ItemKind, Outcome};
use crate::features::plans::to_statement::to_statement;
use crate::features::plans::view_model::{Link, leading_to};
use crate::phrases;
use crate::ui::Send;
use crate::ui::use_focus_after_render::{Then, use_focus_after_render};

/// Properties of [`ProgrammeList`].
#[derive(Properties, PartialEq)]
pub struct ProgrammeListProps {
    /// Which list: projects or deliverables.
    pub list: Lever,
    /// The scenario.
    pub outcome: Outcome,
    /// The item that is to be brought into view, where there is one.
    pub wanted: Option<String>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// A list of projects or deliverables. What adds one stands at its head, where a link to the list leads.
#[component]
pub fn ProgrammeList(props: &ProgrammeListProps) -> Html {
    let lang = props.lang;
    let (id, title, empty, kinds): (_, _, _, &[ItemKind]) = match props.list {
        Lever::Projects => ("projects", phrases::PROJECTS, phrases::NO_PROJECTS, &[ItemKind::Project]),
        _ => ("deliverables", phrases::DELIVERABLES, phrases::NO_DELIVERABLES, &[ItemKind::Stock, ItemKind::Annual]),
    };
    let all = items(props.outcome.resolved(), props.list, lang);
    let editing = use_editing(props, &all);
    let add = |kind: &ItemKind| {
        let kind = *kind;
        let words = match kind {
            ItemKind::Project => phrases::ADD_PROJECT,
            ItemKind::Stock => phrases::ADD_STOCK,
            ItemKind::Annual => phrases::ADD_ANNUAL,
        };
        let onclick = props.send.reform(move |_: MouseEvent| Action::AddItem(kind));
        html! {
            <button type="button" class="chip" id={adder(kind)} {onclick}>
                <span aria-hidden="true">{ "＋ " }</span>{ words.get(lang) }
            </button>
        }
    };
    let row = |(place, item): (usize, &Item)| item_row(item, after_removal(&all, place), &editing, props);
    html! {
        <div class="programmes" {id} tabindex="-1">
            <div class="programmes-head"><h4>{ title.get(lang) }</h4>{ for kinds.iter().map(add) }</div>
            if all.is_empty() {
                <p class="empty">{ empty.get(lang) }</p>
            }
            { for all.iter().enumerate().map(row) }
        </div>
    }
}

/// Which items show their name and years to be changed.
struct Editing {
    open: UseStateHandle<Vec<String>>,
    wanted: Option<String>,
    then: Then,
}

/// One of the user's own that is looked for opens, as after it was added: its name gets the focus.
#[hook]
fn use_editing(props: &ProgrammeListProps, all: &[Item]) -> Editing {
    let open = use_state_eq(Vec::<String>::new);
    let wanted = props.wanted.clone().filter(|id| all.iter().any(|item| item.is_own && item.id == *id));
    {
        let open = open.clone();
        use_effect_with(wanted.clone(), move |wanted| {
            if let Some(id) = wanted.as_ref().filter(|id| !open.contains(id)) {
                open.set([&open[..], std::slice::from_ref(id)].concat());
            }
        });
    }
    Editing { open, wanted, then: use_focus_after_render() }
}

impl Editing {
    fn is_open(&self, item: &Item) -> bool {
        self.open.contains(&item.id) || self.wanted.as_ref() == Some(&item.id)
    }

    /// Opens an item, or closes it.
    fn toggle(&self, item: &Item) -> Callback<MouseEvent> {
        let (open, id, is_open) = (self.open.clone(), item.id.clone(), self.is_open(item));
        Callback::from(move |_: MouseEvent| {
            let mut next: Vec<String> = open.iter().filter(|other| **other != id).cloned().collect();
            if !is_open {
                next.push(id.clone());
            }
            open.set(next);
        })
    }
}

fn item_row(item: &Item, neighbour: String, editing: &Editing, props: &ProgrammeListProps) -> Html {
    let (lang, send) = (props.lang, &props.send);
    let is_open = editing.is_open(item);
    let link = match props.list {
        Lever::Projects => Link::Project(item.id.clone()),
        _ => Link::Deliverable(item.id.clone()),
    };
    let drop_item = {
        let (then, send, item) = (editing.then.clone(), send.clone(), item.clone());
        // What remains keeps the focus; one that goes hands it on.
        let next = if item.is_own { neighbour } else { format!("[id='{}']", item.element("edit")) };
        Callback::from(move |_: MouseEvent| {
            then.focus(next.clone());
            send.emit(item.drop());
        })
    };
    html! {
        <div class={classes!("programme", item.is_own.then_some("own"))} key={item.id.clone()}>
            { item_head(item, is_open, editing, props) }
            if is_open {
                { item_editor(item, lang, send, &drop_item) }
            }
            <div class="programme-numbers">
                { number(item, Field::Size, lang, send) }
                { number(item, Field::Cost, lang, send) }
            </div>
            if let Some(text) = financing::told(&props.outcome.resolved().scenario, &item.id, lang) {
                <p class="programme-money">{ text }</p>
            }
            { statements(props.outcome.resolved(), &link, lang, send) }
        </div>
    }
}

fn item_head(item: &Item, is_open: bool, editing: &Editing, props: &ProgrammeListProps) -> Html {
    let (lang, send) = (props.lang, &props.send);
    let badge = match (item.is_own, item.is_changed) {
        (true, _) => Some(phrases::OWN_ITEM),
        (_, true) => Some(phrases::OWN_VALUE),
        _ => None,
    };
    let name = html! {
        <>
            <bdi>{ &item.name }</bdi>{ item.mark.get(lang) }
            if let Some(words) = badge {
                <span class="badge">{ words.get(lang) }</span>
            }
            <span class="years">{ item.years() }</span>
        </>
    };
    let label = format!("{} {}", phrases::EDIT_ITEM.get(lang), item.name);
    html! {
        <div class="programme-head">
            if item.kind == ItemKind::Project {
                <label class="programme-name">
                    <input type="checkbox" checked={item.is_on} onchange={
                        let item = item.clone();
                        send.reform(move |_: Event| item.set_on(!item.is_on))
                    } />
                    { name }
                </label>
            } else {
                <div class="programme-name">{ name }</div>
            }
            <button type="button" class="link" id={item.element("edit")} aria-expanded={is_open.to_string()}
                aria-label={label} onclick={editing.toggle(item)}>{ phrases::EDIT_ITEM.get(lang) }</button>
        </div>
    }
}

/// The statements of the plan that a project or deliverable carries out.
fn statements(resolved: &ResolvedScenario, link: &Link, lang: Lang, send: &Send) -> Html {
    let found = leading_to(resolved.scenario.area(), link);
    if found.is_empty() {
        return html! {};
    }
    let button = |statement: &voced_scenario::statements::Statement| {
        to_statement(&statement.id, statement.label.get(lang), lang, send)
    };
    html! { <p class="programme-source">{ for found.into_iter().map(button) }</p> }
}
