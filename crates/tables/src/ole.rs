//! Compound files (OLE2): streams in sectors, as Office wrote everything until 2003 and still packs encrypted files.
//!
//! No length that a file claims is believed: chains are followed for as many steps as there are sectors, and what is
//! put together is never longer than the file.

use crate::refusal::Refusal;

/// How every compound file begins.
pub(crate) const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// From here on, numbers of sectors mean something else: the end of a chain, a sector of the table itself, none.
const SPECIAL: u32 = 0xffff_fffa;

/// How long the header is, whatever the size of sectors.
const HEADER: usize = 512;

/// The size of an entry of the directory.
const ENTRY: usize = 128;

/// A compound file, open.
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    entries: Vec<Entry>,
    small: Small,
}

/// Where the contents of small streams are: in sectors of their own inside one stream.
struct Small {
    below: u64,
    sector: usize,
    fat: Vec<u32>,
    stream: Vec<u8>,
}

/// An entry of the directory.
struct Entry {
    name: String,
    kind: Kind,
    before: u32,
    after: u32,
    child: u32,
    start: u32,
    size: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Nothing,
    Storage,
    Stream,
    Root,
}

impl<'a> Compound<'a> {
    /// Opens a file: its tables and its directory.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Compound<'a>, Refusal> {
        if bytes.len() < HEADER || !bytes.starts_with(&MAGIC) {
            return Err(damaged("header"));
        }
        let sector = match number16(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(damaged("size of sectors")),
        };
        let head = |at| number32(bytes, at).ok_or_else(|| damaged("header"));
        let mut file = Compound {
            bytes,
            sector,
            fat: Vec::new(),
            entries: Vec::new(),
            small: Small { below: u64::from(head(56)?), sector: 64, fat: Vec::new(), stream: Vec::new() },
        };
        file.fat = file.fat(head(68)?)?;
        let directory = file.chain(head(48)?, None)?;
        file.entries = directory.chunks_exact(ENTRY).filter_map(|entry| file.entry(entry)).collect();
        let root = file.entries.first().filter(|entry| entry.kind == Kind::Root);
        let (start, size) = root.map(|root| (root.start, root.size)).ok_or_else(|| damaged("directory"))?;
        if start < SPECIAL && size > 0 {
            file.small.stream = file.chain(start, Some(size))?;
            file.small.fat = numbers(&file.chain(head(60)?, None)?);
        }
        Ok(file)
    }

    /// Whether there is a stream or a storage of this name at the top.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The stream of this name at the top.
    pub(crate) fn stream(&self, name: &str) -> Option<Result<Vec<u8>, Refusal>> {
        let entry = self.find(name).filter(|entry| entry.kind == Kind::Stream)?;
        Some(match entry.size {
            0 => Ok(Vec::new()),
            size if size < self.small.below => self.small_chain(entry.start, size),
            size => self.chain(entry.start, Some(size)),
        })
    }

    /// The entry of a name among those right below the root: a workbook may hold others as objects, with streams of
    /// the same names.
    fn find(&self, name: &str) -> Option<&Entry> {
        let mut left = vec![self.entries.first()?.child];
        // A damaged tree may come back to itself.
        let mut seen = vec![false; self.entries.len()];
        while let Some(id) = left.pop() {
            let Some(seen) = seen.get_mut(id as usize).filter(|seen| !**seen) else { continue };
            *seen = true;
            let Some(entry) = self.entries.get(id as usize) else { continue };
            if entry.kind != Kind::Nothing && entry.name.eq_ignore_ascii_case(name) {
                return Some(entry);
            }
            left.extend([entry.before, entry.after]);
        }
        None
    }

    /// What is in a sector; less than a whole one at the end of a file that was cut there.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..)?;
        rest.get(..self.sector).or(Some(rest)).filter(|sector| !sector.is_empty())
    }

    /// How many sectors the file has room for.
    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector
    }

    /// The table of what follows each sector: its own sectors are listed in the header, then in a chain.
    fn fat(&self, first: u32) -> Result<Vec<u32>, Refusal> {
        let mut fat = Vec::new();
        let mut add = |sector: u32| {
            // Whatever is listed more often than the file is long is there twice.
            if sector < SPECIAL && fat.len() < self.sectors() {
                let sector = self.sector(sector).ok_or_else(|| damaged("table of sectors"))?;
                fat.extend(numbers(sector));
            }
            Ok(())
        };
        let header = self.bytes.get(76..HEADER).unwrap_or_default();
        numbers(header).into_iter().try_for_each(&mut add)?;
        let mut next = first;
        for _ in 0..self.sectors() {
            if next >= SPECIAL {
                break;
            }
            let listed = numbers(self.sector(next).ok_or_else(|| damaged("list of tables"))?);
            let (last, listed) = listed.split_last().ok_or_else(|| damaged("list of tables"))?;
            listed.iter().copied().try_for_each(&mut add)?;
            next = *last;
        }
        Ok(fat)
    }

    /// The contents of a chain of sectors: as many bytes as told, or all.
    fn chain(&self, start: u32, size: Option<u64>) -> Result<Vec<u8>, Refusal> {
        let piece = |number| self.sector(number);
        follow(&self.fat, self.sectors(), start, size, piece)
    }

    fn small_chain(&self, start: u32, size: u64) -> Result<Vec<u8>, Refusal> {
        let Small { sector, fat, stream, .. } = &self.small;
        let piece = |number: u32| {
            let rest = stream.get((number as usize).checked_mul(*sector)?..)?;
            rest.get(..*sector).or(Some(rest)).filter(|piece| !piece.is_empty())
        };
        follow(fat, stream.len() / sector + 1, start, Some(size), piece)
    }

    /// An entry of the directory; nothing where it is no more than a gap.
    fn entry(&self, bytes: &[u8]) -> Option<Entry> {
        let length = usize::from(number16(bytes, 64)?).saturating_sub(2).min(62);
        let units = bytes.get(..length)?.chunks_exact(2);
        let units: Vec<u16> = units.filter_map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?))).collect();
        let kind = match bytes.get(66)? {
            1 => Kind::Storage,
            2 => Kind::Stream,
            5 => Kind::Root,
            _ => Kind::Nothing,
        };
        // With small sectors the upper half of the size may be anything.
        let above = if self.sector == HEADER { 0 } else { u64::from(number32(bytes, 124)?) << 32 };
        Some(Entry {
            name: String::from_utf16_lossy(&units),
            kind,
            before: number32(bytes, 68)?,
            after: number32(bytes, 72)?,
            child: number32(bytes, 76)?,
            start: number32(bytes, 116)?,
            size: above | u64::from(number32(bytes, 120)?),
        })
    }
}

/// Puts a chain together. A chain with more pieces than there are is a circle.
fn follow<'a>(
    fat: &[u32],
    pieces: usize,
    start: u32,
    size: Option<u64>,
    piece: impl Fn(u32) -> Option<&'a [u8]>,
) -> Result<Vec<u8>, Refusal> {
    let mut content = Vec::new();
    let mut next = start;
    let is_enough = |content: &Vec<u8>| size.is_some_and(|size| content.len() as u64 >= size);
    for _ in 0..=pieces {
        if next >= SPECIAL || is_enough(&content) {
            break;
        }
        content.extend_from_slice(piece(next).ok_or_else(|| damaged("sector beyond the end"))?);
        next = *fat.get(next as usize).ok_or_else(|| damaged("sector without a successor"))?;
    }
    match size {
        Some(size) if content.len() as u64 >= size => content.truncate(size as usize),
        // Half a table looks like a whole one: better none.
        Some(_) => return Err(damaged("stream cut short")),
        None if next < SPECIAL => return Err(damaged("circle of sectors")),
        None => {}
    }
    Ok(content)
}

fn damaged(what: &str) -> Refusal {
    Refusal::Damaged(format!("OLE: {what}"))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| Some(u32::from_le_bytes(four.try_into().ok()?))).collect()
}

fn number16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

fn number32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..)?.first_chunk().copied()?))
}

#[cfg(test)]
mod tests {
    use super::{Compound, MAGIC};
    use crate::refusal::Refusal;

    const END: u32 = 0xffff_fffe;

    /// A file with one stream of 5,000 bytes at the top and one of the same name below a storage; sectors are the table,
    /// the directory, the stream.
    fn file(shift: u16, change: impl FnOnce(&mut Vec<u32>)) -> Vec<u8> {
        let size = 1_usize << shift;
        let sectors = 5000_usize.div_ceil(size) as u32;
        let mut fat = vec![0xffff_fffd, END];
        fat.extend((0..sectors).map(|sector| if sector + 1 == sectors { END } else { sector + 3 }));
        change(&mut fat);
        let mut head = MAGIC.to_vec();
        head.resize(512, 0xff);
        head[30..32].copy_from_slice(&shift.to_le_bytes());
        for (at, number) in [(44, 1), (48, 1), (56, 4096), (60, END), (68, END), (76, 0)] {
            head[at..at + 4].copy_from_slice(&u32::to_le_bytes(number));
        }
        head.resize(size, 0);
        let mut table: Vec<u8> = fat.iter().flat_map(|number| number.to_le_bytes()).collect();
        table.resize(size, 0xff);
        let none = u32::MAX;
        let mut directory = Vec::new();
        for (name, kind, links, start, length) in [
            ("Root Entry", 5, [none, none, 1], END, 0),
            ("Object", 1, [none, 3, 2], 0, 0),
            ("Workbook", 2, [none, none, none], 1, 4096),
            ("Workbook", 2, [1, none, none], 2, 5000_u64),
        ] {
            let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let length_of_name = entry.len() as u16 + 2;
            entry.resize(64, 0);
            entry.extend(length_of_name.to_le_bytes());
            entry.extend([kind, 1]);
            entry.extend(links.iter().flat_map(|link| link.to_le_bytes()));
            entry.resize(116, 0);
            entry.extend(u32::to_le_bytes(start));
            entry.extend(length.to_le_bytes());
            directory.extend(entry);
        }
        directory.resize(size, 0);
        let content = (0..5000_u32).map(|byte| byte as u8);
        head.into_iter().chain(table).chain(directory).chain(content).collect()
    }

    #[test]
    fn streams_are_put_together_from_sectors_of_either_size() {
        for shift in [9, 12] {
            let bytes = file(shift, |_| {});
            let file = Compound::open(&bytes).expect("a compound file");
            // The last sector is not whole, as some programs leave it.
            let stream = file.stream("workbook").expect("a stream").expect("whole");
            assert_eq!(stream, (0..5000_u32).map(|byte| byte as u8).collect::<Vec<_>>());
            assert!(file.has("Object") && file.stream("Object").is_none() && !file.has("Book"));
        }
    }

    #[test]
    fn chains_that_are_circles_or_end_early_are_damaged() {
        let stream = |change: fn(&mut Vec<u32>)| {
            let bytes = file(9, change);
            Compound::open(&bytes).map(|file| file.stream("Workbook").expect("a stream").map(|stream| stream.len()))
        };
        assert!(matches!(stream(|fat| fat[4] = END), Ok(Err(Refusal::Damaged(_)))));
        assert!(matches!(stream(|fat| fat[4] = 7_000_000), Ok(Err(Refusal::Damaged(_)))));
        assert_eq!(stream(|fat| fat[4] = 2), Ok(Ok(5000)), "no longer than it says, whatever is in it");
        assert!(matches!(stream(|fat| fat[1] = 1), Err(Refusal::Damaged(_))), "the directory");
    }
}
