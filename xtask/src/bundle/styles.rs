//! Style sheets put in terms of the oldest browser: the sources say what they mean, the page says it so that
//! Chromium 80 knows it too.

use std::borrow::Cow;
use std::fmt::Write;

use anyhow::{Result, bail};

/// What has no meaning for Chromium 80 and is no mere decoration: in names and values of declarations, in the heads
/// of rules.
const TOO_LATE: [&str; 22] = [
    "@container",
    "@layer",
    "@property",
    "@scope",
    "aspect-ratio",
    "backdrop-filter",
    "color-mix(",
    "content-visibility",
    "dvh",
    "dvw",
    "light-dark(",
    "lvh",
    "oklch(",
    "overflow: clip",
    "place-content: normal",
    "rotate:",
    "scale:",
    "svh",
    "translate:",
    "width <",
    "width >",
    ":dir(",
];

/// Selectors that came later. A rule is passed over whole for one of them, so that they stand alone.
const LATE_SELECTORS: [&str; 8] =
    [":focus-visible", ":has(", ":is(", ":modal", ":open", ":popover-open", ":where(", "::file-selector-button"];

/// Where the browser knows no `gap` in flex boxes: before Chromium 84 and Safari 14.1, which came to know one of these
/// at the latest then.
pub const WITHOUT_GAP: &str = "not ((appearance: none) or (inset: 0))";

/// A style sheet as it travels, and what stands in for gaps in flex boxes where there are none.
#[derive(Debug, PartialEq)]
pub struct StyleSheet {
    pub text: String,
    pub without_gap: String,
}

/// Puts a sheet without comments in terms of the oldest browser.
///
/// # Errors
/// Where it holds what can not be put so; the message names it.
pub fn for_all(sheet: &str) -> Result<StyleSheet> {
    if let Some(late) = TOO_LATE.iter().find(|late| sheet.contains(*late)) {
        bail!("\"{late}\" in a style sheet came after the oldest browser");
    }
    let mut made = StyleSheet { text: String::with_capacity(sheet.len()), without_gap: String::new() };
    // The heads of the blocks that are open, and the declarations of the innermost.
    let mut open: Vec<String> = Vec::new();
    let mut declared: Vec<(String, String)> = Vec::new();
    for (piece, end) in pieces(sheet) {
        let trimmed = piece.trim();
        match end {
            '{' => {
                check_selectors(trimmed)?;
                made.text += piece;
                open.push(trimmed.to_owned());
                declared.clear();
            }
            _ => {
                if let Some((name, value)) = trimmed.split_once(':').filter(|_| !open.is_empty()) {
                    let (name, value) = (name.trim(), value.trim());
                    let indent = &piece[..piece.len() - piece.trim_start().len()];
                    let all: Vec<String> =
                        expanded(name, value).iter().map(|(name, value)| format!("{name}: {value}")).collect();
                    write!(made.text, "{indent}{}", all.join("; "))?;
                    made.text += &piece[piece.trim_end().len()..];
                    declared.push((name.to_owned(), value.to_owned()));
                } else {
                    made.text += piece;
                }
                if end == '}' {
                    made.without_gap += &spaced(&open, &declared);
                    open.pop();
                    declared.clear();
                }
            }
        }
        made.text.push(end);
    }
    made.text.push('\n');
    Ok(made)
}

/// The sheet's pieces, each up to a brace or semicolon that stands in no text and no bracket.
fn pieces(sheet: &str) -> Vec<(&str, char)> {
    let (mut pieces, mut start, mut depth, mut quote) = (Vec::new(), 0, 0_u32, None);
    for (place, character) in sheet.char_indices() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, '{' | '}' | ';') if depth == 0 => {
                pieces.push((&sheet[start..place], character));
                start = place + 1;
            }
            _ => {}
        }
    }
    pieces
}

fn check_selectors(head: &str) -> Result<()> {
    let late = LATE_SELECTORS.iter().find(|late| head.contains(*late));
    if let Some(late) = late.filter(|_| !head.starts_with('@') && head.contains(',')) {
        bail!("\"{late}\" in \"{head}\" would lose the other selectors in old browsers: give it a rule of its own");
    }
    if head.contains('&') {
        bail!("nested rules came after the oldest browser: {head}");
    }
    Ok(())
}

/// Both sides at once came late, and so did the sides of `inset` and the thickness of a line among its other traits.
/// Both languages run from left to right.
fn expanded<'a>(name: &str, value: &'a str) -> Vec<(String, Cow<'a, str>)> {
    const INLINE: [&str; 2] = ["left", "right"];
    const BLOCK: [&str; 2] = ["top", "bottom"];
    let words = words(value);
    let first = words.first().copied().unwrap_or(value);
    let two = [first, words.get(1).copied().unwrap_or(first)];
    let sides = |before: &str, names: [&str; 2]| {
        names.into_iter().zip(two).map(|(side, value)| (format!("{before}{side}"), value.into())).collect()
    };
    match name {
        "padding-inline" => sides("padding-", INLINE),
        "padding-block" => sides("padding-", BLOCK),
        "margin-inline" => sides("margin-", INLINE),
        "margin-block" => sides("margin-", BLOCK),
        "inset-inline" => sides("", INLINE),
        "inset-block" => sides("", BLOCK),
        "inset-inline-start" => vec![("left".to_owned(), value.into())],
        "inset-inline-end" => vec![("right".to_owned(), value.into())],
        "inset" => {
            let [top, right] = two;
            let bottom = words.get(2).copied().unwrap_or(top);
            let left = words.get(3).copied().unwrap_or(right);
            let names = ["top", "right", "bottom", "left"].map(str::to_owned);
            names.into_iter().zip([top, right, bottom, left].map(Cow::from)).collect()
        }
        "text-decoration" if words.iter().any(|word| is_length(word)) => {
            let (thickness, others): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_length(word));
            let others = (name.to_owned(), others.join(" ").into());
            vec![others, ("text-decoration-thickness".to_owned(), thickness.join(" ").into())]
        }
        _ => vec![(name.to_owned(), value.into())],
    }
}

fn is_length(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit()) && (word.ends_with("px") || word.ends_with("em"))
}

/// The words of a value, brackets whole.
fn words(value: &str) -> Vec<&str> {
    let (mut words, mut start, mut depth) = (Vec::new(), 0, 0_u32);
    for (place, character) in value.char_indices().chain([(value.len(), ' ')]) {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 => {
                words.extend(Some(&value[start..place]).filter(|word| !word.is_empty()));
                start = place + 1;
            }
            _ => {}
        }
    }
    words
}

/// Margins for what stands in a flex box with gaps.
fn spaced(open: &[String], declared: &[(String, String)]) -> String {
    let value = |name: &str| declared.iter().rev().find(|(one, _)| one == name).map(|(_, value)| value.as_str());
    let (Some((head, around)), Some("flex" | "inline-flex"), Some(gap)) =
        (open.split_last(), value("display"), value("gap"))
    else {
        return String::new();
    };
    let gap = words(gap);
    let row = gap.first().copied().unwrap_or("0");
    let column = gap.get(1).copied().unwrap_or(row);
    let flow =
        [value("flex-flow"), value("flex-direction"), value("flex-wrap")].map(Option::unwrap_or_default).join(" ");
    let of = |children: &str| {
        let each: Vec<String> = head.split(',').map(|one| format!("{} > {children}", one.trim())).collect();
        each.join(", ")
    };
    let mut rules = if flow.contains("column") {
        format!("{} {{ margin-bottom: {row}; }}", of(":not(:last-child)"))
    } else {
        format!("{} {{ margin-right: {column}; }}", of(":not(:last-child)"))
    };
    if flow.contains("wrap") && !flow.contains("nowrap") && row != "0" {
        rules += &format!(" {} {{ margin-top: calc({row} / 2); margin-bottom: calc({row} / 2); }}", of("*"));
    }
    let (before, after): (String, String) =
        (around.iter().map(|head| format!("{head} {{ ")).collect(), " }".repeat(around.len()));
    format!("{before}{rules}{after}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(sheet: &str) -> String {
        for_all(sheet).expect(sheet).text
    }

    #[test]
    fn both_sides_at_once_become_two_and_all_else_stays() {
        assert_eq!(
            text("a { padding-inline: 1px calc(1px + 2em); color: red; }"),
            "a { padding-left: 1px; padding-right: calc(1px + 2em); color: red; }\n"
        );
        assert_eq!(
            text("a { inset: 0; margin-block: auto }"),
            "a { top: 0; right: 0; bottom: 0; left: 0; margin-top: auto; margin-bottom: auto }\n"
        );
        assert_eq!(
            text("@media (max-width: 9px) {\n  a { inset-inline-start: 0; }\n}"),
            "@media (max-width: 9px) {\n  a { left: 0; }\n}\n"
        );
        assert_eq!(
            text("a { text-decoration: underline dotted var(--muted) 1px; }"),
            "a { text-decoration: underline dotted var(--muted); text-decoration-thickness: 1px; }\n"
        );
        let kept = "a:hover::before { content: \"{;inset: 0}\"; background: url(data:a;b); --han: \"A\", \"B\"; }";
        assert_eq!(text(kept), format!("{kept}\n"));
    }

    #[test]
    fn gaps_of_flex_boxes_have_margins_to_stand_in() {
        let without = |sheet: &str| for_all(sheet).expect(sheet).without_gap;
        assert_eq!(without("a { display: grid; gap: 1px; } b { display: flex; }"), "");
        assert_eq!(without("a { display: flex; gap: 1px 2px; }"), "a > :not(:last-child) { margin-right: 2px; }\n");
        assert_eq!(
            without("a, b { display: flex; flex-direction: column; gap: 1px; }"),
            "a > :not(:last-child), b > :not(:last-child) { margin-bottom: 1px; }\n"
        );
        let wrapped = without("@media print { a { display: inline-flex; flex-wrap: wrap; gap: 2px; } }");
        assert_eq!(
            wrapped,
            "@media print { a > :not(:last-child) { margin-right: 2px; } \
            a > * { margin-top: calc(2px / 2); margin-bottom: calc(2px / 2); } }\n"
        );
    }

    #[test]
    fn what_came_later_is_refused() {
        for late in [
            "a { aspect-ratio: 1; }",
            "a { height: 100dvh; }",
            "a, b:focus-visible { color: red; }",
            "a { &:hover { color: red; } }",
            "@layer a { b { color: red; } }",
        ] {
            assert!(for_all(late).is_err(), "{late}");
        }
        assert!(for_all("b:focus-visible { color: red; }").is_ok(), "passed over as a whole");
    }
}
