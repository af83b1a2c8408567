//! Workbooks of a writer that Excel's own files were compared with, and odd ones made by hand.

use rust_xlsxwriter::{ExcelDateTime, Format as Look, Formula, Workbook};
use voced_model::text::Lang;

use crate::book::{Cell, Content, Date, Format, Percent, Place, Range, Sheet};
use crate::made::zip;
use crate::survival;
use crate::{Note, Refusal};

fn read(bytes: &[u8]) -> Result<crate::Book, Refusal> {
    crate::read_with(bytes, &|_| None)
}

fn at<'s>(sheet: &'s Sheet, name: &str) -> &'s Cell {
    let place = Place::find(name).expect("a name");
    sheet.cell(place).unwrap_or_else(|| panic!("nothing in {name}"))
}

fn plain(content: Content) -> Cell {
    Cell { content, percent: Percent::No, formula: None }
}

fn text(text: &str) -> Cell {
    plain(Content::Text(text.to_owned()))
}

fn date(year: i32, month: u8, day: u8) -> Cell {
    plain(Content::Date(Date { year, month, day }))
}

fn range(first: &str, last: &str) -> Range {
    Range { first: Place::find(first).expect("a name"), last: Place::find(last).expect("a name") }
}

/// A workbook as programs write it.
fn written() -> Vec<u8> {
    let mut book = Workbook::new();
    let percent = Look::new().set_num_format("0.0%");
    let day = Look::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let sheet = book.add_worksheet();
    sheet.set_name("全市汇总").expect("a name");
    sheet.merge_range(0, 0, 0, 3, "职业教育基本情况", &Look::new()).expect("a title");
    sheet.write(1, 0, "初中毕业生数 & 其他 <含往届>").expect("text");
    sheet.write(1, 1, 5210).expect("a number");
    sheet.write(1, 2, -0.125).expect("a number");
    sheet.write(2, 0, " 升学率 ").expect("text");
    sheet.write_with_format(2, 1, 0.453, &percent).expect("a percentage");
    sheet.write_with_format(2, 2, ExcelDateTime::from_ymd(2023, 9, 1).expect("a day"), &day).expect("a day");
    sheet.write(3, 1, Formula::new("=SUM(B2:B3)").set_result("5210.453")).expect("a formula");
    sheet.write(3, 2, Formula::new("=A2&\"人\"").set_result("五千人")).expect("a formula");
    sheet.write(4, 1, true).expect("a truth");
    sheet.write_with_format(4, 2, Formula::new("=B2/B3").set_result("0.5"), &percent).expect("a formula");
    let sheet = book.add_worksheet();
    sheet.set_name("隐藏").expect("a name").set_hidden(true).write(6, 2, "暗").expect("text");
    let sheet = book.add_worksheet();
    sheet.set_name("保护").expect("a name").protect().write(0, 0, 1).expect("a number");
    book.save_to_buffer().expect("a file")
}

#[test]
fn a_written_workbook_is_read_as_it_was_meant() {
    let book = read(&written()).expect("a book");
    assert_eq!((book.format, book.notes.as_slice()), (Format::Xlsx, [].as_slice()));
    let of_sheets: Vec<_> = book.sheets.iter().map(|s| (s.name.as_str(), s.hidden, s.protected)).collect();
    assert_eq!(of_sheets, [("全市汇总", false, false), ("隐藏", true, false), ("保护", false, true)]);
    let sheet = &book.sheets[0];
    assert_eq!(sheet.merged, [range("A1", "D1")]);
    assert_eq!(sheet.cell_over(Place { row: 0, column: 3 }), Some(&text("职业教育基本情况")));
    assert_eq!(sheet.rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>(), [1, 3, 3, 2, 2]);
    assert_eq!(at(sheet, "A2"), &text("初中毕业生数 & 其他 <含往届>"));
    assert_eq!(at(sheet, "B2"), &plain(Content::Number(5210.0)));
    assert_eq!(at(sheet, "C2"), &plain(Content::Number(-0.125)));
    assert_eq!(at(sheet, "A3"), &text(" 升学率 "));
    assert_eq!(at(sheet, "B3"), &Cell { percent: Percent::Yes, ..plain(Content::Number(0.453)) });
    assert_eq!(at(sheet, "C3"), &date(2023, 9, 1));
    let formula = |text: &str| Some(text.to_owned());
    let sum = plain(Content::Number(5210.453));
    assert_eq!(at(sheet, "B4"), &Cell { formula: formula("SUM(B2:B3)"), ..sum });
    assert_eq!(at(sheet, "C4"), &Cell { formula: formula("A2&\"人\""), ..text("五千人") });
    assert_eq!(at(sheet, "B5"), &plain(Content::Truth(true)));
    let half = Cell { content: Content::Number(0.5), percent: Percent::Yes, formula: formula("B2/B3") };
    assert_eq!(at(sheet, "C5"), &half);
    assert_eq!(at(&book.sheets[1], "C7"), &text("暗"));
    assert_eq!(at(&book.sheets[2], "A1"), &plain(Content::Number(1.0)));
}

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://x/relationships/worksheet" Target="/xl/worksheets/../worksheets/sheet2.xml"/>
<Relationship Id="rId3" Type="http://x/relationships/chartsheet" Target="chartsheets/sheet1.xml"/>
</Relationships>"#;

const STYLES: &str = r#"<styleSheet><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"><alignment/></xf><xf numFmtId="176"/><xf numFmtId="57"/></cellXfs>
<dxfs><dxf><numFmt numFmtId="2" formatCode="0%"/></dxf></dxfs></styleSheet>"#;

/// The parts of an odd workbook: with this property, these rows and this text.
fn parts(property: &str, rows: &str, shared: &str) -> Vec<(&'static str, String)> {
    let workbook = format!(
        r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x:workbook xmlns:x="m" xmlns:r="r">
        <x:workbookPr {property}/><x:sheets><x:sheet name="一&amp;二" sheetId="1" r:id="rId1"/>
        <x:sheet name="三" sheetId="4" state="veryHidden" r:id="rId2"/><x:sheet name="图" sheetId="5" r:id="rId3"/></x:sheets></x:workbook>"#
    );
    let sheet = format!(
        r#"<worksheet><sheetData>{rows}</sheetData><sheetProtection sheet="0"/>
        <mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="C3"/><mergeCell ref="?:!"/></mergeCells>
        <conditionalFormatting><c><v>7</v></c></conditionalFormatting></worksheet>"#
    );
    let other = r#"<worksheet><sheetData><row r="3"><c r="B3"><v>1</v></c></row></sheetData></worksheet>"#;
    vec![
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", RELATIONS.to_owned()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/worksheets/sheet2.xml", other.to_owned()),
        ("xl/sharedStrings.xml", format!("<sst>{shared}</sst>")),
        ("xl/styles.xml", STYLES.to_owned()),
    ]
}

fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    zip(&parts)
}

fn odd(property: &str, rows: &str, shared: &str) -> Result<crate::Book, Refusal> {
    read(&packed(&parts(property, rows, shared)))
}

const SHARED: &str = concat!(
    "<si><t xml:space=\"preserve\"> 一 </t></si><si><r><rPr><b/></rPr><t>初</t></r><r><t>中_x000D_</t></r>",
    "<rPh sb=\"0\" eb=\"1\"><t>chu</t></rPh><phoneticPr/></si><si/><si><t>A<![CDATA[<b>]]>&#x4E8C;&lt;&a;</t></si>"
);

const ROWS: &str = concat!(
    // Neither the rows nor the cells say where they are.
    "<row><c t=\"s\"><v>0</v></c><c/><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>",
    "<row><c><v>1.5E3</v></c><c r=\"D2\"><v>2</v></c><c><v>3</v></c></row>",
    "<row r=\"5\"><c t=\"inlineStr\"><is><t>内</t><rPh><t>nei</t></rPh></is></c>",
    "<c t=\"inlineStr\"><is><r><t>富</t></r><r><t>文_x005F_x0041_</t></r></is></c><c t=\"str\"><v>a_x000A_b</v></c>",
    "<c t=\"b\"><v>0</v></c><c t=\"e\"><v>#DIV/0!</v></c><c t=\"d\"><v>2023-09-01T00:00:00</v></c><c t=\"d\"><v>秋</v></c></row>",
    "<row><c s=\"1\"><v>60</v></c><c s=\"3\"><v>45170.5</v></c><c s=\"4\"><v>61</v></c><c s=\"2\"><v>0.3</v></c>",
    "<c s=\"1\"><v>-4</v></c><c s=\"99\"><v>7</v></c><c><v>1e999</v></c><c s=\"2\" t=\"str\"><v>30</v></c></row>",
    "<row><c><f t=\"shared\" ref=\"A7:C7\" si=\"0\">A2*2</f><v>3000</v></c><c><f t=\"shared\" si=\"0\"/><v>0</v></c>",
    "<c><f>B1&amp;\"x\"</f></c><c><f>NOW()</f><v/></c><c t=\"str\"><f>\"\"</f><v></v></c><c t=\"str\"><v> </v></c></row>"
);

#[test]
fn odd_workbooks_are_read_too() {
    let book = odd("", ROWS, SHARED).expect("a book");
    let of_sheets: Vec<_> = book.sheets.iter().map(|s| (s.name.as_str(), s.hidden, s.protected)).collect();
    assert_eq!(of_sheets, [("一&二", false, false), ("三", true, false)]);
    assert_eq!(book.notes, [Note::NoResults(2)]);
    assert_eq!(at(&book.sheets[1], "B3"), &plain(Content::Number(1.0)));
    let sheet = &book.sheets[0];
    assert_eq!(sheet.merged, [range("A1", "B2")]);
    let number = |number| plain(Content::Number(number));
    let with = |formula: &str, content| Cell { formula: Some(formula.to_owned()), ..plain(content) };
    let expected = [
        ("A1", text(" 一 ")),
        ("C1", text("初中\r")),
        ("E1", text("A<b>二<&a;")),
        ("A2", number(1500.0)),
        ("D2", number(2.0)),
        ("E2", number(3.0)),
        ("A5", text("内")),
        ("B5", text("富文_x0041_")),
        ("C5", text("a\nb")),
        ("D5", plain(Content::Truth(false))),
        ("E5", plain(Content::Error("#DIV/0!".to_owned()))),
        ("F5", date(2023, 9, 1)),
        ("G5", text("秋")),
        ("A6", date(1900, 2, 29)),
        ("B6", date(2023, 9, 1)),
        ("C6", date(1900, 3, 1)),
        ("D6", Cell { percent: Percent::Yes, ..number(0.3) }),
        ("E6", number(-4.0)),
        ("F6", number(7.0)),
        ("G6", text("1e999")),
        ("H6", text("30")),
        ("A7", with("A2*2", Content::Number(3000.0))),
        ("B7", with("A2*2", Content::Number(0.0))),
        ("C7", with("B1&\"x\"", Content::Blank)),
        ("D7", with("NOW()", Content::Blank)),
        ("E7", with("\"\"", Content::Text(String::new()))),
    ];
    for (name, cell) in &expected {
        assert_eq!(at(sheet, name), cell, "{name}");
    }
    assert_eq!(sheet.rows.iter().map(|row| row.cells.len()).sum::<usize>(), expected.len());
}

#[test]
fn days_are_counted_from_1904_where_the_file_says_so() {
    let rows = r#"<row><c s="1"><v>0</v></c><c s="1"><v>43708</v></c></row>"#;
    let book = odd("date1904=\"1\"", rows, "").expect("a book");
    assert_eq!(at(&book.sheets[0], "A1"), &date(1904, 1, 1));
    assert_eq!(at(&book.sheets[0], "B1"), &date(2023, 9, 1));
}

#[test]
fn damage_is_told_where_it_is() {
    for (rows, shared) in [
        ("<row><c t=\"s\"><v>4</v></c></row>", "<si><t>a</t></si>"),
        ("<row><c r=\"B0\"><v>4</v></c></row>", ""),
        ("<row><c r=\"ZZZ1\"><v>4</v></c></row>", ""),
        ("<row r=\"0\"/>", ""),
        ("<row r=\"一\"/>", ""),
        ("<row><c><v>1</v></row>", ""),
        ("<row>", ""),
        ("", "<si><t>"),
    ] {
        assert!(matches!(odd("", rows, shared), Err(Refusal::Damaged(_))), "{rows} {shared}");
    }
    let whole = written();
    for length in (0..whole.len()).step_by(97).skip(1) {
        assert!(matches!(read(&whole[..length]), Err(Refusal::Damaged(_))), "{length}");
    }
}

#[test]
fn what_else_is_packed_is_told_in_words() {
    let of = |names: &[&str]| {
        let parts: Vec<_> = names.iter().map(|name| (*name, b"<a/>".as_slice())).collect();
        read(&zip(&parts)).expect_err("no table")
    };
    let other = |refusal: Refusal| match refusal {
        Refusal::Other(words) => (words.get(Lang::Zh), words.get(Lang::En)),
        refusal => panic!("{refusal:?}"),
    };
    assert_eq!(of(&["[Content_Types].xml", "xl/workbook.bin"]), Refusal::Xlsb);
    assert_eq!(other(of(&["word/document.xml"])), ("Word 文档", "a Word document"));
    assert_eq!(other(of(&["ppt/presentation.xml"])).1, "a presentation (PPTX)");
    assert_eq!(other(of(&["Index/Document.iwa"])).1, "an Apple iWork document");
    assert_eq!(other(of(&["a.txt"])).0, "压缩包（ZIP）");
    assert_eq!(other(read(b"%PDF-1.7").expect_err("no table")).0, "PDF 文件");
    assert_eq!(other(read(b"\x89PNG\r\n\x1a\n...").expect_err("no table")).1, "a picture (PNG)");
    assert_eq!(other(read(b"Rar!\x1a\x07\0").expect_err("no table")).1, "an archive (RAR)");
}

#[test]
fn macros_and_empty_books_are_told() {
    let mut parts = parts("", "<row><c><v>1</v></c></row>", "");
    parts.push(("xl/vbaProject.bin", "macros".to_owned()));
    assert_eq!(read(&packed(&parts)).expect("a book").notes, [Note::Macros]);
    parts.retain(|(name, _)| !name.starts_with("xl/worksheets"));
    parts.push(("xl/worksheets/sheet1.xml", "<worksheet/>".to_owned()));
    parts.push(("xl/worksheets/sheet2.xml", "<worksheet/>".to_owned()));
    assert_eq!(read(&packed(&parts)), Err(Refusal::Empty));
}

#[test]
fn one_long_text_in_many_cells_does_not_fill_the_memory() {
    let long = format!("<si><t>{}</t></si>", "长".repeat(1 << 20));
    let rows = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(400));
    assert_eq!(odd("", &rows, &long), Err(Refusal::Bomb));
}

#[test]
fn a_large_sheet_is_read_whole() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..3000 {
        for column in 0..70 {
            if column % 7 == 0 {
                sheet.write(row, column, format!("第{row}行")).expect("text");
            } else {
                sheet.write(row, column, f64::from(row) * 100.0 + f64::from(column)).expect("a number");
            }
        }
    }
    let file = book.save_to_buffer().expect("a file");
    let start = std::time::Instant::now();
    let book = read(&file).expect("a book");
    println!("3,000 x 70: {:?}, {} bytes", start.elapsed(), file.len());
    let sheet = &book.sheets[0];
    assert_eq!(sheet.rows.len(), 3000);
    assert!(sheet.rows.iter().all(|row| row.cells.len() == 70));
    assert_eq!(at(sheet, "A3000"), &text("第2999行"));
    assert_eq!(at(sheet, "BR3000"), &plain(Content::Number(299_969.0)));
}

#[test]
fn no_damage_ends_the_program() {
    survival::of_file(&written(), 1500);
    let odd = parts("", ROWS, SHARED);
    survival::of_file(&packed(&odd), 1500);
    survival::of_parts(&odd, 3000);
}
