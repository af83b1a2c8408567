//! One statement: its words, and what it became.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::AreaRef;
use voced_scenario::statements::Fate;
use yew::prelude::*;

use crate::app::{Action, Notice, PlansChange};
use crate::browser::dom;
use crate::features::plans::view_model::filter::Judged;
use crate::features::plans::view_model::search::Terms;
use crate::features::plans::view_model::{Entry, Link, Thing};
use crate::phrases;
use crate::ui::Send;

/// Properties of [`StatementEntry`].
#[derive(Properties, PartialEq)]
pub struct StatementEntryProps {
    /// The statement.
    pub entry: Rc<Entry>,
    /// What is looked for, to be marked.
    pub terms: Rc<Terms>,
    /// Whether its targets are met; absent where it has none in the present area.
    pub judged: Option<Judged>,
    /// Whether it is of the present area's plan.
    pub is_here: bool,
    /// The thing the reader wants to go to, where another area has to be opened for it.
    pub asking: Option<Link>,
    /// Asks that, or no longer.
    pub ask: Callback<Option<(String, Link)>>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// A text with what is looked for marked.
fn marked(terms: &Terms, text: &str) -> Html {
    if terms.is_empty() {
        return html! { text.to_owned() };
    }
    let piece = |(is_hit, piece): (bool, String)| {
        if is_hit {
            html! { <mark>{ piece }</mark> }
        } else {
            html! { piece }
        }
    };
    html! { <>{ for terms.marked(text).into_iter().map(piece) }</> }
}

/// One statement.
#[component]
pub fn StatementEntry(props: &StatementEntryProps) -> Html {
    let StatementEntryProps { entry, terms, judged, lang, send, .. } = props;
    let lang = *lang;
    let (class, sign, words) = match judged {
        Some(Judged::Met) => ("met", "✓ ", phrases::SHOW_MET.get(lang)),
        Some(Judged::Assumed) => ("assumed", "□ ", phrases::SHOW_ASSUMED.get(lang)),
        Some(Judged::Missed) => ("missed", "✕ ", phrases::SHOW_MISSED.get(lang)),
        Some(Judged::Open) | None => ("open", "", ""),
    };
    let compare = entry.subject.as_ref().map(|(id, name)| {
        let id = id.clone();
        let onclick = send.reform(move |_: MouseEvent| {
            dom::focus("#plans-title");
            Action::Plans(PlansChange::SideBySide(id.clone()))
        });
        let face = phrases::GO_SIDE.get(lang);
        let label = format!("{face}{}{name}", lang.pick("：", ": "));
        html! { <button type="button" class="link compare" aria-label={label} {onclick}>{ face }</button> }
    });
    html! {
        <li class={classes!("statement", class)} id={format!("statement-{}", entry.id)} tabindex="-1"
            aria-label={format!("{} {}", entry.id, entry.label)}>
            <div class="statement-head">
                <h4>{ marked(terms, &entry.label) }</h4>
                <span class="id">{ marked(terms, &entry.id) }</span>
                if !words.is_empty() {
                    <span class="status"><span aria-hidden="true">{ sign }</span>{ words }</span>
                }
                { for compare }
            </div>
            <blockquote lang="zh-CN">{ marked(terms, &entry.quote) }</blockquote>
            <dl class="asked">
                <div><dt>{ phrases::ASKED.get(lang) }</dt><dd>{ marked(terms, &entry.asked) }</dd></div>
                <div><dt>{ phrases::DEADLINE.get(lang) }</dt><dd>{ marked(terms, &entry.due) }</dd></div>
                <div><dt>{ phrases::IN_PLAN.get(lang) }</dt><dd>{ marked(terms, &entry.role.1) }</dd></div>
            </dl>
            if !entry.note.is_empty() {
                <p class="note"><span class="caption">{ phrases::NOTE.get(lang) }{ lang.pick("：", ": ") }</span>{ marked(terms, &entry.note) }</p>
            }
            <div class="became">
                <p class="caption">{ phrases::BECAME.get(lang) }</p>
                <ul>{ for entry.things.iter().map(|thing| became(thing, props)) }</ul>
            </div>
            if let Some(link) = &props.asking {
                { other_area(link, props) }
            }
        </li>
    }
}

fn became(thing: &Thing, props: &StatementEntryProps) -> Html {
    let lang = props.lang;
    let kind = thing.fate.words().get(lang);
    let face = marked(&props.terms, &thing.name);
    let is_note = thing.fate == Fate::Note;
    html! {
        <li class={format!("fate-{}", thing.fate.id())}>
            <span class="fate">{ kind }</span>
            if let Some(link) = &thing.link {
                <button type="button" class="link" onclick={go(link, props)}>{ face }</button>
            } else {
                <span class={is_note.then_some("why")}>{ face }</span>
            }
        </li>
    }
}

/// Leads to a thing; where it is of another area, asks first.
fn go(link: &Link, props: &StatementEntryProps) -> Callback<MouseEvent> {
    let (link, send, ask) = (link.clone(), props.send.clone(), props.ask.clone());
    let (id, is_here) = (props.entry.id.clone(), props.is_here);
    Callback::from(move |_: MouseEvent| {
        if is_here {
            ask.emit(None);
            send.emit(link.action());
        } else {
            ask.emit(Some((id.clone(), link.clone())));
        }
    })
}

/// Says that another area has to be opened, and offers it.
fn other_area(link: &Link, props: &StatementEntryProps) -> Html {
    let StatementEntryProps { entry, ask, lang, send, .. } = props;
    let lang = *lang;
    let open = {
        let (link, area, ask, send) = (link.clone(), entry.area, ask.clone(), send.clone());
        Callback::from(move |_: MouseEvent| {
            ask.emit(None);
            send.emit(match AreaRef::shipped(area) {
                Ok(place) => Action::Visit(place, Box::new(link.action())),
                Err(faults) => Action::Tell(Notice { title: phrases::NOT_TAKEN_OVER, faults, text: None }),
            });
        })
    };
    let stay = {
        let (ask, id) = (ask.clone(), entry.id.clone());
        Callback::from(move |_: MouseEvent| {
            dom::focus(&format!("[id='statement-{id}']"));
            ask.emit(None);
        })
    };
    let name = format!("{}{}{}", phrases::OPEN_AND_GO.get(lang), lang.pick("：", ": "), entry.area_name);
    html! {
        <div class="other-area" role="group" aria-label={name.clone()}>
            <p role="alert">{ phrases::OPEN_FIRST.get(lang) }</p>
            <button type="button" class="primary" onclick={open}>{ name }</button>
            { " " }
            <button type="button" onclick={stay}>{ phrases::STAY.get(lang) }</button>
        </div>
    }
}
