//! Which input carries a result.

use std::f64::consts::PI;
use voced_analysis::{sensitivity, uncertainty};

use voced_analysis::sensitivity::{Index, sobol};
use voced_model::{InputId, Lanes, Quantity, Wide};
use voced_scenario::{AreaRef, Layer, PathValue, Range, ResolvedScenario, Scenario};

fn plan(area: &str) -> ResolvedScenario {
    Scenario::new(AreaRef::shipped(area).expect("an area"), Layer::Plan).resolve().expect("sound")
}

fn near(index: Index, expected: f64, what: &str) {
    // Four standard errors: chance alone goes further once in 15,000 times.
    assert!((index.value - expected).abs() <= 4.0 * index.error + 1e-9, "{what}: {index:?} for {expected}");
}

/// Ishigami and Homma (1990), with the usual a = 7 and b = 0.1, whose indices are known exactly.
#[test]
fn the_indices_of_the_ishigami_function_come_out() {
    let (a, b) = (7.0, 0.1);
    let ishigami = |u: &[Wide]| {
        let x = |input: usize, lane: usize| -PI + 2.0 * PI * u[input].0[lane];
        Lanes(std::array::from_fn(|lane| {
            let (x1, x2, x3) = (x(0, lane), x(1, lane), x(2, lane));
            x1.sin() + a * x2.sin() * x2.sin() + b * x3 * x3 * x3 * x3 * x1.sin()
        }))
    };
    let v1 = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
    let v2 = a * a / 8.0;
    let v13 = b * b * PI.powi(8) * 8.0 / 225.0;
    let variance = v1 + v2 + v13;
    for seed in 1..=2 {
        let found = sobol(3, 4000, seed, ishigami);
        assert_eq!((found.rows, found.runs), (4000, 20_000));
        assert!((found.variance / variance - 1.0).abs() < 0.05, "{}", found.variance);
        for (input, (first, total)) in [(v1, v1 + v13), (v2, v2), (0.0, v13)].into_iter().enumerate() {
            let (found_first, found_total) = found.indices[input];
            near(found_first, first / variance, "first order");
            near(found_total, total / variance, "total");
            assert!(found_first.error < 0.05 && found_total.error < 0.05, "{found:?}");
        }
    }
}

#[test]
fn a_sum_is_divided_by_its_variances_and_a_constant_not_at_all() {
    let sum = sobol(3, 4000, 1, |u| Lanes(std::array::from_fn(|lane| 5.0 + u[0].0[lane] + 3.0 * u[1].0[lane])));
    for (input, expected) in [0.1, 0.9, 0.0].into_iter().enumerate() {
        near(sum.indices[input].0, expected, "first order");
        near(sum.indices[input].1, expected, "total");
    }
    assert_eq!(sum.indices[2], (Index { value: 0.0, error: 0.0 }, Index { value: 0.0, error: 0.0 }));
    assert_eq!(sobol(3, 100, 1, |_| Wide::splat(1.0 / 3.0)).indices, []);
    let nothing = sobol(3, 100, 1, |_| Wide::splat(f64::NAN));
    assert_eq!((nothing.indices.len(), nothing.rows), (0, 0));
    // Rows without a result are left out.
    let half = sobol(1, 1000, 1, |u| Lanes(u[0].0.map(|u| if u < 0.2 { f64::NAN } else { u })));
    assert!((600..680).contains(&half.rows), "{}", half.rows);
}

#[test]
fn the_indices_of_a_plan_name_the_inputs_that_matter() {
    let resolved = plan("laiwu");
    let found = sensitivity::sobol_indices(&resolved, Quantity::VocEnrolment, 5, 600);
    let sum: f64 = found.indices.iter().map(|(first, _)| first.value).sum();
    assert!((0.85..1.15).contains(&sum), "students follow almost by sums: {sum}");
    for (uncertain, (first, total)) in uncertainty::uncertain(&resolved).iter().zip(&found.indices) {
        let matters = [
            "junior_graduates",
            "junior_graduate_growth",
            "progression_rate",
            "in_scope_share",
            "marginal_capture_ratio",
            "refusal_share",
        ]
        .contains(&uncertain.input.id());
        assert_eq!(total.value > 1e-4, matters, "{}: {first:?}, {total:?}", uncertain.input.id());
    }
    assert_eq!(found, sensitivity::sobol_indices(&resolved, Quantity::VocEnrolment, 5, 600), "one seed, one answer");
}

#[test]
fn swings_are_runs_with_one_input_at_its_ends() {
    let resolved = plan("laiwu");
    for (quantity, t) in [(Quantity::BalanceCumulative, 5), (Quantity::Teachers, 2), (Quantity::VocEnrolment, 0)] {
        let swings = sensitivity::swings(&resolved, quantity, t);
        assert_eq!(swings.len(), uncertainty::uncertain(&resolved).len());
        assert!(swings.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
        for swing in swings {
            for (level, result) in [(swing.input.low, swing.low), (swing.input.high, swing.high)] {
                let mut scenario = resolved.scenario.clone();
                scenario.inputs.insert(swing.input.input, PathValue::Constant(level));
                let run = scenario.resolve().expect("sound").project();
                assert_eq!(run.value(quantity, t), Some(result), "{}", swing.input.input.id());
            }
        }
    }
    assert!(sensitivity::swings(&resolved, Quantity::Balance, 0).is_empty(), "a flow has no base year");
    assert!(sensitivity::swings(&resolved, Quantity::Balance, 99).is_empty(), "beyond the horizon");
}

#[test]
fn a_users_range_joins_the_swings() {
    let mut scenario = plan("laiwu").scenario;
    let hires = InputId::find("hires").expect("an input");
    scenario.inputs.insert(hires, PathValue::Points(vec![(2021, 10.0), (2023, 20.0)]));
    scenario.ranges.insert(hires, Range { low: Some(10.0), high: Some(30.0) });
    let swings = sensitivity::swings(&scenario.resolve().expect("sound"), Quantity::Teachers, 5);
    let swing = swings.iter().find(|swing| swing.input.input == hires).expect("a swing");
    assert!(swing.low < swing.high);
}
