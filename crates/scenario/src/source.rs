//! Values that can say where they come from.

use std::fmt::Write;

use crate::error::Problem;
use crate::json::Json;
use crate::reader::{Reader, inside};
use crate::references::{Basis, reference};
use crate::shipped::note;
use crate::text_fields::{MAX_ID, read_confidence, read_text};
use voced_model::InputId;
use voced_model::inputs::{Confidence, DefaultSource, SourceKind};
use voced_model::text::{Lang, Text, Words};

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The kind of source.
    pub kind: SourceKind,
    /// Ids of statements and reference values.
    pub ids: Vec<String>,
    /// How the value came about.
    note: Note,
}

/// How a value came about: the words, or where they are kept until they are asked for.
#[derive(Clone, Debug, PartialEq)]
enum Note {
    /// As its file says; may be empty.
    Words(Text),
    /// As the row of the input says whose default it is.
    DefaultOf(InputId),
    /// As the notes of an area that ships say at a place.
    Kept(&'static str, usize),
}

impl Source {
    /// Kind, ids and note in one line.
    pub fn text(&self, lang: Lang) -> String {
        let mut text = self.standing().words().get(lang).to_owned();
        if !self.ids.is_empty() {
            let _ = write!(text, " {}", self.ids.join(", "));
        }
        let note = self.note();
        if !note.is_empty() {
            let _ = write!(text, "{}{}", lang.pick("：", ": "), note.get(lang));
        }
        text
    }

    /// The source of what a user typed.
    pub fn own() -> Source {
        Source::of(SourceKind::Own, Vec::new(), Text::default())
    }

    /// The same, with the user's words on where it is from.
    pub fn own_noted(note: Text) -> Source {
        Source::of(SourceKind::Own, Vec::new(), note)
    }

    /// The same source with another note.
    #[must_use]
    pub fn with_note(self, note: Text) -> Source {
        Source { note: Note::Words(note), ..self }
    }

    pub(crate) fn of(kind: SourceKind, ids: Vec<String>, note: Text) -> Source {
        Source { kind, ids, note: Note::Words(note) }
    }

    /// That of an input's default.
    pub(crate) fn of_default(input: InputId) -> Source {
        let DefaultSource { kind, ids, .. } = input.spec().source;
        let ids = ids.iter().map(|id| (*id).to_owned()).collect();
        Source { kind, ids, note: Note::DefaultOf(input) }
    }

    /// How the value came about; may be empty.
    pub fn note(&self) -> Text {
        let own = |words: Words| Text { zh: words.zh.to_owned(), en: words.en.to_owned() };
        match &self.note {
            Note::Words(words) => words.clone(),
            Note::DefaultOf(input) => own(input.prose().note),
            Note::Kept(area, place) => note(area, *place).cloned().unwrap_or_default(),
        }
    }

    /// What the value really rests on: a cited reference value that is itself derived or estimated
    /// makes no published figure of what cites it.
    pub fn standing(&self) -> SourceKind {
        let weakest = self.ids.iter().filter_map(|id| reference(id)).map(|reference| match reference.basis {
            Basis::Estimate => SourceKind::Estimate,
            Basis::Derived => SourceKind::Derived,
            Basis::Retrieved | Basis::Memory => SourceKind::Reference,
        });
        match self.kind {
            SourceKind::Reference => weakest.fold(SourceKind::Reference, |kind, next| match (kind, next) {
                (SourceKind::Estimate, _) | (_, SourceKind::Estimate) => SourceKind::Estimate,
                (SourceKind::Derived, _) | (_, SourceKind::Derived) => SourceKind::Derived,
                _ => kind,
            }),
            kind => kind,
        }
    }

    pub(crate) fn read(reader: &mut Reader, at: &str, json: &Json) -> Option<Source> {
        const KEYS: &[&str] = &["kind", "ids", "note_zh", "note_en", "note"];
        let fields = reader.fields(at, json, if reader.notes_of.is_some() { KEYS } else { &KEYS[..4] })?;
        let kind = reader.required(at, &fields, "kind", |reader, at, json| {
            reader.one_of(at, json, &SourceKind::ALL.map(|kind| (kind.id(), kind)))
        });
        let ids = reader.optional(at, &fields, "ids", |reader, at, json| {
            let items = reader.list(at, json)?;
            items.iter().enumerate().map(|(i, item)| reader.text(&inside(at, &i.to_string()), item, MAX_ID)).collect()
        });
        let kept = fields.iter().find_map(|(key, json)| match json {
            Json::Number(place) if *key == "note" => Some(*place as usize),
            _ => None,
        });
        let note = match (reader.notes_of, kept) {
            (Some(area), Some(place)) => Some(Note::Kept(area, place)),
            _ => read_text(reader, at, &fields, "note_zh", "note_en").map(Note::Words),
        };
        Some(Source { kind: kind?, ids: ids?.unwrap_or_default(), note: note? })
    }
}

/// A value with its range, source and confidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// The least value thought possible.
    pub low: Option<f64>,
    /// The largest value thought possible.
    pub high: Option<f64>,
    /// Where it comes from.
    pub source: Source,
    /// How sure it is; the user's own values carry none unless given.
    pub confidence: Option<Confidence>,
    /// The id of the area it was copied from, where an own area borrows it.
    pub copied_from: Option<String>,
}

impl<T> Sourced<T> {
    /// A value the user gave without more.
    pub fn own(value: T) -> Sourced<T> {
        Sourced { value, low: None, high: None, source: Source::own(), confidence: None, copied_from: None }
    }
}

/// The keys of a sourced value.
const KEYS: &[&str] = &["value", "low", "high", "source", "confidence", "copied_from"];

/// Reads `{"value": …, "low": …, "source": …}`, or a bare value, which then is the user's own.
pub(crate) fn read_sourced<T>(
    reader: &mut Reader,
    at: &str,
    json: &Json,
    mut read: impl FnMut(&mut Reader, &str, &Json) -> Option<T>,
) -> Option<Sourced<T>> {
    if !KEYS.iter().any(|key| json.get(key).is_some()) {
        return read(reader, at, json).map(Sourced::own);
    }
    let fields = reader.fields(at, json, KEYS)?;
    let value = reader.required(at, &fields, "value", |reader, _, json| read(reader, at, json));
    let low = reader.optional(at, &fields, "low", Reader::number);
    let high = reader.optional(at, &fields, "high", Reader::number);
    let source = reader.optional(at, &fields, "source", Source::read);
    let confidence = reader.optional(at, &fields, "confidence", read_confidence);
    let copied_from = reader.optional(at, &fields, "copied_from", |reader, at, json| reader.text(at, json, MAX_ID));
    Some(Sourced {
        value: value?,
        low: low?,
        high: high?,
        source: source?.unwrap_or_else(Source::own),
        confidence: confidence?,
        copied_from: copied_from?,
    })
}

/// Notes a fault where low, value and high of a number do not rise.
pub(crate) fn judge_range(reader: &mut Reader, at: &str, value: f64, low: Option<f64>, high: Option<f64>) {
    let (low, high) = (low.unwrap_or(value), high.unwrap_or(value));
    if !(low <= value && value <= high) {
        reader.fault(at, Problem::RangeAroundValue { low, value, high });
    }
}
