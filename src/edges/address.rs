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
