//! A picture as a list of shapes, and its replay on a plotters backend.

use plotters::prelude::{DrawingBackend, FontFamily, FontStyle, IntoFont, TextStyle};
use plotters::style::ShapeStyle;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::geometry::Rect;
use super::{Color, Geometry, Theme, text};

/// What can be composed at a size.
pub trait Picture {
    /// Shapes and geometry in CSS pixels.
    fn compose(&self, theme: &Theme, width: f64, height: f64) -> (Scene, Geometry);

    /// Height that suits a width, in CSS pixels.
    fn height(&self, width: f64) -> f64;

    /// Title, for formats that carry one beside the drawing.
    fn title(&self) -> Option<&str>;
}

/// A backend that could not draw, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawError(pub String);

impl std::fmt::Display for DrawError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "drawing failed: {}", self.0)
    }
}

impl std::error::Error for DrawError {}

/// Which end of a text its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Center,
    Right,
}

/// Words, centred vertically on their position.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    pub text: String,
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub bold: bool,
    pub align: Align,
    pub color: Color,
}

impl Words {
    /// The box the words take, as estimated.
    #[cfg(test)]
    pub fn bounds(&self) -> Rect {
        let w = text::width(&self.text, self.size, self.bold);
        let x = match self.align {
            Align::Left => self.x,
            Align::Center => self.x - w / 2.0,
            Align::Right => self.x - w,
        };
        Rect { x, y: self.y - self.size * 0.5, w, h: self.size }
    }
}

/// One shape, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    Rect(Rect, Color),
    Path(Vec<(f64, f64)>, f64, Color),
    Polygon(Vec<(f64, f64)>, Color),
    Circle((f64, f64), f64, Color),
    Words(Words),
}

/// Shapes in drawing order, in CSS pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub(super) shapes: Vec<Shape>,
}

impl Scene {
    pub(super) fn rect(&mut self, x: f64, y: f64, w: f64, h: f64, color: Color) {
        if w > 0.0 && h > 0.0 {
            self.shapes.push(Shape::Rect(Rect { x, y, w, h }, color));
        }
    }

    pub(super) fn path(&mut self, points: Vec<(f64, f64)>, stroke: f64, color: Color) {
        if points.len() > 1 {
            self.shapes.push(Shape::Path(points, stroke, color));
        }
    }

    pub(super) fn polygon(&mut self, points: Vec<(f64, f64)>, color: Color) {
        if points.len() > 2 {
            self.shapes.push(Shape::Polygon(points, color));
        }
    }

    pub(super) fn circle(&mut self, at: (f64, f64), radius: f64, color: Color) {
        self.shapes.push(Shape::Circle(at, radius, color));
    }

    pub(super) fn words(&mut self, words: Words) {
        if !words.text.is_empty() {
            self.shapes.push(Shape::Words(words));
        }
    }

    /// A rectangle's outline, inside its edges.
    pub(super) fn frame(&mut self, r: Rect, stroke: f64, color: Color) {
        let inner = (r.h - 2.0 * stroke).max(0.0);
        self.rect(r.x, r.y, r.w, stroke.min(r.h), color);
        self.rect(r.x, r.bottom() - stroke.min(r.h), r.w, stroke.min(r.h), color);
        self.rect(r.x, r.y + stroke, stroke, inner, color);
        self.rect(r.right() - stroke, r.y + stroke, stroke, inner, color);
    }

    /// Replays the shapes at `scale` device pixels per CSS pixel. `font` is
    /// what the backend divides font sizes by (1 for most).
    pub(super) fn replay<DB: DrawingBackend>(&self, backend: &mut DB, scale: f64, font: f64) -> Result<(), DrawError> {
        let fault = |error: &dyn std::fmt::Display| DrawError(error.to_string());
        let whole = |v: f64| (v * scale).round() as i32;
        let stroke = |v: f64| (v * scale).round().max(1.0) as u32;
        backend.ensure_prepared().map_err(|e| fault(&e))?;
        for shape in &self.shapes {
            match shape {
                Shape::Rect(r, color) => {
                    // At least one device pixel, from the same rounded edge.
                    let (x, y) = (whole(r.x), whole(r.y));
                    let corner = (whole(r.right()).max(x + 1), whole(r.bottom()).max(y + 1));
                    backend.draw_rect((x, y), corner, color, true)
                }
                Shape::Path(points, width, color) => {
                    let style = ShapeStyle { color: *color, filled: false, stroke_width: stroke(*width) };
                    backend.draw_path(points.iter().map(|p| (whole(p.0), whole(p.1))), &style)
                }
                Shape::Polygon(points, color) => {
                    backend.fill_polygon(points.iter().map(|p| (whole(p.0), whole(p.1))), color)
                }
                Shape::Circle(at, radius, color) => {
                    backend.draw_circle((whole(at.0), whole(at.1)), stroke(*radius), color, true)
                }
                Shape::Words(words) => {
                    let face = if words.bold { FontStyle::Bold } else { FontStyle::Normal };
                    let anchor = match words.align {
                        Align::Left => HPos::Left,
                        Align::Center => HPos::Center,
                        Align::Right => HPos::Right,
                    };
                    let style =
                        TextStyle::from((FontFamily::Name(text::FAMILY), words.size * scale * font, face).into_font())
                            .pos(Pos::new(anchor, VPos::Center))
                            .color(&words.color);
                    backend.draw_text(&words.text, &style, (whole(words.x), whole(words.y)))
                }
            }
            .map_err(|e| fault(&e))?;
        }
        backend.present().map_err(|e| fault(&e))
    }

    /// The words of the scene, in drawing order.
    #[cfg(test)]
    pub(super) fn all_words(&self) -> Vec<&Words> {
        self.shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Words(words) => Some(words),
                _ => None,
            })
            .collect()
    }
}

/// Draws a picture over the whole of a backend whose size is in device pixels,
/// `scale` of them to a CSS pixel.
///
/// # Errors
/// What the backend reports.
pub fn draw<DB: DrawingBackend>(
    backend: &mut DB,
    picture: &dyn Picture,
    theme: &Theme,
    scale: f64,
) -> Result<Geometry, DrawError> {
    let scale = if scale.is_finite() && scale > 0.0 { scale } else { 1.0 };
    let (width, height) = backend.get_size();
    let (scene, geometry) = picture.compose(theme, f64::from(width) / scale, f64::from(height) / scale);
    scene.replay(backend, scale, 1.0)?;
    Ok(geometry)
}
