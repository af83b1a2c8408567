//! The model in NumPy, timed beside ours.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{process, workspace};

/// The areas whose plans are checked and timed, and so many draws of each.
const REGIONS: [&str; 2] = ["laiwu", "dezhou"];
const DRAWS: &str = "1000";

/// Checks the NumPy model against ours and times it; returns the file with the draws a second, by
/// area, or nothing where NumPy can not be had, which a line says.
///
/// # Errors
/// When the two models differ.
pub fn time() -> Result<Option<PathBuf>> {
    let python = match python() {
        Ok(python) => python,
        Err(error) => {
            println!("note: the table is without NumPy: {error:#}");
            return Ok(None);
        }
    };
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
    let bench = workspace::root().join("benches/numpy/bench.py");
    // Without compiled leftovers in the sources.
    let speeds = process::read(process::command(python).arg("-B").arg(bench).args(&files))?;
    let file = folder.join("speeds.json");
    fs::write(&file, speeds).with_context(|| format!("can not write {}", file.display()))?;
    Ok(Some(file))
}

/// The interpreter of an environment with NumPy in the cache, made where there is none yet.
fn python() -> Result<PathBuf> {
    let cache = workspace::cache_dir()?;
    let folder = cache.join("numpy");
    if folder.exists() {
        return Ok(interpreter(&folder));
    }
    let _lock = workspace::lock_cache()?;
    if folder.exists() {
        return Ok(interpreter(&folder));
    }
    println!("making a Python environment with NumPy (once)");
    // Under another name first: a folder of the right name is always whole.
    let partial = cache.join("numpy.partial");
    if partial.exists() {
        fs::remove_dir_all(&partial).with_context(|| format!("can not remove {}", partial.display()))?;
    }
    let mut venv = process::command("python3");
    process::read(venv.args(["-m", "venv"]).arg(&partial)).context("python3 makes no environment")?;
    let mut pip = process::command(interpreter(&partial));
    process::read(pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "numpy"]))
        .context("NumPy can not be installed")?;
    fs::rename(&partial, &folder).with_context(|| format!("can not make {}", folder.display()))?;
    Ok(interpreter(&folder))
}

fn interpreter(environment: &Path) -> PathBuf {
    environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
}
