//! The files of the repository, for tests that read them.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the repository lies.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below a place whose names end so, or the place itself where it is one; there must be some.
pub fn files(place: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(place, ending, &mut found);
    assert!(!found.is_empty(), "{}", place.display());
    found
}

fn collect(place: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    if place.is_file() {
        found.extend(place.extension().is_some_and(|end| end == ending).then(|| place.to_owned()));
    } else {
        for entry in fs::read_dir(place).unwrap_or_else(|error| panic!("{}: {error}", place.display())) {
            collect(&entry.expect("an entry").path(), ending, found);
        }
    }
}
