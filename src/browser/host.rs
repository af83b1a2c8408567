//! The page around an embedded one: what it is told.

use js_sys::JSON;
use voced_scenario::Json;

use super::dom::window;

/// What the page around is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The embedded page is there.
    Ready,
    /// The scenario is another one.
    Change,
    /// The embedded page is so high.
    Height,
    /// Something in the address was not understood.
    Fault,
}

impl Event {
    /// The word in messages.
    pub const fn id(self) -> &'static str {
        match self {
            Event::Ready => "ready",
            Event::Change => "change",
            Event::Height => "height",
            Event::Fault => "fault",
        }
    }
}

/// Tells the page around. Whoever embeds the page may read what it shows: nothing else is in it.
pub fn tell(event: Event, detail: Json) {
    let message = Json::Object(vec![("voced".to_owned(), event.id().into()), ("detail".to_owned(), detail)]);
    let Some(parent) = window().and_then(|window| window.parent().ok().flatten()) else { return };
    if let Ok(message) = JSON::parse(&message.to_string()) {
        // A page that is gone hears nothing.
        let _ = parent.post_message(&message, "*");
    }
}
