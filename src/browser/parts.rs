//! Parts of the page's module that are loaded when they are asked for.
//!
//! The start module knows their files and joins them to the module that runs; it offers two functions
//! for that, in the page and in its workers. Where it does not (a draft, the tests) nothing was cut off.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = vocedPart)]
    fn fetch_part(name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = vocedHas)]
    fn has_part(name: &str) -> Result<bool, JsValue>;
}

/// A part. Code of it is behind the [gates](crate::lazy) of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The screens beside the charts, and what answers their questions.
    Later,
    /// What makes files to take away.
    Take,
    /// What reads tables that are brought.
    Bring,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::Later => "later",
            Part::Take => "take",
            Part::Bring => "bring",
        }
    }
}

/// A part could not be fetched or does not fit. Asking again may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

/// Whether the part is here, so that its code can be called.
pub fn is_here(part: Part) -> bool {
    // Without the function there are no parts.
    !cfg!(target_arch = "wasm32") || has_part(part.name()).unwrap_or(true)
}

/// Fetches the part, with those that it builds on, unless it is here.
///
/// # Errors
/// Where it does not arrive. Nothing is changed by that, and it can be tried again.
pub async fn load(part: Part) -> Result<(), Missing> {
    if is_here(part) {
        return Ok(());
    }
    let coming = fetch_part(part.name()).map_err(|_| Missing)?;
    JsFuture::from(coming).await.map_err(|_| Missing)?;
    if is_here(part) { Ok(()) } else { Err(Missing) }
}
