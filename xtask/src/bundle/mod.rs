//! `build`: from the sources to the folder `dist`, the page as it is put on a server.

mod binding;
mod optimising;
mod page;
mod sizes;

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use binding::Bound;

use crate::process;
use crate::toolchain::{self, Toolchain};
use crate::workspace::{self, WASM};

/// The page's package, its binary and the stem of its files.
pub const PAGE: &str = "voced-whatif";

/// The package of the model without the page.
const MODEL: &str = "browser-bench";

/// How much work goes into the wasm file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Small and fast, as users get it.
    Release,
    /// Soon built, large and slow: for the look of a change.
    Draft,
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

/// The files of the page by their path in `dist`.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Builds the page into `dist` and prints the sizes of its files.
///
/// # Errors
/// When a tool is missing or the sources do not build.
pub fn build(effort: Effort) -> Result<()> {
    let module = module(PAGE, effort)?;
    let mut files = Files::new();
    for (path, text) in module.snippets {
        files.insert(path, text.into_bytes());
    }
    let wasm = add_hashed(&mut files, Path::new(PAGE), "wasm", module.wasm);
    let script = add_hashed(&mut files, Path::new(PAGE), "js", module.script.into_bytes());
    page::add(&mut files, &script, &wasm)?;

    write_all(&workspace::dist_dir(), &files)?;
    sizes::print(&files, effort)
}

/// Builds the model without the page, in the same way, into a folder of its own for timings, and
/// returns the folder.
///
/// # Errors
/// When a tool is missing or the sources do not build.
pub fn build_model() -> Result<PathBuf> {
    let module = module(MODEL, Effort::Release)?;
    let shell = workspace::root().join("benches/browser/index.html");
    let shell = fs::read(&shell).with_context(|| format!("can not read {}", shell.display()))?;
    let folder = workspace::target_dir().join(MODEL);
    let files = [("index.html", shell), ("model.js", module.script.into_bytes()), ("model.wasm", module.wasm)];
    write_all(&folder, &files.map(|(path, contents)| (PathBuf::from(path), contents)).into())?;
    Ok(folder)
}

/// The wasm file and its script, from the package and its binary of the same name.
fn module(package: &str, effort: Effort) -> Result<Bound> {
    let toolchain = toolchain::ensure()?;
    let compiled = compile(&toolchain, package, effort)?;
    let mut bound = binding::bind(&compiled)?;
    if effort == Effort::Release {
        bound.wasm = optimising::optimise(bound.wasm)?;
    }
    Ok(bound)
}

fn compile(toolchain: &Toolchain, package: &str, effort: Effort) -> Result<PathBuf> {
    let (profile, folder) = effort.profile();
    let mut cargo = toolchain.cargo();
    cargo.current_dir(workspace::root()).args(["build", "--package", package, "--bin", package]);
    cargo.args(["--target", WASM, "--profile", profile]);
    if effort == Effort::Release {
        cargo.arg("--config").arg(without_machine_paths());
    }
    process::run(&mut cargo).with_context(|| format!("{package} does not compile ({})", toolchain.describe()))?;
    Ok(workspace::target_dir().join(WASM).join(folder).join(package).with_extension("wasm"))
}

/// Cuts the folders of this machine from the messages inside the wasm file: they are no one's
/// business, and without them the same sources give the same file in every clone.
fn without_machine_paths() -> String {
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let flags: Vec<String> = [cargo_home, Some(workspace::root().to_path_buf())]
        .into_iter()
        .flatten()
        .map(|folder| format!("'--remap-path-prefix={}='", folder.display()))
        .collect();
    format!("target.{WASM}.rustflags=[{}]", flags.join(","))
}

/// Adds a file under a name that changes with its contents, so that a browser may keep it for ever.
fn add_hashed(files: &mut Files, stem: &Path, extension: &str, contents: Vec<u8>) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    contents.hash(&mut hasher);
    let name = format!("{}.{:016x}.{extension}", stem.display(), hasher.finish());
    let path = PathBuf::from(name);
    files.insert(path.clone(), contents);
    path
}

fn write_all(folder: &Path, files: &Files) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("can not empty {}", folder.display()))?;
    }
    for (path, contents) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("can not make {}", parent.display()))?;
        }
        fs::write(&path, contents).with_context(|| format!("can not write {}", path.display()))?;
    }
    Ok(())
}
