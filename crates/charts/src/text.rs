//! How wide a text is, without asking a browser.
//!
//! Measuring in the page costs a layout per label, and there is no font at all
//! natively, so widths are estimated from the kinds of characters, as wide as the
//! widest of the usual interface fonts (DejaVu Sans, Verdana) has them.

/// Families, from the system's own to the usual Chinese ones. Unquoted, as the
/// names also pass through SVG attributes.
pub(super) const FAMILY: &str = "system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";

/// Width of a text in ems, as estimated.
pub fn ems_of(text: &str) -> f64 {
    width(text, 1.0, false)
}

/// Width of a text in pixels at a font size.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(ems).sum();
    ems * size * if bold { 1.07 } else { 1.0 }
}

fn ems(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.32,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' => 0.4,
        'm' | 'M' | 'W' | '%' | '@' => 0.97,
        'w' | '+' | '=' | '<' | '>' | '×' | '\u{2212}' => 0.83,
        '0'..='9' | '–' => 0.64,
        'A'..='Z' => 0.7,
        '\u{0}'..='\u{7f}' => 0.62,
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁻' => 0.4,
        '\u{80}'..='\u{2000}' => 0.62,
        _ => 1.0,
    }
}

/// The text, or as much of it as fits into a width, with an ellipsis.
pub(super) fn fit(text: &str, size: f64, room: f64) -> String {
    if width(text, size, false) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = ems('…') * size;
    for c in text.chars() {
        used += ems(c) * size;
        if used > room {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// The text in lines of a width, broken at spaces and between Han characters; what is beyond the last
/// line is cut, with an ellipsis.
pub(super) fn wrap(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if lines.len() + 1 == most {
            lines.push(fit(rest, size, room));
            break;
        }
        let end = line_end(rest, size, room);
        let (line, next) = rest.split_at(end);
        lines.push(line.trim_end().to_owned());
        rest = next.trim_start();
    }
    lines
}

/// Where the first line of a text ends; never at its beginning.
fn line_end(text: &str, size: f64, room: f64) -> usize {
    let (mut used, mut last, mut before) = (0.0, None, ' ');
    for (at, c) in text.char_indices() {
        let is_han = |c: char| c >= '\u{2e80}' && !"，。；：、）》”".contains(c);
        if at > 0 && (c == ' ' || is_han(c) || (is_han(before) && before != '（' && !c.is_ascii_punctuation())) {
            last = Some(at);
        }
        used += ems(c) * size;
        if used > room && at > 0 {
            return last.unwrap_or(at);
        }
        before = c;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_fit_and_lose_nothing_but_spaces() {
        for text in
            ["实习补贴与顶岗支出合计（万元）", "Double-qualified teachers as a share of all", "aaaaaaaaaaaaaaaaaaaa"]
        {
            let lines = wrap(text, 12.0, 70.0, 99);
            assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 12.0, false) <= 70.0), "{lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
        assert_eq!(wrap("一二三四五六", 10.0, 30.0, 1), ["一二…"]);
        assert!(wrap("", 10.0, 30.0, 3).is_empty());
    }

    #[test]
    fn chinese_is_an_em_a_character() {
        assert_eq!(width("职业教育", 12.0, false), 48.0);
        assert!(width("2,000", 12.0, false) < 35.0);
    }

    #[test]
    fn a_fitted_text_fits() {
        for room in [20.0, 40.0, 100.0] {
            assert!(width(&fit("实习补贴与顶岗支出", 12.0, room), 12.0, false) <= room);
        }
        assert_eq!(fit("abc", 12.0, 100.0), "abc");
    }
}
