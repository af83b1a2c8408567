//! Lines, their bands and their points.

use super::compose::Plot;
use super::figure::{Mark, Series};
use super::ink::COMPARISON_DASH;
use super::markers::{marker, stroke};
use super::theme::faint;

/// Strokes in pixels. Both are two pixels on a plain screen: a stroke of one
/// lies between device pixels and fades.
pub(super) const STROKE: f64 = 2.4;
pub(super) const COMPARISON_STROKE: f64 = 1.6;
/// Opacity of an uncertainty band.
pub(super) const BAND: f64 = 0.18;
/// Least distance between the markers of a line.
const MARKER_ROOM: f64 = 16.0;

/// Uncertainty bands of a panel, beneath everything else.
pub(super) fn bands(plot: &mut Plot) {
    for series in &plot.panel.series {
        let color = faint(plot.theme.ink(series.ink), BAND);
        for run in runs(plot.x.len(), |i| series.band_at(i).is_some()) {
            let corner = |plot: &Plot, i: usize, upper: bool| {
                series.band_at(i).map(|(low, high)| (plot.x[i], plot.bounds.y_of(if upper { high } else { low })))
            };
            let mut points: Vec<_> = run.clone().filter_map(|i| corner(plot, i, true)).collect();
            points.extend(run.rev().filter_map(|i| corner(plot, i, false)));
            plot.scene.polygon(points, color);
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
