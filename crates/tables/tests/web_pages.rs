//! HTML that is called `.xls`.
#![cfg(feature = "encodings")]

mod common;

use common::{book, cells, file, merged, survive};
use voced_model::text::Words;
use voced_tables::{Format, Note, Percent, Place, Refusal, read};

const CALLED: Note = Note::CalledOtherwise(Words { zh: "网页（HTML）", en: "a web page (HTML)" });

#[test]
fn tables_of_a_page_in_gbk_are_sheets() {
    let book = book("web.xls");
    assert_eq!((book.format, book.notes), (Format::Html, vec![CALLED]));
    let names: Vec<_> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["中职学校 情况表", "2"]);
    assert_eq!(
        cells(&book.sheets[0]),
        [
            "A1 \"某县中等职业学校 基本情况\"",
            "A2 \"学校\"",
            "B2 \"在校生（人）\"",
            "D2 \"就业率\\n（%）\"",
            "B3 \"2022年\"",
            "C3 \"2023年\"",
            "A4 \"县职教中心\"",
            "B4 1234",
            "C4 2240.5",
            "D4 0.975%",
            "A5 \"第二\\n职高\"",
            "B5 \"5 < 6 & 7\"",
            "C5 \"30%\"%",
            "D5 0.125% =D4*2",
            "A6 \"日期\"",
            "B6 2024-02-29",
            "C6 true",
            "D6 #REF!",
            "A7 \"外表\"",
        ]
    );
    assert_eq!(merged(&book.sheets[0]), ["A1:D1", "A2:A3", "B2:C2", "D2:D3"]);
    assert_eq!(cells(&book.sheets[1]), ["A1 \"内一\"", "B1 \"内二\""]);
    let text = book.sheets[0].cell(Place { row: 4, column: 1 }).expect("a cell");
    assert_eq!(text.percent, Percent::Unknown);
}

#[test]
fn a_page_in_any_encoding_is_one() {
    let page = "\u{feff}<TABLE><TR><TD>职教</TD></TR></TABLE>";
    let utf16: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [page.as_bytes(), &utf16, page.trim_start_matches('\u{feff}').as_bytes()] {
        let book = read(bytes).expect("a page");
        assert_eq!((book.format, cells(&book.sheets[0])), (Format::Html, vec!["A1 \"职教\"".to_owned()]));
    }
    // One broken character leaves the others as they are.
    let mut broken = b"<meta charset=gbk><table><tr><td>\xd6\xb0\xbd\xcc</td><td>a\xff</td></tr></table>".to_vec();
    let book = read(&broken).expect("a page");
    assert_eq!(cells(&book.sheets[0]), ["A1 \"职教\"", "B1 \"a\u{fffd}\""]);
    assert_eq!(book.notes, [CALLED, Note::UnknownCharacters]);
    broken.drain(..18);
    assert_eq!(read(&broken), Err(Refusal::Encoding));
}

#[test]
fn pages_without_anything_are_refused() {
    assert!(matches!(read(b"<html><body>Please log in</body></html>"), Err(Refusal::Other(_))));
    let archive = read(b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n\r\n<table><tr><td>1");
    assert!(matches!(archive, Err(Refusal::Other(_))), "{archive:?}");
    assert_eq!(read(b"<html><table><tr><td></td></tr></table></html>"), Err(Refusal::Empty));
}

#[test]
fn pages_made_to_take_long_do_not() {
    for page in [
        "<table>".repeat(200_000) + "<td>1",
        "<table><td>1</table>".repeat(9_000),
        "<table>".to_owned() + &"<tr><td rowspan=60000 colspan=1000>1".repeat(100_000),
        "<table>".to_owned() + &"<td rowspan=60000>".repeat(16_000) + &"<tr><td>".repeat(100_000),
        "<table><td>".to_owned() + &"<td title=\"'".repeat(100_000),
        "<table><td>".to_owned() + &"<style><script><!--".repeat(100_000),
        "<table><td>".to_owned() + &"&".repeat(1_000_000),
        "<table><td>".to_owned() + &"<td a=".repeat(200_000) + ">1",
    ] {
        let start = std::time::Instant::now();
        let _ = read(page.as_bytes());
        assert!(start.elapsed().as_secs_f64() < 2.0, "{}: {:?}", &page[..60], start.elapsed());
    }
}

#[test]
fn damaged_pages_end_in_a_book_or_a_refusal() {
    survive("web.xls", 4_000);
    assert!(!file("web.xls").is_ascii());
}
