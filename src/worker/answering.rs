//! The other thread's work.

use std::ops::ControlFlow;
use voced_analysis::uncertainty;

use voced_scenario::Fault;

use super::{Answer, Question, Refusal};
use crate::lazy;

/// Answers a question; `None` where a part of the page that this takes is not here. `progress` hears the
/// share that is done; it cannot stop the work, because the page stops the whole thread.
pub fn answer(question: &Question, mut progress: impl FnMut(f64)) -> Option<Answer> {
    let answer = match question {
        Question::Sure { scenario, about, conditioned: false } => scenario.resolve().map(|resolved| {
            let tell = |share| {
                progress(share);
                ControlFlow::Continue(())
            };
            // There is always an answer where nothing breaks off.
            uncertainty::study(&resolved, about, tell).map_or(Answer::Refused(Refusal::of(&[])), Answer::Sure)
        }),
        other => lazy::answer(other, &mut progress)?,
    };
    Some(answer.unwrap_or_else(|faults: Vec<Fault>| Answer::Refused(Refusal::of(&faults))))
}
