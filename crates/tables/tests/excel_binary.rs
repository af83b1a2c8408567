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

/// A copy with an entry of the directory under another name.
fn renamed(file: &[u8], from: &str, to: &str) -> Vec<u8> {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let from = wide(&format!("{from}\0"));
    let mut to = wide(&format!("{to}\0"));
    let at = file.windows(from.len()).position(|bytes| bytes == from).expect("the entry");
    let length = to.len() as u8;
    to.resize(64, 0);
    to.push(length);
    let mut file = file.to_vec();
    file[at..at + to.len()].copy_from_slice(&to);
    file
}

#[test]
fn other_files_of_office_are_named() {
    let whole = file("biff8.xls");
    for (name, words) in [("WordDocument", "Word"), ("PowerPoint Document", "PowerPoint"), ("VisioDocument", "program")]
    {
        let found = read(&renamed(&whole, "Workbook", name));
        assert!(matches!(&found, Err(Refusal::Other(what)) if what.en.contains(words)), "{found:?}");
    }
    assert!(matches!(read(&[9, 0, 4, 0, 2, 0, 16, 0, 10, 0, 0, 0]), Err(Refusal::Other(_))));
    let book = read(&renamed(&whole, "\u{5}SummaryInformation", "_VBA_PROJECT_CUR")).expect("a workbook");
    assert_eq!(book.notes, [Note::Macros]);
}

/// A record.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat()
}

#[test]
fn streams_made_to_grow_are_refused() {
    let beginning = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0]);
    let end = record(0x000a, &[]);
    // One long text in very many cells.
    let mut long = vec![1, 0, 0, 0, 1, 0, 0, 0, 0, 0x20, 0];
    long.resize(11 + 0x2000, b'a');
    let mut globals = [record(0x00fc, &long), record(0x0085, &[0, 0, 0, 0, 0, 0, 1, 0, b's']), end.clone()].concat();
    let start = beginning(5).len() + globals.len();
    let at = globals.len() - end.len() - 9;
    globals[at..at + 4].copy_from_slice(&(start as u32).to_le_bytes());
    let cell = |row: u32| {
        let [low, high, ..] = row.to_le_bytes();
        record(0x00fd, &[low, high, (row >> 16) as u8, 0, 0, 0, 0, 0, 0, 0])
    };
    let mut stream = [beginning(5), globals, beginning(16)].concat();
    stream.extend((0..10).flat_map(cell));
    let book = read(&[stream.clone(), end.clone()].concat()).expect("not too much yet");
    assert_eq!(book.sheets[0].rows.len(), 10);
    stream.extend((10..80_000).flat_map(cell));
    assert_eq!(read(&[stream, end.clone()].concat()), Err(Refusal::Bomb));
    // Numbers side by side, more than are read.
    let mut many = vec![0; 4 + 250 * 6 + 2];
    many[2] = 1;
    let stream = [beginning(16), record(0x00bd, &many).repeat(16_001), end.clone()].concat();
    assert_eq!(read(&stream), Err(Refusal::TooManyCells));
    // One sheet listed many times.
    let listed = record(0x0085, &[8, 0, 0, 0, 0, 0, 0, 0]);
    for count in [2, 9_000, 1_000_000] {
        let stream = [beginning(5), listed.repeat(count), end.clone()].concat();
        assert!(read(&stream).is_err());
    }
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
