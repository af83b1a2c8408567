//! What matters: how far the result moves with each input alone.

use super::geometry::{Geometry, Rect};
use super::ink::Marker;
use super::legend::Sample;
use super::markers::marker;
use super::page::{ChartPage, FOOT, GAP, NARROW, Scale, head_height, whisker, widest};
use super::plot::EDGE;
use super::scene::{Align, Picture, Scene};
use super::signs::{Direction, bar};
use super::{Theme, Unscaled, text};

/// A share with its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The share, from 0 to 1.
    pub value: f64,
    /// Lower and upper end of what it may be.
    pub ends: (f64, f64),
}

impl Estimate {
    /// The share as texts have it, with two decimals.
    fn hundredths(&self) -> f64 {
        (self.value * 100.0).round()
    }
}

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoRow {
    /// Its name.
    pub label: String,
    /// The result with the input at its low end.
    pub low: Option<f64>,
    /// The result with the input at its high end.
    pub high: Option<f64>,
    /// The input's low end, as it is written.
    pub low_text: String,
    /// The input's high end, as it is written.
    pub high_text: String,
    /// Whether the range is the reader's own.
    pub is_own: bool,
    /// First-order and total index.
    pub indices: Option<(Estimate, Estimate)>,
}

impl TornadoRow {
    /// Whether the first-order index reads as above the total one, which only chance can bring about.
    pub fn is_noise(&self) -> bool {
        self.indices.is_some_and(|(first, total)| first.hundredths() > total.hundredths())
    }
}

/// The texts of the panel of indices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IndexNames {
    /// What they are shares of.
    pub title: String,
    /// The input by itself.
    pub first: String,
    /// The input together with others.
    pub total: String,
    /// What is said of an input whose first index is above its total.
    pub noise: String,
}

/// How far the result moves with each input alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tornado {
    /// Title inside the picture; the page shows its own and leaves this empty.
    pub title: Option<String>,
    /// The inputs, from the one that matters most.
    pub rows: Vec<TornadoRow>,
    /// The result with every input where it is.
    pub centre: f64,
    /// Text above its line.
    pub centre_label: String,
    /// Unit of the result.
    pub unit: String,
    /// The unit without its scale.
    pub unscaled: Unscaled,
    /// Decimals of a result in tables and read-outs.
    pub decimals: usize,
    /// Legend text of the low ends.
    pub low_name: String,
    /// Legend text of the high ends.
    pub high_name: String,
    /// Legend text of ranges that are the reader's own.
    pub own_name: String,
    /// Texts of the indices, or no such panel.
    pub indices: Option<IndexNames>,
    /// Said in place of the bars when there is no input.
    pub empty_message: String,
}

/// Height of one end's bar with its text, and of the bar alone.
const LINE: f64 = 15.0;
const BAR: f64 = 9.0;
/// Height of the label of the centre line.
const TOP: f64 = 18.0;
/// Space between a bar's end and its text.
const NEXT: f64 = 5.0;
/// Room of the sign of an own range.
const SIGN: f64 = 12.0;

impl Tornado {
    fn entries(&self) -> Vec<(Sample, String)> {
        let mut entries = vec![
            (Sample::Bar(Direction::Less), self.low_name.clone()),
            (Sample::Bar(Direction::More), self.high_name.clone()),
        ];
        if self.has_own() {
            entries.push((Sample::Dot(Marker::Triangle), self.own_name.clone()));
        }
        if let Some(names) = &self.indices {
            entries.push((Sample::Dot(Marker::Circle), names.first.clone()));
            entries.push((Sample::Dot(Marker::Diamond), names.total.clone()));
        }
        if self.is_empty() { Vec::new() } else { entries }
    }

    fn has_own(&self) -> bool {
        self.rows.iter().any(|row| row.is_own)
    }

    /// Whether there is anything to draw.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() || !self.centre.is_finite()
    }

    /// The ends of a row: side of the input, result, text.
    fn ends(row: &TornadoRow) -> [(Direction, Option<f64>, &str); 2] {
        let known = |value: Option<f64>| value.filter(|value| value.is_finite());
        [(Direction::Less, known(row.low), &row.low_text), (Direction::More, known(row.high), &row.high_text)]
    }
}

impl Picture for Tornado {
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry) {
        let mut sheet = ChartPage::new(theme, &self.title, self.entries(), width, height);
        if self.is_empty() || !sheet.has_room() {
            return sheet.nothing(&self.empty_message);
        }
        let (size, narrow) = (sheet.size, width < NARROW);
        let sign = if self.has_own() { SIGN } else { 0.0 };
        let panel = if self.indices.is_some() { (width * 0.26).clamp(76.0, 220.0) } else { 0.0 };
        let right = width - EDGE - if panel > 0.0 { panel + 2.0 * GAP } else { 0.0 };
        let names = widest(self.rows.iter().map(|row| &row.label), size).min(width * 0.28);
        let left = if narrow { EDGE } else { EDGE + sign + names + GAP };
        // Room for the texts beside the ends of the bars.
        let (mut before, mut after, mut low, mut high) = (0.0_f64, 0.0_f64, self.centre, self.centre);
        let most = (right - left) * 0.28;
        for (_, value, said) in self.rows.iter().flat_map(Self::ends) {
            let value = value.unwrap_or(self.centre);
            let side = if value < self.centre { &mut before } else { &mut after };
            *side = side.max(text::width(said, size, false).min(most) + NEXT);
            (low, high) = (low.min(value), high.max(value));
        }
        let top = sheet.top + TOP;
        let rect = Rect { x: left + before, y: top, w: right - after - left - before, h: height - top - FOOT - EDGE };
        let row = rect.h / self.rows.len() as f64;
        let scale = Scale::new(rect, (low, high), size);
        scale.draw(&mut sheet, &self.unit);
        let centre = scale.x_of(self.centre);
        sheet.say_around(&self.centre_label, (centre, top - TOP / 2.0), (EDGE, right), theme.text);
        let indices = Rect { x: right + 2.0 * GAP, w: panel - 6.0, ..rect };
        if let Some(names) = &self.indices {
            shares(&mut sheet, indices, &names.title);
        }
        let mut cells = Vec::with_capacity(self.rows.len());
        for (n, one) in self.rows.iter().enumerate() {
            let y = top + row * n as f64;
            sheet.scene.rect(EDGE, y.round(), width - 2.0 * EDGE, 1.0, theme.grid);
            let middle = if narrow { y + row - LINE - 2.0 } else { y + row / 2.0 };
            let line = if narrow { y + (row - 2.0 * LINE) / 2.0 } else { middle };
            if one.is_own {
                marker(&mut sheet.scene, Marker::Triangle, (EDGE + 4.0, line), 3.4, theme.text, theme.paper);
            }
            if narrow {
                sheet.scene.rect(EDGE + sign, line - size / 2.0, right - EDGE - sign, size, theme.paper);
            }
            let room = if narrow { right - EDGE - sign } else { names };
            sheet.say(&one.label, (EDGE + sign, line), room + 1.0, Align::Left, theme.text);
            for ((side, value, said), y) in Self::ends(one).into_iter().zip([middle - LINE / 2.0, middle + LINE / 2.0])
            {
                let Some(value) = value else { continue };
                let x = scale.x_of(value);
                let (from, to) = (x.min(centre), x.max(centre));
                let r = Rect { x: from, y: (y - BAR / 2.0).round(), w: (to - from).max(1.0), h: BAR };
                bar(&mut sheet.scene, theme, r, side);
                let (at, align) = if value < self.centre { (x - NEXT, Align::Right) } else { (to + NEXT, Align::Left) };
                sheet.say(said, (at, y), most + 1.0, align, theme.muted);
            }
            if let Some((first, total)) = one.indices.filter(|_| self.indices.is_some()) {
                share(&mut sheet, indices, middle - LINE / 2.0, &first, Marker::Circle);
                share(&mut sheet, indices, middle + LINE / 2.0, &total, Marker::Diamond);
            }
            if narrow {
                sheet.scene.rect(centre.round(), middle - LINE, 1.0, 2.0 * LINE, theme.text);
            }
            cells.push(Rect { x: 0.0, y, w: width, h: row });
        }
        if !narrow {
            sheet.scene.rect(centre.round(), top, 1.0, rect.h, theme.text);
        }
        sheet.done(cells)
    }

    fn height(&self, width: f64) -> f64 {
        let row = 2.0 * LINE + if width < NARROW { 20.0 } else { 6.0 };
        let rows = row * self.rows.len().max(2) as f64;
        (head_height(&self.title, self.entries(), width) + TOP + rows + FOOT + EDGE).ceil()
    }

    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

/// The scale of the indices, from nothing to all.
fn shares(sheet: &mut ChartPage, r: Rect, title: &str) {
    let muted = sheet.theme.muted;
    for (share, text) in [(0.0, "0"), (0.5, "0.5"), (1.0, "1")] {
        let x = (r.x + share * r.w).round();
        sheet.scene.rect(x, r.y, 1.0, r.h, sheet.theme.grid);
        sheet.say(text, (x, r.bottom() + 7.0 + sheet.size / 2.0), r.w, Align::Center, muted);
    }
    let ends = (r.x - 4.0, sheet.width - EDGE);
    sheet.say_around(title, (r.x + r.w / 2.0, r.y - TOP / 2.0), ends, muted);
}

/// A dot on the scale of the indices, with its whisker.
fn share(sheet: &mut ChartPage, r: Rect, y: f64, estimate: &Estimate, shape: Marker) {
    let x = |share: f64| r.x + share.clamp(0.0, 1.0) * r.w;
    let theme = sheet.theme;
    let (a, b) = estimate.ends;
    if !estimate.value.is_finite() {
        return;
    }
    sheet.scene.rect(r.x, y.round(), x(estimate.value) - r.x, 1.0, theme.axis);
    if a.is_finite() && b.is_finite() {
        whisker(&mut sheet.scene, y, (x(a.min(b)), x(a.max(b))), theme.text);
    }
    marker(&mut sheet.scene, shape, (x(estimate.value), y.round()), 3.4, theme.text, theme.paper);
}
