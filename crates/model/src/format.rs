//! Numbers as people read them, in both languages, and as fields show them. `typed` reads them back.

mod gauge;

use crate::inputs::SWITCHED;
use crate::text::Lang;
use crate::typed::{Bare, read};
use crate::units::{Style, Unit};
use numerals::MINUS;
pub use numerals::grouped;

pub use gauge::{Gauge, chance, percent, relative};

/// Decimals that leave about `digits` significant digits.
fn decimals(value: f64, digits: i32) -> usize {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    let magnitude = value.abs().log10().floor() as i32 + 1;
    (digits - magnitude).clamp(0, 12) as usize
}

/// Drops zeros at the end of the decimals.
fn trimmed(text: String) -> String {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number rounded to tenths.
pub fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A number for checking by hand: about seven significant digits, percent for shares, no 万 or
/// million, no unit.
pub fn exact(value: f64, unit: Option<Unit>, lang: Lang) -> String {
    if value.is_nan() {
        return lang.pick("无", "none").to_owned();
    }
    match unit.map(Unit::style) {
        Some(Style::Percent) => format!("{}%", trimmed(grouped(value * 100.0, decimals(value * 100.0, 6)))),
        Some(Style::Year) => format!("{value:.0}"),
        Some(Style::Switch) => format!("{value}"),
        Some(Style::Money | Style::Count) if value.abs() >= 1000.0 => trimmed(grouped(value, 2)),
        _ => trimmed(grouped(value, decimals(value, 7))),
    }
}

/// A number in two parts: the digits, and the unit that goes with them (with 万, 亿, million).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Digits, percent sign included.
    pub number: String,
    /// The unit; may be empty.
    pub unit: String,
}

impl Amount {
    /// Both parts in one line.
    pub fn text(&self, lang: Lang) -> String {
        format!("{}{}{}", self.number, self.space(lang), self.unit)
    }

    /// What stands between the two.
    pub fn space(&self, lang: Lang) -> &'static str {
        if self.unit.is_empty() || self.unit.starts_with('/') || lang == Lang::Zh { "" } else { " " }
    }
}

/// A power of ten with a name, by which large numbers are divided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// What numbers are divided by.
    pub factor: f64,
    /// What goes before the unit, such as `万` or `million `.
    pub prefix: &'static str,
}

impl Scale {
    const ONE: Scale = Scale { factor: 1.0, prefix: "" };

    /// The scale that suits a number of this size, so that at most four or five digits stand
    /// before the point.
    pub fn of(size: f64, unit: Unit, lang: Lang) -> Scale {
        let size = size.abs();
        // Ten thousand has a name of its own, but up to a hundred thousand the digits are as short.
        let from = |scale: &Scale| if scale.factor == 1e4 { 1e5 } else { scale.factor };
        let scales = Scale::all(unit, lang);
        scales.iter().find(|scale| size >= from(scale)).copied().unwrap_or(Scale::ONE)
    }

    /// The scales of a unit, the largest first.
    fn all(unit: Unit, lang: Lang) -> &'static [Scale] {
        match (unit.style(), lang) {
            (Style::Money | Style::Count, Lang::Zh) => {
                &[Scale { factor: 1e8, prefix: "亿" }, Scale { factor: 1e4, prefix: "万" }, Scale::ONE]
            }
            (Style::Money | Style::Count, Lang::En) => {
                &[Scale { factor: 1e9, prefix: "billion " }, Scale { factor: 1e6, prefix: "million " }, Scale::ONE]
            }
            _ => &[Scale::ONE],
        }
    }

    /// The unit's words with the scale before them.
    pub fn words(self, unit: Unit, lang: Lang) -> String {
        format!("{}{}", self.prefix, unit.words().get(lang))
    }
}

/// The digits of an amount of money or a count where nothing else is asked for.
const DIGITS: i32 = 4;

/// Decimals for a number of a unit after scaling, with so many digits where it has a scale.
fn shown_decimals(value: f64, unit: Unit, scale: Scale, digits: i32) -> usize {
    match unit.style() {
        Style::Percent => 1,
        Style::Decimal => {
            if value.abs() < 10.0 {
                2
            } else {
                1
            }
        }
        Style::Year | Style::Switch => 0,
        // Nobody is nine tenths of a teacher.
        Style::Count if scale.factor == 1.0 && unit.is_extensive() => 0,
        Style::Count | Style::Money if scale.factor == 1.0 => {
            if value.abs() < 100.0 && value.fract() != 0.0 {
                1
            } else {
                0
            }
        }
        Style::Count | Style::Money => decimals(value, digits).min(2),
    }
}

/// A number for reading at a glance.
pub fn amount(value: f64, unit: Unit, lang: Lang) -> Amount {
    Gauge::one(value, unit, lang).amount(value)
}

/// A number with its scale but without its unit, as short as can be: `4,500万`, `8 million`, `40%`.
pub fn short(value: f64, unit: Unit, lang: Lang) -> String {
    short_in(value, unit, Scale::of(value, unit, lang), lang)
}

/// The range of an input: one scale and the same decimals at both ends: `9万 – 13万`.
pub fn range(low: f64, high: f64, unit: Unit, lang: Lang) -> String {
    Gauge::stated(low, high, unit, lang).ends(low, high).join(" – ")
}

fn short_in(value: f64, unit: Unit, scale: Scale, lang: Lang) -> String {
    if unit.style() == Style::Percent {
        return format!("{}%", trimmed(grouped(value * 100.0, 2)));
    }
    let space = if scale.prefix.is_empty() || lang == Lang::Zh { "" } else { " " };
    format!("{}{space}{}", trimmed(digits(value, unit, scale, lang)), scale.prefix.trim_end())
}

/// The digits of a number in a given scale.
pub fn digits(value: f64, unit: Unit, scale: Scale, lang: Lang) -> String {
    match unit.style() {
        Style::Percent => format!("{}%", grouped(value * 100.0, 1)),
        Style::Year => format!("{value:.0}"),
        Style::Switch => SWITCHED[usize::from(value != 0.0)].get(lang).to_owned(),
        _ => {
            let scaled = value / scale.factor;
            grouped(scaled, shown_decimals(scaled, unit, scale, DIGITS))
        }
    }
}

/// A difference by itself, with its sign; differences of shares are in percentage points. Between numbers that
/// are shown too, a [`Gauge`] of theirs tells it.
pub fn difference(value: f64, unit: Unit, lang: Lang) -> Amount {
    Gauge::one(value, unit, lang).difference(value)
}

/// The number in an input field: plain digits, percent for shares, nothing that needs explaining.
pub fn field(value: f64, unit: Unit) -> String {
    let value = if unit.style() == Style::Percent { value * 100.0 } else { value };
    // Twelve digits hide the dust of binary fractions (0.29 * 100) and lose nothing a person typed.
    let rounded = format!("{:.*}", decimals(value, 12), value);
    trimmed(rounded)
}

/// The number in an input field as the language writes it, short enough to be seen whole: `40%`,
/// `4500万`, `45m`, `2.65bn`. What a person may have typed stands there with all its digits, a computed
/// fraction as [`useful`] has it; [`crate::typed::read`] reads either back.
pub fn entry(value: f64, unit: Unit, lang: Lang) -> String {
    let value = useful(value, unit);
    if unit.style() == Style::Percent {
        return format!("{}%", field(value, unit));
    }
    if !matches!(unit.style(), Style::Count | Style::Money) || value.abs() < 1e4 {
        return field(value, unit);
    }
    let short = match lang {
        Lang::Zh if value.abs() >= 1e8 => Some(format!("{}亿", field(value / 1e8, unit))),
        Lang::Zh if value.abs() >= 1e5 => Some(format!("{}万", field(value / 1e4, unit))),
        Lang::En if value.abs() >= 1e9 => Some(format!("{}bn", field(value / 1e9, unit))),
        Lang::En if value.abs() >= 1e6 => Some(format!("{}m", field(value / 1e6, unit))),
        _ => None,
    };
    let all_digits = trimmed(grouped(value, decimals(value, 15))).replace(MINUS, "-");
    let length = |text: &str| text.chars().count();
    let is_short =
        |short: &String| length(short) < length(&all_digits) && read(short, unit, Bare::Percent) == Ok(value);
    short.filter(is_short).unwrap_or(all_digits)
}

/// The value that a field shows: a fraction without end (a third, a year of a ramp) is rounded to four
/// digits, whole numbers kept; any other value is shown as it is.
pub fn useful(value: f64, unit: Unit) -> f64 {
    const TYPED: usize = 9;
    let shown = field(value, unit);
    let is_digit = |c: &char| c.is_ascii_digit();
    if !shown.contains('.') || shown.trim_start_matches(['-', '0', '.']).chars().filter(is_digit).count() <= TYPED {
        return value;
    }
    let percent = unit.style() == Style::Percent;
    let number = if percent { value * 100.0 } else { value };
    let power = if percent { -2 } else { 0 };
    format!("{:.*}e{power}", decimals(number, 4), number).parse().unwrap_or(value)
}

#[cfg(test)]
mod tests;
