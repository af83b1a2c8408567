//! Targets as level bars against 100 %.

use super::geometry::{Geometry, Rect};
use super::ink::Pattern;
use super::page::{GAP, NARROW, letters, widest};
use super::plot::{EDGE, heading, label};
use super::scene::{Align, Picture, Scene};
use super::theme::faint;
use super::{Color, Theme, columns, text};

/// How a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Reached in its year.
    Met,
    /// Taken to be reached, not computed.
    Assumed,
    /// Not reached in its year.
    Missed,
    /// Its year lies beyond the horizon.
    Beyond,
    /// There is no value to judge.
    Unknown,
}

/// One target.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressRow {
    /// What is to be reached.
    pub label: String,
    /// Part of the target reached; 1 is the target, more is beyond it.
    pub share: Option<f64>,
    /// How it stands.
    pub status: Status,
    /// Text at the right, such as value and target.
    pub text: String,
    /// Share of the draws that reach it, where there are draws.
    pub chance: Option<f64>,
    /// The chance as it is written, such as `chance 62 %`.
    pub chance_text: String,
}

/// Targets, one bar each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Title inside the picture; the page shows its own and leaves this empty.
    pub title: Option<String>,
    /// The targets, from the top.
    pub rows: Vec<ProgressRow>,
    /// Text at the 100 % line.
    pub full_label: String,
    /// Said in place of the bars when there is no target.
    pub empty_message: String,
}

const TITLE: f64 = 26.0;
const HEAD: f64 = 20.0;
const BAR: f64 = 12.0;
const SIGN: f64 = 16.0;
/// Width of the column of a chance.
const GAUGE: f64 = 7.0;
/// Longest bar, as a share of the target.
const LONGEST: f64 = 1.25;

impl Progress {
    /// Width of the chances at a size of letters, with the space before them; none without any.
    fn chances(&self, width: f64, size: f64) -> f64 {
        let some = self.rows.iter().filter(|row| row.chance.is_some());
        let texts = widest(some.map(|row| &row.chance_text), size);
        if texts > 0.0 { texts.min(width * 0.26) + GAUGE + 2.0 * GAP } else { 0.0 }
    }
}

impl Picture for Progress {
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry) {
        let mut scene = Scene::default();
        let narrow = width < NARROW;
        let size = letters(width);
        scene.rect(0.0, 0.0, width, height, theme.paper);
        let mut top = EDGE;
        if let Some(title) = &self.title {
            top += heading(&mut scene, theme, title, width, size);
        }
        let mut geometry = Geometry { width, height, ..Geometry::default() };
        if self.rows.is_empty() {
            let at = (width / 2.0, (top + height) / 2.0);
            let mut words = label(self.empty_message.clone(), at, size, theme.muted);
            words.align = Align::Center;
            scene.words(words);
            return (scene, geometry);
        }
        let texts = widest(self.rows.iter().map(|row| &row.text), size).min(width * 0.3);
        let chances = self.chances(width, size);
        let names = widest(self.rows.iter().map(|row| &row.label), size).min((width - chances) * 0.4);
        let left = if narrow { EDGE + SIGN } else { EDGE + SIGN + names + GAP };
        let end = width - EDGE - if narrow { 0.0 } else { chances };
        let right = if narrow { end - chances } else { end - texts - GAP };
        let full = left + (right - left) / LONGEST;
        let row = (height - EDGE - top - HEAD) / self.rows.len() as f64;
        let mut words = label(self.full_label.clone(), (full, top + HEAD * 0.45), size, theme.muted);
        words.align = Align::Center;
        scene.words(words);
        for (n, target) in self.rows.iter().enumerate() {
            let y = top + HEAD + row * n as f64;
            let (line, middle) = if narrow { (y + row * 0.3, y + row * 0.72) } else { (y + row / 2.0, y + row / 2.0) };
            let room = if narrow { width - 2.0 * EDGE - SIGN - texts - GAP } else { names };
            let name = text::fit(&target.label, size, room + 1.0);
            sign(&mut scene, theme, target.status, (EDGE + 5.0, line));
            scene.words(label(name, (EDGE + SIGN, line), size, theme.text));
            let said = text::fit(&target.text, size, texts + 1.0);
            let mut words = label(said, (end, line), size, theme.text);
            words.align = Align::Right;
            scene.words(words);
            if let Some(chance) = target.chance.filter(|chance| chance.is_finite()) {
                let at = (width - EDGE, middle);
                gauge(&mut scene, theme, at, chance, text::fit(&target.chance_text, size, width * 0.26 + 1.0), size);
            }
            geometry.cells.push(Rect { x: 0.0, y, w: width, h: row });
            let track = Rect {
                x: left,
                y: (middle - BAR / 2.0).round(),
                w: right - left,
                h: if narrow { BAR - 3.0 } else { BAR },
            };
            bar(&mut scene, theme, target, track, full);
            if narrow {
                // Only across the bar: the words above it need their room.
                scene.rect(full.round(), track.y - 3.0, 1.0, track.h + 6.0, theme.text);
            }
        }
        if !narrow {
            let h = row * self.rows.len() as f64 + 2.0;
            scene.rect(full.round(), top + HEAD - 2.0, 1.0, h, theme.text);
        }
        (scene, geometry)
    }

    fn height(&self, width: f64) -> f64 {
        let row = if width < NARROW { 40.0 } else { 26.0 };
        let title = if self.title.is_some() { TITLE } else { 0.0 };
        2.0 * EDGE + title + HEAD + row * self.rows.len().max(1) as f64
    }

    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }
}

/// A small column as high as the chance, with its text before it.
fn gauge(scene: &mut Scene, theme: &Theme, (right, y): (f64, f64), chance: f64, said: String, size: f64) {
    const HIGH: f64 = 16.0;
    let frame = Rect { x: (right - GAUGE).round(), y: (y - HIGH / 2.0).round(), w: GAUGE, h: HIGH };
    let h = HIGH * chance.clamp(0.0, 1.0);
    scene.rect(frame.x, frame.bottom() - h, frame.w, h, theme.axis);
    scene.frame(frame, 1.0, theme.muted);
    let mut words = label(said, (frame.x - 5.0, y), size, theme.text);
    words.align = Align::Right;
    scene.words(words);
}

/// A row's track and what is reached of it.
fn bar(scene: &mut Scene, theme: &Theme, row: &ProgressRow, track: Rect, full: f64) {
    scene.rect(track.x, track.y, full - track.x, track.h, theme.shade);
    let Some(share) = row.share.filter(|s| s.is_finite()) else {
        return;
    };
    let past = share > LONGEST;
    let w = (full - track.x) * share.clamp(0.0, LONGEST) - if past { 6.0 } else { 0.0 };
    let r = Rect { w: w.max(1.0), ..track };
    let color = status_color(theme, row.status);
    match row.status {
        Status::Met => scene.rect(r.x, r.y, r.w, r.h, color),
        Status::Missed => columns::textured(scene, theme, r, color, Pattern::Falling, true),
        Status::Assumed | Status::Beyond | Status::Unknown => {
            scene.rect(r.x, r.y, r.w, r.h, faint(color, 0.25));
            scene.frame(r, 1.0, color);
        }
    }
    if past {
        // An arrow head: it goes on.
        let middle = r.y + r.h / 2.0;
        let tip = vec![(r.right(), r.y), (r.right() + 6.0, middle), (r.right(), r.bottom())];
        scene.polygon(tip, color);
    }
}

fn status_color(theme: &Theme, status: Status) -> Color {
    match status {
        Status::Met => theme.surplus,
        Status::Missed => theme.deficit,
        Status::Assumed | Status::Beyond | Status::Unknown => theme.axis,
    }
}

/// A small sign of the status: tick, cross, hollow square, ring, or dash.
fn sign(scene: &mut Scene, theme: &Theme, status: Status, (x, y): (f64, f64)) {
    let color = status_color(theme, status);
    match status {
        Status::Met => {
            scene.path(vec![(x - 4.0, y), (x - 1.0, y + 3.0), (x + 5.0, y - 4.0)], 2.0, color);
        }
        Status::Missed => {
            scene.path(vec![(x - 3.5, y - 3.5), (x + 3.5, y + 3.5)], 2.0, color);
            scene.path(vec![(x - 3.5, y + 3.5), (x + 3.5, y - 3.5)], 2.0, color);
        }
        Status::Assumed => scene.frame(Rect { x: x - 4.0, y: y - 4.0, w: 8.0, h: 8.0 }, 1.5, color),
        Status::Beyond => {
            scene.circle((x, y), 4.0, color);
            scene.circle((x, y), 2.5, theme.paper);
        }
        Status::Unknown => scene.rect(x - 4.0, y - 1.0, 8.0, 2.0, color),
    }
}
