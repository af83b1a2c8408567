//! The screen "What would it take?": a question of levers, goals and limits, and its answer.

use voced_analysis::solve;
use voced_analysis::solve::{Aim, Asked, Preset, Several};
use voced_scenario::Scenario;
use yew::prelude::*;

use super::Send;
use super::asked::use_answer;
use super::replies::{progress, trouble};
use super::solve_answer::solved;
use super::solve_question::question_form;
use super::then::use_then;
use crate::asking::{Answer, Question};
use crate::i18n::say;
use crate::state::{Action, QuestionChange, Settings};
use crate::view::Outcome;

/// Properties of [`SolveScreen`].
#[derive(Properties, PartialEq)]
pub struct SolveScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// The question as far as it is put; none at first.
    pub draft: Option<Several>,
    /// The reader's settings.
    pub settings: Settings,
    /// Where actions go.
    pub send: Send,
}

/// The screen.
#[component]
pub fn SolveScreen(props: &SolveScreenProps) -> Html {
    let lang = props.settings.lang;
    let world = props.outcome.world();
    // Asked on purpose, not at every movement: the answer is a proposal to be read.
    let asked = use_state_eq(|| None::<(Scenario, Asked)>);
    let question = asked
        .as_ref()
        .map(|(scenario, asked)| Question::Solve { scenario: asked.scenario(scenario), about: asked.question.clone() });
    let reply = use_answer(question.clone());
    let ask = {
        let (asked, scenario) = (asked.clone(), world.scenario.clone());
        Callback::from(move |question: Asked| asked.set(Some((scenario.clone(), question))))
    };
    let ask_own = ask.reform(|question: Several| Asked { supposed: Vec::new(), question, aside: Vec::new() });
    let cancel = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let answer = match (reply.answer.as_deref(), &*asked) {
        (Some(Answer::Solved(solution)), Some((scenario, asked)))
            if question.as_ref() == reply.to.as_deref() && scenario.place == world.scenario.place =>
        {
            let is_old = *scenario != world.scenario;
            solved(solution, asked, scenario, is_old, &props.outcome, lang, &props.send)
        }
        _ => html! {},
    };
    // Which questions make sense depends on the area and its plan, and takes a while to find out.
    let given = (world.scenario.place.clone(), world.scenario.layer, world.scenario.horizon);
    let presets = {
        let outcome = props.outcome.clone();
        use_memo(given, move |_| solve::presets(outcome.world()))
    };
    let then = use_then();
    let empty = || Several { levers: Vec::new(), goals: Vec::new(), aim: Aim::Nearest };
    let draft = props.draft.clone().unwrap_or_else(empty);
    html! {
        <section class="ask solve" aria-labelledby="solve-title">
            <h2 id="solve-title">{ say::SOLVE_TITLE.get(lang) }</h2>
            <p class="how">{ say::SOLVE_HOW.get(lang) }</p>
            <h3>{ say::PRESETS.get(lang) }</h3>
            { preset_buttons(&presets, props, &ask) }
            <h3>{ say::OWN_QUESTION.get(lang) }</h3>
            { question_form(&draft, &props.outcome, lang, &props.send, &ask_own, &then) }
            { progress(&reply, lang, &cancel, "#ask-now") }
            { trouble(&reply, lang) }
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
            if let Some(asked) = solve::preset_question(outcome.world(), preset) {
                send.emit(Action::Draft(QuestionChange::Put(asked.question.clone())));
                ask.emit(asked);
            }
        });
        let id = format!("preset-{}", preset.id());
        html! { <button type="button" class="chip" {id} {onclick}>{ preset.words().get(lang) }</button> }
    };
    html! { <div class="presets">{ for presets.iter().map(button) }</div> }
}
