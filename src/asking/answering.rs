//! The other thread's work.

use std::ops::ControlFlow;

use voced_sim::attribution::PAIRS;
use voced_sim::{Fault, World};

use super::{Answer, Question, Refusal};

/// Answers a question. `progress` hears the share that is done; it cannot stop the work, because the
/// page stops the whole thread.
pub fn answer(question: &Question, progress: impl FnMut(f64)) -> Answer {
    try_answer(question, progress).unwrap_or_else(|faults| Answer::Refused(Refusal::of(&faults)))
}

fn try_answer(question: &Question, mut progress: impl FnMut(f64)) -> Result<Answer, Vec<Fault>> {
    Ok(match question {
        Question::Sure { scenario, about } => {
            let tell = |share| {
                progress(share);
                ControlFlow::Continue(())
            };
            // There is always an answer where nothing breaks off.
            scenario.resolve()?.study(about, tell).map_or(Answer::Refused(Refusal::of(&[])), Answer::Sure)
        }
        Question::Swings { scenario, quantity, t } => Answer::Swings(scenario.resolve()?.swings(*quantity, *t)),
        Question::Sobol { scenario, quantity, t, rows } => {
            Answer::Sobol(scenario.resolve()?.sobol(*quantity, *t, *rows))
        }
        Question::Grid { scenario, about } => Answer::Grid(scenario.resolve()?.grid(about)?),
        Question::Solve { scenario, about } => Answer::Solved(scenario.resolve()?.solve_several(about)?),
        Question::Why { from, to, quantity, year } => {
            let (from, to): (World, World) = (from.resolve()?, to.resolve()?);
            let found = from.attribute(&to, *quantity, *year, PAIRS);
            Answer::Why(found.map_err(|problem| vec![Fault::new(quantity.id(), problem)])?)
        }
    })
}
