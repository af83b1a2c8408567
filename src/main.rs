//! Starts the page in the browser, or its worker.

use js_sys::Function;
use voced_whatif::app::Embedding;
use voced_whatif::app::embedding::words;
use voced_whatif::browser::{dom, opening, query};
use voced_whatif::shell::root::{Root, RootProps};
use voced_whatif::worker::thread;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    // The other thread runs the same module, only to answer.
    if dom::window().is_none() {
        return;
    }
    let started = if query::asked(words::EMBED).is_some() {
        let (embedding, faults) = Embedding::read(query::asked);
        opening::embedded(&embedding, faults).map(|opening| (opening, Some(embedding)))
    } else {
        opening::opening().map(|opening| (opening, None))
    };
    match started {
        Ok((opening, embedding)) => {
            yew::Renderer::<Root>::with_props(RootProps { opening, embedding }).render();
        }
        // Only the page's own data files can be at fault; the tests see to it that they are not.
        Err(faults) => dom::say_broken(&faults),
    }
}

/// What the worker's script calls with each question; `post` sends what there is to say.
#[wasm_bindgen]
pub fn serve(question: &[u8], post: &Function) {
    thread::serve(question, post);
}
