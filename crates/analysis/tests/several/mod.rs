//! Questions of several levers and goals for tests, and the check that every answer must stand.

#![allow(dead_code, reason = "each test file uses its part of this module")]

use voced_analysis::solve;
use voced_analysis::solve::{Aim, Feasibility, Goal, GoalSeek, Lever, Solution, When};
use voced_model::{InputId, Quantity};
use voced_scenario::{AreaRef, Layer, Metric, Op, ResolvedScenario, Scenario};

pub fn input(id: &str) -> InputId {
    InputId::find(id).expect("an input")
}

pub fn resolved(area: &str, layer: Layer) -> ResolvedScenario {
    Scenario::new(AreaRef::shipped(area).expect("an area"), layer).resolve().expect("sound")
}

pub fn lever(id: &str, low: f64, high: f64) -> Lever {
    Lever { input: input(id), within: (low, high) }
}

pub fn goal(quantity: Quantity, op: Op, value: f64) -> Goal {
    Goal::of(quantity, op, value, When::Year(2025))
}

pub fn every(quantity: Quantity, op: Op, value: f64) -> Goal {
    Goal::of(quantity, op, value, When::Every)
}

pub fn nearest(levers: &[Lever], goals: &[Goal]) -> GoalSeek {
    GoalSeek { levers: levers.to_vec(), goals: goals.to_vec(), aim: Aim::Nearest }
}

/// The values a goal is judged by, in a run of the scenario.
pub fn values(resolved: &ResolvedScenario, goal: &Goal) -> Vec<f64> {
    let projection = resolved.project();
    let all = resolved.metric(&projection, &goal.metric);
    match goal.when {
        When::Year(year) => all[(year - resolved.base_year()) as usize].into_iter().collect(),
        When::Every => all[1..].iter().copied().flatten().collect(),
    }
}

/// Whether a goal is met, as targets are judged, by a formula of the test's own.
pub fn is_met(resolved: &ResolvedScenario, goal: &Goal) -> bool {
    let all = resolved.metric(&resolved.project(), &goal.metric);
    let scale = all.iter().flatten().fold(goal.value.abs(), |scale, value| scale.max(value.abs()));
    let share = goal.metric.unit().is_some_and(|unit| unit.style() == voced_model::Style::Percent);
    let dust = 1e-9 * scale;
    let values = values(resolved, goal);
    let meets = |value: &f64| match goal.op {
        Op::AtLeast => *value >= goal.value - dust,
        Op::AtMost => *value <= goal.value + dust,
        Op::Equal => (value - goal.value).abs() <= dust,
        Op::About if share => (value - goal.value).abs() <= 0.05 + dust,
        Op::About => (value - goal.value).abs() <= 0.1 * goal.value.abs() + dust,
    };
    // Without a value there is nothing that could be met.
    !values.is_empty() && values.iter().all(meets)
}

/// Asks, puts the answer into the scenario, runs it, and holds what comes out against what was said.
pub fn solved(resolved: &ResolvedScenario, question: &GoalSeek) -> Solution {
    let solution = solve::solve_several(resolved, question).expect("a sound question");
    stands(resolved, question, &solution);
    solution
}

pub fn stands(resolved: &ResolvedScenario, question: &GoalSeek, solution: &Solution) {
    let applied = solution.apply(&resolved.scenario).resolve().expect("the answer is a sound scenario");
    let mut change = 0.0;
    for (setting, lever) in solution.levers.iter().zip(&question.levers) {
        let (low, high) = lever.within;
        assert_eq!((setting.input, setting.within), (lever.input, lever.within));
        assert!((low..=high).contains(&setting.level), "{} of {low} to {high}", setting.level);
        assert!(!lever.input.spec().is_whole() || setting.level.fract() == 0.0, "{} is not whole", setting.level);
        assert_eq!(applied.scenario.value(lever.input).1.value.level(), Some(setting.level));
        let width = if high > low { high - low } else { 1.0 };
        change += ((setting.level - setting.present) / width).powi(2);
    }
    assert!((solution.change - change).abs() <= 1e-9 * change.max(1e-9), "{} for {change}", solution.change);
    for standing in &solution.goals {
        let t = (standing.year - resolved.base_year()) as usize;
        let result = applied.metric(&applied.project(), &standing.goal.metric)[t];
        assert_eq!(result, standing.result, "{:?} is what a run gives", standing.goal);
        assert_eq!(standing.is_met(), is_met(&applied, &standing.goal), "{standing:?}");
        let slack = |value: f64| match standing.goal.op {
            Op::AtLeast => value - standing.goal.value,
            _ => standing.goal.value - value,
        };
        if let (Op::AtLeast | Op::AtMost, Some(said)) = (standing.goal.op, standing.slack) {
            let least = values(&applied, &standing.goal).into_iter().map(slack).fold(f64::INFINITY, f64::min);
            assert_eq!(said, least, "{:?}", standing.goal);
        }
    }
    let all = solution.goals.iter().all(|standing| standing.is_met());
    assert_eq!(all, solution.outcome != Feasibility::No);
    assert_eq!(solution.conflict.is_some(), solution.outcome == Feasibility::No);
}

/// The levels of the answer.
pub fn levels(solution: &Solution) -> Vec<f64> {
    solution.levers.iter().map(|setting| setting.level).collect()
}

/// Which goals bind.
pub fn binding(solution: &Solution) -> Vec<bool> {
    solution.goals.iter().map(|standing| standing.binding).collect()
}

pub fn near(found: f64, expected: f64, share: f64) {
    assert!((found - expected).abs() <= share * expected.abs().max(1e-9), "{found} for {expected}");
}

/// The metric of a quantity.
pub fn metric(quantity: Quantity) -> Metric {
    Metric::Quantity(quantity)
}
