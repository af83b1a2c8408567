//! Walks a JSON document and collects every fault in it instead of stopping at the first.

use std::ops::RangeInclusive;

use crate::error::{Allowed, Fault, Problem, nearest, summed_up};
use crate::json::Json;
use voced_model::InputId;
use voced_model::text::Words;

/// The years a path may name.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// What is asked for where only a number is allowed.
pub const NUMBER: Words = Words { zh: "数", en: "a number" };
/// What is asked for where a number or a path over the years is allowed.
pub const NUMBER_OR_PATH: Words = Words {
    zh: "数或逐年设定（{\"start\"…} 或 {\"points\"…}）",
    en: "a number or a path ({\"start\"…} or {\"points\"…})",
};
/// What is asked for where only an object is allowed.
pub const OBJECT: Words = Words { zh: "对象（{…}）", en: "an object ({…})" };
const LIST: Words = Words { zh: "列表（[…]）", en: "a list ([…])" };
const TEXT: Words = Words { zh: "文字", en: "text" };
const TRUTH: Words = Words { zh: "“true”或“false”", en: "true or false" };

/// The fields of an object, checked for unknown and repeated keys.
pub type Fields<'a> = Vec<(&'a str, &'a Json)>;

/// Collects faults.
#[derive(Default)]
pub struct Reader {
    /// All that was found wrong so far, in the order of the file.
    pub faults: Vec<Fault>,
    /// The area that ships whose file is read, where notes of sources are kept apart from it.
    pub notes_of: Option<&'static str>,
}

/// A place inside another.
pub fn inside(at: &str, key: &str) -> String {
    if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") }
}

impl Reader {
    /// Notes what is wrong at a place.
    pub fn fault(&mut self, at: &str, problem: Problem) {
        self.faults.push(Fault::new(at, problem));
    }

    /// Notes a value of another type than asked for.
    pub fn wrong_type(&mut self, at: &str, expected: Words, found: &Json) {
        self.fault(at, Problem::WrongType { expected, found: found.describe(), allowed: None });
    }

    /// As [`Reader::wrong_type`] where a number is asked for.
    pub fn no_number(&mut self, at: &str, expected: Words, found: &Json, allowed: Allowed) {
        self.fault(at, Problem::WrongType { expected, found: found.describe(), allowed: Some(allowed) });
    }

    /// Notes an id that does not exist, with those like it.
    pub fn unknown_id<'a>(&mut self, at: &str, what: Words, id: &str, all: impl Iterator<Item = &'a str> + Clone) {
        let nearest = nearest(id, all);
        self.fault(at, Problem::UnknownId { what, id: id.to_owned(), nearest });
    }

    /// The result, or the faults, summed up where they are many.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Fault>> {
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => Err(summed_up(self.faults)),
        }
    }

    /// The entries of an object with free keys; repeated keys are faults.
    pub fn entries<'a>(&mut self, at: &str, json: &'a Json) -> Option<Fields<'a>> {
        let Json::Object(fields) = json else {
            self.wrong_type(at, OBJECT, json);
            return None;
        };
        let mut known: Fields<'a> = Vec::with_capacity(fields.len());
        for (key, value) in fields {
            if known.iter().any(|(name, _)| name == key) {
                self.fault(at, Problem::RepeatedKey { key: key.clone() });
            } else {
                known.push((key, value));
            }
        }
        Some(known)
    }

    /// The fields of an object with fixed keys; others are faults.
    pub fn fields<'a>(&mut self, at: &str, json: &'a Json, allowed: &'static [&'static str]) -> Option<Fields<'a>> {
        let mut entries = self.entries(at, json)?;
        entries.retain(|(key, _)| {
            let known = allowed.contains(key);
            if !known {
                self.fault(at, Problem::UnknownKey { key: (*key).to_owned(), allowed: allowed.to_vec() });
            }
            known
        });
        Some(entries)
    }

    /// A field that must be there. `None` means a fault was noted.
    pub fn required<T>(
        &mut self,
        at: &str,
        fields: &Fields<'_>,
        key: &'static str,
        read: impl FnOnce(&mut Reader, &str, &Json) -> Option<T>,
    ) -> Option<T> {
        match fields.iter().find(|(name, _)| *name == key) {
            Some((_, value)) => read(self, &inside(at, key), value),
            None => {
                self.fault(at, Problem::MissingKey { key });
                None
            }
        }
    }

    /// A field that may be missing or null: `Some(None)` then. `None` means a fault was noted.
    pub fn optional<T>(
        &mut self,
        at: &str,
        fields: &Fields<'_>,
        key: &'static str,
        read: impl FnOnce(&mut Reader, &str, &Json) -> Option<T>,
    ) -> Option<Option<T>> {
        match fields.iter().find(|(name, _)| *name == key) {
            None | Some((_, Json::Null)) => Some(None),
            Some((_, value)) => read(self, &inside(at, key), value).map(Some),
        }
    }

    /// A finite number; anything else is noted.
    pub fn number(&mut self, at: &str, json: &Json) -> Option<f64> {
        match json {
            Json::Number(value) => Some(*value),
            other => {
                self.wrong_type(at, NUMBER, other);
                None
            }
        }
    }

    /// A number, whatever its size; where it is none, the message says what is allowed.
    pub fn number_of(&mut self, at: &str, json: &Json, allowed: Allowed) -> Option<f64> {
        match json {
            Json::Number(value) => Some(*value),
            other => {
                self.no_number(at, NUMBER, other, allowed);
                None
            }
        }
    }

    /// A number within bounds.
    pub fn number_in(&mut self, at: &str, json: &Json, allowed: Allowed) -> Option<f64> {
        let value = self.number_of(at, json, allowed)?;
        let problem = Problem::of(&allowed, value);
        let sound = problem.is_none();
        self.faults.extend(problem.map(|problem| Fault::new(at, problem)));
        sound.then_some(value)
    }

    /// A year within bounds.
    pub fn year_in(&mut self, at: &str, json: &Json, years: RangeInclusive<i32>) -> Option<i32> {
        self.number_in(at, json, Allowed::years(years)).map(|value| value as i32)
    }

    /// A whole year within those a path may name; anything else is noted.
    pub fn year(&mut self, at: &str, json: &Json) -> Option<i32> {
        self.year_in(at, json, YEARS)
    }

    pub(crate) fn truth(&mut self, at: &str, json: &Json) -> Option<bool> {
        match json {
            Json::Bool(value) => Some(*value),
            other => {
                self.wrong_type(at, TRUTH, other);
                None
            }
        }
    }

    /// Text of at most `max` characters.
    pub fn text(&mut self, at: &str, json: &Json, max: usize) -> Option<String> {
        let Json::String(text) = json else {
            self.wrong_type(at, TEXT, json);
            return None;
        };
        let length = text.chars().count();
        if length > max {
            self.fault(at, Problem::TooLong { length, max });
            return None;
        }
        Some(text.clone())
    }

    pub(crate) fn list<'a>(&mut self, at: &str, json: &'a Json) -> Option<&'a [Json]> {
        match json {
            Json::Array(items) => Some(items),
            other => {
                self.wrong_type(at, LIST, other);
                None
            }
        }
    }

    /// One of a few words.
    pub fn one_of<T: Copy>(&mut self, at: &str, json: &Json, words: &[(&'static str, T)]) -> Option<T> {
        let chosen = match json {
            Json::String(text) => words.iter().find(|(word, _)| word == text),
            _ => None,
        };
        if chosen.is_none() {
            let allowed = words.iter().map(|(word, _)| *word).collect();
            self.fault(at, Problem::NotOneOf { found: json.describe(), allowed });
        }
        chosen.map(|(_, value)| *value)
    }
}

/// Reads text of at most `max` characters, for fields.
pub fn text(max: usize) -> impl FnOnce(&mut Reader, &str, &Json) -> Option<String> {
    move |reader, at, json| reader.text(at, json, max)
}

/// The input of an id; a fault with ids like it where there is none.
pub(crate) fn find_input(reader: &mut Reader, at: &str, id: &str) -> Option<InputId> {
    let input = InputId::find(id);
    if input.is_none() {
        reader.unknown_id(at, Words { zh: "可调项", en: "lever" }, id, InputId::all().map(InputId::id));
    }
    input
}
