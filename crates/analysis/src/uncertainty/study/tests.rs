//! Parts of a study fit in memory, and do not change its answer.

use super::*;
use crate::uncertainty::{Paired, conditioned_draws, draws};
use voced_scenario::{AreaRef, Layer, Scenario};

#[test]
fn parts_fit_and_hold_every_quantity_once() {
    for count in 0..20 {
        let quantities = &Quantity::ALL[..count];
        for (room, rows, years) in [(0, 10, 6), (70, 10, 6), (125, 10, 6), (130, 10, 6), (499, 10, 6), (1300, 10, 6)] {
            let parts = parts(room, rows, years, quantities);
            assert_eq!(parts.concat(), quantities);
            assert_eq!(parts.iter().filter(|part| part.is_empty()).count(), usize::from(count == 0));
            let largest = parts.iter().map(|part| part.len()).max().unwrap_or_default();
            assert!(largest <= 1 || rows * (largest * years + 1) <= room, "{largest} in {room}");
            assert!(room < 1300 || parts.len() == 1, "no more passes than needed");
        }
    }
    let longest = parts(MEMORY / VALUE, MAX_DRAWS as usize, MAX_YEARS, Quantity::ALL);
    assert_eq!(longest.len(), Quantity::COUNT);
}

#[test]
fn in_little_room_the_answer_is_the_same() {
    in_little_room::<false>();
    in_little_room::<true>();
}

fn in_little_room<const CONDITIONED: bool>() {
    let plan = Scenario::new(AreaRef::shipped("laiwu").expect("an area"), Layer::Plan);
    let resolved = plan.resolve().expect("sound");
    let kept = [Quantity::Balance, Quantity::Teachers, Quantity::VocGenRatio, Quantity::Debt, Quantity::Seats];
    let base = Scenario::new(AreaRef::shipped("laiwu").expect("an area"), Layer::Base).resolve().expect("sound");
    for (shown, against) in [(&kept[..], None), (&kept[..], Some(&base)), (&[], None)] {
        let question = Question { draws: 333, bands: shown.to_vec(), histograms: kept[1..3].to_vec(), year: None };
        let whole = study_within::<CONDITIONED>(&resolved, against, MEMORY, &question, |_| ControlFlow::Continue(()))
            .expect("an answer");
        for room in [0, 7_000, 9_000, 12_000] {
            let mut shares = Vec::new();
            let tell = |share| {
                shares.push(share);
                ControlFlow::Continue(())
            };
            assert_eq!(
                study_within::<CONDITIONED>(&resolved, against, room, &question, tell).as_ref(),
                Some(&whole),
                "room for {room}"
            );
            assert!(shares.is_sorted() && shares.last() == Some(&1.0), "{shares:?}");
        }
    }
}

#[test]
fn differences_are_those_of_paired_draws_with_the_weights_of_the_scenario() {
    let of = |layer| Scenario::new(AreaRef::shipped("laiwu").expect("an area"), layer).resolve().expect("sound");
    let (mut plan, mut base) = (of(Layer::Plan), of(Layer::Base));
    // Observed values that the draws do not contradict, and a twin that is shorter.
    plan.scenario.seed = 5;
    base.model_inputs.years -= 1;
    let kept = vec![Quantity::VocEnrolment, Quantity::Balance];
    let count = SLICE + 5;
    let question = Question { draws: count, bands: kept.clone(), histograms: Vec::new(), year: None };
    let paired = |own| Paired { own, against: draws(&twin(&plan, &base), count, &kept) }.differences();
    let go_on = |_| ControlFlow::Continue(());
    let found = study(&plan, Some(&base), &question, go_on).expect("an answer");
    let own = conditioned_draws(&plan, count, &kept);
    let weighed = conditioned_study(&plan, Some(&base), &question, go_on).expect("an answer");
    let weights = own.weights().filter(Weights::agree).expect("weights that agree");
    let differences = paired(own);
    for quantity in kept {
        assert_eq!(found.differences(quantity), differences.bands(quantity));
        assert!(found.differences(quantity).last().expect("years").levels.is_none(), "a year that only one has");
        assert_eq!(weighed.differences(quantity), differences.conditioned_bands(quantity, &weights));
        assert_ne!(found.differences(quantity), weighed.differences(quantity));
    }
    assert!(study(&plan, None, &question, go_on).expect("an answer").differences(Quantity::Balance).is_empty());
}

#[test]
fn one_year_alone_is_that_year_of_all() {
    one_year::<false>();
    one_year::<true>();
}

fn one_year<const CONDITIONED: bool>() {
    let of = |layer| Scenario::new(AreaRef::shipped("laiwu").expect("an area"), layer).resolve().expect("sound");
    let (plan, mut base) = (of(Layer::Plan), of(Layer::Base));
    base.model_inputs.years -= 1;
    let asked = [Quantity::VocEnrolment, Quantity::Balance, Quantity::StudentsPerTeacher];
    let answer = |year| {
        let question = Question { draws: 500, bands: asked[..2].to_vec(), histograms: asked[1..].to_vec(), year };
        study_within::<CONDITIONED>(&plan, Some(&base), MEMORY, &question, |_| ControlFlow::Continue(())).expect("one")
    };
    let all = answer(None);
    for (t, year) in plan.years().enumerate() {
        let one = answer(Some(year));
        assert_eq!((one.year(), one.chances(), one.inputs()), (Some(year), all.chances(), all.inputs()));
        for quantity in asked {
            let text = |value: &dyn std::fmt::Debug| format!("{value:?}");
            assert_eq!(text(&one.bands(quantity).get(t)), text(&all.bands(quantity).get(t)), "{quantity}, {year}");
            assert_eq!(one.histograms(quantity).get(t), all.histograms(quantity).get(t));
            assert_eq!(text(&one.differences(quantity).get(t)), text(&all.differences(quantity).get(t)));
            let [seen, of_all] =
                [&one, &all].map(|study| study.conditioned().map(|seen| text(&seen.bands(quantity).get(t))));
            assert_eq!(seen, of_all);
            for other in (0..one.bands(quantity).len()).filter(|other| *other != t) {
                assert!(
                    one.bands(quantity)[other].levels.is_none() && one.differences(quantity)[other].levels.is_none()
                );
            }
        }
    }
    let none = answer(Some(1990));
    assert!(none.bands(asked[0]).iter().all(|band| *band == Band::default()) && none.chances() == all.chances());
}
