//! From a figure and a size to shapes: margins, panels, and who draws when.

use super::axes;
use super::columns;
use super::figure::{Figure, Mark, Panel};
use super::geometry::{Geometry, PanelBox, Rect};
use super::layout::{CAPTION, END_SAMPLE, Layout, Parts, lay_out};
use super::legend;
use super::lines;
use super::markers::marker;
use super::references;
use super::scene::{Align, Picture, Scene, Words};
use super::sheet::letters;
use super::text;
use super::{Color, Theme};

/// Space around the picture's content.
pub(super) const EDGE: f64 = 4.0;
/// Height of a figure on the page.
const HEIGHT: f64 = 300.0;

/// One panel being drawn.
pub(super) struct Plot<'a> {
    pub scene: &'a mut Scene,
    pub theme: &'a Theme,
    pub panel: &'a Panel,
    pub bounds: PanelBox,
    pub x: &'a [f64],
    pub column: f64,
    pub size: f64,
    /// Where the observed years end, if that is within the plot.
    pub divide: Option<f64>,
}

impl Plot<'_> {
    /// The box of a column between two values, at least a pixel high.
    pub fn upright(&self, x: f64, width: f64, from: f64, to: f64) -> Rect {
        let (a, b) = (self.bounds.y_of(from), self.bounds.y_of(to));
        let least = if from == to { 0.0 } else { 1.0 };
        let h = (a - b).abs().max(least);
        let y = if to < from { a } else { a - h };
        Rect { x, y, w: width, h }
    }

    /// How much of the panel's lines and columns a box would hide.
    pub fn crowd(&self, place: Rect) -> usize {
        let divided = self.divide.is_some_and(|x| place.x < x && x < place.right());
        let mut hidden = usize::from(divided);
        for series in &self.panel.series {
            let points: Vec<(f64, f64)> =
                (0..self.x.len()).filter_map(|i| series.value(i).map(|v| (self.x[i], self.bounds.y_of(v)))).collect();
            if series.mark != Mark::Line {
                let zero = self.bounds.y_of(0.0);
                hidden += points
                    .iter()
                    .filter(|p| {
                        let column = Rect {
                            x: p.0 - self.column * 0.37,
                            y: p.1.min(zero),
                            w: self.column * 0.74,
                            h: (p.1 - zero).abs(),
                        };
                        column.overlaps(&place)
                    })
                    .count();
                continue;
            }
            for pair in points.windows(2) {
                hidden += (0..=8)
                    .filter(|&n| {
                        let share = f64::from(n) / 8.0;
                        let dot = Rect {
                            x: pair[0].0 + (pair[1].0 - pair[0].0) * share - 2.0,
                            y: pair[0].1 + (pair[1].1 - pair[0].1) * share - 2.0,
                            w: 4.0,
                            h: 4.0,
                        };
                        dot.overlaps(&place)
                    })
                    .count();
            }
        }
        hidden
    }
}

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

/// A title at the top; gives the height it takes.
pub(super) fn heading(scene: &mut Scene, theme: &Theme, title: &str, width: f64, size: f64) -> f64 {
    let big = size + 3.0;
    let fitted = text::fit(title, big * 1.07, width - 2.0 * EDGE);
    let mut words = label(fitted, (EDGE, EDGE + big * 0.7), big, theme.text);
    words.bold = true;
    scene.words(words);
    heading_height(size)
}

/// Height of a title with the space below it.
pub(super) fn heading_height(size: f64) -> f64 {
    size + 13.0
}

/// Words that start at a point.
pub(super) fn label(text: String, (x, y): (f64, f64), size: f64, color: Color) -> Words {
    Words { text, x, y, size, bold: false, align: Align::Left, color }
}
