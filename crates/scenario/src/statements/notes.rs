//! What a reader should know about statements: in a file of its own, read when it is first asked for, because
//! a page can begin without it.

use std::sync::OnceLock;

use super::Statement;
use crate::data_file::{DataError, read_list};
use crate::json::Json;
use crate::reader::{Reader, text};
use crate::text_fields::read_text;
use voced_model::text::Text;

/// A note on a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The statement's id.
    pub id: String,
    /// What a reader should know.
    pub text: Text,
}

/// Every note that ships.
///
/// # Errors
/// The faults of the file, with its name.
pub fn notes() -> Result<&'static [Note], &'static DataError> {
    static CELL: OnceLock<Result<Vec<Note>, DataError>> = OnceLock::new();
    let text = include_str!("../../data/statement_notes.json");
    CELL.get_or_init(|| read_list("statement_notes.json", text, read)).as_deref()
}

impl Statement {
    /// What a reader should know about it; empty where there is nothing, or where the file is broken (a test
    /// sees to it that it is not).
    pub fn note(&self) -> Text {
        let found = notes().ok().and_then(|notes| notes.iter().find(|note| note.id == self.id));
        found.map(|note| note.text.clone()).unwrap_or_default()
    }
}

fn read(reader: &mut Reader, at: &str, json: &Json) -> Option<Note> {
    let fields = reader.fields(at, json, &["id", "note_zh", "note_en"])?;
    Some(Note {
        id: reader.required(at, &fields, "id", text(20))?,
        text: read_text(reader, at, &fields, "note_zh", "note_en")?,
    })
}
