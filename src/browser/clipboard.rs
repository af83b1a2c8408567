//! The clipboard.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::dom::window;

/// Copies what a field holds, which stays selected, and tells whether that went well.
pub fn copy(field: &web_sys::HtmlTextAreaElement, done: impl Fn(bool) + 'static) {
    // A field that is not shown cannot be focused; then there is nothing to select either.
    let _ = field.focus();
    field.select();
    let Some(promise) = modern(&field.value()) else {
        done(by_command());
        return;
    };
    let done = std::rc::Rc::new(done);
    let refused = done.clone();
    let on_done = Closure::once_into_js(move |_: JsValue| done(true));
    let on_refused = Closure::once_into_js(move |_: JsValue| refused(by_command()));
    if let (Some(on_done), Some(on_refused)) = (on_done.dyn_ref::<Function>(), on_refused.dyn_ref::<Function>()) {
        let then = Reflect::get(&promise, &"then".into()).ok().and_then(|then| then.dyn_into::<Function>().ok());
        if let Some(then) = then {
            // What `then` returns is of no use.
            let _ = then.call2(&promise, on_done, on_refused);
        }
    }
}

/// The clipboard of today, which only pages from safe addresses have.
fn modern(text: &str) -> Option<Promise> {
    let navigator = window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into::<Promise>().ok()
}

/// The way of old: what is selected is copied.
fn by_command() -> bool {
    let run = || {
        let document = window()?.document()?;
        let command = Reflect::get(&document, &"execCommand".into()).ok()?.dyn_into::<Function>().ok()?;
        command.call1(&document, &"copy".into()).ok()?.as_bool()
    };
    run().unwrap_or(false)
}
