//! Files with bytes that are wrong, from the bytes to the dry run: nothing panics or hangs, and no number is read that
//! is not allowed. `VOCED_ROUNDS=200000` makes a long run of it.

mod draws;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use draws::{Draws, judge, judge_set};
use voced_import::{Choices, read, read_set};
use voced_model::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Rounds where nothing else is asked for: some seconds without optimisation.
const ROUNDS: usize = 1500;

/// What only a reader that hangs would take for a small file, on a machine however busy.
const MOST: Duration = Duration::from_secs(30);

/// Pieces that readers of tables look for.
const PIECES: [&[u8]; 24] = [
    b"<v>",
    b"</v>",
    b"<c r=\"A1\"",
    b"t=\"s\"",
    b"t=\"e\"",
    b"</row>",
    b"&#x0;",
    b"&amp;",
    b"\"",
    b",",
    b"\n",
    b"\xff\xfe",
    b"\xb9\xab",
    b"99999999999999999999",
    b"2023",
    b"%",
    b"<mergeCell ref=\"A1:XFD1048576\"/>",
    b"<mergeCell ref=\"B3:A1\"/>",
    b"state=\"hidden\"",
    "初中毕业生数".as_bytes(),
    "单位：万元".as_bytes(),
    "３，５".as_bytes(),
    b"-1e308",
    b"\x00",
];

fn mutate(bytes: &mut Vec<u8>, draws: &mut Draws) {
    for _ in 0..1 + draws.below(4) {
        let at = draws.below(bytes.len() + 1);
        match draws.below(5) {
            0 if at < bytes.len() => bytes[at] = draws.below(256) as u8,
            1 => {
                let end = (at + draws.below(40)).min(bytes.len());
                bytes.drain(at.min(end)..end);
            }
            2 => {
                let end = (at + draws.below(200)).min(bytes.len());
                let copied = bytes[at.min(end)..end].to_vec();
                let to = draws.below(bytes.len() + 1);
                bytes.splice(to..to, copied);
            }
            3 => bytes.truncate(bytes.len() - draws.below(bytes.len() / 4 + 1)),
            _ => {
                let piece = *draws.one_of(&PIECES);
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
}

/// The parts of a packed file.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..archive.len())
        .map(|i| {
            let mut part = archive.by_index(i).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("unpacked");
            (name, bytes)
        })
        .collect()
}

/// The file with one of its parts changed: changes to packed bytes would hardly ever come further than the packing.
fn repacked(parts: &[(String, Vec<u8>)], draws: &mut Draws) -> Vec<u8> {
    let sheets: Vec<usize> = (0..parts.len())
        .filter(|i| ["sheet", "shared", "content"].iter().any(|name| parts[*i].0.contains(name)))
        .collect();
    let changed = if draws.below(8) == 0 { draws.below(parts.len()) } else { *draws.one_of(&sheets) };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (i, (name, bytes)) in parts.iter().enumerate() {
        let mut bytes = bytes.clone();
        if i == changed {
            mutate(&mut bytes, draws);
        }
        zip.start_file(name.as_str(), options).expect("a part");
        zip.write_all(&bytes).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

/// The odd files, those of other programs among them, by name.
fn files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let entries = fs::read_dir(folder).expect("the files").map(|entry| entry.expect("a file").path());
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(&path).expect("bytes")))
        .filter(|(_, bytes)| !bytes.is_empty())
        .collect();
    files.sort();
    assert!(["xlsx", "xlsm", "xls", "ods", "csv"].iter().all(|end| files.iter().any(|(name, _)| name.ends_with(end))));
    files
}

#[test]
fn mutated_files_are_read_or_refused() {
    let files = files();
    let rounds = std::env::var("VOCED_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    let mut draws = Draws(0x0123_4567_89AB_CDEF);
    let choices = Choices { base_year: Some(2023), name: Some("某县".to_owned()), ..Choices::default() };
    let (mut refused, mut faulty, mut sound) = (0, 0, 0);
    for round in 0..rounds {
        let (name, bytes) = &files[round % files.len()];
        let is_packed = bytes.starts_with(b"PK") && draws.below(4) > 0;
        let bytes = if is_packed {
            repacked(&parts(bytes), &mut draws)
        } else {
            let mut bytes = bytes.clone();
            mutate(&mut bytes, &mut draws);
            bytes
        };
        let start = Instant::now();
        match voced_tables::read(&bytes) {
            Err(refusal) => {
                assert!(!refusal.words(Lang::Zh).is_empty());
                refused += 1;
            }
            Ok(book) => {
                let run = read(&book, &choices);
                judge(&run);
                judge_set(&read_set(&book, &choices));
                if run.is_sound() { sound += 1 } else { faulty += 1 }
            }
        }
        assert!(start.elapsed() < MOST, "{name} in round {round}: {:?}", start.elapsed());
    }
    println!("{rounds} files: {refused} refused, {faulty} with faults, {sound} sound");
    assert!(refused > rounds / 50 && faulty > rounds / 50 && sound > rounds / 50, "{refused} {faulty} {sound}");
}
