//! Signs that pictures and their legends share.

use super::Theme;
use super::columns;
use super::geometry::Rect;
use super::ink::Pattern;
use super::pattern::{bridged, quad};
use super::scene::Scene;

/// Which of two directions: to less, or to more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Less,
    More,
}

/// A bar of one side: less is open and hatched, more is filled, so that they differ without colour.
pub(super) fn bar(scene: &mut Scene, theme: &Theme, r: Rect, side: Direction) {
    match side {
        Direction::Less => columns::textured(scene, theme, r, theme.general, Pattern::Falling, true),
        Direction::More => scene.rect(r.x, r.y, r.w, r.h, theme.vocational),
    }
}

/// The cross where the scenario stands, readable on every colour.
pub(super) fn cross(scene: &mut Scene, theme: &Theme, (x, y): (f64, f64)) {
    let (x, y) = (x.round(), y.round());
    for (reach, half, color) in [(8.0, 3.0, theme.paper), (7.0, 1.0, theme.text)] {
        let arms = [quad(x - reach, y - half, x + reach, y + half), quad(x - half, y - reach, x + half, y + reach)];
        scene.polygon(bridged(&arms), color);
    }
}
