//! Spreadsheets made by hand, after what LibreOffice writes.

use crate::book::{Book, Cell, Content, Date, Format, Percent, Place, Range, Sheet};
use crate::made::zip;
use crate::survival;
use crate::{Note, Refusal};

const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>
<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
<table:tracked-changes><table:deletion><table:table><table:table-row><table:table-cell office:value-type="float"
office:value="9"/></table:table-row></table:table></table:deletion></table:tracked-changes>"#;

const TAIL: &str = "</office:spreadsheet></office:body></office:document-content>";

fn parts(tables: &str) -> Vec<(&'static str, String)> {
    let manifest = r#"<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>"#;
    vec![
        ("mimetype", MIME.to_owned()),
        ("content.xml", format!("{HEAD}{tables}{TAIL}")),
        ("META-INF/manifest.xml", manifest.to_owned()),
    ]
}

fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    zip(&parts)
}

fn read(parts: &[(&str, String)]) -> Result<Book, Refusal> {
    crate::read_with(&packed(parts), &|_| None)
}

fn rows(rows: &str) -> Result<Book, Refusal> {
    read(&parts(&format!("<table:table table:name=\"表\">{rows}</table:table>")))
}

fn plain(content: Content) -> Cell {
    Cell { content, percent: Percent::No, formula: None }
}

fn number(number: f64) -> Cell {
    plain(Content::Number(number))
}

fn text(text: &str) -> Cell {
    plain(Content::Text(text.to_owned()))
}

fn place(name: &str) -> Place {
    Place::find(name).expect("a name")
}

fn all(sheet: &Sheet) -> Vec<(String, Cell)> {
    let rows = sheet.rows.iter();
    let cells = rows.flat_map(|row| row.cells.iter().map(|(column, cell)| (row.number, *column, cell.clone())));
    cells.map(|(row, column, cell)| (Place { row, column }.to_string(), cell)).collect()
}

const TABLES: &str = r#"<table:table table:name="汇总 &amp; 其他" table:style-name="ta1">
<office:forms><table:table-row><table:table-cell><text:p>表单</text:p></table:table-cell></table:table-row></office:forms>
<table:table-column table:number-columns-repeated="1024"/>
<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="2"
office:value-type="string"><text:p>标题<text:span>甲</text:span></text:p><text:p>第二<text:s text:c="2"/>行</text:p></table:table-cell>
<table:covered-table-cell table:number-columns-repeated="2"><text:p>看不见</text:p></table:covered-table-cell>
<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>  多  个
空格 </text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
<table:table-row-group><table:table-row><table:table-cell office:value-type="float" office:value="5210"><text:p>5,210</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="percentage" office:value="0.453"><text:p>45.3%</text:p></table:table-cell>
<table:table-cell office:value-type="currency" office:currency="CNY" office:value="-1.5e3"><text:p>￥-1500</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2023-09-01T08:00:00"><text:p>二〇二三</text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"><text:p>08:30</text:p></table:table-cell></table:table-row></table:table-row-group>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" office:value-type="float"
calcext:value-type="float" office:value="7"/></table:table-row>
<table:table-row><table:table-cell table:formula="of:=SUM([.A5:.A6])" office:value-type="float" office:value="5217"><text:p>5217</text:p></table:table-cell>
<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
<table:table-cell table:formula="of:=[.B9]:=1"/><table:table-cell office:value-type="string" office:string-value="值"><text:p>示</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="NaN"><text:p>不详</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048567"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="暗" table:style-name="ta2" table:protected="true"><table:table-row><table:table-cell office:value-type="float" office:value="1"/>
</table:table-row></table:table>"#;

#[test]
fn a_spreadsheet_is_read_as_it_was_meant() {
    let book = read(&parts(TABLES)).expect("a book");
    assert_eq!((book.format, book.notes.as_slice()), (Format::Ods, [Note::NoResults(1)].as_slice()));
    let of_sheets: Vec<_> = book.sheets.iter().map(|s| (s.name.as_str(), s.hidden, s.protected)).collect();
    assert_eq!(of_sheets, [("汇总 & 其他", false, false), ("暗", true, true)]);
    let sheet = &book.sheets[0];
    assert_eq!(sheet.merged, [Range { first: place("A1"), last: place("C2") }]);
    let with = |formula: &str, content| Cell { formula: Some(formula.to_owned()), ..plain(content) };
    let expected = [
        ("A1", text("标题甲\n第二  行")),
        ("D1", text("多 个 空格 ")),
        ("A5", number(5210.0)),
        ("D5", Cell { percent: Percent::Yes, ..number(0.453) }),
        ("E5", number(-1500.0)),
        ("F5", plain(Content::Date(Date { year: 2023, month: 9, day: 1 }))),
        ("G5", plain(Content::Truth(true))),
        ("H5", text("08:30")),
        ("A6", number(7.0)),
        ("B6", number(7.0)),
        ("A7", number(7.0)),
        ("B7", number(7.0)),
        ("A8", with("SUM([.A5:.A6])", Content::Number(5217.0))),
        ("B8", with("1/0", Content::Error("#DIV/0!".to_owned()))),
        ("C8", with("[.B9]:=1", Content::Blank)),
        ("D8", text("值")),
        ("E8", text("不详")),
    ];
    assert_eq!(all(sheet), expected.map(|(name, cell)| (name.to_owned(), cell)));
    assert_eq!(all(&book.sheets[1]), [("A1".to_owned(), number(1.0))]);
}

#[test]
fn repeated_cells_are_counted_before_they_fill_the_memory() {
    let cell = |times: u32, text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{times}\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |times: u32, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
    };
    assert_eq!(rows(&row(1_048_576, &cell(16_384, "甲"))), Err(Refusal::TooManyCells));
    assert_eq!(rows(&row(1, &cell(4_000_000_000, "甲"))), Err(Refusal::TooManyCells));
    assert_eq!(rows(&(row(u32::MAX, "") + &row(1, &cell(1, "甲")))), Err(Refusal::TooManyCells));
    assert_eq!(rows(&row(1000, &cell(1, &"长".repeat(1 << 20)))), Err(Refusal::Bomb));
    let blanks = "<text:s text:c=\"999999999\"/>".repeat(20_000);
    assert_eq!(rows(&row(1, &cell(1, &blanks))), Err(Refusal::Bomb));
    let book = rows(&(row(1_000_000, &cell(1, " ")) + &row(3, &cell(2, "甲")))).expect("a book");
    let found: Vec<_> = all(&book.sheets[0]).into_iter().map(|(name, _)| name).collect();
    assert_eq!(found, ["A1000001", "B1000001", "A1000002", "B1000002", "A1000003", "B1000003"]);
}

#[test]
fn passwords_macros_and_other_documents_are_told() {
    let mut encrypted = parts(TABLES);
    let entry =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    encrypted.retain(|(name, _)| *name != "META-INF/manifest.xml");
    encrypted.push(("META-INF/manifest.xml", entry.to_owned()));
    assert_eq!(read(&encrypted), Err(Refusal::Password));
    let newer = [("mimetype", MIME.to_owned()), ("encrypted-package", "?".to_owned())];
    assert_eq!(read(&newer), Err(Refusal::Password));
    let mut macros = parts(TABLES);
    macros.push(("Basic/script-lc.xml", "<a/>".to_owned()));
    assert_eq!(read(&macros).expect("a book").notes, [Note::Macros, Note::NoResults(1)]);
    let mut document = parts(TABLES);
    document[0].1 = "application/vnd.oasis.opendocument.text".to_owned();
    assert!(matches!(read(&document), Err(Refusal::Other(words)) if words.en == "an OpenDocument document"));
    assert_eq!(rows(""), Err(Refusal::Empty));
    assert!(matches!(rows("<table:table-row>"), Err(Refusal::Damaged(_))));
}

#[test]
fn no_damage_ends_the_program() {
    survival::of_file(&packed(&parts(TABLES)), 1500);
    survival::of_parts(&parts(TABLES), 3000);
}
