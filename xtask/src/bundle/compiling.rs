//! From the sources to cargo's wasm file.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::Effort;
use crate::process;
use crate::toolchain::Toolchain;
use crate::workspace::{self, WASM};

/// What of WebAssembly a build uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// With its vector instructions: for nearly every browser.
    Simd,
    /// Without: for browsers that have all else the page needs but not these.
    Plain,
}

impl Variant {
    /// The first is the one for nearly everybody.
    pub const ALL: [Self; 2] = [Self::Simd, Self::Plain];

    /// What the start module and folders call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Simd => "simd",
            Self::Plain => "plain",
        }
    }

    /// Cargo's build folder. Flags are part of what cargo compares, so one folder for both would
    /// have each build undo the other.
    fn target_dir(self) -> PathBuf {
        match self {
            Self::Simd => workspace::target_dir(),
            Self::Plain => workspace::target_dir().join(self.name()),
        }
    }

    /// What the compiler is told beside the flags of `.cargo/config.toml`, which turn vectors on; of
    /// two flags the later one holds.
    fn flag(self) -> Option<&'static str> {
        match self {
            Self::Simd => None,
            Self::Plain => Some("-Ctarget-feature=-simd128"),
        }
    }
}

impl Effort {
    /// Cargo's name of the profile, and its folder's.
    fn profile(self) -> (&'static str, &'static str) {
        match self {
            Self::Release => ("web", "web"),
            Self::Draft => ("dev", "debug"),
        }
    }
}

/// Compiles the binary of a package and returns its wasm file.
///
/// # Errors
/// When it does not compile.
pub fn compile(toolchain: &Toolchain, package: &str, effort: Effort, variant: Variant) -> Result<PathBuf> {
    let (profile, folder) = effort.profile();
    let target_dir = variant.target_dir();
    let mut cargo = toolchain.cargo();
    cargo.current_dir(workspace::root()).args(["build", "--package", package, "--bin", package]);
    cargo.args(["--target", WASM, "--profile", profile]).arg("--target-dir").arg(&target_dir);
    let paths = if effort == Effort::Release { without_machine_paths() } else { Vec::new() };
    let flags: Vec<String> = paths.into_iter().chain(variant.flag().map(str::to_owned)).collect();
    if !flags.is_empty() {
        let quoted: Vec<String> = flags.iter().map(|flag| format!("'{flag}'")).collect();
        cargo.arg("--config").arg(format!("target.{WASM}.rustflags=[{}]", quoted.join(",")));
    }
    process::run(&mut cargo)
        .with_context(|| format!("{package} does not compile ({}, {})", toolchain.describe(), variant.name()))?;
    Ok(target_dir.join(WASM).join(folder).join(package).with_extension("wasm"))
}

/// Cuts the folders of this machine from the messages inside the wasm file: they are no one's
/// business, and without them the same sources give the same file in every clone.
fn without_machine_paths() -> Vec<String> {
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    [cargo_home, Some(workspace::root().to_path_buf())]
        .into_iter()
        .flatten()
        .map(|folder| format!("--remap-path-prefix={}=", folder.display()))
        .collect()
}
