//! One bad scenario file a rule: what is said about each, in both languages.
//!
//! The messages are kept as snapshots beside this file, to be read as an official would read them.

use std::fs;
use std::path::PathBuf;

use voced_sim::{Lang, Scenario};

fn files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bad");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder of bad files").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

#[test]
fn every_bad_file_is_refused_with_its_messages() {
    let files = files();
    assert!(files.len() > 100, "the bad files are there");
    for file in files {
        let text = fs::read_to_string(&file).expect("a readable file");
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let Err(faults) = Scenario::parse(&text) else { panic!("{name} is taken for sound") };
        assert!(!faults.is_empty(), "{name}: refused without a word");
        let mut lines = String::new();
        for fault in &faults {
            let messages = [Lang::En, Lang::Zh].map(|lang| fault.message(lang));
            for message in messages {
                assert!(!message.chars().any(char::is_control), "{name}: more than one line: {message:?}");
                lines += &message;
                lines.push('\n');
            }
        }
        insta::with_settings!({
            snapshot_path => "bad_messages",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!(name, lines) });
    }
}
