//! Numbers that are read together (a value, what it is held against, their difference, a range): one scale for
//! all of them, and no more digits than they bear. What the page shows of results is rounded here and nowhere
//! else.

use super::{Amount, DIGITS, Scale, shown_decimals};
use crate::text::Lang;
use crate::units::{Style, Unit};
use numerals::grouped;

/// The most decimals of any number that was not asked for to the last digit.
const MOST: usize = 2;

/// How numbers of one card, row or picture are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gauge {
    unit: Unit,
    lang: Lang,
    scale: Scale,
    /// Decimals that a difference or the end of a range may have at most.
    bears: usize,
    /// Whether every number has that many.
    is_even: bool,
    /// Digits of money and counts that have a scale.
    digits: i32,
}

impl Gauge {
    /// For the numbers that matter most, and others around them (ranges, running sums), which may be larger.
    pub fn of(main: &[f64], around: &[f64], unit: Unit, lang: Lang) -> Gauge {
        Gauge::with_digits(main, around, unit, lang, DIGITS)
    }

    /// As [`Gauge::of`], for what is read at a glance: a digit less.
    pub fn glance(main: &[f64], around: &[f64], unit: Unit, lang: Lang) -> Gauge {
        Gauge::with_digits(main, around, unit, lang, DIGITS - 1)
    }

    fn with_digits(main: &[f64], around: &[f64], unit: Unit, lang: Lang, digits: i32) -> Gauge {
        let known = |numbers: &[f64]| -> Vec<f64> {
            numbers.iter().map(|number| number.abs()).filter(|size| size.is_finite() && *size > 0.0).collect()
        };
        let most = |sizes: &[f64]| sizes.iter().fold(0.0_f64, |most, size| most.max(*size));
        let (main, around) = (known(main), known(around));
        let largest = most(&main);
        // Beside numbers a hundred times as large the digits of the least cannot be read.
        let room = largest.max(most(&around)) / 100.0;
        let least = main.iter().fold(f64::INFINITY, |least, size| least.min(*size)).max(room);
        // Nobody reads 0.01 of a hundred million: the scale is one in which the least is not so small.
        let top = Scale::of(largest.max(room), unit, lang).factor;
        let fits = |scale: &&Scale| scale.factor <= top && least >= 0.1 * scale.factor;
        let scale = Scale::all(unit, lang).iter().find(fits).copied().unwrap_or(Scale::ONE);
        let shown = |size: &f64| shown_decimals(size / scale.factor, unit, scale, digits);
        let bears = main.iter().map(shown).min().unwrap_or_else(|| shown(&most(&around)));
        Gauge { unit, lang, scale, bears, is_even: false, digits }
    }

    /// For parts of a sum that stand in one sentence: one scale in which the least can be read, and as many decimals
    /// for all.
    pub fn sums(parts: &[f64], unit: Unit, lang: Lang) -> Gauge {
        Gauge { is_even: true, ..Gauge::of(parts, &[], unit, lang) }
    }

    /// For one number alone.
    pub fn one(value: f64, unit: Unit, lang: Lang) -> Gauge {
        Gauge::of(&[value], &[], unit, lang)
    }

    /// For all numbers of a picture and its table up to this size: every one with the same decimals.
    pub fn picture(largest: f64, unit: Unit, lang: Lang) -> Gauge {
        // A step finer than for a single number: some are much smaller than the largest.
        let scale = Scale::of(largest / 10.0, unit, lang);
        let shown = if unit.style() == Style::Percent { largest * 100.0 } else { largest / scale.factor };
        let bears = match unit.style() {
            Style::Count | Style::Money if scale == Scale::ONE => 0,
            _ if shown < 10.0 => 2,
            _ if shown < 1000.0 => 1,
            _ => 0,
        };
        Gauge { unit, lang, scale, bears, is_even: true, digits: DIGITS }
    }

    /// For levels of inputs beside each other: as many decimals as the one that has most of them.
    pub fn levels(values: &[f64], unit: Unit, lang: Lang) -> Gauge {
        let gauge = Gauge::of(values, &[], unit, lang);
        let needed = values.iter().map(|value| gauge.needed(*value)).max().unwrap_or_default();
        Gauge { bears: needed, is_even: true, ..gauge }
    }

    /// For the range of an input: as [`Gauge::levels`], but no finer than a tenth of what is between its ends.
    pub fn stated(low: f64, high: f64, unit: Unit, lang: Lang) -> Gauge {
        let gauge = Gauge::levels(&[low, high], unit, lang);
        Gauge { bears: gauge.bears.min(gauge.told(low, high).max(1)), ..gauge }
    }

    /// The same for another unit of the kind, such as a sum beside a yearly amount.
    pub fn of_unit(&self, unit: Unit) -> Gauge {
        Gauge { unit, ..*self }
    }

    /// The scale.
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// The most decimals of a difference or of an end of a range; in a picture, those of every number.
    pub fn decimals(&self) -> usize {
        self.bears
    }

    /// A number as it is before its digits are written.
    fn scaled(&self, value: f64) -> f64 {
        if self.unit.style() == Style::Percent { value * 100.0 } else { value / self.scale.factor }
    }

    /// The fewest decimals that say a level, two at most and no more than its size bears.
    fn needed(&self, value: f64) -> usize {
        let scaled = self.scaled(value);
        let most = match self.unit.style() {
            Style::Percent | Style::Decimal => MOST,
            _ => shown_decimals(scaled, self.unit, self.scale, self.digits),
        };
        let says = |decimals: &usize| {
            let whole = scaled * 10f64.powi(*decimals as i32);
            (whole - whole.round()).abs() <= 1e-9 * whole.abs().max(1.0)
        };
        (0..most).find(says).unwrap_or(most)
    }

    /// The decimals that a range bears: its ends are told to a tenth of what is between them.
    fn told(&self, low: f64, high: f64) -> usize {
        let width = self.scaled(high - low).abs();
        (0..MOST).find(|decimals| width * 10f64.powi(*decimals as i32) >= 10.0 - 1e-9).unwrap_or(MOST)
    }

    fn number(&self, value: f64, decimals: usize) -> String {
        let digits = grouped(self.scaled(value), decimals);
        if self.unit.style() == Style::Percent { format!("{digits}%") } else { digits }
    }

    /// A value, in two parts.
    pub fn amount(&self, value: f64) -> Amount {
        let number = match self.unit.style() {
            Style::Year | Style::Switch => super::digits(value, self.unit, self.scale, self.lang),
            _ if self.is_even => self.number(value, self.bears),
            _ => self.number(value, shown_decimals(self.scaled(value), self.unit, self.scale, self.digits)),
        };
        Amount { number, unit: self.scale.words(self.unit, self.lang) }
    }

    /// A value with its unit.
    pub fn text(&self, value: f64) -> String {
        self.amount(value).text(self.lang)
    }

    /// A value with its scale but without its unit.
    pub fn short(&self, value: f64) -> String {
        self.scaled_only(self.amount(value).number)
    }

    /// A level in running text: as [`Gauge::short`], without idle zeros.
    pub fn level(&self, value: f64) -> String {
        let number = self.amount(value).number;
        let idle = |digits: &str| super::trimmed(digits.to_owned());
        self.scaled_only(number.strip_suffix('%').map_or_else(|| idle(&number), |digits| idle(digits) + "%"))
    }

    fn scaled_only(&self, number: String) -> String {
        let space = if self.scale.prefix.is_empty() || self.lang == Lang::Zh { "" } else { " " };
        format!("{number}{space}{}", self.scale.prefix.trim_end())
    }

    fn end_decimals(&self, low: f64, high: f64) -> usize {
        if self.is_even { self.bears } else { self.bears.min(self.told(low, high)) }
    }

    /// The ends of a range, with the same decimals and without the unit.
    pub fn ends(&self, low: f64, high: f64) -> [String; 2] {
        let decimals = self.end_decimals(low, high);
        [low, high].map(|end| self.scaled_only(self.number(end, decimals)))
    }

    /// The ends of a range, each with its unit.
    pub fn ends_with_unit(&self, low: f64, high: f64) -> [String; 2] {
        let decimals = self.end_decimals(low, high);
        let unit = self.scale.words(self.unit, self.lang);
        [low, high].map(|end| Amount { number: self.number(end, decimals), unit: unit.clone() }.text(self.lang))
    }

    /// A range in one text; nothing where its ends read the same.
    pub fn range(&self, low: f64, high: f64) -> String {
        let [low, high] = self.ends(low, high);
        if low == high { String::new() } else { format!("{low} – {high}") }
    }

    fn difference_decimals(&self, change: f64) -> usize {
        if self.is_even {
            self.bears
        } else {
            shown_decimals(self.scaled(change), self.unit, self.scale, self.digits).min(self.bears)
        }
    }

    /// The digits of a difference and its unit; differences of shares are in percentage points.
    fn apart(&self, change: f64) -> Amount {
        let number = grouped(self.scaled(change), self.difference_decimals(change));
        let unit = match self.unit.style() {
            Style::Percent => self.lang.pick("个百分点", "pp").to_owned(),
            _ => self.scale.words(self.unit, self.lang),
        };
        Amount { number, unit }
    }

    /// Whether a difference is too small to be told beside the numbers it is between.
    pub fn is_nothing(&self, change: f64) -> bool {
        is_nothing(&self.apart(change).number)
    }

    /// A difference with its sign.
    pub fn difference(&self, change: f64) -> Amount {
        let mut amount = self.apart(change);
        if is_nothing(&amount.number) {
            return Amount { number: self.lang.pick("持平", "no change").to_owned(), unit: String::new() };
        }
        if change > 0.0 {
            amount.number.insert(0, '+');
        }
        amount
    }

    /// A difference whose likely range is known: no finer than a tenth of that range.
    pub fn difference_within(&self, change: f64, low: f64, high: f64) -> Amount {
        Gauge { bears: self.end_decimals(low, high), ..*self }.difference(change)
    }

    /// What is missing, or to spare: never nothing where there is something.
    pub fn gap(&self, size: f64) -> String {
        let amount = self.apart(size.abs());
        if size == 0.0 || !is_nothing(&amount.number) {
            return amount.text(self.lang);
        }
        let decimals = self.difference_decimals(size);
        let least = Amount { number: grouped(10f64.powi(-(decimals as i32)), decimals), ..amount }.text(self.lang);
        self.lang.pick(format!("不足{least}"), format!("under {least}"))
    }
}

/// Whether digits say zero.
fn is_nothing(number: &str) -> bool {
    number.chars().all(|c| matches!(c, '0' | '.' | ','))
}

/// A share as whole percent.
pub fn percent(share: f64) -> String {
    format!("{}%", grouped(share * 100.0, 0))
}

/// A share of draws: a sample proves neither never nor always, even where it is all one way.
pub fn chance(share: f64) -> String {
    if share < 0.005 {
        "< 1%".to_owned()
    } else if share > 0.995 {
        "> 99%".to_owned()
    } else {
        percent(share)
    }
}

/// By how many percent a number is larger than another, with its sign.
pub fn relative(share: f64) -> String {
    let sign = if share > 0.0 { "+" } else { "" };
    format!("{sign}{}%", grouped(share * 100.0, 1))
}
