//! `voced regions`, `voced inputs` and `voced statements`.

mod program;

use std::fs;
use std::path::Path;

use program::run;
use voced_model::InputId;
use voced_scenario::{Area, Json};

fn json_list(arguments: &[&str]) -> Vec<Json> {
    let outcome = run(arguments);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{arguments:?}");
    match Json::parse(&outcome.stdout) {
        Ok(Json::Array(items)) => items,
        other => panic!("{arguments:?}: {other:?} is no list"),
    }
}

fn id(item: &Json) -> &str {
    match item.get("id") {
        Some(Json::String(id)) => id,
        other => panic!("the id is {other:?}"),
    }
}

fn ids(items: &[Json]) -> Vec<&str> {
    items.iter().map(id).collect()
}

/// The rows of a table, without its two lines of head.
fn rows(arguments: &[&str]) -> Vec<String> {
    let outcome = run(arguments);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{arguments:?}");
    outcome.stdout.lines().skip(2).map(str::to_owned).collect()
}

#[test]
fn every_area_is_listed() {
    assert_eq!(ids(&json_list(&["regions", "--format", "json"])), Area::ids().collect::<Vec<_>>());
    let chinese = rows(&["regions", "--lang", "zh"]);
    assert_eq!(chinese.len(), 6);
    assert!(chinese[0].starts_with("laiwu ") && chinese[0].contains("济南市莱芜区"), "{}", chinese[0]);
}

#[test]
fn every_input_is_listed() {
    let known: Vec<&str> = InputId::all().map(InputId::id).collect();
    assert_eq!(ids(&json_list(&["inputs", "--format", "json"])), known);
    let table = rows(&["inputs", "--lang", "zh"]);
    let first: Vec<&str> = table.iter().filter_map(|row| row.split(' ').next()).collect();
    assert_eq!(first, known);
}

#[test]
fn every_statement_is_listed_with_what_it_became() {
    let all = json_list(&["statements", "--format", "json"]);
    assert_eq!(all.len(), 231);
    for statement in &all {
        let Some(Json::Array(became)) = statement.get("became") else { panic!("became") };
        assert!(!became.is_empty());
    }
    let laiwu = json_list(&["statements", "--region", "laiwu", "--format", "json"]);
    assert_eq!(ids(&laiwu), ids(&all[..33]));
    assert_eq!(rows(&["statements"]).len(), 231);
    assert_eq!(rows(&["statements", "--region", "national"]).len(), 0, "the national totals have no plan");
}

#[test]
fn the_page_of_inputs_is_up_to_date() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/inputs.md");
    let committed = fs::read_to_string(page).expect("docs/inputs.md");
    let written = run(&["inputs", "--format", "markdown"]).stdout;
    assert!(committed == written, "run: cargo run -p voced -- inputs --format markdown > docs/inputs.md");
}
