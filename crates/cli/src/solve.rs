//! `voced solve`: what it would take.

use voced_analysis::solve;
use voced_analysis::solve::{Question, SolveAnswer as Solution};
use voced_model::{Allowed, Lang, format};
use voced_scenario::{Fault, Op, Problem, ResolvedScenario, named_input};

use crate::arguments::{ListFormat, SolveOptions};
use crate::{Printed, cell, json, scenario_file, solve_several, typed_number};

/// Looks for the level of one lever that meets one goal, or for levels of several that meet several.
pub fn answer(options: &SolveOptions, lang: Lang) -> Printed {
    let resolved = scenario_file::open(&options.file, lang)?;
    if options.preset.is_some() || !options.goal.is_empty() {
        return solve_several::answer(&resolved, options, lang);
    }
    let question = asked(&resolved, options, lang)?;
    let found =
        solve::solve(&resolved, &question).map_err(|problem| vec![Fault::new("--lever", problem).message(lang)])?;
    match options.format {
        ListFormat::Json => json(&found.report(&question, &resolved)),
        ListFormat::Table => Ok(words(&question, &found, lang)),
    }
}

/// The question, or all that is wrong with it.
fn asked(resolved: &ResolvedScenario, options: &SolveOptions, lang: Lang) -> Result<Question, Vec<String>> {
    // The parser of the arguments asks for all of these where there is neither goal nor preset.
    let (Some(quantity), Some(year), Some(op), Some(goal)) =
        (&options.quantity, options.year, &options.op, &options.value)
    else {
        return Err(Vec::new());
    };
    let [lever] = &options.lever[..] else {
        let said = lang.pick("此处只用一个；多个可调项请配合 --goal", "one is wanted here; several go with --goal");
        return Err(vec![format!("--lever: {said}")]);
    };
    let mut faults = Vec::new();
    let lever = named_input("--lever", lever).map_err(|fault| faults.push(fault.message(lang)));
    let cell = cell::find(resolved, quantity, year, lang).map_err(|lines| faults.extend(lines));
    let found = Op::ALL.into_iter().find(|known| known.id() == op);
    if found.is_none() {
        let allowed = Op::ALL.map(Op::id).to_vec();
        faults.push(Fault::new("--op", Problem::NotOneOf { found: op.clone(), allowed }).message(lang));
    }
    // What the numbers are of must be known before they can be read.
    let goal =
        cell.as_ref().ok().map(|(quantity, _)| typed_number::read("--value", goal, Some(quantity.spec().unit), lang));
    let goal = goal.and_then(|goal| goal.map_err(|line| faults.push(line)).ok());
    let within = lever.as_ref().ok().map(|lever| {
        let allowed = lever.spec().allowed();
        let mut end = |at: &str, allowed: Allowed, text: Option<&String>| {
            let value = text.map(|text| typed_number::read(at, text, allowed.unit, lang)).transpose();
            let value = value.map_err(|line| faults.push(line)).ok().flatten()?;
            let problem = Problem::of(&allowed, value);
            faults.extend(problem.map(|problem| Fault::new(at, problem).message(lang)));
            Some(value)
        };
        let min = end("--min", allowed, options.min.as_ref()).unwrap_or(allowed.min);
        let rest = Allowed { min: min.max(allowed.min), ..allowed };
        (min, end("--max", rest, options.max.as_ref()).unwrap_or(allowed.max))
    });
    match (lever, within, cell, found, goal) {
        (Ok(lever), Some(within), Ok((quantity, _)), Some(op), Some(goal)) if faults.is_empty() => {
            Ok(Question { lever, within, quantity, year, op, goal })
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
