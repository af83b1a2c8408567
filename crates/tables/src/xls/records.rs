//! The records that a workbook's stream is made of: a number for the kind, a length, and so many bytes; and the texts
//! in them, which go on in the next record where one is too short.

use crate::refusal::Refusal;
use crate::xls::codepage::Codepage;

pub(crate) const BOF: u16 = 0x0809;
pub(crate) const EOF: u16 = 0x000a;
pub(crate) const CONTINUE: u16 = 0x003c;

/// A record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'a> {
    pub(crate) kind: u16,
    pub(crate) data: &'a [u8],
}

/// The records of a stream, one after the other.
pub(crate) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    /// Those from a place on.
    pub(crate) fn from(stream: &'a [u8], at: usize) -> Records<'a> {
        Records { stream, at }
    }

    /// The next one; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Record<'a>>, Refusal> {
        let rest = self.stream.get(self.at..).unwrap_or_default();
        let Some((head, rest)) = rest.split_first_chunk::<4>() else {
            return Ok(None);
        };
        let [kind_low, kind_high, length_low, length_high] = *head;
        let length = usize::from(u16::from_le_bytes([length_low, length_high]));
        let data = rest.get(..length).ok_or_else(|| damaged("record beyond the end"))?;
        self.at += head.len() + length;
        Ok(Some(Record { kind: u16::from_le_bytes([kind_low, kind_high]), data }))
    }

    /// The contents of the records that go on with the one before.
    pub(crate) fn continued(&mut self) -> Result<Vec<&'a [u8]>, Refusal> {
        let mut pieces = Vec::new();
        loop {
            let before = self.at;
            match self.next()? {
                Some(Record { kind: CONTINUE, data }) => pieces.push(data),
                _ => {
                    self.at = before;
                    return Ok(pieces);
                }
            }
        }
    }

    /// How far the reading has come.
    pub(crate) fn at(&self) -> usize {
        self.at
    }
}

impl<'a> Record<'a> {
    pub(crate) fn byte(&self, at: usize) -> Option<u8> {
        self.data.get(at).copied()
    }

    pub(crate) fn number16(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(self.data.get(at..)?.first_chunk().copied()?))
    }

    pub(crate) fn number32(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.data.get(at..)?.first_chunk().copied()?))
    }

    pub(crate) fn double(&self, at: usize) -> Option<f64> {
        Some(f64::from_le_bytes(self.data.get(at..)?.first_chunk().copied()?))
    }

    /// Text from a place on, its length before it in one byte or two, in the way of the version.
    pub(crate) fn text(&self, at: usize, wide: bool, page: Option<&Codepage<'_>>) -> Option<String> {
        let mut pieces = Pieces::new(self.data.get(at..)?, Vec::new());
        let length = if wide { usize::from(pieces.number16()?) } else { usize::from(pieces.byte()?) };
        match page {
            Some(page) => Some(page.text(pieces.rest().get(..length)?)),
            None => pieces.unicode(length),
        }
    }
}

/// The contents of a record and of those that go on with it.
pub(crate) struct Pieces<'a> {
    piece: &'a [u8],
    left: std::vec::IntoIter<&'a [u8]>,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(first: &'a [u8], others: Vec<&'a [u8]>) -> Pieces<'a> {
        Pieces { piece: first, left: others.into_iter() }
    }

    /// What is left of the piece.
    fn rest(&self) -> &'a [u8] {
        self.piece
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        loop {
            if let Some((byte, rest)) = self.piece.split_first() {
                self.piece = rest;
                return Some(*byte);
            }
            self.piece = self.left.next()?;
        }
    }

    pub(crate) fn number16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(crate) fn number32(&mut self) -> Option<u32> {
        Some(u32::from(self.number16()?) | u32::from(self.number16()?) << 16)
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > self.piece.len() {
            length -= self.piece.len();
            self.piece = self.left.next()?;
        }
        self.piece = self.piece.get(length..)?;
        Some(())
    }

    /// Text of so many characters, with all that stands before and behind it: what is bold, how it is spoken.
    pub(crate) fn unicode(&mut self, length: usize) -> Option<String> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.number16()?) * 4 };
        let spoken = if flags & 4 == 0 { 0 } else { usize::try_from(self.number32()?).ok()? };
        let text = self.characters(length, flags)?;
        self.skip(runs)?;
        self.skip(spoken)?;
        Some(text)
    }

    /// The characters, each of one byte or of two; a piece that goes on with them says anew which.
    fn characters(&mut self, length: usize, mut flags: u8) -> Option<String> {
        let mut text = String::new();
        let mut units: Vec<u16> = Vec::new();
        let mut left = length;
        while left > 0 {
            if self.piece.is_empty() {
                self.piece = self.left.next()?;
                flags = self.byte()?;
                continue;
            }
            let width = 1 + usize::from(flags & 1);
            let count = (self.piece.len() / width).min(left);
            let (taken, rest) = self.piece.split_at_checked(count * width)?;
            if count == 0 {
                // Half a character at the end of a record.
                return None;
            }
            match width {
                1 => units.extend(taken.iter().copied().map(u16::from)),
                _ => units.extend(taken.chunks_exact(2).map(|pair| match pair {
                    [low, high] => u16::from_le_bytes([*low, *high]),
                    _ => 0,
                })),
            }
            self.piece = rest;
            left -= count;
        }
        text.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')));
        Some(text)
    }
}

pub(crate) fn damaged(what: &str) -> Refusal {
    Refusal::Damaged(format!("XLS: {what}"))
}

#[cfg(test)]
mod tests {
    use super::Pieces;

    #[test]
    fn text_goes_on_in_the_next_record_in_another_width() {
        // Four characters: two of a byte, then two of two bytes; one run of eight bytes behind, cut as well.
        let first = [8, 2, 0, b'a', b'b'];
        let second = [1, 0x4c, 0x80, 0x59, 0x65, 0, 0, 0];
        let third = [0, 0, 0, 0, 0, 77];
        let mut pieces = Pieces::new(&first, vec![&second, &third]);
        assert_eq!(pieces.unicode(4).as_deref(), Some("ab职教"));
        assert_eq!(pieces.byte(), Some(77));
        assert_eq!(pieces.byte(), None);
    }

    #[test]
    fn text_that_is_not_all_there_is_none() {
        assert_eq!(Pieces::new(&[0, b'a'], Vec::new()).unicode(2), None);
        assert_eq!(Pieces::new(&[1, b'a'], Vec::new()).unicode(1), None);
        assert_eq!(Pieces::new(&[4, 255, 255, 255, 255, b'a'], Vec::new()).unicode(1), None);
    }
}
