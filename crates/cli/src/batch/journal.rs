//! How far a batch has come, so that it can go on after it was broken off.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// What is known of a batch that was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// What tells this batch from others: its areas, scenarios and options.
    pub fingerprint: String,
    /// How many areas are done, faulty ones included.
    pub areas: u64,
    /// How many of them are faulty.
    pub faulty: u64,
    /// How many bytes of rows are written for them.
    pub bytes: u64,
}

/// The files beside the one that is written.
pub struct Beside {
    /// The rows so far.
    pub partial: PathBuf,
    /// The journal.
    pub progress: PathBuf,
}

impl Beside {
    /// The files beside an output.
    pub fn of(out: &Path) -> Beside {
        let named = |ending: &str| {
            let mut name = out.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        Beside { partial: named(".partial"), progress: named(".progress") }
    }

    /// The journal, where there is one.
    pub fn read(&self) -> Option<Journal> {
        serde_json::from_slice(&fs::read(&self.progress).ok()?).ok()
    }

    /// Writes the journal: whole or not at all.
    ///
    /// # Errors
    /// Where the disk takes no more.
    pub fn write(&self, journal: &Journal) -> io::Result<()> {
        let mut next = self.progress.as_os_str().to_owned();
        next.push(".next");
        fs::write(&next, serde_json::to_vec(journal).map_err(io::Error::other)?)?;
        fs::rename(&next, &self.progress)
    }
}
