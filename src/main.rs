//! Starts the page in the browser.

use voced_whatif::components::{Page, PageProps};
use voced_whatif::edges::{opening, surroundings};

fn main() {
    match opening::opening() {
        Ok(opening) => {
            yew::Renderer::<Page>::with_props(PageProps { opening }).render();
        }
        // Only the page's own data files can be at fault; the tests see to it that they are not.
        Err(faults) => surroundings::say_broken(&faults),
    }
}
