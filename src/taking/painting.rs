//! The painting of a PNG, on a canvas that nobody sees.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use voced_model::Lang;
use voced_scenario::World;
use wasm_bindgen::JsCast;

use super::pictures::{WIDTH, plate};
use super::png::{DOTS_PER_INCH, PIXELS, with_resolution};
use crate::charts::{Picture, Theme, paint};
use crate::edges::surroundings::window;
use crate::view::plotted::Plotted;

/// The plot as a PNG file for print; `None` where the browser gives no canvas of that size.
pub fn png(plotted: &Plotted, title: &str, world: &World, lang: Lang) -> Option<Vec<u8>> {
    let canvas = window()?.document()?.create_element("canvas").ok()?;
    let canvas: web_sys::HtmlCanvasElement = canvas.dyn_into().ok()?;
    let plate = plate(plotted, title, world, lang)?;
    let scale = f64::from(PIXELS) / WIDTH;
    paint(&canvas, &plate, &Theme::LIGHT, WIDTH, plate.height(WIDTH), scale).ok()?;
    let url = canvas.to_data_url_with_type("image/png").ok()?;
    let bytes = STANDARD.decode(url.strip_prefix("data:image/png;base64,")?).ok()?;
    Some(with_resolution(bytes, DOTS_PER_INCH))
}
