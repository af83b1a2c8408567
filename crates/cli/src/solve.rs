//! `voced solve`: what it would take.

use voced_sim::solve::{Answer as Solution, Question};
use voced_sim::{Allowed, Fault, InputId, Lang, Op, Problem, World, format};

use crate::arguments::{ListFormat, SolveOptions};
use crate::{Answer, cell, json, scenario_file};

/// Looks for the level of one lever that meets one goal.
pub fn answer(options: &SolveOptions, lang: Lang) -> Answer {
    let world = scenario_file::open(&options.file, lang)?;
    let question = asked(&world, options, lang)?;
    let found = world.solve(&question).map_err(|problem| vec![Fault::new("--lever", problem).message(lang)])?;
    match options.format {
        ListFormat::Json => json(&found.report(&question, &world)),
        ListFormat::Table => Ok(words(&question, &found, lang)),
    }
}

/// The question, or all that is wrong with it.
fn asked(world: &World, options: &SolveOptions, lang: Lang) -> Result<Question, Vec<String>> {
    let mut faults = Vec::new();
    let lever = InputId::named("--lever", &options.lever).map_err(|fault| faults.push(fault.message(lang)));
    let cell = cell::find(world, &options.quantity, options.year, lang).map_err(|lines| faults.extend(lines));
    let op = Op::ALL.into_iter().find(|op| op.id() == options.op);
    if op.is_none() {
        let allowed = Op::ALL.map(Op::id).to_vec();
        faults.push(Fault::new("--op", Problem::NotOneOf { found: options.op.clone(), allowed }).message(lang));
    }
    let number = Allowed { min: f64::MIN, max: f64::MAX, whole: false, unit: None };
    let mut judge = |at: &str, allowed: Allowed, value: Option<f64>| {
        let problem = value.and_then(|value| allowed.problem(value));
        faults.extend(problem.map(|problem| Fault::new(at, problem).message(lang)));
    };
    judge("--value", number, Some(options.value));
    if let Ok(lever) = lever {
        let allowed = lever.spec().allowed();
        judge("--min", allowed, options.min);
        judge("--max", Allowed { min: options.min.unwrap_or(allowed.min).max(allowed.min), ..allowed }, options.max);
    }
    match (lever, cell, op) {
        (Ok(lever), Ok((quantity, _)), Some(op)) if faults.is_empty() => {
            let spec = lever.spec();
            let within = (options.min.unwrap_or(spec.min), options.max.unwrap_or(spec.max));
            Ok(Question { lever, within, quantity, year: options.year, op, goal: options.value })
        }
        _ => Err(faults),
    }
}

/// The answer in a few lines.
fn words(question: &Question, found: &Solution, lang: Lang) -> String {
    let (lever, quantity) = (question.lever.spec(), question.quantity.spec());
    let goal = format::exact(question.goal, Some(quantity.unit), lang);
    let asked = format!("{} {} {} {goal}", question.year, quantity.name.get(lang), question.op.words().get(lang));
    let (verdict, reached) = match found {
        Solution::Already(reached) => (lang.pick("无需改变", "nothing need change"), reached),
        Solution::Met(reached) => (lang.pick("可以达到", "it can be met"), reached),
        Solution::No { best, .. } => (lang.pick("无法达到；最接近的是", "it can not be met; the nearest is"), best),
    };
    let level = format::exact(reached.level, Some(lever.unit), lang);
    let result = format::exact(reached.result.unwrap_or(f64::NAN), Some(quantity.unit), lang);
    let mut text =
        format!("{asked}\n{verdict}\n{} = {level}\n{} = {result}\n", lever.name.get(lang), quantity.name.get(lang));
    if let Solution::No { stop, rules, .. } = found {
        text += &format!("{}\n", stop.words().get(lang));
        for rule in rules {
            text += &format!("{}{}\n", lang.pick("受此规则限制：", "a rule stops it: "), rule.spec().name.get(lang));
        }
    }
    text
}
