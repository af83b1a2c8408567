//! What lies behind the marks: shades, levels, and the years below.

use super::Theme;
use super::figure::Figure;
use super::geometry::{Geometry, Rect};
use super::plot::Plot;
use super::scene::{Align, Scene, Words};
use super::text;
use super::ticks::Axis;

/// The observed years' shade, the divide, and the focus year's column. Gives
/// where the divide is, if there is one.
pub(super) fn grounds(figure: &Figure, geometry: &Geometry, r: Rect, scene: &mut Scene, theme: &Theme) -> Option<f64> {
    let observed = figure.years.iter().filter(|&&y| y <= figure.base_year).count();
    let divide = r.x + observed as f64 * geometry.column;
    scene.rect(r.x, r.y, divide - r.x, r.h, theme.shade);
    if let Some(index) = focus_index(figure) {
        let left = geometry.x[index] - geometry.column / 2.0;
        scene.rect(left, r.y, geometry.column, r.h, theme.focus);
    }
    let inner = (observed > 0 && observed < figure.years.len()).then_some(divide);
    if inner.is_some() {
        scene.rect(divide, r.y, 1.0, r.h, theme.axis);
    }
    inner
}

/// Index of the focus year.
fn focus_index(figure: &Figure) -> Option<usize> {
    let year = figure.focus_year?;
    figure.years.iter().position(|&y| y == year)
}

/// Lines across the plot with their values at the left.
pub(super) fn levels(plot: &mut Plot, axis: &Axis) {
    let r = plot.bounds.rect;
    // In a low panel every second level goes without its value.
    let apart = r.h / (axis.ticks.len().max(2) - 1) as f64;
    let every = if apart < plot.size + 2.0 { 2 } else { 1 };
    for (n, (value, text)) in axis.ticks.iter().enumerate() {
        let y = plot.bounds.y_of(*value).round();
        plot.scene.rect(r.x, y, r.w, 1.0, plot.theme.grid);
        if n % every != 0 {
            continue;
        }
        plot.scene.words(Words {
            text: text.clone(),
            x: r.x - 6.0,
            y,
            size: plot.size,
            bold: false,
            align: Align::Right,
            color: plot.theme.muted,
        });
    }
}

/// The zero line; where zero is not on the axis the foot stays open.
pub(super) fn zero(plot: &mut Plot) {
    let r = plot.bounds.rect;
    if plot.bounds.low <= 0.0 && plot.bounds.high >= 0.0 {
        let y = plot.bounds.y_of(0.0).round();
        plot.scene.rect(r.x, y, r.w, 1.0, plot.theme.axis);
    }
}

/// The years under the lowest panel, thinned where they are close.
pub(super) fn years(figure: &Figure, geometry: &Geometry, scene: &mut Scene, theme: &Theme, size: f64) {
    let Some(lowest) = geometry.panels.last() else {
        return;
    };
    let focus = focus_index(figure);
    let y = lowest.rect.bottom() + 6.0 + size / 2.0;
    let room = text::width("2000", size, true) + 6.0;
    let every = [1, 2, 5, 10, 20, 50].into_iter().find(|&k| f64::from(k) * geometry.column >= room).unwrap_or(100);
    for (index, (&year, &x)) in figure.years.iter().zip(&geometry.x).enumerate() {
        let focused = focus == Some(index);
        // The focus year is always named; its neighbours make way.
        let beside = focus.is_some_and(|f| (geometry.x[f] - x).abs() < room && f != index);
        if !focused && (beside || year.rem_euclid(every) != 0) {
            continue;
        }
        scene.words(Words {
            text: year.to_string(),
            x,
            y,
            size,
            bold: focused,
            align: Align::Center,
            color: if focused { theme.text } else { theme.muted },
        });
    }
}
