//! Values that were counted in bins, as a picture.

use voced_analysis::uncertainty::Histogram as Counted;
use voced_charts::{Bin, Histogram, Landmark};
use voced_model::{Lang, Words};

use super::measure::Measure;
use crate::phrases;

/// A value to be found among the others.
pub fn landmark(name: &str, value: f64, is_own: bool, measure: &Measure) -> Landmark {
    Landmark { label: format!("{name} {}", measure.gauge().short(value)), value: measure.scaled(value), is_own }
}

/// The picture, with what its shares are of. A bin without width, where all values are one, is not drawn.
pub fn histogram(found: &Counted, measure: &Measure, shares: Words, landmarks: Vec<Landmark>, lang: Lang) -> Histogram {
    let bins = found.edges.windows(2).zip(&found.counts).filter(|(ends, _)| ends[0] < ends[1]);
    let bin = |(ends, count): (&[f64], &u32)| Bin {
        from: measure.scaled(ends[0]),
        to: measure.scaled(ends[1]),
        count: *count,
    };
    Histogram {
        title: None,
        bins: bins.map(bin).collect(),
        unit: measure.words(),
        unscaled: measure.unscaled(),
        share_label: shares.get(lang).to_owned(),
        decimals: measure.decimals,
        landmarks,
        empty_message: phrases::NO_VALUE.get(lang).to_owned(),
    }
}
