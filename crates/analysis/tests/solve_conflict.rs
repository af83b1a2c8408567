//! Several levers, several goals: no is no, and says why.

mod several;

use several::{every, goal, input, lever, nearest, resolved, solved};
use voced_analysis::solve;
use voced_analysis::solve::{Aim, Bound, Feasibility, Goal, GoalSeek, Lever, When};
use voced_model::Quantity;
use voced_scenario::{Layer, Op, PathValue, Problem, ResolvedScenario};

#[test]
fn goals_at_odds_are_named_and_the_others_are_not() {
    let plan = resolved("laiwu", Layer::Plan);
    let levers = [lever("hires", 0.0, 60.0), lever("certification_rate", 0.0, 1.0)];
    let goals = [
        goal(Quantity::DoubleQualifiedShare, Op::AtLeast, 0.75),
        goal(Quantity::Teachers, Op::AtLeast, 300.0),
        every(Quantity::BalanceCumulative, Op::AtLeast, 0.0),
        goal(Quantity::Teachers, Op::AtMost, 280.0),
    ];
    let solution = solved(&plan, &nearest(&levers, &goals));
    let conflict = solution.conflict.as_ref().expect("a conflict");
    assert_eq!((&conflict.together[..], &conflict.relief[..]), (&[1, 3][..], &[1, 3][..]));
    assert!(conflict.bounds.is_empty() && conflict.rules.is_empty(), "{conflict:?}");
    // Whatever the two miss together is at least the 20 teachers between them, each by its size.
    let missing: f64 = [1, 3].iter().map(|goal| solution.goals[*goal].shortfall.expect("a value")).sum();
    assert!((missing - 20.0).abs() < 1e-6, "{missing}");
    assert!(solution.goals[0].is_met() && solution.goals[2].is_met());
    // Without either of them it can be done.
    for without in [1, 3] {
        let rest: Vec<Goal> = (0..4).filter(|goal| *goal != without).map(|goal| goals[goal].clone()).collect();
        assert_ne!(solved(&plan, &nearest(&levers, &rest)).outcome, Feasibility::No);
    }
}

#[test]
fn the_end_of_a_range_that_stops_it_is_named() {
    let plan = resolved("laiwu", Layer::Plan);
    let levers = [lever("hires", 0.0, 20.0), lever("transfer_rate", 0.0, 0.3)];
    let solution = solved(&plan, &nearest(&levers, &[goal(Quantity::Teachers, Op::AtLeast, 400.0)]));
    let conflict = solution.conflict.expect("a conflict");
    assert_eq!((conflict.together, conflict.bounds), (vec![0], vec![(input("hires"), Bound::Upper)]));
    assert_eq!(solution.levers[0].level, 20.0);
    assert!(!solution.levers[1].moves(), "what does not help stays");
}

#[test]
fn the_rule_that_stops_it_is_named() {
    let mut scenario = resolved("laiwu", Layer::Plan).scenario;
    scenario.inputs.insert(input("quota_limit"), PathValue::Constant(1.0));
    let resolved = scenario.resolve().expect("sound");
    let levers = [lever("hires", 0.0, 1000.0), lever("gap_fill_share", 0.0, 1.0)];
    let solution = solved(&resolved, &nearest(&levers, &[goal(Quantity::Teachers, Op::AtLeast, 600.0)]));
    let conflict = solution.conflict.expect("a conflict");
    assert_eq!((conflict.rules, conflict.together), (vec![input("quota_limit")], vec![0]));
}

#[test]
fn a_value_that_does_not_exist_can_not_be_met() {
    let plan = resolved("laiwu", Layer::Plan);
    let flow = Goal { when: When::Year(2020), ..goal(Quantity::Balance, Op::AtLeast, 0.0) };
    let solution = solved(&plan, &nearest(&[lever("hires", 0.0, 60.0)], &[flow]));
    assert_eq!((solution.outcome, solution.goals[0].result), (Feasibility::No, None));
    assert_eq!(solution.conflict.expect("a conflict").together, [0]);
}

fn problems(resolved: &ResolvedScenario, question: &GoalSeek) -> Vec<(String, Problem)> {
    let faults = solve::solve_several(resolved, question).expect_err("a faulty question");
    faults.into_iter().map(|fault| (fault.at, fault.problem)).collect()
}

#[test]
fn faulty_questions_are_refused_with_all_that_is_wrong() {
    let plan = resolved("laiwu", Layer::Plan);
    let hires = lever("hires", 0.0, 60.0);
    let teachers = goal(Quantity::Teachers, Op::AtLeast, 300.0);
    let sound = nearest(&[hires], std::slice::from_ref(&teachers));
    assert!(solve::faults(&plan, &sound).is_empty());

    let nothing = problems(&plan, &nearest(&[], &[]));
    assert_eq!(nothing.iter().map(|(at, _)| at.as_str()).collect::<Vec<_>>(), ["levers", "goals"]);
    let levers = [
        hires,
        hires,
        lever("quota_limit", 0.0, 1.0),
        lever("vocational_share", 0.6, 0.4),
        lever("tilt_share", -1.0, 1.0),
    ];
    let found = problems(&plan, &nearest(&levers, std::slice::from_ref(&teachers)));
    let places: Vec<&str> = found.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(places, ["levers", "levers.quota_limit", "levers.vocational_share", "levers.tilt_share"]);
    assert!(matches!(found[0].1, Problem::RepeatedKey { .. }) && matches!(found[1].1, Problem::UnknownId { .. }));

    let late = Goal { when: When::Year(2026), ..teachers.clone() };
    let none = Goal { value: f64::NAN, ..teachers.clone() };
    let unknown = Goal { metric: voced_scenario::Metric::Deliverable("castles".to_owned()), ..teachers };
    let found = problems(&plan, &nearest(&[hires], &[late, none, unknown]));
    assert!(matches!(found[0], (ref at, Problem::OutOfRange { .. }) if at == "goals.0"));
    assert!(matches!(found[1], (ref at, Problem::NotFinite { .. }) if at == "goals.1"));
    assert!(matches!(found[2], (ref at, Problem::UnknownId { .. }) if at == "goals.2"));
    let stranger = GoalSeek { aim: Aim::Highest(input("tilt_share")), ..sound };
    assert!(matches!(problems(&plan, &stranger)[..], [(ref at, Problem::UnknownId { .. })] if at == "aim"));
}

#[test]
fn the_range_where_none_is_named_suits_the_area() {
    for area in voced_scenario::Area::ids() {
        for layer in Layer::ALL {
            let resolved = resolved(area, layer);
            for Lever { input, within: (low, high) } in solve::levers(&resolved) {
                let spec = input.spec();
                let present = resolved.scenario.value(input).1.value.level().expect("a level");
                assert!(spec.min <= low && low < high && high <= spec.max, "{area} {}", spec.id);
                assert!((low..=high).contains(&present), "{area} {}", spec.id);
            }
        }
    }
}
