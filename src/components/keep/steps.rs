//! The steps that led to the present scenario, and the bookmarks among them.

use std::rc::Rc;

use voced_scenario::Scenario;
use yew::prelude::*;

use super::naming::NameField;
use super::{KeepScreenProps, name};
use crate::components::then::Then;
use crate::edges::surroundings;
use crate::i18n::say;
use crate::state::shelf::{List, alike};
use crate::state::{Action, Kept, Shelving};
use crate::view::shelf::proposal;
use crate::view::steps::{Step, first, step};

pub fn steps(props: &KeepScreenProps, then: &Then) -> Html {
    let lang = props.lang();
    let history = props.history();
    let steps: Vec<&Scenario> = history.steps().collect();
    let place = history.place();
    let told = |at: usize| match at.checked_sub(1).and_then(|before| steps.get(before)) {
        Some(before) => step(before, steps[at], lang),
        None => first(steps[at], lang),
    };
    // The last step on top: it is the one that is looked for.
    let rows = (0..steps.len()).rev().map(|at| row(props, at, told(at), steps[at], at.cmp(&place), then));
    let elsewhere: Vec<&Kept> = {
        let stages = props.library().stages.iter().map(Rc::as_ref);
        stages.filter(|stage| !steps.iter().any(|step| alike(step, &stage.scenario))).collect()
    };
    let mark = props.send.reform(|name: String| Action::Shelf(Shelving::Mark(name, surroundings::stamp())));
    let marked = props.library().stage_of(props.app.scenario());
    let (button, proposed) = match marked {
        Some(stage) => (say::BOOKMARK_RENAME, stage.name().to_owned()),
        None => (say::BOOKMARK, proposal(props.app.scenario(), lang)),
    };
    html! {
        <div class="steps">
            <h3>{ say::STEPS.get(lang) }</h3>
            <p class="how">{ say::STEPS_HOW.get(lang) }</p>
            <NameField
                id="bookmark-name" label={say::BOOKMARK_NAME.get(lang)} proposal={proposed}
                button={button.get(lang)} enter={mark}
            />
            <ol class="step-list" reversed={true}>{ for rows }</ol>
            if !elsewhere.is_empty() {
                <h4>{ say::BOOKMARKS_ELSEWHERE.get(lang) }</h4>
                <ul class="step-list elsewhere">{ for elsewhere.into_iter().map(|stage| bookmark(props, stage, then)) }</ul>
            }
        </div>
    }
}

fn row(
    props: &KeepScreenProps,
    at: usize,
    step: Step,
    scenario: &Scenario,
    order: std::cmp::Ordering,
    then: &Then,
) -> Html {
    let lang = props.lang();
    let is_now = order.is_eq();
    let onclick = props.shelve(move || Shelving::GoTo(at));
    let stage = props.library().stage_of(scenario);
    html! {
        <li class={classes!("step", order.is_gt().then_some("undone"), is_now.then_some("now"))}>
            <button type="button" class="step-button" data-step={at.to_string()} aria-current={is_now.then_some("step")} {onclick}>
                if let Some(stage) = stage {
                    <span class="mark-sign" aria-hidden="true">{ "★" }</span>
                    <span class="hidden">{ say::BOOKMARKED.get(lang) }</span>
                    <strong>{ name(stage) }</strong>
                }
                <bdi class="step-title">{ step.title }</bdi>
                if is_now {
                    <span class="badge">{ say::STEP_NOW.get(lang) }</span>
                }
                if order.is_gt() {
                    <span class="caption">{ say::STEP_UNDONE.get(lang) }</span>
                }
            </button>
            if let Some(stage) = stage {
                { remove(props, stage, format!("[data-step='{at}']"), then) }
            }
            if !step.details.is_empty() {
                <ul class="step-details">{ for step.details.iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
            }
        </li>
    }
}

/// A bookmark of a stage that is none of the steps: of an earlier visit, or of a turn not taken.
fn bookmark(props: &KeepScreenProps, stage: &Kept, then: &Then) -> Html {
    let lang = props.lang();
    let id = stage.id.clone();
    let onclick = props.shelve(move || Shelving::Open(List::Stages, id.clone()));
    html! {
        <li class="step" data-stage={stage.id.clone()}>
            <button type="button" class="step-button" {onclick}>
                <span class="mark-sign" aria-hidden="true">{ "★" }</span>
                <strong>{ name(stage) }</strong>
                <span class="caption">{ surroundings::local_time(stage.saved, lang) }</span>
            </button>
            { remove(props, stage, "#bookmark-name".to_owned(), then) }
        </li>
    }
}

fn remove(props: &KeepScreenProps, stage: &Kept, after: String, then: &Then) -> Html {
    let lang = props.lang();
    let (id, then) = (stage.id.clone(), then.clone());
    let onclick = props.shelve(move || {
        then.focus(after.clone());
        Shelving::Delete(List::Stages, id.clone())
    });
    let words = say::BOOKMARK_REMOVE.get(lang);
    let label = format!("{words}{}{}", lang.pick("：", ": "), stage.name());
    html! { <button type="button" class="link" aria-label={label} {onclick}>{ words }</button> }
}
