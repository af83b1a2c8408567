//! Draws: the same numbers however they are made, from the distribution that was asked for.

#[path = "../../scenario/tests/scenarios/mod.rs"]
mod scenarios;

use std::thread;
use voced_analysis::uncertainty;
use voced_scenario::Problem;

use proptest::prelude::*;
use scenarios::{Drawn, input, scenario};
use voced_analysis::uncertainty::{Band, Chance, Draws, PERCENTS, Sampler, Sampling, Uncertain};
use voced_model::{Lanes, Quantity, WIDTH};
use voced_scenario::{AreaRef, Layer, PathValue, Range, ResolvedScenario, Scenario, Status};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn plan(area: &str) -> ResolvedScenario {
    Scenario::new(AreaRef::shipped(area).expect("an area"), Layer::Plan).resolve().expect("sound")
}

/// One draw, run as a case of its own on plain numbers.
fn replay(resolved: &ResolvedScenario, inputs: &[Uncertain], levels: &[f64]) -> ResolvedScenario {
    let mut resolved = resolved.clone();
    for (uncertain, level) in inputs.iter().zip(levels) {
        let years = resolved.model_inputs.years;
        for slot in resolved.model_inputs.inputs.slots_mut(uncertain.input).iter_mut().take(years) {
            *slot = uncertain.at(*slot, *level);
        }
    }
    resolved
}

fn levels(resolved: &ResolvedScenario, draws: u32) -> Vec<Vec<f64>> {
    let sampler = Sampler::new(resolved, draws);
    (0..draws).map(|draw| sampler.levels(draw).collect()).collect()
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn every_lane_is_the_everyday_run_to_the_bit(Drawn(scenario) in scenario(), first in 0..90_u32) {
        let resolved = scenario.resolve().expect("sound");
        let mut sampler = Sampler::new(&resolved, 100);
        let inputs: Vec<Uncertain> = sampler.inputs().copied().collect();
        let block = sampler.block(first).clone();
        for lane in 0..WIDTH {
            let levels: Vec<f64> = sampler.levels(first + lane as u32).collect();
            let projection = replay(&resolved, &inputs, &levels).project();
            for quantity in Quantity::ALL {
                for t in 0..projection.years() {
                    let (wide, plain) = (block.get(*quantity, t).0[lane], projection.get(*quantity, t));
                    prop_assert!(wide.to_bits() == plain.to_bits() || (wide.is_nan() && plain.is_nan()),
                        "{}, year {}, lane {}: {} for {}", quantity, t, lane, wide, plain);
                }
            }
        }
    }

    #[test]
    fn levels_and_values_keep_their_bounds(Drawn(scenario) in scenario()) {
        let resolved = scenario.resolve().expect("sound");
        let inputs = uncertainty::uncertain(&resolved);
        for levels in levels(&resolved, 20) {
            for (uncertain, level) in inputs.iter().zip(&levels) {
                let slack = 1e-12 * (uncertain.high - uncertain.low + uncertain.value.abs());
                prop_assert!((uncertain.low - slack..=uncertain.high + slack).contains(level), "{:?}: {}", uncertain, level);
            }
            let drawn = replay(&resolved, &inputs, &levels);
            for uncertain in &inputs {
                for t in 0..resolved.model_inputs.years {
                    let problem = Problem::of(&uncertain.input.spec().allowed(), drawn.model_inputs.inputs.at(uncertain.input, t));
                    prop_assert_eq!(problem, None, "{:?}", uncertain);
                }
            }
        }
    }

    #[test]
    fn targets_are_met_as_often_as_in_runs_of_their_own(Drawn(scenario) in scenario()) {
        let resolved = scenario.resolve().expect("sound");
        let inputs = uncertainty::uncertain(&resolved);
        let draws = uncertainty::draws(&resolved, 11, &[]);
        let mut expected = vec![Chance::default(); resolved.scenario.area().targets.len()];
        for levels in levels(&resolved, 11) {
            let drawn = replay(&resolved, &inputs, &levels);
            for (chance, (target, verdict)) in expected.iter_mut().zip(drawn.verdicts(&drawn.project())) {
                if target.is_assumed() {
                    continue;
                }
                chance.judged += u32::from(!matches!(verdict.status, Status::BeyondHorizon | Status::Unknown));
                chance.met += u32::from(verdict.status == Status::Met);
            }
        }
        prop_assert_eq!(draws.chances(), &expected[..]);
    }
}

fn same(left: &Draws, right: &Draws) {
    assert_eq!((left.count(), left.chances()), (right.count(), right.chances()));
    for quantity in left.quantities() {
        for (t, _) in left.years().enumerate() {
            let (left, right) = (left.values(*quantity, t), right.values(*quantity, t));
            assert_eq!(left.len(), right.len());
            for (draw, (left, right)) in left.iter().zip(right).enumerate() {
                assert_eq!(left.to_bits(), right.to_bits(), "{quantity}, year {t}, draw {draw}");
            }
        }
    }
}

#[test]
fn at_once_in_slices_and_in_threads_is_the_same_to_the_bit() {
    for area in ["laiwu", "dezhou"] {
        let resolved = plan(area);
        let (draws, kept) = (203, [Quantity::Balance, Quantity::Teachers, Quantity::VocGenRatio]);
        let at_once = uncertainty::draws(&resolved, draws, &kept);
        same(&at_once, &uncertainty::draws(&resolved, draws, &kept));

        let mut sampling = Sampling::start(&resolved, draws, &kept);
        let (mut slices, mut done) = (0, 0);
        for slice in [1, 8, 3, 50, 16].into_iter().cycle() {
            slices += 1;
            let more = sampling.step(slice);
            done = (done + slice as usize).min(draws as usize);
            assert_eq!(sampling.progress(), (done, draws as usize));
            if !more {
                break;
            }
        }
        assert!(slices > 5);
        same(&at_once, &sampling.finish());

        let parts = [150..203, 0..37, 37..150];
        let parts: Vec<Draws> = thread::scope(|scope| {
            let part = |range| {
                let resolved = &resolved;
                scope.spawn(move || {
                    let mut part = Sampling::part(resolved, draws, range, &kept);
                    while part.step(64) {}
                    part.finish()
                })
            };
            parts.map(part).into_iter().map(|thread| thread.join().expect("a part")).collect()
        });
        assert!(Draws::join(parts[..2].to_vec()).is_none(), "a part is missing");
        same(&at_once, &Draws::join(parts).expect("all parts"));
    }
}

#[test]
fn another_seed_gives_other_draws_and_one_seed_always_the_same() {
    let mut scenario = plan("laiwu").scenario;
    let first = levels(&scenario.resolve().expect("sound"), 50);
    scenario.seed = 2;
    assert_ne!(first, levels(&scenario.resolve().expect("sound"), 50));
    scenario.seed = 1;
    // These numbers are the same on every machine; a change of them changes everybody's results.
    assert_eq!(first, levels(&scenario.resolve().expect("sound"), 50));
    let bits: u64 = first.iter().flatten().fold(0, |sum, level| sum.rotate_left(5) ^ level.to_bits());
    assert_eq!(bits, LEVELS, "{bits:#x}");
}

const LEVELS: u64 = 0x1e5f_4045_5e3b_73a1;

#[test]
fn an_input_that_becomes_uncertain_leaves_the_draws_of_others_alone() {
    let mut scenario = plan("laiwu").scenario;
    let before = scenario.resolve().expect("sound");
    let hires = input("hires");
    scenario.inputs.insert(hires, PathValue::Constant(20.0));
    scenario.ranges.insert(hires, Range { low: Some(10.0), high: Some(25.0) });
    let after = scenario.resolve().expect("sound");
    assert_eq!(uncertainty::uncertain(&after).len(), uncertainty::uncertain(&before).len() + 1);
    let place =
        uncertainty::uncertain(&after).iter().position(|uncertain| uncertain.input == hires).expect("uncertain");
    for (mut after, before) in levels(&after, 30).into_iter().zip(levels(&before, 30)) {
        after.remove(place);
        assert_eq!(after, before);
    }
}

/// The percentile as the textbook has it: sort, go `(n - 1) p` from the first, interpolate.
fn textbook(values: &[f64], percent: usize) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let h = (values.len() - 1) as f64 * percent as f64 / 100.0;
    let below = values[h.floor() as usize];
    let above = values[h.ceil() as usize];
    below + (above - below) * (h - h.floor())
}

#[test]
fn percentiles_agree_with_an_independent_computation() {
    let mut resolved = plan("dezhou");
    for draws in [1, 2, 3, 19, 100, 777] {
        let sampled = uncertainty::draws(&resolved, draws, Quantity::ALL);
        for quantity in Quantity::ALL {
            for (t, band) in sampled.bands(*quantity).into_iter().enumerate() {
                let values = sampled.values(*quantity, t);
                assert_eq!(values.len(), draws as usize);
                let Some(levels) = band.levels else {
                    assert!(values.iter().all(|value| value.is_nan()) && band.known_share == 0.0, "{quantity}");
                    continue;
                };
                assert_eq!(band.known_share, 1.0);
                for (level, percent) in levels.iter().zip(PERCENTS) {
                    let expected = textbook(values, percent);
                    assert!((level - expected).abs() <= 1e-12 * expected.abs(), "{quantity}: {level} for {expected}");
                }
            }
        }
        resolved.scenario.seed += 1;
    }
}

#[test]
fn absent_values_are_left_out_and_counted() {
    let mut room = Vec::new();
    let band = Band::of(&[f64::NAN, 3.0, 1.0, f64::NAN, 2.0], &mut room);
    assert_eq!((band.levels.map(|levels| levels[2]), band.known_share), (Some(2.0), 0.6));
    let band = Band::of(&[f64::NAN], &mut room);
    assert_eq!((band.levels, band.known_share), (None, 0.0));
    assert_eq!(Band::of(&[], &mut room).levels, None);
}

/// The national area with its values as a user's own, which are certain.
fn certain() -> Scenario {
    let resolved = plan("national");
    let mut scenario = resolved.scenario.clone();
    for uncertain in uncertainty::uncertain(&resolved) {
        scenario.inputs.insert(uncertain.input, resolved.scenario.value(uncertain.input).1.value.clone());
    }
    scenario
}

/// A resolved scenario whose one uncertain input is this one.
fn alone(id: &str, value: PathValue, low: f64, high: f64) -> (ResolvedScenario, Uncertain) {
    let mut scenario = certain();
    scenario.inputs.insert(input(id), value);
    scenario.ranges.insert(input(id), Range { low: Some(low), high: Some(high) });
    let resolved = scenario.resolve().expect("sound");
    let uncertain = uncertainty::uncertain(&resolved);
    assert_eq!(uncertain.len(), 1);
    (resolved, uncertain[0])
}

#[test]
fn the_draws_have_the_mean_the_spread_and_the_ends_of_the_triangle() {
    for (low, value, high) in [(0.2, 0.3, 0.6), (0.0, 0.0, 0.5), (0.1, 0.5, 0.5), (0.0, 0.25, 1.0)] {
        let (resolved, uncertain) = alone("vocational_share", PathValue::Constant(value), low, high);
        let sampler = Sampler::new(&resolved, 4000);
        let drawn: Vec<f64> = (0..4000).flat_map(|draw| sampler.levels(draw).collect::<Vec<_>>()).collect();
        let mean = drawn.iter().sum::<f64>() / 4000.0;
        let variance = drawn.iter().map(|level| (level - mean) * (level - mean)).sum::<f64>() / 4000.0;
        let expected = (low + value + high) / 3.0;
        let spread = (low * low + value * value + high * high - low * value - low * high - value * high) / 18.0;
        assert!((mean - expected).abs() < 1e-5, "{mean} for {expected}");
        assert!((variance - spread).abs() < 1e-3 * spread, "{variance} for {spread}");
        let below = drawn.iter().filter(|level| **level < value).count() as f64 / 4000.0;
        assert!((below - (value - low) / (high - low)).abs() < 1e-3, "{below}");

        let ends = uncertain.quantile(Lanes([0.0, 1.0, (value - low) / (high - low), 0.0, 0.0, 0.0, 0.0, 0.0])).0;
        assert_eq!((ends[0], ends[1]), (low, high));
        assert!((ends[2] - value).abs() < 1e-12);
    }
}

#[test]
fn a_path_moves_as_a_whole_around_the_level_it_arrives_at() {
    let path = PathValue::Points(vec![(2021, 10.0), (2025, 20.0)]);
    let (_, stretched) = alone("hires", path, 10.0, 30.0);
    assert_eq!((stretched.at(10.0, 30.0), stretched.at(20.0, 30.0), stretched.at(20.0, 10.0)), (15.0, 30.0, 10.0));
    let (_, moved) = alone("hires", PathValue::Points(vec![(2021, 10.0), (2025, 0.0)]), 0.0, 6.0);
    assert_eq!((moved.at(10.0, 3.0), moved.at(0.0, 3.0)), (13.0, 3.0));
    let (_, whole) = alone("inservice_cycle_years", PathValue::Constant(5.0), 3.0, 8.0);
    assert_eq!((whole.at(5.0, 3.4), whole.at(5.0, 3.6), whole.at(5.0, 8.0)), (3.0, 4.0, 8.0));
    let ramp = PathValue::Ramp {
        start: 0.9,
        end: 0.5,
        start_year: None,
        end_year: 2025,
        curve: voced_scenario::Curve::Linear,
    };
    let (_, bounded) = alone("vocational_share", ramp, 0.4, 0.8);
    assert_eq!(bounded.at(0.9, 0.8), 1.0, "no share is beyond all");
}

#[test]
fn a_range_takes_in_the_value_and_says_nothing_without_one() {
    let mut scenario = plan("laiwu").scenario;
    let share = input("vocational_share");
    scenario.ranges.insert(share, Range { low: Some(0.3), high: Some(0.4) });
    let uncertain = |scenario: &Scenario| {
        uncertainty::uncertain(&scenario.resolve().expect("sound"))
            .into_iter()
            .find(|uncertain| uncertain.input == share)
    };
    assert_eq!(uncertain(&scenario), None);
    scenario.inputs.insert(share, PathValue::Constant(0.5));
    let found = uncertain(&scenario).expect("uncertain");
    assert_eq!((found.low, found.value, found.high), (0.3, 0.5, 0.5));
    let read = Scenario::parse(&scenario.to_json().to_string()).expect("sound");
    assert_eq!(read.ranges.get(&share), Some(&Range { low: Some(0.3), high: Some(0.5) }));
}

#[test]
fn a_world_without_doubt_has_one_projection() {
    let resolved = certain().resolve().expect("sound");
    assert_eq!(uncertainty::uncertain(&resolved), []);
    let draws = uncertainty::draws(&resolved, 10, &[Quantity::VocEnrolment]);
    let projection = resolved.project();
    for (t, band) in draws.bands(Quantity::VocEnrolment).into_iter().enumerate() {
        assert_eq!(band.levels, Some([projection.get(Quantity::VocEnrolment, t); 5]));
    }
}
