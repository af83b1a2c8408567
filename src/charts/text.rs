//! How wide a text is, without asking a browser.
//!
//! Measuring in the page costs a layout per label, and there is no font at all
//! natively, so widths are estimated from the kinds of characters, on the safe
//! side for the usual interface fonts.

/// Families, from the system's own to the usual Chinese ones. Unquoted, as the
/// names also pass through SVG attributes.
pub(super) const FAMILY: &str = "system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";

/// Width of a text in pixels at a font size.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(ems).sum();
    ems * size * if bold { 1.07 } else { 1.0 }
}

fn ems(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.29,
        'f' | 'r' | 't' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.9,
        '0'..='9' | '\u{2212}' | '–' | '+' | '=' | '<' | '>' | '×' => 0.62,
        'A'..='Z' => 0.68,
        '\u{0}'..='\u{7f}' => 0.57,
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

#[cfg(test)]
mod tests {
    use super::*;

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
