//! Lines, their bands and their points.

use super::figure::{Mark, Series, Spread};
use super::ink::COMPARISON_DASH;
use super::markers::{dotted, marker, ring, stroke};
use super::plot::Plot;
use super::theme::faint;
use super::whiskers;

/// Strokes in pixels. Both are two pixels on a plain screen: a stroke of one
/// lies between device pixels and fades.
pub(super) const STROKE: f64 = 2.4;
pub(super) const COMPARISON_STROKE: f64 = 1.6;
/// Opacity of P5 to P95, of P25 to P75 on top of it, and of the edge. The edge keeps two bands apart
/// where they overlap, also in grey.
pub(super) const OUTER: f64 = 0.12;
pub(super) const INNER: f64 = 0.18;
const BAND_EDGE: f64 = 0.5;
/// Least distance of P50 from the line for it to be drawn.
const APART: f64 = 2.0;
/// Least distance between the markers of a line.
const MARKER_ROOM: f64 = 16.0;

/// Uncertainty bands of a panel's lines, beneath everything else.
pub(super) fn bands(plot: &mut Plot) {
    let panel = plot.panel;
    // Over a stack the band of the total is a whisker a year, see `columns`.
    if panel.series.iter().any(|s| s.mark == Mark::Stacked) {
        return;
    }
    for series in panel.series.iter().filter(|s| s.mark == Mark::Line) {
        let ink = plot.theme.ink(series.ink);
        let (x, bounds) = (plot.x, plot.bounds);
        let (top, bottom) = (bounds.rect.y, bounds.rect.bottom());
        for run in runs(x.len(), |i| series.band_at(i).is_some()) {
            let known: Vec<(f64, Spread)> = run.clone().filter_map(|i| Some((x[i], series.band_at(i)?))).collect();
            if let [(x, band)] = &known[..] {
                whiskers::upright(plot.scene, plot.theme, &bounds, *x, plot.column, band);
                continue;
            }
            let edge = |part: usize| -> Vec<(f64, f64)> {
                known.iter().map(|(x, band)| (*x, bounds.y_of(band.parts()[part]).clamp(top, bottom))).collect()
            };
            for (low, high, opacity) in [(0, 4, OUTER), (1, 3, INNER)] {
                let mut points = edge(high);
                points.extend(edge(low).into_iter().rev());
                plot.scene.polygon(points, faint(ink, opacity));
            }
            plot.scene.path(edge(4), 1.0, faint(ink, BAND_EDGE));
            plot.scene.path(edge(0), 1.0, faint(ink, BAND_EDGE));
            for (x, band) in &known {
                whiskers::cuts(plot.scene, &bounds, *x, band, ink);
            }
            let middle = edge(2);
            let is_apart = |(i, at): (usize, &(f64, f64))| {
                series.value(i).is_none_or(|value| (bounds.y_of(value) - at.1).abs() > APART)
            };
            if run.zip(&middle).any(is_apart) {
                dotted(plot.scene, &middle, ink);
            }
        }
    }
}

/// Lines of a panel: the comparison first, so that the scenario lies above it.
pub(super) fn draw(plot: &mut Plot) {
    let lines =
        |comparison: bool| plot.panel.series.iter().filter(move |s| s.mark == Mark::Line && s.comparison == comparison);
    let ordered: Vec<&Series> = lines(true).chain(lines(false)).collect();
    for series in ordered {
        let color = if series.comparison { plot.theme.comparison(series.ink) } else { plot.theme.ink(series.ink) };
        let (width, dash) =
            if series.comparison { (COMPARISON_STROKE, COMPARISON_DASH) } else { (STROKE, series.ink.dash()) };
        let every = (MARKER_ROOM / plot.column).ceil().max(1.0) as usize;
        let last = (0..plot.x.len()).rev().find(|&i| series.value(i).is_some());
        for run in runs(plot.x.len(), |i| series.value(i).is_some()) {
            let points: Vec<(f64, f64)> =
                run.clone().filter_map(|i| series.value(i).map(|v| (plot.x[i], plot.bounds.y_of(v)))).collect();
            stroke(plot.scene, &points, width, color, dash);
            let alone = points.len() == 1;
            for (i, &at) in run.zip(&points) {
                let marked = i % every == 0 || Some(i) == last;
                if alone || (marked && !series.comparison) {
                    let radius = if series.comparison { 2.2 } else { 3.2 };
                    marker(plot.scene, series.ink.marker(), at, radius, color, plot.theme.paper);
                }
            }
        }
    }
}

/// What was observed, over everything else.
pub(super) fn observed(plot: &mut Plot) {
    for series in plot.panel.series.iter().filter(|series| !series.comparison) {
        let color = plot.theme.ink(series.ink);
        for (i, x) in plot.x.iter().enumerate() {
            for value in series.observed_at(i) {
                ring(plot.scene, (*x, plot.bounds.y_of(value)), color, plot.theme.paper);
            }
        }
    }
}

/// Stretches of indexes without a gap.
pub(super) fn runs(count: usize, known: impl Fn(usize) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    for i in 0..=count {
        match (i < count && known(i), start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                out.push(from..i);
                start = None;
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_split_a_line() {
        let known = [true, true, false, true, false, false, true, true];
        assert_eq!(runs(8, |i| known[i]), [0..2, 3..4, 6..8]);
        assert!(runs(3, |_| false).is_empty());
        assert!(runs(0, |_| true).is_empty());
    }
}
