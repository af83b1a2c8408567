//! A component in the document, and what a person does to it.

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, EventInit, HtmlCanvasElement, HtmlElement, HtmlInputElement, InputEvent, InputEventInit,
    KeyboardEvent, KeyboardEventInit,
};
use yew::{AppHandle, BaseComponent, Renderer};

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("tests run in a browser")
}

/// A component in a root of its own; both go when this goes.
pub struct Mounted<C: BaseComponent> {
    app: Option<AppHandle<C>>,
    root: Element,
}

impl<C: BaseComponent> Mounted<C>
where
    C::Properties: PartialEq,
{
    pub fn new(props: C::Properties) -> Self {
        let root = document().create_element("div").expect("a div can be made");
        root.set_attribute("style", "width: 640px").expect("a div takes a width");
        document().body().expect("there is a body").append_child(&root).expect("the body takes the root");
        let app = Renderer::<C>::with_root_and_props(root.clone(), props).render();
        Self { app: Some(app), root }
    }

    pub fn update(&mut self, props: C::Properties) {
        if let Some(app) = &mut self.app {
            app.update(props);
        }
    }
}

impl<C: BaseComponent> Drop for Mounted<C> {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

/// Waits until something is so, looking at every turn of the browser for two seconds.
pub async fn soon(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..400 {
        if is_so() {
            return;
        }
        TimeoutFuture::new(5).await;
    }
    panic!("waited in vain: {what}");
}

/// Lets the page draw what has just happened, where nothing can be seen of it.
pub async fn drawn() {
    TimeoutFuture::new(0).await;
}

/// What a selector names now.
pub fn find(css: &str) -> Option<Element> {
    document().query_selector(css).expect("a selector")
}

/// Waits for what a selector names.
pub async fn element<T: JsCast>(css: &str) -> T {
    soon(&format!("{css} is there"), || find(css).is_some()).await;
    find(css).and_then(|element| element.dyn_into().ok()).expect("an element of the kind asked for")
}

/// Puts text into a field or a slider, as typing or dragging does.
pub fn typed(field: &HtmlInputElement, text: &str) {
    field.set_value(text);
    let init = InputEventInit::new();
    init.set_bubbles(true);
    let event = InputEvent::new_with_event_init_dict("input", &init).expect("an event");
    field.dispatch_event(&event).expect("the event is taken");
}

/// Finishes the change of a field or a slider.
pub fn change(field: &HtmlInputElement) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict("change", &init).expect("an event");
    field.dispatch_event(&event).expect("the event is taken");
}

/// Presses a key in an element.
pub fn key(element: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    element.dispatch_event(&event).expect("the event is taken");
}

/// Clicks what a selector names.
pub fn click(css: &str) {
    let element = find(css).unwrap_or_else(|| panic!("there is no {css} to click"));
    element.dyn_into::<HtmlElement>().expect("an element of the page").click();
}

/// Pastes text into a field, as the clipboard holds it.
pub fn paste(field: &HtmlInputElement, text: &str) {
    let script = "const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));";
    let paste = js_sys::Function::new_with_args("field, text", script);
    paste.call2(&JsValue::NULL, field, &text.into()).expect("the event is taken");
}

/// The pixels of a canvas, four bytes each.
pub fn pixels(canvas: &HtmlCanvasElement) -> Vec<u8> {
    let context = canvas.get_context("2d").ok().flatten().expect("a canvas in two dimensions");
    let context: web_sys::CanvasRenderingContext2d = context.dyn_into().expect("a canvas in two dimensions");
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.get_image_data(0.0, 0.0, width, height).expect("the pixels can be read").data().0
}

/// Lets the window say that it has so many device pixels to a CSS pixel.
pub fn set_pixel_ratio(ratio: f64) {
    let window = web_sys::window().expect("tests run in a browser");
    js_sys::Reflect::set(&window, &"devicePixelRatio".into(), &JsValue::from_f64(ratio)).expect("the ratio can be set");
}

/// The text of the cells of a table's part, row by row.
pub fn cells(css: &str) -> Vec<Vec<String>> {
    let list = document().query_selector_all(&format!("{css} tr")).expect("a selector");
    let rows = (0..list.length()).filter_map(|i| list.item(i));
    let texts = |row: web_sys::Node| {
        let children = row.child_nodes();
        let cells = (0..children.length()).filter_map(|i| children.item(i));
        cells.filter_map(|cell| cell.text_content()).collect()
    };
    rows.map(texts).collect()
}
