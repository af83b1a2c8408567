//! Textures on filled rectangles. All stripes of a rectangle are one polygon:
//! they hang together by bridges without area, walked once in each direction,
//! so a texture costs one call however many stripes it has.

use super::Color;
use super::geometry::Rect;
use super::ink::Pattern;
use super::scene::Scene;

/// Lays a pattern over a rectangle that has been filled.
pub(super) fn lay(scene: &mut Scene, r: Rect, pattern: Pattern, color: Color) {
    let strokes = match pattern {
        Pattern::Solid => return,
        Pattern::Rising => slanted(r, 7.0, 1.5, false),
        Pattern::Falling => slanted(r, 6.0, 1.5, true),
        Pattern::Broad => slanted(r, 9.0, 5.0, false),
        Pattern::Crossed => {
            let mut both = slanted(r, 9.0, 1.4, false);
            both.extend(slanted(r, 9.0, 1.4, true));
            both
        }
        Pattern::Level => bars(r, 5.0, 1.3, false),
        Pattern::Upright => bars(r, 5.0, 1.3, true),
        Pattern::Dots => dots(r),
    };
    scene.polygon(bridged(&strokes), color);
}

/// Stripes at 45 degrees, cut at the rectangle, `width` wide as measured along
/// an edge. They run through the whole picture, so neighbours line up.
fn slanted(r: Rect, every: f64, width: f64, falling: bool) -> Vec<Vec<(f64, f64)>> {
    let mut stripes = Vec::new();
    // Along a stripe x + y (rising) or x - y (falling) is constant.
    let (low, high) = if falling { (r.x - r.bottom(), r.right() - r.y) } else { (r.x + r.y, r.right() + r.bottom()) };
    let mut at = (low / every).floor() * every;
    while at < high {
        let (from, to) = (at.max(low), (at + width).min(high));
        if to > from {
            let mut corners = Vec::with_capacity(6);
            for (level, reversed) in [(from, false), (to, true)] {
                let (a, b) = cut(r, level, falling);
                let corner = corner_between(r, from, to, falling, reversed);
                if reversed {
                    corners.extend([b, a]);
                } else {
                    corners.extend([a, b]);
                }
                corners.extend(corner);
            }
            stripes.push(corners);
        }
        at += every;
    }
    stripes
}

/// Where the line of a level enters and leaves the rectangle, by rising x.
fn cut(r: Rect, level: f64, falling: bool) -> ((f64, f64), (f64, f64)) {
    if falling {
        let x0 = r.x.max(level + r.y);
        let x1 = r.right().min(level + r.bottom());
        ((x0, x0 - level), (x1, x1 - level))
    } else {
        let x0 = r.x.max(level - r.bottom());
        let x1 = r.right().min(level - r.y);
        ((x0, level - x0), (x1, level - x1))
    }
}

/// The rectangle's corner that a stripe covers at one of its two ends, if any:
/// at the right-hand end, or (`left`) at the left-hand end.
fn corner_between(r: Rect, from: f64, to: f64, falling: bool, left: bool) -> Option<(f64, f64)> {
    let (x, y) = match (left, falling) {
        (false, false) => (r.right(), r.y),
        (false, true) => (r.right(), r.bottom()),
        (true, false) => (r.x, r.bottom()),
        (true, true) => (r.x, r.y),
    };
    let level = if falling { x - y } else { x + y };
    (from < level && level < to).then_some((x, y))
}

/// Bars along or (`upright`) down the rectangle.
fn bars(r: Rect, every: f64, width: f64, upright: bool) -> Vec<Vec<(f64, f64)>> {
    let (low, high) = if upright { (r.x, r.right()) } else { (r.y, r.bottom()) };
    let mut out = Vec::new();
    let mut at = ((low + 1.0) / every).ceil() * every;
    while at + width < high {
        out.push(if upright { quad(at, r.y, at + width, r.bottom()) } else { quad(r.x, at, r.right(), at + width) });
        at += every;
    }
    out
}

/// Dots in staggered rows.
fn dots(r: Rect) -> Vec<Vec<(f64, f64)>> {
    const EVERY: f64 = 4.0;
    const SIDE: f64 = 1.6;
    let mut out = Vec::new();
    let mut row = (r.y / EVERY).ceil();
    while row * EVERY + SIDE < r.bottom() {
        let stagger = if row.rem_euclid(2.0) < 1.0 { 0.0 } else { EVERY };
        let mut x = ((r.x - stagger) / (2.0 * EVERY)).ceil() * 2.0 * EVERY + stagger;
        while x + SIDE < r.right() {
            let y = row * EVERY;
            out.push(quad(x, y, x + SIDE, y + SIDE));
            x += 2.0 * EVERY;
        }
        row += 1.0;
    }
    out
}

/// The outline of an upright rectangle.
pub(super) fn quad(x0: f64, y0: f64, x1: f64, y1: f64) -> Vec<(f64, f64)> {
    vec![(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
}

/// Several outlines as one.
pub(super) fn bridged(outlines: &[Vec<(f64, f64)>]) -> Vec<(f64, f64)> {
    let mut points = Vec::with_capacity(outlines.iter().map(|o| o.len() + 2).sum());
    let starts: Vec<_> = outlines.iter().filter_map(|o| o.first().copied()).collect();
    for outline in outlines {
        points.extend_from_slice(outline);
        points.extend(outline.first());
    }
    points.extend(starts.into_iter().rev().skip(1));
    points
}
