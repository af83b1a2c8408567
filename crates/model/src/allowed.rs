//! The numbers a place allows, and how messages say it.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::text::Lang;
use crate::units::{Style, Unit};

/// Why a number is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// NaN or infinity.
    NotFinite,
    /// Out of its bounds.
    OutOfRange,
    /// A fraction where only whole numbers make sense.
    NotWhole,
}

/// A number as messages write it: all digits, or powers of ten where those would run on.
pub fn plain(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-9..1e15).contains(&size) { format!("{value:e}") } else { format!("{value}") }
}

/// The numbers allowed somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Allowed {
    /// The least.
    pub min: f64,
    /// The largest.
    pub max: f64,
    /// Whether only whole numbers are.
    pub whole: bool,
    /// Their unit, where it is known.
    pub unit: Option<Unit>,
}

impl Allowed {
    /// Any number of a unit within bounds.
    pub const fn of((min, max): (f64, f64), unit: Option<Unit>) -> Allowed {
        Allowed { min, max, whole: false, unit }
    }

    /// Any year within bounds.
    pub fn years(years: RangeInclusive<i32>) -> Allowed {
        let (min, max) = (f64::from(*years.start()), f64::from(*years.end()));
        Allowed { min, max, whole: true, unit: Some(Unit::Year) }
    }

    /// Why a number is not allowed, if it is not.
    pub fn refuses(&self, value: f64) -> Option<Refused> {
        if !value.is_finite() {
            Some(Refused::NotFinite)
        } else if !(self.min..=self.max).contains(&value) {
            Some(Refused::OutOfRange)
        } else if self.whole && value.fract() != 0.0 {
            Some(Refused::NotWhole)
        } else {
            None
        }
    }

    /// The words for people: `允许 0 至 1`, `allowed 0 to 1`.
    pub fn words(&self, lang: Lang) -> String {
        let (min, max) = (plain(self.min), plain(self.max));
        match self.unit.map(Unit::style) {
            _ if self.min == self.max => lang.pick(format!("允许 {min}"), format!("allowed {min}")),
            Some(Style::Switch) => lang.pick("允许 0（关）或 1（开）", "allowed 0 (off) or 1 (on)").to_owned(),
            Some(Style::Year) => lang.pick(format!("允许 {min} 至 {max} 年"), format!("allowed years {min} to {max}")),
            Some(Style::Percent) => lang.pick(
                format!("允许 {min} 至 {max}（按比例填写，5% 写作 0.05）"),
                format!("allowed {min} to {max} (a share: 5 percent is written 0.05)"),
            ),
            _ => {
                let unit = self.unit.map_or("", |unit| unit.words().get(lang));
                let space = if unit.is_empty() { "" } else { " " };
                let (zh, en) = if self.whole { ("，取整数", ", whole numbers only") } else { ("", "") };
                lang.pick(
                    format!("允许 {min} 至 {max}{space}{unit}{zh}"),
                    format!("allowed {min} to {max}{space}{unit}{en}"),
                )
            }
        }
    }
}
