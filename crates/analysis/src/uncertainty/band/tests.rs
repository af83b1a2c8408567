//! Percentiles of many values are those of the sorted ones, to the bit.

use super::*;
use crate::random::Stream;

/// The band as the definition has it, from all values in order.
fn sorted(values: &[f64]) -> Option<[f64; PERCENTS.len()]> {
    let mut known: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    known.sort_by(f64::total_cmp);
    let last = known.len().checked_sub(1)?;
    Some(PERCENTS.map(|percent| {
        let (place, rest) = (last * percent / 100, (last * percent % 100) as f64 / 100.0);
        if rest > 0.0 { known[place] + (known[place + 1] - known[place]) * rest } else { known[place] }
    }))
}

fn check(what: &str, values: &[f64]) {
    let found = Band::of(values, &mut Vec::new());
    let bits = |levels: Option<[f64; PERCENTS.len()]>| levels.map(|levels| levels.map(f64::to_bits));
    assert_eq!(bits(found.levels), bits(sorted(values)), "{what}, {} values", values.len());
    let known = values.iter().filter(|value| !value.is_nan()).count();
    let share =
        |is_it: fn(&f64) -> bool| values.iter().filter(|value| is_it(value)).count() as f64 / known.max(1) as f64;
    assert_eq!(found.known_share, known as f64 / values.len() as f64);
    assert_eq!(found.sides, [share(|value| *value < 0.0), share(|value| *value > 0.0)], "{what}");
}

#[test]
fn of_however_many_values_and_however_they_lie() {
    for count in [1, 2, 21, MANY - 1, MANY, MANY + 1, 99, 1000, MOST_SHELVES, 20_011, 60_000] {
        let mut stream = Stream(7);
        let even: Vec<f64> = (0..count).map(|_| stream.next() as f64 / 2.0_f64.powi(64)).collect();
        let of = |make: fn(f64) -> f64| even.iter().map(|value| make(*value)).collect::<Vec<f64>>();
        check("even", &even);
        check("on both sides of zero", &of(|u| u - 0.7));
        check("money", &of(|u| (u - 0.3) * 1e8));
        check("steep", &of(|u| (u * 40.0 - 20.0).exp()));
        check("steeper than shelves", &of(|u| (u * 1000.0 - 500.0).exp()));
        check("few values", &of(|u| (u * 3.0).floor()));
        check("mostly one", &of(|u| if u < 0.99 { 0.0 } else { u }));
        check("one", &of(|_| 0.3));
        check(
            "zeros of both signs",
            &of(|u| {
                if u < 0.4 {
                    -0.0
                } else if u < 0.9 {
                    0.0
                } else {
                    u
                }
            }),
        );
        check("absent here and there", &of(|u| if u < 0.2 { f64::NAN } else { u }));
        check("absent all", &of(|_| f64::NAN));
        check("without end", &of(|u| if u > 0.97 { f64::INFINITY } else { u }));
        check("as large as can be", &of(|u| (u - 0.5) * f64::MAX * 2.0));
        check("as small as can be", &of(|u| f64::from_bits((u * 3.0) as u64)));
        check("a hair apart", &of(|u| f64::from_bits(1.0_f64.to_bits() + (u * 9.0) as u64)));
    }
}
