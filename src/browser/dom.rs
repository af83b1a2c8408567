//! The document: the window, its title and theme, the focus, lists and what is pasted.

use crate::phrases;
use gloo::events::EventListener;
use voced_model::Lang;
use voced_scenario::Fault;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A list as far as it can open itself.
    type Opening;
    #[wasm_bindgen(method, catch, js_name = showPicker)]
    fn show_picker(this: &Opening) -> Result<(), JsValue>;
}

/// Opens a list for choosing; `false` where the browser (one from before 2023) cannot.
pub fn open_list(list: &web_sys::HtmlSelectElement) -> bool {
    list.unchecked_ref::<Opening>().show_picker().is_ok()
}

/// The browser's window; `None` outside a browser.
pub fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// Runs something whenever the page may be about to go away: it is left, or no longer seen, after which a phone
/// may end it without another word. As long as the listeners are held.
pub fn on_leaving(act: impl Fn() + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let document = window.document()?;
    let hidden = {
        let (act, document) = (act.clone(), document.clone());
        EventListener::new(&document.clone(), "visibilitychange", move |_| {
            if document.hidden() {
                act();
            }
        })
    };
    Some([EventListener::new(&window, "pagehide", move |_| act()), hidden])
}

/// Writes language, title and theme to the document's root.
pub fn dress_document(lang: Lang, is_dark: bool, title: &str) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Setting an attribute of the root fails only for names that are no names.
        let _ = root.set_attribute("lang", lang.pick("zh-CN", "en"));
        let _ = root.set_attribute("data-theme", if is_dark { "dark" } else { "light" });
    }
}

/// Says that the page's own data is faulty, in place of the page.
pub fn say_broken(faults: &[Fault]) {
    let lines = faults.iter().map(Fault::to_string);
    let first = format!("{} · {}", phrases::DATA_BROKEN.zh, phrases::DATA_BROKEN.en);
    let text: Vec<String> = std::iter::once(first).chain(lines).collect();
    if let Some(body) = window().and_then(|window| window.document()).and_then(|document| document.body()) {
        body.set_inner_text(&text.join("\n"));
    }
}

/// Gives the focus to the element that a selector names, and brings it to the middle of the window,
/// where nothing that sticks to an edge covers it. What is higher than the window begins at its top.
pub fn focus(css: &str) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let found = document.query_selector(css).ok().flatten();
    let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    // An element that cannot take the focus leaves it where it was.
    let _ = element.focus();
    let room = document.document_element().map_or(0, |root| root.client_height());
    let block = if element.offset_height() > room {
        web_sys::ScrollLogicalPosition::Start
    } else {
        web_sys::ScrollLogicalPosition::Center
    };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether an event came to an element that a selector names, or to something in it.
pub fn is_within(event: &web_sys::Event, css: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.and_then(|element| element.closest(css).ok().flatten()).is_some()
}

/// Whether nothing of the page has the focus, as after what had it went away.
pub fn is_focus_lost() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_some_and(|document| match (document.active_element(), document.body()) {
        (Some(active), Some(body)) => *active == **body,
        (active, _) => active.is_none(),
    })
}

/// What is pasted where it has several lines, with tabs between them.
pub fn pasted_lines(event: &web_sys::Event) -> Option<String> {
    let data = event.dyn_ref::<web_sys::ClipboardEvent>()?.clipboard_data()?;
    let text = data.get_data("text/plain").ok()?;
    let lines: Vec<&str> = text.trim().lines().collect();
    (lines.len() > 1).then(|| lines.join("\t"))
}
