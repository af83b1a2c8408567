//! Files for tests, made by hand: packed parts, and damage of every kind that comes out the same each time.

use miniz_oxide::deflate::compress_to_vec;

use crate::zip::checksum;

/// How a part is packed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pack {
    /// As it is.
    Stored,
    /// Deflated.
    Deflated,
}

/// A packed file of deflated parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, bytes)| (*name, *bytes, Pack::Deflated)).collect();
    zip_of(&parts)
}

/// A packed file.
pub(crate) fn zip_of(parts: &[(&str, &[u8], Pack)]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes, pack) in parts {
        let deflated = *pack == Pack::Deflated;
        let packed = if deflated { compress_to_vec(bytes, 6) } else { bytes.to_vec() };
        let mut common = Vec::new();
        common.extend([20, 0, 0, 0, if deflated { 8 } else { 0 }, 0, 0, 0, 0, 0]);
        common.extend(checksum(bytes).to_le_bytes());
        common.extend((packed.len() as u32).to_le_bytes());
        common.extend((bytes.len() as u32).to_le_bytes());
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend((file.len() as u32).to_le_bytes());
        directory.extend(name.as_bytes());
        file.extend(b"PK\x03\x04");
        file.extend(&common);
        file.extend(name.as_bytes());
        file.extend(packed);
    }
    let start = file.len() as u32;
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend((parts.len() as u16).to_le_bytes());
    file.extend((parts.len() as u16).to_le_bytes());
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// Bytes with damage: flips, cuts, insertions and pieces put elsewhere, by a count of random steps from a seed.
pub(crate) fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % below.max(1)
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..=random(4) {
        let length = bytes.len();
        let at = random(length);
        match random(6) {
            0 if length > 0 => bytes[at] ^= 1 << random(8),
            1 if length > 0 => bytes[at] = [0, 0xff, b'<', b'>', b'"', b'&', b'9', b'-', b':'][random(9)],
            2 => bytes.truncate(at),
            3 => drop(bytes.splice(at..(at + random(40)).min(length), [])),
            4 => drop(bytes.splice(at..at, vec![random(256) as u8; random(20)])),
            _ => {
                let piece = bytes[at..(at + random(60)).min(length)].to_vec();
                let to = random(length);
                drop(bytes.splice(to..to, piece));
            }
        }
    }
    bytes
}
