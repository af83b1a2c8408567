//! The other thread's work.

use std::ops::ControlFlow;

use voced_analysis::uncertainty;
use voced_scenario::{Fault, Layer, Reasons, Scenario};

use super::{Answer, Question};
use crate::lazy;

/// Answers a question; `None` where a part of the page that this takes is not here. `progress` hears the
/// share that is done; it cannot stop the work, because the page stops the whole thread.
pub fn answer(question: &Question, mut progress: impl FnMut(f64)) -> Option<Answer> {
    let answer = match question {
        Question::Sure { scenario, about, conditioned, against } => {
            let mut tell = |share| {
                progress(share);
                ControlFlow::Continue(())
            };
            sure(scenario, about, *conditioned, *against, &mut tell)?
        }
        other => lazy::answer(other)?,
    };
    Some(answer.unwrap_or_else(|faults| Answer::Refused(Reasons::of(&faults))))
}

/// How sure the results are, and their differences from a layer with nothing changed.
fn sure(
    scenario: &Scenario,
    about: &uncertainty::Question,
    conditioned: bool,
    against: Option<Layer>,
    tell: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Result<Answer, Vec<Fault>>> {
    let resolved = scenario.resolve().and_then(|resolved| {
        let against = against.map(|layer| scenario.untouched(layer).resolve()).transpose()?;
        Ok((resolved, against))
    });
    let (resolved, against) = match resolved {
        Ok(resolved) => resolved,
        Err(faults) => return Some(Err(faults)),
    };
    let study = if conditioned {
        lazy::conditioned_study(&resolved, against.as_ref(), about, tell)?
    } else {
        uncertainty::study(&resolved, against.as_ref(), about, tell)
    };
    // There is always an answer where nothing breaks off.
    Some(study.map(Answer::Sure).ok_or_else(Vec::new))
}
