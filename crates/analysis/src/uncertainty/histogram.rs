//! How the draws of a quantity in a year are spread.

use serde::{Deserialize, Serialize};

use voced_model::{Style, Unit};

/// The most bins.
const MOST: usize = 60;

/// The largest power of ten that a number holds exactly.
const EXACT: usize = 22;

/// A width over the size of the values below which their spread is but rounding.
const DUST: f64 = 1e-12;

/// Draws counted in bins of equal width between round edges.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// The edges in rising order, one more than there are bins; where all values are the same that value
    /// twice, and none where there is no value. In the quantity's unit.
    pub edges: Vec<f64>,
    /// How many draws lie in each bin: from its lower edge to below its upper one. The last bin takes
    /// in its upper edge.
    pub counts: Vec<u32>,
    /// How many draws have no value, or no finite one.
    pub absent: u32,
}

impl Histogram {
    /// The histogram of some values of a unit, absent ones (NaN) among them. Persons, posts and money
    /// fall in bins of whole numbers.
    pub fn of(values: &[f64], unit: Unit) -> Histogram {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let (least, largest, known) = finite()
            .fold((f64::INFINITY, f64::NEG_INFINITY, 0_usize), |(least, largest, known), value| {
                (least.min(value), largest.max(value), known + 1)
            });
        let absent = (values.len() - known) as u32;
        if known == 0 {
            return Histogram { absent, ..Histogram::default() };
        }
        let whole = matches!(unit.style(), Style::Count | Style::Money | Style::Year | Style::Switch);
        let constant = largest - least <= DUST * least.abs().max(largest.abs());
        let grid = if constant { None } else { Grid::over(least, largest, whole, most(known)) };
        let Some((grid, bins)) = grid else {
            return Histogram { edges: vec![least, largest], counts: vec![known as u32], absent };
        };
        let edges: Vec<f64> = (0..=bins).map(|bin| grid.edge(bin as f64)).collect();
        let mut counts = vec![0; bins];
        let scale = bins as f64 / (edges[bins] - edges[0]);
        for value in finite() {
            // The guess may be off by rounding; the edges decide.
            let mut bin = (((value - edges[0]) * scale) as usize).min(bins - 1);
            while bin > 0 && value < edges[bin] {
                bin -= 1;
            }
            while bin + 1 < bins && value >= edges[bin + 1] {
                bin += 1;
            }
            counts[bin] += 1;
        }
        Histogram { edges, counts, absent }
    }
}

/// The most bins that so many values fill: three times their cube root, within reason.
fn most(values: usize) -> usize {
    (5..MOST).find(|bins| bins * bins * bins >= 27 * values).unwrap_or(MOST)
}

/// Multiples of one, two or five times a power of ten.
struct Grid {
    first: f64,
    unit: f64,
    /// Either is 1: a division by a power of ten gives the nearest number to a decimal fraction, a
    /// product with its inverse need not.
    times: f64,
    over: f64,
}

impl Grid {
    /// The finest grid that needs at most so many bins, and how many it needs.
    fn over(least: f64, largest: f64, whole: bool, most: usize) -> Option<(Grid, usize)> {
        let fine = if whole { 0..0 } else { 1..EXACT + 1 };
        let powers = fine.rev().map(|power| (1.0, ten(power))).chain((0..=EXACT).map(|power| (ten(power), 1.0)));
        powers.flat_map(|(times, over)| [1.0, 2.0, 5.0].map(|unit| (times, over, unit))).find_map(
            |(times, over, unit)| {
                let grid = Grid { first: 0.0, unit, times, over };
                // Much too fine, before edges are counted one by one.
                let width = grid.edge(1.0);
                if width.is_nan() || (largest - least) / width > (most + 1) as f64 {
                    return None;
                }
                let mut first = (least / width).floor();
                while grid.edge(first) > least {
                    first -= 1.0;
                }
                while grid.edge(first + 1.0) <= least {
                    first += 1.0;
                }
                let grid = Grid { first, ..grid };
                // Whole numbers stand for themselves: each begins a bin.
                let reaches = |bins: usize| {
                    let edge = grid.edge(bins as f64);
                    if whole { edge > largest } else { edge >= largest }
                };
                (1..=most).find(|bins| reaches(*bins)).map(|bins| (grid, bins))
            },
        )
    }

    fn edge(&self, place: f64) -> f64 {
        (self.first + place) * self.unit * self.times / self.over
    }
}

/// A power of ten, without rounding.
fn ten(power: usize) -> f64 {
    (0..power.min(EXACT)).fold(1.0, |product, _| product * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(histogram: &Histogram) -> (f64, f64, usize) {
        (histogram.edges[0], histogram.edges[histogram.edges.len() - 1], histogram.counts.len())
    }

    #[test]
    fn edges_are_round_and_bins_hold_all() {
        let values: Vec<f64> = (0..1000).map(|i| 0.312 + 0.0001 * f64::from(i)).collect();
        let found = Histogram::of(&values, Unit::Share);
        assert_eq!((&found.edges[..3], ends(&found)), (&[0.31, 0.315, 0.32][..], (0.31, 0.415, 21)));
        assert_eq!((found.counts.iter().sum::<u32>(), found.counts[0], found.absent), (1000, 30, 0));
        let found = Histogram::of(&[0.0, 1.0, 0.35, 1.0], Unit::Share);
        assert_eq!((ends(&found), &found.counts[..]), ((0.0, 1.0, 5), &[1, 1, 0, 0, 2][..]), "none above all");
        let found = Histogram::of(&[-1.5e8, 2.5e8, 1e8], Unit::Yuan);
        assert_eq!((ends(&found), &found.counts[..]), ((-2e8, 3e8, 5), &[1, 0, 0, 1, 1][..]));
    }

    #[test]
    fn a_value_on_an_edge_or_a_hair_below_it_finds_its_bin() {
        for width in [0.001, 0.007, 0.1, 0.3, 1e-9] {
            let on = |i: i32| f64::from(i) * width;
            let values: Vec<f64> = (0..=60).flat_map(|i| [on(i).next_down(), on(i), on(i).next_up()]).collect();
            let found = Histogram::of(&values, Unit::Ratio);
            let mut values: Vec<f64> = values.iter().chain(&found.edges).copied().collect();
            values.extend(found.edges.iter().map(|edge| edge.next_down()));
            values.retain(|value| (found.edges[0]..=*found.edges.last().expect("edges")).contains(value));
            let found = Histogram::of(&values, Unit::Ratio);
            let last = found.counts.len() - 1;
            for (bin, count) in found.counts.iter().enumerate() {
                let (from, to) = (found.edges[bin], found.edges[bin + 1]);
                let within = values.iter().filter(|at| **at >= from && (**at < to || (bin == last && **at == to)));
                assert_eq!(*count as usize, within.count(), "{from} to {to}");
            }
        }
    }

    #[test]
    fn whole_numbers_stand_in_bins_of_their_own() {
        let found = Histogram::of(&[3.0, 4.0, 4.0, 6.0], Unit::Persons);
        assert_eq!((ends(&found), &found.counts[..]), ((3.0, 7.0, 4), &[1, 2, 0, 1][..]));
        let found = Histogram::of(&[3.2, 3.4], Unit::Persons);
        assert_eq!((ends(&found), &found.counts[..]), ((3.0, 4.0, 1), &[2][..]), "persons are not cut");
        assert!(Histogram::of(&[3.2, 3.4], Unit::Ratio).counts.len() > 1);
    }

    #[test]
    fn one_value_has_one_bin_and_no_value_none() {
        let found = Histogram::of(&[0.1, 0.1, f64::NAN, f64::INFINITY], Unit::Share);
        assert_eq!(found, Histogram { edges: vec![0.1, 0.1], counts: vec![2], absent: 2 });
        let dust = Histogram::of(&[0.3, 0.1 + 0.2], Unit::Share);
        assert_eq!(dust.counts, [2], "rounding is no spread");
        assert_eq!(Histogram::of(&[f64::NAN], Unit::Share), Histogram { absent: 1, ..Histogram::default() });
        assert_eq!(Histogram::of(&[], Unit::Share), Histogram::default());
    }

    #[test]
    fn numbers_of_any_size_find_a_bin() {
        for (least, largest) in [(0.0, 5e-324), (-1e300, 1e300), (1e15, 1e15 + 64.0), (-1e-18, 1e-20), (1e22, 9e23)] {
            for unit in [Unit::Share, Unit::Yuan] {
                let found = Histogram::of(&[least, largest, least / 2.0 + largest / 2.0], unit);
                assert_eq!(found.counts.iter().sum::<u32>(), 3, "{least} to {largest}");
                assert_eq!(found.edges.len(), found.counts.len() + 1);
                assert!(found.edges[0] <= least && largest <= found.edges[found.counts.len()]);
            }
        }
    }
}
