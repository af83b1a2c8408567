//! Files that are no tables, told by how they begin.

use voced_model::text::Words;

/// What begins how.
const KINDS: [(&[u8], Words); 12] = [
    (b"%PDF", Words { zh: "PDF 文件", en: "a PDF file" }),
    (b"\x89PNG\r\n\x1a\n", Words { zh: "图片（PNG）", en: "a picture (PNG)" }),
    (b"\xff\xd8\xff", Words { zh: "图片（JPEG）", en: "a picture (JPEG)" }),
    (b"GIF8", Words { zh: "图片（GIF）", en: "a picture (GIF)" }),
    (b"II*\0", Words { zh: "图片（TIFF）", en: "a picture (TIFF)" }),
    (b"MM\0*", Words { zh: "图片（TIFF）", en: "a picture (TIFF)" }),
    (b"\x1f\x8b", Words { zh: "压缩包（GZIP）", en: "an archive (GZIP)" }),
    (b"Rar!\x1a\x07", Words { zh: "压缩包（RAR）", en: "an archive (RAR)" }),
    (b"7z\xbc\xaf\x27\x1c", Words { zh: "压缩包（7z）", en: "an archive (7z)" }),
    (b"BZh", Words { zh: "压缩包（BZIP2）", en: "an archive (BZIP2)" }),
    (b"\xfd7zXZ\0", Words { zh: "压缩包（XZ）", en: "an archive (XZ)" }),
    (b"{\\rtf", Words { zh: "文档（RTF）", en: "a document (RTF)" }),
];

/// What a file is, where it is known to be no table.
pub(crate) fn kind(bytes: &[u8]) -> Option<Words> {
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, words)| *words)
}
