//! A picture on a canvas element.

use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use super::{DrawError, Geometry, Picture, Theme, draw};

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
