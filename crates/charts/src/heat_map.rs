//! A result over two inputs at once, with the line along which a goal is just met.

use super::contour::{Field, hatch};
use super::geometry::{Geometry, Rect};
use super::legend::Sample;
use super::number::plain;
use super::page::{ChartPage, FOOT, head_height, widest};
use super::plot::EDGE;
use super::scene::{Align, Picture, Scene};
use super::signs::cross;
use super::theme::mix;
use super::{Color, Theme, Unscaled, text};

/// One of the two inputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatAxis {
    /// Name and unit.
    pub name: String,
    /// The levels, rising, each as it is written; they are drawn evenly apart.
    pub ticks: Vec<(f64, String)>,
}

/// What the result should reach.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatGoal {
    /// The value.
    pub value: f64,
    /// Whether it is met above the value; if not, below.
    pub at_least: bool,
    /// Text on the line, such as `≥ 0.45`.
    pub label: String,
    /// Legend text, which also says that the goal is missed where the map is hatched.
    pub name: String,
}

/// A result over two inputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatMap {
    /// Title inside the picture; the page shows its own and leaves this empty.
    pub title: Option<String>,
    /// The input along the foot.
    pub x: HeatAxis,
    /// The input up the side.
    pub y: HeatAxis,
    /// The results, row by row from the lowest level of `y`; cells and read-outs count in this order.
    pub cells: Vec<Option<f64>>,
    /// Name and unit of the result.
    pub name: String,
    /// The unit without its scale.
    pub unscaled: Unscaled,
    /// Decimals of a result.
    pub decimals: usize,
    /// What the result should reach.
    pub goal: Option<HeatGoal>,
    /// Where the scenario stands.
    pub here: Option<(f64, f64)>,
    /// Legend text of where it stands.
    pub here_name: String,
    /// Said in place of the map when there is no result.
    pub empty_message: String,
}

/// Height of the bar of colours with its caption, and of the caption of the axis.
const COLOURS: f64 = 22.0;
const CAPTION: f64 = 20.0;

impl Theme {
    /// The colour of a share from lowest to highest: the higher, the further from the paper, so that
    /// the order is seen by every eye, on the dark page, and in grey.
    pub fn heat(&self, share: f64) -> Color {
        let share = share.clamp(0.0, 1.0);
        let pale = mix(self.paper, self.vocational, 0.1);
        let middle = mix(self.paper, self.vocational, 0.6);
        let full = mix(self.vocational, self.text, 0.45);
        if share < 0.5 { mix(pale, middle, share * 2.0) } else { mix(middle, full, share * 2.0 - 1.0) }
    }
}

impl HeatMap {
    fn entries(&self) -> Vec<(Sample, String)> {
        let goal = self.goal.iter().map(|goal| (Sample::Goal, goal.name.clone()));
        let here = self.here.iter().map(|_| (Sample::Here, self.here_name.clone()));
        goal.chain(here).filter(|_| !self.is_empty()).collect()
    }

    /// The result of a cell.
    pub fn value(&self, index: usize) -> Option<f64> {
        self.cells.get(index).copied().flatten().filter(|value| value.is_finite())
    }

    fn shape(&self) -> (usize, usize) {
        (self.x.ticks.len(), self.y.ticks.len())
    }

    fn ends(&self) -> Option<(f64, f64)> {
        let known = (0..self.cells.len()).filter_map(|i| self.value(i));
        let (low, high) = known.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
        (low <= high).then_some((low, high))
    }

    /// The results between which colours change, and whether there are any below and above: one cell in fifty at
    /// either end may lie beyond, where that leaves more than half of the colours to the others.
    pub(super) fn shaded(&self) -> Option<((f64, f64), [bool; 2])> {
        let (least, most) = self.ends()?;
        let mut known: Vec<f64> = (0..self.cells.len()).filter_map(|i| self.value(i)).collect();
        known.sort_by(f64::total_cmp);
        let beyond = known.len() / 50;
        let (mut low, mut high) = (known[beyond], known[known.len() - 1 - beyond]);
        if high - low > 0.5 * (most - least) {
            return Some(((least, most), [false; 2]));
        }
        // The line of the goal stays among the colours.
        if let Some(goal) = self.goal.as_ref().filter(|goal| least < goal.value && goal.value < most) {
            (low, high) = (low.min(goal.value), high.max(goal.value));
        }
        Some(((low, high), [least < low, high < most]))
    }

    /// Whether there is anything to draw.
    pub fn is_empty(&self) -> bool {
        self.x.ticks.is_empty() || self.y.ticks.is_empty() || self.ends().is_none()
    }
}

impl Picture for HeatMap {
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry) {
        let mut sheet = ChartPage::new(theme, &self.title, self.entries(), width, height);
        let Some((ends, beyond)) = self.shaded().filter(|_| !self.is_empty() && sheet.has_room()) else {
            return sheet.nothing(&self.empty_message);
        };
        let (across, up) = self.shape();
        let size = sheet.size;
        let labels = widest(self.y.ticks.iter().map(|(_, text)| text), size).min(width * 0.25);
        let left = (EDGE + labels + 6.0).ceil();
        self.colours(&mut sheet, ends, beyond);
        let room = width - 2.0 * EDGE;
        sheet.say(&self.y.name, (EDGE, sheet.top + CAPTION * 0.55), room, Align::Left, theme.muted);
        let top = (sheet.top + CAPTION).round();
        let r = Rect { x: left, y: top, w: width - left - EDGE, h: height - top - FOOT - EDGE };
        let (w, h) = (r.w / across as f64, r.h / up as f64);
        let mut cells = Vec::with_capacity(across * up);
        for n in 0..across * up {
            let (i, j) = (n % across, n / across);
            let cell = Rect { x: r.x + i as f64 * w, y: r.bottom() - (j + 1) as f64 * h, w, h };
            match self.value(n) {
                Some(value) => {
                    let span = ends.1 - ends.0;
                    let share = if span > 0.0 { (value - ends.0) / span } else { 0.5 };
                    sheet.scene.rect(cell.x, cell.y, cell.w, cell.h, theme.heat(share));
                }
                None => {
                    let dash = (w * 0.4).min(8.0);
                    sheet.scene.rect(cell.x + (w - dash) / 2.0, cell.y + h / 2.0 - 1.0, dash, 2.0, theme.axis);
                }
            }
            cells.push(cell);
        }
        self.ticks(&mut sheet, r, labels);
        let here = self.here.and_then(|(x, y)| Some((place(&self.x.ticks, x)?, place(&self.y.ticks, y)?)));
        let here = here.map(|(i, j)| {
            let (x, y) = (r.x + (i + 0.5) * w, r.bottom() - (j + 0.5) * h);
            (x.clamp(r.x + 9.0, r.right() - 9.0), y.clamp(r.y + 9.0, r.bottom() - 9.0))
        });
        self.goal_line(&mut sheet, r, &cells, here);
        if let Some(at) = here {
            cross(&mut sheet.scene, theme, at);
        }
        sheet.done(cells)
    }

    fn height(&self, width: f64) -> f64 {
        let map = (width * 0.62).clamp(180.0, 380.0);
        (head_height(&self.title, self.entries(), width) + COLOURS + CAPTION + map + FOOT + EDGE).ceil()
    }

    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

/// How many levels from the first a value lies, between levels in proportion, up to half a cell beyond.
fn place(ticks: &[(f64, String)], value: f64) -> Option<f64> {
    let last = ticks.len().checked_sub(1)?;
    if !value.is_finite() {
        return None;
    }
    let after = ticks.iter().position(|(level, _)| *level >= value).unwrap_or(last).clamp(1.min(last), last);
    let before = after.saturating_sub(1);
    let (a, b) = (ticks[before].0, ticks[after].0);
    let share = if b == a { 0.0 } else { (value - a) / (b - a) };
    Some((before as f64 + share).clamp(-0.5, last as f64 + 0.5)).filter(|place| place.is_finite())
}

impl HeatMap {
    /// The bar of colours with its ends, behind the name of the result.
    fn colours(&self, sheet: &mut ChartPage, (low, high): (f64, f64), beyond: [bool; 2]) {
        const STEPS: usize = 16;
        let (theme, size, room) = (sheet.theme, sheet.size, sheet.width - 2.0 * EDGE);
        let y = sheet.top + COLOURS * 0.45;
        let sign = |is_beyond: bool, sign: &'static str| if is_beyond { sign } else { "" };
        let signs = [sign(beyond[0], "≤ "), sign(beyond[1], "≥ ")];
        let texts =
            [(low, signs[0]), (high, signs[1])].map(|(end, sign)| format!("{sign}{}", plain(end, self.decimals)));
        let ends = texts.each_ref().map(|text| text::width(text, size, false));
        let bar = (room * 0.26).clamp(40.0, 160.0);
        let names = text::width(&self.name, size, false).min(room - ends[0] - ends[1] - bar - 24.0);
        sheet.say(&self.name, (EDGE, y), names + 1.0, Align::Left, theme.muted);
        let mut x = EDGE + names + 12.0;
        sheet.say(&texts[0], (x, y), ends[0] + 1.0, Align::Left, theme.text);
        x = (x + ends[0] + 6.0).round();
        for n in 0..STEPS {
            let w = bar / STEPS as f64;
            sheet.scene.rect(x + n as f64 * w, y - 5.0, w, 10.0, theme.heat((n as f64 + 0.5) / STEPS as f64));
        }
        if let Some(goal) = self.goal.as_ref().filter(|goal| low < goal.value && goal.value < high) {
            let at = (x + bar * (goal.value - low) / (high - low)).round();
            sheet.scene.rect(at - 2.0, y - 7.0, 4.0, 14.0, theme.paper);
            sheet.scene.rect(at - 1.0, y - 7.0, 2.0, 14.0, theme.text);
        }
        sheet.say(&texts[1], (x + bar + 6.0, y), ends[1] + 1.0, Align::Left, theme.text);
        sheet.top += COLOURS;
    }

    /// The levels of both inputs, thinned where they are close.
    fn ticks(&self, sheet: &mut ChartPage, r: Rect, labels: f64) {
        let (across, up) = self.shape();
        let (size, muted) = (sheet.size, sheet.theme.muted);
        let (w, h) = (r.w / across as f64, r.h / up as f64);
        let y = r.bottom() + 7.0 + size / 2.0;
        let widest = widest(self.x.ticks.iter().map(|(_, text)| text), size).min(r.w * 0.4);
        let every = ((widest * 1.5 + 6.0) / w).ceil().max(1.0) as usize;
        for (i, (_, said)) in self.x.ticks.iter().enumerate().step_by(every) {
            let fitted = text::fit(said, size, widest + 1.0);
            sheet.say_around(&fitted, (r.x + (i as f64 + 0.5) * w, y), (EDGE, r.right()), muted);
        }
        let name = (r.x + r.w / 2.0, y + size + 3.0);
        sheet.say_around(&self.x.name, name, (EDGE, r.right()), muted);
        let every = ((size + 3.0) / h).ceil().max(1.0) as usize;
        for (j, (_, said)) in self.y.ticks.iter().enumerate().step_by(every) {
            let y = (r.bottom() - (j as f64 + 0.5) * h).max(r.y + size / 2.0);
            sheet.say(said, (r.x - 6.0, y), labels + 1.0, Align::Right, muted);
        }
    }

    /// The line of the goal with its label, and the hatching of the side that misses it.
    fn goal_line(&self, sheet: &mut ChartPage, r: Rect, cells: &[Rect], here: Option<(f64, f64)>) {
        let Some(goal) = self.goal.as_ref().filter(|goal| goal.value.is_finite()) else { return };
        let (across, up) = self.shape();
        let middles = |at: &dyn Fn(usize) -> f64, count: usize| (0..count).map(at).collect::<Vec<f64>>();
        let x = middles(&|i| cells[i].x + cells[i].w / 2.0, across);
        let y = middles(&|j| cells[j * across].y + cells[j * across].h / 2.0, up);
        let around = |first: f64, inner: Vec<f64>, last: f64| {
            std::iter::once(first).chain(inner).chain(std::iter::once(last)).collect()
        };
        let field = Field { x: around(r.x, x, r.right()), y: around(r.bottom(), y, r.y), values: &self.cells };
        hatch(&mut sheet.scene, sheet.theme, r, &|point| {
            field.value(point).is_some_and(|value| (value < goal.value) == goal.at_least && value != goal.value)
        });
        let line = field.line(goal.value);
        let theme = sheet.theme;
        for (width, color) in [(5.0, theme.paper), (2.4, theme.text)] {
            for [a, b] in &line {
                sheet.scene.path(vec![*a, *b], width, color);
            }
        }
        // The label lies on the piece nearest to the middle of the upper half that leaves the cross free.
        let said = text::fit(&goal.label, sheet.size, r.w * 0.45);
        let (w, h) = (text::width(&said, sheet.size, false) + 8.0, sheet.size + 4.0);
        let inside = |at: f64, from: f64, to: f64| at.min(to).max(from);
        let boxes = line.iter().map(|[a, b]| Rect {
            x: inside((a.0 + b.0 - w) / 2.0, r.x + 1.0, r.right() - w - 1.0),
            y: inside((a.1 + b.1 - h) / 2.0, r.y + 1.0, r.bottom() - h - 1.0),
            w,
            h,
        });
        let cross = here.map(|(x, y)| Rect { x: x - 10.0, y: y - 10.0, w: 20.0, h: 20.0 });
        let far = |b: &Rect| (b.x + w / 2.0 - r.x - r.w * 0.5).hypot(b.y + h / 2.0 - r.y - r.h * 0.35);
        let free = boxes.filter(|one| !cross.is_some_and(|cross| cross.overlaps(one)));
        let Some(Rect { x, y, .. }) = free.min_by(|a, b| far(a).total_cmp(&far(b))) else { return };
        sheet.scene.rect(x, y, w, h, theme.paper);
        sheet.scene.frame(Rect { x, y, w, h }, 1.0, theme.text);
        sheet.say(&said, (x + w / 2.0, y + h / 2.0), w, Align::Center, theme.text);
    }
}
