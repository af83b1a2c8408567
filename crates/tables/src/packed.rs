//! Packed files: which of the many kinds it is.

use voced_model::text::Words;

use crate::book::Book;
use crate::refusal::Refusal;
use crate::zip::Archive;
use crate::{ods, xlsx};

/// Whether a file begins as packed ones do. Text may begin with the two letters too.
pub(crate) fn is_packed(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] | [b'P', b'K', 7, 8, ..])
}

/// Reads a packed file.
pub(crate) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let archive = Archive::open(bytes)?;
    if archive.has("xl/workbook.bin") {
        return Err(Refusal::Xlsb);
    }
    if let Some(workbook) = xlsx::workbook(&archive)? {
        return xlsx::read(&archive, &workbook);
    }
    if ods::is_spreadsheet(&archive)? {
        return ods::read(&archive);
    }
    Err(Refusal::Other(kind(&archive)))
}

/// What else a packed file is.
fn kind(archive: &Archive<'_>) -> Words {
    if archive.has("word/document.xml") {
        Words { zh: "Word 文档", en: "a Word document" }
    } else if archive.has("ppt/presentation.xml") {
        Words { zh: "演示文稿（PPTX）", en: "a presentation (PPTX)" }
    } else if archive.has("mimetype") && archive.has("content.xml") {
        Words { zh: "OpenDocument 文档", en: "an OpenDocument document" }
    } else if archive.any(|name| name.ends_with(".iwa")) {
        Words { zh: "Apple iWork 文档", en: "an Apple iWork document" }
    } else {
        Words { zh: "压缩包（ZIP）", en: "an archive (ZIP)" }
    }
}
