//! A picture as an SVG document.

use plotters_svg::SVGBackend;

use super::{DrawError, Picture, Theme};

/// Units of the view box per CSS pixel: the backend takes whole numbers only.
const FINENESS: f64 = 10.0;
/// The backend writes font sizes divided by this.
const FONT_DIVISOR: f64 = 1.24;

/// The picture as a stand-alone SVG document of the given size in CSS pixels.
///
/// # Errors
/// What the backend reports; writing into a string does not fail in practice.
pub fn svg(picture: &dyn Picture, theme: &Theme, width: f64, height: f64) -> Result<String, DrawError> {
    let (width, height) = (width.max(1.0).round(), height.max(1.0).round());
    let fine = ((width * FINENESS) as u32, (height * FINENESS) as u32);
    let (scene, _) = picture.compose(theme, width, height);
    let mut out = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut out, fine);
        scene.replay(&mut backend, FINENESS, FONT_DIVISOR)?;
    }
    // The size on paper or screen, with the fine units in the view box.
    let head = format!("width=\"{}\" height=\"{}\"", fine.0, fine.1);
    let size = format!("width=\"{width}\" height=\"{height}\" role=\"img\"");
    Ok(out.replacen(&head, &size, 1))
}
