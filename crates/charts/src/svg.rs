//! A picture as an SVG document.

use plotters_svg::SVGBackend;

use super::{DrawError, Picture, Theme};

/// Units of the view box per CSS pixel: the backend takes whole numbers only.
const FINENESS: f64 = 10.0;
/// The backend writes font sizes divided by this.
const FONT_DIVISOR: f64 = 1.24;

/// The picture as a stand-alone SVG document of the given size in CSS pixels.
///
/// # Errors
/// What the backend reports; writing into a string does not fail in practice.
pub fn svg(picture: &dyn Picture, theme: &Theme, width: f64, height: f64) -> Result<String, DrawError> {
    let (width, height) = (width.max(1.0).round(), height.max(1.0).round());
    let fine = ((width * FINENESS) as u32, (height * FINENESS) as u32);
    let (scene, _) = picture.compose(theme, width, height);
    let mut out = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut out, fine);
        scene.replay(&mut backend, FINENESS, FONT_DIVISOR)?;
    }
    // The backend escapes what is markup; what no XML may hold it lets through.
    out.retain(is_xml);
    // The size on paper or screen, with the fine units in the view box.
    let head = format!("width=\"{}\" height=\"{}\"", fine.0, fine.1);
    let size = format!("width=\"{width}\" height=\"{height}\" role=\"img\"");
    Ok(out.replacen(&head, &size, 1))
}

/// As [`svg`], as a file: with its title, and a description for those who do not see it. `tag` is the
/// language of the words, such as `zh-CN`.
///
/// # Errors
/// As [`svg`].
pub fn svg_document(
    picture: &dyn Picture,
    theme: &Theme,
    (width, height): (f64, f64),
    description: &str,
    tag: &str,
) -> Result<String, DrawError> {
    let out = svg(picture, theme, width, height)?;
    let Some((head, rest)) = out.split_once(">\n") else { return Ok(out) };
    let (title, description) = (escaped(picture.title().unwrap_or_default()), escaped(description));
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{head} xml:lang=\"{tag}\">\n<title>{title}</title>\n<desc>{description}</desc>\n{rest}"
    ))
}

/// Whether a document may hold a character at all.
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_xml(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(c),
        }
    }
    out
}
