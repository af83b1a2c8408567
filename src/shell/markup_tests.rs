//! What stands in the markup of components: attributes are handed on as they are written, so a slip in the name
//! of one is an attribute that no browser knows.

use std::fs;
use std::path::{Path, PathBuf};

/// The attributes of SVG with a capital letter that a browser knows.
const CAPITAL: &[&str] = &[
    "viewBox",
    "preserveAspectRatio",
    "textLength",
    "lengthAdjust",
    "gradientUnits",
    "gradientTransform",
    "patternUnits",
    "patternTransform",
    "patternContentUnits",
    "clipPathUnits",
    "markerWidth",
    "markerHeight",
    "markerUnits",
    "refX",
    "refY",
    "pathLength",
    "spreadMethod",
    "startOffset",
];

/// The tags whose attributes are looked at: all that components use begin with one of these.
const TAGS: &[&str] = &[
    "svg",
    "path",
    "line",
    "polyline",
    "polygon",
    "circle",
    "rect",
    "g",
    "text",
    "tspan",
    "title",
    "use",
    "a",
    "abbr",
    "aside",
    "bdi",
    "blockquote",
    "button",
    "canvas",
    "caption",
    "code",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "img",
    "input",
    "label",
    "legend",
    "li",
    "main",
    "meter",
    "nav",
    "ol",
    "option",
    "optgroup",
    "output",
    "p",
    "progress",
    "q",
    "section",
    "select",
    "small",
    "span",
    "strong",
    "summary",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("markup_tests.rs") {
            found.push(path);
        }
    }
}

/// The attributes of every element in a source.
fn attributes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices('<') {
        let rest = &text[start + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let is_tag = TAGS.contains(&&rest[..end]) && rest[end..].starts_with([' ', '\n']);
        if is_tag {
            names(&rest[end..], &mut found);
        }
    }
    found
}

/// The names of the attributes up to the end of a tag: `name=` or `{name}` outside of values.
fn names(text: &str, found: &mut Vec<String>) {
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '{' {
            let Some(end) = closing(rest) else { return };
            found.push(rest[1..end].trim().to_owned());
            rest = rest[end + 1..].trim_start();
        } else if first.is_ascii_alphabetic() {
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
            found.push(rest[..end].to_owned());
            let Some(value) = rest[end..].strip_prefix('=') else { return };
            let length = match value.chars().next() {
                Some('{') => closing(value).map(|end| end + 1),
                Some('"') => value[1..].find('"').map(|end| end + 2),
                _ => value.find(|c: char| c.is_whitespace() || c == '>'),
            };
            let Some(length) = length else { return };
            rest = value[length..].trim_start();
        } else {
            return;
        }
    }
}

/// Where the bracket that `text` begins with is closed.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (place, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(place);
        }
    }
    None
}

fn is_known(name: &str) -> bool {
    let is_plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let is_slip = CAPITAL.iter().any(|known| known.eq_ignore_ascii_case(name) && *known != name);
    (is_plain && !is_slip) || CAPITAL.contains(&name)
}

#[test]
fn every_attribute_is_one_that_browsers_know() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&folder, &mut files);
    let mut count = 0;
    for file in files {
        let text = fs::read_to_string(&file).expect("a source");
        for name in attributes(&text) {
            count += 1;
            assert!(is_known(&name), "{}: no browser knows the attribute `{name}`", file.display());
        }
    }
    assert!(count > 500, "only {count} attributes were found");
}

#[test]
fn a_slip_is_found() {
    let found =
        attributes(r#"html! { <svg {view_box} aria-hidden="true" width={f({1})} onclick={x}> <rect viewbox="0"/> }"#);
    assert_eq!(found, ["view_box", "aria-hidden", "width", "onclick", "viewbox"]);
    assert!(!is_known("view_box") && !is_known("viewbox") && is_known("viewBox") && is_known("stroke-width"));
}
