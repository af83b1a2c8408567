//! Files that the page hands out, and those it is given. They are made and read here, in the browser;
//! nothing is sent anywhere.

use gloo::file::{Blob, ObjectUrl, futures};
use gloo::timers::callback::Timeout;
use voced_model::one_line;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlAnchorElement};

use super::dom::window;

/// The largest file that is read, in bytes: as much as a link may hold, many times over.
pub const LARGEST: f64 = 16.0 * 1024.0 * 1024.0;

/// How long a saved file stays in the browser's hands, in milliseconds: some begin to write it late.
const HELD: u32 = 60_000;

/// The longest file name without its extension: well below what file systems allow, in bytes, for in
/// Chinese each character takes three of them.
const LONGEST: usize = 150;

/// Hands a file to the reader, as the browser saves files; `false` where the browser refuses.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> bool {
    let url = ObjectUrl::from(Blob::new_with_options(bytes, Some(mime)));
    let clicked = click(&url, name).is_some();
    // The address is released with the value.
    Timeout::new(HELD, move || drop(url)).forget();
    clicked
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

/// Text in GB18030, as the browser reads it; `None` where it is none.
#[cfg(target_arch = "wasm32")]
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Without a browser there is no decoder.
#[cfg(not(target_arch = "wasm32"))]
pub fn gb18030(_: &[u8]) -> Option<String> {
    None
}

/// Reads a file that the reader chose or dropped; `None` where it is larger than `largest` bytes or cannot be read.
pub fn read(file: &File, largest: f64, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    if file.size() > largest {
        return done(None);
    }
    let file = gloo::file::File::from(file.clone());
    spawn_local(async move { done(futures::read_as_bytes(&file).await.ok()) });
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
