//! HTML that is called `.xls`, as many programs of offices export tables: every `table` is a sheet.

mod style;
mod tables;
mod tokens;

use voced_model::text::Words;

use crate::Decode;
use crate::book::{Book, Format};
use crate::refusal::{Note, Refusal};
use crate::xls::latin;
use tables::Tables;
use tokens::{Token, Tokens, find};

/// How far into a file its encoding is looked for.
const HEAD: usize = 4096;

/// Whether a text is HTML; it begins with a bracket, then.
pub(crate) fn is(text: &str) -> bool {
    let begins = |tag: &str| text.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    begins("<!doctype html") || begins("<html") || text.starts_with('<') && find(text, "<table").is_some()
}

/// Whether a text is a web page with all its parts in one file, as Office saves it for mail.
pub(crate) fn is_archive(text: &str) -> bool {
    text.get(..13).is_some_and(|head| head.eq_ignore_ascii_case("MIME-Version:"))
}

/// What such a file is; it is not read.
pub(crate) const ARCHIVE: Words = Words { zh: "单个文件网页（MHTML）", en: "a web page in one file (MHTML)" };

/// The text of a file that begins with a bracket and names its encoding, an older one; a character that is broken does
/// not spoil the others then.
pub(crate) fn text(bytes: &[u8], decode: Decode<'_>) -> Option<(String, Vec<Note>)> {
    if !bytes.trim_ascii_start().starts_with(b"<") || std::str::from_utf8(bytes).is_ok() {
        return None;
    }
    let head: String = bytes.iter().take(HEAD).copied().map(char::from).collect();
    // A page, or XML.
    let behind = |name| Some(find(&head, name)? + name.len());
    let named = head.get(behind("charset=").or_else(|| behind("encoding="))?..)?;
    let named = named.trim_start_matches(['"', '\'', ' ']).get(..3)?.to_ascii_lowercase();
    match named.as_str() {
        "gb2" | "gbk" | "gb1" | "gb_" | "x-g" => Some(chinese(bytes, decode)),
        "iso" | "win" => Some((latin(bytes), Vec::new())),
        _ => None,
    }
}

fn chinese(bytes: &[u8], decode: Decode<'_>) -> (String, Vec<Note>) {
    if let Some(text) = decode(bytes) {
        return (text, Vec::new());
    }
    let mut text = String::new();
    // No character of two bytes or four has one of these in it.
    for piece in bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'<' | b'>')) {
        match decode(piece) {
            Some(piece) => text.push_str(&piece),
            None => text.extend(piece.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\u{fffd}' })),
        }
    }
    (text, vec![Note::UnknownCharacters])
}

/// Reads HTML.
pub(crate) fn read(text: &str) -> Result<Book, Refusal> {
    let mut tables = Tables::default();
    for token in Tokens::new(text) {
        match token {
            Token::Text(text) => tables.text(text),
            Token::Style(sheet) => tables.classes.read(sheet),
            Token::Open(name, attributes) => tables.open(&name.to_ascii_lowercase(), attributes)?,
            Token::Close(name) => tables.close(&name.to_ascii_lowercase())?,
        }
    }
    let has_tables = tables.has_any();
    let mut sheets = tables.finish()?;
    match sheets.as_mut_slice() {
        [] if has_tables => return Err(Refusal::Empty),
        [] => return Err(Refusal::Other(Words { zh: "没有表格的网页", en: "a web page without tables" })),
        // Office writes the names of its sheets where browsers do not look.
        [sheet] => {
            if let Some(name) = named(text) {
                sheet.name = name;
            }
        }
        _ => {}
    }
    let notes = vec![Note::CalledOtherwise(Words { zh: "网页（HTML）", en: "a web page (HTML)" })];
    Ok(Book { format: Format::Html, notes, sheets })
}

/// The name that Office gives to the only sheet.
fn named(text: &str) -> Option<String> {
    let (_, behind) = text.split_once("<x:Name>")?;
    let (name, behind) = behind.split_once("</x:Name>")?;
    if name.len() > 200 || name.contains('<') || behind.contains("<x:Name>") {
        return None;
    }
    let mut resolved = String::new();
    tokens::resolve(name, |c| resolved.push(c));
    Some(resolved)
}
