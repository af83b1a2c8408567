//! A document in an address: `#1.` and the zlib-packed JSON in base64. No server is needed to open it, and a
//! damaged one is noticed by its checksum. What the JSON holds has a version of its own, its schema.
//!
//! Chat and mail programs put something behind a link, break it into lines or write its characters otherwise.
//! So only the letters of the alphabet are read, and the packed data says itself where it ends: what follows it
//! is nobody's, and the checksum decides whether it is whole.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
use voced_scenario::{Document, Fault};

/// The version of the packing, before the first dot.
const PACKING: &str = "1";

/// The largest document a link may hold, in bytes of JSON.
const LIMIT: usize = 4 << 20;

/// Why a link cannot be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkError {
    /// Made by a newer version of the page.
    Newer,
    /// Its end is missing.
    Cut,
    /// Changed on its way.
    Damaged,
    /// Whole, but with faults in it.
    Faults(Vec<Fault>),
}

/// The part of an address after `#` that holds a document, or a scenario alone.
pub fn pack(document: impl Into<Document>) -> String {
    let json = document.into().to_json().to_string();
    format!("{PACKING}.{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(json.as_bytes(), 9)))
}

/// The document of an address part (with or without `#`), whatever was put around it on its way; `None` where it
/// holds none.
///
/// # Errors
/// Where the link is newer than the page, cut, damaged, or holds a faulty document.
pub fn unpack(fragment: &str) -> Option<Result<Document, LinkError>> {
    let fragment = unescaped(fragment);
    let (packing, packed) = fragment.trim_start_matches(is_around).split_once('.')?;
    if packing != PACKING {
        let newer = packing.parse::<u32>().is_ok();
        return newer.then_some(Err(LinkError::Newer));
    }
    Some(open(packed))
}

/// What may stand before a link.
fn is_around(character: char) -> bool {
    character == '#' || is_space(character)
}

/// Spaces and line breaks, and the marks without width that programs put in to break lines at.
fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn open(packed: &str) -> Result<Document, LinkError> {
    let bytes = inflated(packed).or_else(|_| {
        // How it fares shows in the link alone, without what follows it.
        let end = packed.find(|character| value(character).is_none()).unwrap_or(packed.len());
        inflated(&packed[..end])
    })?;
    let json = String::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
    Document::parse(&json).map_err(LinkError::Faults)
}

/// What is packed in the letters of the alphabet; all else in the text is passed over.
fn inflated(packed: &str) -> Result<Vec<u8>, LinkError> {
    decompress_to_vec_zlib_with_limit(&bytes(packed), LIMIT).map_err(|error| match error.status {
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => LinkError::Cut,
        _ => LinkError::Damaged,
    })
}

/// The bytes that the letters of the alphabet stand for, as far as they are whole.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut count) = (0_u32, 0);
    for value in text.chars().filter_map(value) {
        held = held << 6 | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((held >> count) as u8);
            held &= (1 << count) - 1;
        }
    }
    bytes
}

/// What a letter of the alphabet stands for: the one of addresses, and what others write instead.
fn value(character: char) -> Option<u32> {
    let (first, before) = match character {
        'A'..='Z' => ('A', 0),
        'a'..='z' => ('a', 26),
        '0'..='9' => ('0', 52),
        '-' | '+' => return Some(62),
        '_' | '/' => return Some(63),
        _ => return None,
    };
    Some(u32::from(character) - u32::from(first) + before)
}

/// The text with `%41` read as `A`, as often as it was written so: each program on the way may have done it anew.
fn unescaped(text: &str) -> Cow<'_, str> {
    const TIMES: usize = 3;
    let mut text = Cow::Borrowed(text);
    for _ in 0..TIMES {
        if !text.contains('%') {
            break;
        }
        text = Cow::Owned(unescaped_once(&text));
    }
    text
}

fn unescaped_once(text: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut read = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        match (first, digit(after.first()), digit(after.get(1))) {
            (b'%', Some(high), Some(low)) => {
                read.push((high << 4 | low) as u8);
                rest = &after[2..];
            }
            _ => {
                read.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&read).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_model::InputId;
    use voced_scenario::{AreaRef, Layer, PathValue, Problem, Scenario};

    fn document() -> Document {
        let mut scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        scenario.name = "“40 %” <b>&".to_owned();
        let share = InputId::find("vocational_share").expect("known");
        scenario.inputs.insert(share, PathValue::Points(vec![(2020, 0.3), (2023, 1.0 / 3.0)]));
        let comparison = vec![Scenario::new(scenario.area_ref.clone(), Layer::Base)];
        Document { comparison, reference: 1, ..Document::of(scenario) }.with_snapshot()
    }

    #[test]
    fn a_link_opens_to_the_same_document() {
        let link = pack(document());
        assert!(link.len() < 700, "{} characters", link.len());
        assert_eq!(unpack(&format!("#{link}")), Some(Ok(document())));
    }

    #[test]
    fn a_damaged_link_is_noticed_wherever_it_is_damaged() {
        let link = pack(document());
        for end in 2..link.len() {
            assert_eq!(unpack(&link[..end]), Some(Err(LinkError::Cut)), "cut at {end}");
        }
        // Bits that only fill up a byte hold nothing: at the end of the packed text, and of the link.
        let mut idle = Vec::new();
        for place in 2..link.len() {
            let mut bytes = link.clone().into_bytes();
            bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).expect("ASCII");
            match unpack(&changed) {
                Some(Err(_)) => {}
                Some(Ok(opened)) if opened == document() => idle.push(place),
                other => panic!("changed at {place}: {other:?}"),
            }
        }
        assert!(idle.len() <= 2, "{idle:?} can change unnoticed");
        // The packed text ends before its check: four bytes, six letters.
        assert!(idle.iter().all(|place| place + 8 >= link.len()), "{idle:?} of {}", link.len());
    }

    /// A link as it arrives, with the middle of it in two pieces.
    fn arrived(pattern: &str) -> String {
        let link = pack(document());
        let (one, two) = link.split_at(link.len() / 2);
        pattern.replace("LINK", &link).replace("ONE", one).replace("TWO", two)
    }

    #[test]
    fn what_chat_and_mail_programs_put_around_a_link_does_not_matter() {
        let escaped = |link: &str| link.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let patterns = [
            // What ends a sentence or closes a bracket, in both scripts.
            "LINK。",
            "LINK，",
            "LINK．",
            "LINK.",
            "LINK...",
            "LINK!",
            "LINK！",
            "LINK？",
            "LINK；",
            "LINK、",
            "LINK……",
            "LINK)",
            "LINK）",
            "LINK》",
            "LINK>",
            "LINK」",
            "LINK』",
            "LINK】",
            "LINK]",
            "LINK\"",
            "LINK”",
            "LINK’",
            "LINK'",
            "LINK*",
            "LINK**",
            "LINK`",
            "LINK）。",
            "LINK\u{fffd}",
            "LINK😀",
            // Spaces, lines and words after it.
            "LINK ",
            " LINK",
            "LINK\u{3000}",
            "LINK\n",
            "LINK\r\n",
            "LINK please have a look",
            "LINK\nsent from my phone",
            "LINK 请打开看看",
            "LINK请打开看看",
            "LINK-- \nWang",
            "LINK（方案）abc",
            "LINK 1.abc",
            // What counts who came from where.
            "LINK&from=timeline&isappinstalled=0",
            "LINK&from=singlemessage",
            "LINK?from=groupmessage",
            "LINK&amp;from=timeline",
            "LINK#rd",
            "LINK#wechat_redirect",
            "LINK/",
            "LINK==",
            // Broken into lines, with what is put in between.
            "ONE\nTWO",
            "ONE\r\nTWO",
            "ONE TWO",
            "ONE\n  TWO",
            "ONE\u{200b}TWO",
            "ONE\u{ad}TWO",
            "ONE\u{feff}TWO",
            "ONE\u{a0}TWO",
            "ONE\n> TWO",
            "ONE\n> TWO。",
            "ONE=\nTWO",
            "ONE\n\nTWO\n\n请看",
            // Before it.
            "#LINK",
            "##LINK",
            "# LINK",
            "\u{feff}LINK",
            "%20LINK",
            "%23LINK",
            // Written otherwise.
            "LINK%E3%80%82",
            "LINK%EF%BC%89",
            "LINK%E3%80%8B",
            "LINK%E3%80",
            "LINK%",
            "LINK%2",
            "LINK%20and%20words",
            "LINK%26from%3Dtimeline",
            "ONE%0ATWO",
            "ONE%0D%0ATWO",
            "ONE%20TWO",
            "ONE%250ATWO",
            "ONE%25250ATWO",
        ];
        assert_eq!(unpack(&escaped(&arrived("LINK"))), Some(Ok(document())));
        assert_eq!(unpack(&escaped(&escaped(&arrived("LINK。")))), Some(Ok(document())));
        for pattern in patterns {
            assert_eq!(unpack(&arrived(pattern)), Some(Ok(document())), "{pattern}");
        }
        // As programs for e-mail write it whose alphabet is the other one.
        let other = arrived("LINK").replace('-', "+").replace('_', "/");
        assert_eq!(unpack(&other), Some(Ok(document())));
    }

    #[test]
    fn a_cut_link_is_called_cut_whatever_follows_and_a_changed_one_damaged() {
        for pattern in [
            "ONE",
            "ONE…",
            "ONE...",
            "ONE。请看",
            "ONE%E2%80%A6",
            "ONE\n",
            "ONE（未完）TWO后面",
            "ONE please have a look",
            "",
            " ",
            "%20",
        ] {
            let link = if pattern.contains("ONE") { arrived(pattern) } else { format!("1.{pattern}") };
            let expected = if pattern.contains("TWO") { Ok(document()) } else { Err(LinkError::Cut) };
            assert_eq!(unpack(&link), Some(expected), "{pattern}");
        }
        let mut changed = arrived("LINK").into_bytes();
        let middle = changed.len() / 2;
        changed[middle] = if changed[middle] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        for link in [changed.clone(), changed.clone() + "。", changed + " and words", arrived("LINK").to_lowercase()] {
            assert_eq!(unpack(&link), Some(Err(LinkError::Damaged)), "{link}");
        }
    }

    #[test]
    fn a_newer_link_is_called_newer_and_other_fragments_are_left_alone() {
        assert_eq!(unpack("#2.abc"), Some(Err(LinkError::Newer)));
        assert_eq!(unpack("#top"), None);
        assert_eq!(unpack(""), None);
        assert_eq!(unpack("#charts.top"), None);
    }

    #[test]
    fn a_whole_link_with_a_fault_says_the_fault() {
        let json = r#"{"schema": 3, "region": "laiwu"}"#;
        let packed = URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(json.as_bytes(), 9));
        let Some(Err(LinkError::Faults(faults))) = unpack(&format!("1.{packed}")) else { panic!("a fault") };
        assert!(matches!(faults[0].problem, Problem::NewerSchema { .. }));
    }
}
