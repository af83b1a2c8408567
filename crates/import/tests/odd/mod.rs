//! Files as offices make them, written by this program and kept beside it: `VOCED_ACCEPT=1` writes them again.
//! `bureau.xls` and `bureau.ods` are `bureau.xlsx`, saved by LibreOffice in those formats.
#![allow(dead_code)]

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Rows of texts and numbers from the first row on.
fn fill(sheet: &mut Worksheet, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            match text.parse::<f64>() {
                _ if text.is_empty() => {}
                Ok(number) => drop(sheet.write_number(row, column, number)?),
                Err(_) => drop(sheet.write_string(row, column, *text)?),
            }
        }
    }
    Ok(())
}

fn saved(sheets: Vec<Worksheet>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(2020, 1, 1)?;
    workbook.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&date));
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}

fn sheet(name: &str, rows: &[&[&str]]) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    fill(&mut sheet, rows)?;
    Ok(sheet)
}

/// A bureau's statistics: titles and headings over merged cells, totals, notes, money in two units by column, a sheet
/// that says nothing known and a hidden one with other numbers.
fn bureau() -> Result<Vec<u8>, XlsxError> {
    let wide = Format::new();
    let mut schools = sheet(
        "教育事业统计",
        &[
            &[""],
            &["填报单位：某县教育局", "", "", "", "", "", "单位：人"],
            &[""],
            &["", "毕业生数", "在校生数", "专任教师", "毕业生数", "在校生数", "专任教师"],
            &["总计", "19000", "66000", "4600", "19400", "67000", "4700"],
            &["普通高中", "1900", "6000", "470", "2000", "6200", "480"],
            &["中等职业学校", "1150", "4000", "290", "1200", "4200", "300"],
            &["初中", "5100", "15500", "1330", "5200", "15800", "1350"],
            &["小学", "6900", "40500", "2380", "7000", "40800", "2400"],
            &["注：1.学校含民办；2.专任教师不含兼职教师和外聘教师，以教育事业统计报表为准。"],
        ],
    )?;
    schools.merge_range(0, 0, 0, 6, "某县2022、2023学年各级各类学校基本情况", &wide)?;
    schools.merge_range(2, 0, 3, 0, "学校类别", &wide)?;
    schools.merge_range(2, 1, 2, 3, "2022-2023学年", &wide)?;
    schools.merge_range(2, 4, 2, 6, "2023-2024学年", &wide)?;
    let money = sheet(
        "财政决算",
        &[
            &["某县教育经费"],
            &[
                "年度",
                "一般公共预算教育支出（万元）",
                "职业教育专项资金（万元）",
                "生均公用经费（元）",
                "教学仪器设备值(元)",
            ],
            &["2022年", "95,000", "320", "3000", "9800000"],
            &["2023年", "98,000", "３５０", "3,300", "10500000"],
            &["合计", "193,000", "670", "", ""],
        ],
    )?;
    let weather = sheet("气象", &[&["月份", "降水量"], &["1", "12.5"], &["2", "14"]])?;
    let mut old = sheet("旧数", &[&["指标", "2023年"], &["初中毕业生数", "1"]])?;
    old.set_hidden(true);
    let facts = sheet("基本信息", &[&["地区名称", "某县"], &["基准年", "2023"]])?;
    saved(vec![schools, money, weather, old, facts])
}

/// Shares in every spelling.
fn percent() -> Result<Vec<u8>, XlsxError> {
    let mut sheet = sheet(
        "比例",
        &[
            &["地区名称", "某县"],
            &["基年", "2023"],
            &["指标", "数值"],
            &["中职招生占比", "38.5"],
            &["高中阶段升学率"],
            &["双师型教师占专业课教师比例", "0.5671"],
            &["研究生学历教师占比（%）", "0.9"],
            &["贯通培养比例", "三成"],
            &["教师年流失率", "3%"],
        ],
    )?;
    sheet.write_number_with_format(4, 1, 0.97, &Format::new().set_num_format("0.0%"))?;
    saved(vec![sheet])
}

/// Years as dates, formulas with and without their results, a failed one.
fn dates() -> Result<Vec<u8>, XlsxError> {
    let mut sheet = sheet("数据", &[&["指标"], &["初中毕业生数"], &["专任教师"], &["中职在校生数"], &["校舍面积"]])?;
    let year = Format::new().set_num_format("yyyy\"年\"");
    for (column, year_of) in [(1, 2022), (2, 2023)] {
        sheet.write_datetime_with_format(0, column, ExcelDateTime::from_ymd(year_of, 9, 1)?, &year)?;
    }
    sheet.write_number(1, 1, 5100.0)?;
    sheet.write_formula(1, 2, Formula::new("=B2+100").set_result("5200"))?;
    sheet.write_formula(2, 2, Formula::new("=SUM(教师!B2:B9)").set_result("300"))?;
    sheet.write_formula(3, 2, Formula::new("=#REF!*2").set_result("#REF!"))?;
    sheet.set_formula_result_default("");
    sheet.write_formula(4, 2, Formula::new("=1000*24"))?;
    saved(vec![sheet])
}

/// A sheet that is protected against changes.
fn protected() -> Result<Vec<u8>, XlsxError> {
    let mut sheet = sheet("数据", &[&["基年", "2023"], &["地区名称", "某县"], &["初中毕业生数", "5200"]])?;
    sheet.protect_with_password("secret");
    saved(vec![sheet])
}

/// The same with a part of macros, as Excel saves it.
fn macros() -> Vec<u8> {
    let plain = protected().expect("a workbook");
    let mut from = ZipArchive::new(Cursor::new(plain)).expect("a workbook is a zip");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for i in 0..from.len() {
        let mut part = from.by_index(i).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("unpacked");
        if name == "[Content_Types].xml" {
            let text = String::from_utf8(bytes).expect("XML").replace(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            );
            bytes = text
                .replace(
                    "</Types>",
                    "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>",
                )
                .into_bytes();
        }
        to.start_file(name, options).expect("a part");
        to.write_all(&bytes).expect("written");
    }
    to.start_file("xl/vbaProject.bin", options).expect("a part");
    to.write_all(b"not looked at").expect("written");
    to.finish().expect("a zip").into_inner()
}

/// What Excel writes where a file opens with a password only: a container of streams, one of them the encrypted file.
fn password() -> Vec<u8> {
    const SECTOR: usize = 512;
    // Of each stream so many sectors that it is none of the small ones.
    const EACH: u32 = 8;
    let names = ["Root Entry", "EncryptionInfo", "EncryptedPackage"];
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.resize(24, 0);
    for word in [0x3E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0] {
        header.extend(word.to_le_bytes());
    }
    let (none, end) = (0xFFFF_FFFF_u32, 0xFFFF_FFFE_u32);
    // No directory sectors are counted; one table, the directory at 1, small streams from 4096 on, none there.
    for word in [0, 1, 1, 0, 4096, end, 0, end, 0, 0] {
        header.extend(u32::to_le_bytes(word));
    }
    header.resize(SECTOR, 0xFF);
    let mut table: Vec<u32> = vec![0xFFFF_FFFD, end];
    for stream in 0..2 {
        let first = 2 + stream * EACH;
        table.extend((first..first + EACH).map(|sector| if sector + 1 == first + EACH { end } else { sector + 1 }));
    }
    table.resize(SECTOR / 4, none);
    let mut directory = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(64, 0);
        entry.extend((2 * (name.len() as u16 + 1)).to_le_bytes());
        let (kind, child) = if i == 0 { (5, 1) } else { (2, none) };
        let right = if i == 1 { 2 } else { none };
        entry.extend([kind, 1]);
        for link in [none, right, child] {
            entry.extend(link.to_le_bytes());
        }
        entry.resize(116, 0);
        let (start, size) = if i == 0 { (end, 0) } else { (2 + (i as u32 - 1) * EACH, EACH * SECTOR as u32) };
        entry.extend(start.to_le_bytes());
        entry.extend(u64::from(size).to_le_bytes());
        directory.extend(entry);
    }
    directory.resize(SECTOR, 0);
    let streams = vec![0xA5; 2 * EACH as usize * SECTOR];
    header.into_iter().chain(table.into_iter().flat_map(u32::to_le_bytes)).chain(directory).chain(streams).collect()
}

/// What a web system calls `.xls` when it exports.
const HTML: &str = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\"></head><body>\
<table border=1><tr><th colspan=3>某县2023年教育统计</th></tr><tr><td>指标</td><td>单位</td><td>2023年</td></tr>\
<tr><td>初中毕业生数</td><td>人</td><td>5,200</td></tr><tr><td>专任教师</td><td>人</td><td>300</td></tr></table></body></html>";

const YEARBOOK: &str = "表18-9 某县教育事业基本情况（2023年）,,,\r\n单位：人、万元,,,\r\n\
\"指标名称\",\"2021年\",\"2022年\",\"2023年\"\r\n\
初中毕业生数,\"5,000\",\"5,100\",\"5,200\"\r\n中职在校生数,\"3,900\",\"4,000\",\"4,200\"\r\n\
\"其中：一年级\",\"1,300\",\"1,400\",\"1,500\"\r\n专任教师,280,290,300\r\n\
一般公共预算教育支出,\"85,000\",\"95,000\",\"98,000\"\r\n生均公用经费（元）,\"3,000\",\"3,000\",\"3,300\"\r\n\
\"注：本表数据来源于《某县统计年鉴》，一年级仅指中职, 含民办\",,,\r\n";

const FULL_WIDTH: &str = "\u{feff}地区名称,某县\n基准年,２０２３\n名称;,数值（万元）\n\
教育支出,９８，０００\n";

/// Every file that can be made here, with its name.
pub fn files() -> Vec<(&'static str, Vec<u8>)> {
    let (gbk, _, _) = encoding_rs::GBK.encode(YEARBOOK);
    vec![
        ("yearbook_gbk.csv", gbk.into_owned()),
        ("full_width_bom.csv", FULL_WIDTH.as_bytes().to_vec()),
        ("bureau.xlsx", bureau().expect("a workbook")),
        ("percent.xlsx", percent().expect("a workbook")),
        ("dates.xlsx", dates().expect("a workbook")),
        ("protected.xlsx", protected().expect("a workbook")),
        ("macros.xlsm", macros()),
        ("password.xlsx", password()),
        ("renamed.xls", HTML.as_bytes().to_vec()),
        ("blank.xlsx", saved(vec![Worksheet::new()]).expect("a workbook")),
        ("empty.csv", Vec::new()),
    ]
}
