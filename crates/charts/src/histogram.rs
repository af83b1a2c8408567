//! How often which result comes out.

use super::geometry::{Geometry, PanelBox, Rect};
use super::page::{ChartPage, FOOT, Scale, head_height, letters, widest};
use super::pattern::{bridged, quad};
use super::plot::EDGE;
use super::scene::{Align, Picture, Scene};
use super::ticks::axis;
use super::{Theme, Unscaled, text};

/// The draws whose result lies between two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// How many draws.
    pub count: u32,
}

/// A value to be found among the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Landmark {
    /// Text above its line, such as `P50 3,380`.
    pub label: String,
    /// Where it lies.
    pub value: f64,
    /// Whether it is the scenario's own result, which is drawn unbroken and strong.
    pub is_own: bool,
}

/// How often which result comes out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// Title inside the picture; the page shows its own and leaves this empty.
    pub title: Option<String>,
    /// The bins, from the lowest.
    pub bins: Vec<Bin>,
    /// Unit of the results.
    pub unit: String,
    /// The unit without its scale.
    pub unscaled: Unscaled,
    /// Caption of the shares, such as `share of draws, %`.
    pub share_label: String,
    /// Decimals of a result in tables and read-outs.
    pub decimals: usize,
    /// Values to be found.
    pub landmarks: Vec<Landmark>,
    /// Said in place of the bars when there is no draw.
    pub empty_message: String,
}

/// Height of the bars on the page.
const BARS: f64 = 170.0;
/// Height of the caption.
const CAPTION: f64 = 18.0;

/// Space between the labels of the lines and the bars.
const LIFT: f64 = 9.0;

impl Histogram {
    /// Share of the draws in a bin, in percent.
    pub fn share(&self, bin: &Bin) -> f64 {
        let all: f64 = self.bins.iter().map(|bin| f64::from(bin.count)).sum();
        if all > 0.0 { 100.0 * f64::from(bin.count) / all } else { 0.0 }
    }

    /// Whether there is anything to draw.
    pub fn is_empty(&self) -> bool {
        !self.sound().any(|bin| bin.count > 0)
    }

    fn sound(&self) -> impl Iterator<Item = &Bin> {
        self.bins.iter().filter(|bin| bin.from.is_finite() && bin.to.is_finite())
    }

    fn known(&self) -> impl Iterator<Item = &Landmark> {
        self.landmarks.iter().filter(|mark| mark.value.is_finite())
    }

    /// From the lowest to the highest value shown: the bins, and landmarks not too far from them.
    fn range(&self) -> (f64, f64) {
        let low = self.sound().map(|bin| bin.from).fold(f64::INFINITY, f64::min);
        let high = self.sound().map(|bin| bin.to).fold(f64::NEG_INFINITY, f64::max);
        let reach = (high - low) * 0.5;
        self.known().fold((low, high), |(bottom, top), mark| {
            (bottom.min(mark.value.max(low - reach)), top.max(mark.value.min(high + reach)))
        })
    }
}

impl Picture for Histogram {
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry) {
        let mut sheet = ChartPage::new(theme, &self.title, Vec::new(), width, height);
        if self.is_empty() || !sheet.has_room() {
            return sheet.nothing(&self.empty_message);
        }
        let size = sheet.size;
        let most = self.sound().map(|bin| self.share(bin)).fold(0.0, f64::max);
        let levels = axis(0.0, most, 4);
        let left = (EDGE + widest(levels.ticks.iter().map(|(_, text)| text), size) + 8.0).ceil();
        let across = Rect { x: left, w: width - left - EDGE - 6.0, ..Rect::default() };
        let labels = self.labels(&Scale::new(across, self.range(), size), width, size);
        let rows = labels.iter().map(|label| label.row + 1).max().unwrap_or(0) as f64;
        let start = (sheet.top + CAPTION + rows * (size + 3.0) + LIFT).round();
        let rect = Rect { y: start, h: height - start - EDGE - FOOT, ..across };
        if rect.h < 20.0 {
            return sheet.nothing(&self.empty_message);
        }
        let caption = (EDGE, sheet.top + CAPTION * 0.45);
        sheet.say(&self.share_label, caption, width - 2.0 * EDGE, Align::Left, theme.muted);
        let panel = PanelBox { rect, low: levels.low, high: levels.high };
        for (value, text) in &levels.ticks {
            let y = panel.y_of(*value).round();
            sheet.scene.rect(rect.x, y, rect.w, 1.0, theme.grid);
            sheet.say(text, (rect.x - 6.0, y), left, Align::Right, theme.muted);
        }
        let scale = Scale::new(rect, self.range(), size);
        scale.draw(&mut sheet, &self.unit);
        let mut cells = Vec::with_capacity(self.bins.len());
        for bin in &self.bins {
            let (from, to) = (scale.x_of(bin.from), scale.x_of(bin.to));
            let known = bin.from.is_finite() && bin.to.is_finite();
            let column = if known { Rect { x: from, y: rect.y, w: to - from, h: rect.h } } else { Rect::default() };
            cells.push(column);
            let y = panel.y_of(self.share(bin));
            let gap = if column.w > 4.0 { 1.0 } else { 0.0 };
            sheet.scene.rect(column.x, y, column.w - gap, rect.bottom() - y, theme.vocational);
        }
        sheet.scene.rect(rect.x, rect.bottom(), rect.w, 1.0, theme.axis);
        draw(&mut sheet, rect, &labels);
        sheet.done(cells)
    }

    fn height(&self, width: f64) -> f64 {
        let rows = self.known().count() as f64 * (letters(width) + 3.0);
        (head_height(&self.title, Vec::new(), width) + CAPTION + rows + LIFT + BARS + FOOT + EDGE).ceil()
    }

    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

/// Where a landmark and its label go.
struct Label<'a> {
    mark: &'a Landmark,
    x: f64,
    from: f64,
    w: f64,
    /// Counted upwards.
    row: usize,
}

impl Histogram {
    /// The labels, each in the lowest row that has room for it.
    fn labels<'m>(&'m self, scale: &Scale, width: f64, size: f64) -> Vec<Label<'m>> {
        let mut marks: Vec<&'m Landmark> = self.known().collect();
        marks.sort_by(|a, b| a.value.total_cmp(&b.value));
        // Where the labels of each row end, from the lowest row.
        let mut ends: Vec<f64> = Vec::new();
        let place = |mark: &'m Landmark| {
            let Landmark { label, value, .. } = mark;
            let x = scale.x_of(*value);
            let w = text::width(label, size, false).min(width - 2.0 * EDGE);
            let from = (x - w / 2.0).min(width - EDGE - w).max(EDGE);
            let row = ends.iter().position(|end| *end + 8.0 <= from).unwrap_or(ends.len());
            if row == ends.len() {
                ends.push(0.0);
            }
            ends[row] = from + w;
            Label { mark, x, from, w, row }
        };
        marks.into_iter().map(place).collect()
    }
}

/// The lines, and their labels on top of the lines of labels in higher rows.
fn draw(sheet: &mut ChartPage, r: Rect, labels: &[Label]) {
    let (size, theme) = (sheet.size, sheet.theme);
    let y = |label: &Label| r.y - LIFT - size / 2.0 - label.row as f64 * (size + 3.0);
    let color = |label: &Label| if label.mark.is_own { theme.text } else { theme.need };
    for label in labels {
        let (x, top) = (label.x.round(), y(label) + size / 2.0 + 1.0);
        let half = if label.mark.is_own { 1.0 } else { 0.5 };
        sheet.scene.rect(x - half - 1.0, r.y, 2.0 * half + 2.0, r.h, theme.paper);
        let every = if label.mark.is_own { r.bottom() - top } else { 8.0 };
        let mut dashes = Vec::new();
        let mut from = top;
        while from < r.bottom() {
            let to = if label.mark.is_own { r.bottom() } else { (from + 5.0).min(r.bottom()) };
            dashes.push(quad(x - half, from, x + half, to));
            from += every;
        }
        sheet.scene.polygon(bridged(&dashes), color(label));
    }
    for label in labels {
        let y = y(label);
        sheet.scene.rect(label.from - 2.0, y - size / 2.0, label.w + 4.0, size, theme.paper);
        sheet.say(&label.mark.label, (label.from, y), label.w + 0.1, Align::Left, color(label));
    }
}
