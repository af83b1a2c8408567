//! Starts the page in the browser.

fn main() {
    yew::Renderer::<voced_whatif::components::Page>::new().render();
}
