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
}

impl Band {
    /// The band of some values, absent ones among them. `room` is used to sort them.
    pub fn of(values: &[f64], room: &mut Vec<f64>) -> Band {
        room.clear();
        room.extend(values.iter().filter(|value| !value.is_nan()));
        let known_share = if values.is_empty() { 0.0 } else { room.len() as f64 / values.len() as f64 };
        let levels = (!room.is_empty()).then(|| {
            let mut from = 0;
            PERCENTS.map(|percent| {
                let (level, place) = percentile(room, from, percent);
                from = place;
                level
            })
        });
        Band { levels, known_share }
    }
}

/// A percentile by straight interpolation between the two order statistics around it (type 7 of
/// Hyndman and Fan, 1996). Values before place `from` are in their places already; the place of the
/// lower of the two comes back, and all before it are then in theirs.
fn percentile(values: &mut [f64], from: usize, percent: usize) -> (f64, usize) {
    let hundredths = (values.len() - 1) * percent;
    let (place, rest) = (hundredths / 100, (hundredths % 100) as f64 / 100.0);
    let (_, lower, above) = values[from..].select_nth_unstable_by(place - from, f64::total_cmp);
    let lower = *lower;
    let level = match above.iter().copied().min_by(f64::total_cmp) {
        Some(upper) if rest > 0.0 => lower + (upper - lower) * rest,
        _ => lower,
    };
    (level, place)
}
