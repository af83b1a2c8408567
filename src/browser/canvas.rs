//! A picture on a canvas element.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use super::dom;
use voced_charts::{DrawError, Geometry, Picture, Theme, draw};

/// Sizes the canvas for the device pixel ratio and draws. The element's size
/// on the page is left to the style sheet.
///
/// # Errors
/// When the canvas has no 2D context, or drawing fails.
pub fn paint(
    canvas: &HtmlCanvasElement,
    picture: &dyn Picture,
    theme: &Theme,
    css_width: f64,
    css_height: f64,
    dpr: f64,
) -> Result<Geometry, DrawError> {
    let dpr = if dpr.is_finite() && dpr > 0.0 { dpr } else { 1.0 };
    let size = |css: f64| (css.max(1.0) * dpr).round() as u32;
    let (width, height) = (size(css_width), size(css_height));
    // Setting a size clears the canvas and costs an allocation.
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let mut backend = CanvasBackend::with_canvas_object(canvas.clone())
        .ok_or_else(|| DrawError(String::from("no 2D context on the canvas")))?;
    draw(&mut backend, picture, theme, dpr)
}

/// The bytes of a picture as PNG, painted on a canvas that nobody sees; `None` where the browser gives none of that
/// size.
pub fn png(picture: &dyn Picture, theme: &Theme, css_width: f64, scale: f64) -> Option<Vec<u8>> {
    let canvas = dom::window()?.document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    paint(&canvas, picture, theme, css_width, picture.height(css_width), scale).ok()?;
    let url = canvas.to_data_url_with_type("image/png").ok()?;
    STANDARD.decode(url.strip_prefix("data:image/png;base64,")?).ok()
}
