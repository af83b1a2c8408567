//! The screen "What would it take?": a question of levers, goals and limits, and its answer.

use voced_analysis::solve;
use voced_analysis::solve::{Aim, Asked, GoalSeek, Preset};
use voced_scenario::Scenario;
use yew::prelude::*;

use super::answer::solved;
use super::question::question_form;
use crate::app::{Action, Outcome, QuestionChange, Screen, Settings};
use crate::phrases;
use crate::ui::Send;
use crate::ui::answer_status::{progress, trouble};
use crate::ui::use_focus_after_render::use_focus_after_render;
use crate::worker::use_later::use_later;
use crate::worker::{LaterAnswer, LaterQuestion};

/// Properties of [`SolveScreen`].
#[derive(Properties, PartialEq)]
pub struct SolveScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The question as far as it is put; none at first.
    pub draft: Option<GoalSeek>,
    /// The reader's settings.
    pub settings: Settings,
    /// Where actions go.
    pub send: Send,
}

/// The screen.
#[component]
pub fn SolveScreen(props: &SolveScreenProps) -> Html {
    let lang = props.settings.lang;
    let resolved = props.outcome.resolved();
    // Asked on purpose, not at every movement: the answer is a proposal to be read.
    let asked = use_state_eq(|| None::<(Scenario, Asked)>);
    let question = asked.as_ref().map(|(scenario, asked)| LaterQuestion::Solve {
        scenario: asked.scenario(scenario),
        about: asked.question.clone(),
    });
    let reply = use_later(question.clone());
    let ask = {
        let (asked, scenario) = (asked.clone(), resolved.scenario.clone());
        Callback::from(move |question: Asked| asked.set(Some((scenario.clone(), question))))
    };
    let ask_own = ask.reform(|question: GoalSeek| Asked { supposed: Vec::new(), question, aside: Vec::new() });
    let cancel = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let answer = match (reply.answer.as_deref(), &*asked) {
        (Some(LaterAnswer::Solved(solution)), Some((scenario, asked)))
            if question.as_ref() == reply.to.as_deref() && scenario.area_ref == resolved.scenario.area_ref =>
        {
            let is_old = *scenario != resolved.scenario;
            solved(solution, asked, scenario, is_old, &props.outcome, lang, &props.send)
        }
        _ => html! {},
    };
    // Which questions make sense depends on the area and its plan, and takes a while to find out.
    let given = (resolved.scenario.area_ref.clone(), resolved.scenario.layer, resolved.scenario.horizon);
    let presets = {
        let outcome = props.outcome.clone();
        use_memo(given, move |_| solve::presets(outcome.resolved()))
    };
    let then = use_focus_after_render();
    let empty = || GoalSeek { levers: Vec::new(), goals: Vec::new(), aim: Aim::Nearest };
    let draft = props.draft.clone().unwrap_or_else(empty);
    html! {
        <section class="ask solve" aria-labelledby="solve-title">
            <h2 id="solve-title">{ Screen::Solve.heading(phrases::SOLVE_TITLE, lang) }</h2>
            <p class="how">{ phrases::SOLVE_HOW.get(lang) }</p>
            <h3>{ phrases::PRESETS.get(lang) }</h3>
            { preset_buttons(&presets, props, &ask) }
            <h3>{ phrases::OWN_QUESTION.get(lang) }</h3>
            { question_form(&draft, &props.outcome, lang, &props.send, &ask_own, &then) }
            { progress(&reply.state, lang, &cancel, "#ask-now") }
            { trouble(&reply.state, lang) }
            <div id="solution" aria-live="polite">{ answer }</div>
        </section>
    }
}

/// The questions often asked: each is put below, to be read and changed, and asked at once.
fn preset_buttons(presets: &[Preset], props: &SolveScreenProps, ask: &Callback<Asked>) -> Html {
    let lang = props.settings.lang;
    let button = |preset: &Preset| {
        let preset = *preset;
        let (send, ask, outcome) = (props.send.clone(), ask.clone(), props.outcome.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(asked) = solve::preset_question(outcome.resolved(), preset) {
                send.emit(Action::Draft(QuestionChange::Put(asked.question.clone())));
                ask.emit(asked);
            }
        });
        let id = format!("preset-{}", preset.id());
        html! { <button type="button" class="chip" {id} {onclick}>{ preset.words().get(lang) }</button> }
    };
    html! { <div class="presets">{ for presets.iter().map(button) }</div> }
}
