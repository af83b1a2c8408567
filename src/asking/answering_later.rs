//! The other thread's work on the questions of later screens.

use voced_sim::attribution::PAIRS;
use voced_sim::{Fault, World};

use super::{Answer, Question, Refusal};

/// Answers a question of a later screen.
pub fn answer_later(question: &Question) -> Result<Answer, Vec<Fault>> {
    Ok(match question {
        Question::Swings { scenario, quantity, t } => Answer::Swings(scenario.resolve()?.swings(*quantity, *t)),
        Question::Sobol { scenario, quantity, t, rows } => {
            Answer::Sobol(scenario.resolve()?.sobol(*quantity, *t, *rows))
        }
        Question::Grid { scenario, about } => Answer::Grid(scenario.resolve()?.grid(about)?),
        Question::Solve { scenario, about } => Answer::Solved(scenario.resolve()?.solve_in_steps(about)?),
        Question::Why { from, to, quantity, year } => {
            let (from, to): (World, World) = (from.resolve()?, to.resolve()?);
            let found = from.attribute(&to, *quantity, *year, PAIRS);
            Answer::Why(found.map_err(|problem| vec![Fault::new(quantity.id(), problem)])?)
        }
        // Answered without this part.
        Question::Sure { .. } => Answer::Refused(Refusal::of(&[])),
    })
}
