//! `voced run` and `voced explain` with sound scenarios.

mod program;

use std::collections::BTreeMap;
use std::fs;

use program::{run, run_with, sim_tests};
use voced_model::Quantity;
use voced_scenario::{Json, Scenario};

const TOLERANCE: f64 = 1e-9;

const LAIWU: &str = r#"{"schema": 1, "region": "laiwu"}"#;

fn list(json: Option<&Json>) -> &[Json] {
    match json {
        Some(Json::Array(items)) => items,
        other => panic!("{other:?} is no list"),
    }
}

/// The worked results of a scenario come out of the program, every quantity in every year. Numbers no larger than
/// `dust` are what rounding left of sums of millions of yuan, where the program says nothing.
fn check_golden(name: &str, dust: f64) {
    let golden = fs::read_to_string(sim_tests(&format!("golden/golden_{name}.json"))).expect("the worked results");
    let golden = Json::parse(&golden).expect("JSON");
    let scenario = golden.get("scenario").expect("a scenario").to_string();
    let outcome = run_with(scenario.as_bytes(), &["run", "-"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""));
    let results = Json::parse(&outcome.stdout).expect("JSON");

    assert_eq!(results.get("years"), golden.get("years"));
    let (Some(Json::Object(expected)), Some(found)) = (golden.get("quantities"), results.get("quantities")) else {
        panic!("both have quantities");
    };
    assert!(expected.len() >= 92, "the worked results hold 92 quantities");
    for (id, expected) in expected {
        let (expected, found) = (list(Some(expected)), list(found.get(id)));
        assert_eq!(expected.len(), found.len(), "{id}");
        for (expected, found) in expected.iter().zip(found) {
            match (expected, found) {
                (Json::Number(expected), Json::Number(found)) => {
                    let scale = expected.abs().max(found.abs());
                    let near = (expected - found).abs() <= TOLERANCE * scale;
                    assert!(near || scale <= dust, "{id}: {found} for {expected}");
                }
                (expected, found) => assert_eq!(expected, found, "{id}"),
            }
        }
    }
}

#[test]
fn the_worked_results_of_laiwu_come_out() {
    check_golden("laiwu_plan", 0.0);
}

#[test]
fn the_worked_results_of_dezhou_come_out() {
    check_golden("dezhou_plan", 0.0);
}

#[test]
fn the_worked_results_of_hangzhou_come_out() {
    check_golden("hangzhou_plan", 0.0);
}

#[test]
fn the_worked_results_of_every_mechanism_come_out() {
    check_golden("dezhou_mechanisms", 1e-6);
}

#[test]
fn a_file_and_standard_input_give_the_same_document() {
    let file = std::env::temp_dir().join(format!("voced-run-{}.json", std::process::id()));
    fs::write(&file, LAIWU).expect("a file");
    let (from_file, from_input) = (run(&["run", &file.to_string_lossy()]), run_with(LAIWU.as_bytes(), &["run", "-"]));
    fs::remove_file(&file).expect("the file is there");
    assert_eq!((from_file.code, from_file.stdout), (0, from_input.stdout));
}

#[test]
fn the_document_keeps_every_digit_and_every_part() {
    let resolved = Scenario::parse(LAIWU).and_then(|scenario| scenario.resolve()).expect("sound");
    let projection = resolved.project();
    let outcome = run_with(LAIWU.as_bytes(), &["run", "-", "--format", "json"]);
    let results = Json::parse(&outcome.stdout).expect("JSON");
    let Json::Object(fields) = &results else { panic!("an object") };
    let keys: Vec<&str> = fields.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["schema", "model", "years", "quantities", "targets", "warnings"]);

    let Some(Json::Object(quantities)) = results.get("quantities") else { panic!("quantities") };
    let ids: Vec<&str> = quantities.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(
        ids,
        Quantity::ALL.iter().map(|quantity| quantity.id()).collect::<Vec<_>>(),
        "in the order of the table"
    );
    for (quantity, (id, values)) in Quantity::ALL.iter().zip(quantities) {
        let expected: Vec<Json> = (0..projection.years()).map(|t| projection.value(*quantity, t).into()).collect();
        assert_eq!(list(Some(values)), expected, "{id}");
    }

    let targets = list(results.get("targets"));
    assert_eq!(targets.len(), resolved.scenario.area().targets.len());
    for target in targets {
        let text = |key: &str| match target.get(key) {
            Some(Json::String(text)) => text.as_str(),
            other => panic!("{key} is {other:?}"),
        };
        let missed = text("status") == "missed";
        assert_eq!(target.get("shortfall") != Some(&Json::Null), missed, "{}", text("id"));
        assert_eq!(target.get("fails").is_some(), text("kind") == "constraint", "{}", text("id"));
    }
    assert!(!list(results.get("warnings")).is_empty(), "the plan of Laiwu has uncosted deliverables");
}

#[test]
fn csv_is_one_row_a_quantity_as_spreadsheets_open_it() {
    let outcome = run_with(LAIWU.as_bytes(), &["run", "-", "--format", "csv"]);
    assert_eq!(outcome.code, 0);
    let text = outcome.stdout.strip_prefix('\u{feff}').expect("the mark by which spreadsheets know UTF-8");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "every line ends as spreadsheets end it");

    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().expect("headings").iter().map(str::to_owned).collect();
    assert_eq!(head, ["id", "name_zh", "name_en", "unit", "2020", "2021", "2022", "2023", "2024", "2025"]);
    let rows: BTreeMap<String, Vec<String>> = reader
        .records()
        .map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
        .map(|row| (row[0].clone(), row))
        .collect();
    assert_eq!(rows.len(), Quantity::COUNT);

    let resolved = Scenario::parse(LAIWU).and_then(|scenario| scenario.resolve()).expect("sound");
    let projection = resolved.project();
    for quantity in Quantity::ALL {
        let row = &rows[quantity.id()];
        assert_eq!(row[2], quantity.spec().name.en, "commas in names are quoted");
        for t in 0..projection.years() {
            let expected = projection.value(*quantity, t);
            let found = (!row[4 + t].is_empty()).then(|| row[4 + t].parse::<f64>().expect("a number"));
            assert_eq!(found, expected, "{quantity}, year {t}");
        }
    }
    assert_eq!(rows["voc_entrants"][4], "", "a flow has no value in the base year");
}

#[test]
fn a_number_is_explained_in_both_languages() {
    let english = run_with(LAIWU.as_bytes(), &["explain", "-", "teachers", "2022", "--depth", "1"]);
    assert_eq!(english.code, 0);
    assert!(english.stdout.contains("= 207.39 × (1 − 3%) + 26"), "{}", english.stdout);
    assert!(english.stdout.contains("Full-time teachers[2020]"), "one step down: {}", english.stdout);
    let chinese = run_with(LAIWU.as_bytes(), &["explain", "-", "teachers", "2022", "--lang", "zh"]);
    assert!(chinese.stdout.contains("专任教师[2021]"), "{}", chinese.stdout);
    assert!(!chinese.stdout.contains("专任教师[2020]"), "only as deep as asked: {}", chinese.stdout);
}
