//! The other thread's work on the questions of later screens.

use voced_analysis::attribution::PAIRS;
use voced_analysis::{attribution, calibration, sensitivity, solve};
use voced_scenario::{Fault, Reasons, ResolvedScenario};

use super::set::with_set;
use super::{Answer, LaterAnswer, LaterQuestion, Packed, Question};

/// Answers a question of a later screen.
pub fn answer_later(question: &Question) -> Result<Answer, Vec<Fault>> {
    // Others are answered without a part, or by a gate of their own.
    let Question::Later { asked, set, .. } = question else { return Ok(Answer::Refused(Reasons::of(&[]))) };
    let answer = match asked.value().ok_or_else(Vec::new)? {
        LaterQuestion::OneAtATime { scenario, quantity, t } => {
            LaterAnswer::OneAtATime(sensitivity::swings(&scenario.resolve()?, quantity, t))
        }
        LaterQuestion::Sobol { scenario, quantity, t, rows } => {
            LaterAnswer::Sobol(sensitivity::sobol_indices(&scenario.resolve()?, quantity, t, rows))
        }
        LaterQuestion::Grid { scenario, about } => LaterAnswer::Grid(sensitivity::grid(&scenario.resolve()?, &about)?),
        LaterQuestion::Solve { scenario, about } => {
            LaterAnswer::Solved(solve::solve_in_steps(&scenario.resolve()?, &about)?)
        }
        LaterQuestion::Why { from, to, quantity, year } => {
            let (from, to): (ResolvedScenario, ResolvedScenario) = (from.resolve()?, to.resolve()?);
            let found = attribution::attribute(&from, &to, quantity, year, PAIRS);
            LaterAnswer::Why(found.map_err(|problem| vec![Fault::new(quantity.id(), problem)])?)
        }
        LaterQuestion::Calibrate { scenario, inputs } => {
            LaterAnswer::Calibrated(calibration::calibrate(&scenario.resolve()?, &inputs)?)
        }
        LaterQuestion::Many { scenario, changes, about, .. } => {
            let set = set.as_ref().ok_or_else(Vec::new)?;
            LaterAnswer::Many(with_set(set, |set| set.answer(&scenario, changes, &about))?)
        }
    };
    Ok(Answer::Later(Packed::of(&answer)))
}
