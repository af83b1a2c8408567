//! Browsers beside the newest Chromium that the journeys run in: two old ones, as domestic office browsers still
//! carry them, and Firefox.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::npm::{self, Package};
use crate::{debian, process, workspace};

/// Packages that carry a Chromium whose libraries are those of today's; the oldest is the oldest that the page is
/// meant for.
const OLD: [(&str, Package); 2] = [
    ("chromium-80", Package { name: "chrome-aws-lambda", version: "2.1.1" }),
    ("chromium-92", Package { name: "@sparticuz/chromium", version: "92.0.0" }),
];

/// Debian's package of Firefox, and its program.
const FIREFOX: &str = "firefox-esr";

/// What Node is to do with a packed program: the first path is where it is, the second where it goes.
const UNPACK: &str = "const fs = require('fs'); const [from, to] = process.argv.slice(1); \
    fs.writeFileSync(to, require('zlib').brotliDecompressSync(fs.readFileSync(from)), { mode: 0o755 })";

/// The programs, as the harness of the journeys reads them.
pub struct Others {
    old: OsString,
    firefox: PathBuf,
}

impl Others {
    /// Finds them, installing them first where need be.
    ///
    /// # Errors
    /// When one is missing and can not be had here; the message says how to get it.
    pub fn ensure() -> Result<Self> {
        let old = old()?;
        if old.is_empty() {
            println!("note: old Chromiums are there for Linux on x86-64 alone; the journeys do without");
        }
        Ok(Self { old: env::join_paths(old).context("the cache has an odd name")?, firefox: firefox()? })
    }

    /// The variables of the harness.
    pub fn variables(&self) -> [(&'static str, OsString); 2] {
        [("VOCED_OLD_CHROMIUMS", self.old.clone()), ("VOCED_FIREFOX", self.firefox.clone().into())]
    }
}

/// Whether the old ones run on this kind of machine at all.
const OLD_RUN_HERE: bool = cfg!(all(target_os = "linux", target_arch = "x86_64"));

/// The programs of the old Chromiums; none on a machine for which there are none.
///
/// # Errors
/// When they can not be had.
pub fn old() -> Result<Vec<PathBuf>> {
    if !OLD_RUN_HERE {
        return Ok(Vec::new());
    }
    OLD.iter().map(|(name, package)| unpacked(name, *package)).collect()
}

/// Whether they are unpacked, where there are any.
pub fn old_are_here() -> bool {
    !OLD_RUN_HERE
        || workspace::cache_dir()
            .is_ok_and(|cache| OLD.iter().all(|(name, _)| cache.join("browsers").join(name).exists()))
}

/// Where they are got from, in words.
pub fn old_source() -> String {
    OLD.map(|(_, package)| npm::source(package)).join(", ")
}

/// Whether there is a Firefox.
pub fn firefox_is_here() -> bool {
    env::var_os("FIREFOX").is_some() || [FIREFOX, "firefox"].into_iter().any(|name| process::find(name).is_some())
}

/// Where it is got from, in words.
pub fn firefox_source() -> String {
    format!("Debian package {FIREFOX}")
}

/// The program of an old Chromium.
fn unpacked(name: &str, package: Package) -> Result<PathBuf> {
    let folder = workspace::cache_dir()?.join("browsers");
    let program = folder.join(name);
    if program.exists() {
        return Ok(program);
    }
    let packed = npm::package(package)?.join("bin/chromium.br");
    fs::create_dir_all(&folder).with_context(|| format!("can not make {}", folder.display()))?;
    // Under another name first: a program of the right name is always whole.
    let partial = folder.join(format!("{name}.partial"));
    println!("unpacking {name}");
    process::read(process::command("node").args(["-e", UNPACK]).arg(packed).arg(&partial))?;
    fs::rename(&partial, &program).with_context(|| format!("can not make {}", program.display()))?;
    Ok(program)
}

/// Firefox's file: `FIREFOX` where it is set, else as the shell finds it.
///
/// # Errors
/// When there is none and none can be had.
pub fn firefox() -> Result<PathBuf> {
    if let Some(program) = env::var_os("FIREFOX") {
        return Ok(PathBuf::from(program));
    }
    let known = || [FIREFOX, "firefox"].into_iter().find_map(process::find);
    if let Some(program) = known() {
        return Ok(program);
    }
    debian::ensure(&[FIREFOX]).context("some journeys run in Firefox")?;
    known().context("Firefox is not where programs are looked for")
}
