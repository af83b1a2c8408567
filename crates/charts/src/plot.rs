//! What is being drawn on: one panel with its places, and the words around it.

use super::figure::{Mark, Panel};
use super::geometry::{PanelBox, Rect};
use super::scene::{Align, Scene, Words};
use super::{Color, Theme, text};

/// Space around the picture's content.
pub(super) const EDGE: f64 = 4.0;
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
