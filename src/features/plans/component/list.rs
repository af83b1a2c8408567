//! The statements one by one, narrowed and searched.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::statements::{Fate, ROLES};
use yew::prelude::*;

use super::entry::StatementEntry;
use crate::app::{Action, PlansChange, PlansFilter, RevealTarget, Scope};
use crate::browser::dom;
use crate::features::export::comparison;
use crate::features::export::saving::TableCsv;
use crate::features::plans::view_model::filter::{Verdicts, shown};
use crate::features::plans::view_model::search::Terms;
use crate::features::plans::view_model::{Entry, Link, planned};
use crate::phrases;
use crate::ui::{Send, choice};

/// Properties of [`PlansList`].
#[derive(Properties, PartialEq)]
pub struct PlansListProps {
    /// Every statement.
    pub entries: Rc<Vec<Rc<Entry>>>,
    /// Which targets are met.
    pub verdicts: Verdicts,
    /// What narrows the list.
    pub desk: PlansFilter,
    /// The id of the present area.
    pub present: String,
    /// The area whose statements are shown; all where there is none.
    pub area: Option<String>,
    /// What is to be brought into view.
    pub reveal: Option<RevealTarget>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// The statements one by one. Drawn again only where what it shows has changed, not at every step of a drag.
#[component]
pub fn PlansList(props: &PlansListProps) -> Html {
    let PlansListProps { entries, verdicts, desk, present, area, reveal, lang, send } = props;
    let lang = *lang;
    // The thing of another area's statement that the reader wants to go to, until that is settled.
    let asking = use_state_eq(|| None::<(String, Link)>);
    let found = shown(entries, desk, area.as_deref(), verdicts);
    let terms = Rc::new(Terms::of(&desk.search));
    {
        let (entries, desk, present, send) = (entries.clone(), desk.clone(), present.clone(), send.clone());
        let here: Vec<String> = found.iter().map(|entry| entry.id.clone()).collect();
        use_effect_with((reveal.clone(), here), move |(reveal, here)| {
            let Some(RevealTarget::Statement(id)) = reveal else { return };
            let entry = entries.iter().find(|entry| entry.id == *id);
            match entry.filter(|_| !here.contains(id)) {
                // It is there, but narrowed away.
                Some(entry) => {
                    let scope = match desk.scope {
                        _ if entry.area == present => Scope::Present,
                        Scope::All => Scope::All,
                        _ => Scope::Area(entry.area.to_owned()),
                    };
                    send.emit(Action::Plans(PlansChange::Widen(scope)));
                }
                None => {
                    dom::focus(&format!("[id='statement-{id}']"));
                    send.emit(Action::Revealed);
                }
            }
        });
    }
    let make = {
        let found = found.clone();
        Callback::from(move |()| comparison::statements(&found, lang))
    };
    let ask = {
        let asking = asking.clone();
        use_callback((), move |wanted: Option<(String, Link)>, ()| asking.set(wanted))
    };
    let of = area.as_ref().map_or(entries.len(), |area| entries.iter().filter(|entry| entry.area == area).count());
    let count =
        lang.pick(format!("共 {of} 条，符合条件 {} 条", found.len()), format!("{} of {of} statements", found.len()));
    html! {
        <>
            { filters(props) }
            <div class="plans-count">
                <p id="plans-count" role="status">{ count }</p>
                if desk.is_narrowed() {
                    { clear(lang, send) }
                }
                if !found.is_empty() {
                    <TableCsv title={phrases::PLANS_TITLE.get(lang)} {make} {lang} send={send.clone()} />
                }
            </div>
            if found.is_empty() {
                <p class="empty">{ phrases::NONE_FOUND.get(lang) }</p>
            }
            { for planned().map(|area| {
                let group: Vec<_> = found.iter().filter(|entry| entry.area == area.id).collect();
                if group.is_empty() {
                    return html! {};
                }
                let document = area.document.as_ref();
                let title = document.map(|document| document.title.get(lang)).unwrap_or_default();
                html! {
                    <section class="plan-group" key={area.id.as_str()} aria-labelledby={format!("plan-{}", area.id)}>
                        <h3 id={format!("plan-{}", area.id)}>
                            { area.short.get(lang) }<span class="count-of">{ group.len() }</span>
                            <small>{ title }</small>
                        </h3>
                        <ol class="statements">
                            { for group.into_iter().map(|entry| {
                                let asked = asking.as_ref().filter(|(id, _)| *id == entry.id);
                                html! {
                                    <StatementEntry
                                        key={entry.id.clone()} entry={entry.clone()} terms={terms.clone()}
                                        judged={verdicts.worst(entry)} is_here={entry.area == *present}
                                        asking={asked.map(|(_, link)| link.clone())} ask={ask.clone()}
                                        {lang} send={send.clone()}
                                    />
                                }
                            }) }
                        </ol>
                    </section>
                }
            }) }
        </>
    }
}

fn clear(lang: Lang, send: &Send) -> Html {
    let onclick = send.reform(|_: MouseEvent| {
        // The button goes away with what it clears; the search field stays.
        dom::focus("#plans-search");
        Action::Plans(PlansChange::Clear)
    });
    html! { <button type="button" class="link" id="plans-clear" {onclick}>{ phrases::CLEAR.get(lang) }</button> }
}

fn filters(props: &PlansListProps) -> Html {
    let PlansListProps { desk, present, area, lang, send, .. } = props;
    let lang = *lang;
    let change = |change: fn(&str) -> PlansChange| send.reform(move |value: String| Action::Plans(change(&value)));
    let plans = planned().map(|area| (Some(area.id.clone()), area.short.get(lang).to_owned(), None));
    let plans = plans.chain([(None, phrases::ALL_PLANS.get(lang).to_owned(), None)]).collect();
    let choose_plan = {
        let present = present.clone();
        send.reform(move |area: Option<String>| {
            let scope = match area {
                None => Scope::All,
                Some(id) if id == present => Scope::Present,
                Some(id) => Scope::Area(id),
            };
            Action::Plans(PlansChange::Scope(scope))
        })
    };
    let search = change(|typed| PlansChange::Search(typed.chars().take(100).collect()));
    let oninput = Callback::from(move |event: InputEvent| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        search.emit(field.value());
    });
    let select = |id: &'static str, name: &str, options: Vec<(String, String)>, chosen: &str, set: Callback<String>| {
        let onchange = Callback::from(move |event: Event| {
            let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
            set.emit(select.value());
        });
        let option = |(value, words): (String, String)| {
            let selected = value == chosen;
            html! { <option {value} {selected}>{ words }</option> }
        };
        let any = html! { <option value="" selected={chosen.is_empty()}>{ phrases::ANY.get(lang) }</option> };
        html! {
            <label class="labelled">
                <span class="caption">{ name.to_owned() }</span>
                <select {id} {onchange}>{ any }{ for options.into_iter().map(option) }</select>
            </label>
        }
    };
    let fates = Fate::ALL.map(|fate| (fate.id().to_owned(), fate.words().get(lang).to_owned())).to_vec();
    let set_fate = change(|id| PlansChange::Fate(Fate::ALL.into_iter().find(|fate| fate.id() == id)));
    let roles = ROLES.iter().map(|(id, words)| ((*id).to_owned(), words.get(lang).to_owned())).collect();
    let set_role = change(|id| PlansChange::Role((!id.is_empty()).then(|| id.to_owned())));
    let verdicts = [("met", phrases::SHOW_MET), ("missed", phrases::SHOW_MISSED)];
    let verdicts = verdicts.map(|(id, words)| (id.to_owned(), words.get(lang).to_owned())).to_vec();
    let set_met = change(|id| {
        PlansChange::Met(match id {
            "met" => Some(true),
            "missed" => Some(false),
            _ => None,
        })
    });
    let met = desk.met.map_or("", |met| if met { "met" } else { "missed" });
    html! {
        <div class="plans-filters" role="search" aria-label={phrases::PLANS_TITLE.get(lang)}>
            { choice(phrases::WHICH_PLAN.get(lang), plans, area, &choose_plan) }
            <div class="plans-bar">
                <label class="labelled search">
                    <span class="caption">{ phrases::SEARCH.get(lang) }</span>
                    <input type="text" id="plans-search" autocomplete="off" placeholder={phrases::SEARCH_HINT.get(lang)}
                        value={desk.search.clone()} {oninput} />
                </label>
                { select("plans-fate", phrases::BECAME_WHAT.get(lang), fates, desk.fate.map_or("", Fate::id), set_fate) }
                { select("plans-role", phrases::KIND.get(lang), roles, desk.role.as_deref().unwrap_or(""), set_role) }
                { select("plans-met", phrases::TARGETS_MET.get(lang), verdicts, met, set_met) }
            </div>
            if desk.met.is_some() {
                <p class="caption">{ phrases::MET_PRESENT.get(lang) }</p>
            }
        </div>
    }
}
