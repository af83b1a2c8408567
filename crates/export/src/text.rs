//! Text from files as a workbook can hold it.

/// The most a cell holds, in UTF-16 units, as Excel counts.
const LONGEST: usize = 32_767;

/// Stands where text was cut.
const CUT: char = '…';

/// Text that is safe in a cell: no control characters but line breaks and tabs, no longer than a cell holds. What the
/// file format would read as an escape of its own (`_x0041_` is an A) the writer escapes.
pub(crate) fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut length = 0;
    for (i, c) in text.char_indices() {
        let c = match c {
            '\r' if text[i + 1..].starts_with('\n') => continue,
            '\r' => '\n',
            '\n' | '\t' => c,
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => ' ',
            c => c,
        };
        length += c.len_utf16();
        if length > LONGEST - CUT.len_utf16() {
            safe.push(CUT);
            break;
        }
        safe.push(c);
    }
    safe
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
