//! From a figure and a size to shapes: margins, panels, and who draws when.

use super::axes;
use super::columns::{self, stack_sums};
use super::figure::{Figure, Mark, Panel};
use super::geometry::{Geometry, PanelBox, Rect};
use super::legend::{self, Legend};
use super::lines;
use super::references;
use super::scene::{Align, Picture, Scene, Words};
use super::text;
use super::ticks::{Axis, axis};
use super::{Color, Theme};

/// Space around the picture's content.
const EDGE: f64 = 4.0;
/// Height of a panel's caption.
const CAPTION: f64 = 20.0;
/// Height of the years under the lowest panel.
const YEARS: f64 = 20.0;
/// Space between panels.
const BETWEEN: f64 = 8.0;
/// Narrowest picture with names at the ends of lines.
const ROOM_FOR_ENDS: f64 = 460.0;

/// One panel being drawn.
pub(super) struct Plot<'a> {
    pub scene: &'a mut Scene,
    pub theme: &'a Theme,
    pub panel: &'a Panel,
    pub bounds: PanelBox,
    pub x: &'a [f64],
    pub column: f64,
    pub size: f64,
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
        let mut hidden = 0;
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

/// Where everything goes.
struct Layout {
    legend: Legend,
    axes: Vec<Option<Axis>>,
    geometry: Geometry,
    /// Text and position of the names at line ends.
    ends: Vec<(String, f64, f64)>,
}

impl Picture for Figure {
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry) {
        let mut scene = Scene::default();
        scene.rect(0.0, 0.0, width, height, theme.paper);
        let size = if width < 420.0 { 11.0 } else { 12.0 };
        let mut top = EDGE;
        let mut bottom = height - EDGE;
        if let Some(title) = &self.title {
            let big = size + 3.0;
            let fitted = text::fit(title, big * 1.07, width - 2.0 * EDGE);
            let mut words = label(fitted, (EDGE, top + big * 0.7), big, theme.text);
            words.bold = true;
            scene.words(words);
            top += big + 10.0;
        }
        if let Some(note) = &self.note {
            let at = (EDGE, bottom - size * 0.5);
            scene.words(label(text::fit(note, size - 1.0, width - 2.0 * EDGE), at, size - 1.0, theme.muted));
            bottom -= size + 6.0;
        }
        if self.is_empty() || self.years.is_empty() {
            let frame = Rect { x: EDGE, y: top, w: width - 2.0 * EDGE, h: bottom - top };
            message(&mut scene, theme, frame, &self.empty_message, size);
            let geometry = Geometry { width, height, ..Geometry::default() };
            return (scene, geometry);
        }
        let layout = (width >= ROOM_FOR_ENDS)
            .then(|| lay_out(self, size, width, height, (top, bottom), true))
            .flatten()
            .or_else(|| lay_out(self, size, width, height, (top, bottom), false));
        let Some(layout) = layout else {
            return (scene, Geometry { width, height, ..Geometry::default() });
        };
        legend::draw(&mut scene, theme, &layout.legend, EDGE, top, size);
        draw_panels(self, &layout, &mut scene, theme, size);
        for (name, x, y) in &layout.ends {
            scene.words(label(name.clone(), (*x, *y), size, theme.text));
        }
        (scene, layout.geometry)
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
        scene.words(label(text::fit(&caption, size, room), (EDGE, bounds.rect.y - CAPTION * 0.6), size, theme.muted));
        let Some(axis) = axis else {
            message(scene, theme, bounds.rect, &figure.empty_message, size);
            continue;
        };
        axes::grounds(figure, geometry, bounds.rect, scene, theme);
        let mut plot = Plot { scene, theme, panel, bounds: *bounds, x: &geometry.x, column: geometry.column, size };
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

/// The layout, with names at the ends of lines (`None` if they do not fit) or
/// all names in the legend.
fn lay_out(
    figure: &Figure,
    size: f64,
    width: f64,
    height: f64,
    (top, bottom): (f64, f64),
    with_ends: bool,
) -> Option<Layout> {
    let count = figure.years.len();
    let mut right = EDGE + 2.0;
    if with_ends {
        let widest = figure
            .series()
            .filter(|(_, s)| legend::ends_with_name(s, count))
            .map(|(_, s)| text::width(&s.name, size, false))
            .fold(0.0, f64::max);
        if widest == 0.0 || widest > width * 0.2 {
            return None;
        }
        right += widest + 4.0;
    }
    let legend = Legend::of(figure, size, width - 2.0 * EDGE, with_ends);
    let start = top + legend.height();
    let panels = figure.panels.len();
    let spare = bottom - start - YEARS - panels as f64 * CAPTION - (panels.max(1) - 1) as f64 * BETWEEN;
    let weights: f64 = figure.panels.iter().map(weight).sum();
    let heights: Vec<f64> = figure.panels.iter().map(|p| (spare * weight(p) / weights).max(24.0).floor()).collect();
    let axes: Vec<Option<Axis>> = figure
        .panels
        .iter()
        .zip(&heights)
        .map(|(panel, h)| {
            let most = (h / 32.0).floor().clamp(2.0, 6.0) as usize;
            range(panel, count).map(|(low, high)| axis(low, high, most))
        })
        .collect();
    let widest = axes
        .iter()
        .flatten()
        .flat_map(|axis| &axis.ticks)
        .map(|(_, text)| text::width(text, size, false))
        .fold(0.0, f64::max);
    let left = (EDGE + widest + 7.0).ceil();
    let year = text::width("2000", size, true);
    // The last year's label may stick out on the right, but not be cut.
    let mut column = (width - right - left) / count as f64;
    if column < year {
        right = right.max(EDGE + (year - column) / 2.0);
        column = (width - right - left) / count as f64;
    }
    let mut y = start;
    let mut boxes = Vec::with_capacity(panels);
    for (h, axis) in heights.iter().zip(&axes) {
        y += CAPTION;
        let (low, high) = axis.as_ref().map_or((0.0, 1.0), |a| (a.low, a.high));
        let rect = Rect { x: left, y: y.round(), w: width - right - left, h: *h };
        boxes.push(PanelBox { rect, low, high });
        y += h + BETWEEN;
    }
    let x: Vec<f64> = (0..count).map(|i| left + (i as f64 + 0.5) * column).collect();
    let ends = if with_ends { line_ends(figure, &boxes, width - right + 6.0, size)? } else { Vec::new() };
    let geometry = Geometry { width, height, panels: boxes, x, column };
    Some(Layout { legend, axes, geometry, ends })
}

fn weight(panel: &Panel) -> f64 {
    if panel.weight.is_finite() && panel.weight > 0.0 { panel.weight } else { 1.0 }
}

/// Names beside the last points, moved apart a little; `None` if that is not enough.
fn line_ends(figure: &Figure, boxes: &[PanelBox], x: f64, size: f64) -> Option<Vec<(String, f64, f64)>> {
    const MOST: f64 = 7.0;
    let count = figure.years.len();
    let mut out = Vec::new();
    for (panel, bounds) in figure.panels.iter().zip(boxes) {
        let mut ends: Vec<(f64, &str)> = panel
            .series
            .iter()
            .filter(|s| legend::ends_with_name(s, count))
            .filter_map(|s| s.value(count - 1).map(|v| (bounds.y_of(v), s.name.as_str())))
            .collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        let room = size + 3.0;
        let mut placed: Vec<f64> = ends.iter().map(|e| e.0).collect();
        for _ in 0..4 {
            for i in 1..placed.len() {
                let lack = room - (placed[i] - placed[i - 1]);
                if lack > 0.0 {
                    placed[i - 1] -= lack / 2.0;
                    placed[i] += lack / 2.0;
                }
            }
        }
        let crowded = placed.windows(2).any(|p| p[1] - p[0] < room - 1.5);
        let moved = placed.iter().zip(&ends).any(|(y, end)| (y - end.0).abs() > MOST);
        if crowded || moved {
            return None;
        }
        out.extend(placed.iter().zip(&ends).map(|(&y, end)| (end.1.to_owned(), x, y)));
    }
    Some(out)
}

/// Lowest and highest value a panel must show, or `None` if it has no value.
fn range(panel: &Panel, count: usize) -> Option<(f64, f64)> {
    let mut low = f64::INFINITY;
    let mut high = f64::NEG_INFINITY;
    let mut take = |v: f64| {
        low = low.min(v);
        high = high.max(v);
    };
    for i in 0..count {
        for series in &panel.series {
            if series.mark != Mark::Stacked {
                series.value(i).into_iter().for_each(&mut take);
            }
            if let Some((a, b)) = series.band_at(i) {
                take(a);
                take(b);
            }
        }
        for comparison in [false, true] {
            if let Some((a, b)) = stack_sums(&panel.series, i, comparison) {
                take(a);
                take(b);
            }
        }
    }
    if low > high {
        return None;
    }
    let mut take = |v: f64| {
        if v.is_finite() {
            low = low.min(v);
            high = high.max(v);
        }
    };
    panel.references.iter().for_each(|r| take(r.value));
    if let Some((a, b)) = panel.y_covers {
        take(a);
        take(b);
    }
    if panel.y_from_zero || panel.series.iter().any(|s| s.mark != Mark::Line) {
        take(0.0);
    }
    Some((low, high))
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

/// Words that start at a point.
pub(super) fn label(text: String, (x, y): (f64, f64), size: f64, color: Color) -> Words {
    Words { text, x, y, size, bold: false, align: Align::Left, color }
}
