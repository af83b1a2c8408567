//! Formats of numbers: only whether they show a day or a percentage.

use std::collections::HashMap;

use crate::events::{Events, Step};
use crate::limits::Counter;
use crate::refusal::Refusal;

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    #[default]
    Plain,
    /// In percent.
    Percent,
    /// As a day or a time.
    Day,
}

/// The formats of cells.
#[derive(Default)]
pub(super) struct Styles(Vec<Shown>);

impl Styles {
    /// How a cell with this style shows a number.
    pub(super) fn shown(&self, style: usize) -> Shown {
        self.0.get(style).copied().unwrap_or_default()
    }
}

/// Reads the formats of cells in their order.
pub(super) fn read(text: &str) -> Result<Styles, Refusal> {
    let mut counter = Counter::default();
    let mut formats: HashMap<u32, Shown> = HashMap::new();
    let mut styles = Vec::new();
    let mut is_of_cells = false;
    let mut events = Events::of(text, "styles.xml");
    while let Some(step) = events.next()? {
        match &step {
            Step::Open(tag) => match tag.name() {
                "numFmt" => {
                    counter.one()?;
                    let number = tag.get("numFmtId").and_then(|number| number.trim().parse().ok());
                    if let (Some(number), Some(code)) = (number, tag.get("formatCode")) {
                        formats.insert(number, of_code(&code));
                    }
                }
                // Named styles and differences of conditional formats have formats too.
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells => {
                    counter.one()?;
                    let number = tag.get("numFmtId").and_then(|number| number.trim().parse().ok()).unwrap_or(0);
                    styles.push(formats.get(&number).copied().unwrap_or_else(|| built_in(number)));
                }
                _ => {}
            },
            Step::Close(tag) if tag.name() == "cellXfs" => is_of_cells = false,
            Step::Close(_) | Step::Text(_) => {}
        }
    }
    Ok(Styles(styles))
}

/// The formats that a file need not spell out, with those of East Asian versions.
fn built_in(number: u32) -> Shown {
    match number {
        9 | 10 => Shown::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Day,
        _ => Shown::Plain,
    }
}

/// What a format shows, by its signs: quoted text, single characters and words in brackets (colours, languages,
/// conditions) show nothing of the number. The part for positive numbers decides.
fn of_code(code: &str) -> Shown {
    let mut signs = String::new();
    let mut left = code.chars();
    while let Some(sign) = left.next() {
        match sign {
            '"' => while left.next().is_some_and(|quoted| quoted != '"') {},
            // The next character is shown, left out for its width, or repeated.
            '\\' | '_' | '*' => {
                left.next();
            }
            '[' => {
                let word: String = left.by_ref().take_while(|sign| *sign != ']').collect();
                // Hours, minutes or seconds that count on beyond a day.
                if !word.is_empty() && word.chars().all(|sign| "hHmMsS".contains(sign)) {
                    return Shown::Day;
                }
            }
            ';' => break,
            _ => signs.extend(sign.to_lowercase()),
        }
    }
    // The usual format, in words: "general" and its Chinese name have letters that mean something elsewhere.
    let signs = signs.replace("general", "");
    if signs.contains('%') {
        Shown::Percent
    } else if signs.contains(['y', 'm', 'd', 'h', 's', '年', '月', '日']) || signs.contains("aaa") {
        Shown::Day
    } else {
        Shown::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, of_code};

    #[test]
    fn formats_tell_what_they_show() {
        for (code, shown) in [
            ("0.0%", Shown::Percent),
            ("0.00%;[Red]\\-0.00%", Shown::Percent),
            ("#,##0\"%\"", Shown::Plain),
            ("0\\%", Shown::Plain),
            ("General", Shown::Plain),
            ("G/通用格式", Shown::Plain),
            ("[Red]0.00", Shown::Plain),
            ("[$-804]0.00", Shown::Plain),
            ("#,##0.00_ ;[Red]\\-#,##0.00\\ ", Shown::Plain),
            ("_-* #,##0_d", Shown::Plain),
            ("0\"days\"", Shown::Plain),
            ("0.00E+00", Shown::Plain),
            ("@", Shown::Plain),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"", Shown::Day),
            ("yyyy/m/d;@", Shown::Day),
            ("[h]:mm", Shown::Day),
            ("e年", Shown::Day),
            ("aaaa", Shown::Day),
            ("0;0%", Shown::Plain),
            ("\"open", Shown::Plain),
            ("[open", Shown::Plain),
            ("\\", Shown::Plain),
        ] {
            assert_eq!(of_code(code), shown, "{code}");
        }
    }
}
