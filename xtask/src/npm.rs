//! Tools that come as npm packages, installed into the cache.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{debian, process, workspace};

/// A package and the one version that is used.
#[derive(Clone, Copy, Debug)]
pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
}

/// Holds `wasm-opt`.
pub const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0" };

/// Finds barriers for people with disabilities in a page.
pub const AXE: Package = Package { name: "axe-core", version: "4.14.1" };

/// Reads scripts, to find what is later than the oldest browsers.
pub const ACORN: Package = Package { name: "acorn", version: "8.19.0" };

/// Where it is got from, in words.
pub fn source(package: Package) -> String {
    format!("npm package {} {}", package.name, package.version)
}

/// Whether it is installed and can be run.
pub fn is_here(package: Package) -> bool {
    process::find("node").is_some() && workspace::cache_dir().is_ok_and(|cache| files_in(&cache, package).1.exists())
}

/// Its own folder in the cache, and that of its files.
fn files_in(cache: &Path, package: Package) -> (PathBuf, PathBuf) {
    let folder = cache.join("npm").join(format!("{}-{}", package.name, package.version));
    let files = folder.join("node_modules").join(package.name);
    (folder, files)
}

/// The folder of the package's files, installing it first where need be.
///
/// # Errors
/// When there is no npm and none can be had, or the package can not be installed.
pub fn package(package: Package) -> Result<PathBuf> {
    let Package { name, version } = package;
    let cache = workspace::cache_dir()?;
    let (folder, files) = files_in(&cache, package);
    if files.exists() && process::find("node").is_some() {
        return Ok(files);
    }
    let _lock = workspace::lock_cache()?;
    ensure_npm()?;
    if files.exists() {
        return Ok(files);
    }

    // Under another name first: a folder of the right name is always whole.
    let partial = cache.join("npm").join(format!("{name}.partial"));
    if partial.exists() {
        fs::remove_dir_all(&partial).with_context(|| format!("can not remove {}", partial.display()))?;
    }
    fs::create_dir_all(&partial).with_context(|| format!("can not make {}", partial.display()))?;
    println!("installing the npm package {name} {version}");
    process::read(
        process::command("npm")
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--no-save",
                "--legacy-peer-deps",
                "--ignore-scripts",
                "--loglevel=error",
            ])
            .arg("--prefix")
            .arg(&partial)
            .arg(format!("{name}@{version}"))
            .current_dir(&partial),
    )?;
    fs::rename(&partial, &folder).with_context(|| format!("can not make {}", folder.display()))?;
    Ok(files)
}

fn ensure_npm() -> Result<()> {
    if process::find("npm").is_some() && process::find("node").is_some() {
        return Ok(());
    }
    if !debian::can_install() {
        bail!("npm is missing; install Node.js, which brings it");
    }
    debian::ensure(&["nodejs", "npm"])
}
