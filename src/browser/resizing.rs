//! Being told when an element changes its size.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

/// Watches one element until it is dropped.
pub struct Resizing {
    observer: ResizeObserver,
    // The observer calls it.
    _tell: Closure<dyn FnMut()>,
}

impl Resizing {
    /// Calls `tell` at every change of the element's size, and once at the beginning. `None` in a browser
    /// that cannot watch.
    pub fn of(element: &Element, tell: impl FnMut() + 'static) -> Option<Resizing> {
        let tell = Closure::<dyn FnMut()>::new(tell);
        let observer = ResizeObserver::new(tell.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Resizing { observer, _tell: tell })
    }
}

impl Drop for Resizing {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
