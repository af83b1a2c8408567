//! Debian's packages, for a machine that has only cargo.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process;

/// Sees to it that the packages are installed, with apt where this is Debian and the user is root.
///
/// # Errors
/// When some are missing and may not or can not be installed here; the message says how to get them.
pub fn ensure(packages: &[&str]) -> Result<()> {
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !can_install() {
        bail!("{list} missing; on Debian, as root: apt-get install --no-install-recommends {list}");
    }
    println!("installing from Debian: {list}");
    if install(&missing).is_err() {
        // A new machine has no package list yet, and an old list names files that are gone.
        process::run(process::command("apt-get").args(["-qq", "update"]))?;
        install(&missing).with_context(|| format!("Debian's packages {list} can not be installed here"))?;
    }
    Ok(())
}

/// Where packages are got from, in words.
pub fn source(packages: &[&str]) -> String {
    format!("Debian packages {}", packages.join(" "))
}

/// Whether all of them are installed.
pub fn are_here(packages: &[&str]) -> bool {
    packages.iter().all(|package| is_installed(package))
}

/// Whether apt may be used at all: the system is Debian's and the user is root.
pub fn can_install() -> bool {
    Path::new("/etc/debian_version").exists()
        && process::find("apt-get").is_some()
        && process::read(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn is_installed(package: &str) -> bool {
    process::read(process::command("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]))
        .is_ok_and(|status| status == "installed")
}

fn install(packages: &[&str]) -> Result<()> {
    // apt's own account of it is long and rarely wanted: shown only when it fails.
    process::read(
        process::command("apt-get")
            .args(["-q", "-y", "install", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )?;
    Ok(())
}
