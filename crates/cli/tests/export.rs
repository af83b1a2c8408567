//! `voced export`: a workbook on disk, and what stands in its way.

mod program;

use std::fs;
use std::path::PathBuf;

use program::{run, run_with};

const LAIWU: &[u8] = br#"{"schema": 1, "region": "laiwu"}"#;

/// A file of this test's own.
fn out(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("voced-export-{}-{name}", std::process::id()))
}

#[test]
fn a_workbook_is_written_in_chinese_or_in_the_language_asked_for() {
    let mut books = Vec::new();
    for (name, language) in [("usual.xlsx", &[][..]), ("zh.XLSX", &["--lang", "zh"]), ("en.xlsx", &["--lang", "en"])] {
        let file = out(name);
        let path = file.to_string_lossy();
        let outcome = run_with(LAIWU, &[&["export", "-", &path], language].concat());
        assert_eq!((outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str()), (0, "", ""), "{name}");
        let book = fs::read(&file).expect("the workbook");
        assert!(book.starts_with(b"PK"), "{name} is a workbook");
        books.push(book);
        fs::remove_file(&file).expect("the workbook is there");
    }
    assert_eq!(books[0], books[1]);
    assert_ne!(books[0], books[2]);
}

#[test]
fn what_can_not_be_written_is_said_in_plain_words() {
    let scenario = out("scenario.json");
    fs::write(&scenario, LAIWU).expect("a scenario");
    let file = scenario.to_string_lossy().into_owned();

    for name in ["plan.xls", "plan.csv", "plan", ".xlsx"] {
        let outcome = run(&["export", &file, name]);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{name}");
        assert_eq!(outcome.stderr, format!("voced: {name}: the name of a workbook must end in .xlsx\n"));
    }
    let outcome = run(&["export", &file, "no-such-folder/plan.xlsx", "--lang", "zh"]);
    assert_eq!(outcome.code, 2);
    assert!(outcome.stderr.starts_with("voced: no-such-folder/plan.xlsx: 无法写入: "), "{}", outcome.stderr);
    assert_eq!(outcome.stderr.lines().count(), 1);

    let kept = out("kept.xlsx");
    fs::write(&kept, "mine").expect("a file");
    let outcome = run_with(br#"{"schema": 1, "region": "nowhere"}"#, &["export", "-", &kept.to_string_lossy()]);
    assert_eq!(outcome.code, 2);
    assert_eq!(fs::read(&kept).expect("still there"), b"mine", "a faulty scenario replaces nothing");
    for file in [scenario, kept] {
        fs::remove_file(file).expect("the file is there");
    }
}

#[test]
fn a_workbook_comes_back_as_the_scenario_it_was_made_of() {
    let file = out("back.xlsx");
    let path = file.to_string_lossy().into_owned();
    assert_eq!(run_with(LAIWU, &["export", "-", &path]).code, 0);
    let outcome = run(&["workbook", &path]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    assert!(outcome.stdout.contains("\"region\": \"laiwu\""), "{}", outcome.stdout);
    let again = run_with(outcome.stdout.as_bytes(), &["run", "-"]);
    assert_eq!(again.stdout, run_with(LAIWU, &["run", "-"]).stdout);
    fs::remove_file(&file).expect("the workbook is there");
    let other = run_with(b"a,b\n1,2\n", &["workbook", "-"]);
    assert_eq!((other.code, other.stdout.as_str()), (2, ""));
    assert!(other.stderr.contains("no workbook that voced exported"), "{}", other.stderr);
}
