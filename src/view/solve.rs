//! What it would take: questions and their answers in words.

use voced_sim::format::Gauge;
use voced_sim::solve::{Aim, Goal, Outcome as Result, Solution, Standing, When};
use voced_sim::{InputId, Lang, World};

use super::board::{gap_text, gauge_of, metric_text, sign};
use crate::i18n::say;

/// When a goal is to hold.
pub fn when_text(when: When, lang: Lang) -> String {
    match when {
        When::Year(year) => year.to_string(),
        When::Every => say::EVERY_YEAR.get(lang).to_owned(),
    }
}

/// A goal in one line.
pub fn goal_text(goal: &Goal, world: &World, lang: Lang) -> String {
    goal_beside(goal, None, world, lang)
}

/// As [`goal_text`], with the number as the result beside it is written.
fn goal_beside(goal: &Goal, result: Option<f64>, world: &World, lang: Lang) -> String {
    let name = goal.name(world, lang);
    let value = metric_text(goal.value, gauge_of(goal.value, result, goal.metric.unit(), lang), lang);
    let when = when_text(goal.when, lang);
    lang.pick(format!("{name} {}{value}（{when}）", sign(goal.op)), format!("{name} {}{value} ({when})", sign(goal.op)))
}

/// A lever of the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverRow {
    /// Which.
    pub input: InputId,
    /// The level now.
    pub present: String,
    /// The level of the answer.
    pub level: String,
    /// The level that would just do, where the answer is in whole steps instead.
    pub exact: Option<String>,
    /// By how much they differ; empty where they do not.
    pub change: String,
    /// The end of its range it stands at.
    pub bound: Option<&'static str>,
}

/// A goal of the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalRow {
    /// What is asked.
    pub goal: String,
    /// What comes of it, and in which year.
    pub result: String,
    /// What is to spare, or missing.
    pub slack: String,
    /// Whether it is met.
    pub is_met: bool,
    /// Whether it decides the answer.
    pub is_binding: bool,
}

/// An answer as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Whether it can be done, in a sentence.
    pub verdict: String,
    /// Whether that is a no.
    pub is_no: bool,
    /// What stands in the way, a sentence each.
    pub reasons: Vec<String>,
    /// The levers.
    pub levers: Vec<LeverRow>,
    /// The goals.
    pub goals: Vec<GoalRow>,
    /// Whether there is something to take over.
    pub moves: bool,
}

/// An answer in words.
pub fn shown(solution: &Solution, aim: Aim, world: &World, lang: Lang) -> Shown {
    let levers: Vec<LeverRow> = solution.levers.iter().map(|setting| lever_row(setting, lang)).collect();
    let moves = solution.levers.iter().any(|setting| setting.moves());
    let verdict = match (solution.outcome, aim.lever()) {
        (Result::Already, _) => say::SOLVED_ALREADY.get(lang).to_owned(),
        (Result::Met, None) => say::SOLVED.get(lang).to_owned(),
        (Result::Met, Some(lever)) => {
            let name = lever.spec().name.get(lang);
            let row = levers.iter().find(|row| row.input == lever);
            let level = row.map(|row| row.level.as_str()).unwrap_or_default();
            let words = if matches!(aim, Aim::Highest(_)) { say::SOLVED_HIGHEST } else { say::SOLVED_LOWEST };
            format!("{}{}{name} {level}", words.get(lang), lang.pick("：", ": "))
        }
        (Result::No, _) => say::UNSOLVED.get(lang).to_owned(),
    };
    Shown {
        verdict,
        is_no: solution.outcome == Result::No,
        reasons: reasons(solution, world, lang),
        levers,
        goals: {
            let in_steps = solution.is_in_steps();
            solution.goals.iter().map(|standing| goal_row(standing, in_steps, world, lang)).collect()
        },
        moves,
    }
}

fn lever_row(setting: &voced_sim::solve::Setting, lang: Lang) -> LeverRow {
    let unit = setting.input.spec().unit;
    let gauge = Gauge::of(&[setting.level, setting.present], &[], unit, lang);
    let level = gauge.text(setting.level);
    // What reads the same as the level says nothing more.
    let exact = Some(gauge.text(setting.exact)).filter(|exact| setting.moves() && *exact != level);
    LeverRow {
        input: setting.input,
        present: gauge.text(setting.present),
        level,
        exact: exact.map(|exact| format!("{}{}{exact}", say::JUST_ENOUGH.get(lang), lang.pick("", " "))),
        change: if setting.moves() {
            gauge.difference(setting.level - setting.present).text(lang)
        } else {
            String::new()
        },
        bound: setting.bound.map(|bound| bound.words().get(lang)),
    }
}

fn goal_row(standing: &Standing, in_steps: bool, world: &World, lang: Lang) -> GoalRow {
    let gauge = gauge_of(standing.goal.value, standing.result, standing.goal.metric.unit(), lang);
    let result = match standing.result {
        Some(value) => metric_text(value, gauge, lang),
        None => say::NO_VALUE.get(lang).to_owned(),
    };
    let by = |value: f64| gap_text(value, gauge, lang);
    let slack = match (standing.is_met(), standing.slack, standing.shortfall) {
        // What binds has nothing to spare but what whole steps leave.
        (true, Some(slack), _) if slack > 0.0 && (in_steps || !standing.binding) => {
            format!("{} {}", say::TO_SPARE.get(lang), by(slack))
        }
        (true, ..) => String::new(),
        (false, _, Some(missing)) => format!("{} {}", say::MISSING.get(lang), by(missing)),
        (false, ..) => say::NO_VALUE.get(lang).to_owned(),
    };
    GoalRow {
        goal: goal_beside(&standing.goal, standing.result, world, lang),
        result: match standing.goal.when {
            When::Every => {
                lang.pick(format!("{result}（{} 年）", standing.year), format!("{result} ({})", standing.year))
            }
            When::Year(_) => result,
        },
        slack,
        is_met: standing.is_met(),
        is_binding: standing.binding,
    }
}

/// What stands in the way.
fn reasons(solution: &Solution, world: &World, lang: Lang) -> Vec<String> {
    let Some(conflict) = &solution.conflict else { return Vec::new() };
    let comma = lang.pick("；", "; ");
    let colon = lang.pick("：", ": ");
    let goals = |places: &[usize]| {
        let named = places.iter().filter_map(|place| solution.goals.get(*place));
        named.map(|standing| goal_text(&standing.goal, world, lang)).collect::<Vec<_>>().join(comma)
    };
    let mut reasons = Vec::new();
    let mut add = |words: voced_sim::Words, list: String| {
        if !list.is_empty() {
            reasons.push(format!("{}{colon}{list}", words.get(lang)));
        }
    };
    match conflict.together.len() {
        0 => {}
        1 => add(say::CANNOT_ALONE, goals(&conflict.together)),
        _ => add(say::CANNOT_TOGETHER, goals(&conflict.together)),
    }
    if conflict.relief.len() < conflict.together.len() || conflict.together.len() > 1 {
        add(say::RELIEF, goals(&conflict.relief));
    }
    let name = |input: &InputId| input.spec().name.get(lang);
    let ends = conflict.bounds.iter().map(|(input, bound)| format!("{} {}", name(input), bound.words().get(lang)));
    add(say::STOPPED_BY_BOUNDS, ends.collect::<Vec<_>>().join(comma));
    let rules: Vec<&str> = conflict.rules.iter().map(name).collect();
    add(say::STOPPED_BY_RULES, rules.join(comma));
    reasons
}
