//! What the pictures without years share: the ground, a title, a legend, a scale along the foot,
//! and bars to two sides.

use super::geometry::{Geometry, Rect};
use super::legend::{self, Legend, Sample};
use super::pattern::{bridged, quad};
use super::plot::{EDGE, heading, heading_height, label};
use super::scene::{Align, Scene};
use super::ticks::{Axis, axis};
use super::{Color, Theme, text};

/// Widest picture with each name above its bar.
pub(super) const NARROW: f64 = 520.0;
/// Height of a scale's numbers and caption.
pub(super) const FOOT: f64 = 38.0;
/// Space between a name and what it names.
pub(super) const GAP: f64 = 10.0;

/// A level whisker with caps, from one place to another.
pub(super) fn whisker(scene: &mut Scene, y: f64, (from, to): (f64, f64), color: Color) {
    let y = y.round();
    let parts = [
        quad(from, y - 0.5, to, y + 0.5),
        quad(from - 0.5, y - 3.0, from + 0.5, y + 3.0),
        quad(to - 0.5, y - 3.0, to + 0.5, y + 3.0),
    ];
    scene.polygon(bridged(&parts), color);
}

/// Size of the letters by width.
pub(super) fn letters(width: f64) -> f64 {
    if width < 420.0 { 11.0 } else { 12.0 }
}

/// The widest of some texts.
pub(super) fn widest<'t>(texts: impl Iterator<Item = &'t String>, size: f64) -> f64 {
    texts.map(|t| text::width(t, size, false)).fold(0.0, f64::max)
}

/// Height of what stands above a picture.
pub(super) fn head_height(title: &Option<String>, entries: Vec<(Sample, String)>, width: f64) -> f64 {
    let size = letters(width);
    let title = if title.is_some() { heading_height(size) } else { 0.0 };
    EDGE + title + Legend::flow(entries, size, width - 2.0 * EDGE).height()
}

/// A picture being drawn, from the top.
pub(super) struct ChartPage<'a> {
    pub scene: Scene,
    pub theme: &'a Theme,
    pub width: f64,
    pub height: f64,
    pub size: f64,
    /// Upper edge of what is still free.
    pub top: f64,
}

impl<'a> ChartPage<'a> {
    /// The ground with the title, and the names of the marks.
    pub fn new(
        theme: &'a Theme,
        title: &Option<String>,
        entries: Vec<(Sample, String)>,
        width: f64,
        height: f64,
    ) -> Self {
        let size = letters(width);
        let mut sheet = ChartPage { scene: Scene::default(), theme, width, height, size, top: EDGE };
        sheet.scene.rect(0.0, 0.0, width, height, theme.paper);
        if sheet.has_room() {
            if let Some(title) = title {
                sheet.top += heading(&mut sheet.scene, theme, title, width, size);
            }
            let legend = Legend::flow(entries, size, width - 2.0 * EDGE);
            legend::draw(&mut sheet.scene, theme, &legend, (EDGE, sheet.top), size);
            sheet.top += legend.height();
        }
        sheet
    }

    /// Whether there is room for anything. Sizes that are no numbers have none.
    pub fn has_room(&self) -> bool {
        self.width >= 200.0 && self.height >= 60.0
    }

    /// Words, cut to their room.
    pub fn say(&mut self, said: &str, (x, y): (f64, f64), room: f64, align: Align, color: Color) {
        let mut words = label(text::fit(said, self.size, room), (x, y), self.size, color);
        words.align = align;
        self.scene.words(words);
    }

    /// Words around a place, but inside from one end to the other.
    pub fn say_around(&mut self, said: &str, (x, y): (f64, f64), (from, to): (f64, f64), color: Color) {
        let fitted = text::fit(said, self.size, to - from);
        let half = text::width(&fitted, self.size, false) / 2.0;
        let x = x.max(from + half).min(to - half);
        self.say(&fitted, (x, y), to - from + 1.0, Align::Center, color);
    }

    /// Says that there is nothing to draw.
    pub fn nothing(mut self, message: &str) -> (Scene, Geometry) {
        if self.has_room() {
            let at = (self.width / 2.0, (self.top + self.height) / 2.0);
            self.say(message, at, self.width - 2.0 * EDGE, Align::Center, self.theme.muted);
        }
        self.done(Vec::new())
    }

    /// The picture, and where what is read lies.
    pub fn done(self, cells: Vec<Rect>) -> (Scene, Geometry) {
        (self.scene, Geometry { width: self.width, height: self.height, cells, ..Geometry::default() })
    }
}

/// A level scale from just below to just above a range.
pub(super) struct Scale {
    pub rect: Rect,
    low: f64,
    high: f64,
    axis: Axis,
}

impl Scale {
    /// The scale of a range over the width of a box, with as many numbers as it has room for.
    pub fn new(rect: Rect, (low, high): (f64, f64), size: f64) -> Scale {
        let mut axes = (2..=8).rev().map(|most| axis(low, high, most));
        let roomy = |axis: &Axis| {
            let widest = widest(axis.ticks.iter().map(|(_, text)| text), size);
            let apart = (axis.high - axis.low) / (axis.ticks.len() - 1) as f64 / (high - low);
            apart * rect.w >= widest * 1.5 + 8.0
        };
        let axis = axes.find(roomy).unwrap_or_else(|| axis(low, high, 2));
        let hair = (high - low) * 0.02;
        // A range without width takes the one of its numbers.
        let (low, high) = if hair > 0.0 { (low - hair, high + hair) } else { (axis.low, axis.high) };
        Scale { rect, low, high, axis }
    }

    /// Where a value lies; what is beyond an end lies at it.
    pub fn x_of(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        self.rect.x + share.clamp(0.0, 1.0) * self.rect.w
    }

    /// Lines down the box, numbers under it, and what they count.
    pub fn draw(&self, sheet: &mut ChartPage, caption: &str) {
        let (r, muted) = (self.rect, sheet.theme.muted);
        let y = r.bottom() + 7.0 + sheet.size / 2.0;
        let ends = (EDGE, sheet.width - EDGE);
        let mut free = EDGE;
        for (value, text) in self.axis.ticks.iter().filter(|(value, _)| (self.low..=self.high).contains(value)) {
            let x = self.x_of(*value).round();
            sheet.scene.rect(x, r.y, 1.0, r.h, sheet.theme.grid);
            // In very little room a number makes way for the one before it.
            let half = text::width(text, sheet.size, false) / 2.0;
            let middle = x.max(EDGE + half).min(ends.1 - half);
            if middle - half >= free {
                sheet.say(text, (middle, y), r.w, Align::Center, muted);
                free = middle + half + 4.0;
            }
        }
        let caption = [caption, self.axis.factor.as_str()].join(" ");
        let middle = (r.x + r.w / 2.0, y + sheet.size + 3.0);
        sheet.say_around(caption.trim(), middle, ends, muted);
    }
}
