//! From a figure and a size to shapes: margins, panels, and who draws when.

use super::figure::Figure;
use super::geometry::{Geometry, Rect};
use super::layout::{CAPTION, END_SAMPLE, Layout, Parts, lay_out};
use super::markers::marker;
use super::page::letters;
use super::plot::{EDGE, Plot, heading, label};
use super::scene::{Align, Picture, Scene};
use super::{Theme, axes, columns, legend, lines, references, text};

/// Height of a figure on the page.
const HEIGHT: f64 = 300.0;

impl Picture for Figure {
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry) {
        let mut scene = Scene::default();
        scene.rect(0.0, 0.0, width, height, theme.paper);
        let size = letters(width);
        let nothing = || Geometry { width, height, ..Geometry::default() };
        if self.is_empty() || self.years.is_empty() {
            let top = self.title.as_ref().map_or(EDGE, |t| EDGE + heading(&mut scene, theme, t, width, size));
            let frame = Rect { x: EDGE, y: top, w: width - 2.0 * EDGE, h: height - top - EDGE };
            message(&mut scene, theme, frame, &self.empty_message, size);
            return (scene, nothing());
        }
        // From all parts to the bare panels, the first that leaves them room.
        let found = Parts::ladder(width).into_iter().find_map(|parts| lay_out(self, parts, size, width, height));
        let Some(layout) = found else {
            return (scene, nothing());
        };
        if let Some(title) = self.title.as_ref().filter(|_| layout.parts.title) {
            heading(&mut scene, theme, title, width, size);
        }
        if let Some(note) = self.note.as_ref().filter(|_| layout.parts.note) {
            let small = size - 1.0;
            let said = text::fit(note, small, width - 2.0 * EDGE);
            scene.words(label(said, (EDGE, height - EDGE - size * 0.5), small, theme.muted));
        }
        legend::draw(&mut scene, theme, &layout.legend, (EDGE, layout.top), size);
        draw_panels(self, &layout, &mut scene, theme, size);
        for end in &layout.ends {
            let (x, y) = end.at;
            marker(&mut scene, end.ink.marker(), (x + 4.0, y), 3.2, theme.ink(end.ink), theme.paper);
            scene.words(label(end.name.clone(), (x + END_SAMPLE, y), size, theme.text));
        }
        (scene, layout.geometry)
    }

    fn height(&self, _: f64) -> f64 {
        HEIGHT
    }

    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

fn draw_panels(figure: &Figure, layout: &Layout, scene: &mut Scene, theme: &Theme, size: f64) {
    let geometry = &layout.geometry;
    for ((panel, bounds), axis) in figure.panels.iter().zip(&geometry.panels).zip(&layout.axes) {
        let caption = axis
            .as_ref()
            .map_or(panel.unit.clone(), |axis| [panel.unit.as_str(), axis.factor.as_str()].join(" ").trim().to_owned());
        let room = geometry.width - 2.0 * EDGE;
        scene.words(label(text::fit(&caption, size, room), (EDGE, bounds.rect.y - CAPTION * 0.66), size, theme.muted));
        let Some(axis) = axis else {
            message(scene, theme, bounds.rect, &figure.empty_message, size);
            continue;
        };
        let divide = axes::grounds(figure, geometry, bounds.rect, scene, theme);
        let mut plot =
            Plot { scene, theme, panel, bounds: *bounds, x: &geometry.x, column: geometry.column, size, divide };
        axes::levels(&mut plot, axis);
        lines::bands(&mut plot);
        columns::draw(&mut plot);
        axes::zero(&mut plot);
        references::draw(&mut plot);
        lines::draw(&mut plot);
        lines::observed(&mut plot);
        references::labels(&mut plot);
    }
    axes::years(figure, geometry, scene, theme, size);
}

/// A frame that says in words that there is nothing to draw.
fn message(scene: &mut Scene, theme: &Theme, frame: Rect, said: &str, size: f64) {
    scene.frame(frame, 1.0, theme.grid);
    let mut words = label(
        text::fit(said, size, frame.w - 12.0),
        (frame.x + frame.w / 2.0, frame.y + frame.h / 2.0),
        size,
        theme.muted,
    );
    words.align = Align::Center;
    scene.words(words);
}
