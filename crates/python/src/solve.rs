//! What it would take.

use pyo3::prelude::*;
use voced_analysis::solve::{self, Aim, Asked, Goal, GoalSeek, Lever, Preset, Question, When};
use voced_model::text::Words;
use voced_scenario::{Fault, Metric, Op, Problem, ResolvedScenario, named_input, named_quantity};

use crate::faults::raised;
use crate::run::document;
use crate::scenario::resolved;

/// The ends of a lever's range; either may be left open.
type Range = (Option<f64>, Option<f64>);

/// A goal: metric, comparison, value, and a year, `every` or nothing for the horizon; or a target's id alone.
#[derive(FromPyObject)]
pub enum GoalText {
    /// A number that is measured.
    Measured(String, String, f64, Option<WhenText>),
    /// A target of the plan.
    Target(String),
}

/// When a goal holds.
#[derive(FromPyObject)]
pub enum WhenText {
    /// In a year.
    Year(i32),
    /// `every`.
    Word(String),
}

/// The document of `voced solve` with one lever and one goal.
#[pyfunction]
#[pyo3(name = "solve", signature = (scenario, area, lever, quantity, year, op, value, within))]
#[expect(clippy::too_many_arguments, reason = "the function of Python's side has them by name")]
pub fn one(
    py: Python<'_>,
    scenario: &str,
    area: Option<&str>,
    lever: &str,
    quantity: &str,
    year: i32,
    op: &str,
    value: f64,
    within: Range,
) -> PyResult<String> {
    let done = py.detach(|| {
        let resolved = resolved(scenario, area)?;
        let mut faults = Vec::new();
        let lever = named_input("lever", lever).map_err(|fault| faults.push(fault));
        let quantity = named_quantity("quantity", quantity).map_err(|fault| faults.push(fault));
        let op = named_op("op", op).map_err(|fault| faults.push(fault));
        let (Ok(lever), Ok(quantity), Ok(op)) = (lever, quantity, op) else { return Err(faults) };
        let allowed = lever.spec().allowed();
        let within = (within.0.unwrap_or(allowed.min), within.1.unwrap_or(allowed.max));
        let question = Question { lever, within, quantity, year, op, goal: value };
        let found = solve::solve(&resolved, &question).map_err(|problem| vec![Fault::new("lever", problem)])?;
        Ok(found.report(&question, &resolved))
    });
    document(&done.map_err(|faults: Vec<_>| raised(&faults))?)
}

/// The document of `voced solve` with several levers and goals.
#[pyfunction]
#[pyo3(name = "solve_several", signature = (scenario, area, levers, goals, highest, lowest))]
pub fn several(
    py: Python<'_>,
    scenario: &str,
    area: Option<&str>,
    levers: Vec<(String, Range)>,
    goals: Vec<GoalText>,
    highest: Option<&str>,
    lowest: Option<&str>,
) -> PyResult<String> {
    let done = py.detach(|| {
        let resolved = resolved(scenario, area)?;
        let mut faults = Vec::new();
        let mut levers: Vec<Lever> =
            levers.iter().filter_map(|(id, range)| lever(&resolved, id, *range, &mut faults)).collect();
        let mut aim = Aim::Nearest;
        for (id, at) in [(highest, "highest"), (lowest, "lowest")] {
            let Some(id) = id else { continue };
            match named_input(at, id) {
                Ok(input) => {
                    aim = if at == "highest" { Aim::Highest(input) } else { Aim::Lowest(input) };
                    // It need not be named twice.
                    if !levers.iter().any(|known| known.input == input) {
                        levers.push(solve::lever(&resolved, input));
                    }
                }
                Err(fault) => faults.push(fault),
            }
        }
        let goals: Vec<Goal> = goals
            .iter()
            .enumerate()
            .filter_map(|(place, text)| goal(&resolved, text, &format!("goals.{place}"), &mut faults))
            .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        told(&resolved, &Asked { supposed: Vec::new(), question: GoalSeek { levers, goals, aim }, aside: Vec::new() })
    });
    document(&done.map_err(|faults| raised(&faults))?)
}

/// The document of `voced solve` with a question of the list.
#[pyfunction]
#[pyo3(name = "preset", signature = (scenario, area, id))]
pub fn listed(py: Python<'_>, scenario: &str, area: Option<&str>, id: &str) -> PyResult<String> {
    let done = py.detach(|| {
        let resolved = resolved(scenario, area)?;
        let known = solve::presets(&resolved);
        let preset = Preset::find(id).filter(|preset| known.contains(preset));
        let asked = preset.and_then(|preset| solve::preset_question(&resolved, preset)).ok_or_else(|| {
            let what = Words { zh: "适用于本地区的常见问题", en: "question of the list for this area" };
            let nearest = known.iter().map(|preset| preset.id().to_owned()).collect();
            vec![Fault::new("preset", Problem::UnknownId { what, id: id.to_owned(), nearest })]
        })?;
        told(&resolved, &asked)
    });
    document(&done.map_err(|faults| raised(&faults))?)
}

fn told(resolved: &ResolvedScenario, asked: &Asked) -> Result<voced_scenario::Json, Vec<Fault>> {
    asked.solve(&resolved.scenario).map(|solution| asked.report(&solution))
}

fn lever(resolved: &ResolvedScenario, id: &str, range: Range, faults: &mut Vec<Fault>) -> Option<Lever> {
    let input = named_input("levers", id).map_err(|fault| faults.push(fault)).ok()?;
    let lever = solve::lever(resolved, input);
    Some(Lever { within: (range.0.unwrap_or(lever.within.0), range.1.unwrap_or(lever.within.1)), ..lever })
}

fn goal(resolved: &ResolvedScenario, text: &GoalText, at: &str, faults: &mut Vec<Fault>) -> Option<Goal> {
    let (metric, op, value, when) = match text {
        GoalText::Measured(metric, op, value, when) => (metric, op, *value, when),
        GoalText::Target(id) => {
            let targets = &resolved.scenario.area().targets;
            let found = targets.iter().find(|target| target.id == *id);
            if found.is_none() {
                let what = Words { zh: "规划目标", en: "target of the plan" };
                let nearest = targets.iter().map(|target| target.id.clone()).collect();
                faults.push(Fault::new(at, Problem::UnknownId { what, id: id.clone(), nearest }));
            }
            return found.map(|target| Goal::target(target, resolved.scenario.horizon));
        }
    };
    let found = Metric::find(metric);
    if found.is_none() {
        faults.extend(named_quantity(at, metric).err());
    }
    let op = named_op(at, op).map_err(|fault| faults.push(fault)).ok();
    let when = match when {
        None => Some(When::Year(resolved.scenario.horizon)),
        Some(WhenText::Year(year)) => Some(When::Year(*year)),
        Some(WhenText::Word(word)) if word == "every" => Some(When::Every),
        Some(WhenText::Word(word)) => {
            faults.push(Fault::new(at, Problem::NotOneOf { found: word.clone(), allowed: vec!["every"] }));
            None
        }
    };
    Some(Goal { metric: found?, op: op?, value, when: when?, target: None })
}

fn named_op(at: &str, op: &str) -> Result<Op, Fault> {
    Op::ALL.into_iter().find(|known| known.id() == op).ok_or_else(|| {
        let allowed = Op::ALL.map(Op::id).to_vec();
        Fault::new(at, Problem::NotOneOf { found: op.to_owned(), allowed })
    })
}
