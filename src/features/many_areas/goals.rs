//! Who meets what: goals for every area alike.

use voced_analysis::many::Goal;
use voced_model::{Allowed, Quantity, format};
use voced_scenario::Op;
use yew::prelude::*;

use super::shown::Shown;
use super::view_model::{Filter, View, goal_count};
use crate::phrases;
use crate::ui::field::NumberField;
use crate::ui::result_search::Finding;

/// The most goals.
const MOST: usize = 12;

/// The goals, with how many areas meet each; one may be added, changed and taken away.
pub fn goals(shown: &Shown<'_>) -> Html {
    let Shown { view, change, lang, .. } = shown;
    let lang = *lang;
    let add = {
        let view = (*view).clone();
        change.reform(move |quantity: Quantity| {
            let mut next = view.clone();
            next.goals.push(Goal { quantity, op: Op::AtLeast, value: 0.0 });
            next
        })
    };
    html! {
        <section class="many-goals" aria-labelledby="many-goals-title">
            <h3 id="many-goals-title">{ phrases::MANY_GOALS.get(lang) }</h3>
            <ul>{ for view.goals.iter().enumerate().map(|(place, one)| goal(place, one, shown)) }</ul>
            if view.goals.len() < MOST {
                <Finding id="many-add-goal" caption={phrases::MANY_ADD_GOAL.get(lang)} first={phrases::MANY_ADD_GOAL.get(lang)} {lang} choose={add} />
            }
        </section>
    }
}

fn goal(place: usize, goal: &Goal, shown: &Shown<'_>) -> Html {
    let Shown { answer, view, change, lang, .. } = shown;
    let lang = *lang;
    let spec = goal.quantity.spec();
    let name = spec.name.get(lang);
    let with = |edit: fn(&mut Goal, f64)| {
        let view = (*view).clone();
        change.reform(move |value: f64| {
            let mut next = view.clone();
            next.goals.get_mut(place).into_iter().for_each(|goal| edit(goal, value));
            next
        })
    };
    let set_op = {
        let (view, change) = ((*view).clone(), (*change).clone());
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
            let mut next = view.clone();
            if let (Some(goal), Some(op)) = (next.goals.get_mut(place), Op::ALL.into_iter().find(|op| op.id() == id)) {
                goal.op = op;
                change.emit(next);
            }
        })
    };
    let remove = {
        let mut next = (*view).clone();
        next.goals.remove(place);
        // Filters go by places.
        next.filter = Filter::All;
        shown.to(next)
    };
    let (met, all) = goal_count(answer, place);
    let missing = all - met;
    let show = shown.to(View { filter: Filter::Missing(place), page: 0, ..(*view).clone() });
    let share = (100 * met).checked_div(all).unwrap_or_default();
    let op = |op: Op| html! { <option value={op.id()} selected={op == goal.op}>{ op.words().get(lang) }</option> };
    let allowed = Allowed { min: f64::MIN, max: f64::MAX, whole: false, unit: Some(spec.unit) };
    html! {
        <li key={place} data-goal={spec.id}>
            <span class="goal-name">{ name }</span>
            <select aria-label={format!("{name} {}", phrases::COMPARE_SIGN.get(lang))} onchange={set_op}>{ for Op::ALL.map(op) }</select>
            <NumberField
                id={format!("many-goal-{place}")} label={name.to_owned()} text={format::entry(goal.value, spec.unit, lang)} {allowed} {lang}
                enter={with(|goal, value| goal.value = value)}
            />
            <span class="caption unit">{ spec.unit.words().get(lang) }</span>
            <meter min="0" max="100" value={share.to_string()} aria-hidden="true" />
            <span class="goal-count">{ lang.pick(format!("{met}/{all} {}", phrases::MANY_MEET.zh), format!("{met} of {all} {}", phrases::MANY_MEET.en)) }</span>
            if missing > 0 {
                <button type="button" class="link" onclick={show}>{ lang.pick(format!("看未达标的{missing}个"), format!("show the {missing} that miss it")) }</button>
            }
            <button type="button" class="link" aria-label={format!("{} {name}", phrases::REMOVE.get(lang))} onclick={remove}>{ phrases::REMOVE.get(lang) }</button>
        </li>
    }
}
