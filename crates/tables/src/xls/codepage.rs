//! Text of one byte a character, or of one and two, as files before Excel 97 have it.

use std::cell::Cell;

use crate::Decode;

/// Latin of Windows where it differs from Unicode: 0x80 to 0x9f.
const LATIN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// How the bytes of a file are to be read.
pub(crate) struct Codepage<'a> {
    number: Option<u16>,
    decode: Decode<'a>,
    /// Whether a character could not be read.
    pub(crate) is_lossy: Cell<bool>,
}

impl<'a> Codepage<'a> {
    /// The one of a number, or none told.
    pub(crate) fn new(number: Option<u16>, decode: Decode<'a>) -> Codepage<'a> {
        Codepage { number, decode, is_lossy: Cell::new(false) }
    }

    /// The text of bytes.
    pub(crate) fn text(&self, bytes: &[u8]) -> String {
        if bytes.is_ascii() {
            return bytes.iter().copied().map(char::from).collect();
        }
        let utf8 = || std::str::from_utf8(bytes).ok().map(str::to_owned);
        let chinese = || (self.decode)(bytes);
        let text = match self.number {
            // Simplified Chinese of Windows, its successor, and that of older Macs.
            Some(936 | 54936 | 52936 | 20936 | 10008) => chinese(),
            Some(65001) => utf8(),
            Some(1252 | 28591 | 32769) => Some(latin(bytes)),
            // Small programs write none. Chinese in GBK often is UTF-8 as well, of letters that nobody here writes (学校 is
            // ѧУ); Chinese in UTF-8 is beyond them.
            None => utf8()
                .filter(|text| text.chars().all(|c| c.is_ascii() || c >= '\u{2000}'))
                .or_else(chinese)
                .or_else(|| Some(latin(bytes))),
            _ => None,
        };
        text.unwrap_or_else(|| {
            self.is_lossy.set(true);
            bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\u{fffd}' }).collect()
        })
    }
}

/// Latin of Windows.
pub(crate) fn latin(bytes: &[u8]) -> String {
    let letter = |byte: u8| match byte {
        0x80..0xa0 => LATIN.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    };
    bytes.iter().copied().map(letter).collect()
}

#[cfg(all(test, feature = "encodings"))]
mod tests {
    use super::Codepage;

    #[test]
    fn bytes_are_read_by_their_page() {
        let chinese = b"\xd6\xb0\xbd\xcc";
        let text = |number, bytes: &[u8]| {
            let page = Codepage::new(number, &crate::decode::gb18030);
            (page.text(bytes), page.is_lossy.get())
        };
        assert_eq!(text(Some(936), chinese), ("职教".to_owned(), false));
        assert_eq!(text(None, chinese), ("职教".to_owned(), false));
        assert_eq!(text(None, b"\xd1\xa7\xd0\xa3"), ("学校".to_owned(), false));
        assert_eq!(text(None, "职教".as_bytes()), ("职教".to_owned(), false));
        assert_eq!(text(Some(1252), b"\x80 caf\xe9"), ("€ café".to_owned(), false));
        assert_eq!(text(Some(950), b"a\xd6"), ("a\u{fffd}".to_owned(), true));
        assert_eq!(text(Some(936), b"a\xff"), ("a\u{fffd}".to_owned(), true));
    }
}
