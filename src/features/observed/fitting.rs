//! Levers fitted to what was observed: which may move, and what comes of it.

use voced_analysis::calibration::{self, Calibration, FittedInput, FittedValue};
use voced_model::{InputId, Lang, format};
use voced_scenario::{Observed, Scenario};
use yew::prelude::*;

use crate::app::{Action, Outcome};
use crate::features::comparison::differing::scenario_value_text;
use crate::phrases;
use crate::ui::Send;
use crate::ui::add_list::AddList;
use crate::ui::answer_status::{progress, trouble};
use crate::ui::use_focus_after_render::use_focus_after_render;
use crate::worker::use_later::use_later;
use crate::worker::{LaterAnswer, LaterQuestion};

/// Properties of [`Fitting`].
#[derive(Properties, PartialEq)]
pub struct FittingProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// How many levers are proposed.
const PROPOSED: usize = 3;

/// A change of the levers that may move.
enum Choice {
    Add(InputId),
    Remove(InputId),
}

/// The levers that may move.
#[derive(Clone, PartialEq)]
struct Chosen(Vec<InputId>);

impl Reducible for Chosen {
    type Action = Choice;

    fn reduce(self: std::rc::Rc<Self>, choice: Choice) -> std::rc::Rc<Self> {
        let mut next = self.0.clone();
        match choice {
            Choice::Add(input) if !next.contains(&input) && next.len() < calibration::MAX_INPUTS => next.push(input),
            Choice::Add(_) => {}
            Choice::Remove(input) => next.retain(|kept| *kept != input),
        }
        std::rc::Rc::new(Chosen(next))
    }
}

/// The question and its answer.
#[component]
pub fn Fitting(props: &FittingProps) -> Html {
    let lang = props.lang;
    let resolved = props.outcome.resolved();
    let worth = {
        let outcome = props.outcome.clone();
        // What is proposed first: it need not follow every movement of a lever.
        use_memo(resolved.scenario.area_ref.clone(), move |_| calibration::worth_fitting(outcome.resolved()))
    };
    let chosen = {
        let worth = worth.clone();
        use_reducer_eq(move || Chosen(worth.iter().copied().take(PROPOSED).collect()))
    };
    let asked = use_state_eq(|| None::<(Scenario, Vec<InputId>)>);
    let question = asked
        .as_ref()
        .map(|(scenario, inputs)| LaterQuestion::Calibrate { scenario: scenario.clone(), inputs: inputs.clone() });
    let reply = use_later(question.clone());
    let ask = {
        let (asked, scenario, inputs) = (asked.clone(), resolved.scenario.clone(), chosen.0.clone());
        Callback::from(move |_: MouseEvent| asked.set(Some((scenario.clone(), inputs.clone()))))
    };
    let cancel = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let then = use_focus_after_render();
    let answer = match (reply.answer.as_deref(), &*asked) {
        (Some(LaterAnswer::Calibrated(found)), Some((scenario, _)))
            if question.as_ref() == reply.to.as_deref() && scenario.area_ref == resolved.scenario.area_ref =>
        {
            fitted(found, scenario, props)
        }
        _ => html! {},
    };
    let chip = |input: &InputId| {
        let name = input.spec().name.get(lang);
        let (chosen, input, then) = (chosen.dispatcher(), *input, then.clone());
        let remove = Callback::from(move |_: MouseEvent| {
            chosen.dispatch(Choice::Remove(input));
            then.focus("#add-fitted");
        });
        let label = format!("{} {name}", phrases::REMOVE.get(lang));
        html! {
            <li key={input.id()}>
                <span>{ name }</span>
                <button type="button" class="link" aria-label={label} onclick={remove}>{ phrases::REMOVE.get(lang) }</button>
            </li>
        }
    };
    let add = {
        let chosen = chosen.dispatcher();
        Callback::from(move |id: String| {
            if let Some(input) = InputId::find(&id) {
                chosen.dispatch(Choice::Add(input));
            }
        })
    };
    let others = InputId::all().filter(|input| !worth.contains(input) && calibration::can_fit(resolved, *input));
    let ordered: Vec<InputId> = worth.iter().copied().chain(others).filter(|input| !chosen.0.contains(input)).collect();
    let option = |input: &InputId| html! { <option value={input.id()}>{ input.spec().name.get(lang) }</option> };
    html! {
        <section class="fitting" aria-labelledby="fitting-title">
            <h3 id="fitting-title">{ phrases::FIT_TITLE.get(lang) }</h3>
            <p class="how">{ phrases::FIT_HOW.get(lang) }</p>
            if worth.is_empty() {
                <p class="empty">{ phrases::FIT_NOTHING.get(lang) }</p>
            }
            <ul class="chosen" aria-label={phrases::FIT_LEVERS.get(lang)}>{ for chosen.0.iter().map(chip) }</ul>
            <div class="ask-bar">
                <AddList id="add-fitted" label={phrases::ADD_LEVER.get(lang)} first={phrases::ADD_LEVER.get(lang)} {add}>
                    { for ordered.iter().map(option) }
                </AddList>
                <button type="button" class="primary" id="fit-now" disabled={chosen.0.is_empty()} onclick={ask}>
                    { phrases::FIT_NOW.get(lang) }
                </button>
            </div>
            { progress(&reply.state, lang, &cancel, "#fit-now") }
            { trouble(&reply.state, lang) }
            <div id="fit" aria-live="polite">{ answer }</div>
        </section>
    }
}

/// What came of a fit of a scenario.
fn fitted(found: &Calibration, asked_of: &Scenario, props: &FittingProps) -> Html {
    let (lang, resolved) = (props.lang, props.outcome.resolved());
    let Ok(before) = asked_of.resolve() else { return html! {} };
    let next = found.scenario(&before);
    let is_taken = next == resolved.scenario;
    let is_old = !is_taken && *asked_of != resolved.scenario;
    let [miss, left] = found.misses(&before.scenario.area().observed);
    let take = {
        let next = next.clone();
        props.send.reform(move |_: MouseEvent| Action::TakeOver(Box::new(next.clone())))
    };
    let undo = props.send.reform(|_: MouseEvent| Action::Undo);
    let gains = left < miss * 0.995;
    let [miss, left] = [miss, left].map(|size| tenths(size, lang));
    html! {
        <div class={classes!("solution", (!gains).then_some("no"))}>
            <p class="verdict-line"><strong>
                { format!("{}{}{miss} → {left}", phrases::FIT_MISS.get(lang), lang.pick("：", ": ")) }
            </strong></p>
            if !gains {
                <p>{ phrases::FIT_NO_BETTER.get(lang) }</p>
            }
            if is_old {
                <p class="empty">{ phrases::FIT_AGAIN.get(lang) }</p>
            }
            { levers(found, asked_of, &next, lang) }
            { errors(found, &before, lang) }
            if is_taken {
                <p role="status">
                    { phrases::FIT_TAKEN.get(lang) }{ " " }
                    <button type="button" id="undo-fit" onclick={undo}>{ phrases::UNDO.get(lang) }</button>
                </p>
            } else {
                <button type="button" class="primary" id="take-fit" onclick={take}>{ phrases::FIT_TAKE.get(lang) }</button>
            }
        </div>
    }
}

/// A number of tolerances: never nothing where there is something.
fn tenths(size: f64, lang: Lang) -> String {
    let rounded = format::tenths(size);
    if rounded == 0.0 && size > 0.0 { "< 0.1".to_owned() } else { format::exact(rounded, None, lang) }
}

fn levers(found: &Calibration, before: &Scenario, after: &Scenario, lang: Lang) -> Html {
    let row = |fitted: &FittedInput| {
        let told = match fitted.is_untold() {
            true => phrases::FIT_UNTOLD.get(lang).to_owned(),
            false => format!("{} {}", phrases::FIT_NARROWS.get(lang), format::chance(fitted.told)),
        };
        let bound = fitted.at_bound.then(|| phrases::FIT_AT_BOUND.get(lang));
        html! {
            <tr key={fitted.input.id()}>
                <th scope="row">{ fitted.input.spec().name.get(lang) }</th>
                <td>{ scenario_value_text(before, fitted.input, lang) }</td>
                <td><strong>{ scenario_value_text(after, fitted.input, lang) }</strong><small>{ bound }</small></td>
                <td>{ told }</td>
            </tr>
        }
    };
    let heads = [phrases::LEVER, phrases::FIT_BEFORE, phrases::FIT_AFTER, phrases::FIT_TOLD];
    table(phrases::FIT_LEVERS.get(lang), &heads.map(|words| words.get(lang)), found.inputs.iter().map(row).collect())
}

fn errors(found: &Calibration, before: &voced_scenario::ResolvedScenario, lang: Lang) -> Html {
    let row = |(place, (value, seen)): (usize, (&FittedValue, &Observed))| {
        let spec = seen.quantity.spec();
        let error = |error: f64| format::difference(error, spec.unit, lang).text(lang);
        html! {
            <tr key={place}>
                <th scope="row">{ spec.name.get(lang) }<small>{ seen.year }</small></th>
                <td>{ format::amount(seen.value, spec.unit, lang).text(lang) }</td>
                <td>{ error(value.before) }</td>
                <td>{ error(value.after) }</td>
                <td>{ value.left_out.map(error) }</td>
            </tr>
        }
    };
    let heads =
        [phrases::OBSERVED_RESULT, phrases::OBSERVED, phrases::FIT_BEFORE, phrases::FIT_AFTER, phrases::FIT_LEFT_OUT];
    let rows = calibration::fitted(before, found).enumerate().map(row).collect();
    html! {
        <>
            { table(phrases::FIT_ERRORS.get(lang), &heads.map(|words| words.get(lang)), rows) }
            <p class="how">{ phrases::FIT_LEFT_OUT_HOW.get(lang) }</p>
        </>
    }
}

fn table(label: &'static str, heads: &[&'static str], rows: Vec<Html>) -> Html {
    html! {
        <>
            <h4>{ label }</h4>
            <div class="table-box" tabindex="0" role="region" aria-label={label}>
                <table>
                    <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr></thead>
                    <tbody>{ rows }</tbody>
                </table>
            </div>
        </>
    }
}
