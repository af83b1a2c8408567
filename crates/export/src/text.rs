//! Text from files as a workbook can hold it.

/// The most a cell holds, in UTF-16 units, as Excel counts.
const LONGEST: usize = 32_767;

/// Stands where text was cut.
const CUT: char = '…';

/// Text that is safe in a cell: no control characters but line breaks and tabs, nothing that Excel reads
/// as its own escape, no longer than a cell holds.
pub(crate) fn safe(text: &str) -> String {
    escaped(&shown(text))
}

/// Text as a cell shows it: no control characters but line breaks and tabs, no longer than a cell holds.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut length = 0;
    for (i, c) in text.char_indices() {
        // It will be written with its escape, which counts.
        let escape = is_escape(&text[i..]);
        let c = match c {
            '\r' if text[i + 1..].starts_with('\n') => continue,
            '\r' => '\n',
            '\n' | '\t' => c,
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => ' ',
            c => c,
        };
        let needed = c.len_utf16() + if escape { UNDERSCORE.len() - 1 } else { 0 };
        if length + needed > LONGEST - CUT.len_utf16() {
            shown.push(CUT);
            break;
        }
        length += needed;
        shown.push(c);
    }
    shown
}

/// Shown text as the file format writes it: what Excel reads as an escape is escaped.
pub(crate) fn escaped(shown: &str) -> String {
    let mut text = String::with_capacity(shown.len());
    for (i, c) in shown.char_indices() {
        match is_escape(&shown[i..]) {
            true => text.push_str(UNDERSCORE),
            false => text.push(c),
        }
    }
    text
}

/// An underscore as the file format escapes it.
const UNDERSCORE: &str = "_x005F_";

/// Whether text begins with what the file format reads as an escaped character: `_x0041_` is an A.
fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes.starts_with(b"_x") && bytes[6] == b'_' && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

/// Whether a cell with this text would become a formula when somebody edits it, or a file of commas
/// opens as one.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// How many lines text takes in a column so wide, in Latin characters; a Chinese one is twice as wide.
pub(crate) fn lines(text: &str, width: f64) -> usize {
    const FIRST_WIDE: char = '\u{1100}';
    let wide = |line: &str| line.chars().map(|c| if c < FIRST_WIDE { 1.0 } else { 2.0 }).sum::<f64>();
    // Two characters less: the column's edges and the step in.
    text.lines().map(|line| (wide(line) / (width - 2.0).max(1.0)).ceil().max(1.0) as usize).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_become_spaces_and_lines_stay() {
        assert_eq!(safe("a\u{0}b\u{1b}c\r\nd\te\u{7f}\u{ffff}"), "a b c\nd\te  ");
        assert_eq!(safe("\u{202e}ab"), "\u{202e}ab");
    }

    #[test]
    fn what_excel_would_unescape_is_escaped() {
        assert_eq!(safe("_x0041_ and _x41_"), "_x005F_x0041_ and _x41_");
    }

    #[test]
    fn text_is_no_longer_than_a_cell_holds() {
        let cut = safe(&"字".repeat(40_000));
        assert_eq!(cut.chars().count(), LONGEST);
        assert!(cut.ends_with(CUT));
        assert!(safe(&"😀".repeat(40_000)).encode_utf16().count() <= LONGEST);
    }

    #[test]
    fn lines_are_counted_by_width() {
        assert_eq!(lines("", 12.0), 0);
        assert_eq!(lines("ten chars.", 12.0), 1);
        assert_eq!(lines("eleven char", 12.0), 2);
        assert_eq!(lines("五个汉字的\n一行", 12.0), 2);
    }

    #[test]
    fn formulas_are_known_by_their_first_character() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"] {
            assert!(looks_like_formula(text), "{text}");
        }
        assert!(!looks_like_formula("中职 = 1"));
    }
}
