//! Files and links of every version that was ever written, opened by the page as it is now.
//!
//! `tests/corpus/README.md` says what is there and how to add to it.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use voced_model::InputId;
use voced_scenario::{Document, NEWEST_SCHEMA, SNAPSHOT_QUANTITIES, Scenario};
use voced_whatif::browser::link;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// The members of a schema that end like this, in order.
fn members(schema: i32, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder().join(format!("schema-{schema}"))) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut found: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == ending)).collect();
    found.sort();
    found
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Everything that opening a member comes to, in lines: what it says, every input that is the user's in
/// every year, projects, deliverables, what is beside it, and the headline at the horizon.
fn told(document: &Document) -> String {
    let mut lines = Vec::new();
    for (place, scenario) in document.scenarios().enumerate() {
        lines.push(format!("[{place}]{}", if place == document.reference { " reference" } else { "" }));
        lines.extend(resolved(scenario));
    }
    if let Some(snapshot) = &document.snapshot {
        lines.push(format!("[made by {}]", snapshot.model));
        lines.extend(snapshot.results.iter().map(|(quantity, value)| format!("{quantity} = {value}")));
    }
    lines.join("\n") + "\n"
}

fn resolved(scenario: &Scenario) -> Vec<String> {
    let resolved = scenario.resolve().expect("a sound scenario");
    let mut lines = vec![
        format!("area {} layer {} to {}", scenario.area().id, scenario.layer.id(), scenario.horizon),
        format!("name {:?} seed {}", scenario.name, scenario.seed),
    ];
    for input in InputId::all().filter(|input| scenario.inputs.contains_key(input)) {
        let values: Vec<String> =
            (0..resolved.model_inputs.years).map(|t| resolved.model_inputs.inputs.at(input, t).to_string()).collect();
        let range = scenario.value(input).1;
        lines.push(format!("{} = {} in {:?}..{:?}", input.id(), values.join(" "), range.low, range.high));
    }
    lines.extend(resolved.projects.iter().map(|known| format!("{} {:?}", known.id, known.item)));
    lines.extend(resolved.deliverables.iter().map(|known| format!("{} {:?}", known.id, known.item)));
    let projection = resolved.project();
    let last = projection.years() - 1;
    lines.extend(
        SNAPSHOT_QUANTITIES.iter().map(|quantity| format!("{quantity} -> {:?}", projection.value(*quantity, last))),
    );
    lines
}

#[test]
fn every_file_and_link_opens_to_what_it_was() {
    let mut opened = 0;
    for schema in 1..=NEWEST_SCHEMA {
        for file in members(schema, "json") {
            let document =
                Document::parse(&text(&file)).unwrap_or_else(|faults| panic!("{}: {faults:?}", file.display()));
            assert_eq!(told(&document), text(&file.with_extension("expected")), "{}", file.display());
            assert_eq!(Scenario::parse(&text(&file)), Ok(document.scenario.clone()), "{}", file.display());
            let linked = match link::unpack(text(&file.with_extension("link")).trim()) {
                Some(Ok(linked)) => linked,
                other => panic!("{}: {other:?}", file.display()),
            };
            assert_eq!(linked, document, "{}: the link holds another scenario", file.display());
            opened += 1;
        }
    }
    assert!(opened >= 20, "only {opened} are there");
}

#[test]
fn every_schema_has_its_members_each_as_file_link_and_expectation() {
    for schema in 1..=NEWEST_SCHEMA {
        let files = members(schema, "json");
        assert!(!files.is_empty(), "schema {schema} has no member in tests/corpus: add some before it is released");
        for ending in ["link", "expected"] {
            let stems = |list: Vec<PathBuf>| list.iter().map(|path| path.with_extension("")).collect::<Vec<_>>();
            assert_eq!(stems(members(schema, ending)), stems(files.clone()), "{ending} of schema {schema}");
        }
        for file in files {
            let document = Document::parse(&text(&file)).expect("read above");
            let said = format!("\"schema\": {schema}");
            assert!(text(&file).contains(&said), "{} is of another schema", file.display());
            assert!(schema >= document.schema(), "{} holds more than its schema", file.display());
        }
    }
}

/// Writes what is missing: links of new files, and what they come to. Nothing that is there is touched.
#[test]
#[ignore = "writes into the corpus"]
fn add_what_is_missing() {
    for schema in 1..=NEWEST_SCHEMA {
        for file in members(schema, "json") {
            let document =
                Document::parse(&text(&file)).unwrap_or_else(|faults| panic!("{}: {faults:?}", file.display()));
            let parts = [("link", link::pack(document.clone()) + "\n"), ("expected", told(&document))];
            for (ending, contents) in parts {
                let path = file.with_extension(ending);
                if !path.exists() {
                    fs::write(path, contents).expect("written");
                }
            }
        }
    }
}
