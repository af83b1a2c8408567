//! The other thread's work on the questions of later screens.

use std::ops::ControlFlow;

use voced_analysis::attribution::PAIRS;
use voced_analysis::uncertainty::Weights;
use voced_analysis::{attribution, calibration, sensitivity, solve, uncertainty};
use voced_scenario::{Fault, ResolvedScenario};

use super::{Answer, Question, Refusal};

/// Answers a question of a later screen; `progress` hears the share that is done, where that is known.
pub fn answer_later(question: &Question, progress: &mut dyn FnMut(f64)) -> Result<Answer, Vec<Fault>> {
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
        Question::Sure { scenario, about, against, .. } => {
            let resolved = scenario.resolve()?;
            let tell = |share| {
                progress(share);
                ControlFlow::Continue(())
            };
            // There is always an answer where nothing breaks off.
            let Some(study) = uncertainty::conditioned_study(&resolved, about, tell) else {
                return Ok(Answer::Refused(Refusal::of(&[])));
            };
            let Some(layer) = against else { return Ok(Answer::Sure(study)) };
            let other = scenario.untouched(*layer).resolve()?;
            let paired = uncertainty::paired_draws(&resolved, &other, about.draws, &about.bands);
            let weights = uncertainty::conditioned_draws(&resolved, about.draws, &[]).weights();
            Answer::Sure(study.with_differences(match weights.filter(Weights::agree) {
                Some(weights) => paired.conditioned_bands(&weights),
                None => paired.bands(),
            }))
        }
    })
}
