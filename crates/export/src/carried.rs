//! The scenario that a workbook carries, so that it can be read back: as lines of text on a hidden sheet.

use std::fmt::Write;

use voced_model::Lang;
use voced_model::equations::MODEL_VERSION;
use voced_scenario::{Json, ResolvedScenario};

use crate::address::Tab;
use crate::page::{Laid, Page};

/// What tells the sheet from any other: the text of its first cell.
pub(crate) const MARK: &str = "voced-workbook";

/// The version of what stands on the sheet.
const FORMAT: &str = "1";

/// The longest piece of the scenario, in UTF-16 units; a cell holds 32,767.
const LONGEST_PIECE: usize = 30_000;

/// Stands before and behind every value: none begins like a formula or a number, and spaces at its ends are kept.
const EDGE: char = '|';

const VERSION: &str = "format";
const MODEL: &str = "model";
const LANGUAGE: &str = "language";
const ENTRIES: &str = "entries";
const REST: &str = "rest";
const SCENARIO: &str = "scenario";

/// What the sheet says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Carried {
    /// The version of the model whose formulas stand in the workbook.
    pub(crate) model: String,
    /// The language of the workbook.
    pub(crate) lang: Lang,
    /// What the sheets were when they were written.
    pub(crate) prints: Prints,
    /// The scenario, as files hold it.
    pub(crate) scenario: String,
}

/// Why there is nothing to be read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Unusable {
    /// Something is missing or changed.
    Damaged,
    /// The sheet is of a later version.
    Newer,
}

/// Short signs of what stands on the sheets: where they are the same, the same was written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Prints {
    /// Of the cells that may be changed.
    pub(crate) entries: String,
    /// Of all others.
    pub(crate) rest: String,
}

impl Prints {
    /// The signs of sheets as they are laid out.
    pub(crate) fn of(pages: &[Page], resolved: &ResolvedScenario) -> Prints {
        let (mut entries, mut rest) = (Print::default(), Print::default());
        for page in pages.iter().filter(|page| page.tab != Tab::Carried) {
            for (at, laid) in &page.cells {
                let entry = page.entries.get(at);
                let print = if entry.is_some() { &mut entries } else { &mut rest };
                let path = entry.map_or_else(String::new, |entry| entry.path(resolved));
                print.add(&format!("{:?} {at:?} {path} ", page.tab));
                match laid {
                    Laid::Text(text) => print.add(text),
                    Laid::Number(number) => print.add(&number.to_string()),
                    Laid::Formula(formula) => print.add(&format!("={formula}")),
                }
                print.add("\n");
            }
        }
        Prints { entries: entries.text(), rest: rest.text() }
    }
}

/// A sign in the making: the 64 bits of Fowler, Noll and Vo (FNV-1a). It guards against mistakes, not against malice.
struct Print(u64);

impl Default for Print {
    fn default() -> Print {
        Print(0xcbf2_9ce4_8422_2325)
    }
}

impl Print {
    fn add(&mut self, text: &str) {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn text(&self) -> String {
        format!("{:016x}", self.0)
    }
}

/// The lines of the sheet: a key and a value each.
pub(crate) fn lines(resolved: &ResolvedScenario, lang: Lang, prints: Prints) -> Vec<(String, String)> {
    let plain = [
        (VERSION, FORMAT),
        (MODEL, MODEL_VERSION),
        (LANGUAGE, lang.tag()),
        (ENTRIES, &prints.entries),
        (REST, &prints.rest),
    ];
    let pieces = pieces(&portable(&resolved.scenario.to_json()));
    let count = pieces.len();
    let scenario = (1..).zip(pieces).map(|(nth, piece)| (format!("{SCENARIO} {nth}/{count}"), piece));
    let lines = plain.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).chain(scenario);
    lines.map(|(key, value)| (key, format!("{EDGE}{value}{EDGE}"))).collect()
}

/// Reads the lines, in whatever order.
pub(crate) fn read(lines: &[(&str, &str)]) -> Result<Carried, Unusable> {
    let value = |wanted: &str| {
        let value = lines.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value);
        let value = value.and_then(|value| value.strip_prefix(EDGE)?.strip_suffix(EDGE));
        value.map(str::to_owned).ok_or(Unusable::Damaged)
    };
    let format = value(VERSION)?;
    if format != FORMAT {
        let is_newer = format.parse::<u32>().is_ok_and(|version| version > 1);
        return Err(if is_newer { Unusable::Newer } else { Unusable::Damaged });
    }
    let lang = Lang::from_tag(&value(LANGUAGE)?).ok_or(Unusable::Damaged)?;
    let counts = lines.iter().find_map(|(key, _)| key.strip_prefix(SCENARIO)?.trim().strip_prefix("1/"));
    let count: usize = counts.and_then(|count| count.parse().ok()).ok_or(Unusable::Damaged)?;
    // Each piece has a line, so that no count leads beyond them.
    let pieces = (1..=count.min(lines.len())).map(|nth| value(&format!("{SCENARIO} {nth}/{count}")));
    let scenario = pieces.collect::<Result<String, Unusable>>()?;
    let prints = Prints { entries: value(ENTRIES)?, rest: value(REST)? };
    Ok(Carried { model: value(MODEL)?, lang, prints, scenario })
}

/// JSON without anything that a cell would change: control characters, and what the file format reads as an escape.
fn portable(json: &Json) -> String {
    let text = json.to_string();
    let mut portable = String::with_capacity(text.len());
    let mut left = text.chars().peekable();
    while let Some(c) = left.next() {
        let is_escape = c == '_' && left.peek() == Some(&'x');
        if is_escape || c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') {
            // All of these stand in strings, and have one UTF-16 unit. Writing into text does not fail.
            let _ = write!(portable, "\\u{:04x}", u32::from(c));
        } else {
            portable.push(c);
        }
    }
    portable
}

/// Text in pieces that fit into cells.
fn pieces(text: &str) -> Vec<String> {
    let (mut pieces, mut piece, mut length) = (Vec::new(), String::new(), 0);
    for c in text.chars() {
        if length + c.len_utf16() > LONGEST_PIECE {
            pieces.push(std::mem::take(&mut piece));
            length = 0;
        }
        piece.push(c);
        length += c.len_utf16();
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{"schema":1,"region":"laiwu","name":"=_x0041_ \u0001\u009f\uffff | 名"}"#;

    fn lines_of(json: &str) -> Vec<(String, String)> {
        let resolved = voced_scenario::Scenario::parse(json).expect("sound").resolve().expect("sound");
        lines(&resolved, Lang::En, Prints { entries: "a".to_owned(), rest: "b".to_owned() })
    }

    fn borrowed(lines: &[(String, String)]) -> Vec<(&str, &str)> {
        lines.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
    }

    #[test]
    fn what_was_written_is_read_whatever_a_cell_can_not_hold() {
        let lines = lines_of(JSON);
        for (key, value) in &lines {
            assert_eq!(crate::text::safe(value), *value, "{key}: a cell holds it as it is");
            assert!(!crate::text::looks_like_formula(value), "{key}");
            // Not every program writes an escape of the file format again as it read it.
            assert!(!value.contains("_x"), "{key}");
        }
        let carried = read(&borrowed(&lines)).expect("readable");
        assert_eq!((carried.model.as_str(), carried.lang), (MODEL_VERSION, Lang::En));
        let name = voced_scenario::Scenario::parse(&carried.scenario).expect("sound").name;
        assert_eq!(name, "=_x0041_ \u{1}\u{9f}\u{ffff} | 名");
    }

    #[test]
    fn long_scenarios_come_in_pieces_and_none_may_be_missing() {
        let projects: Vec<String> = (0..600)
            .map(|i| {
                format!(
                    r#""p{i}":{{"name_zh":"很长的名称很长的名称很长的名称","area_m2":{i},"start":2021,"finish":2022}}"#
                )
            })
            .collect();
        let lines = lines_of(&format!(r#"{{"schema":1,"region":"laiwu","projects":{{{}}}}}"#, projects.join(",")));
        assert!(lines.len() > 6, "several pieces");
        assert!(lines.iter().all(|(_, value)| value.encode_utf16().count() < 32_000));
        assert!(read(&borrowed(&lines)).is_ok());
        for missing in 0..lines.len() {
            let mut left = lines.clone();
            left.remove(missing);
            assert_eq!(read(&borrowed(&left)), Err(Unusable::Damaged), "{}", lines[missing].0);
        }
    }

    #[test]
    fn a_later_version_is_known_as_such() {
        let mut lines = lines_of(JSON);
        lines[0].1 = "|2|".to_owned();
        assert_eq!(read(&borrowed(&lines)), Err(Unusable::Newer));
        lines[0].1 = "2".to_owned();
        assert_eq!(read(&borrowed(&lines)), Err(Unusable::Damaged));
    }
}
