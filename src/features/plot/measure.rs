//! The scale in which the numbers of one picture are shown.

use voced_model::format::{Gauge, Scale};
use voced_model::{Lang, Style, Unit};

use voced_charts::Unscaled;

/// One scale for all numbers of a picture, named in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    unit: Unit,
    lang: Lang,
    scale: Scale,
    gauge: Gauge,
    /// Decimals of a number in tables and read-outs.
    pub decimals: usize,
}

impl Measure {
    /// The scale that suits numbers up to this size.
    pub fn of(unit: Unit, largest: f64, lang: Lang) -> Measure {
        let gauge = Gauge::picture(largest, unit, lang);
        // Pictures draw percent, not shares.
        let is_share = unit.style() == Style::Percent;
        let scale = if is_share { Scale { factor: 0.01, prefix: "%" } } else { gauge.scale() };
        Measure { unit, lang, scale, gauge, decimals: gauge.decimals() }
    }

    /// As [`Measure::of`], for the largest of some numbers.
    pub fn over(unit: Unit, numbers: impl Iterator<Item = f64>, lang: Lang) -> Measure {
        Measure::of(unit, numbers.filter(|number| number.is_finite()).fold(0.0, |most, one| most.max(one.abs())), lang)
    }

    /// How a number of the picture is written, with its unit.
    pub fn gauge(&self) -> Gauge {
        self.gauge
    }

    /// A number in this scale.
    pub fn scaled(&self, number: f64) -> f64 {
        number / self.scale.factor
    }

    /// The unit without the scale; percent stay percent.
    pub fn unscaled(&self) -> Unscaled {
        if self.unit.style() == Style::Percent {
            return Unscaled { factor: 1.0, unit: self.words() };
        }
        Unscaled { factor: self.scale.factor, unit: self.unit.words().get(self.lang).to_owned() }
    }

    /// The unit's words with the scale before them.
    pub fn words(&self) -> String {
        self.scale.words(self.unit, self.lang)
    }
}
