//! Columns: side by side, or stacked.

use super::figure::{Mark, Series};
use super::geometry::Rect;
use super::ink::Pattern;
use super::plot::Plot;
use super::scene::Scene;
use super::theme::{faint, mix};
use super::{Color, Ink, Theme, pattern, whiskers};

/// Widest column in pixels.
const WIDEST: f64 = 34.0;

/// A column in its ink, with its texture.
pub(super) fn fill(scene: &mut Scene, theme: &Theme, r: Rect, ink: Ink, negative: bool) {
    // A deficit is open and hatched, so that it reads without colour.
    let (color, (pattern, open)) = if ink == Ink::Balance && negative {
        (theme.deficit, (Pattern::Falling, true))
    } else {
        (theme.ink(ink), ink.texture())
    };
    textured(scene, theme, r, color, pattern, open);
}

/// A rectangle with a texture: in ink on a pale ground with an outline
/// (`open`), or in the background's colour on an inked ground.
pub(super) fn textured(scene: &mut Scene, theme: &Theme, r: Rect, color: Color, pattern: Pattern, open: bool) {
    if open {
        scene.rect(r.x, r.y, r.w, r.h, mix(theme.paper, color, 0.14));
        pattern::lay(scene, r, pattern, color);
        scene.frame(r, 1.0, color);
    } else {
        scene.rect(r.x, r.y, r.w, r.h, color);
        pattern::lay(scene, r, pattern, faint(theme.paper, 0.6));
    }
}

/// The mark of a comparison value across a column.
pub(super) fn tick(scene: &mut Scene, theme: &Theme, x0: f64, x1: f64, y: f64, color: Color) {
    scene.rect(x0 - 1.0, y - 2.0, x1 - x0 + 2.0, 4.0, theme.paper);
    scene.rect(x0, y - 1.0, x1 - x0, 2.0, color);
}

/// Sums of a year's stacked parts: negative ones, and the others.
pub(super) fn stack_sums(series: &[Series], index: usize, comparison: bool) -> Option<(f64, f64)> {
    let mut sums = None;
    for value in
        series.iter().filter(|s| s.mark == Mark::Stacked && s.comparison == comparison).filter_map(|s| s.value(index))
    {
        let (low, high) = sums.get_or_insert((0.0, 0.0));
        if value < 0.0 {
            *low += value;
        } else {
            *high += value;
        }
    }
    sums
}

/// Draws every column series of a panel.
pub(super) fn draw(plot: &mut Plot) {
    let panel = plot.panel;
    let own: Vec<&Series> = panel.series.iter().filter(|s| s.mark == Mark::Columns && !s.comparison).collect();
    let others: Vec<&Series> = panel.series.iter().filter(|s| s.mark == Mark::Columns && s.comparison).collect();
    let stacked = panel.series.iter().any(|s| s.mark == Mark::Stacked);
    let slots = own.len().max(others.len()) + usize::from(stacked);
    if slots == 0 {
        return;
    }
    let gap = if plot.column / slots as f64 > 8.0 { 2.0 } else { 0.5 };
    let width = ((plot.column * 0.74 - gap * (slots - 1) as f64) / slots as f64).clamp(1.0, WIDEST);
    let group = width * slots as f64 + gap * (slots - 1) as f64;
    for index in 0..plot.x.len() {
        let left = plot.x[index] - group / 2.0;
        let slot = |n: usize| left + n as f64 * (width + gap);
        for (n, series) in own.iter().enumerate() {
            let Some(value) = series.value(index) else { continue };
            let r = plot.upright(slot(n), width, 0.0, value);
            fill(plot.scene, plot.theme, r, series.ink, value < 0.0);
        }
        for (n, series) in own.iter().enumerate() {
            whisker(plot, series, index, slot(n) + width / 2.0, width);
        }
        for (n, series) in others.iter().enumerate() {
            let Some(value) = series.value(index) else { continue };
            // Beside its own series if it has one, by id.
            let n = own.iter().position(|s| s.id == series.id).unwrap_or(n);
            let y = plot.bounds.y_of(value);
            tick(plot.scene, plot.theme, slot(n), slot(n) + width, y, plot.theme.text);
        }
        if stacked {
            stack(plot, index, slot(slots - 1), width);
            for series in panel.series.iter().filter(|s| s.mark == Mark::Line) {
                whisker(plot, series, index, plot.x[index], width);
            }
        }
    }
}

/// The whisker of a series in a year, if it has one.
fn whisker(plot: &mut Plot, series: &Series, index: usize, x: f64, room: f64) {
    if let Some(band) = series.band_at(index) {
        whiskers::upright(plot.scene, plot.theme, &plot.bounds, x, room, &band);
    }
}

/// One year's stack, with the comparison's total across it.
fn stack(plot: &mut Plot, index: usize, x: f64, width: f64) {
    let (mut low, mut high) = (0.0, 0.0);
    let mut seams = Vec::new();
    for series in &plot.panel.series {
        if series.mark != Mark::Stacked || series.comparison {
            continue;
        }
        let Some(value) = series.value(index) else { continue };
        let base = if value < 0.0 { &mut low } else { &mut high };
        let (from, to) = (*base, *base + value);
        let seam = *base != 0.0;
        *base = to;
        let r = plot.upright(x, width, from, to);
        fill(plot.scene, plot.theme, r, series.ink, value < 0.0);
        if seam && r.h > 2.0 {
            seams.push(plot.bounds.y_of(from));
        }
    }
    for y in seams {
        plot.scene.rect(x, y - 0.5, width, 1.0, plot.theme.paper);
    }
    if let Some((low, high)) = stack_sums(&plot.panel.series, index, true) {
        let y = plot.bounds.y_of(low + high);
        tick(plot.scene, plot.theme, x - 3.0, x + width + 3.0, y, plot.theme.text);
    }
}
