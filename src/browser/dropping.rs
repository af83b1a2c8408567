//! Files that are dropped on the page.

use yew::Callback;

use super::events::{self, Listener};

/// What a drag over the page does.
type OnDrag = Box<dyn Fn(&web_sys::DragEvent, web_sys::DataTransfer)>;

/// Files may be dropped anywhere: a browser would leave the page for one that misses its mark.
pub fn listen(take: Callback<web_sys::FileList>, over: impl Fn(bool) + Clone + 'static) -> [Option<Listener>; 3] {
    let hear = |kind: &'static str, act: OnDrag| {
        events::listen_first(kind, move |event: &web_sys::DragEvent| {
            let Some(data) = event.data_transfer() else { return };
            if data.types().includes(&"Files".into(), 0) {
                act(event, data);
            }
        })
    };
    let (enter, leave) = (over.clone(), over.clone());
    [
        hear(
            "dragover",
            Box::new(move |event, data| {
                event.prevent_default();
                data.set_drop_effect("copy");
                enter(true);
            }),
        ),
        hear("dragleave", Box::new(move |_, _| leave(false))),
        hear(
            "drop",
            Box::new(move |event, data| {
                event.prevent_default();
                over(false);
                if let Some(list) = data.files() {
                    take.emit(list);
                }
            }),
        ),
    ]
}
