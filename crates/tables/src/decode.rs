//! Bytes to text: UTF-8 and UTF-16 with or without their marks, else the older Chinese encodings.

use crate::Decode;
use crate::refusal::{Note, Refusal};

/// GB18030 without a browser.
#[cfg(feature = "encodings")]
pub(crate) fn gb18030(bytes: &[u8]) -> Option<String> {
    let (text, faulty) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    Some(text.into_owned()).filter(|_| !faulty)
}

/// The text of a file, with what should be known of it.
pub(crate) fn text(bytes: &[u8], decode: Decode<'_>) -> Result<(String, Vec<Note>), Refusal> {
    let (text, notes) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), Vec::new()),
            Err(_) => (decode(bytes).ok_or(Refusal::Encoding)?, vec![Note::TakenForGb18030]),
        },
    };
    // A table has no such characters; what has them is a file of some other kind.
    let is_binary = text.chars().take(4096).any(|c| matches!(c, '\0'..='\u{8}' | '\u{e}'..='\u{1a}'));
    if is_binary { Err(Refusal::Encoding) } else { Ok((text, notes)) }
}

fn utf8(bytes: &[u8]) -> (String, Vec<Note>) {
    lossy(String::from_utf8_lossy(bytes).into_owned())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Vec<Note>) {
    let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?))).collect();
    lossy(String::from_utf16_lossy(&units))
}

fn lossy(text: String) -> (String, Vec<Note>) {
    let notes = if text.contains('\u{fffd}') { vec![Note::UnknownCharacters] } else { Vec::new() };
    (text, notes)
}
