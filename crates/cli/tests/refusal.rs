//! What the program refuses: exit code 2, a line a fault on standard error, nothing on standard
//! output.

#[path = "../../scenario/tests/bad_cases/mod.rs"]
mod bad_cases;
mod program;

use std::fs;
use std::io::Read;
use std::path::Path;

use bad_cases::Case;
use program::{ProgramRun, command, run, run_with};
use voced_model::Lang;
use voced_scenario::Scenario;

fn refused(outcome: &ProgramRun, what: &str) {
    assert_eq!(outcome.code, 2, "{what}: {}", outcome.stderr);
    assert_eq!(outcome.stdout, "", "{what}");
    assert!(!outcome.stderr.trim().is_empty(), "{what}: refused without a word");
}

#[test]
fn every_bad_file_is_refused_with_a_line_a_fault() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad");
    fs::create_dir_all(&folder).expect("a folder");
    for Case { topic, name, document, .. } in bad_cases::all() {
        let path = folder.join(format!("{topic}_{name}.json"));
        fs::write(&path, &document).expect("a file");
        let file = path.to_string_lossy();
        let faults = Scenario::parse(&document).expect_err("a bad file");
        for (lang, tag) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            let outcome = run(&["run", &file, "--lang", tag]);
            refused(&outcome, &file);
            let expected: Vec<String> =
                faults.iter().map(|fault| format!("voced: {file}: {}", fault.message(lang))).collect();
            assert_eq!(outcome.stderr.lines().collect::<Vec<_>>(), expected, "{file}");
        }
    }
}

#[test]
fn standard_input_is_judged_like_a_file() {
    let outcome = run_with(br#"{"schema": 1, "region": "laiwu", "horizon": 2019}"#, &["run", "-", "--format", "csv"]);
    refused(&outcome, "a horizon before the base year");
    assert_eq!(outcome.stderr, "voced: -: horizon: 2019 is out of range; allowed years 2020 to 2040\n");
}

#[test]
fn what_can_not_be_read_is_refused() {
    let missing = run(&["run", "no-such-file.json"]);
    refused(&missing, "a missing file");
    assert!(missing.stderr.starts_with("voced: no-such-file.json: can not be read: "), "{}", missing.stderr);
    assert_eq!(missing.stderr.lines().count(), 1);
    refused(&run(&["run", env!("CARGO_MANIFEST_DIR")]), "a folder");

    let chinese = run_with(b"{\"schema\": 1,\n\"name\": \"\xc0\xb3\xce\xdf\"}", &["run", "-", "--lang", "zh"]);
    refused(&chinese, "text in an older encoding");
    assert_eq!(chinese.stderr, "voced: -: 第2行不是 UTF-8 文本；请以 UTF-8 编码另存\n");
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let outcome = run_with("\u{feff}{\"schema\": 1, \"region\": \"laiwu\"}".as_bytes(), &["run", "-"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
}

#[test]
fn after_fifty_faults_the_others_are_counted() {
    let inputs = |count: usize| (0..count).map(|i| format!("\"no_{i}\": 1")).collect::<Vec<_>>().join(",");
    let file = |count| format!(r#"{{"schema": 1, "region": "laiwu", "inputs": {{{}}}}}"#, inputs(count));
    let told = |count: usize, lang| run_with(file(count).as_bytes(), &["run", "-", "--lang", lang]);
    let fifty = told(50, "en");
    refused(&fifty, "fifty faults");
    assert_eq!(fifty.stderr.lines().count(), 50, "{}", fifty.stderr);
    for (lang, last) in [("en", "voced: -: and 1,950 more"), ("zh", "voced: -: 另有 1,950 处错误，不再逐一列出")]
    {
        let many = told(2_000, lang);
        refused(&many, "two thousand faults");
        let lines: Vec<&str> = many.stderr.lines().collect();
        assert_eq!((lines.len(), lines.last()), (51, Some(&last)));
    }
}

#[test]
fn an_area_with_many_faults_sums_them_up_too() {
    let inputs = (0..300).map(|i| format!("\"no_{i}\": 1")).collect::<Vec<_>>().join(",");
    let file = format!(
        r#"{{"schema": 1, "data": {{"schema": 1, "id": "own", "name_zh": "甲", "base_year": 2020, "base": {{"inputs": {{{inputs}}}}}}}}}"#
    );
    let outcome = run_with(file.as_bytes(), &["run", "-"]);
    refused(&outcome, "an area with many faults");
    let lines: Vec<&str> = outcome.stderr.lines().collect();
    assert!(lines.len() == 51 && lines[50].ends_with("and 250 more"), "{lines:?}");
}

#[test]
fn usage_errors_are_refused() {
    for arguments in [
        &[] as &[&str],
        &["run"],
        &["walk"],
        &["run", "-", "--format", "xml"],
        &["regions", "--lang", "fr"],
        &["explain", "-", "teachers"],
        &["explain", "-", "teachers", "soon"],
        &["statements", "--region"],
        &["uncertainty", "-", "--draws", "many"],
        &["sensitivity", "-", "balance"],
        &["attribute", "-", "balance", "2025"],
        &["uncertainty", "-", "--seed", "-1"],
    ] {
        refused(&run(arguments), &format!("{arguments:?}"));
    }
}

#[test]
fn unknown_ids_are_refused_with_what_is_allowed() {
    let outcome = run(&["statements", "--region", "laiwo"]);
    refused(&outcome, "an unknown area");
    assert!(outcome.stderr.contains("laiwo") && outcome.stderr.contains("laiwu, dezhou"), "{}", outcome.stderr);

    let scenario = br#"{"schema": 1, "region": "laiwu"}"#;
    let outcome = run_with(scenario, &["explain", "-", "teacher", "2030"]);
    refused(&outcome, "an unknown quantity in a year outside");
    let expected = "voced: QUANTITY: no quantity has the id \"teacher\"; did you mean teachers or teacher_gap?\n\
        voced: YEAR: 2030 is out of range; allowed years 2020 to 2025\n";
    assert_eq!(outcome.stderr, expected);
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    let mut child = command(&["statements", "--format", "json"]).spawn().expect("the program starts");
    drop(child.stdout.take());
    let status = child.wait().expect("the program ends");
    let mut stderr = String::new();
    child.stderr.take().expect("standard error").read_to_string(&mut stderr).expect("text");
    assert_eq!((status.code(), stderr.as_str()), (Some(0), ""));
}
