//! From one result to another, step by step.

use super::geometry::{Geometry, Rect};
use super::page::{ChartPage, FOOT, GAP, NARROW, Scale, head_height, whisker, widest};
use super::plot::EDGE;
use super::scene::{Align, Picture, Scene};
use super::signs::{Direction, bar};
use super::{Theme, Unscaled};

/// One end of the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stop {
    /// What it is, such as the scenario's name.
    pub label: String,
    /// Its result.
    pub value: f64,
    /// The result as it is written.
    pub text: String,
}

/// What one cause adds or takes away.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The cause.
    pub label: String,
    /// By how much; absent where it could not be found.
    pub change: Option<f64>,
    /// The change as it is written, with its sign.
    pub text: String,
    /// Lowest and highest plausible change, where that is known.
    pub error: Option<(f64, f64)>,
}

/// From one result to another, step by step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Waterfall {
    /// Title inside the picture; the page shows its own and leaves this empty.
    pub title: Option<String>,
    /// Where it begins.
    pub from: Stop,
    /// Where it ends.
    pub to: Stop,
    /// What lies between, in order.
    pub steps: Vec<Contribution>,
    /// Unit of the results.
    pub unit: String,
    /// The unit without its scale.
    pub unscaled: Unscaled,
    /// Decimals of a range in tables and read-outs.
    pub decimals: usize,
    /// Said in place of the bars when nothing differs.
    pub empty_message: String,
}

const BAR: f64 = 14.0;
/// Length of an arrow head.
const HEAD: f64 = 6.0;

impl Waterfall {
    /// Where each step begins and ends.
    fn way(&self) -> Vec<(f64, f64)> {
        let mut at = self.from.value;
        let change = |step: &Contribution| step.change.filter(|change| change.is_finite()).unwrap_or(0.0);
        self.steps
            .iter()
            .map(|step| {
                (at, {
                    at += change(step);
                    at
                })
            })
            .collect()
    }

    /// Whether there is anything to draw.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() || !self.from.value.is_finite() || !self.to.value.is_finite()
    }

    fn range(&self) -> (f64, f64) {
        let ends = [self.from.value, self.to.value].into_iter().chain(self.way().into_iter().map(|(_, to)| to));
        let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        // Whiskers are shown as well, as long as they leave the steps their room.
        let reach = (high - low) * 0.5;
        let whiskers = self.steps.iter().zip(self.way()).filter_map(|(step, (from, _))| {
            let (a, b) = step.error.filter(|(a, b)| a.is_finite() && b.is_finite())?;
            Some((from + a, from + b))
        });
        whiskers
            .fold((low, high), |(bottom, top), (a, b)| (bottom.min(a.max(low - reach)), top.max(b.min(high + reach))))
    }
}

impl Picture for Waterfall {
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry) {
        let mut sheet = ChartPage::new(theme, &self.title, Vec::new(), width, height);
        if self.is_empty() || !sheet.has_room() {
            return sheet.nothing(&self.empty_message);
        }
        let (size, narrow) = (sheet.size, width < NARROW);
        let stops = [&self.from, &self.to];
        let labels = stops.iter().map(|s| &s.label).chain(self.steps.iter().map(|s| &s.label));
        let said = stops.iter().map(|s| &s.text).chain(self.steps.iter().map(|s| &s.text));
        let names = widest(labels, size).min(width * 0.36);
        let texts = widest(said, size).min(width * 0.3);
        let left = if narrow { EDGE + 4.0 } else { EDGE + names + GAP };
        let right = if narrow { width - EDGE - 4.0 } else { width - EDGE - texts - GAP };
        let count = self.steps.len() + 2;
        let rect = Rect { x: left, y: sheet.top, w: right - left, h: height - sheet.top - FOOT - EDGE };
        let row = rect.h / count as f64;
        let scale = Scale::new(rect, self.range(), size);
        scale.draw(&mut sheet, &self.unit);
        let way = self.way();
        let mut cells = Vec::with_capacity(count);
        for n in 0..count {
            let y = rect.y + row * n as f64;
            let (line, middle) = if narrow { (y + row * 0.3, y + row * 0.74) } else { (y + row / 2.0, y + row / 2.0) };
            let step = n.checked_sub(1).and_then(|n| self.steps.get(n).zip(way.get(n)));
            let (name, text) = match step {
                Some((step, _)) => (&step.label, &step.text),
                None => (&stops[n.min(1)].label, &stops[n.min(1)].text),
            };
            let room = if narrow { width - 2.0 * EDGE - texts - GAP } else { names };
            let mut ground = Rect { x: EDGE, y: line - row * 0.25, w: width - 2.0 * EDGE, h: row * 0.5 };
            if narrow {
                // The lines of the scale stay behind the words.
                ground.h = row * 0.44;
                ground.y = y + 1.0;
                sheet.scene.rect(ground.x, ground.y, ground.w, ground.h, theme.paper);
            }
            sheet.say(name, (EDGE, line), room + 1.0, Align::Left, theme.text);
            sheet.say(text, (width - EDGE, line), texts + 1.0, Align::Right, theme.text);
            let at = match step {
                Some((step, (from, to))) => {
                    self.step(&mut sheet, &scale, middle, step, (*from, *to));
                    *to
                }
                None => {
                    let x = scale.x_of(stops[n.min(1)].value).round();
                    sheet.scene.rect(x - 2.0, middle - BAR / 2.0, 4.0, BAR, theme.text);
                    stops[n.min(1)].value
                }
            };
            if n + 1 < count {
                let from = middle + BAR / 2.0;
                sheet.scene.rect(scale.x_of(at).round(), from, 1.0, row - BAR, theme.axis);
            }
            cells.push(Rect { x: 0.0, y, w: width, h: row });
        }
        sheet.done(cells)
    }

    fn height(&self, width: f64) -> f64 {
        let row = if width < NARROW { 40.0 } else { 27.0 };
        let rows = if self.is_empty() { 4 } else { self.steps.len() + 2 };
        (head_height(&self.title, Vec::new(), width) + row * rows as f64 + FOOT + EDGE).ceil()
    }

    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

impl Waterfall {
    /// A bar with an arrow head at its end; to less it is hatched.
    fn step(&self, sheet: &mut ChartPage, scale: &Scale, y: f64, step: &Contribution, (from, to): (f64, f64)) {
        let theme = sheet.theme;
        let (a, b) = (scale.x_of(from), scale.x_of(to));
        let side = if to < from { Direction::Less } else { Direction::More };
        let (color, sign) = if to < from { (theme.general, -1.0) } else { (theme.vocational, 1.0) };
        let length = (b - a).abs();
        let head = HEAD.min(length);
        let r = Rect { x: if to < from { b + head } else { a }, y: (y - BAR / 2.0).round(), w: length - head, h: BAR };
        if r.w > 0.5 {
            bar(&mut sheet.scene, theme, r, side);
        }
        if length > 0.0 {
            let back = b - sign * head;
            sheet.scene.polygon(vec![(back, r.y), (b, r.y + BAR / 2.0), (back, r.bottom())], color);
        } else {
            sheet.scene.rect(a - 1.0, r.y, 2.0, BAR, theme.axis);
        }
        if let Some((low, high)) = step.error.filter(|(a, b)| a.is_finite() && b.is_finite()) {
            let ends = (scale.x_of(from + low.min(high)), scale.x_of(from + low.max(high)));
            sheet.scene.rect(ends.0 - 1.0, y.round() - 1.5, ends.1 - ends.0 + 2.0, 3.0, theme.paper);
            whisker(&mut sheet.scene, y, ends, theme.text);
        }
    }
}
