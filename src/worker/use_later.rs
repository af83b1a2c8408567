//! The hook by which a component of a later screen asks.

use std::rc::Rc;

use yew::prelude::*;

use super::use_worker::{Reply, use_answer};
use super::{Answer, LaterAnswer, LaterQuestion, Question};

/// What is known of a question of a later screen so far.
#[derive(Clone, Debug, PartialEq)]
pub struct LaterReply {
    /// How the asking goes: progress, failure, refusal.
    pub state: Reply,
    /// The latest answer, if any: while another one is on its way, the one before.
    pub answer: Option<Rc<LaterAnswer>>,
    /// The question that it answers.
    pub to: Option<Rc<LaterQuestion>>,
}

/// As [`use_answer`], for the questions of later screens: packed and unpacked where it is known what they are.
#[hook]
pub fn use_later(question: Option<LaterQuestion>) -> LaterReply {
    let packed = use_memo(question, |question| question.as_ref().map(LaterQuestion::packed));
    let state = use_answer((*packed).clone());
    let answer = use_memo(state.answer.clone(), |answer| match answer.as_deref() {
        Some(Answer::Later(answer)) => answer.value().map(Rc::new),
        _ => None,
    });
    let to = use_memo(state.to.clone(), |to| match to.as_deref() {
        Some(Question::Later { asked, set, .. }) => {
            asked.value().map(|question| Rc::new(with_set(question, set.as_ref())))
        }
        _ => None,
    });
    LaterReply { state, answer: (*answer).clone(), to: (*to).clone() }
}

/// The question with its set of areas, which travels beside it.
fn with_set(mut question: LaterQuestion, of: Option<&super::SetRef>) -> LaterQuestion {
    if let LaterQuestion::Many { set, .. } = &mut question {
        *set = of.cloned();
    }
    question
}
