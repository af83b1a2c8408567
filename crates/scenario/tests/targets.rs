//! How targets and constraints are judged.

use voced_model::{InputId, Quantity, Text};
use voced_scenario::{AreaRef, Metric, Op, Scenario, Status, Target, Verdict};

const BASE_YEAR: i32 = 2020;

fn target(metric: Metric, op: Op, value: f64, year: Option<i32>) -> Target {
    Target {
        id: "T-1".to_owned(),
        constraint: false,
        metric,
        op,
        value,
        year,
        label: Text::default(),
        quote_zh: String::new(),
        source: String::new(),
    }
}

fn teachers(op: Op, value: f64, year: Option<i32>) -> Target {
    target(Metric::Quantity(Quantity::Teachers), op, value, year)
}

fn share(op: Op, value: f64) -> Target {
    target(Metric::Quantity(Quantity::VocShareOfIntake), op, value, None)
}

/// The verdict over values from the base year on.
fn judged(target: &Target, values: &[f64]) -> Verdict {
    target.judge(BASE_YEAR, &values.iter().copied().map(Some).collect::<Vec<_>>())
}

fn is_met(target: &Target, value: f64) -> bool {
    judged(target, &[0.0, value]).status.holds()
}

#[test]
fn a_goal_is_judged_in_its_year() {
    let verdict = judged(&teachers(Op::AtLeast, 230.0, Some(2022)), &[197.0, 217.0, 236.5, 200.0]);
    assert_eq!(verdict, Verdict { status: Status::Met, year: 2022, value: Some(236.5), fails: Vec::new() });
}

#[test]
fn a_goal_without_a_year_is_judged_in_the_horizon_year() {
    let verdict = judged(&teachers(Op::AtLeast, 230.0, None), &[197.0, 240.0, 220.0]);
    let status = Status::Missed { shortfall: 10.0, first_met: Some(2021) };
    assert_eq!(verdict, Verdict { status, year: 2022, value: Some(220.0), fails: Vec::new() });
}

#[test]
fn a_missed_goal_says_by_how_much_and_when_it_is_first_met() {
    let missed = |op, value, values: &[f64]| judged(&teachers(op, value, Some(2021)), values).status;
    let later = Status::Missed { shortfall: 30.0, first_met: Some(2023) };
    assert_eq!(missed(Op::AtLeast, 230.0, &[190.0, 200.0, 229.0, 230.0, 250.0]), later);
    let never = Status::Missed { shortfall: 30.0, first_met: None };
    assert_eq!(missed(Op::AtLeast, 230.0, &[190.0, 200.0, 229.0]), never);
    assert_eq!(missed(Op::AtMost, 170.0, &[190.0, 200.0, 171.0]), never);
    assert_eq!(missed(Op::Equal, 230.0, &[190.0, 200.0, 229.0]), never);
    assert_eq!(missed(Op::Equal, 170.0, &[190.0, 200.0, 171.0]), never);
}

#[test]
fn the_goal_itself_meets_it_and_rounding_does_not_count() {
    for op in Op::ALL {
        assert!(is_met(&teachers(op, 230.0, None), 230.0), "{op:?}");
        for near in [230.0 - 1e-8, 230.0 + 1e-8] {
            assert!(is_met(&teachers(op, 230.0, None), near), "{op:?} {near}");
        }
    }
    assert!(!is_met(&teachers(Op::AtLeast, 230.0, None), 230.0 - 1e-6));
    assert!(!is_met(&teachers(Op::AtMost, 230.0, None), 230.0 + 1e-6));
    assert!(!is_met(&teachers(Op::Equal, 230.0, None), 230.0 + 1e-6));
    assert!(!is_met(&teachers(Op::Equal, 230.0, None), 230.0 - 1e-6));
}

#[test]
fn about_is_five_points_for_shares() {
    let half = share(Op::About, 0.5);
    // 0.45 and 0.55 stand a little off 0.05 in binary; they are on the edge all the same.
    for met in [0.5, 0.45, 0.55, 0.5 - 0.05, 0.5 + 0.05, 0.47] {
        assert!(is_met(&half, met), "{met}");
    }
    for missed in [0.4499, 0.5501, 0.3, 1.0] {
        assert!(!is_met(&half, missed), "{missed}");
    }
    let tenth = share(Op::About, 0.1);
    assert!(is_met(&tenth, 0.05) && !is_met(&tenth, 0.0499), "points, not a tenth of the goal");
    let input = target(Metric::Input(InputId::find("vocational_share").expect("an input")), Op::About, 0.1, None);
    assert!(is_met(&input, 0.05) && !is_met(&input, 0.0499), "inputs that are shares too");
}

#[test]
fn about_is_a_tenth_for_everything_else() {
    let forty = target(Metric::Deliverable("programmes".to_owned()), Op::About, 40.0, None);
    for met in [36.0, 40.0, 44.0] {
        assert!(is_met(&forty, met), "{met}");
    }
    for missed in [35.99, 44.01] {
        assert!(!is_met(&forty, missed), "{missed}");
    }
    match judged(&forty, &[0.0, 30.0]).status {
        Status::Missed { shortfall, .. } => assert!((shortfall - 6.0).abs() < 1e-9, "up to the edge: {shortfall}"),
        status => panic!("{status:?}"),
    }
}

#[test]
fn a_goal_after_the_horizon_waits() {
    let verdict = judged(&teachers(Op::AtLeast, 230.0, Some(2025)), &[197.0, 250.0]);
    assert_eq!((verdict.status, verdict.value), (Status::BeyondHorizon, None));
}

#[test]
fn what_has_no_value_can_not_be_judged() {
    let values = [None, None];
    let verdict = teachers(Op::AtLeast, 230.0, Some(2021)).judge(BASE_YEAR, &values);
    assert_eq!((verdict.status, verdict.value), (Status::Unknown, None));
    let before = judged(&teachers(Op::AtLeast, 230.0, Some(2018)), &[300.0, 300.0]);
    assert_eq!(before.status, Status::Unknown, "a year before the base year");
    let constraint = Target { constraint: true, ..teachers(Op::AtLeast, 230.0, None) };
    assert_eq!(constraint.judge(BASE_YEAR, &values).status, Status::Unknown);
    assert_eq!(judged(&constraint, &[100.0]).status, Status::Unknown, "no year is projected");
}

#[test]
fn a_constraint_holds_in_every_projected_year() {
    let floor = Target { constraint: true, ..share(Op::AtLeast, 0.45) };
    let held = judged(&floor, &[0.30, 0.45, 0.46, 0.50]);
    assert_eq!((held.status, held.year, held.fails.as_slice()), (Status::Met, 2023, &[] as &[i32]));

    let broken = judged(&floor, &[0.50, 0.44, 0.46, 0.40, 0.50]);
    assert_eq!(broken.fails, [2021, 2023]);
    assert_eq!((broken.year, broken.value), (2023, Some(0.40)), "the worst year is shown");
    match broken.status {
        Status::Missed { shortfall, first_met } => {
            assert!((shortfall - 0.05).abs() < 1e-9);
            assert_eq!(first_met, Some(2022));
        }
        status => panic!("{status:?}"),
    }
}

#[test]
fn a_constraint_with_a_year_is_judged_in_that_year() {
    let due = Target { constraint: true, ..teachers(Op::AtLeast, 230.0, Some(2022)) };
    let verdict = judged(&due, &[100.0, 100.0, 230.0, 100.0]);
    assert_eq!((verdict.status, verdict.year), (Status::Met, 2022));
}

#[test]
fn a_constraint_skips_years_without_a_value() {
    let floor = Target { constraint: true, ..teachers(Op::AtLeast, 230.0, None) };
    let verdict = floor.judge(BASE_YEAR, &[None, None, Some(240.0), Some(220.0)]);
    assert_eq!(verdict.fails, [2023]);
}

/// Six equal repayments leave a crumb of debt in binary; it must not count as debt.
#[test]
fn the_debt_of_dezhou_is_cleared_in_2025_under_its_plan() {
    let text = r#"{"schema": 1, "region": "dezhou", "inputs": {"debt_base": 123456789.1}}"#;
    for text in [r#"{"schema": 1, "region": "dezhou"}"#, text] {
        let resolved = Scenario::parse(text).and_then(|scenario| scenario.resolve()).expect("sound");
        let projection = resolved.project();
        let (_, verdict) = resolved
            .verdicts(&projection)
            .into_iter()
            .find(|(target, _)| target.metric == Metric::Quantity(Quantity::Debt))
            .expect("the plan has a target for its debt");
        assert_eq!((verdict.status, verdict.year), (Status::Met, 2025), "{verdict:?}");
    }
}

/// Every target of every area gets a verdict, in the plan's order, in a year it can be judged in.
#[test]
fn every_target_of_every_area_is_judged() {
    for id in voced_scenario::Area::ids() {
        for layer in voced_scenario::Layer::ALL {
            let scenario = Scenario::new(AreaRef::shipped(id).expect("ships"), layer);
            let resolved = scenario.resolve().expect("sound");
            let verdicts = resolved.verdicts(&resolved.project());
            assert_eq!(verdicts.len(), scenario.area().targets.len());
            for (target, verdict) in verdicts {
                assert_ne!(verdict.status, Status::Unknown, "{} in {}", target.id, layer.id());
            }
        }
    }
}
