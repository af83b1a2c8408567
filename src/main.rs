//! Starts the page in the browser, or its worker.

use js_sys::Function;
use voced_whatif::components::{Page, PageProps};
use voced_whatif::edges::{opening, surroundings, thread};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    // The other thread runs the same module, only to answer.
    if surroundings::window().is_none() {
        return;
    }
    match opening::opening() {
        Ok(opening) => {
            yew::Renderer::<Page>::with_props(PageProps { opening }).render();
        }
        // Only the page's own data files can be at fault; the tests see to it that they are not.
        Err(faults) => surroundings::say_broken(&faults),
    }
}

/// What the worker's script calls with each question; `post` sends what there is to say.
#[wasm_bindgen]
pub fn serve(question: &[u8], post: &Function) {
    thread::serve(question, post);
}
