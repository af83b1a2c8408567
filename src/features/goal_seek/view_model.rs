//! What it would take: questions and their answers in words.

use voced_analysis::solve::{Aim, Asked, ConstraintStatus, Feasibility, Goal, Setting, Solution, When};
use voced_model::format::Gauge;
use voced_model::{InputId, Lang, Words, format};
use voced_scenario::{ResolvedScenario, Scenario};

use crate::features::comparison::differing::scenario_value_text;
use crate::features::explore::board::view_model::{gap_text, gauge_of};
use crate::phrases;
use crate::ui::signs::sign;

/// When a goal is to hold.
pub fn when_text(when: When, lang: Lang) -> String {
    match when {
        When::Year(year) => year.to_string(),
        When::Every => phrases::EVERY_YEAR.get(lang).to_owned(),
    }
}

/// A goal in one line.
pub fn goal_text(goal: &Goal, resolved: &ResolvedScenario, lang: Lang) -> String {
    goal_beside(goal, None, resolved, lang)
}

/// As [`goal_text`], with the number as the result beside it is written.
fn goal_beside(goal: &Goal, result: Option<f64>, resolved: &ResolvedScenario, lang: Lang) -> String {
    let name = goal.name(resolved, lang);
    let value = goal.metric.text_by(goal.value, gauge_of(goal.value, result, goal.metric.unit(), lang), lang);
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
    /// From where it is asked, where that is not the scenario on the page; empty where it is.
    pub base: String,
    /// What the level is called that the answer sets out from.
    pub now: Words,
    /// What stands in the way, a sentence each.
    pub reasons: Vec<String>,
    /// The levers.
    pub levers: Vec<LeverRow>,
    /// The goals.
    pub goals: Vec<GoalRow>,
    /// Whether there is something to take over.
    pub moves: bool,
}

/// What the level is called that an answer sets out from: a question of its own conditions has a "now" of its own.
pub fn now(asked: &Asked) -> Words {
    if asked.is_elsewhere() { phrases::NOW_ELSEWHERE } else { phrases::NOW }
}

/// What a question supposes, each as it is over the years of a scenario.
pub fn supposed(asked: &Asked, scenario: &Scenario, lang: Lang) -> Vec<String> {
    let scenario = asked.scenario(scenario);
    let told = asked.supposed.iter().map(|(input, _)| {
        let value = scenario_value_text(&scenario, *input, lang);
        format!("{} {value}", input.spec().name.get(lang))
    });
    told.collect()
}

/// From where a question is asked, beside where the scenario on the page is.
fn base(solution: &Solution, asked: &Asked, resolved: &ResolvedScenario, lang: Lang) -> String {
    if !asked.is_elsewhere() {
        return String::new();
    }
    let unlike = |setting: &Setting| {
        let value = scenario_value_text(&resolved.scenario, setting.input, lang);
        let start = format::amount(setting.present, setting.input.spec().unit, lang).text(lang);
        let name = setting.input.spec().name.get(lang);
        lang.pick(
            format!("{name}在这里从{start}起算，当前方案为{value}"),
            format!("{name} sets out from {start} here; the scenario on screen has {value}"),
        )
    };
    let levers: Vec<String> = solution.levers.iter().map(unlike).collect();
    let (words, end) = (phrases::ASKED_ELSEWHERE.get(lang), lang.pick("。", "."));
    format!("{words}{}{}{end}", lang.pick("", " "), levers.join(lang.pick("；", "; ")))
}

/// An answer in words.
pub fn shown(solution: &Solution, asked: &Asked, resolved: &ResolvedScenario, lang: Lang) -> Shown {
    let aim = asked.question.aim;
    let levers: Vec<LeverRow> = solution.levers.iter().map(|setting| lever_row(setting, lang)).collect();
    let moves = solution.levers.iter().any(|setting| setting.moves());
    let verdict = match (solution.outcome, aim.lever()) {
        (Feasibility::Already, _) if asked.is_elsewhere() => phrases::SOLVED_ALREADY_ELSEWHERE.get(lang).to_owned(),
        (Feasibility::Already, _) => phrases::SOLVED_ALREADY.get(lang).to_owned(),
        (Feasibility::Met, None) => phrases::SOLVED.get(lang).to_owned(),
        (Feasibility::Met, Some(lever)) => {
            let name = lever.spec().name.get(lang);
            let row = levers.iter().find(|row| row.input == lever);
            let level = row.map(|row| row.level.as_str()).unwrap_or_default();
            let words = if matches!(aim, Aim::Highest(_)) { phrases::SOLVED_HIGHEST } else { phrases::SOLVED_LOWEST };
            format!("{}{}{name} {level}", words.get(lang), lang.pick("：", ": "))
        }
        (Feasibility::No, _) => phrases::UNSOLVED.get(lang).to_owned(),
    };
    Shown {
        verdict: if asked.is_elsewhere() { format!("{}{verdict}", phrases::ELSEWHERE_MARK.get(lang)) } else { verdict },
        base: base(solution, asked, resolved, lang),
        now: now(asked),
        is_no: solution.outcome == Feasibility::No,
        reasons: reasons(solution, resolved, lang),
        levers,
        goals: {
            let in_steps = solution.is_in_steps();
            solution.goals.iter().map(|standing| goal_row(standing, in_steps, resolved, lang)).collect()
        },
        moves,
    }
}

fn lever_row(setting: &Setting, lang: Lang) -> LeverRow {
    let unit = setting.input.spec().unit;
    let gauge = Gauge::of(&[setting.level, setting.present], &[], unit, lang);
    let level = gauge.text(setting.level);
    // What reads the same as the level says nothing more.
    let exact = Some(gauge.text(setting.exact)).filter(|exact| setting.moves() && *exact != level);
    LeverRow {
        input: setting.input,
        present: gauge.text(setting.present),
        level,
        exact: exact.map(|exact| format!("{}{}{exact}", phrases::JUST_ENOUGH.get(lang), lang.pick("", " "))),
        change: if setting.moves() {
            gauge.difference(setting.level - setting.present).text(lang)
        } else {
            String::new()
        },
        bound: setting.bound.map(|bound| bound.words().get(lang)),
    }
}

fn goal_row(standing: &ConstraintStatus, in_steps: bool, resolved: &ResolvedScenario, lang: Lang) -> GoalRow {
    let gauge = gauge_of(standing.goal.value, standing.result, standing.goal.metric.unit(), lang);
    let result = match standing.result {
        Some(value) => standing.goal.metric.text_by(value, gauge, lang),
        None => phrases::NO_VALUE.get(lang).to_owned(),
    };
    let by = |value: f64| gap_text(value, gauge, lang);
    let slack = match (standing.is_met(), standing.slack, standing.shortfall) {
        // What binds has nothing to spare but what whole steps leave.
        (true, Some(slack), _) if slack > 0.0 && (in_steps || !standing.binding) => {
            format!("{} {}", phrases::TO_SPARE.get(lang), by(slack))
        }
        (true, ..) => String::new(),
        (false, _, Some(missing)) => format!("{} {}", phrases::MISSING.get(lang), by(missing)),
        (false, ..) => phrases::NO_VALUE.get(lang).to_owned(),
    };
    GoalRow {
        goal: goal_beside(&standing.goal, standing.result, resolved, lang),
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
fn reasons(solution: &Solution, resolved: &ResolvedScenario, lang: Lang) -> Vec<String> {
    let Some(conflict) = &solution.conflict else { return Vec::new() };
    let comma = lang.pick("；", "; ");
    let colon = lang.pick("：", ": ");
    let goals = |places: &[usize]| {
        let named = places.iter().filter_map(|place| solution.goals.get(*place));
        named.map(|standing| goal_text(&standing.goal, resolved, lang)).collect::<Vec<_>>().join(comma)
    };
    let mut reasons = Vec::new();
    let mut add = |words: voced_model::Words, list: String| {
        if !list.is_empty() {
            reasons.push(format!("{}{colon}{list}", words.get(lang)));
        }
    };
    match conflict.together.len() {
        0 => {}
        1 => add(phrases::CANNOT_ALONE, goals(&conflict.together)),
        _ => add(phrases::CANNOT_TOGETHER, goals(&conflict.together)),
    }
    if conflict.relief.len() < conflict.together.len() || conflict.together.len() > 1 {
        add(phrases::RELIEF, goals(&conflict.relief));
    }
    let name = |input: &InputId| input.spec().name.get(lang);
    let ends = conflict.bounds.iter().map(|(input, bound)| format!("{} {}", name(input), bound.words().get(lang)));
    add(phrases::STOPPED_BY_BOUNDS, ends.collect::<Vec<_>>().join(comma));
    let rules: Vec<&str> = conflict.rules.iter().map(name).collect();
    add(phrases::STOPPED_BY_RULES, rules.join(comma));
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_analysis::solve::{self, Preset};
    use voced_scenario::{AreaRef, Layer};

    #[test]
    fn a_question_of_other_conditions_says_so_in_title_answer_and_its_now() {
        let resolved = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan).resolve().expect("sound");
        let told = |preset: Preset, lang| {
            let asked = solve::preset_question(&resolved, preset).expect("asked");
            let solution = asked.solve_in_steps(&resolved.scenario).expect("sound");
            (shown(&solution, &asked, &resolved, lang), supposed(&asked, &resolved.scenario, lang))
        };
        let (highest, supposes) = told(Preset::HighestShare, Lang::Zh);
        assert!(Preset::HighestShare.words().zh.contains("不按当前方案"));
        assert!(Preset::HighestShare.words().en.contains("not from the scenario on screen"));
        assert!(highest.verdict.starts_with("（以基年条件为起点）"), "{}", highest.verdict);
        assert_eq!(highest.now, phrases::NOW_ELSEWHERE);
        assert_eq!(highest.levers[0].present, "30.0%");
        assert!(highest.base.contains("从30.0%起算") && highest.base.contains("2022起：40%"), "{}", highest.base);
        assert!(supposes.iter().any(|one| one.contains("每年招聘教师")), "{supposes:?}");
        let (highest, _) = told(Preset::HighestShare, Lang::En);
        assert!(
            highest.base.contains("sets out from 30.0% here") && highest.base.contains("2022–: 40%"),
            "{}",
            highest.base
        );
        // What is asked of the scenario itself needs no such words.
        let (ratio, supposes) = told(Preset::Ratio, Lang::Zh);
        assert_eq!((ratio.base.as_str(), ratio.now, supposes.len()), ("", phrases::NOW, 0));
        assert!(!ratio.verdict.contains("基年"), "{}", ratio.verdict);
    }
}
