//! Percentiles.

use serde::{Deserialize, Serialize};

/// The percentiles of a band.
pub const PERCENTS: [usize; 5] = [5, 25, 50, 75, 95];

/// Where the values of a quantity in a year lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
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
        let (mut known, mut sides) = (0_usize, [0_usize; 2]);
        for value in values {
            known += usize::from(!value.is_nan());
            sides[0] += usize::from(*value < 0.0);
            sides[1] += usize::from(*value > 0.0);
        }
        let known_share = if values.is_empty() { 0.0 } else { known as f64 / values.len() as f64 };
        let Some(last) = known.checked_sub(1) else { return Band { levels: None, known_share, sides: [0.0; 2] } };
        // The order statistic below each percentile; the one above it comes after.
        let places = PERCENTS.map(|percent| last * percent / 100);
        let left_out = gather(values, &places, room);
        let places = std::array::from_fn::<_, { PERCENTS.len() }, _>(|i| places[i] - left_out[i]);
        room.sort_unstable();
        let levels = std::array::from_fn(|i| {
            let rest = (last * PERCENTS[i] % 100) as f64 / 100.0;
            let lower = value(room[places[i]]);
            if rest > 0.0 { lower + (value(room[places[i] + 1]) - lower) * rest } else { lower }
        });
        let sides = sides.map(|count| count as f64 / known as f64);
        Band { levels: Some(levels), known_share, sides }
    }
}

/// Fewer values than these are ordered as they are.
const MANY: usize = 64;

/// The most shelves of one width that values are laid on.
const MOST_SHELVES: usize = 4096;

/// Puts into `room` what has to be ordered to know which values stand at these places, rising, and after them: all
/// values that are not absent or, of many, those on the shelves of the places. Says how many values that are left out
/// stand before each place.
fn gather(values: &[f64], places: &[usize; PERCENTS.len()], room: &mut Vec<i64>) -> [usize; PERCENTS.len()] {
    room.clear();
    let mut before_places = [0; PERCENTS.len()];
    let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values {
        least = if *value < least { *value } else { least };
        most = if *value > most { *value } else { most };
    }
    let shelves = values.len().next_power_of_two().min(MOST_SHELVES);
    let scale = (shelves - 1) as f64 / (most - least);
    // Values that are all one, or of which one has no end, have no shelves.
    if values.len() < MANY || !scale.is_finite() || scale == 0.0 {
        room.extend(values.iter().filter(|value| !value.is_nan()).map(|value| key(*value)));
        return before_places;
    }
    // A larger value never stands on a lower shelf; absent ones stand behind all.
    let shelf =
        |value: f64| if value.is_nan() { shelves } else { (((value - least) * scale) as usize).min(shelves - 1) };
    let mut counts = vec![0_usize; shelves + 1];
    values.iter().for_each(|value| counts[shelf(*value)] += 1);
    let mut wanted = vec![false; shelves + 1];
    let (mut before, mut left_out) = (0, 0);
    for (shelf, count) in counts.iter().enumerate().take(shelves) {
        let stands = |place: usize| (before..before + count).contains(&place);
        for (place, before_place) in places.iter().zip(&mut before_places) {
            if stands(*place) {
                *before_place = left_out;
            }
            wanted[shelf] |= stands(*place) || stands(*place + 1);
        }
        before += count;
        left_out += if wanted[shelf] { 0 } else { *count };
    }
    room.extend(values.iter().filter(|value| wanted[shelf(**value)]).map(|value| key(*value)));
    before_places
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

#[cfg(test)]
#[path = "band/tests.rs"]
mod tests;
