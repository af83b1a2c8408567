//! Numbers as people type or paste them: one reader for the page, the command line and imports.
//!
//! [`read`] takes a number only where it can mean one thing. [`refusal()`] says of any other text why it was
//! not taken and what it may mean; it is a function of its own, so that a page can hold the reader without
//! the explanations.

mod plain;
mod refusal;
mod words;

use crate::text::Lang;
use crate::units::{Style, Unit};

pub use plain::plain;
pub use refusal::{Refusal, refusal};
pub use words::NOT_A_NUMBER;

/// What a number without a percent sign means where a share is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bare {
    /// Percent, as fields show shares: `30` is 30 %. At most 1 it could be a share as well, and is refused.
    Percent,
    /// A share, as files and programs write it: `0.3` is 30 %. Beyond 1 it could be percent as well, and is
    /// refused.
    Fraction,
}

/// Why a text is not taken for a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing was typed.
    Empty,
    /// Something in it is neither number, scale nor unit.
    Text,
    /// Commas or points that do not stand between groups of three digits.
    Grouping,
    /// Spaces that do not stand between groups of three digits.
    Spaces,
    /// Several numbers, as two cells of a table.
    Several,
    /// From one number to another.
    Span,
    /// `about`, `at least`, `左右`.
    Inexact,
    /// A share without a percent sign that is as plausible in percent as without.
    Share,
    /// A percentage where no share is wanted.
    Percent,
    /// Percentage points: a difference, where a share is wanted.
    Points,
    /// Numbers in words: `三千`.
    Numerals,
    /// In brackets: negative for accountants.
    Brackets,
    /// Another currency.
    Currency,
    /// `3万5`: the last digit may be thousands or ones.
    Place,
    /// `3m`: millions, or the beginning of the unit.
    Letter,
    /// Too large, or too close to zero, for any number of the program.
    Beyond,
}

/// A text that is not taken, with the two readings where the text itself has just two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unread {
    /// Why.
    pub why: Why,
    /// What it may mean.
    pub either: Option<[f64; 2]>,
}

impl From<Why> for Unread {
    fn from(why: Why) -> Unread {
        Unread { why, either: None }
    }
}

/// Reads a number of a unit: digits in half or full width, commas or spaces between groups of three, a sign,
/// `¥`, a power of ten, scales (`万`, `千万`, `3万5千`, `k`, `million`), `%`, the unit.
///
/// # Errors
/// Where the text is no number, or could mean more than one; [`refusal()`] says more.
pub fn read(text: &str, unit: Unit, bare: Bare) -> Result<f64, Unread> {
    amount(&plain(text), unit, bare)
}

/// [`read`] of text in one spelling.
fn amount(text: &str, unit: Unit, bare: Bare) -> Result<f64, Unread> {
    if text.is_empty() {
        return Err(Why::Empty.into());
    }
    let (mut sign, mut rest) = signed(text);
    if unit.style() == Style::Money
        && let Some(after) = CURRENCY.iter().find_map(|word| without(rest, word))
    {
        // The sign may stand on either side of the currency.
        rest = after.trim_start();
        if sign.is_none() {
            (sign, rest) = signed(rest);
        }
    }
    let is_share = unit.style() == Style::Percent;
    let spoken = rest.strip_prefix("百分之");
    let (digits, power, rest) = number(spoken.unwrap_or(rest).trim_start())?;
    let (zeros, letter, mut rest) = scale(rest, unit)?;
    let power = power.saturating_add(zeros);
    let mut value = parsed(&digits, power)?;
    // Kept until it is known that all else can be read.
    let mut either = letter.then_some((Why::Letter, [parsed(&digits, power - zeros)?, value]));
    let is_compound = zeros > 0 && starts_with_digit(rest);
    if is_compound {
        if digits.contains('.') {
            return Err(Why::Text.into());
        }
        let mut parts = Parts { sum: value, below: zeros, either: None };
        rest = parts.add_all(rest, unit)?;
        (value, either) = (parts.sum, parts.either.map(|either| (Why::Place, either)).or(either));
    }
    let marked = rest.strip_prefix('%');
    let rest = marked.unwrap_or(rest).trim();
    if !(rest.is_empty() || is_unit(rest, unit)) || (spoken.is_some() && marked.is_some()) {
        return Err(Why::Text.into());
    }
    let percent = spoken.or(marked).is_some();
    if percent && !is_share {
        return Err(Why::Percent.into());
    }
    if is_share {
        if is_compound {
            return Err(Why::Text.into());
        }
        // Read once, with all its zeros: a quotient could be off by a hair.
        let hundredth = parsed(&digits, power.saturating_sub(2))?;
        let is_small = value.abs() <= 1.0;
        if !percent && value != 0.0 && is_small == (bare == Bare::Percent) {
            either = Some((Why::Share, [value, hundredth]));
        }
        if percent || bare == Bare::Percent {
            value = hundredth;
        }
    }
    // Zero has no sign.
    let signed = |value: f64| if sign == Some('-') { 0.0 - value } else { value };
    match either {
        Some((why, [one, other])) => Err(Unread { why, either: Some([signed(one), signed(other)]) }),
        None => Ok(signed(value)),
    }
}

/// What yuan are called before a number, or after it beside the unit's own words.
const CURRENCY: [&str; 5] = ["¥", "RMB", "CNY", "人民币", "块"];

/// The text after a word, in whatever letters.
fn without<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

fn signed(text: &str) -> (Option<char>, &str) {
    let sign = text.chars().next().filter(|sign| matches!(sign, '+' | '-'));
    (sign, sign.map_or(text, |_| text[1..].trim_start()))
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// The value of digits with a point, times a power of ten.
fn parsed(digits: &str, power: i32) -> Result<f64, Unread> {
    let value: f64 = format!("{digits}e{power}").parse().map_err(|_| Why::Text)?;
    let vanished = value == 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
    if value.is_finite() && !vanished { Ok(value) } else { Err(Why::Beyond.into()) }
}

/// What may stand in a number beside digits.
fn is_separator(c: char) -> bool {
    matches!(c, ',' | ' ' | '\'' | '’' | '_')
}

/// The beginning of a text that is digits, points and separators, without spaces at its end.
fn run(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || is_separator(c)));
    text[..end.unwrap_or(text.len())].trim_end()
}

/// The digits at the beginning of a text, its power of ten, and the rest.
fn number(text: &str) -> Result<(String, i32, &str), Unread> {
    let run = run(text);
    let digits = ungrouped(run).ok_or(if run.contains(is_separator) { Why::Grouping } else { Why::Text })?;
    let rest = &text[run.len()..];
    if let Some(tail) = rest.strip_prefix(['e', 'E']) {
        let unsigned = tail.strip_prefix(['+', '-']).unwrap_or(tail);
        let after = unsigned.trim_start_matches(|c: char| c.is_ascii_digit());
        if after.len() < unsigned.len() {
            let end = tail.len() - after.len();
            let power = tail[..end].parse().map_err(|_| Why::Beyond)?;
            return Ok((digits, power, tail[end..].trim_start()));
        }
    }
    Ok((digits, 0, rest.trim_start()))
}

/// Digits without the separators between groups of three; `None` where they stand otherwise.
fn ungrouped(run: &str) -> Option<String> {
    let (whole, fraction) = run.split_once('.').unwrap_or((run, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(fraction) || !run.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) {
        let mut groups = whole.split(separator);
        let first = groups.next()?;
        let is_first = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
        if !is_first || !groups.all(|group| group.len() == 3 && is_digits(group)) {
            return None;
        }
    }
    Some(run.replace(is_separator, ""))
}

/// Scales in letters.
const LETTERS: [(&str, i32); 7] =
    [("k", 3), ("thousand", 3), ("m", 6), ("mn", 6), ("million", 6), ("bn", 9), ("billion", 9)];

/// The zeros of the scale at the beginning of a text, whether it may as well be the unit, and the rest.
fn scale(text: &str, unit: Unit) -> Result<(i32, bool, &str), Unread> {
    let (mut zeros, mut last, mut rest) = (0, 0, text);
    while let Some(next) = rest.chars().next() {
        let more = match next {
            '百' => 2,
            '千' => 3,
            '万' => 4,
            '亿' => 8,
            _ => break,
        };
        // 百万, 千万, 万亿; but neither 万千 nor 百千.
        if more <= last || (last > 0 && more < 4) {
            return Err(Why::Text.into());
        }
        (zeros, last, rest) = (zeros + more, more, rest[next.len_utf8()..].trim_start());
    }
    if zeros > 0 {
        return Ok((zeros, false, rest));
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    // m² and m2 are no millions.
    if rest.starts_with('²') || starts_with_digit(rest) {
        return Ok((0, false, text));
    }
    match LETTERS.iter().find(|(letters, _)| word.eq_ignore_ascii_case(letters)) {
        Some((_, zeros)) => Ok((*zeros, is_unit(word, unit), rest.trim_start())),
        None => Ok((0, false, text)),
    }
}

/// The sum of `2亿`, `3千万`, `5百`.
struct Parts {
    sum: f64,
    /// The zeros of the last part: what follows must be smaller.
    below: i32,
    either: Option<[f64; 2]>,
}

impl Parts {
    /// Adds the parts at the beginning of a text; gives the rest.
    fn add_all<'a>(&mut self, mut text: &'a str, unit: Unit) -> Result<&'a str, Unread> {
        while starts_with_digit(text) {
            let (digits, power, rest) = number(text)?;
            let (zeros, _, rest) = scale(rest, unit)?;
            let part = parsed(&digits, power + zeros)?;
            let one = (0..self.below).fold(1.0, |one, _| one * 10.0);
            let is_last = !starts_with_digit(rest);
            if power != 0 || part >= one || (digits.contains('.') && !is_last) {
                return Err(Why::Text.into());
            }
            // 3万5 is 35000 when spoken, and 30005 as digits.
            if zeros == 0 && digits.len() == 1 && part > 0.0 {
                self.either = Some([self.sum + part * one / 10.0, self.sum + part]);
            }
            self.sum += part;
            self.below = zeros;
            text = rest;
        }
        Ok(text)
    }
}

/// Whether text is the unit's words, or their beginning, or what else the unit is called.
fn is_unit(text: &str, unit: Unit) -> bool {
    let tight = |text: &str| -> String { text.replace('²', "2").split_whitespace().collect() };
    let typed = tight(text).to_ascii_lowercase();
    let zh = unit.words().zh;
    let also: &[&str] = match unit.style() {
        Style::Money => &CURRENCY,
        Style::Year => &["年"],
        _ if zh.starts_with('人') => &["名", "位"],
        _ if zh.starts_with("平方米") => &["平米", "sqm"],
        _ => &[],
    };
    Lang::ALL.into_iter().any(|lang| tight(unit.words().get(lang)).starts_with(&typed))
        || also.iter().any(|word| word.eq_ignore_ascii_case(&typed))
}
