//! The document in the address bar.

use super::dom::window;
use super::link;
use voced_scenario::Document;

/// The part of the address after `#`, without it.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The address of the page without what follows `?` or `#`. What the reader asked of the page alone (its
/// language) is not part of it.
pub fn page() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split(['#', '?']).next().unwrap_or_default().to_owned()
}

/// The whole address of the page with a document in it, or a scenario alone.
pub fn of(document: impl Into<Document>) -> String {
    format!("{}#{}", page(), link::pack(document))
}

/// Writes a document into the address, without a new entry in the browser's history, and returns
/// what stands there; `None` where the browser refuses.
pub fn write(document: Document) -> Option<String> {
    let packed = link::pack(document);
    if fragment() == packed {
        return Some(packed);
    }
    let history = window()?.history().ok()?;
    let url = format!("#{packed}");
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url)).ok()?;
    Some(packed)
}

/// Takes the language out of the address, once the reader has chosen another: the next visit is to
/// begin with the reader's choice.
pub fn forget_lang() {
    let Some(window) = window() else { return };
    let place = window.location();
    if let (Ok(path), Ok(hash), Ok(history)) = (place.pathname(), place.hash(), window.history()) {
        // Where the browser refuses, the address keeps its language, as it was opened.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("{path}{hash}")));
    }
}
