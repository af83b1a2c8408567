//! Files that the page hands out, and those it is given. They are made and read here, in the browser;
//! nothing is sent anywhere.

use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use voced_model::one_line;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Blob, BlobPropertyBag, File, FileReader, HtmlAnchorElement, Url};

use super::dom::window;

/// The largest file that is read, in bytes: as much as a link may hold, many times over.
pub const LARGEST: f64 = 16.0 * 1024.0 * 1024.0;

/// How long a saved file stays in the browser's hands, in milliseconds: some begin to write it late.
const HELD: i32 = 60_000;

/// The longest file name without its extension: well below what file systems allow, in bytes, for in
/// Chinese each character takes three of them.
const LONGEST: usize = 150;

/// Hands a file to the reader, as the browser saves files; `false` where the browser refuses.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> bool {
    let Some(blob) = blob(mime, bytes) else { return false };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return false };
    let clicked = click(&url, name).is_some();
    let release = Closure::once_into_js({
        let url = url.clone();
        // An address that is no longer known needs no release.
        move || drop(Url::revoke_object_url(&url))
    });
    let later = window()
        .map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), HELD));
    clicked && matches!(later, Some(Ok(_)))
}

fn blob(mime: &str, bytes: &[u8]) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options).ok()
}

/// Presses a link to the file that nobody sees.
fn click(url: &str, name: &str) -> Option<()> {
    let document = window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(url);
    link.set_download(name);
    link.set_hidden(true);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

/// A file name of some parts: they may hold anything, a scenario's name for one. Chinese stays; what
/// would lead to another folder, or make the name read other than it is, does not.
pub fn name(parts: &[&str], extension: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| plain(part)).filter(|part| !part.is_empty()).collect();
    let mut stem = String::new();
    for c in parts.join("-").chars() {
        if stem.len() + c.len_utf8() > LONGEST {
            break;
        }
        stem.push(c);
    }
    let stem = stem.trim_matches(is_edge);
    let stem = if stem.is_empty() { "voced" } else { stem };
    // Windows takes some words for its devices.
    let device = stem.split('.').next().is_some_and(is_device);
    format!("{stem}{}.{extension}", if device { "_" } else { "" })
}

fn plain(part: &str) -> String {
    let spaced: String = part.chars().map(|c| if is_path(c) { ' ' } else { c }).collect();
    one_line(&spaced).trim_matches(is_edge).to_owned()
}

/// What a name must not begin or end with: files so called are hidden, or lose it.
fn is_edge(c: char) -> bool {
    matches!(c, '.' | ' ' | '-' | '~')
}

/// What separates folders and drives, or means something to the system.
fn is_path(c: char) -> bool {
    matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{2044}' | '\u{2215}' | '\u{ff0f}')
}

fn is_device(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let numbered = |name: &str| word.strip_prefix(name).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    matches!(word.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Reads a file that the reader chose or dropped; `None` where it is too large or cannot be read.
pub fn read(file: &File, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    if file.size() > LARGEST {
        return done(None);
    }
    let Ok(reader) = FileReader::new() else { return done(None) };
    // Both the result and a failure end in this event.
    let listener = EventListener::once(&reader, "loadend", {
        let reader = reader.clone();
        move |_| {
            let read = reader.result().ok().filter(|read| read.is_object());
            done(read.map(|read| Uint8Array::new(&read).to_vec()));
        }
    });
    listener.forget();
    // A reader at its beginning refuses nothing.
    drop(reader.read_as_array_buffer(file));
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn chinese_stays_and_so_do_plain_names() {
        assert_eq!(name(&["莱芜区", "扩招 40%（第二稿）"], "json"), "莱芜区-扩招 40%（第二稿）.json");
        assert_eq!(name(&["brief", "", "2025"], "pdf"), "brief-2025.pdf");
    }

    #[test]
    fn nothing_leads_out_of_the_folder_or_reads_other_than_it_is() {
        for hostile in [
            "../../etc/passwd",
            "C:\\Windows\\x",
            "a\u{202e}nosj.exe",
            "\u{0}\u{7}",
            "...",
            "  ",
            "<b>&\"",
            "CON",
            "x".repeat(10_000).as_str(),
            "莱".repeat(5_000).as_str(),
        ] {
            let name = name(&[hostile], "json");
            assert!(name.len() <= 170 && name.ends_with(".json") && name.len() > 5, "{name:?}");
            assert!(!name.contains(['/', '\\', ':', '<', '>', '"', '\u{202e}', '\u{0}']), "{name:?}");
            assert!(!name.starts_with(['.', ' ', '-']), "{name:?}");
        }
        assert_eq!(name(&["nul"], "json"), "nul_.json");
        assert_eq!(name(&["\u{202e}"], "csv"), "voced.csv");
    }
}
