//! Several levers, several goals: answers that are known beforehand.

mod several;

use several::{binding, every, goal, input, levels, lever, near, nearest, resolved, solved, stands};
use voced_analysis::solve;
use voced_analysis::solve::{Aim, Bound, Feasibility, Goal, GoalSeek, Question, SolveAnswer, When};
use voced_model::Quantity;
use voced_scenario::{Layer, Metric, Op, PathValue, ResolvedScenario};

fn result(resolved: &ResolvedScenario, quantity: Quantity) -> f64 {
    resolved.project().value(quantity, 5).expect("a value")
}

#[test]
fn one_lever_and_one_goal_agree_with_the_search_along_a_line() {
    let base = resolved("laiwu", Layer::Base);
    let plan = resolved("dezhou", Layer::Plan);
    for (resolved, id, quantity, op, value) in [
        (&base, "hires", Quantity::Teachers, Op::AtLeast, 230.0),
        (&base, "hires", Quantity::StudentsPerTeacher, Op::Equal, 14.0),
        (&base, "vocational_share", Quantity::VocEnrolment, Op::AtMost, 1500.0),
        (&plan, "certification_rate", Quantity::DoubleQualifiedShare, Op::AtLeast, 0.7),
        (&plan, "hires", Quantity::StudentsPerTeacher, Op::AtMost, 20.0),
        (&plan, "inservice_cycle_years", Quantity::CostInservice, Op::AtMost, 8e6),
        (&plan, "voc_exit_rate", Quantity::VocEnrolment, Op::About, 80_000.0),
    ] {
        let (low, high) = (input(id).spec().min, input(id).spec().max);
        let within = (low, high.min(10_000.0));
        let asked = Question { lever: input(id), within, quantity, year: 2025, op, goal: value };
        let alone = solve::solve(resolved, &asked).expect("sound");
        let several = solved(resolved, &nearest(&[lever(id, within.0, within.1)], &[goal(quantity, op, value)]));
        let level = several.levers[0].level;
        match alone {
            SolveAnswer::Met(reached) => {
                assert_eq!(several.outcome, Feasibility::Met, "{id}");
                near(level, reached.level, 1e-6);
            }
            SolveAnswer::Already(reached) => {
                assert_eq!((several.outcome, level), (Feasibility::Already, reached.level))
            }
            SolveAnswer::No { best, .. } => {
                assert_eq!(several.outcome, Feasibility::No, "{id}");
                near(level, best.level, 1e-3);
            }
        }
    }
}

#[test]
fn two_sources_share_the_load_as_their_gradients_have_it() {
    // Both surcharges bring money in proportion to their shares: 3 and 2 percent of one base.
    let plan = resolved("dezhou", Layer::Plan);
    let now = result(&plan, Quantity::SourcesTotal);
    let ids = ["education_surcharge_voc_share", "local_surcharge_voc_share"];
    let goals = [goal(Quantity::SourcesTotal, Op::AtLeast, now + 2e7)];
    let solution = solved(&plan, &nearest(&ids.map(|id| lever(id, 0.0, 1.0)), &goals));
    let step = |i: usize| solution.levers[i].level - solution.levers[i].present;
    near(step(0) / step(1), 3.0 / 2.0, 1e-6);
    assert_eq!(binding(&solution), [true]);
    // The least-squares solution: each step is its gradient times the load over the squared gradients.
    let at = |id: &str| {
        let mut scenario = plan.scenario.clone();
        scenario.inputs.insert(input(id), plan.moved(input(id), 1.0));
        (result(&scenario.resolve().expect("sound"), Quantity::SourcesTotal) - now) / 0.7
    };
    let (e, l) = (at(ids[0]), at(ids[1]));
    near(step(0), e * 2e7 / (e * e + l * l), 1e-6);

    // Half the range halves the gradient of the normalised step, and the step in levels once more.
    let narrow = [lever(ids[0], 0.0, 1.0), lever(ids[1], 0.2, 0.7)];
    let solution = solved(&plan, &nearest(&narrow, &goals));
    let step = |i: usize| solution.levers[i].level - solution.levers[i].present;
    near(step(0) / step(1), 3.0 / 2.0 * 4.0, 1e-6);
}

#[test]
fn a_lever_at_its_end_leaves_the_rest_to_the_others() {
    let plan = resolved("dezhou", Layer::Plan);
    let now = result(&plan, Quantity::SourcesTotal);
    let levers = [lever("education_surcharge_voc_share", 0.0, 0.32), lever("local_surcharge_voc_share", 0.0, 1.0)];
    let solution = solved(&plan, &nearest(&levers, &[goal(Quantity::SourcesTotal, Op::AtLeast, now + 6e7)]));
    assert_eq!(solution.outcome, Feasibility::Met);
    assert_eq!((solution.levers[0].level, solution.levers[0].bound), (0.32, Some(Bound::Upper)));
    assert!(solution.levers[1].level > 0.32 && solution.levers[1].bound.is_none());
    near(solution.goals[0].result.expect("money"), now + 6e7, 1e-12);
}

#[test]
fn a_lever_without_effect_stays_and_a_met_limit_does_not_bind() {
    let base = resolved("laiwu", Layer::Base);
    let goals = [goal(Quantity::Teachers, Op::AtLeast, 230.0), every(Quantity::BalanceCumulative, Op::AtLeast, -1e9)];
    let levers = [lever("hires", 0.0, 100.0), lever("transfer_rate", 0.0, 0.3), lever("gap_fill_share", 0.0, 1.0)];
    let solution = solved(&base, &nearest(&levers, &goals));
    let stays: Vec<bool> = solution.levers.iter().map(|setting| !setting.moves()).collect();
    assert_eq!((stays, binding(&solution)), (vec![false, true, true], vec![true, false]));
    let applied = solution.apply(&base.scenario);
    assert_eq!(applied.inputs.len(), 1, "only what moves is put into the scenario");
}

#[test]
fn what_is_met_already_is_left_alone() {
    let plan = resolved("laiwu", Layer::Plan);
    let levers = [lever("hires", 0.0, 100.0), lever("education_surcharge_voc_share", 0.3, 1.0)];
    let limit = Goal {
        metric: Metric::Input(input("education_surcharge_voc_share")),
        ..every(Quantity::Teachers, Op::AtLeast, 0.3)
    };
    let solution = solved(&plan, &nearest(&levers, &[goal(Quantity::Teachers, Op::AtLeast, 200.0), limit]));
    assert_eq!((solution.outcome, solution.change), (Feasibility::Already, 0.0));
    assert_eq!(solution.apply(&plan.scenario), plan.scenario);
}

#[test]
fn of_two_ways_the_shorter_is_taken() {
    // The certified rise with the rate and fall again, because fewer are left to certify.
    let base = resolved("laiwu", Layer::Plan);
    for (present, is_up) in [(0.35, false), (0.55, true)] {
        let mut scenario = base.scenario.clone();
        scenario.inputs.insert(input("certification_rate"), PathValue::Constant(present));
        let resolved = scenario.resolve().expect("sound");
        let levers = [lever("certification_rate", 0.0, 1.0), lever("hires_postgraduate_share", 0.0, 1.0)];
        let solution = solved(&resolved, &nearest(&levers, &[goal(Quantity::TeachersCertified, Op::AtMost, 6.5)]));
        assert_eq!(solution.outcome, Feasibility::Met);
        assert_eq!(solution.levers[0].level > present, is_up, "{:?}", levels(&solution));
    }
}

#[test]
fn whole_numbers_stay_whole_beside_others() {
    let plan = resolved("dezhou", Layer::Plan);
    let now = result(&plan, Quantity::UsesTotal);
    let levers = [
        lever("inservice_cycle_years", 1.0, 20.0),
        lever("operating_cost_per_student", 0.0, 16_000.0),
        lever("debt_clear_year", 2021.0, 2041.0),
    ];
    let solution = solved(&plan, &nearest(&levers, &[goal(Quantity::UsesTotal, Op::AtMost, now - 4e7)]));
    assert_eq!(solution.outcome, Feasibility::Met);
    // No neighbour with whole numbers is better: the best of those around, found one by one.
    let mut best = f64::INFINITY;
    for years in 5..=7 {
        for clear in 2025..=2027 {
            let with_snapshot = [
                lever("inservice_cycle_years", f64::from(years), f64::from(years)),
                lever("debt_clear_year", f64::from(clear), f64::from(clear)),
                levers[1],
            ];
            let asked = nearest(&with_snapshot, &solution_goals(&solution));
            let one = solve::solve_several(&plan, &asked).expect("sound");
            if one.outcome == Feasibility::Met {
                let step = |i: usize, width: f64| ((one.levers[i].level - one.levers[i].present) / width).powi(2);
                best = best.min(step(0, 19.0) + step(1, 20.0) + step(2, 16_000.0));
            }
        }
    }
    assert!(solution.change <= best * (1.0 + 1e-6), "{} for {best}", solution.change);
}

fn solution_goals(solution: &voced_analysis::solve::Solution) -> Vec<Goal> {
    solution.goals.iter().map(|standing| standing.goal.clone()).collect()
}

#[test]
fn the_highest_level_is_as_high_as_the_limits_let_it() {
    let plan = resolved("hangzhou", Layer::Plan);
    let share = input("vocational_share");
    let goals =
        [every(Quantity::TeacherGap, Op::AtMost, -1500.0), every(Quantity::BalanceCumulative, Op::AtLeast, -3e9)];
    let alone =
        GoalSeek { levers: vec![lever("vocational_share", 0.0, 1.0)], goals: goals.to_vec(), aim: Aim::Highest(share) };
    let solution = solved(&plan, &alone);
    assert_eq!((solution.outcome, binding(&solution)), (Feasibility::Met, vec![true, false]));
    let higher =
        GoalSeek { levers: vec![lever("vocational_share", solution.levers[0].level + 1e-6, 1.0)], ..alone.clone() };
    assert_eq!(solved(&plan, &higher).outcome, Feasibility::No);
    // With hires to help it goes further, with no more of them than needed.
    let helped = GoalSeek { levers: vec![alone.levers[0], lever("hires", 0.0, 500.0)], ..alone.clone() };
    let further = solved(&plan, &helped);
    assert!(further.levers[0].level > solution.levers[0].level + 0.01, "{:?}", levels(&further));
    assert_eq!(further.levers[1].level, 500.0);
    let lowest = solved(&plan, &GoalSeek { aim: Aim::Lowest(share), ..alone });
    assert_eq!((lowest.outcome, binding(&lowest)), (Feasibility::Met, vec![false, true]));
}

#[test]
fn the_same_question_has_the_same_answer() {
    let plan = resolved("linping", Layer::Plan);
    let levers: Vec<_> = ["hires", "vocational_share", "tilt_share"].map(|id| solve::lever(&plan, input(id))).to_vec();
    let goals = [
        goal(Quantity::StudentsPerTeacher, Op::AtMost, 14.0),
        every(Quantity::BalanceCumulative, Op::AtLeast, 0.0),
        Goal { when: When::Year(2024), ..goal(Quantity::AreaPerStudent, Op::AtLeast, 20.0) },
    ];
    let asked = nearest(&levers, &goals);
    let first = solved(&plan, &asked);
    assert_eq!(first, solve::solve_several(&plan, &asked).expect("sound"));
    // Another seed begins elsewhere and arrives at the same place.
    let mut scenario = plan.scenario.clone();
    scenario.seed = 77;
    let other = solve::solve_several(&scenario.resolve().expect("sound"), &asked).expect("sound");
    stands(&plan, &asked, &other);
    near(other.change, first.change, 1e-6);
}
