//! Packed files (ZIP): the parts by their names, unpacked one at a time and all together within a limit.
//!
//! What a file says of its own sizes is compared, never trusted: a part grows as it is unpacked, up to what is left.

use std::cell::Cell;
use std::collections::BTreeMap;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::limits;
use crate::refusal::Refusal;

/// A part counts as at least so many bytes, or a file could name millions of empty ones.
const LEAST: usize = 1 << 14;

/// The bytes of the record that ends a file, without its comment, and the longest comment.
const END: usize = 22;
const COMMENT: usize = 0xffff;

/// A packed file.
pub(crate) struct Archive<'f> {
    bytes: &'f [u8],
    parts: BTreeMap<String, Part>,
    left: Cell<usize>,
}

/// Where a part is, as the central directory has it.
#[derive(Clone, Copy)]
struct Part {
    header: usize,
    packed: usize,
    unpacked: u64,
    method: u16,
    checksum: u32,
    is_encrypted: bool,
}

impl<'f> Archive<'f> {
    /// Reads which parts there are.
    pub(crate) fn open(bytes: &'f [u8]) -> Result<Archive<'f>, Refusal> {
        Archive::open_within(bytes, limits::UNPACKED)
    }

    fn open_within(bytes: &'f [u8], most: usize) -> Result<Archive<'f>, Refusal> {
        let parts = directory(bytes).ok_or_else(|| damaged("central directory"))?;
        Ok(Archive { bytes, parts, left: Cell::new(most) })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&plain(name))
    }

    /// Whether any part has such a name, in small letters.
    pub(crate) fn any(&self, mut is_so: impl FnMut(&str) -> bool) -> bool {
        self.parts.keys().any(|name| is_so(name))
    }

    /// A part, where there is one.
    pub(crate) fn part(&self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        self.parts.get(&plain(name)).map(|part| self.unpack(*part, name)).transpose()
    }

    /// Takes bytes off what may still be unpacked. Text that a file holds once and many cells show is taken off for
    /// each of them, or a small file could fill the memory with it.
    pub(crate) fn spend(&self, bytes: usize) -> Result<(), Refusal> {
        self.left.set(self.left.get().checked_sub(bytes).ok_or(Refusal::Bomb)?);
        Ok(())
    }

    fn unpack(&self, part: Part, name: &str) -> Result<Vec<u8>, Refusal> {
        if part.is_encrypted {
            return Err(Refusal::Password);
        }
        let most = self.left.get();
        if part.unpacked > most as u64 {
            return Err(Refusal::Bomb);
        }
        let packed = self.packed(part).ok_or_else(|| damaged(name))?;
        let unpacked = match part.method {
            0 if packed.len() <= most => packed.to_vec(),
            0 => return Err(Refusal::Bomb),
            8 => decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => Refusal::Bomb,
                _ => damaged(name),
            })?,
            _ => return Err(damaged(name)),
        };
        // A number with a wrong digit would pass unseen.
        if checksum(&unpacked) != part.checksum {
            return Err(damaged(name));
        }
        self.spend(unpacked.len().max(LEAST))?;
        Ok(unpacked)
    }

    /// The packed bytes, which follow the part's own header: names and extras can be longer there.
    fn packed(&self, part: Part) -> Option<&'f [u8]> {
        let header = self.bytes.get(part.header..)?;
        if !header.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
        header.get(start..)?.get(..part.packed)
    }
}

/// All parts, the first of each name; `None` where the directory is damaged.
fn directory(bytes: &[u8]) -> Option<BTreeMap<String, Part>> {
    let tail = bytes.len().saturating_sub(END + COMMENT);
    let end = tail + bytes.get(tail..)?.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let record = bytes.get(end..)?.get(..END)?;
    let mut count = u64::from(u16_at(record, 10)?);
    let mut start = u64::from(u32_at(record, 16)?);
    // The larger form of the record is used by some writers for files of any size.
    if let Some(larger) = larger_end(bytes, end) {
        count = u64_at(larger, 32)?;
        start = u64_at(larger, 48)?;
    }
    let mut rest = bytes.get(usize::try_from(start).ok()?..)?;
    let mut parts = BTreeMap::new();
    for _ in 0..count {
        let (name, part, next) = entry(rest)?;
        parts.entry(name).or_insert(part);
        rest = next;
    }
    Some(parts)
}

fn larger_end(bytes: &[u8], end: usize) -> Option<&[u8]> {
    let locator = bytes.get(end.checked_sub(20)?..end)?;
    if !locator.starts_with(b"PK\x06\x07") {
        return None;
    }
    let larger = bytes.get(usize::try_from(u64_at(locator, 8)?).ok()?..)?;
    larger.starts_with(b"PK\x06\x06").then_some(larger)
}

/// The first entry of a directory, and what follows it.
fn entry(bytes: &[u8]) -> Option<(String, Part, &[u8])> {
    if !bytes.starts_with(b"PK\x01\x02") {
        return None;
    }
    let (name, rest) = bytes.get(46..)?.split_at_checked(usize::from(u16_at(bytes, 28)?))?;
    let (extra, rest) = rest.split_at_checked(usize::from(u16_at(bytes, 30)?))?;
    let rest = rest.get(usize::from(u16_at(bytes, 32)?)..)?;
    let mut larger = larger_sizes(extra);
    // Where the small field is full, the number is the next one of the extra.
    let mut size = |at| match u32_at(bytes, at)? {
        u32::MAX => {
            let (number, next) = larger.split_at_checked(8)?;
            larger = next;
            u64_at(number, 0)
        }
        small => Some(u64::from(small)),
    };
    let unpacked = size(24)?;
    let part = Part {
        packed: usize::try_from(size(20)?).ok()?,
        header: usize::try_from(size(42)?).ok()?,
        unpacked,
        method: u16_at(bytes, 10)?,
        checksum: u32_at(bytes, 16)?,
        is_encrypted: u16_at(bytes, 8)? & 1 == 1,
    };
    Some((plain(&String::from_utf8_lossy(name)), part, rest))
}

/// The extra field with sizes of eight bytes; empty where there is none.
fn larger_sizes(mut extra: &[u8]) -> &[u8] {
    while let (Some(kind), Some(length)) = (u16_at(extra, 0), u16_at(extra, 2)) {
        let Some((field, rest)) = extra.get(4..).and_then(|field| field.split_at_checked(usize::from(length))) else {
            break;
        };
        if kind == 1 {
            return field;
        }
        extra = rest;
    }
    &[]
}

/// Names differ in case, and some writers take backslashes.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn damaged(what: &str) -> Refusal {
    Refusal::Damaged(format!("ZIP: {what}"))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

const CHECKSUMS: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
            bit += 1;
        }
        table[byte] = sum;
        byte += 1;
    }
    table
};

/// The checksum of a part (CRC-32).
pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    // The table has an entry for every byte, so that the index is always in it.
    !bytes.iter().fold(!0, |sum: u32, byte| CHECKSUMS[usize::from(sum as u8 ^ byte)] ^ (sum >> 8))
}

#[cfg(test)]
mod tests {
    use super::{Archive, checksum};
    use crate::made::{Pack, zip, zip_of};
    use crate::refusal::Refusal;

    #[test]
    fn checksums_are_those_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn parts_are_found_whatever_the_case_and_the_slash() {
        let file = zip_of(&[("Xl\\Workbook.xml", "一".as_bytes(), Pack::Stored), ("b", b"two", Pack::Deflated)]);
        let archive = Archive::open(&file).expect("a directory");
        assert_eq!(archive.part("/xl/workbook.xml"), Ok(Some("一".as_bytes().to_vec())));
        assert_eq!(archive.part("b"), Ok(Some(b"two".to_vec())));
        assert_eq!(archive.part("c"), Ok(None));
        assert!(archive.has("B") && !archive.has("c") && archive.any(|name| name.starts_with("xl/")));
    }

    #[test]
    fn the_limit_holds_for_all_parts_together_and_whatever_sizes_are_said() {
        let zeros = vec![0; 300_000];
        let file = zip(&[("a", &zeros), ("b", &zeros)]);
        let archive = Archive::open_within(&file, 500_000).expect("a directory");
        assert_eq!(archive.part("a").map(|part| part.map(|part| part.len())), Ok(Some(300_000)));
        assert_eq!(archive.part("b"), Err(Refusal::Bomb));
        // The second says of itself that it is small.
        let mut lying = file.clone();
        let at = lying.windows(4).rposition(|window| window == b"PK\x01\x02").expect("an entry");
        lying[at + 24..at + 28].copy_from_slice(&7_u32.to_le_bytes());
        let archive = Archive::open_within(&lying, 200_000).expect("a directory");
        assert_eq!(archive.part("b"), Err(Refusal::Bomb));
        // Or that it is large beyond measure.
        lying[at + 24..at + 28].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
        assert_eq!(Archive::open(&lying).expect("a directory").part("b"), Err(Refusal::Bomb));
    }

    #[test]
    fn a_wrong_byte_and_a_cut_are_damage() {
        let file = zip_of(&[("a", b"12345", Pack::Stored)]);
        let mut wrong = file.clone();
        let at = file.windows(5).position(|window| window == b"12345").expect("the part");
        wrong[at] = b'9';
        let part = Archive::open(&wrong).expect("a directory").part("a");
        assert_eq!(part, Err(Refusal::Damaged("ZIP: a".to_owned())));
        for length in 0..file.len() {
            assert!(Archive::open(&file[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn an_encrypted_part_wants_its_password() {
        let mut file = zip(&[("a", b"12345")]);
        let at = file.windows(4).rposition(|window| window == b"PK\x01\x02").expect("an entry");
        file[at + 8] |= 1;
        assert_eq!(Archive::open(&file).expect("a directory").part("a"), Err(Refusal::Password));
    }
    #[test]
    fn the_larger_form_is_read_too() {
        let small = zip_of(&[("a", b"12345", Pack::Stored)]);
        let at = small.windows(4).rposition(|window| window == b"PK\x01\x02").expect("an entry");
        let (parts, directory) = small.split_at(at);
        let mut entry = directory[..47].to_vec();
        entry[20..28].fill(0xff);
        entry[30..32].copy_from_slice(&24_u16.to_le_bytes());
        // A field of another kind comes first, then both sizes.
        entry.extend([9, 0, 0, 0, 1, 0, 16, 0]);
        entry.extend([5_u64.to_le_bytes(), 5_u64.to_le_bytes()].concat());
        let mut file = [parts, &entry].concat();
        let larger = file.len() as u64;
        file.extend(b"PK\x06\x06");
        file.extend([0; 28]);
        file.extend([1_u64.to_le_bytes(), (entry.len() as u64).to_le_bytes(), (at as u64).to_le_bytes()].concat());
        file.extend(b"PK\x06\x07\0\0\0\0");
        file.extend(larger.to_le_bytes());
        file.extend(b"\x01\0\0\0PK\x05\x06");
        file.extend([[0xff; 16].as_slice(), &[0, 0]].concat());
        let archive = Archive::open(&file).expect("a directory");
        assert_eq!(archive.part("a"), Ok(Some(b"12345".to_vec())));
    }
}
