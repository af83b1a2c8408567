//! A Rust toolchain that can compile for the browser.
//!
//! The user's own toolchain when it has the target or rustup can add it; else one put together from
//! Debian's packages (see [`debian`]).

mod debian;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};

use crate::process;
use crate::workspace::{self, WASM};

/// rustup needs a few seconds where it may reach its server, and can hang where it may not.
const RUSTUP_LIMIT: Duration = Duration::from_secs(90);

/// For so long a failure of rustup is believed without asking again.
const RUSTUP_FAILURE_KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// `debian` here passes over rustup, to try the other way on a machine where rustup works.
const CHOICE: &str = "VOCED_WASM_TOOLCHAIN";

/// A toolchain with the standard library for the browser.
#[derive(Debug)]
pub enum Toolchain {
    /// The one that runs this program.
    Own,
    /// A folder of links to Debian's, with its own standard library for the browser.
    Folder(PathBuf),
}

impl Toolchain {
    /// Cargo of this toolchain.
    pub fn cargo(&self) -> Command {
        match self {
            Self::Own => process::cargo(),
            Self::Folder(folder) => debian::cargo(folder),
        }
    }

    /// Its lints: to be followed by what else `cargo clippy` takes.
    pub fn clippy(&self) -> Command {
        match self {
            Self::Own => {
                let mut cargo = process::cargo();
                cargo.arg("clippy");
                cargo
            }
            Self::Folder(folder) => debian::clippy(folder),
        }
    }

    /// One word for messages.
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Own => "own toolchain",
            Self::Folder(_) => "Debian's toolchain",
        }
    }
}

/// Where the target is got from, in words.
pub const SOURCE: &str = "by rustup, else put together from Debian's packages";

/// Whether there is one already.
pub fn is_here() -> bool {
    (!only_debian() && own_has_target()) || workspace::cache_dir().is_ok_and(|cache| debian::ready(&cache).is_some())
}

fn only_debian() -> bool {
    std::env::var_os(CHOICE).is_some_and(|choice| choice == "debian")
}

/// Finds a toolchain for the browser, or sets one up; quick when there is one.
///
/// # Errors
/// When no way of getting one works here; the message names the ways.
pub fn ensure() -> Result<Toolchain> {
    let only_debian = only_debian();
    if !only_debian && own_has_target() {
        return Ok(Toolchain::Own);
    }
    let cache = workspace::cache_dir()?;
    if let Some(folder) = debian::ready(&cache) {
        return Ok(Toolchain::Folder(folder));
    }
    let _lock = workspace::lock_cache()?;
    if let Some(folder) = debian::ready(&cache) {
        return Ok(Toolchain::Folder(folder));
    }
    if !only_debian && rustup_adds_target(&cache.join("rustup-failed"))? {
        return Ok(Toolchain::Own);
    }
    if !debian::is_possible() {
        bail!(
            "the Rust target {WASM} is missing: get it with `rustup target add {WASM}`, \
             or run this once as root on Debian, where it can be built"
        );
    }
    println!("putting together a toolchain from Debian's packages (once, about two minutes)");
    let folder = debian::build(&cache).context("can not put together a toolchain from Debian's packages")?;
    Ok(Toolchain::Folder(folder))
}

fn own_has_target() -> bool {
    process::read(process::command("rustc").args(["--print", "target-libdir", "--target", WASM]))
        .is_ok_and(|folder| holds_std(Path::new(folder.trim())))
}

/// Whether the folder holds a compiled standard library.
fn holds_std(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut files| {
        files.any(|file| {
            file.is_ok_and(|file| {
                let name = file.file_name();
                name.to_string_lossy().starts_with("libstd-") && name.to_string_lossy().ends_with(".rlib")
            })
        })
    })
}

/// Lets rustup add the target, unless it lately failed to; `failed` is the file that remembers.
fn rustup_adds_target(failed: &Path) -> Result<bool> {
    let lately = fs::metadata(failed)
        .and_then(|file| file.modified())
        .is_ok_and(|when| SystemTime::now().duration_since(when).is_ok_and(|age| age < RUSTUP_FAILURE_KEPT));
    if lately || process::find("rustup").is_none() {
        return Ok(false);
    }
    println!("adding the Rust target {WASM}");
    let added = process::succeeds_within(process::command("rustup").args(["target", "add", WASM]), RUSTUP_LIMIT)?;
    if added && own_has_target() {
        return Ok(true);
    }
    println!("rustup could not add {WASM}; it is not asked again for a day");
    fs::write(failed, "").with_context(|| format!("can not write {}", failed.display()))?;
    Ok(false)
}
