//! Goals and levers as arguments write them.

use voced_analysis::solve;
use voced_analysis::solve::{Goal, Lever, When};
use voced_model::{Allowed, Lang, Words};
use voced_scenario::{Fault, Metric, Op, Problem, ResolvedScenario, named_input, named_quantity};

use crate::typed_number;

/// The word for every projected year.
const EVERY: &str = "every";

/// The prefix of a target of the area's plan.
const TARGET: &str = "target:";

/// What is wrong with one argument, in a line.
type Line = String;

/// Reads a goal: `METRIC OP VALUE`, `METRIC@YEAR OP VALUE`, `METRIC@every OP VALUE` or `target:ID`;
/// without a year it is one for the horizon.
///
/// # Errors
/// What is wrong, and what is allowed there.
pub fn goal(resolved: &ResolvedScenario, text: &str, lang: Lang) -> Result<Goal, Line> {
    let at = format!("--goal \"{text}\"");
    let said = |fault: Fault| fault.message(lang);
    if let Some(id) = text.trim().strip_prefix(TARGET) {
        return target(resolved, &at, id).map_err(said);
    }
    let op = Op::ALL.into_iter().filter_map(|op| text.find(op.id()).map(|place| (place, op)));
    // The first of them; `>=` goes before the `=` inside of it.
    let Some((place, op)) = op.min_by_key(|(place, _)| *place) else {
        let allowed = Op::ALL.map(Op::id).to_vec();
        return Err(said(Fault::new(at, Problem::NotOneOf { found: text.to_owned(), allowed })));
    };
    let (left, value) = (text[..place].trim(), text[place + op.id().len()..].trim());
    let (id, year) = left.split_once('@').unwrap_or((left, ""));
    let metric = match Metric::find(id.trim()) {
        Some(metric) => metric,
        None => return Err(said(unknown(&at, id.trim()))),
    };
    let value = typed_number::read(&at, value, metric.unit(), lang)?;
    let years = Allowed::years(resolved.scenario.years());
    let when = match year.trim() {
        "" => When::Year(resolved.scenario.horizon),
        EVERY => When::Every,
        year => When::Year(year.parse().map_err(|_| said(number(&at, year, years)))?),
    };
    Ok(Goal { metric, op, value, when, target: None })
}

fn target(resolved: &ResolvedScenario, at: &str, id: &str) -> Result<Goal, Fault> {
    let targets = &resolved.scenario.area().targets;
    match targets.iter().find(|target| target.id == id) {
        Some(target) => Ok(Goal::target(target, resolved.scenario.horizon)),
        None => {
            let what = Words { zh: "规划目标", en: "target of the plan" };
            let nearest = targets.iter().map(|target| target.id.clone()).collect();
            Err(Fault::new(at, Problem::UnknownId { what, id: id.to_owned(), nearest }))
        }
    }
}

/// Reads a lever: `ID`, `ID=MIN..MAX`; either end may be left out.
///
/// # Errors
/// What is wrong, and what is allowed there.
pub fn lever(resolved: &ResolvedScenario, text: &str, lang: Lang) -> Result<Lever, Line> {
    let said = |fault: Fault| fault.message(lang);
    let at = format!("--lever {text}");
    let (id, range) = text.split_once('=').map_or((text, None), |(id, range)| (id, Some(range)));
    let lever = solve::lever(resolved, named_input(&at, id.trim()).map_err(said)?);
    let Some(range) = range else { return Ok(lever) };
    let allowed = lever.input.spec().allowed();
    let (low, high) = range.split_once("..").ok_or_else(|| said(number(&at, range, allowed)))?;
    let end = |text: &str, default: f64| match text.trim() {
        "" => Ok(default),
        text => typed_number::read(&at, text, allowed.unit, lang),
    };
    Ok(Lever { within: (end(low, lever.within.0)?, end(high, lever.within.1)?), ..lever })
}

fn number(at: &str, found: &str, allowed: Allowed) -> Fault {
    let expected = Words { zh: "数字", en: "a number" };
    Fault::new(at, Problem::WrongType { expected, found: format!("{found:?}"), allowed: Some(allowed) })
}

/// A metric that does not exist, with quantities like it.
fn unknown(at: &str, id: &str) -> Fault {
    match named_quantity(at, id) {
        Err(fault) => fault,
        Ok(_) => Fault::new(at, Problem::NoValue),
    }
}
