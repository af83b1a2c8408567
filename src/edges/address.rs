//! The scenario in the address bar.

use super::link;
use super::surroundings::window;
use voced_sim::Scenario;

/// The part of the address after `#`, without it.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Writes the scenario into the address, without a new entry in the browser's history, and returns
/// what stands there; `None` where the browser refuses.
pub fn write(scenario: &Scenario) -> Option<String> {
    let packed = link::pack(scenario);
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
