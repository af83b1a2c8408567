//! Published figures that values cite.

use std::sync::OnceLock;

use crate::data_file::{DataError, read_list};
use crate::json::Json;
use crate::reader::{Reader, text};
use crate::text_fields::{read_confidence, read_text};
use voced_model::inputs::Confidence;
use voced_model::text::{Text, Words};

/// One published figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Permanent id, such as `STD-02`.
    pub id: String,
    /// What it is.
    pub name: Text,
    /// The value in `unit`.
    pub value: f64,
    /// Its unit, in the source's terms.
    pub unit: String,
    /// The year it holds for; `None` where it is a rule.
    pub year: Option<i32>,
    /// The area it holds for.
    pub scope: Text,
    /// The document.
    pub document: Text,
    /// How sure it is.
    pub confidence: Confidence,
    /// How it was come by.
    pub basis: Basis,
    /// What a reader should know.
    pub note: Text,
}

/// How a reference value was come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Read in a public source.
    Retrieved,
    /// Known to the authors, not read again.
    Memory,
    /// Computed from other figures.
    Derived,
    /// A judgement.
    Estimate,
}

impl Basis {
    const ALL: [(&'static str, Basis); 4] = [
        ("retrieved", Basis::Retrieved),
        ("memory", Basis::Memory),
        ("derived", Basis::Derived),
        ("estimate", Basis::Estimate),
    ];

    /// The words for people.
    pub const fn words(self) -> Words {
        match self {
            Basis::Retrieved => Words { zh: "已查得原文", en: "read in the source" },
            Basis::Memory => Words { zh: "凭记忆，未复核", en: "recalled, not checked again" },
            Basis::Derived => Words { zh: "推算", en: "derived" },
            Basis::Estimate => Words { zh: "估计", en: "estimate" },
        }
    }
}

const REFERENCES: &str = "reference_values.json";

/// Every reference value that ships, in the order of the file.
///
/// # Errors
/// The faults of the file, with its name.
pub fn references() -> Result<&'static [Reference], &'static DataError> {
    static CELL: OnceLock<Result<Vec<Reference>, DataError>> = OnceLock::new();
    let text = include_str!("../data/reference_values.json");
    CELL.get_or_init(|| read_list(REFERENCES, text, read_reference)).as_deref()
}

/// The reference value of an id; `None` where there is none or the file is broken (a test sees to it
/// that it is not).
pub fn reference(id: &str) -> Option<&'static Reference> {
    references().ok()?.iter().find(|reference| reference.id == id)
}

fn read_reference(reader: &mut Reader, at: &str, json: &Json) -> Option<Reference> {
    const KEYS: &[&str] = &[
        "id",
        "name_zh",
        "name_en",
        "value",
        "unit",
        "year",
        "scope_zh",
        "scope_en",
        "document_zh",
        "document_en",
        "confidence",
        "basis",
        "note_zh",
        "note_en",
    ];
    let fields = reader.fields(at, json, KEYS)?;
    Some(Reference {
        id: reader.required(at, &fields, "id", text(20))?,
        name: read_text(reader, at, &fields, "name_zh", "name_en")?,
        value: reader.required(at, &fields, "value", Reader::number)?,
        unit: reader.required(at, &fields, "unit", text(40))?,
        year: reader.optional(at, &fields, "year", Reader::year)?,
        scope: read_text(reader, at, &fields, "scope_zh", "scope_en")?,
        document: read_text(reader, at, &fields, "document_zh", "document_en")?,
        confidence: reader.required(at, &fields, "confidence", read_confidence)?,
        basis: reader.required(at, &fields, "basis", |reader, at, json| reader.one_of(at, json, &Basis::ALL))?,
        note: read_text(reader, at, &fields, "note_zh", "note_en")?,
    })
}
