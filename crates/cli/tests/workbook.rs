//! `voced workbook`: what was exported and changed in a spreadsheet comes back as a scenario file.

mod program;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use program::{run, run_with};
use voced_scenario::{PathValue, Scenario};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const LAIWU: &[u8] = br#"{"schema": 1, "region": "laiwu", "name": "Mine"}"#;

/// A file of this test's own.
fn out(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("voced-workbook-{}-{name}", std::process::id()))
}

/// The workbook of a scenario, with cells of its second sheet typed anew; the file's path.
fn exported(name: &str, typed: &[(&str, &str)]) -> String {
    let path = out(name).to_string_lossy().into_owned();
    let made = run_with(LAIWU, &["export", "-", &path, "--lang", "en"]);
    assert_eq!((made.code, made.stderr.as_str()), (0, ""));
    let mut old = ZipArchive::new(Cursor::new(fs::read(&path).expect("a workbook"))).expect("a zip file");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..old.len() {
        let mut file = old.by_index(i).expect("a part");
        let part = file.name().expect("a name").into_owned();
        let mut text = Vec::new();
        file.read_to_end(&mut text).expect("readable");
        for (cell, content) in typed.iter().filter(|_| part == "xl/worksheets/sheet2.xml") {
            let xml = String::from_utf8(text).expect("UTF-8");
            let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no {cell}"));
            let end = start + xml[start..].find("</c>").expect("the cell ends");
            let new = format!("{}<c r=\"{cell}\" {content}{}", &xml[..start], &xml[end..]);
            text = new.into_bytes();
        }
        new.start_file(part, SimpleFileOptions::default()).expect("a part");
        new.write_all(&text).expect("written");
    }
    fs::write(&path, new.finish().expect("a zip file").into_inner()).expect("written");
    path
}

/// The name of the cell of an input in a column, found in the workbook as it is exported.
fn cell(id: &str, column: char) -> String {
    let path = exported("places.xlsx", &[]);
    let book = voced_tables::read(&fs::read(&path).expect("a workbook")).expect("a book");
    fs::remove_file(path).expect("the file is there");
    let is_id = |cell: &voced_tables::Cell| cell.content == voced_tables::Content::Text(id.to_owned());
    let row = book.sheets[1].rows.iter().find(|row| row.cells.iter().any(|(column, cell)| *column == 1 && is_id(cell)));
    format!("{column}{}", row.expect("the row").number + 1)
}

#[test]
fn a_workbook_as_it_was_exported_gives_its_scenario() {
    let path = exported("same.xlsx", &[]);
    let outcome = run(&["workbook", &path]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    assert_eq!(Scenario::parse(&outcome.stdout), Scenario::parse(std::str::from_utf8(LAIWU).expect("text")));
    fs::remove_file(path).expect("the file is there");
}

#[test]
fn what_was_typed_is_in_the_scenario_file_and_the_rest_is_said() {
    let (ratio, growth) = (cell("gen_students_per_teacher", 'D'), cell("junior_graduate_growth", 'D'));
    let pay = cell("teacher_pay", 'D');
    let typed = [
        (ratio.as_str(), "><v>13.5</v>"),
        (growth.as_str(), "t=\"inlineStr\"><is><t>about 3</t></is>"),
        (pay.as_str(), "t=\"inlineStr\"><is><t>12万</t></is>"),
    ];
    let path = exported("typed.xlsx", &typed);
    let file = out("typed.json");
    let outcome = run(&["workbook", &path, "-o", &file.to_string_lossy()]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let scenario = Scenario::parse(&fs::read_to_string(&file).expect("a scenario")).expect("sound");
    let values: Vec<(&str, &PathValue)> = scenario.inputs.iter().map(|(input, value)| (input.id(), value)).collect();
    let constants = [("gen_students_per_teacher", 13.5), ("teacher_pay", 120_000.0)];
    for (id, value) in constants {
        assert!(values.contains(&(id, &PathValue::Constant(value))), "{id}: {values:?}");
    }
    assert_eq!(values.len(), constants.len());
    let changes: Vec<&str> = outcome.stdout.lines().collect();
    assert_eq!(changes.len(), 2, "{changes:?}");
    assert!(
        changes.iter().any(|line| line.contains(&ratio) && line.ends_with("→ 13.5 students per teacher")),
        "{changes:?}"
    );
    let said: Vec<&str> = outcome.stderr.lines().collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().all(|line| line.starts_with(&format!("voced: {path}: “Levers” "))), "{said:?}");
    assert!(said[0].contains(&growth) && said[0].contains("“about”"), "{said:?}");
    assert!(said[1].contains(&pay) && said[1].contains("“12万” was read as 120,000"), "{said:?}");

    // The scenario runs, and has the number that was typed.
    let run = run(&["run", &file.to_string_lossy()]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for file in [PathBuf::from(path), file] {
        fs::remove_file(file).expect("the file is there");
    }
}

#[test]
fn where_nothing_can_be_taken_over_each_cell_has_a_line() {
    let (growth, share) = (cell("junior_graduate_growth", 'D'), cell("in_scope_share", 'F'));
    let typed = [(growth.as_str(), "><v>7</v>"), (share.as_str(), "t=\"e\"><v>#REF!</v>")];
    let path = exported("wrong.xlsx", &typed);
    let kept = out("kept.json");
    fs::write(&kept, "mine").expect("a file");
    let outcome = run(&["workbook", &path, "-o", &kept.to_string_lossy()]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    assert_eq!(outcome.stderr.lines().count(), 2, "{}", outcome.stderr);
    assert!(outcome.stderr.contains(&format!("{growth}: 7 is out of range; allowed ")), "{}", outcome.stderr);
    assert_eq!(fs::read(&kept).expect("still there"), b"mine", "nothing is replaced");
    let chinese = run(&["workbook", &path, "--lang", "zh"]);
    assert!(chinese.stderr.contains("#REF!"), "{}", chinese.stderr);
    for file in [PathBuf::from(path), kept] {
        fs::remove_file(file).expect("the file is there");
    }

    let other = run_with(b"a,b\n1,2\n", &["workbook", "-"]);
    assert_eq!((other.code, other.stdout.as_str()), (2, ""));
    assert_eq!(other.stderr, "voced: -: no workbook that voced exported\n");
}
