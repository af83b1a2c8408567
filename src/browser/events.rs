//! What happens to the window, heard as long as the listener is held; and work that waits.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Event;

use super::{dom, query};

/// Hears events until it is dropped.
pub struct Listener(#[expect(dead_code, reason = "held, not read")] EventListener);

/// Hears events of the window of one kind.
pub fn listen<E: JsCast>(kind: &'static str, act: impl FnMut(&E) + 'static) -> Option<Listener> {
    listen_with(kind, EventListenerOptions::default(), act)
}

/// Hears events of the window of one kind, and may keep the browser from doing what it does by itself.
pub fn listen_first<E: JsCast>(kind: &'static str, act: impl FnMut(&E) + 'static) -> Option<Listener> {
    listen_with(kind, EventListenerOptions::enable_prevent_default(), act)
}

fn listen_with<E: JsCast>(
    kind: &'static str,
    options: EventListenerOptions,
    mut act: impl FnMut(&E) + 'static,
) -> Option<Listener> {
    let act = move |event: &Event| {
        if let Some(event) = event.dyn_ref::<E>() {
            act(event);
        }
    };
    let window = dom::window()?;
    Some(Listener(EventListener::new_with_options(&window, kind, options, act)))
}

/// Does something before the window is drawn the next time, after what the reader does until then; soon where no frame
/// comes, and at once where nobody sees the window.
pub fn before_the_next_frame(act: impl FnOnce() + 'static) {
    /// Longer than a frame of any usual screen.
    const SOON: u32 = 50;
    let seen = dom::window().filter(|window| window.document().is_some_and(|document| !document.hidden()));
    let Some(window) = seen else { return act() };
    let once = std::rc::Rc::new(std::cell::Cell::new(Some(act)));
    let late = once.clone();
    gloo::timers::callback::Timeout::new(SOON, move || late.take().map_or((), |act| act())).forget();
    // Asking fails only for what is no function; the timer is there then too.
    let frame = Closure::once_into_js(move || once.take().map_or((), |act| act()));
    let _ = window.request_animation_frame(frame.unchecked_ref());
}

/// Hears that the system goes dark or light.
pub fn on_theme(act: impl Fn() + 'static) -> Option<Listener> {
    let query = query::dark_query()?;
    Some(Listener(EventListener::new(&query, "change", move |_| act())))
}

/// Does something once the page has been painted.
pub fn after_a_moment(work: impl FnOnce() + 'static) {
    const MILLISECONDS: u32 = 40;
    gloo::timers::callback::Timeout::new(MILLISECONDS, work).forget();
}
