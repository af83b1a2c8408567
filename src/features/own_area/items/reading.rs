//! What was typed, read by the table of fields.

use voced_model::{Allowed, Lang, Quantity, one_line};
use voced_scenario::Problem;

use super::draft::{Draft, Half};
use super::fields::{Field, Kind};
use super::item::years;
use crate::features::explore::programmes::view_model::read_name;
use crate::phrases;
use crate::ui::typing::{NotTaken, Told, read_typed, refused};

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldFault {
    /// The key of the field, and for a point its place and half: `points-2-value`.
    pub at: String,
    /// The reason, and the numbers it may mean.
    pub told: Told,
}

impl FieldFault {
    /// A reason at a field.
    pub fn new(at: impl Into<String>, said: impl Into<String>) -> FieldFault {
        FieldFault { at: at.into(), told: Told { said: said.into(), offers: Vec::new() } }
    }
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text, or what was chosen.
    Text(String),
    /// A number, or whether it is ticked.
    Number(f64),
    /// Years and values, the years rising.
    Points(Vec<(i32, f64)>),
}

/// What was read, by the keys of the fields; empty fields are missing.
pub struct Values(Vec<(&'static str, Value)>);

/// Where the half of a point stands.
pub fn point_at(place: usize, half: Half) -> String {
    let half = match half {
        Half::Year => "year",
        Half::Value => "value",
    };
    format!("points-{place}-{half}")
}

/// Reads a number as the page does everywhere.
///
/// # Errors
/// What is said of a text that is not taken.
pub fn number(text: &str, allowed: &Allowed, draft: &Draft, lang: Lang) -> Result<f64, Told> {
    let read = match draft.exact(text, allowed) {
        Some(value) if Problem::of(allowed, value).is_none() => Ok(value),
        Some(value) => Err(NotTaken::NotAllowed(value)),
        None => read_typed(text, allowed),
    };
    read.map_err(|not_taken| match &not_taken {
        NotTaken::Unread(text) => refused(text, allowed, lang),
        NotTaken::NotAllowed(_) => Told { said: not_taken.short(allowed, lang), offers: Vec::new() },
    })
}

/// Reads every field.
///
/// # Errors
/// Every fault, in the order of the fields.
pub fn read(draft: &Draft, fields: &[Field], lang: Lang) -> Result<Values, Vec<FieldFault>> {
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for field in fields {
        let text = draft.text(field.key).trim();
        match (&field.kind, text.is_empty()) {
            (Kind::Points(allowed), _) => match points(draft, allowed, lang) {
                Ok(points) => values.push((field.key, Value::Points(points))),
                Err(found) => faults.extend(found),
            },
            (Kind::Tick, _) => values.push((field.key, Value::Number(f64::from(u8::from(text == "1"))))),
            (_, true) if field.is_optional => {}
            (_, true) => {
                let is_chosen = matches!(field.kind, Kind::Choice(_) | Kind::Result);
                let words = if is_chosen { phrases::ITEMS_CHOOSE_ONE } else { phrases::ITEMS_EMPTY };
                faults.push(FieldFault::new(field.key, words.get(lang)));
            }
            (kind, false) => match read_one(kind, text, draft, lang) {
                Ok(value) => values.push((field.key, value)),
                Err(told) => faults.push(FieldFault { at: field.key.to_owned(), told }),
            },
        }
    }
    if faults.is_empty() { Ok(Values(values)) } else { Err(faults) }
}

fn read_one(kind: &Kind, text: &str, draft: &Draft, lang: Lang) -> Result<Value, Told> {
    let said = |said: String| Told { said, offers: Vec::new() };
    match kind {
        Kind::Number(allowed) => number(text, allowed, draft, lang).map(Value::Number),
        // What is not seen is no name.
        Kind::Name => read_name(&one_line(text), lang).map(Value::Text).map_err(said),
        Kind::Choice(options) if !options.iter().any(|option| option.value == text) => {
            Err(said(phrases::ITEMS_CHOOSE_ONE.get(lang).to_owned()))
        }
        Kind::Result if Quantity::find(text).is_none() => Err(said(phrases::ITEMS_CHOOSE_ONE.get(lang).to_owned())),
        Kind::Words => Ok(Value::Text(one_line(text))),
        _ => Ok(Value::Text(text.to_owned())),
    }
}

/// The years and values, the years rising; lines without anything are left out.
fn points(draft: &Draft, allowed: &Allowed, lang: Lang) -> Result<Vec<(i32, f64)>, Vec<FieldFault>> {
    let (mut points, mut faults) = (Vec::new(), Vec::new());
    for (place, point) in draft.points.iter().enumerate() {
        if point.year.trim().is_empty() && point.value.trim().is_empty() {
            continue;
        }
        let mut read = |text: &str, allowed: &Allowed, half: Half| {
            let read = match text.trim() {
                "" => Err(Told { said: phrases::ITEMS_EMPTY.get(lang).to_owned(), offers: Vec::new() }),
                text => number(text, allowed, draft, lang),
            };
            read.map_err(|told| faults.push(FieldFault { at: point_at(place, half), told })).ok()
        };
        let year = read(&point.year, &years(), Half::Year);
        let value = read(&point.value, allowed, Half::Value);
        points.extend(year.map(|year| year as i32).zip(value));
    }
    if points.is_empty() && faults.is_empty() {
        faults.push(FieldFault::new("points", phrases::ITEMS_NO_YEAR.get(lang)));
    }
    points.sort_by_key(|(year, _)| *year);
    if faults.is_empty() { Ok(points) } else { Err(faults) }
}

impl Values {
    /// What a field holds.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// The number in it.
    pub fn number(&self, key: &str) -> Option<f64> {
        match self.get(key)? {
            Value::Number(value) => Some(*value),
            // A switch is chosen from its states.
            Value::Text(text) => text.parse().ok(),
            Value::Points(_) => None,
        }
    }

    /// The year in it.
    pub fn year(&self, key: &str) -> Option<i32> {
        self.number(key).map(|year| year as i32)
    }

    /// Whether it is ticked.
    pub fn is_on(&self, key: &str) -> bool {
        self.number(key) == Some(1.0)
    }

    /// The text in it; empty where there is none.
    pub fn text(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }
}
