//! One spelling for what keyboards, input methods and spreadsheets write in many.

/// Text in half width with plain signs and spaces, without marks that show nothing. Cells and lines stay
/// apart: a tab stands for either.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            // No width: marks of direction (those that turn text round are refused), joiners, a byte order mark.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => {
                continue;
            }
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => '\t',
            c if c.is_whitespace() => ' ',
            '−' | '‐'..='―' => '-',
            '。' => '.',
            '￥' => '¥',
            '萬' => '万',
            '億' => '亿',
            '圆' => '元',
            '〜' => '~',
            '㎡' => {
                out.push('m');
                '²'
            }
            '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            c => c,
        };
        out.push(c);
    }
    // A cell that was copied ends with a line break.
    out.trim().to_owned()
}
