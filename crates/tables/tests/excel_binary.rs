//! Binary workbooks of Excel 5 to 2003, written by LibreOffice, by xlwt and by hand.
#![cfg(feature = "encodings")]

mod common;

use common::{book, cells, file, merged, survive, survive_bytes};
use voced_tables::{Content, Format, Note, Place, Refusal, read};

#[test]
fn a_workbook_of_excel_97_is_read_whole() {
    let book = book("biff8.xls");
    assert_eq!((book.format, book.notes), (Format::Xls, Vec::new()));
    let about: Vec<_> = book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden, sheet.protected)).collect();
    assert_eq!(about, [("基础数据", false, false), ("附表", true, true), ("深藏", true, false)]);
    assert_eq!(merged(&book.sheets[0]), ["A1:D1"]);
    assert_eq!(
        cells(&book.sheets[0]),
        [
            "A1 \"某县职业教育基本情况\"",
            "A2 \"指标\"",
            "B2 \"2022年\"",
            "C2 \"2023年\"",
            "D2 \"增长\"",
            "A3 \"初中毕业生数\"",
            "B3 5210",
            "C3 5388",
            "D3 0.034165067178502984% =",
            "A4 \"中职招生数\"",
            "B4 2105.5",
            "C4 2240",
            "D4 0.06388031346473522% =",
            "A5 \"普职比\"",
            "B5 0.404%",
            "C5 0.4157%",
            "D5 0.028960396039603875% =",
            "A6 \"填报日期\"",
            "B6 2024-02-29",
            "C6 1900-01-01",
            "A7 \"校验\"",
            "B7 \"通过\" =",
            "C7 false =",
            "D7 #DIV/0! =",
            "A8 \"空结果\"",
            "B8  =",
            // LibreOffice writes it as a formula.
            "C8 true =",
            "D8 #N/A =",
            "A9 -12.34",
            "B9 1234567890123",
            // 0.0"%" writes the sign and nothing else.
            "C9 0.07",
            "D9 \"含“引号”，换\\n行\"",
        ]
    );
    assert_eq!(cells(&book.sheets[1]), ["B2 \"隐藏\"", "C3 7"]);
    assert_eq!(cells(&book.sheets[2]), ["A1 3"]);
}

#[test]
fn a_workbook_of_excel_95_in_gbk_is_read_whole() {
    let book = book("biff5_gbk.xls");
    assert_eq!(book.notes, [Note::Macros]);
    assert_eq!(book.sheets.len(), 1, "neither the chart nor the module");
    assert_eq!((book.sheets[0].name.as_str(), book.sheets[0].protected), ("学校表", true));
    assert_eq!(
        cells(&book.sheets[0]),
        [
            "A1 \"指标\"",
            "B1 \"就业率\"",
            "A2 0.975%",
            "B2 5210",
            "C2 3.05%",
            "D2 2024-02-29",
            "A4 \"合格\" =",
            "B4 0.5% =",
            "A5 #REF!",
        ]
    );
}

#[test]
fn a_stream_alone_is_read_too() {
    let book = book("stream.xls");
    assert_eq!(cells(&book.sheets[0]), ["A1 \"学校\"", "B1 \"人数\"", "A2 \"县职教中心\"", "B2 2240"]);
}

#[test]
fn long_texts_go_on_over_several_records() {
    let book = book("long.xls");
    assert_eq!(book.notes, [Note::NoResults(1)], "xlwt computes nothing");
    let sheet = &book.sheets[0];
    for row in 0..12 {
        let expected = format!("{}{row}", if row % 2 == 1 { "职业教育" } else { "abcd" }.repeat(300));
        let cell = sheet.cell(Place { row, column: 0 }).expect("a cell");
        assert_eq!(cell.content, Content::Text(expected));
    }
    let others: Vec<_> = cells(sheet).into_iter().filter(|cell| !cell.starts_with('A')).collect();
    assert_eq!(others, ["B1  =", "C1 0.25%", "B2 \"粗体 rich\""]);
}

#[test]
fn passwords_are_named() {
    assert_eq!(read(&file("password.xls")), Err(Refusal::Password));
    assert_eq!(read(&file("password.xlsx")), Err(Refusal::Password));
}

#[test]
fn a_file_cut_anywhere_is_refused_and_not_half_read() {
    let whole = file("biff8.xls");
    for length in (8..whole.len() - 1024).step_by(97) {
        let found = read(&whole[..length]);
        assert!(matches!(found, Err(Refusal::Damaged(_))), "{length}: {found:?}");
    }
}

/// The stream of a workbook as it lies in a file, without the sectors before it: a damaged one is read deeper than
/// a damaged file.
fn stream(name: &str) -> Vec<u8> {
    let file = file(name);
    let start = file.windows(4).position(|bytes| bytes[..2] == [0x09, 0x08] && bytes[3] == 0).expect("a workbook");
    file[start..].to_vec()
}

fn damage(copies: usize) {
    for name in ["biff8.xls", "biff5_gbk.xls", "stream.xls", "long.xls", "password.xls", "password.xlsx"] {
        survive(name, copies);
    }
    for name in ["biff8.xls", "biff5_gbk.xls", "long.xls"] {
        let stream = stream(name);
        assert!(read(&stream).is_ok());
        survive_bytes(name, &stream, copies);
    }
}

#[test]
fn damaged_files_end_in_a_book_or_a_refusal() {
    damage(3_000);
}

#[test]
#[ignore = "takes minutes"]
fn very_many_damaged_files_do_too() {
    damage(100_000);
    for name in ["web.xls", "excel2003.xml"] {
        survive(name, 200_000);
    }
}
