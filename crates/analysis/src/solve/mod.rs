//! What it would take: the level of one lever at which one number meets a goal, here; levels of several
//! levers that meet several goals, by [`solve_several`]; and questions ready to be asked, by [`presets()`].
//!
//! The result may rise, fall, turn or stand still as the lever moves. Levels are tried from the present
//! one outwards, close by first and in ever wider steps up to the bounds, evenly over the whole range
//! too; where the goal is met between two of them the place is found by halving, and where the result
//! turns between three of them its turning point is looked for. A peak that lies wholly between two
//! neighbouring levels can be missed; there are some five hundred of them. Whole numbers are all tried.

mod presets;
mod report;
mod search;
mod several;

use serde::{Deserialize, Serialize};

use search::Search;
use voced_model::equations::{ModelInputs, Projection, run};
use voced_model::inputs::Shape;
use voced_model::{Allowed, InputId, Quantity, Style};
use voced_scenario::error::Problem;
use voced_scenario::targets::Op;
use voced_scenario::{PathValue, ResolvedScenario};

pub use presets::{Asked, Preset, preset_question, presets};
pub use several::{
    Aim, Bound, Conflict, ConstraintStatus, Feasibility, Goal, GoalSeek, Lever, MAX_GOALS, MAX_LEVERS, Setting,
    Solution, When, faults, in_steps, lever, levers, solve_in_steps, solve_several,
};

/// A question: which level of `lever` brings `quantity` in `year` to the goal?
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What may move.
    pub lever: InputId,
    /// The levels allowed; the input's own bounds hold beside them.
    pub within: (f64, f64),
    /// What is to meet the goal.
    pub quantity: Quantity,
    /// In which year.
    pub year: i32,
    /// How it is held against the goal.
    pub op: Op,
    /// The goal.
    pub goal: f64,
}

/// A level of the lever and what comes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// The level.
    pub level: f64,
    /// The lever's value that arrives at it, to be put into the scenario as it is.
    pub value: PathValue,
    /// The quantity in the year; `None` where it has no value.
    pub result: Option<f64>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum SolveAnswer {
    /// Nothing need change.
    Already(Reached),
    /// The level nearest to the present one that meets the goal.
    Met(Reached),
    /// No level meets it.
    No {
        /// The level that comes nearest.
        best: Reached,
        /// What is missing still, in the quantity's unit; `None` where there is no value at all.
        shortfall: Option<f64>,
        /// What stops it.
        stop: Stop,
        /// Rules in force that stop it: switches that would let it come nearer if they were off.
        rules: Vec<InputId>,
    },
}

/// Why a lever does not reach a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stop {
    /// The least level allowed.
    LowerBound,
    /// The largest level allowed.
    UpperBound,
    /// Beyond this level nothing changes any more.
    Plateau,
    /// Beyond this level the result turns back.
    Turn,
    /// The result leaps over the goal here.
    Leap,
    /// The lever does not move the result at all.
    NoEffect,
    /// The result has no value at any level.
    NoValue,
}

/// Looks for the level of one lever that meets one goal.
///
/// # Errors
/// A year out of range, or bounds in the wrong order or out of the input's own.
pub fn solve(resolved: &ResolvedScenario, question: &Question) -> Result<SolveAnswer, Problem> {
    let allowed = question.lever.spec().allowed();
    let (low, high) = question.within;
    let years =
        Problem::of(&Allowed::years(resolved.base_year()..=resolved.scenario.horizon), f64::from(question.year));
    if let Some(problem) = years.or(Problem::of(&allowed, low)).or(Problem::of(&allowed, high)) {
        return Err(problem);
    }
    if low > high {
        return Err(Problem::OutOfRange { value: low, allowed: Allowed { max: high, ..allowed } });
    }
    let mut trial = Trial::new(resolved, *question);
    let planned = resolved.scenario.value(question.lever).1.value.clone();
    let present = planned.level().unwrap_or(f64::NAN);
    let result = trial.result_of(&planned);
    if (low..=high).contains(&present) && trial.miss(result) == 0.0 {
        return Ok(SolveAnswer::Already(Reached { level: present, value: planned, result: known(result) }));
    }
    let start = present.clamp(low, high);
    let whole = allowed.whole || question.lever.spec().shape == Shape::Switch;
    let mut search = Search::new(low, high, start, whole, question.op, |level| {
        let result = trial.result(level);
        (result - question.goal, trial.miss(result))
    });
    let found = search.nearest();
    let (best, stop) = search.best();
    Ok(match found {
        Some(level) => SolveAnswer::Met(trial.sharpened(level, start, whole)),
        None => {
            let best = trial.reached(best);
            let miss = trial.miss(best.result.unwrap_or(f64::NAN));
            let rules = trial.rules(miss, [best.level, low, high]);
            SolveAnswer::No { best, shortfall: miss.is_finite().then_some(miss), stop, rules }
        }
    })
}

fn known(result: f64) -> Option<f64> {
    (!result.is_nan()).then_some(result)
}

/// Runs the equations with the lever at a level.
struct Trial<'a> {
    resolved: &'a ResolvedScenario,
    question: Question,
    t: usize,
    model_inputs: ModelInputs<f64>,
    projection: Projection<f64>,
}

impl Trial<'_> {
    fn new(resolved: &ResolvedScenario, question: Question) -> Trial<'_> {
        let t = (question.year - resolved.base_year()) as usize;
        let model_inputs = ModelInputs { years: t + 1, ..resolved.model_inputs.clone() };
        Trial { resolved, question, t, model_inputs, projection: Projection::default() }
    }

    /// As the scenario would give it with this value in it, to the bit.
    fn result_of(&mut self, value: &PathValue) -> f64 {
        let base_year = self.resolved.base_year();
        for (slot, year) in
            self.model_inputs.inputs.slots_mut(self.question.lever).iter_mut().zip(self.resolved.years())
        {
            *slot = value.at(base_year, year);
        }
        run(&self.model_inputs, &mut self.projection);
        self.projection.get(self.question.quantity, self.t)
    }

    fn result(&mut self, level: f64) -> f64 {
        let value = self.resolved.moved(self.question.lever, level);
        self.result_of(&value)
    }

    fn reached(&mut self, level: f64) -> Reached {
        let value = self.resolved.moved(self.question.lever, level);
        let result = known(self.result_of(&value));
        Reached { level, value, result }
    }

    /// The level itself or, right beside it, one that needs no allowance for rounding: an answer that
    /// is met to the last digit reads better than one that is met but for a billionth.
    fn sharpened(&mut self, level: f64, start: f64, whole: bool) -> Reached {
        let Question { within: (low, high), op, goal, .. } = self.question;
        let rising = match op {
            Op::AtLeast => true,
            Op::AtMost => false,
            Op::Equal => self.result(start) < goal,
            Op::About => return self.reached(level),
        };
        let side = if rising { Op::AtLeast } else { Op::AtMost };
        let strict = Search::new(low, high, start, whole, side, |level| {
            let gap = self.result(level) - goal;
            let miss = if rising { -gap } else { gap };
            (gap, if miss.is_nan() { f64::INFINITY } else { miss.max(0.0) })
        })
        .nearest();
        let comparison = |strict: &f64| (strict - level).abs() <= 1e-6 * level.abs().max(strict.abs());
        match strict.filter(comparison).map(|level| self.reached(level)) {
            Some(reached) if self.miss(reached.result.unwrap_or(f64::NAN)) == 0.0 => reached,
            _ => self.reached(level),
        }
    }

    /// How far the last result is from the goal: 0 where it is met, beyond all where there is none. As
    /// for targets, rounding is judged against the values of all years.
    fn miss(&self, result: f64) -> f64 {
        let series = self.projection.series(self.question.quantity);
        let scale = series.iter().fold(0.0_f64, |scale, value| scale.max(value.abs()));
        let is_share = self.question.quantity.spec().unit.style() == Style::Percent;
        if result.is_nan() {
            f64::INFINITY
        } else {
            self.question.op.shortfall(result, self.question.goal, scale, is_share)
        }
    }

    /// The switches in force without which, each alone, less is missing at one of these levels.
    fn rules(&mut self, miss: f64, levels: [f64; 3]) -> Vec<InputId> {
        let lever = self.question.lever;
        let switches = InputId::all().filter(|input| input.spec().shape == Shape::Switch && *input != lever);
        let mut rules = Vec::new();
        for switch in switches {
            let now = self.model_inputs.inputs.at(switch, 0);
            if now != 1.0 {
                continue;
            }
            self.model_inputs.inputs.slots_mut(switch).fill(0.0);
            if levels.into_iter().any(|level| {
                let result = self.result(level);
                self.miss(result) < miss * (1.0 - 1e-9)
            }) {
                rules.push(switch);
            }
            self.model_inputs.inputs.slots_mut(switch).fill(now);
        }
        rules
    }
}
