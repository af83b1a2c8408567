//! Percentiles.

use serde::{Deserialize, Serialize};

/// The percentiles of a band.
pub const PERCENTS: [usize; 5] = [5, 25, 50, 75, 95];

/// Where the values of a quantity in a year lie.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The percentiles of [`PERCENTS`]; `None` where no draw has a value.
    pub levels: Option<[f64; PERCENTS.len()]>,
    /// The share of draws that have a value.
    pub known_share: f64,
    /// The shares of those that are below and above zero.
    pub sides: [f64; 2],
}

impl Band {
    /// The band of some values, absent ones among them: percentiles by straight interpolation between
    /// the two order statistics around them (type 7 of Hyndman and Fan, 1996). `room` is used to order
    /// the values.
    pub fn of(values: &[f64], room: &mut Vec<i64>) -> Band {
        room.clear();
        room.extend(values.iter().filter(|value| !value.is_nan()).map(|value| key(*value)));
        let known_share = if values.is_empty() { 0.0 } else { room.len() as f64 / values.len() as f64 };
        let Some(last) = room.len().checked_sub(1) else { return Band { levels: None, known_share, sides: [0.0; 2] } };
        let share = |count: usize| count as f64 / room.len() as f64;
        let below = room.iter().filter(|key| value(**key) < 0.0).count();
        let sides = [share(below), share(room.iter().filter(|key| value(**key) > 0.0).count())];
        // The order statistic below each percentile, and the one above it.
        let mut places = [0; 2 * PERCENTS.len()];
        for (pair, percent) in places.chunks_exact_mut(2).zip(PERCENTS) {
            let below = last * percent / 100;
            pair.copy_from_slice(&[below, (below + 1).min(last)]);
        }
        // Of few values, neighbours of one percentile stand among those of the next.
        places.sort_unstable();
        settle(room, 0, &places);
        let levels = PERCENTS.map(|percent| {
            let hundredths = last * percent;
            let (place, rest) = (hundredths / 100, (hundredths % 100) as f64 / 100.0);
            let lower = value(room[place]);
            if rest > 0.0 { lower + (value(room[place + 1]) - lower) * rest } else { lower }
        });
        Band { levels: Some(levels), known_share, sides }
    }
}

/// A whole number that stands to others as the value does by `f64::total_cmp`: such are ordered far
/// quicker.
pub(super) fn key(value: f64) -> i64 {
    turned(value.to_bits() as i64)
}

pub(super) fn value(key: i64) -> f64 {
    f64::from_bits(turned(key) as u64)
}

/// All bits but the sign are turned over where it is set.
fn turned(bits: i64) -> i64 {
    bits ^ ((bits >> 63) as u64 >> 1) as i64
}

/// Brings to these places, in rising order and counted from `first`, what would stand there if all were
/// sorted. The middle place goes first, so that the others look through halves and quarters only.
fn settle(keys: &mut [i64], first: usize, places: &[usize]) {
    let Some(middle) = places.get(places.len() / 2).copied() else { return };
    let (left, _, right) = keys.select_nth_unstable(middle - first);
    settle(left, first, &places[..places.partition_point(|place| *place < middle)]);
    settle(right, middle + 1, &places[places.partition_point(|place| *place <= middle)..]);
}
