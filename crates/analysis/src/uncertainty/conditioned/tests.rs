//! Weights, weighted percentiles and chances against numbers worked out by hand.

use super::*;
use crate::uncertainty;
use voced_scenario::{AreaRef, Layer, Scenario};

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-12 * expected.abs().max(1.0), "{found} instead of {expected}");
}

fn weighted(values: &[f64], weights: &[f64]) -> [f64; PERCENTS.len()] {
    Band::weighted(values, weights, &mut Vec::new()).levels.expect("values")
}

#[test]
fn exponentials_are_those_of_the_library() {
    for i in 0..70_000 {
        let x = f64::from(i) * 0.01;
        let (found, expected) = (exp_minus(x), (-x).exp());
        assert!((found / expected - 1.0).abs() < 1e-15, "{x}: {found} instead of {expected}");
    }
    assert_eq!((exp_minus(0.0), exp_minus(700.0), exp_minus(f64::NAN)), (1.0, 0.0, 0.0));
}

#[test]
fn weights_are_multiples_of_the_largest() {
    let weights = Weights::of(&[4.0, 2.0, 4.0, f64::NAN, f64::INFINITY]);
    let e = (-1.0_f64).exp();
    for (found, expected) in weights.values().iter().zip([e, 1.0, e, 0.0, 0.0]) {
        near(*found, expected);
    }
    near(weights.effective(), (1.0 + 2.0 * e).powi(2) / (1.0 + 2.0 * e * e));
    assert!(!weights.agree());
    // Sums of squares of which no exponential could be told apart from zero.
    let far = Weights::of(&[1e6, 1e6 + 2.0]);
    near(far.values()[1], e);
    assert_eq!(Weights::of(&[f64::NAN; 3]).effective(), 0.0);
    assert_eq!(Weights::of(&[]).effective(), 0.0);
    let even = Weights::of(&[7.0; 100]);
    assert!(even.agree() && even.effective() == 100.0);
}

#[test]
fn equal_weights_give_the_unweighted_band_to_the_last_bit() {
    for count in [1, 2, 3, 7, 99, 100, 101, 997] {
        let values: Vec<f64> = (0..count).map(|i| f64::from((i * 7919) % 1009 - 400) / 7.0).collect();
        let mut with_gaps = values.clone();
        with_gaps.push(f64::NAN);
        for values in [values, with_gaps] {
            let even = vec![1.0; values.len()];
            let (left, right) = (Band::weighted(&values, &even, &mut Vec::new()), Band::of(&values, &mut Vec::new()));
            assert_eq!(left, right, "{count}");
        }
    }
}

#[test]
fn weighted_percentiles_by_hand() {
    // Places on the line: 0, (1+3)/2 = 2, 2 + (3+4)/2 = 5.5, 5.5 + (4+2)/2 = 8.5.
    let (values, weights) = ([10.0, 40.0, 20.0, 30.0], [1.0, 2.0, 3.0, 4.0]);
    let found = weighted(&values, &weights);
    let expected = [
        10.0 + 10.0 * (0.425 / 2.0),         // 5 % of 8.5 is 0.425
        20.0 + 10.0 * (0.125 / 3.5),         // 25 %: 2.125
        20.0 + 10.0 * (2.25 / 3.5),          // 50 %: 4.25
        30.0 + 10.0 * ((6.375 - 5.5) / 3.0), // 75 %: 6.375
        30.0 + 10.0 * ((8.075 - 5.5) / 3.0), // 95 %: 8.075
    ];
    found.iter().zip(expected).for_each(|(found, expected)| near(*found, expected));
    let scaled = weighted(&values, &weights.map(|weight| weight * 0.125));
    scaled.iter().zip(expected).for_each(|(found, expected)| near(*found, expected));
}

#[test]
fn what_has_no_weight_or_no_value_is_left_out() {
    let found = Band::weighted(&[5.0, f64::NAN, -3.0, 9.0], &[1.0, 2.0, 1.0, 0.0], &mut Vec::new());
    let levels = found.levels.expect("two values");
    near(levels[2], 1.0);
    near(found.known_share, 0.5);
    assert_eq!(found.sides, [0.5, 0.5]);
    assert_eq!(weighted(&[4.0, 8.0], &[0.0, 2.0]), [8.0; 5]);
    let none = Band { levels: None, known_share: 0.0, sides: [0.0; 2] };
    assert_eq!(Band::weighted(&[1.0], &[0.0], &mut Vec::new()), none);
    assert_eq!(Band::weighted(&[f64::NAN], &[1.0], &mut Vec::new()), none);
    assert_eq!(Band::weighted(&[], &[], &mut Vec::new()), none);
}

#[test]
fn chances_are_shares_of_weight() {
    let weights = Weights { values: vec![1.0, 0.5, 0.25, 0.25], effective: 0.0 };
    let chance = WeightedChance::of(&[Mark::Met, Mark::Missed, Mark::Unknown, Mark::Met], &weights);
    assert_eq!((chance.judged, chance.met), (0.875, 0.625));
    near(chance.share().expect("judged"), 0.625 / 0.875);
    assert_eq!(WeightedChance::of(&[Mark::Unknown], &weights).share(), None);
    assert_eq!(WeightedChance::of(&[], &Weights::of(&[])).share(), None);
}

#[test]
fn weights_of_draws_are_those_of_their_values() {
    let plan = Scenario::new(AreaRef::shipped("laiwu").expect("an area"), Layer::Plan);
    let resolved = plan.resolve().expect("sound");
    let kept = [Quantity::VocEnrolment, Quantity::Teachers];
    let draws = uncertainty::conditioned_draws(&resolved, 500, &kept);
    let weights = draws.weights().expect("Laiwu has observed values");
    let (students, teachers) = (draws.values(kept[0], 3), draws.values(kept[1], 3));
    let square = |modelled: f64, value: f64, tolerance: f64| ((modelled - value) / tolerance).powi(2);
    let misfits: Vec<f64> = students
        .iter()
        .zip(teachers)
        .map(|(students, teachers)| square(*students, 2241.0, 44.82) + square(*teachers, 231.0, 11.55))
        .collect();
    let least = misfits.iter().copied().fold(f64::INFINITY, f64::min);
    for (found, misfit) in weights.values().iter().zip(&misfits) {
        near(*found, ((least - misfit) / 2.0).exp());
    }
    assert_eq!(draws.conditioned_chances(&weights).len(), draws.chances().len());
    // Without a look at observed values nothing else changes.
    let plain = uncertainty::draws(&resolved, 500, &kept);
    assert!(plain.weights().is_none());
    assert_eq!(plain.chances(), draws.chances());
    assert_eq!(plain.values(kept[0], 3), students);
}

/// An area whose published value agrees with what is assumed, within a tolerance.
fn own(tolerance: f64) -> ResolvedScenario {
    let text = r#"{"schema": 1, "horizon": 2024, "data": {"schema": 1, "id": "mine", "base_year": 2022,
        "base": {"inputs": {"junior_graduates": {"value": 1000, "low": 800, "high": 1300}, "junior_graduate_growth": 0,
        "progression_rate": 1, "vocational_share": {"value": 0.4, "low": 0.3, "high": 0.5}}},
        "targets": [{"id": "A", "metric": "voc_entrants", "op": ">=", "value": 410, "year": 2023}],
        "observed": [{"quantity": "voc_entrants", "year": 2023, "value": 420, "scope_zh": "甲", "scope_en": "a",
        "confidence": "high", "tolerance": TOLERANCE}]}}"#;
    let text = text.replace("TOLERANCE", &tolerance.to_string());
    Scenario::parse(&text).and_then(|scenario| scenario.resolve()).expect("sound")
}

#[test]
fn a_study_shows_weighted_bands_where_data_and_assumptions_agree() {
    let question =
        super::super::Question { draws: 1000, bands: vec![Quantity::VocEntrants], histograms: vec![], year: None };
    let study = |tolerance| {
        uncertainty::conditioned_study(&own(tolerance), None, &question, |_| std::ops::ControlFlow::Continue(()))
    };
    let agreeing = study(30.0).expect("an answer");
    let conditioned = agreeing.conditioned().expect("a value was observed");
    assert!(conditioned.agrees && conditioned.effective > 100.0 && conditioned.effective < 1000.0);
    let draws = uncertainty::conditioned_draws(&own(30.0), 1000, &[Quantity::VocEntrants]);
    let weights = draws.weights().expect("weights");
    assert_eq!(conditioned.bands(Quantity::VocEntrants), draws.conditioned_bands(Quantity::VocEntrants, &weights));
    assert_eq!(conditioned.chances, draws.conditioned_chances(&weights));
    let (weighed, plain) = (conditioned.bands(Quantity::VocEntrants)[1], agreeing.bands(Quantity::VocEntrants)[1]);
    let width = |band: Band| band.levels.map(|levels| levels[4] - levels[0]).expect("levels");
    assert!(width(weighed) < 0.7 * width(plain), "what was seen narrows the band");
    assert_eq!(agreeing.bands(Quantity::VocEntrants), draws.bands(Quantity::VocEntrants), "beside the plain ones");

    let narrow = study(0.5).expect("an answer");
    let conditioned = narrow.conditioned().expect("a value was observed");
    assert!(!conditioned.agrees && conditioned.bands(Quantity::VocEntrants).is_empty());
    assert!(conditioned.chances.is_empty(), "too few draws carry the weight: {}", conditioned.effective);
    assert!(!agreeing.bands(Quantity::VocEntrants).is_empty());
    let plain =
        uncertainty::study(&own(30.0), None, &question, |_| std::ops::ControlFlow::Continue(())).expect("an answer");
    assert!(plain.conditioned().is_none());
}

#[test]
fn parts_of_conditioned_draws_are_the_whole() {
    let (resolved, kept) = (own(30.0), [Quantity::VocEntrants]);
    let part = |range: std::ops::Range<u32>| {
        let mut sampling = super::super::Sampling::part(&resolved, 300, range, &kept).conditioned(&resolved);
        while sampling.step(7) {}
        sampling.finish()
    };
    let whole = uncertainty::conditioned_draws(&resolved, 300, &kept);
    let joined = super::super::Draws::join(vec![part(100..300), part(0..100)]).expect("all draws");
    assert_eq!(joined.weights(), whole.weights());
    let weights = whole.weights().expect("weights");
    assert_eq!(joined.conditioned_chances(&weights), whole.conditioned_chances(&weights));
}
