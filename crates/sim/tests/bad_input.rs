//! One bad scenario file a rule: what is said about each, in both languages.
//!
//! The messages are kept as snapshots beside this file, to be read as an official would read them.

use std::fs;
use std::path::{Path, PathBuf};

use voced_sim::{Lang, Scenario};

/// The files of a folder beside this file, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

#[test]
fn every_bad_file_is_refused_with_its_messages() {
    let files = files("bad");
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

#[test]
fn no_message_outlives_its_file() {
    let stems = |folder| files(folder).iter().map(|file| file.file_stem().map(ToOwned::to_owned)).collect::<Vec<_>>();
    assert_eq!(stems("bad_messages"), stems("bad"));
}
