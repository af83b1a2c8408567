//! What the README says of the command line holds: its commands run, on the files of `examples`.

#[allow(dead_code, reason = "the tests here read the output as bytes")]
mod program;

use std::fs;
use std::path::{Path, PathBuf};

use program::command;
use voced_scenario::Scenario;

/// What stands before the arguments.
const PROMPT: &str = "cargo run --release -p voced -- ";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README")
}

/// The names and bytes of the examples; what stands in folders among them is not for the command line.
fn examples() -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(root().join("examples")).expect("the examples");
    files
        .map(|file| file.expect("a file").path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read(path).expect("bytes"))
        })
        .collect()
}

/// The arguments of a line of the README, without the remark behind them; the shell would take the quotes off.
fn arguments(line: &str) -> Option<Vec<String>> {
    let line = line.strip_prefix(PROMPT)?;
    let line = line.split(" #").next().unwrap_or(line);
    Some(line.split_whitespace().map(|word| word.trim_matches('\'').to_owned()).collect())
}

/// A folder with a copy of the examples, since one command writes a file.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    fs::create_dir_all(folder.join("examples")).expect("a folder");
    for (name, bytes) in examples() {
        fs::write(folder.join("examples").join(name), bytes).expect("a copy");
    }
    folder
}

#[test]
fn every_command_of_the_readme_runs() {
    let folder = folder();
    let lines = readme();
    let commands: Vec<Vec<String>> = lines.lines().filter_map(arguments).collect();
    assert!(commands.len() >= 11, "the commands are found: {commands:?}");
    for words in commands {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let output = command(&words).current_dir(&folder).output().expect("the program starts");
        let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{words:?}: {stderr}");
        assert_eq!(stderr, "", "{words:?}");
        if let ["export", _, book] = words.as_slice() {
            // It stays for the command that takes it back.
            assert!(fs::read(folder.join(book)).expect("the workbook").starts_with(b"PK"), "{words:?}");
        } else if let ["batch", .., out] = words.as_slice() {
            fs::remove_file(folder.join(out)).expect("the rows");
        } else if let ["area", "template", sheets] = words.as_slice() {
            fs::remove_file(folder.join(sheets)).expect("the template");
        } else {
            assert!(!stdout.trim().is_empty(), "{words:?} says nothing");
        }
    }
}

/// Whether an example is read without a fault: a scenario, an area file or a table.
fn is_sound(name: &str, bytes: &[u8]) -> bool {
    if !name.ends_with(".json") {
        let book = voced_tables::read(bytes).expect("cells");
        let choices = voced_import::Choices::default();
        let set = voced_import::read_set(&book, &choices);
        let are_sound = set.rows.len() > 1 && set.rows.iter().all(|row| row.run.is_sound());
        return are_sound || voced_import::read(&book, &choices).is_sound();
    }
    let text = String::from_utf8(bytes.to_vec()).expect("text");
    Scenario::parse(&text).is_ok() || voced_import::read_json(&text).is_ok()
}

#[test]
fn every_example_is_sound_and_used() {
    let readme = readme();
    for (name, bytes) in examples() {
        assert!(is_sound(&name, &bytes), "{name} is not sound");
        assert!(readme.contains(&format!("examples/{name}")), "the README does not use {name}");
    }
}

#[test]
fn the_scenario_shown_is_the_first_example() {
    let scenario = fs::read_to_string(root().join("examples/scenario.json")).expect("the example");
    assert!(readme().contains(&format!("```json\n{scenario}```")));
}
