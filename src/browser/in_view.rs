//! Being told when an element comes into the window or leaves it.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

use super::dom;

/// Watches one element until it is dropped.
pub struct InView {
    observer: IntersectionObserver,
    // The observer calls it.
    _tell: Closure<dyn FnMut(js_sys::Array)>,
    // On paper everything is in view.
    _printing: Option<EventListener>,
}

impl InView {
    /// Calls `tell` with whether the element is in the window, once at the beginning and whenever that changes, and
    /// with `true` before the page is printed. `None` in a browser that cannot watch.
    pub fn of(element: &Element, tell: impl Fn(bool) + Clone + 'static) -> Option<InView> {
        let printing = {
            let tell = tell.clone();
            dom::window().map(|window| EventListener::new(&window, "beforeprint", move |_| tell(true)))
        };
        let tell = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            // The newest is the last.
            let newest = entries.get(entries.length().saturating_sub(1)).dyn_into::<IntersectionObserverEntry>();
            if let Ok(newest) = newest {
                tell(newest.is_intersecting());
            }
        });
        let observer = IntersectionObserver::new(tell.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(InView { observer, _tell: tell, _printing: printing })
    }
}

impl Drop for InView {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
