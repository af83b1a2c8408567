//! How much is read: enough for any table that a person made, and no more than a browser can hold.

use crate::refusal::Refusal;

/// The largest file, in bytes.
pub const FILE: usize = 64 << 20;

/// The most that the parts of a packed file may unpack to, in bytes.
pub(crate) const UNPACKED: usize = 512 << 20;

/// The most cells of a book.
pub(crate) const CELLS: usize = 4_000_000;

/// The last row and column of a spreadsheet.
pub(crate) const LAST: crate::Place = crate::Place { row: 1_048_575, column: 16_383 };

/// Refuses a file that is empty or too large.
pub(crate) fn file(bytes: &[u8]) -> Result<(), Refusal> {
    match bytes.len() {
        0 => Err(Refusal::Empty),
        size if size > FILE => Err(Refusal::TooLarge),
        _ => Ok(()),
    }
}

/// Counts cells, and refuses the one too many.
#[derive(Default)]
pub(crate) struct Counter(usize);

impl Counter {
    /// One cell more.
    pub(crate) fn one(&mut self) -> Result<(), Refusal> {
        self.0 += 1;
        if self.0 > CELLS { Err(Refusal::TooManyCells) } else { Ok(()) }
    }
}
