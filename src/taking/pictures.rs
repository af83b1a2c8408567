//! Pictures by themselves: on white, with title and origin.

use voced_model::Lang;
use voced_scenario::World;

use super::naming;
use crate::charts::{Picture, Plate, Theme, svg_document};
use crate::view::plotted::Plotted;
use crate::view::reading;

/// Width of a picture in CSS pixels: letters of twelve pixels are nine points on A4.
pub const WIDTH: f64 = 760.0;

/// A plot under its title, over lines that say whose numbers they are; `None` while what draws it is not
/// here.
pub fn plate<'a>(plotted: &'a Plotted, title: &str, world: &World, lang: Lang) -> Option<Plate<'a>> {
    Some(Plate { picture: plotted.picture()?, title: title.to_owned(), notes: naming::origin(world, lang) })
}

/// The plot as an SVG file; `None` where it can not be drawn.
pub fn svg(plotted: &Plotted, title: &str, world: &World, lang: Lang) -> Option<String> {
    let plate = plate(plotted, title, world, lang)?;
    let size = (WIDTH, plate.height(WIDTH));
    let tag = lang.pick("zh-CN", "en");
    svg_document(&plate, &Theme::LIGHT, size, &reading::summary(plotted, lang), tag).ok()
}
