//! The XML of Excel 2003.
#![cfg(feature = "encodings")]

mod common;

use common::{book, cells, file, merged, survive};
use voced_tables::{Format, Note, Refusal, read};

#[test]
fn a_workbook_is_read_whole() {
    let book = book("excel2003.xml");
    assert_eq!((book.format, book.notes), (Format::Xml2003, vec![Note::NoResults(1)]));
    let about: Vec<_> = book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden, sheet.protected)).collect();
    assert_eq!(about, [("学校 & 专业", false, true), ("藏", true, false)]);
    assert_eq!(merged(&book.sheets[0]), ["A1:D2"]);
    assert_eq!(
        cells(&book.sheets[0]),
        [
            "A1 \"某县\\n中职 <概况>\"",
            "E1 0.5%",
            "A3 0.975%",
            "D3 5210.5",
            "E3 -0.001",
            "A6 2024-02-29",
            "B6 2024-02-29",
            "C6 true",
            "D6 #DIV/0! =R[-3]C/0",
            "E6 1.95% =R[-3]C[-4]*2",
            "F6  =R1C1",
            // What a document type defines is not put in.
            "A7 \"粗体&bigger;\"",
            "B7 \"a<b\"",
        ]
    );
    assert_eq!(cells(&book.sheets[1]), ["A1 1"]);
}

#[test]
fn a_workbook_cut_anywhere_is_refused() {
    let whole = file("excel2003.xml");
    let end = whole.len() - "</Workbook>\n".len();
    for length in (600..end).step_by(7) {
        assert!(read(&whole[..length]).is_err(), "{length}");
    }
    let text = String::from_utf8(whole).expect("UTF-8");
    let empty = text.replace("<Data", "<Other").replace("</Data", "</Other").replace("ss:Formula", "ss:Other");
    assert_eq!(read(empty.replace("ss:Data", "ss:Other").as_bytes()), Err(Refusal::Empty));
}

#[test]
fn a_workbook_in_gbk_says_so_itself() {
    let workbook = b"<?xml version=\"1.0\" encoding=\"gb2312\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:\
        spreadsheet\"><Worksheet><Table><Row><Cell><Data>\xd6\xb0\xbd\xcc</Data></Cell></Row></Table></Worksheet></Workbook>";
    let book = read(workbook).expect("a workbook");
    assert_eq!((book.format, book.notes), (Format::Xml2003, Vec::new()));
    assert_eq!(cells(&book.sheets[0]), ["A1 \"职教\""]);
}

#[test]
fn damaged_workbooks_end_in_a_book_or_a_refusal() {
    survive("excel2003.xml", 4_000);
}
