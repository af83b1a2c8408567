//! A sheet of areas that is brought: read, looked at, corrected, and only then taken over.

pub mod component;
pub mod made;
mod rows;

use std::rc::Rc;

use voced_model::Lang;
use yew::prelude::*;

use crate::app::{AreaSet, SavedScenario};
use crate::browser::parts::Part;
use crate::features::own_area::bring::use_bringing::was_begun;
use crate::lazy;
use crate::phrases;
use crate::ui::Send;
use crate::ui::lazy_part::{arriving, use_part};
use crate::ui::unfinished::Unfinished;
use crate::ui::use_opening::{Opening, use_opening};

/// Properties of [`BringSection`] and of [`AreaSheet`](component::AreaSheet).
#[derive(Clone, Properties, PartialEq)]
pub struct BringSectionProps {
    /// The set that is there.
    pub set: Option<Rc<AreaSet>>,
    /// Takes another one, or none.
    pub gather: Callback<Option<Rc<AreaSet>>>,
    /// Areas of the user's own, from which missing values may come.
    pub kept: Vec<Rc<SavedScenario>>,
    /// The language.
    pub lang: Lang,
    /// What was left unfinished here.
    pub unfinished: Unfinished,
    /// Where actions go.
    pub send: Send,
}

/// Whose the sheet is that was begun here.
struct ManyAreas;

/// The section on the screen; what reads tables is fetched once it is opened, which it is where there is no set.
#[component]
pub fn BringSection(props: &BringSectionProps) -> Html {
    let lang = props.lang;
    let Opening { is_open, toggle, set: open } =
        use_opening(|| props.set.is_none() || was_begun::<ManyAreas>(&props.unfinished));
    let arrival = use_part(Part::Bring, is_open);
    let before = use_state_eq(|| None::<Rc<AreaSet>>);
    let remove = {
        let (before, set) = (before.setter(), props.set.clone());
        props.gather.reform(move |_: MouseEvent| {
            before.set(set.clone());
            None
        })
    };
    let gather = {
        let (before, open, set, gather) = (before.setter(), open, props.set.clone(), props.gather.clone());
        Callback::from(move |next: Option<Rc<AreaSet>>| {
            before.set(set.clone());
            open.set(false);
            gather.emit(next);
        })
    };
    let bring_back = {
        let (before, set) = (before.clone(), props.set.clone());
        props.gather.reform(move |_: MouseEvent| {
            let last = (*before).clone();
            before.set(set.clone());
            last
        })
    };
    html! {
        <>
            <p class="many-set" id="many-set">
                { match &props.set {
                    Some(set) => html! { <><strong><bdi>{ &set.name }</bdi></strong>{ " · " }{ lang.pick(
                        format!("{}个地区", set.members.len()), format!("{} areas", set.members.len())
                    ) }{ " " }<button type="button" class="link" id="many-remove" onclick={remove}>{ phrases::MANY_REMOVE.get(lang) }</button></> },
                    None => html! { phrases::MANY_NONE.get(lang) },
                } }
                if before.is_some() {
                    { " " }<button type="button" class="link" id="many-back" onclick={bring_back}>{ phrases::MANY_BACK.get(lang) }</button>
                }
            </p>
            <details class="from-table" open={is_open}>
                <summary id="many-bring" onclick={toggle}><h3>{ phrases::MANY_BRING.get(lang) }</h3></summary>
                <p class="how">{ phrases::MANY_BRING_HOW.get(lang) }</p>
                if is_open {
                    { lazy::area_sheet(&BringSectionProps { gather, ..props.clone() }).unwrap_or_else(|| arriving(&arrival, lang)) }
                }
            </details>
        </>
    }
}
