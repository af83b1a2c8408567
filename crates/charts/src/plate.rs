//! A picture as it is taken away: under its title, over lines that say whose numbers they are.

use super::geometry::Geometry;
use super::plot::label;
use super::scene::{Picture, Scene, Shape};
use super::{Theme, text};

/// Space around everything.
const MARGIN: f64 = 18.0;
/// Size of the title's letters, and of the notes'.
const TITLE: f64 = 17.0;
const NOTE: f64 = 11.0;
/// From one line to the next, as a share of the size.
const LEAD: f64 = 1.45;
/// The most lines of a title, and of a note: a name of two hundred letters does not fill the sheet.
const MOST: usize = 2;

/// A picture with its title and its notes, to stand by itself.
pub struct Plate<'a> {
    /// The picture.
    pub picture: &'a dyn Picture,
    /// What it shows.
    pub title: String,
    /// Whose numbers, and where they come from; a paragraph each.
    pub notes: Vec<String>,
}

impl Plate<'_> {
    fn title_lines(&self, width: f64) -> Vec<String> {
        text::wrap(&self.title, TITLE * 1.07, width - 2.0 * MARGIN, MOST)
    }

    fn note_lines(&self, width: f64) -> Vec<String> {
        let room = width - 2.0 * MARGIN;
        self.notes.iter().flat_map(|note| text::wrap(note, NOTE, room, MOST)).collect()
    }
}

/// Height of so many lines with the space that parts them from the picture.
fn block(lines: usize, size: f64) -> f64 {
    if lines == 0 { 0.0 } else { lines as f64 * size * LEAD + 8.0 }
}

impl Picture for Plate<'_> {
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry) {
        let mut scene = Scene::default();
        scene.rect(0.0, 0.0, width, height, theme.paper);
        let (title, notes) = (self.title_lines(width), self.note_lines(width));
        let top = MARGIN + block(title.len(), TITLE);
        let bottom = height - MARGIN - block(notes.len(), NOTE);
        for (i, line) in title.into_iter().enumerate() {
            let mut words = label(line, (MARGIN, MARGIN + (i as f64 + 0.5) * TITLE * LEAD), TITLE, theme.text);
            words.bold = true;
            scene.words(words);
        }
        let (inner, _) = self.picture.compose(theme, (width - 2.0 * MARGIN).max(1.0), (bottom - top).max(1.0));
        scene.shapes.extend(inner.shapes.into_iter().map(|shape| moved(shape, (MARGIN, top))));
        for (i, line) in notes.into_iter().enumerate() {
            let y = bottom + 8.0 + (i as f64 + 0.5) * NOTE * LEAD;
            scene.words(label(line, (MARGIN, y), NOTE, theme.muted));
        }
        (scene, Geometry { width, height, ..Geometry::default() })
    }

    fn height(&self, width: f64) -> f64 {
        let around = block(self.title_lines(width).len(), TITLE) + block(self.note_lines(width).len(), NOTE);
        self.picture.height(width - 2.0 * MARGIN) + around + 2.0 * MARGIN
    }

    fn title(&self) -> Option<&str> {
        Some(&self.title)
    }
}

/// A shape at another place.
fn moved(shape: Shape, (dx, dy): (f64, f64)) -> Shape {
    let shift = |points: Vec<(f64, f64)>| points.into_iter().map(|(x, y)| (x + dx, y + dy)).collect();
    match shape {
        Shape::Rect(mut rect, color) => {
            rect.x += dx;
            rect.y += dy;
            Shape::Rect(rect, color)
        }
        Shape::Path(points, stroke, color) => Shape::Path(shift(points), stroke, color),
        Shape::Polygon(points, color) => Shape::Polygon(shift(points), color),
        Shape::Circle((x, y), radius, color) => Shape::Circle((x + dx, y + dy), radius, color),
        Shape::Words(mut words) => {
            words.x += dx;
            words.y += dy;
            Shape::Words(words)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{samples, samples_answers};
    use super::*;

    #[test]
    fn everything_on_a_plate_stays_on_it_however_long_its_words() {
        let long = "一个很长的方案名称<b>&\"'".repeat(20);
        for (name, picture) in samples::all().into_iter().chain(samples_answers::all()) {
            for width in [320.0, 720.0] {
                let plate =
                    Plate { picture: &*picture, title: long.clone(), notes: vec![long.clone(), "source".into()] };
                let height = plate.height(width);
                let (scene, _) = plate.compose(&Theme::LIGHT, width, height);
                let words = scene.all_words();
                assert!(words.len() > 4, "{name}: {} words", words.len());
                for words in words {
                    let r = words.bounds();
                    let inside = r.x >= 0.0 && r.right() <= width && r.y >= 0.0 && r.bottom() <= height;
                    assert!(inside, "{name} at {width}: {:?} at {r:?}", words.text);
                }
            }
        }
    }
}
