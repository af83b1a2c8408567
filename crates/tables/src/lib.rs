//! Spreadsheets and tables as people bring them, read into plain cells: XLSX and XLSM, XLS, ODS, the XML of Excel 2003,
//! HTML that is called `.xls`, CSV and tabs in any of the usual encodings, and pasted text.
//!
//! To be read in this order: [`read_with`] (bytes become a book), [`Book`] (sheets of cells), [`Note`] (what should be
//! known of the reading), [`Refusal`] (why there is no book).
//!
//! ```
//! let book = voced_tables::read_text("指标\t2023\n初中毕业生数\t5,210").expect("a table");
//! let cell = book.sheets[0].cell(voced_tables::Place { row: 1, column: 1 }).expect("a cell");
//! assert_eq!(cell.content, voced_tables::Content::Text("5,210".to_owned()));
//! ```

#![deny(missing_docs)]

mod book;
mod bounded;
mod csv;
mod days;
mod decode;
mod events;
mod formats;
mod grid;
mod html;
mod limits;
#[cfg(test)]
mod made;
mod ods;
mod ole;
mod other;
mod packed;
mod refusal;
#[cfg(test)]
mod survival;
mod xls;
mod xlsx;
mod xml2003;
mod zip;

pub use book::{Book, Cell, Content, Date, Format, Percent, Place, Range, Row, Sheet};
pub use limits::FILE as LARGEST_FILE;
pub use refusal::{Note, Refusal};

/// Turns bytes of an older Chinese encoding (GB18030 and what it holds: GBK, GB2312) into text; `None` where they are
/// none. A browser has such a decoder of its own.
pub type Decode<'a> = &'a dyn Fn(&[u8]) -> Option<String>;

/// Reads a file.
///
/// # Errors
/// Where it is no table, cannot be opened, is damaged or too large.
#[cfg(feature = "encodings")]
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    read_with(bytes, &decode::gb18030)
}

/// Reads a file, with a decoder for older Chinese encodings.
///
/// # Errors
/// Where it is no table, cannot be opened, is damaged or too large.
pub fn read_with(bytes: &[u8], decode: Decode<'_>) -> Result<Book, Refusal> {
    limits::file(bytes)?;
    if packed::is_packed(bytes) {
        return packed::read(bytes);
    }
    if xls::is(bytes) {
        return xls::read(bytes, decode);
    }
    if let Some(what) = other::kind(bytes) {
        return Err(Refusal::Other(what));
    }
    let (text, notes) = html::text(bytes, decode).map_or_else(|| decode::text(bytes, decode), Ok)?;
    let mut book = match text.trim_start() {
        text if xml2003::is(text) => xml2003::read(text)?,
        text if html::is(text) => html::read(text)?,
        text if html::is_archive(text) => return Err(Refusal::Other(html::ARCHIVE)),
        _ => csv::read(&text)?,
    };
    book.notes.extend(notes);
    Ok(book)
}

/// Reads text that was pasted: cells between tabs, as spreadsheets hand them over, or CSV.
///
/// # Errors
/// Where there is nothing in it, or more than can be read.
pub fn read_text(text: &str) -> Result<Book, Refusal> {
    limits::file(text.as_bytes())?;
    csv::read(text)
}
