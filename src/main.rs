//! Starts the page in the browser, or its worker.

use js_sys::Function;
use voced_whatif::components::{Root, RootProps};
use voced_whatif::edges::{opening, surroundings, thread};
use voced_whatif::state::Embedding;
use voced_whatif::state::embedding::words;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    // The other thread runs the same module, only to answer.
    if surroundings::window().is_none() {
        return;
    }
    let started = if surroundings::asked(words::EMBED).is_some() {
        let (embedding, faults) = Embedding::read(surroundings::asked);
        opening::embedded(&embedding, faults).map(|opening| (opening, Some(embedding)))
    } else {
        opening::opening().map(|opening| (opening, None))
    };
    match started {
        Ok((opening, embedding)) => {
            yew::Renderer::<Root>::with_props(RootProps { opening, embedding }).render();
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
