//! The XML of Excel 2003 (SpreadsheetML): a workbook in one text, its cells without addresses unless some are left out.

mod cells;
mod styles;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::book::{Book, Format, Sheet};
use crate::bounded::Budget;
use crate::refusal::{Note, Refusal};
use cells::Table;
use styles::Styles;

/// How far into a text the workbook must begin.
const HEAD: usize = 4096;

/// The most sheets that are kept.
const SHEETS: usize = 10_000;

/// Whether a text is such a workbook.
pub(crate) fn is(text: &str) -> bool {
    let end = (0..=HEAD.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let head = text.get(..end).unwrap_or_default();
    text.starts_with('<') && head.contains("urn:schemas-microsoft-com:office:spreadsheet") && head.contains("Workbook")
}

/// A workbook while it is read.
#[derive(Default)]
struct Reading {
    styles: Styles,
    sheets: Vec<Sheet>,
    sheet: Option<Sheet>,
    table: Table,
    budget: Budget,
    is_1904: bool,
    /// Text of the element that it is collected for.
    text: Option<String>,
    /// Comments have texts that are called like those of cells.
    is_in_comment: bool,
    without_result: usize,
    /// Whether the end of the workbook has come.
    is_whole: bool,
}

/// Reads a workbook.
pub(crate) fn read(text: &str) -> Result<Book, Refusal> {
    let mut reader = Reader::from_str(text);
    // Programs that put cells between tags by hand forget that this sign has a meaning.
    reader.config_mut().allow_dangling_amp = true;
    let mut reading = Reading::default();
    loop {
        match reader.read_event().map_err(|error| damaged(&error.to_string()))? {
            Event::Start(tag) => reading.open(&tag),
            Event::Empty(tag) => {
                reading.open(&tag);
                reading.close(tag.local_name().as_ref())?;
            }
            Event::End(tag) => reading.close(tag.local_name().as_ref())?,
            Event::Text(text) => reading.text(&text.xml10_content()),
            Event::CData(text) => reading.text(&text.xml10_content()),
            Event::GeneralRef(name) => match (name.resolve_char_ref(), &*name) {
                (Ok(Some(c)), _) => reading.text(c.encode_utf8(&mut [0; 4])),
                (_, "amp") => reading.text("&"),
                (_, "lt") => reading.text("<"),
                (_, "gt") => reading.text(">"),
                (_, "quot") => reading.text("\""),
                (_, "apos") => reading.text("'"),
                // Whatever a document type may say of others: a text of ten may stand for one of a million.
                (_, other) => reading.text(&format!("&{other};")),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    // Half a workbook looks like a whole one: better none.
    if !reading.is_whole {
        return Err(damaged("a workbook without an end"));
    }
    if reading.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Refusal::Empty);
    }
    let notes = Some(reading.without_result).filter(|count| *count > 0).map(Note::NoResults);
    Ok(Book { format: Format::Xml2003, notes: notes.into_iter().collect(), sheets: reading.sheets })
}

impl Reading {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "Style" => self.styles.begin(attribute(tag, "ID"), attribute(tag, "Parent")),
            "NumberFormat" => self.styles.format(attribute(tag, "Format")),
            "Date1904" => self.is_1904 = true,
            "Worksheet" => {
                self.table = Table::default();
                let name = attribute(tag, "Name").unwrap_or_default();
                let protected = attribute(tag, "Protected").is_some_and(|flag| flag != "0");
                self.sheet = Some(Sheet { name, protected, ..Sheet::default() });
            }
            "Visible" => self.text = Some(String::new()),
            "Column" => self.table.column(tag),
            "Row" => self.table.row(tag),
            "Cell" => self.table.cell(tag),
            "Comment" => self.is_in_comment = true,
            "Data" if !self.is_in_comment => {
                self.table.data(attribute(tag, "Type"));
                self.text = Some(String::new());
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "Worksheet" => {
                if let Some(sheet) = self.sheet.take() {
                    let (rows, merged) = std::mem::take(&mut self.table).finish();
                    self.sheets.push(Sheet { rows, merged, ..sheet });
                }
                if self.sheets.len() > SHEETS {
                    return Err(Refusal::TooManyCells);
                }
            }
            "Visible" => {
                let state = self.text.take().unwrap_or_default();
                if let Some(sheet) = &mut self.sheet {
                    sheet.hidden = ["SheetHidden", "SheetVeryHidden"].contains(&state.trim());
                }
            }
            "Workbook" => self.is_whole = true,
            "Comment" => self.is_in_comment = false,
            "Data" if !self.is_in_comment => {
                if let Some(text) = self.text.take() {
                    self.table.text(text);
                }
            }
            "Cell" => {
                let is_without = self.table.end_cell(&self.styles, self.is_1904, &mut self.budget)?;
                self.without_result += usize::from(is_without);
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(into) = self.text.as_mut().filter(|_| !self.is_in_comment) {
            into.push_str(text);
        }
    }
}

/// The value of an attribute, whatever its prefix; Excel writes `ss:`, others nothing.
fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == wanted)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Explicit1_0);
    Some(value.map_or_else(|_| found.value.into_owned(), |value| value.into_owned()))
}

/// The number in an attribute.
fn count(tag: &BytesStart<'_>, wanted: &str) -> Option<u32> {
    attribute(tag, wanted)?.trim().parse().ok()
}

fn damaged(what: &str) -> Refusal {
    Refusal::Damaged(format!("XML: {what}"))
}
