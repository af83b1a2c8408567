//! The steps that led to the present scenario, and the bookmarks among them.

use std::rc::Rc;

use voced_scenario::Scenario;
use yew::prelude::*;

use super::naming::NameField;
use super::{KeepScreenProps, name};
use crate::app::saved::{List, alike};
use crate::app::{Action, LibraryAction, SavedScenario};
use crate::browser::clock;
use crate::features::library::changes::{HistoryEntry, first, step};
use crate::features::library::view_model::proposal;
use crate::phrases;
use crate::ui::use_focus_after_render::Then;

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
    let elsewhere: Vec<&SavedScenario> = {
        let bookmarks = props.library().bookmarks.iter().map(Rc::as_ref);
        bookmarks.filter(|bookmark| !steps.iter().any(|step| alike(step, &bookmark.scenario))).collect()
    };
    let mark = props.send.reform(|name: String| Action::Library(LibraryAction::Bookmark(name, clock::stamp())));
    let marked = props.library().bookmark_of(props.app.scenario());
    let (button, proposed) = match marked {
        Some(bookmark) => (phrases::BOOKMARK_RENAME, bookmark.name().to_owned()),
        None => (phrases::BOOKMARK, proposal(props.app.scenario(), lang)),
    };
    html! {
        <div class="steps">
            <h3>{ phrases::STEPS.get(lang) }</h3>
            <p class="how">{ phrases::STEPS_HOW.get(lang) }</p>
            <NameField
                id="bookmark-name" label={phrases::BOOKMARK_NAME.get(lang)} proposal={proposed}
                button={button.get(lang)} enter={mark}
            />
            <ol class="step-list" reversed={true}>{ for rows }</ol>
            if !elsewhere.is_empty() {
                <h4>{ phrases::BOOKMARKS_ELSEWHERE.get(lang) }</h4>
                <ul class="step-list elsewhere">{ for elsewhere.into_iter().map(|bookmark| bookmark_entry(props, bookmark, then)) }</ul>
            }
        </div>
    }
}

fn row(
    props: &KeepScreenProps,
    at: usize,
    step: HistoryEntry,
    scenario: &Scenario,
    order: std::cmp::Ordering,
    then: &Then,
) -> Html {
    let lang = props.lang();
    let is_now = order.is_eq();
    let onclick = props.shelve(move || LibraryAction::GoTo(at));
    let bookmark = props.library().bookmark_of(scenario);
    html! {
        <li class={classes!("step", order.is_gt().then_some("undone"), is_now.then_some("now"))}>
            <button type="button" class="step-button" data-step={at.to_string()} aria-current={is_now.then_some("step")} {onclick}>
                if let Some(bookmark) = bookmark {
                    <span class="mark-sign" aria-hidden="true">{ "★" }</span>
                    <span class="hidden">{ phrases::BOOKMARKED.get(lang) }</span>
                    <strong>{ name(bookmark) }</strong>
                }
                <bdi class="step-title">{ step.title }</bdi>
                if is_now {
                    <span class="badge">{ phrases::STEP_NOW.get(lang) }</span>
                }
                if order.is_gt() {
                    <span class="caption">{ phrases::STEP_UNDONE.get(lang) }</span>
                }
            </button>
            if let Some(bookmark) = bookmark {
                { remove(props, bookmark, format!("[data-step='{at}']"), then) }
            }
            if !step.details.is_empty() {
                <ul class="step-details">{ for step.details.iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
            }
        </li>
    }
}

/// A bookmark of a stage that is none of the steps: of an earlier visit, or of a turn not taken.
fn bookmark_entry(props: &KeepScreenProps, bookmark: &SavedScenario, then: &Then) -> Html {
    let lang = props.lang();
    let id = bookmark.id.clone();
    let onclick = props.shelve(move || LibraryAction::Open(List::Bookmarks, id.clone()));
    html! {
        <li class="step" data-stage={bookmark.id.clone()}>
            <button type="button" class="step-button" {onclick}>
                <span class="mark-sign" aria-hidden="true">{ "★" }</span>
                <strong>{ name(bookmark) }</strong>
                <span class="caption">{ clock::local_time(bookmark.saved_at, lang) }</span>
            </button>
            { remove(props, bookmark, "#bookmark-name".to_owned(), then) }
        </li>
    }
}

fn remove(props: &KeepScreenProps, bookmark: &SavedScenario, after: String, then: &Then) -> Html {
    let lang = props.lang();
    let (id, then) = (bookmark.id.clone(), then.clone());
    let onclick = props.shelve(move || {
        then.focus(after.clone());
        LibraryAction::Delete(List::Bookmarks, id.clone())
    });
    let words = phrases::BOOKMARK_REMOVE.get(lang);
    let label = format!("{words}{}{}", lang.pick("：", ": "), bookmark.name());
    html! { <button type="button" class="link" aria-label={label} {onclick}>{ words }</button> }
}
