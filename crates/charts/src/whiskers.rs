//! Percentiles of one value as a whisker: P5 to P95 thin with caps, P25 to P75 thick.

use super::figure::Spread;
use super::geometry::PanelBox;
use super::pattern::{bridged, quad};
use super::scene::Scene;
use super::{Color, Theme};

/// Longest cap at an end, in pixels.
const CAP: f64 = 9.0;

/// An upright whisker around `x`. Two shapes: it, and a rim of the background that sets it off the
/// column beneath. Ends beyond the panel are cut and carry an arrow head in place of the cap.
pub(super) fn upright(scene: &mut Scene, theme: &Theme, bounds: &PanelBox, x: f64, room: f64, band: &Spread) {
    let (top, bottom) = (bounds.rect.y, bounds.rect.bottom());
    let y = |value: f64| bounds.y_of(value).clamp(top, bottom);
    let x = x.round();
    let cap = (room * 0.6).clamp(3.0, CAP) / 2.0;
    let thick = if room < 8.0 { 1.0 } else { 2.0 };
    let (low, high) = (y(band.outer.0), y(band.outer.1));
    let (from, to) = (y(band.inner.0), y(band.inner.1));
    let parts = |rim: f64| {
        let mut parts = vec![
            quad(x - 0.5 - rim, high, x + 0.5 + rim, low),
            quad(x - thick - rim, to - rim, x + thick + rim, from + rim),
        ];
        for (value, end) in [(band.outer.0, low), (band.outer.1, high)] {
            if !is_cut(bounds, value) {
                // Inside the panel also where the whisker ends at its edge.
                let end = end.round().clamp(top + 0.5 + rim, bottom - 0.5 - rim);
                parts.push(quad(x - cap - rim, end - 0.5 - rim, x + cap + rim, end + 0.5 + rim));
            }
        }
        bridged(&parts)
    };
    scene.polygon(parts(1.0), theme.paper);
    scene.polygon(parts(0.0), theme.text);
    cuts(scene, bounds, x, band, theme.text);
}

/// Whether a value lies beyond the panel.
fn is_cut(bounds: &PanelBox, value: f64) -> bool {
    value > bounds.high || value < bounds.low
}

/// Arrow heads at the panel's edge where a band goes on beyond it.
pub(super) fn cuts(scene: &mut Scene, bounds: &PanelBox, x: f64, band: &Spread, color: Color) {
    if band.outer.1 > bounds.high {
        let y = bounds.rect.y;
        scene.polygon(vec![(x - 4.0, y + 5.0), (x + 4.0, y + 5.0), (x, y)], color);
    }
    if band.outer.0 < bounds.low {
        let y = bounds.rect.bottom();
        scene.polygon(vec![(x - 4.0, y - 5.0), (x + 4.0, y - 5.0), (x, y)], color);
    }
}
