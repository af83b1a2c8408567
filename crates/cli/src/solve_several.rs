//! `voced solve` with several levers and goals, or with a question of the list.

use voced_analysis::solve;
use voced_analysis::solve::{Aim, Asked, ConstraintStatus, Feasibility, GoalSeek, Preset, Solution, When};
use voced_model::{InputId, Lang, Words, format};
use voced_scenario::{Fault, Problem, ResolvedScenario, named_input};

use crate::arguments::{ListFormat, SolveOptions};
use crate::columns::{Alignment, aligned};
use crate::{Printed, goal_text, json};

/// Looks for levels that meet all goals.
pub fn answer(resolved: &ResolvedScenario, options: &SolveOptions, lang: Lang) -> Printed {
    let asked = match &options.preset {
        Some(id) => preset(resolved, id, lang)?,
        None => Asked { supposed: Vec::new(), question: asked(resolved, options, lang)?, aside: Vec::new() },
    };
    let lines =
        |faults: Vec<Fault>| faults.into_iter().map(|fault| at_argument(options, fault).message(lang)).collect();
    let solution = asked.solve(&resolved.scenario).map_err::<Vec<String>, _>(lines)?;
    match options.format {
        ListFormat::Json => json(&asked.report(&solution)),
        ListFormat::Table => Ok(words(resolved, &asked, &solution, lang)),
    }
}

/// The fault with the place it has on the command line: a goal is known by its text, not its number.
fn at_argument(options: &SolveOptions, fault: Fault) -> Fault {
    let at = match fault.at.split_once('.') {
        Some(("levers", id)) => format!("--lever {id}"),
        Some(("goals", place)) => {
            let text = place.parse::<usize>().ok().and_then(|place| options.goal.get(place));
            format!("--goal \"{}\"", text.map_or("", String::as_str))
        }
        _ => format!("--{}", fault.at.trim_end_matches('s')),
    };
    Fault { at, ..fault }
}

/// A question of the list.
fn preset(resolved: &ResolvedScenario, id: &str, lang: Lang) -> Result<Asked, Vec<String>> {
    let known = solve::presets(resolved);
    let preset = Preset::find(id).filter(|preset| known.contains(preset));
    preset.and_then(|preset| solve::preset_question(resolved, preset)).ok_or_else(|| {
        let what = Words { zh: "适用于本地区的常见问题", en: "question of the list for this area" };
        let nearest = known.iter().map(|preset| preset.id().to_owned()).collect();
        vec![Fault::new("--preset", Problem::UnknownId { what, id: id.to_owned(), nearest }).message(lang)]
    })
}

/// The question of the arguments, or all that is wrong with it.
fn asked(resolved: &ResolvedScenario, options: &SolveOptions, lang: Lang) -> Result<GoalSeek, Vec<String>> {
    let mut faults = Vec::new();
    let mut note = |line: String| faults.push(line);
    let levers = options.lever.iter().map(|text| goal_text::lever(resolved, text, lang).map_err(&mut note));
    let mut levers: Vec<_> = levers.collect();
    let mut aim = Aim::Nearest;
    for (text, at) in [(&options.highest, "--highest"), (&options.lowest, "--lowest")] {
        let Some(id) = text else { continue };
        match named_input(at, id) {
            Ok(lever) => {
                aim = if at == "--highest" { Aim::Highest(lever) } else { Aim::Lowest(lever) };
                // It need not be named twice.
                if !levers.iter().flatten().any(|known| known.input == lever) {
                    levers.push(Ok(solve::lever(resolved, lever)));
                }
            }
            Err(fault) => note(fault.message(lang)),
        }
    }
    let goals: Vec<_> =
        options.goal.iter().map(|text| goal_text::goal(resolved, text, lang).map_err(&mut note)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let (levers, goals) = (levers.into_iter().flatten().collect(), goals.into_iter().flatten().collect());
    Ok(GoalSeek { levers, goals, aim })
}

/// The answer as two small tables and what stands in the way.
fn words(resolved: &ResolvedScenario, asked: &Asked, solution: &Solution, lang: Lang) -> String {
    let mut text = format!("{}\n\n", solution.outcome.words().get(lang));
    let exact = |value: f64, input: InputId| format::exact(value, Some(input.spec().unit), lang);
    let rows: Vec<[String; 4]> = solution
        .levers
        .iter()
        .map(|setting| {
            let bound = setting.bound.map_or(String::new(), |bound| bound.words().get(lang).to_owned());
            let name = setting.input.spec().name.get(lang).to_owned();
            [name, exact(setting.present, setting.input), exact(setting.level, setting.input), bound]
        })
        .collect();
    let head = lang.pick(["可调项", "当前", "求解结果", ""], ["lever", "now", "level", ""]);
    let sides = [Alignment::Left, Alignment::Right, Alignment::Right, Alignment::Left];
    text += &aligned(head.into_iter().zip(sides).collect::<Vec<_>>(), &rows);

    let rows: Vec<[String; 5]> = solution.goals.iter().map(|standing| row(resolved, standing, lang)).collect();
    let head = lang.pick(["目标或限制", "年份", "结果", "余量", ""], ["goal or limit", "year", "result", "slack", ""]);
    let sides = [Alignment::Left, Alignment::Right, Alignment::Right, Alignment::Right, Alignment::Left];
    text += "\n";
    text += &aligned(head.into_iter().zip(sides).collect::<Vec<_>>(), &rows);

    let name = |goal: &usize| {
        solution.goals.get(*goal).map(|standing| goal_words(resolved, standing, lang)).unwrap_or_default()
    };
    if let Some(conflict) = solution.conflict.as_ref().filter(|_| solution.outcome == Feasibility::No) {
        text += "\n";
        let together: Vec<String> = conflict.together.iter().map(name).collect();
        let said = match together.len() {
            0 | 1 => lang.pick("无法满足：", "can not be met: "),
            _ => lang.pick("不能同时满足：", "can not be met together: "),
        };
        text += &format!("{said}{}\n", together.join(lang.pick("；", "; ")));
        for (lever, bound) in &conflict.bounds {
            text += &format!("{}: {}\n", lever.spec().name.get(lang), bound.words().get(lang));
        }
        for rule in &conflict.rules {
            text += &format!("{}{}\n", lang.pick("受此规则限制：", "a rule stops it: "), rule.spec().name.get(lang));
        }
    }
    if !asked.aside.is_empty() {
        let aside: Vec<&str> = asked.aside.iter().filter_map(|goal| goal.target.as_deref()).collect();
        let said = lang.pick("现有可调项无法达成、未计入的目标：", "targets that no lever can meet, left out: ");
        text += &format!("\n{said}{}\n", aside.join(lang.pick("、", ", ")));
    }
    text
}

/// The goal in words, such as `Teachers at least 230`.
fn goal_words(resolved: &ResolvedScenario, standing: &ConstraintStatus, lang: Lang) -> String {
    let goal = &standing.goal;
    let every = if goal.when == When::Every { lang.pick("（每年）", " in every year") } else { "" };
    let space = lang.pick("", " ");
    let value = format::exact(goal.value, goal.metric.unit(), lang);
    format!("{}{space}{}{space}{value}{every}", goal.name(resolved, lang), goal.op.words().get(lang))
}

fn row(resolved: &ResolvedScenario, standing: &ConstraintStatus, lang: Lang) -> [String; 5] {
    let unit = standing.goal.metric.unit();
    let number = |value: Option<f64>| format::exact(value.unwrap_or(f64::NAN), unit, lang);
    let mark = match (standing.is_met(), standing.binding) {
        (false, _) => lang.pick("未达到", "missed"),
        (true, true) => lang.pick("起约束作用", "binding"),
        (true, false) => "",
    };
    [
        goal_words(resolved, standing, lang),
        standing.year.to_string(),
        number(standing.result),
        number(standing.slack),
        mark.to_owned(),
    ]
}
