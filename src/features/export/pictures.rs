//! Pictures by themselves: on white, with title and origin.

use voced_model::Lang;
use voced_scenario::ResolvedScenario;

use super::naming;
#[cfg(target_arch = "wasm32")]
use super::png::{DOTS_PER_INCH, PIXELS, with_resolution};
use crate::features::plot::plotted::Plotted;
use crate::features::plot::reading;
use voced_charts::{Picture, Plate, Theme, svg_document};

/// Width of a picture in CSS pixels: letters of twelve pixels are nine points on A4.
pub const WIDTH: f64 = 760.0;

/// A plot under its title, over lines that say whose numbers they are; `None` while what draws it is not
/// here.
pub fn plate<'a>(plotted: &'a Plotted, title: &str, resolved: &ResolvedScenario, lang: Lang) -> Option<Plate<'a>> {
    Some(Plate { picture: plotted.picture()?, title: title.to_owned(), notes: naming::origin(resolved, lang) })
}

/// The plot as an SVG file; `None` where it can not be drawn.
pub fn svg(plotted: &Plotted, title: &str, resolved: &ResolvedScenario, lang: Lang) -> Option<String> {
    let plate = plate(plotted, title, resolved, lang)?;
    let size = (WIDTH, plate.height(WIDTH));
    let tag = lang.pick("zh-CN", "en");
    svg_document(&plate, &Theme::LIGHT, size, &reading::summary(plotted, lang), tag).ok()
}

/// The plot as a PNG file for print; `None` where the browser gives no canvas of that size.
#[cfg(target_arch = "wasm32")]
pub fn png(plotted: &Plotted, title: &str, resolved: &ResolvedScenario, lang: Lang) -> Option<Vec<u8>> {
    let plate = plate(plotted, title, resolved, lang)?;
    let bytes = crate::browser::canvas::png(&plate, &Theme::LIGHT, WIDTH, f64::from(PIXELS) / WIDTH)?;
    Some(with_resolution(bytes, DOTS_PER_INCH))
}
