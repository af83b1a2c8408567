//! The other thread's work on the questions of later screens.

use voced_analysis::attribution::PAIRS;
use voced_analysis::{attribution, calibration, sensitivity, solve};
use voced_scenario::{Fault, ResolvedScenario};

use super::set::with_set;
use super::{Answer, ManyQuestion, Packed, Question, Refusal};

/// Answers a question of a later screen.
pub fn answer_later(question: &Question) -> Result<Answer, Vec<Fault>> {
    Ok(match question {
        Question::OneAtATime { scenario, quantity, t } => {
            Answer::OneAtATime(sensitivity::swings(&scenario.resolve()?, *quantity, *t))
        }
        Question::Sobol { scenario, quantity, t, rows } => {
            Answer::Sobol(sensitivity::sobol_indices(&scenario.resolve()?, *quantity, *t, *rows))
        }
        Question::Grid { scenario, about } => Answer::Grid(sensitivity::grid(&scenario.resolve()?, about)?),
        Question::Solve { scenario, about } => Answer::Solved(solve::solve_in_steps(&scenario.resolve()?, about)?),
        Question::Why { from, to, quantity, year } => {
            let (from, to): (ResolvedScenario, ResolvedScenario) = (from.resolve()?, to.resolve()?);
            let found = attribution::attribute(&from, &to, *quantity, *year, PAIRS);
            Answer::Why(found.map_err(|problem| vec![Fault::new(quantity.id(), problem)])?)
        }
        Question::Calibrate { scenario, inputs } => {
            Answer::Calibrated(calibration::calibrate(&scenario.resolve()?, inputs)?)
        }
        Question::Many { set, asked } => {
            let ManyQuestion { scenario, changes, about } = asked.value().ok_or_else(Vec::new)?;
            Answer::Many(with_set(set, |set| Packed::of(&set.answer(&scenario, changes, &about)))?)
        }
        // Answered without a part, or by a gate of its own.
        Question::Sure { .. } => Answer::Refused(Refusal::of(&[])),
    })
}
