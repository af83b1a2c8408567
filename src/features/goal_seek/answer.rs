//! The answer to what it would take.

use voced_analysis::solve::{Asked, Solution};
use voced_model::Lang;
use voced_scenario::{ResolvedScenario, Scenario};
use yew::prelude::*;

use super::view_model::{GoalRow, LeverRow, Shown, goal_text, now, shown, supposed};
use crate::app::{Action, Outcome};
use crate::features::export::saving::csv_button;
use crate::features::export::tables;
use crate::phrases;
use crate::ui::Send;

/// The verdict, the levers, the goals, and a button that takes it over. `is_old` where the scenario has
/// changed since it was asked.
pub fn solved(
    solution: &Solution,
    asked: &Asked,
    asked_of: &Scenario,
    is_old: bool,
    outcome: &Outcome,
    lang: Lang,
    send: &Send,
) -> Html {
    let resolved = outcome.resolved();
    let answer = shown(solution, asked, resolved, lang);
    let next = solution.apply(&asked.scenario(asked_of));
    let take = send.reform(move |_: MouseEvent| Action::TakeOver(Box::new(next.clone())));
    let take_words = if answer.is_no { phrases::TAKE_NEAREST } else { phrases::TAKE_OVER };
    html! {
        <div class={classes!("solution", answer.is_no.then_some("no"))}>
            <p class="verdict-line"><strong>{ &answer.verdict }</strong></p>
            if is_old {
                <p class="empty">{ phrases::ASKED_EARLIER.get(lang) }</p>
            }
            if !answer.base.is_empty() {
                <p class="how asked-elsewhere">{ &answer.base }</p>
            }
            { comparison(asked, asked_of, resolved, lang) }
            <ul class="reasons">{ for answer.reasons.iter().map(|reason| html! { <li>{ reason }</li> }) }</ul>
            { levers(&answer, levers_csv(solution, asked, outcome, lang, send), lang) }
            { goals(&answer.goals, goals_csv(solution, outcome, lang, send), lang) }
            if answer.moves {
                <button type="button" class="primary" id="take-over" onclick={take}>{ take_words.get(lang) }</button>
            }
        </div>
    }
}

/// What the question supposes and what it leaves out.
fn comparison(asked: &Asked, asked_of: &Scenario, resolved: &ResolvedScenario, lang: Lang) -> Html {
    let comma = lang.pick("；", "; ");
    let colon = lang.pick("：", ": ");
    let aside = asked.aside.iter().map(|goal| goal_text(goal, resolved, lang));
    let line = |words: voced_model::Words, list: Vec<String>| {
        if list.is_empty() {
            return html! {};
        }
        html! { <p class="how">{ format!("{}{colon}{}", words.get(lang), list.join(comma)) }</p> }
    };
    html! { <>{ line(phrases::SUPPOSED, supposed(asked, asked_of, lang)) }{ line(phrases::SET_ASIDE, aside.collect()) }</> }
}

fn levers_csv(solution: &Solution, asked: &Asked, outcome: &Outcome, lang: Lang, send: &Send) -> Html {
    let (found, now) = (solution.clone(), now(asked));
    csv_button(outcome, phrases::MAY_MOVE.get(lang), move || Some(tables::solved_levers(&found, now, lang)), lang, send)
}

fn goals_csv(solution: &Solution, outcome: &Outcome, lang: Lang, send: &Send) -> Html {
    let (found, of) = (solution.clone(), outcome.clone());
    let make = move || Some(tables::solved_goals(&found, of.resolved(), lang));
    csv_button(outcome, phrases::GOALS_AND_LIMITS.get(lang), make, lang, send)
}

fn levers(answer: &Shown, csv: Html, lang: Lang) -> Html {
    let row = |row: &LeverRow| {
        html! {
            <tr key={row.input.id()}>
                <th scope="row">{ row.input.spec().name.get(lang) }</th>
                <td>{ &row.present }</td>
                <td><strong>{ &row.level }</strong><small>{ row.bound }</small><small>{ row.exact.clone() }</small></td>
                <td>{ &row.change }</td>
            </tr>
        }
    };
    let heads = [phrases::LEVER, answer.now, phrases::THEN, phrases::CHANGE];
    table(phrases::MAY_MOVE.get(lang), heads.map(|words| words.get(lang)), answer.levers.iter().map(row).collect(), csv)
}

fn goals(rows: &[GoalRow], csv: Html, lang: Lang) -> Html {
    let row = |(place, row): (usize, &GoalRow)| {
        let status = if row.is_met { phrases::SHOW_MET } else { phrases::SHOW_MISSED };
        html! {
            <tr key={place}>
                <th scope="row">{ &row.goal }</th>
                <td>{ &row.result }</td>
                <td class={if row.is_met { "met" } else { "missed" }}>
                    <span class="status">{ status.get(lang) }</span>
                    <small>{ row.is_binding.then(|| phrases::BINDING.get(lang)) }</small>
                </td>
                <td>{ &row.slack }</td>
            </tr>
        }
    };
    let heads = [phrases::LIMIT, phrases::RESULT, phrases::VERDICT, phrases::SLACK];
    table(
        phrases::GOALS_AND_LIMITS.get(lang),
        heads.map(|words| words.get(lang)),
        rows.iter().enumerate().map(row).collect(),
        csv,
    )
}

fn table(label: &'static str, heads: [&'static str; 4], rows: Vec<Html>, csv: Html) -> Html {
    html! {
        <>
        <header class="with-csv"><h4>{ label }</h4>{ csv }</header>
        <div class="table-box" tabindex="0" role="region" aria-label={label}>
            <table>
                <thead><tr>{ for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
        </>
    }
}
