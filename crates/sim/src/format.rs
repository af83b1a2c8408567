//! Numbers as people read them, in both languages; and as people type them.

use crate::inputs::SWITCHED;
use crate::text::Lang;
use crate::units::{Style, Unit};

/// The minus sign of running text.
const MINUS: &str = "−";

/// Digits with thousands separators and a fixed number of decimals.
pub fn grouped(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let mut out = String::with_capacity(text.len() + 8);
    if value < 0.0 && !is_zero {
        out.push_str(MINUS);
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

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
        let space = if self.unit.is_empty() || self.unit.starts_with('/') || lang == Lang::Zh { "" } else { " " };
        format!("{}{space}{}", self.number, self.unit)
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
        if !matches!(unit.style(), Style::Money | Style::Count) {
            return Scale::ONE;
        }
        let steps: &[(f64, Scale)] = match lang {
            Lang::Zh => &[(1e8, Scale { factor: 1e8, prefix: "亿" }), (1e5, Scale { factor: 1e4, prefix: "万" })],
            Lang::En => {
                &[(1e9, Scale { factor: 1e9, prefix: "billion " }), (1e6, Scale { factor: 1e6, prefix: "million " })]
            }
        };
        steps.iter().find(|(from, _)| size >= *from).map_or(Scale::ONE, |(_, scale)| *scale)
    }

    /// The unit's words with the scale before them.
    pub fn words(self, unit: Unit, lang: Lang) -> String {
        format!("{}{}", self.prefix, unit.words().get(lang))
    }
}

/// Decimals for a number of a unit after scaling.
fn shown_decimals(value: f64, unit: Unit, scale: Scale) -> usize {
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
        Style::Count | Style::Money if scale.factor == 1.0 => {
            if value.abs() < 100.0 && value.fract() != 0.0 {
                1
            } else {
                0
            }
        }
        Style::Count | Style::Money => decimals(value, 4).min(2),
    }
}

/// A number for reading at a glance.
pub fn amount(value: f64, unit: Unit, lang: Lang) -> Amount {
    let scale = Scale::of(value, unit, lang);
    let number = digits(value, unit, scale, lang);
    Amount { number, unit: scale.words(unit, lang) }
}

/// A number with its scale but without its unit, as short as can be: `4,500万`, `8 million`, `40%`.
pub fn short(value: f64, unit: Unit, lang: Lang) -> String {
    short_in(value, unit, Scale::of(value, unit, lang), lang)
}

/// The ends of a range, each as [`short`] has it; in one scale where that makes neither tiny: `9万 – 13万`.
pub fn range(low: f64, high: f64, unit: Unit, lang: Lang) -> String {
    let common = Scale::of(low.abs().max(high.abs()), unit, lang);
    let end = |value: f64| {
        let is_tiny = value.abs() < 0.1 * common.factor;
        short_in(value, unit, if is_tiny { Scale::of(value, unit, lang) } else { common }, lang)
    };
    format!("{} – {}", end(low), end(high))
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
            grouped(scaled, shown_decimals(scaled, unit, scale))
        }
    }
}

/// A difference, with its sign; differences of shares are in percentage points.
pub fn difference(value: f64, unit: Unit, lang: Lang) -> Amount {
    difference_beside(value, 0.0, unit, lang)
}

/// As [`difference`], between numbers of about this size: told no finer than they are.
pub fn difference_beside(value: f64, size: f64, unit: Unit, lang: Lang) -> Amount {
    let mut amount = self::amount(value, unit, lang);
    if unit.style() == Style::Percent {
        amount = Amount { number: grouped(value * 100.0, 1), unit: lang.pick("个百分点", "pp").to_owned() };
    } else if Scale::of(value, unit, lang) == Scale::ONE && size.abs() > value.abs() {
        let [own, beside] = [value, size.abs().floor() + 0.5].map(|value| shown_decimals(value, unit, Scale::ONE));
        amount.number = grouped(value, own.min(beside));
    }
    let nothing = amount.number.chars().all(|c| matches!(c, '0' | '.' | ','));
    if value > 0.0 && !nothing {
        amount.number.insert(0, '+');
    }
    if nothing {
        amount.number = lang.pick("持平", "no change").to_owned();
        amount.unit.clear();
    }
    amount
}

/// The number in an input field: plain digits, percent for shares, nothing that needs explaining.
pub fn field(value: f64, unit: Unit) -> String {
    let value = if unit.style() == Style::Percent { value * 100.0 } else { value };
    // Twelve digits hide the dust of binary fractions (0.29 * 100) and lose nothing a person typed.
    let rounded = format!("{:.*}", decimals(value, 12), value);
    trimmed(rounded)
}

/// The number in an input field as the language writes it, short enough to be seen whole: `40%`,
/// `4500万`, `45m`, `2.65bn`. Read back by [`parse`] without loss.
pub fn entry(value: f64, unit: Unit, lang: Lang) -> String {
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
    let is_short = |short: &String| length(short) < length(&all_digits) && parse(short, unit) == Ok(value);
    short.filter(is_short).unwrap_or(all_digits)
}

/// Why typed text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// Nothing was typed.
    Empty,
    /// Something else was typed.
    Unreadable,
}

/// Reads what a person typed: digits in half or full width, separators, a sign, `%`, `万`, `亿`, `k`,
/// `m`, `million`, `bn`, and the unit after them. A number typed for a share is percent with or without its
/// sign.
///
/// # Errors
/// Where nothing, or something else than a number, was typed.
pub fn parse(text: &str, unit: Unit) -> Result<f64, NotANumber> {
    let plain: String = text.chars().map(half_width).filter(|c| !c.is_whitespace() && *c != ',' && *c != '_').collect();
    if plain.is_empty() {
        return Err(NotANumber::Empty);
    }
    let split = plain.find(|c: char| !matches!(c, '0'..='9' | '.' | '+' | '-' | 'e' | 'E')).unwrap_or(plain.len());
    let (digits, mut rest) = plain.split_at(split);
    let (digits, mut power) = match digits.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, power.parse::<i32>().map_err(|_| NotANumber::Unreadable)?),
        None => (digits, 0),
    };
    let mut percent = false;
    loop {
        let (word, zeros) = match rest.chars().next() {
            None => break,
            Some('%') => {
                percent = true;
                ("%", 0)
            }
            Some('万') => ("万", 4),
            Some('亿') => ("亿", 8),
            Some('千') => ("千", 3),
            // Before the letters: `m` of floor area is a metre.
            Some(_) if is_unit(rest, unit) => break,
            Some('k' | 'K') if rest.len() == 1 => (rest, 3),
            _ if ["m", "million"].iter().any(|word| rest.eq_ignore_ascii_case(word)) => (rest, 6),
            _ if ["bn", "billion"].iter().any(|word| rest.eq_ignore_ascii_case(word)) => (rest, 9),
            Some(_) => return Err(NotANumber::Unreadable),
        };
        power = power.saturating_add(zeros);
        rest = &rest[word.len()..];
    }
    let is_share = unit.style() == Style::Percent;
    if percent && !is_share {
        return Err(NotANumber::Unreadable);
    }
    if is_share {
        power = power.saturating_sub(2);
    }
    // Read once, with all its zeros: a product of the two could be off by a hair.
    let value: f64 = format!("{digits}e{power}").parse().map_err(|_| NotANumber::Unreadable)?;
    if value.is_finite() { Ok(value) } else { Err(NotANumber::Unreadable) }
}

/// Whether text is (the start of) the unit's words, typed after the number.
fn is_unit(text: &str, unit: Unit) -> bool {
    Lang::ALL.into_iter().any(|lang| {
        let words: String = unit.words().get(lang).chars().filter(|c| !c.is_whitespace()).collect();
        words.starts_with(text)
    })
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '．' | '，' | '－' | '＋' | '％' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '−' | '–' => '-',
        '。' => '.',
        '、' => ',',
        other => other,
    }
}

#[cfg(test)]
mod tests;
