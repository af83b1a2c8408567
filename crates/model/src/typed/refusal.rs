//! Why a text is no number, and what it may mean.

use super::plain::plain;
use super::{Bare, Why, amount, is_separator, run, starts_with_digit, ungrouped};
use crate::units::Unit;

/// Why a text was not taken, and the numbers it may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Why.
    pub why: Why,
    /// What it may mean; may be empty.
    pub readings: Vec<f64>,
}

/// The most numbers that are offered: more are a table, not a question.
const MOST: usize = 4;

/// Words after which a number is none that can be computed with.
const INEXACT: [&str; 33] = [
    "大约",
    "约为",
    "约",
    "≈",
    "大概",
    "接近",
    "近",
    "左右",
    "上下",
    "不超过",
    "超过",
    "不低于",
    "不少于",
    "不高于",
    "不多于",
    "高于",
    "低于",
    "至少",
    "至多",
    "最多",
    "以上",
    "以下",
    "以内",
    "多",
    "余",
    ">=",
    "<=",
    "≥",
    "≤",
    ">",
    "<",
    "about",
    "at least",
];

/// Other currencies.
const CURRENCIES: [&str; 7] = ["$", "€", "£", "USD", "美元", "港", "欧元"];

const NUMERALS: &str = "〇零一二三四五六七八九十两半壹贰叁肆伍陆柒捌玖拾佰仟";

/// Says of a text that [`super::read`] refuses why, and what it may mean.
pub fn refusal(text: &str, unit: Unit, bare: Bare) -> Refusal {
    let field = Field { unit, bare };
    let mut refusal = field.refusal(&plain(text));
    if refusal.readings.len() > MOST {
        refusal.readings.clear();
    }
    refusal
}

/// What a number is read for.
#[derive(Clone, Copy)]
struct Field {
    unit: Unit,
    bare: Bare,
}

impl Field {
    /// What texts may mean: one number, or those that it could be; each once.
    fn readings(self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<f64> {
        let mut found: Vec<f64> = Vec::new();
        for text in texts {
            let text = text.as_ref().trim();
            let readings = match amount(text, self.unit, self.bare) {
                Ok(value) => vec![value],
                Err(unread) => unread.either.map_or_else(Vec::new, Vec::from),
            };
            readings.into_iter().for_each(|value| {
                if !found.contains(&value) {
                    found.push(value);
                }
            });
        }
        found
    }

    fn refusal(self, text: &str) -> Refusal {
        let of = |why, readings| Refusal { why, readings };
        if text.contains(['\t', '、', ';']) {
            return of(Why::Several, self.readings(text.split(['\t', '、', ';'])));
        }
        if let Some(found) = self.span(text) {
            return found;
        }
        if CURRENCIES.iter().any(|word| text.contains(word)) {
            return of(Why::Currency, Vec::new());
        }
        if let Some(exact) = exact(text) {
            let inner = match amount(&exact, self.unit, self.bare) {
                Ok(value) => of(Why::Inexact, vec![value]),
                Err(_) => self.refusal(&exact),
            };
            return if inner.readings.is_empty() { inner } else { of(Why::Inexact, inner.readings) };
        }
        if let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
            let readings = self.readings([format!("-{inner}"), inner.to_owned()]);
            return of(if readings.is_empty() { Why::Text } else { Why::Brackets }, readings);
        }
        let points = ["个百分点", "百分点", "pp"].iter().find_map(|word| text.strip_suffix(word));
        if let Some(number) = points {
            return of(Why::Points, self.readings([format!("{}%", number.trim_end())]));
        }
        if text.contains(|c| NUMERALS.contains(c)) {
            return of(Why::Numerals, Vec::new());
        }
        match amount(text, self.unit, self.bare).err() {
            Some(unread) if unread.either.is_some() => of(unread.why, unread.either.map_or_else(Vec::new, Vec::from)),
            Some(unread) if matches!(unread.why, Why::Grouping | Why::Text) => {
                self.grouping(text).unwrap_or(of(unread.why, Vec::new()))
            }
            unread => of(unread.map_or(Why::Text, |unread| unread.why), Vec::new()),
        }
    }

    /// `30-40`, `3~5万`: from one number to another.
    fn span(self, text: &str) -> Option<Refusal> {
        let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
        let (low, high) = ["~", "-", "至", "到", " to "].into_iter().find_map(|mark| {
            let (low, high) = text.split_once(mark)?;
            let is_power = low.ends_with(['e', 'E']);
            (has_digit(low) && has_digit(high) && !is_power && !high.contains(mark)).then_some((low.trim(), high))
        })?;
        // The unit of both may stand behind the second alone.
        let tail = high.rfind(|c: char| c.is_ascii_digit()).map_or("", |last| &high[last + 1..]);
        let low = if low.ends_with(|c: char| c.is_ascii_digit()) { format!("{low}{tail}") } else { low.to_owned() };
        let readings = self.readings([low.as_str(), high]);
        // 0531-88888888 is no span, nor is what goes down.
        let is_code = low.starts_with('0') && starts_with_digit(&low[1..]);
        let is_rising = readings.len() != 2 || readings[0] < readings[1];
        if is_code || readings.is_empty() || !is_rising {
            return Some(Refusal { why: Why::Text, readings: Vec::new() });
        }
        Some(Refusal { why: Why::Span, readings })
    }

    /// What digits may mean whose separators do not stand between groups of three.
    fn grouping(self, text: &str) -> Option<Refusal> {
        let start = text.find(|c: char| c.is_ascii_digit() || c == '.' || c == ',')?;
        let run = run(&text[start..]);
        if ungrouped(run).is_some() {
            return None;
        }
        let why = if run.contains(' ') { Why::Spaces } else { Why::Grouping };
        let whole = |number: String| format!("{}{number}{}", &text[..start], &text[start + run.len()..]);
        let readings = self.readings(candidates(run).into_iter().map(whole));
        let is_pointless = why == Why::Grouping && !run.contains(is_separator) && readings.is_empty();
        (!is_pointless).then_some(Refusal { why, readings })
    }
}

/// The text without words that make a number inexact; `None` where there are none.
fn exact(text: &str) -> Option<String> {
    let mut exact = text.to_owned();
    for word in INEXACT {
        exact = exact.replace(word, "");
    }
    let exact = exact.trim().trim_start_matches('~').trim_end_matches('+').trim();
    (exact != text && !exact.is_empty()).then(|| exact.to_owned())
}

/// Digits that a run of digits and separators may stand for, without any separators.
fn candidates(run: &str) -> Vec<String> {
    let joined = run.replace(is_separator, "");
    let point_for = |mark: char| {
        // The last mark as the point, all else between groups of three.
        let (whole, fraction) = run.rsplit_once(mark)?;
        let whole = ungrouped(&whole.replace('.', ","))?;
        Some(format!("{whole}.{fraction}"))
    };
    let points = run.matches('.').count();
    if run.contains(' ') {
        let numbers = run.split(' ').filter(|number| !number.is_empty() && ungrouped(number).is_some());
        return match point_for(',') {
            Some(number) => vec![number],
            None => std::iter::once(joined.clone()).chain(numbers.map(str::to_owned)).collect(),
        };
    }
    if points > 1 && !run.contains(',') {
        return ungrouped(&run.replace('.', ",")).into_iter().collect();
    }
    match (run.rfind(','), run.rfind('.')) {
        (Some(comma), point) if points == 0 || point < Some(comma) => {
            // 3,5 may be 3.5 or 35; 1,2,3 may be anything.
            let also = (points < 2).then_some(joined);
            let bare = run.strip_prefix(',').map(|fraction| format!(".{fraction}"));
            match point_for(',').or(bare).or(leading_zero(run)) {
                Some(number) => std::iter::once(number).chain(also).collect(),
                None => Vec::new(),
            }
        }
        _ if points < 2 => vec![joined],
        _ => Vec::new(),
    }
}

/// `0,35` and `1234,5`: what is left of a single comma is no group of three, but a number.
fn leading_zero(run: &str) -> Option<String> {
    let (whole, fraction) = run.split_once(',')?;
    (!whole.contains('.') && !fraction.contains([',', '.'])).then(|| format!("{whole}.{fraction}"))
}
