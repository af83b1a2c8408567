//! Which scenarios stand side by side: one is the reference, others come and go.

use std::rc::Rc;

use voced_scenario::{Area, AreaRef, Layer, Scenario};
use yew::prelude::*;

use super::props::CompareScreenProps;
use super::view_model::{Column, name, shown};
use crate::app::{Action, ComparisonEdit, SavedScenario};
use crate::phrases;
use crate::ui::add_list::AddList;
use crate::ui::use_focus_after_render::Then;

/// The columns as cards, and what may be added.
pub fn column_bar(columns: &[Column], props: &CompareScreenProps, then: &Then) -> Html {
    let lang = props.settings.lang;
    let card = |column: &Column| {
        let place = column.place;
        let is_reference = place == props.comparison.reference();
        let scenario = column.scenario();
        let about = format!("{} · {}", column.area, scenario.layer.words().get(lang));
        let refer = props.send.reform(move |_: MouseEvent| Action::Comparison(ComparisonEdit::Refer(place)));
        let (send, then) = (props.send.clone(), then.clone());
        let remove = Callback::from(move |_: MouseEvent| {
            then.focus("#add-column");
            send.emit(Action::Comparison(ComparisonEdit::Remove(place)));
        });
        let label = |words: &str| format!("{words}{}{}", lang.pick("：", ": "), column.name);
        html! {
            <li key={place} class={classes!("column-card", is_reference.then_some("is-reference"))}>
                <p class="column-name"><bdi>{ &column.name }</bdi></p>
                <p class="caption">{ about }</p>
                <div class="column-tools">
                    <button type="button" class="refer" aria-pressed={is_reference.to_string()} onclick={refer}
                        aria-label={label(phrases::MAKE_REFERENCE.get(lang))}
                    >
                        { if is_reference { phrases::REFERENCE } else { phrases::MAKE_REFERENCE }.get(lang) }
                    </button>
                    if !column.is_own() && columns.len() > 2 {
                        <button type="button" class="quiet remove" onclick={remove} aria-label={label(phrases::TAKE_COLUMN_AWAY.get(lang))}>
                            { phrases::TAKE_COLUMN_AWAY.get(lang) }
                        </button>
                    }
                </div>
            </li>
        }
    };
    html! {
        <>
            <ul class="column-cards" aria-label={phrases::COLUMNS.get(lang)}>{ for columns.iter().map(card) }</ul>
            { adding(props, then) }
        </>
    }
}

/// A list of what may stand beside, by where it comes from.
fn adding(props: &CompareScreenProps, then: &Then) -> Html {
    let lang = props.settings.lang;
    if !props.comparison.has_room() {
        return html! { <p class="how" role="status">{ phrases::NO_MORE_ROOM.get(lang) }</p> };
    }
    let own = &props.outcome.resolved().scenario;
    let groups = candidates(props);
    let flat: Vec<Candidate> =
        groups.iter().flat_map(|(_, list)| list.iter().map(|(_, candidate)| candidate.clone())).collect();
    let (send, then, comparison) = (props.send.clone(), then.clone(), props.comparison.clone());
    let add = Callback::from(move |place: String| {
        if let Some(scenario) = place.parse::<usize>().ok().and_then(|place| flat.get(place)).map(Candidate::scenario) {
            if !comparison.clone().after(ComparisonEdit::Add(Box::new(scenario.clone()))).has_room() {
                // The list goes away with the last column.
                then.focus(".column-card:last-child .refer");
            }
            send.emit(Action::Comparison(ComparisonEdit::Add(Box::new(scenario.clone()))));
        }
    });
    let mut place = 0;
    let mut options = |list: &[(String, Candidate)]| -> Html {
        let options = list.iter().map(|(text, candidate)| {
            let scenario = candidate.scenario();
            let value = place.to_string();
            place += 1;
            // A copy is always another one.
            let is_there = scenario != own && props.comparison.holds(scenario);
            html! { <option {value} disabled={is_there}>{ text.clone() }</option> }
        });
        options.collect()
    };
    html! {
        <div class="ask-bar">
            <label class="labelled">
                <span class="caption">{ phrases::ADD_COLUMN.get(lang) }</span>
                <AddList id="add-column" first={phrases::ADD_CHOOSE.get(lang)} {add}>
                    { for groups.iter().map(|(label, list)| html! { <optgroup label={*label}>{ options(list) }</optgroup> }) }
                </AddList>
            </label>
        </div>
    }
}

/// What may stand beside. Scenarios that are kept are shared, for the list is made anew at every step of a drag.
#[derive(Clone)]
enum Candidate {
    Present(Rc<Scenario>),
    Saved(Rc<SavedScenario>),
}

impl Candidate {
    fn of(scenario: Scenario) -> Candidate {
        Candidate::Present(Rc::new(scenario))
    }

    fn scenario(&self) -> &Scenario {
        match self {
            Candidate::Present(scenario) => scenario,
            Candidate::Saved(saved) => &saved.scenario,
        }
    }
}

type Group = (&'static str, Vec<(String, Candidate)>);

fn candidates(props: &CompareScreenProps) -> Vec<Group> {
    let lang = props.settings.lang;
    let own = &props.outcome.resolved().scenario;
    let given = shown(&own.name);
    let given = if given.is_empty() { phrases::MY_SCENARIO.get(lang).to_owned() } else { given };
    let copy = Scenario { name: format!("{given} · {}", phrases::DUPLICATE.get(lang)), ..own.clone() };
    let layers = |own: &Scenario| Layer::ALL.map(|layer| own.untouched(layer));
    let mut here = vec![(phrases::FREEZE.get(lang).to_owned(), Candidate::of(copy))];
    let named = |scenario: Scenario| (name(&scenario, own, lang), Candidate::of(scenario));
    here.extend(layers(own).map(named));
    let saved = props.library.scenarios.iter();
    let saved = saved.map(|saved| (name(&saved.scenario, own, lang), Candidate::Saved(saved.clone()))).collect();
    let elsewhere = Area::ids().filter_map(|id| AreaRef::shipped(id).ok()).filter(|place| *place != own.area_ref);
    let elsewhere = elsewhere.flat_map(|place| layers(&Scenario::new(place, Layer::Plan)));
    let elsewhere = elsewhere.map(named).collect();
    let groups: [Group; 3] = [
        (phrases::OF_THIS_AREA.get(lang), here),
        (phrases::KEPT_SCENARIOS.get(lang), saved),
        (phrases::OTHER_AREAS.get(lang), elsewhere),
    ];
    groups.into_iter().filter(|(_, list): &Group| !list.is_empty()).collect()
}
