//! The binary files of Excel 5 to 2003: a stream of records (BIFF 5, 7 and 8) in a compound file, or without one.

mod codepage;
mod globals;
mod records;
mod sheet;

pub(crate) use codepage::latin;

use std::collections::HashSet;

use voced_model::text::Words;

use crate::Decode;
use crate::book::{Book, Format, Sheet};
use crate::bounded::Budget;
use crate::ole::{self, Compound};
use crate::refusal::{Note, Refusal};
use globals::Globals;
use records::{BOF, Record, Records, damaged};
use sheet::Formulas;

/// A sheet of cells, and the version of Excel 97 and later.
const CELLS: u16 = 0x10;
const UNICODE: u16 = 0x0600;

/// Whether a file is one of these.
pub(crate) fn is(bytes: &[u8]) -> bool {
    // Small programs write the stream alone.
    bytes.starts_with(&ole::MAGIC) || is_stream(bytes, &[0x08]) || is_stream(bytes, &OLDER)
}

/// Whether a file begins with the first record of a workbook or a sheet, of one of these versions.
fn is_stream(bytes: &[u8], versions: &[u8]) -> bool {
    matches!(bytes, [0x09, version, 4..=16, 0, ..] if versions.contains(version))
}

const TOO_OLD: Words = Words { zh: " Excel 4.0 或更早版本的文件", en: "a file of Excel 4 or older" };

/// The second byte of files of Excel 2, 3 and 4.
const OLDER: [u8; 3] = [0x00, 0x02, 0x04];

/// Reads a file.
pub(crate) fn read(bytes: &[u8], decode: Decode<'_>) -> Result<Book, Refusal> {
    if is_stream(bytes, &OLDER) {
        return Err(Refusal::Other(TOO_OLD));
    }
    if !bytes.starts_with(&ole::MAGIC) {
        return workbook(bytes, decode, false);
    }
    let file = Compound::open(bytes)?;
    if let Some(stream) = file.stream("Workbook").or_else(|| file.stream("Book")) {
        let has_macros = file.has("_VBA_PROJECT_CUR") || file.has("_VBA_PROJECT");
        return workbook(&stream?, decode, has_macros);
    }
    Err(if file.has("EncryptedPackage") {
        Refusal::Password
    } else if file.has("WordDocument") {
        Refusal::Other(Words { zh: " Word 文档", en: "a Word document" })
    } else if file.has("PowerPoint Document") {
        Refusal::Other(Words { zh: " PowerPoint 演示文稿", en: "a PowerPoint presentation" })
    } else {
        Refusal::Other(Words { zh: "其他程序的文件", en: "a file of another program" })
    })
}

/// Reads the stream of a workbook.
fn workbook(stream: &[u8], decode: Decode<'_>, has_macros: bool) -> Result<Book, Refusal> {
    let mut records = Records::from(stream, 0);
    let first = records.next()?.filter(|record| record.kind == BOF).ok_or_else(|| damaged("no workbook"))?;
    let mut globals = Globals::new(first.number16(0) == Some(UNICODE), decode);
    let (mut budget, mut formulas) = (Budget::default(), Formulas::default());
    let mut sheets = Vec::new();
    if first.number16(2) == Some(CELLS) {
        let sheet = sheet::read(&globals, &mut records, &mut budget, &mut formulas)?;
        sheets.push(Sheet { name: "Sheet1".to_owned(), ..sheet });
    } else {
        globals.read(&mut records, decode)?;
        // A damaged list may name one sheet many times, or places inside of sheets.
        let mut read = HashSet::new();
        let mut scanned = 0_usize;
        for listed in &globals.sheets {
            let mut records = Records::from(stream, listed.start);
            let head = records.next()?.filter(|record| record.kind == BOF && read.insert(listed.start));
            let head = head.ok_or_else(|| damaged("sheet not in its place"))?;
            if !is_of_cells(head) {
                continue;
            }
            let sheet = sheet::read(&globals, &mut records, &mut budget, &mut formulas)?;
            sheets.push(Sheet { name: listed.name.clone(), hidden: listed.is_hidden, ..sheet });
            scanned = scanned.saturating_add(records.at().saturating_sub(listed.start));
            if scanned > stream.len() {
                return Err(damaged("sheets in each other"));
            }
        }
    }
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Refusal::Empty);
    }
    let mut notes = Vec::new();
    if has_macros || globals.has_macros {
        notes.push(Note::Macros);
    }
    if globals.page.is_lossy.get() {
        notes.push(Note::UnknownCharacters);
    }
    // Where any formula has a result, an empty one is a result too.
    if formulas.with_result == 0 && formulas.empty > 0 {
        notes.push(Note::NoResults(formulas.empty));
    }
    Ok(Book { format: Format::Xls, notes, sheets })
}

/// Whether the first record of a sheet is one of cells; dialogues are listed as if they were.
fn is_of_cells(head: Record<'_>) -> bool {
    head.number16(2) == Some(CELLS)
}
