//! What the page can learn about the browser it runs in.

use voced_sim::Lang;

use crate::state::ThemeChoice;

/// The browser's window; `None` outside a browser.
pub fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The language asked for in the address (`?lang=en`), if any.
pub fn asked_lang() -> Option<Lang> {
    let search = window()?.location().search().ok()?;
    let asked = web_sys::UrlSearchParams::new_with_str(&search).ok()?.get("lang")?;
    Lang::from_tag(&asked)
}

/// The browser's language, Chinese where it is neither.
pub fn browser_lang() -> Lang {
    window().and_then(|window| window.navigator().language()).and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Device pixels per CSS pixel.
pub fn pixel_ratio() -> f64 {
    window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// Whether the system asks for a dark page.
pub fn prefers_dark() -> bool {
    window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
        .is_some_and(|q| q.matches())
}

/// Writes language, title and theme to the document's root.
pub fn dress_document(lang: Lang, theme: ThemeChoice, title: &str) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Setting an attribute of the root fails only for names that are no names.
        let _ = root.set_attribute("lang", lang.pick("zh-CN", "en"));
        let _ = root.set_attribute("data-theme", theme.id());
    }
}
