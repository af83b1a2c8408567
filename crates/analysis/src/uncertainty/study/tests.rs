//! Parts of a study fit in memory, and do not change its answer.

use super::*;
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
    for shown in [&kept[..], &[]] {
        let question = Question { draws: 333, bands: shown.to_vec(), histograms: kept[1..3].to_vec() };
        let whole = study_within::<CONDITIONED>(&resolved, MEMORY, &question, |_| ControlFlow::Continue(()))
            .expect("an answer");
        for room in [0, 7_000, 9_000, 12_000] {
            let mut shares = Vec::new();
            let tell = |share| {
                shares.push(share);
                ControlFlow::Continue(())
            };
            assert_eq!(
                study_within::<CONDITIONED>(&resolved, room, &question, tell).as_ref(),
                Some(&whole),
                "room for {room}"
            );
            assert!(shares.is_sorted() && shares.last() == Some(&1.0), "{shares:?}");
        }
    }
}
