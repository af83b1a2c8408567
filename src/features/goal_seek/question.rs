//! The form in which a question of levers and goals is put.

use voced_analysis::solve;
use voced_analysis::solve::{Aim, Goal, GoalSeek, Lever, When};
use voced_model::{Allowed, InputId, Lang, Quantity, Unit, format};
use voced_scenario::{Metric, Op, ResolvedScenario};
use yew::prelude::*;

use super::view_model::when_text;
use crate::app::{Action, Outcome, QuestionChange};
use crate::phrases;
use crate::ui::Send;
use crate::ui::add_list::AddList;
use crate::ui::field::NumberField;
use crate::ui::result_search::Finding;
use crate::ui::signs::sign;
use crate::ui::use_focus_after_render::Then;

/// Sends a change of the question, where there is one.
fn changing<T: 'static>(send: &Send, change: impl Fn(T) -> Option<QuestionChange> + 'static) -> Callback<T> {
    let send = send.clone();
    Callback::from(move |with| {
        if let Some(change) = change(with) {
            send.emit(Action::Draft(change));
        }
    })
}

/// What a list was set to.
fn chosen(event: &Event) -> String {
    event.target_unchecked_into::<web_sys::HtmlSelectElement>().value()
}

/// The form.
pub fn question_form(
    draft: &GoalSeek,
    outcome: &Outcome,
    lang: Lang,
    send: &Send,
    ask: &Callback<GoalSeek>,
    then: &Then,
) -> Html {
    let resolved = outcome.resolved();
    let now = draft.clone();
    let onclick = ask.reform(move |_: MouseEvent| now.clone());
    let is_whole = !draft.levers.is_empty() && !draft.goals.is_empty();
    html! {
        <div class="question">
            <fieldset>
                <legend>{ phrases::MAY_MOVE.get(lang) }</legend>
                <ul>{ for draft.levers.iter().map(|lever| lever_line(lever, lang, send, then)) }</ul>
                { add_lever(draft, resolved, lang, send) }
            </fieldset>
            <fieldset>
                <legend>{ phrases::GOALS_AND_LIMITS.get(lang) }</legend>
                <ul>{ for draft.goals.iter().enumerate().map(|(place, goal)| goal_line(place, goal, resolved, lang, send, then)) }</ul>
                { add_goal(outcome, lang, send) }
                { add_target(draft, resolved, lang, send) }
            </fieldset>
            <div class="ask-bar">
                { aim(draft, lang, send) }
                <button type="button" class="primary" id="ask-now" disabled={!is_whole} {onclick}>{ phrases::ASK_NOW.get(lang) }</button>
            </div>
        </div>
    }
}

fn remove(name: &str, lang: Lang, onclick: Callback<MouseEvent>) -> Html {
    let label = format!("{} {name}", phrases::REMOVE.get(lang));
    html! { <button type="button" class="link" aria-label={label} {onclick}>{ phrases::REMOVE.get(lang) }</button> }
}

fn lever_line(lever: &Lever, lang: Lang, send: &Send, then: &Then) -> Html {
    let spec = lever.input.spec();
    let name = spec.name.get(lang);
    let input = lever.input;
    type Set = fn(InputId, f64) -> QuestionChange;
    let end = |id: &str, words: voced_model::Words, value: f64, bounds: (f64, f64), set: Set| {
        let allowed = Allowed { min: bounds.0, max: bounds.1, ..spec.allowed() };
        let enter = changing(send, move |value| Some(set(input, value)));
        let label = format!("{name} {}", words.get(lang));
        let text = format::entry(value, spec.unit, lang);
        html! { <NumberField id={format!("solve-{id}-{}", spec.id)} {label} {text} {allowed} {lang} {enter} /> }
    };
    let (low, high) = lever.within;
    let then = then.clone();
    let drop = changing(send, move |_: MouseEvent| {
        then.focus("#add-lever");
        Some(QuestionChange::RemoveLever(input))
    });
    html! {
        <li key={spec.id}>
            <strong>{ name }</strong>
            <span class="ends">
                { end("low", phrases::RANGE_LOW, low, (spec.min, high), QuestionChange::Low) }
                { lang.pick(" 至 ", " to ") }
                { end("high", phrases::RANGE_HIGH, high, (low, spec.max), QuestionChange::High) }
                <span class="unit">{ spec.unit.words().get(lang) }</span>
            </span>
            { remove(name, lang, drop) }
        </li>
    }
}

fn add_lever(draft: &GoalSeek, resolved: &ResolvedScenario, lang: Lang, send: &Send) -> Html {
    let present: Vec<InputId> = draft.levers.iter().map(|lever| lever.input).collect();
    let reach: Vec<Lever> =
        solve::levers(resolved).into_iter().filter(|lever| !present.contains(&lever.input)).collect();
    let options: Vec<Html> = reach
        .iter()
        .map(|lever| html! { <option value={lever.input.id()}>{ lever.input.spec().name.get(lang) }</option> })
        .collect();
    let add = changing(send, move |id: String| {
        reach.iter().find(|lever| lever.input.id() == id).copied().map(QuestionChange::AddLever)
    });
    let label = phrases::ADD_LEVER.get(lang);
    html! { <AddList id="add-lever" {label} first={format!("{label}…")} {add}>{ for options }</AddList> }
}

fn goal_line(place: usize, goal: &Goal, resolved: &ResolvedScenario, lang: Lang, send: &Send, then: &Then) -> Html {
    let name = goal.name(resolved, lang);
    // Of several goals on one number each needs a name of its own.
    let said = format!("{} {name}", place + 1);
    let unit = goal.metric.unit().unwrap_or(Unit::Ratio);
    let op = |op: Op| {
        let selected = op == goal.op;
        html! { <option value={op.id()} {selected}>{ sign(op).trim() }</option> }
    };
    let set_op = changing(send, move |event: Event| {
        let id = chosen(&event);
        Op::ALL.into_iter().find(|op| op.id() == id).map(|op| QuestionChange::Op(place, op))
    });
    let set_when = changing(send, move |event: Event| {
        let when = chosen(&event).parse().map_or(When::Every, When::Year);
        Some(QuestionChange::When(place, when))
    });
    let year = |when: When| {
        let selected = when == goal.when;
        let value = match when {
            When::Year(year) => year.to_string(),
            When::Every => "every".to_owned(),
        };
        html! { <option {value} {selected}>{ when_text(when, lang) }</option> }
    };
    let years = resolved.years().skip(1).map(When::Year).chain([When::Every]);
    let allowed = Allowed::of((f64::MIN, f64::MAX), Some(unit));
    let enter = changing(send, move |value| Some(QuestionChange::Value(place, value)));
    let then = then.clone();
    let drop = changing(send, move |_: MouseEvent| {
        then.focus("#add-goal");
        Some(QuestionChange::RemoveGoal(place))
    });
    html! {
        <li key={place}>
            <strong>{ &name }{ " " }<span class="id">{ goal.target.clone() }</span></strong>
            <span class="ends">
                <select aria-label={format!("{said} {}", phrases::COMPARE_SIGN.get(lang))} onchange={set_op}>{ for Op::ALL.into_iter().map(op) }</select>
                <NumberField id={format!("solve-goal-{place}")} label={format!("{said} {}", phrases::GOAL.get(lang))} text={format::entry(goal.value, unit, lang)} {allowed} {lang} {enter} />
                <span class="unit">{ unit.words().get(lang) }</span>
                <select aria-label={format!("{said} {}", phrases::YEAR.get(lang))} onchange={set_when}>{ for years.map(year) }</select>
            </span>
            { remove(&said, lang, drop) }
        </li>
    }
}

fn add_goal(outcome: &Outcome, lang: Lang, send: &Send) -> Html {
    let outcome = outcome.clone();
    let horizon = outcome.resolved().scenario.horizon;
    let choose = changing(send, move |quantity: Quantity| {
        // From what it is now, to be changed.
        let value = outcome.value(quantity, horizon).unwrap_or_default();
        Some(QuestionChange::AddGoal(Goal::of(quantity, Op::AtLeast, value, When::Year(horizon))))
    });
    let caption = phrases::ADD_GOAL.get(lang);
    html! { <Finding id="add-goal" {caption} first={format!("{caption}…")} {lang} {choose} /> }
}

fn add_target(draft: &GoalSeek, resolved: &ResolvedScenario, lang: Lang, send: &Send) -> Html {
    let area = resolved.scenario.area();
    if area.targets.is_empty() {
        return html! {};
    }
    let horizon = resolved.scenario.horizon;
    // What no lever can move is no goal here.
    let targets: Vec<Goal> = area
        .targets
        .iter()
        .filter(|target| matches!(target.metric, Metric::Quantity(_)))
        .map(|target| Goal::target(target, horizon))
        .filter(|goal| !draft.goals.contains(goal))
        .collect();
    let option = |(place, goal): (usize, &Goal)| {
        html! { <option value={place.to_string()}>{ super::view_model::goal_text(goal, resolved, lang) }</option> }
    };
    let options: Vec<Html> = targets.iter().enumerate().map(option).collect();
    let add = changing(send, move |place: String| {
        let goal = place.parse::<usize>().ok().and_then(|place| targets.get(place)).cloned();
        goal.map(QuestionChange::AddGoal)
    });
    let label = phrases::ADD_TARGET.get(lang);
    html! { <AddList id="add-target" {label} first={format!("{label}…")} {add}>{ for options }</AddList> }
}

/// What is looked for.
fn aim(draft: &GoalSeek, lang: Lang, send: &Send) -> Html {
    let ends = draft.levers.iter().flat_map(|lever| [Aim::Highest(lever.input), Aim::Lowest(lever.input)]);
    let aims: Vec<Aim> = std::iter::once(Aim::Nearest).chain(ends).collect();
    let option = |(place, aim): (usize, &Aim)| {
        let name = aim.lever().map(|lever| lever.spec().name.get(lang)).unwrap_or_default();
        let words = match aim {
            Aim::Nearest => phrases::AIM_NEAREST,
            Aim::Highest(_) => phrases::AIM_HIGHEST,
            Aim::Lowest(_) => phrases::AIM_LOWEST,
        };
        let text = if name.is_empty() {
            words.get(lang).to_owned()
        } else {
            format!("{}{}{name}", words.get(lang), lang.pick("：", ": "))
        };
        html! { <option value={place.to_string()} selected={*aim == draft.aim}>{ text }</option> }
    };
    let options: Vec<Html> = aims.iter().enumerate().map(option).collect();
    let onchange = changing(send, move |event: Event| {
        let aim = chosen(&event).parse::<usize>().ok().and_then(|place| aims.get(place)).copied();
        aim.map(QuestionChange::Aim)
    });
    html! {
        <label class="labelled">
            <span class="caption">{ phrases::AIM.get(lang) }</span>
            <select id="aim" {onchange}>{ for options }</select>
        </label>
    }
}
