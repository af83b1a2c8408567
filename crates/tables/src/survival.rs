//! Damaged files: whatever is in them, reading ends soon and with an answer. A panic would end the page.

use crate::made::{damaged, zip};

/// Reads a file with damage of so many kinds.
pub(crate) fn of_file(file: &[u8], times: u64) {
    for seed in 0..times {
        // What comes of it does not matter here.
        let _ = crate::read_with(&damaged(file, seed), &|_| None);
    }
}

/// Reads a packed file whose parts are damaged before they are packed, or the checksums would tell at once.
pub(crate) fn of_parts(parts: &[(&str, String)], times: u64) {
    let mut read = 0;
    for seed in 0..times {
        let hit = seed as usize % parts.len();
        let parts: Vec<(&str, Vec<u8>)> = (0..)
            .zip(parts)
            .map(|(at, (name, text))| {
                (*name, if at == hit { damaged(text.as_bytes(), seed) } else { text.clone().into_bytes() })
            })
            .collect();
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        read += u32::from(crate::read_with(&zip(&parts), &|_| None).is_ok());
    }
    // Else only the first lines of the reader were tried.
    assert!(read > 0, "no file was read at all");
}
