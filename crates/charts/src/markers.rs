//! Points and strokes of lines.

use super::Color;
use super::ink::{Dash, Marker};
use super::pattern::{bridged, quad};
use super::scene::Scene;

/// A marker with a rim of the background, so that it stands off its line.
pub(super) fn marker(scene: &mut Scene, shape: Marker, at: (f64, f64), radius: f64, color: Color, rim: Color) {
    place(scene, shape, at, radius + 1.2, rim);
    place(scene, shape, at, radius, color);
}

/// The mark of what was observed: an open ring around a point, on no line.
pub(super) fn ring(scene: &mut Scene, at: (f64, f64), color: Color, rim: Color) {
    for (radius, color) in [(6.4, rim), (5.2, color), (3.2, rim), (1.4, color)] {
        scene.circle(at, radius, color);
    }
}

fn place(scene: &mut Scene, shape: Marker, (x, y): (f64, f64), radius: f64, color: Color) {
    match shape {
        Marker::Circle => scene.circle((x, y), radius, color),
        Marker::Square => {
            let r = radius * 0.9;
            scene.rect(x - r, y - r, 2.0 * r, 2.0 * r, color);
        }
        Marker::Triangle => {
            let r = radius * 1.2;
            scene.polygon(vec![(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)], color);
        }
        Marker::Diamond => {
            let r = radius * 1.25;
            scene.polygon(vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)], color);
        }
    }
}

/// A stroke along points, dashed or not.
pub(super) fn stroke(scene: &mut Scene, points: &[(f64, f64)], width: f64, color: Color, dash: Dash) {
    let Some((on, off)) = dash else {
        scene.path(points.to_vec(), width, color);
        return;
    };
    let mut drawing = true;
    let mut left = on;
    let mut piece: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = (to.0 - from.0).hypot(to.1 - from.1);
        while length > left {
            let share = left / length;
            from = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            length -= left;
            if drawing {
                piece.push(from);
                scene.path(std::mem::take(&mut piece), width, color);
            } else {
                piece = vec![from];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length;
        if drawing {
            piece.push(to);
        }
    }
    if drawing {
        scene.path(piece, width, color);
    }
}

/// Dots along points, all in one shape.
pub(super) fn dotted(scene: &mut Scene, points: &[(f64, f64)], color: Color) {
    const EVERY: f64 = 5.0;
    const SIDE: f64 = 2.0;
    let mut dots = Vec::new();
    let mut ahead = 0.0;
    for pair in points.windows(2) {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let length = dx.hypot(dy);
        while ahead < length {
            let share = ahead / length;
            let (x, y) = ((pair[0].0 + dx * share).round(), (pair[0].1 + dy * share).round());
            dots.push(quad(x - 1.0, y - 1.0, x - 1.0 + SIDE, y - 1.0 + SIDE));
            ahead += EVERY;
        }
        ahead -= length;
    }
    scene.polygon(bridged(&dots), color);
}

/// A level dashed hairline, all dashes in one shape.
pub(super) fn dashed_level(scene: &mut Scene, x0: f64, x1: f64, y: f64, color: Color, dash: (f64, f64)) {
    let mut dashes = Vec::new();
    let mut x = x0;
    while x < x1 {
        dashes.push(quad(x, y, (x + dash.0).min(x1), y + 1.0));
        x += dash.0 + dash.1;
    }
    scene.polygon(bridged(&dashes), color);
}
