//! Round numbers along an axis.

use super::number::{plain, times_ten};

/// An axis: its ends, its ticks, and how they are written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    pub low: f64,
    pub high: f64,
    /// Value and text of each tick, from the bottom.
    pub ticks: Vec<(f64, String)>,
    /// Added to the unit when the texts leave a power of ten out, or empty.
    pub factor: String,
}

/// Longest tick text before a power of ten moves to the caption.
const LONGEST: f64 = 1e8;
/// Smallest step before a power of ten moves to the caption.
const FINEST: f64 = 1e-4;

/// The axis whose ends are the ticks around `low..=high`, with steps of 1, 2 or
/// 5 times a power of ten and at most `most` steps.
pub(super) fn axis(low: f64, high: f64, most: usize) -> Axis {
    let (low, high) = spread(low, high);
    let most = most.max(2) as f64;
    let mut power = ((high - low) / most).log10().floor() as i32;
    let mut leads = [1.0, 2.0, 5.0].into_iter();
    let (lead, first, last) = loop {
        let Some(lead) = leads.next() else {
            power += 1;
            leads = [1.0, 2.0, 5.0].into_iter();
            continue;
        };
        // A hair of tolerance, so that an end on a tick stays on it.
        let first = (low / multiple(lead, power) + 1e-9).floor();
        let last = (high / multiple(lead, power) - 1e-9).ceil();
        if last - first <= most || power > 300 {
            break (lead, first, last);
        }
    };
    let ends = (multiple(first * lead, power), multiple(last * lead, power));
    let largest = ends.0.abs().max(ends.1.abs());
    let shift = if largest >= LONGEST || multiple(lead, power) < FINEST {
        (largest.log10() / 3.0).floor() as i32 * 3
    } else {
        0
    };
    let decimals = usize::try_from(shift - power).unwrap_or(0).min(12);
    let unit = 10f64.powi(-shift);
    let count = (last - first).round() as usize;
    let ticks = (0..=count)
        .map(|n| {
            let value = multiple((first + n as f64) * lead, power);
            (value, plain(value * unit, decimals))
        })
        .collect();
    Axis { low: ends.0, high: ends.1, ticks, factor: if shift == 0 { String::new() } else { times_ten(shift) } }
}

/// `count * 10^power`, exact where a decimal can be.
fn multiple(count: f64, power: i32) -> f64 {
    if power < 0 { count / 10f64.powi(-power) } else { count * 10f64.powi(power) }
}

/// A range that has some width.
fn spread(low: f64, high: f64) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    if high - low > size * 1e-9 && high - low > 1e-12 {
        (low, high)
    } else if size < 1e-12 {
        (0.0, 1.0)
    } else {
        // One value, away from zero: keep it in the middle.
        (low - size * 0.1, high + size * 0.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|(_, text)| text.as_str()).collect()
    }

    #[test]
    fn round_steps() {
        let a = axis(0.0, 4321.0, 5);
        assert_eq!(texts(&a), ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]);
        let a = axis(17.2, 23.9, 5);
        assert_eq!(texts(&a), ["16", "18", "20", "22", "24"]);
        let a = axis(-310.0, 120.0, 5);
        assert_eq!(texts(&a), ["−400", "−200", "0", "200"]);
    }

    #[test]
    fn covers_the_data_and_stays_short() {
        for &(low, high) in &[
            (0.0, 1e12),
            (0.0, 3e-7),
            (-5.0, 5.0),
            (0.0, 0.0),
            (7.0, 7.0),
            (-1e9, 2.0),
            (0.3, 0.42),
            (1e12, 1e12 + 1.0),
        ] {
            for most in 2..8 {
                let a = axis(low, high, most);
                let hair = (high - low) * 1e-6;
                assert!(a.low <= low + hair && a.high >= high - hair, "{low} {high} {a:?}");
                assert!(a.ticks.len() >= 2 && a.ticks.len() <= most + 1, "{a:?}");
                assert!(a.ticks.iter().all(|(_, t)| t.chars().count() <= 12), "{a:?}");
                let mut unique = texts(&a);
                unique.dedup();
                assert_eq!(unique.len(), a.ticks.len(), "{a:?}");
            }
        }
    }
}
