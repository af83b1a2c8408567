//! Shapley values of any game: exactly by all subsets, or by drawn orders.

use crate::random::Stream;

/// The value of each of `count` players, with a standard error of 0; every subset is valued once.
pub(super) fn exact(count: usize, mut value: impl FnMut(&[bool]) -> f64) -> Vec<(f64, f64)> {
    let mut members = vec![false; count];
    let values: Vec<f64> = (0..1_usize << count)
        .map(|subset| {
            members.iter_mut().enumerate().for_each(|(player, member)| *member = subset >> player & 1 == 1);
            value(&members)
        })
        .collect();
    // The weight of a subset of `size` others: size! (count - size - 1)! / count!.
    let mut weights = Vec::with_capacity(count);
    for size in 0..count {
        let weight = match weights.last() {
            None => 1.0 / count as f64,
            Some(last) => last * size as f64 / (count - size) as f64,
        };
        weights.push(weight);
    }
    let player = |player: usize| {
        let without = (0..values.len()).filter(|subset| subset >> player & 1 == 0);
        let added =
            |subset: usize| weights[subset.count_ones() as usize] * (values[subset | 1 << player] - values[subset]);
        (without.map(added).sum(), 0.0)
    };
    (0..count).map(player).collect()
}

/// The mean of what each player adds over `pairs` drawn orders and their reverses, at least two of
/// each, with its standard error. What one order finds adds up to the whole, so the means do too.
pub(super) fn sampled(
    count: usize,
    pairs: u32,
    stream: &mut Stream,
    mut value: impl FnMut(&[bool]) -> f64,
) -> Vec<(f64, f64)> {
    let pairs = pairs.max(2);
    let mut members = vec![false; count];
    let mut order: Vec<usize> = (0..count).collect();
    let mut added = vec![0.0; count];
    let mut means = vec![(0.0, 0.0); count];
    for pair in 1..=pairs {
        for place in (1..count).rev() {
            order.swap(place, stream.below(place as u32 + 1) as usize);
        }
        added.fill(0.0);
        for _ in 0..2 {
            members.fill(false);
            let mut before = value(&members);
            for player in &order {
                members[*player] = true;
                let after = value(&members);
                added[*player] += (after - before) / 2.0;
                before = after;
            }
            order.reverse();
        }
        // Mean and squares from the mean as they grow (Welford).
        for ((mean, squares), added) in means.iter_mut().zip(&added) {
            let off = added - *mean;
            *mean += off / f64::from(pair);
            *squares += off * (added - *mean);
        }
    }
    let count = f64::from(pairs);
    means.into_iter().map(|(mean, squares)| (mean, (squares / (count - 1.0) / count).sqrt())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::key;

    /// Two gloves for the left hand, one for the right: a pair is worth 1.
    fn gloves(members: &[bool]) -> f64 {
        if members[2] && (members[0] || members[1]) { 1.0 } else { 0.0 }
    }

    #[test]
    fn the_glove_game_has_its_known_values() {
        let values: Vec<f64> = exact(3, gloves).into_iter().map(|(value, _)| value).collect();
        for (found, expected) in values.iter().zip([1.0 / 6.0, 1.0 / 6.0, 2.0 / 3.0]) {
            assert!((found - expected).abs() < 1e-15, "{values:?}");
        }
        assert_eq!(exact(0, |_| 3.0), []);
    }

    #[test]
    fn drawn_orders_come_near_all_subsets() {
        // Products of neighbours: nothing is a plain sum.
        let game = |members: &[bool]| {
            let worth: Vec<f64> =
                (2..).zip(members).map(|(i, member)| if *member { f64::from(i) } else { 1.0 }).collect();
            worth.windows(3).map(|three| three.iter().product::<f64>()).sum()
        };
        let (all, some) = (exact(9, game), sampled(9, 400, &mut Stream(key(1, "test")), game));
        for ((exact, _), (value, error)) in all.iter().zip(&some) {
            assert!(*error > 0.0 && *error < 0.05 * exact.abs() + 0.5, "{value} ± {error} for {exact}");
            assert!((value - exact).abs() < 4.0 * error, "{value} ± {error} for {exact}");
        }
        let sum = |parts: &[(f64, f64)]| parts.iter().map(|(value, _)| value).sum::<f64>();
        assert!((sum(&all) - sum(&some)).abs() < 1e-9 * sum(&all));
    }
}
