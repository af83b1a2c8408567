//! Lines to measure against, each with its label.

use super::geometry::Rect;
use super::markers::dashed_level;
use super::plot::Plot;
use super::scene::{Align, Words};
use super::text;
use super::theme::faint;

/// The dashed lines themselves.
pub(super) fn draw(plot: &mut Plot) {
    let r = plot.bounds.rect;
    for reference in &plot.panel.references {
        if reference.value.is_finite() {
            let y = plot.bounds.y_of(reference.value);
            dashed_level(plot.scene, r.x, r.right(), y - 0.5, plot.theme.need, (8.0, 4.0));
        }
    }
}

/// Their labels, on top of all marks, each where it hides the least.
pub(super) fn labels(plot: &mut Plot) {
    let r = plot.bounds.rect;
    let mut taken: Vec<Rect> = Vec::new();
    for reference in &plot.panel.references {
        if !reference.value.is_finite() {
            continue;
        }
        let y = plot.bounds.y_of(reference.value);
        let label = text::fit(&reference.label, plot.size, r.w - 8.0);
        let w = text::width(&label, plot.size, false) + 6.0;
        let h = plot.size + 3.0;
        let mut best: Option<(usize, Rect)> = None;
        for x in [r.right() - w - 1.0, r.x + 1.0, r.x + (r.w - w) / 2.0] {
            for top in [y - h - 1.5, y + 2.0] {
                let place = Rect { x, y: top, w, h };
                if top < r.y - 2.0 || place.bottom() > r.bottom() + 1.0 {
                    continue;
                }
                let hidden = plot.crowd(place) + 100 * taken.iter().filter(|t| t.overlaps(&place)).count();
                if best.is_none_or(|(least, _)| hidden < least) {
                    best = Some((hidden, place));
                }
            }
        }
        let Some((hidden, place)) = best else { continue };
        taken.push(place);
        if hidden > 0 {
            let ground = faint(plot.theme.paper, 0.86);
            plot.scene.rect(place.x, place.y, place.w, place.h, ground);
        }
        plot.scene.words(Words {
            text: label,
            x: place.x + 3.0,
            y: place.y + place.h / 2.0,
            size: plot.size,
            bold: false,
            align: Align::Left,
            color: plot.theme.need,
        });
    }
}
