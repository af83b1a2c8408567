//! A study answers what the draws themselves say, to the last bit.

#[path = "../../scenario/tests/scenarios/mod.rs"]
mod scenarios;

use std::ops::ControlFlow;
use voced_analysis::uncertainty;

use proptest::prelude::*;
use scenarios::{Drawn, scenario};
use voced_analysis::uncertainty::{Draws, Question, Sampling, Study};
use voced_model::Quantity;
use voced_scenario::{AreaRef, Layer, ResolvedScenario, Scenario};

fn plan(area: &str) -> ResolvedScenario {
    Scenario::new(AreaRef::shipped(area).expect("an area"), Layer::Plan).resolve().expect("sound")
}

fn study(resolved: &ResolvedScenario, question: &Question) -> Study {
    uncertainty::study(resolved, None, question, |_| ControlFlow::Continue(())).expect("an answer")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_is_what_the_draws_say(
        Drawn(scenario) in scenario(),
        draws in 1..200_u32,
        bands in prop::sample::subsequence(Quantity::ALL.to_vec(), 0..9),
        histograms in prop::sample::subsequence(Quantity::ALL.to_vec(), 0..9),
    ) {
        let resolved = scenario.resolve().expect("sound");
        let question = Question { draws, bands, histograms, year: None };
        let found = study(&resolved, &question);
        let drawn = uncertainty::draws(&resolved, draws, Quantity::ALL);
        prop_assert_eq!((found.seed(), found.draws(), found.base_year()), (drawn.seed(), draws, resolved.base_year()));
        prop_assert_eq!(found.chances(), drawn.chances());
        prop_assert_eq!(found.inputs(), drawn.inputs());
        for quantity in Quantity::ALL {
            let bands = if question.bands.contains(quantity) { drawn.bands(*quantity) } else { Vec::new() };
            // As text, so that bits count and NaN is itself.
            prop_assert_eq!(format!("{:?}", found.bands(*quantity)), format!("{bands:?}"));
            let asked = question.histograms.contains(quantity);
            prop_assert_eq!(found.histograms(*quantity).len(), if asked { resolved.model_inputs.years } else { 0 });
            for (t, histogram) in found.histograms(*quantity).iter().enumerate() {
                let values = drawn.values(*quantity, t);
                prop_assert_eq!(histogram, &drawn.histogram(*quantity, t));
                let absent = values.iter().filter(|value| !value.is_finite()).count();
                prop_assert_eq!(histogram.absent as usize, absent);
                prop_assert!(histogram.counts.len() <= 60 && histogram.edges.is_sorted());
                for (bin, count) in histogram.counts.iter().enumerate() {
                    let (from, to) = (histogram.edges[bin], histogram.edges[bin + 1]);
                    let last = bin + 1 == histogram.counts.len();
                    let within = |value: &&f64| **value >= from && (**value < to || (last && **value <= to));
                    prop_assert_eq!(*count as usize, values.iter().filter(within).count(), "{} to {}", from, to);
                }
            }
        }
    }

    #[test]
    fn parts_in_any_split_and_any_order_are_the_whole(
        Drawn(scenario) in scenario(),
        draws in 1..120_u32,
        cuts in prop::collection::vec(0..120_u32, 0..6),
        slice in 1..40_u32,
        turn in any::<prop::sample::Index>(),
    ) {
        let resolved = scenario.resolve().expect("sound");
        let kept = [Quantity::Teachers, Quantity::BalanceCumulative, Quantity::VocGenRatio];
        let mut cuts: Vec<u32> = cuts.into_iter().map(|cut| cut.min(draws)).chain([0, draws]).collect();
        cuts.sort_unstable();
        let part = |range: &[u32]| {
            let mut part = Sampling::part(&resolved, draws, range[0]..range[1], &kept);
            while part.step(slice) {}
            part.finish()
        };
        let mut parts: Vec<Draws> = cuts.windows(2).map(part).collect();
        let turn = turn.index(parts.len());
        parts.rotate_left(turn);
        let (joined, whole) = (Draws::join(parts).expect("all parts"), uncertainty::draws(&resolved, draws, &kept));
        prop_assert_eq!(joined.chances(), whole.chances());
        for quantity in kept {
            for t in 0..resolved.model_inputs.years {
                let bits = |draws: &Draws| draws.values(quantity, t).iter().map(|value| value.to_bits()).collect::<Vec<_>>();
                prop_assert_eq!(bits(&joined), bits(&whole), "{}, year {}", quantity, t);
            }
        }
    }
}

#[test]
fn progress_is_told_often_and_may_break_off() {
    let resolved = plan("laiwu");
    let question = Question { draws: 9_000, bands: vec![Quantity::Balance], histograms: vec![], year: None };
    let mut shares = Vec::new();
    let found = uncertainty::study(&resolved, None, &question, |share| {
        shares.push(share);
        ControlFlow::Continue(())
    });
    assert!(found.is_some());
    assert_eq!(
        shares.len(),
        3 + resolved.model_inputs.years,
        "every few thousand draws, and every year of percentiles"
    );
    assert!(shares.is_sorted() && shares[0] < 0.5 && shares.last() == Some(&1.0), "{shares:?}");
    for patience in [0, 2, shares.len() - 1] {
        let mut told = 0;
        let found = uncertainty::study(&resolved, None, &question, |_| {
            told += 1;
            if told > patience { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((found, told), (None, patience + 1));
    }
}

#[test]
fn a_question_out_of_bounds_is_brought_within() {
    let resolved = plan("laiwu");
    let none = Question { draws: 0, bands: vec![Quantity::Balance; 2], histograms: vec![], year: None };
    let found = study(&resolved, &none);
    assert_eq!((found.draws(), found.bands(Quantity::Balance).len()), (1, resolved.model_inputs.years));
    assert!(found.bands(Quantity::Teachers).is_empty() && found.histograms(Quantity::Balance).is_empty());
}
