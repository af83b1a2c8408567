//! The model in NumPy, timed beside ours.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{process, python, workspace};

/// The areas whose plans are checked and timed, and so many draws of each.
const REGIONS: [&str; 2] = ["laiwu", "dezhou"];
const DRAWS: &str = "1000";

/// Checks the NumPy model against ours and times it; returns the file with the draws a second, by
/// area, or nothing where NumPy can not be had, which a line says.
///
/// # Errors
/// When the two models differ.
pub fn time() -> Result<Option<PathBuf>> {
    let python = match python::ensure() {
        Ok(python) => python,
        Err(error) => {
            println!("note: the table is without NumPy: {error:#}");
            return Ok(None);
        }
    };
    let files = cases()?;
    let bench = workspace::root().join("benches/numpy/bench.py");
    // Without compiled leftovers in the sources.
    let speeds = process::read(process::command(python).arg("-B").arg(bench).args(&files))?;
    let file = workspace::target_dir().join("numpy/speeds.json");
    fs::write(&file, speeds).with_context(|| format!("can not write {}", file.display()))?;
    Ok(Some(file))
}

/// What the scripts in `benches/numpy` read: a file an area.
///
/// # Errors
/// When a file can not be made.
pub fn cases() -> Result<Vec<PathBuf>> {
    let folder = workspace::target_dir().join("numpy");
    fs::create_dir_all(&folder).with_context(|| format!("can not make {}", folder.display()))?;
    let mut files = Vec::new();
    for region in REGIONS {
        let mut cargo = process::cargo();
        cargo.current_dir(workspace::root());
        cargo.args(["run", "--quiet", "--release", "--package", "voced-analysis", "--example", "numpy_case", "--"]);
        let file = folder.join(region).with_extension("json");
        let case = process::read(cargo.args([region, DRAWS]))?;
        fs::write(&file, case).with_context(|| format!("can not write {}", file.display()))?;
        files.push(file);
    }
    Ok(files)
}
