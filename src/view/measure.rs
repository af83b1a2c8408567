//! The scale in which the numbers of one picture are shown.

use voced_sim::format::Scale;
use voced_sim::{Lang, Style, Unit};

use crate::charts::Unscaled;

/// One scale for all numbers of a picture, named in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    unit: Unit,
    lang: Lang,
    scale: Scale,
    /// Decimals of a number in tables and read-outs.
    pub decimals: usize,
}

impl Measure {
    /// The scale that suits numbers up to this size.
    pub fn of(unit: Unit, largest: f64, lang: Lang) -> Measure {
        let percent = unit.style() == Style::Percent;
        // A step finer than for a single number: some are much smaller than the largest.
        let scale = if percent { Scale { factor: 0.01, prefix: "%" } } else { Scale::of(largest / 10.0, unit, lang) };
        let shown = largest / scale.factor;
        let decimals = match unit.style() {
            Style::Count | Style::Money if scale.factor == 1.0 => 0,
            _ if shown < 10.0 => 2,
            _ if shown < 1000.0 => 1,
            _ => 0,
        };
        Measure { unit, lang, scale, decimals }
    }

    /// As [`Measure::of`], for the largest of some numbers.
    pub fn over(unit: Unit, numbers: impl Iterator<Item = f64>, lang: Lang) -> Measure {
        Measure::of(unit, numbers.filter(|number| number.is_finite()).fold(0.0, |most, one| most.max(one.abs())), lang)
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
