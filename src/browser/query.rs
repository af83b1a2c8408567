//! What the page asks the browser: words of the address, language, size, theme.

use super::dom::window;
use crate::app::embedding::words;
use voced_model::Lang;

/// What stands behind a word in the address (`?word=value`), if it is there.
pub fn asked(word: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(word)
}

/// The language asked for in the address (`?lang=en`), if any.
pub fn asked_lang() -> Option<Lang> {
    Lang::from_tag(&asked(words::LANG)?)
}

/// Whether the page was opened from a disk.
pub fn is_file() -> bool {
    window().and_then(|window| window.location().protocol().ok()).is_some_and(|protocol| protocol == "file:")
}

/// The browser's language, Chinese where it is neither.
pub fn browser_lang() -> Lang {
    window().and_then(|window| window.navigator().language()).and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Whether the page stands in one column; the same width as in the style sheet.
pub fn is_narrow() -> bool {
    window().and_then(|window| window.match_media("(max-width: 819px)").ok().flatten()).is_some_and(|q| q.matches())
}

/// Height of the window inside, where the page stands in two columns; the same width as in the style sheet.
pub fn height_beside_levers() -> Option<f64> {
    let window = window()?;
    window.match_media("(min-width: 1280px)").ok().flatten().filter(|query| query.matches())?;
    window.inner_height().ok()?.as_f64()
}

/// Device pixels per CSS pixel.
pub fn pixel_ratio() -> f64 {
    window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// The system's wish for a dark page, for listening to.
pub fn dark_query() -> Option<web_sys::MediaQueryList> {
    window()?.match_media("(prefers-color-scheme: dark)").ok().flatten()
}

/// Whether the system asks for a dark page.
pub fn prefers_dark() -> bool {
    dark_query().is_some_and(|query| query.matches())
}
