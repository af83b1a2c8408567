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
        Question::Sure { scenario, about, conditioned: false, against } => scenario.resolve().map(|resolved| {
            let tell = |share| {
                progress(share);
                ControlFlow::Continue(())
            };
            // There is always an answer where nothing breaks off.
            let Some(study) = uncertainty::study(&resolved, about, tell) else {
                return Answer::Refused(Refusal::of(&[]));
            };
            // What differences are held against is the area itself, which is sound.
            let other = against.and_then(|layer| scenario.untouched(layer).resolve().ok());
            Answer::Sure(match other {
                Some(other) => {
                    let paired = uncertainty::paired_draws(&resolved, &other, about.draws, &about.bands);
                    study.with_differences(paired.bands())
                }
                None => study,
            })
        }),
        other => lazy::answer(other, &mut progress)?,
    };
    Some(answer.unwrap_or_else(|faults: Vec<Fault>| Answer::Refused(Refusal::of(&faults))))
}
