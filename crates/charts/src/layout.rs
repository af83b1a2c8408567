//! Where the parts of a figure go at a size.

use super::columns::stack_sums;
use super::figure::{Figure, Mark, Panel};
use super::geometry::{Geometry, PanelBox, Rect};
use super::ink::Ink;
use super::legend::{self, Legend};
use super::plot::{EDGE, heading_height};
use super::text;
use super::ticks::{Axis, axis};

/// Height of a panel's caption.
pub(super) const CAPTION: f64 = 23.0;
/// Height of the years under the lowest panel.
const YEARS: f64 = 20.0;
/// Space between panels.
const BETWEEN: f64 = 8.0;
/// Width of the marker before a name at the end of a line.
pub(super) const END_SAMPLE: f64 = 12.0;

/// Narrowest picture with names at the ends of lines.
const ROOM_FOR_ENDS: f64 = 460.0;
/// Least height of a panel beside the optional parts.
const LEAST: f64 = 22.0;

/// Which of the optional parts are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub title: bool,
    pub note: bool,
    pub legend: bool,
    /// Names at the ends of lines, in place of their legend entries.
    pub ends: bool,
}

impl Parts {
    /// From everything to nothing, in the order in which parts give way.
    pub fn ladder(width: f64) -> [Parts; 5] {
        let all = Parts { title: true, note: true, legend: true, ends: width >= ROOM_FOR_ENDS };
        let in_legend = Parts { ends: false, ..all };
        let no_note = Parts { note: false, ..in_legend };
        let no_title = Parts { title: false, ..no_note };
        [all, in_legend, no_note, no_title, Parts { legend: false, ..no_title }]
    }
}

/// Where everything goes.
pub(super) struct Layout {
    pub parts: Parts,
    /// Upper edge of the legend.
    pub top: f64,
    pub legend: Legend,
    /// One per panel; `None` for a panel without values.
    pub axes: Vec<Option<Axis>>,
    pub geometry: Geometry,
    /// Names beside the ends of lines.
    pub ends: Vec<End>,
}

/// A name at the end of a line, behind a sample of its marker.
pub(super) struct End {
    pub name: String,
    pub ink: Ink,
    /// Left middle of the sample.
    pub at: (f64, f64),
}

/// The layout with the given parts; `None` if they do not fit.
pub(super) fn lay_out(figure: &Figure, parts: Parts, size: f64, width: f64, height: f64) -> Option<Layout> {
    let top = EDGE + if parts.title && figure.title.is_some() { heading_height(size) } else { 0.0 };
    let bottom = height - EDGE - if parts.note && figure.note.is_some() { size + 6.0 } else { 0.0 };
    let count = figure.years.len();
    let mut right = EDGE + 2.0;
    if parts.ends {
        let widest = figure
            .series()
            .filter(|(_, s)| legend::ends_with_name(s, count))
            .map(|(_, s)| text::width(&s.name, size, false))
            .fold(0.0, f64::max);
        if widest == 0.0 || widest > width * 0.2 {
            return None;
        }
        right += widest + END_SAMPLE + 2.0;
    }
    let legend =
        if parts.legend { Legend::of(figure, size, width - 2.0 * EDGE, parts.ends) } else { Legend::default() };
    let start = top + legend.height();
    let panels = figure.panels.len();
    let spare = bottom - start - YEARS - panels as f64 * CAPTION - (panels.max(1) - 1) as f64 * BETWEEN;
    let weights: f64 = figure.panels.iter().map(weight).sum();
    let heights: Vec<f64> = figure.panels.iter().map(|p| (spare * weight(p) / weights).floor()).collect();
    // NaN sizes fail here too.
    if !heights.iter().all(|&h| h >= LEAST) {
        return None;
    }
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
    if column < 2.0 {
        return None;
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
    let ends = if parts.ends { line_ends(figure, &boxes, width - right + 4.0, size)? } else { Vec::new() };
    let geometry = Geometry { width, height, panels: boxes, x, column, cells: Vec::new() };
    Some(Layout { parts, top, legend, axes, geometry, ends })
}

fn weight(panel: &Panel) -> f64 {
    if panel.weight.is_finite() && panel.weight > 0.0 { panel.weight } else { 1.0 }
}

/// Names beside the last points, moved apart a little; `None` if that is not enough.
fn line_ends(figure: &Figure, boxes: &[PanelBox], x: f64, size: f64) -> Option<Vec<End>> {
    const MOST: f64 = 7.0;
    let count = figure.years.len();
    let mut out = Vec::new();
    for (panel, bounds) in figure.panels.iter().zip(boxes) {
        let mut ends: Vec<(f64, &str, Ink)> = panel
            .series
            .iter()
            .filter(|s| legend::ends_with_name(s, count))
            .filter_map(|s| s.value(count - 1).map(|v| (bounds.y_of(v), s.name.as_str(), s.ink)))
            .collect();
        ends.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
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
        out.extend(placed.iter().zip(&ends).map(|(&y, end)| End { name: end.1.to_owned(), ink: end.2, at: (x, y) }));
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
        }
        for comparison in [false, true] {
            if let Some((a, b)) = stack_sums(&panel.series, i, comparison) {
                take(a);
                take(b);
            }
        }
    }
    if low > high {
        // Percentiles alone can be shown as well.
        for band in panel.series.iter().flat_map(|s| (0..count).filter_map(|i| s.band_at(i))) {
            low = low.min(band.middle);
            high = high.max(band.middle);
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
    panel.series.iter().flat_map(|s| (0..count).flat_map(|i| s.observed_at(i))).for_each(&mut take);
    if let Some((a, b)) = panel.y_covers {
        take(a);
        take(b);
    }
    if panel.y_from_zero || panel.series.iter().any(|s| s.mark != Mark::Line) {
        take(0.0);
    }
    Some(with_bands(panel, count, (low, high)))
}

/// The range, widened for the bands, but not so far that a wild band leaves the values less than a
/// third of the height: what lies beyond is cut and marked.
fn with_bands(panel: &Panel, count: usize, (low, high): (f64, f64)) -> (f64, f64) {
    let size = low.abs().max(high.abs());
    let reach = if size > 0.0 { (high - low).max(size * 0.25) } else { f64::INFINITY };
    let bands = panel.series.iter().flat_map(|s| (0..count).filter_map(|i| s.band_at(i)));
    bands.fold((low, high), |(bottom, top), band| {
        (bottom.min(band.outer.0.max(low - reach)), top.max(band.outer.1.min(high + reach)))
    })
}
