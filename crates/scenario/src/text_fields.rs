//! Fields of files that hold words.

use crate::json::Json;
use crate::reader::{Fields, Reader};
use voced_model::inputs::Confidence;
use voced_model::text::Text;

/// The longest note or name a file may hold, in characters.
pub(crate) const MAX_TEXT: usize = 2000;

/// The longest id of an area, a target or a source, in characters.
pub(crate) const MAX_ID: usize = 40;

/// Reads how sure a value is.
pub(crate) fn read_confidence(reader: &mut Reader, at: &str, json: &Json) -> Option<Confidence> {
    reader.one_of(at, json, &Confidence::ALL.map(|level| (level.id(), level)))
}

/// Reads a text in both languages from two optional keys.
pub(crate) fn read_text(
    reader: &mut Reader,
    at: &str,
    fields: &Fields<'_>,
    zh: &'static str,
    en: &'static str,
) -> Option<Text> {
    let zh = reader.optional(at, fields, zh, |reader, at, json| reader.text(at, json, MAX_TEXT));
    let en = reader.optional(at, fields, en, |reader, at, json| reader.text(at, json, MAX_TEXT));
    Some(Text { zh: zh?.unwrap_or_default(), en: en?.unwrap_or_default() })
}
