//! What a workbook says before its sheets: which there are, the texts that they share, how numbers are shown.

use std::collections::HashMap;

use crate::Decode;
use crate::formats::{self, Shown};
use crate::limits::CELLS;
use crate::refusal::Refusal;
use crate::xls::codepage::Codepage;
use crate::xls::records::{BOF, EOF, Pieces, Record, Records, damaged};

/// The most sheets that are read.
const SHEETS: usize = 10_000;

/// What a workbook says before its sheets.
pub(crate) struct Globals<'a> {
    /// Whether it is of Excel 97 or later, with texts in Unicode.
    pub(crate) is_unicode: bool,
    /// How texts of older ones are read.
    pub(crate) page: Codepage<'a>,
    /// Whether days are counted from 1904.
    pub(crate) is_1904: bool,
    /// How numbers are shown, by the number of the format of a cell.
    pub(crate) shown: Vec<Shown>,
    /// The texts that cells share.
    pub(crate) texts: Vec<String>,
    /// The sheets.
    pub(crate) sheets: Vec<Listed>,
    /// Whether there are sheets of macros.
    pub(crate) has_macros: bool,
}

/// A sheet of cells as it is listed.
pub(crate) struct Listed {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
    pub(crate) start: usize,
}

impl<'a> Globals<'a> {
    /// What holds without any of the records.
    pub(crate) fn new(is_unicode: bool, decode: Decode<'a>) -> Globals<'a> {
        Globals {
            is_unicode,
            page: Codepage::new(None, decode),
            is_1904: false,
            shown: Vec::new(),
            texts: Vec::new(),
            sheets: Vec::new(),
            has_macros: false,
        }
    }

    /// Reads on after the first record.
    pub(crate) fn read(&mut self, records: &mut Records<'_>, decode: Decode<'a>) -> Result<(), Refusal> {
        let mut codes: HashMap<u16, Shown> = HashMap::new();
        let mut numbers: Vec<u16> = Vec::new();
        let mut sheets = Vec::new();
        while let Some(record) = records.next()? {
            match record.kind {
                EOF => break,
                BOF => return Err(damaged("sheet before the end of the workbook")),
                0x002f => return Err(Refusal::Password),
                0x0042 => self.page = Codepage::new(record.number16(0), decode),
                0x0022 => self.is_1904 = record.number16(0) == Some(1),
                0x00e0 => numbers.extend(record.number16(2)),
                0x00fc => self.texts = texts(record, records.continued()?)?,
                0x041e => {
                    let code = record.text(2, self.is_unicode, self.page_of_texts());
                    codes.extend(record.number16(0).zip(code.map(|code| formats::of_code(&code))));
                }
                0x0085 if sheets.len() >= SHEETS => return Err(Refusal::TooManyCells),
                0x0085 => sheets.push(record),
                _ => {}
            }
        }
        self.shown = numbers
            .into_iter()
            .map(|number| codes.get(&number).copied().unwrap_or_else(|| formats::builtin(number)))
            .collect();
        // Names of sheets may stand before the page that they are written in.
        for sheet in sheets {
            self.list(sheet)?;
        }
        Ok(())
    }

    /// The page of texts, where they are not in Unicode.
    pub(crate) fn page_of_texts(&self) -> Option<&Codepage<'a>> {
        Some(&self.page).filter(|_| !self.is_unicode)
    }

    fn list(&mut self, record: Record<'_>) -> Result<(), Refusal> {
        let start = record.number32(0).and_then(|start| usize::try_from(start).ok());
        let name = record.text(6, false, self.page_of_texts());
        let listed = start.zip(name).zip(record.byte(4).zip(record.byte(5)));
        let ((start, name), (state, kind)) = listed.ok_or_else(|| damaged("list of sheets"))?;
        match kind {
            0 => self.sheets.push(Listed { name, is_hidden: state & 3 != 0, start }),
            1 | 6 => self.has_macros = true,
            // Charts.
            _ => {}
        }
        Ok(())
    }
}

/// The texts that cells share. Those that a damaged list lacks are missed where a cell wants them.
fn texts(first: Record<'_>, others: Vec<&[u8]>) -> Result<Vec<String>, Refusal> {
    let mut pieces = Pieces::new(first.data, others);
    let count = pieces.number32().and_then(|_| pieces.number32()).ok_or_else(|| damaged("list of texts"))?;
    let mut texts = Vec::new();
    for _ in 0..count {
        let Some(text) = pieces.number16().and_then(|length| pieces.unicode(usize::from(length))) else { break };
        texts.push(text);
        if texts.len() > CELLS {
            return Err(Refusal::TooManyCells);
        }
    }
    Ok(texts)
}
