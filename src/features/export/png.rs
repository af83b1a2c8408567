//! Pictures in pixels, for print.

/// Pixels in an inch.
pub const DOTS_PER_INCH: u32 = 300;

/// Width of a picture in pixels: that of A4 at [`DOTS_PER_INCH`].
pub const PIXELS: u32 = 2480;

/// Where the first chunk, which every PNG begins with, ends.
const AFTER_HEADER: usize = 33;

/// The same PNG, with its resolution written into it, so that it gets its size on paper; what is no PNG
/// stays as it is.
pub fn with_resolution(mut png: Vec<u8>, dots_per_inch: u32) -> Vec<u8> {
    if !png.starts_with(b"\x89PNG\r\n\x1a\n") || png.len() < AFTER_HEADER {
        return png;
    }
    let per_metre = (f64::from(dots_per_inch) / 0.0254).round() as u32;
    let mut chunk = b"pHYs".to_vec();
    for _ in 0..2 {
        chunk.extend(per_metre.to_be_bytes());
    }
    // The unit: metres.
    chunk.push(1);
    let mut whole = 9_u32.to_be_bytes().to_vec();
    whole.extend(&chunk);
    whole.extend(checksum(&chunk).to_be_bytes());
    png.splice(AFTER_HEADER..AFTER_HEADER, whole);
    png
}

/// The cyclic redundancy check of PNG.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
    let take = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc));
    !bytes.iter().fold(u32::MAX, take)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_format() {
        // The end of every PNG.
        assert_eq!(checksum(b"IEND"), 0xAE42_6082);
    }

    #[test]
    fn the_resolution_follows_the_header_and_other_bytes_are_left_alone() {
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        png.extend([7; 40]);
        let marked = with_resolution(png.clone(), DOTS_PER_INCH);
        assert_eq!(marked.len(), png.len() + 21);
        assert_eq!(&marked[33..41], b"\0\0\0\x09pHYs");
        // 11,811 pixels to a metre are 300 to an inch.
        assert_eq!(&marked[41..45], 11_811_u32.to_be_bytes());
        assert_eq!(&marked[54..], &png[33..]);
        assert_eq!(with_resolution(b"other".to_vec(), 300), b"other");
    }
}
