//! A document in an address: `#1.` and the zlib-packed JSON in base64. No server is needed to open it, and a
//! damaged one is noticed by its checksum. What the JSON holds has a version of its own, its schema.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use voced_sim::{Document, Fault};

/// The version of the packing, before the first dot.
const PACKING: &str = "1";

/// The largest document a link may hold, in bytes of JSON.
const LIMIT: usize = 4 << 20;

/// Why a link cannot be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkError {
    /// Made by a newer version of the page.
    Newer,
    /// Cut off or changed on its way.
    Damaged,
    /// Whole, but with faults in it.
    Faults(Vec<Fault>),
}

/// The part of an address after `#` that holds a document, or a scenario alone.
pub fn pack(document: impl Into<Document>) -> String {
    let json = document.into().to_json().to_string();
    format!("{PACKING}.{}", URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(json.as_bytes(), 9)))
}

/// The document of an address part (with or without `#`); `None` where it holds none.
///
/// # Errors
/// Where the link is newer than the page, damaged, or holds a faulty document.
pub fn unpack(fragment: &str) -> Option<Result<Document, LinkError>> {
    let fragment = fragment.trim_start_matches('#');
    let (packing, packed) = fragment.split_once('.')?;
    if packing != PACKING {
        let newer = packing.parse::<u32>().is_ok();
        return newer.then_some(Err(LinkError::Newer));
    }
    Some(open(packed))
}

fn open(packed: &str) -> Result<Document, LinkError> {
    let bytes = URL_SAFE_NO_PAD.decode(packed).map_err(|_| LinkError::Damaged)?;
    let bytes = decompress_to_vec_zlib_with_limit(&bytes, LIMIT).map_err(|_| LinkError::Damaged)?;
    let json = String::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
    Document::parse(&json).map_err(LinkError::Faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_sim::{InputId, Layer, PathValue, Place, Problem, Scenario};

    fn document() -> Document {
        let mut scenario = Scenario::new(Place::shipped("laiwu").expect("ships"), Layer::Plan);
        scenario.name = "“40 %” <b>&".to_owned();
        let share = InputId::find("vocational_share").expect("known");
        scenario.inputs.insert(share, PathValue::Points(vec![(2020, 0.3), (2023, 1.0 / 3.0)]));
        let beside = vec![Scenario::new(scenario.place.clone(), Layer::Base)];
        Document { beside, reference: 1, ..Document::of(scenario) }.pinned()
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
        for end in 3..link.len() {
            assert_eq!(unpack(&link[..end]), Some(Err(LinkError::Damaged)), "cut at {end}");
        }
        for place in 2..link.len() {
            let mut bytes = link.clone().into_bytes();
            bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).expect("ASCII");
            assert_ne!(unpack(&changed), Some(Ok(document())), "changed at {place}");
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
