//! From the sources to cargo's wasm file.

use std::path::PathBuf;
use std::process::Command;

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
    pub fn target_dir(self) -> PathBuf {
        match self {
            Self::Simd => workspace::target_dir(),
            Self::Plain => workspace::target_dir().join(self.name()),
        }
    }

    /// Tells cargo to compile this variant, with further flags for the compiler. Those of
    /// `.cargo/config.toml`, which turn vectors on, come first; of two flags the later one holds.
    pub fn tell(self, cargo: &mut Command, mut flags: Vec<String>) {
        if self == Self::Plain {
            flags.push("-Ctarget-feature=-simd128".to_owned());
            // What old browsers get is larger by the instructions they lack, and must fit the same first load.
            for package in ["voced-model", "voced-analysis"] {
                cargo.args(["--config", &format!("profile.web.package.{package}.opt-level='s'")]);
            }
        }
        cargo.args(["--target", WASM, "--target-dir"]).arg(self.target_dir());
        if !flags.is_empty() {
            let quoted: Vec<String> = flags.iter().map(|flag| format!("'{flag}'")).collect();
            cargo.arg("--config").arg(format!("target.{WASM}.rustflags=[{}]", quoted.join(",")));
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
    let mut cargo = toolchain.cargo();
    cargo.current_dir(workspace::root());
    cargo.args(["build", "--package", package, "--bin", package, "--profile", profile]);
    variant.tell(&mut cargo, if effort == Effort::Release { for_release() } else { Vec::new() });
    process::run(&mut cargo)
        .with_context(|| format!("{package} does not compile ({}, {})", toolchain.describe(), variant.name()))?;
    Ok(variant.target_dir().join(WASM).join(folder).join(package).with_extension("wasm"))
}

/// What a release is compiled with beside.
fn for_release() -> Vec<String> {
    let mut flags = without_machine_paths();
    // What the module is cut into parts by: names that hold whole paths, and who refers to whom.
    flags.extend(["-Csymbol-mangling-version=v0", "-Clink-arg=--emit-relocs"].map(str::to_owned));
    // Values of JavaScript stay on JavaScript's side: see the features that are not wanted.
    flags.push("-Ctarget-feature=-reference-types,-multivalue".to_owned());
    flags
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
