//! The bad scenarios as they lie in `tests/bad`: a file a topic, a table a case. The tests of the command line read
//! them too.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml_edit::DocumentMut;

/// So many cases there were when they were put together: fewer would mean that a file is no longer read.
const AT_LEAST: usize = 154;

/// One bad scenario.
#[allow(dead_code, reason = "the command line has no use for the messages")]
pub struct Case {
    pub topic: String,
    pub name: String,
    pub document: String,
    pub messages: String,
}

/// All of them, by topic.
pub fn all() -> Vec<Case> {
    let files = topics().expect("the folder of bad scenarios");
    let cases: Vec<Case> = files.iter().flat_map(|file| cases(file)).collect();
    assert!(cases.len() >= AT_LEAST, "{} cases instead of at least {AT_LEAST}", cases.len());
    cases
}

/// The files, in order.
pub fn topics() -> io::Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenario/tests/bad");
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// A file; one that can not be read ends the test.
pub fn read(file: &Path) -> DocumentMut {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn cases(file: &Path) -> Vec<Case> {
    let topic = file.file_stem().expect("a name").to_string_lossy().into_owned();
    read(file)
        .iter()
        .map(|(name, table)| {
            let text = |key: &str| {
                let text = table.get(key).and_then(|item| item.as_str());
                text.unwrap_or_else(|| panic!("{topic}::{name}: {key} is missing")).to_owned()
            };
            Case { topic: topic.clone(), name: name.to_owned(), document: text("document"), messages: text("messages") }
        })
        .collect()
}
