//! `build`: from the sources to the folder `dist`, the page as it is put on a server.

mod binding;
mod compiling;
mod optimising;
mod page;
mod sizes;

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use binding::Bound;
pub use compiling::Variant;
use page::Pair;

use crate::toolchain;
use crate::workspace;

/// The page's package, its binary and the stem of its files.
pub const PAGE: &str = "voced-whatif";

/// The package of the model without the page.
pub const MODEL: &str = "browser-bench";

/// How much work goes into the wasm file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Small and fast, as users get it.
    Release,
    /// Soon built, large and slow: for the look of a change.
    Draft,
}

impl Effort {
    /// A draft is for the one who makes it: no other browser need be thought of.
    pub fn variants(self) -> &'static [Variant] {
        match self {
            Self::Release => &Variant::ALL,
            Self::Draft => &Variant::ALL[..1],
        }
    }
}

/// The files of the page by their path in `dist`.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Builds the page into `dist`, in these variants, and prints the sizes of its files.
///
/// # Errors
/// When a tool is missing or the sources do not build.
pub fn build(effort: Effort, variants: &[Variant]) -> Result<()> {
    let mut files = Files::new();
    let mut pairs = Vec::new();
    for variant in variants {
        let module = module(PAGE, effort, *variant)?;
        for (path, text) in module.snippets {
            files.insert(path, text.into_bytes());
        }
        let wasm = add_hashed(&mut files, Path::new(PAGE), "wasm", module.wasm);
        let script = add_hashed(&mut files, Path::new(PAGE), "js", module.script.into_bytes());
        pairs.push(Pair { variant: *variant, script, wasm });
    }
    page::add(&mut files, &pairs)?;

    write_all(&workspace::dist_dir(), &files)?;
    sizes::print(&files, effort, &pairs)
}

/// Builds the model without the page, in the same way, into a folder of its own for timings, and
/// returns the folder.
///
/// # Errors
/// When a tool is missing or the sources do not build.
pub fn build_model() -> Result<PathBuf> {
    let shell = workspace::root().join("benches/browser/index.html");
    let shell = fs::read(&shell).with_context(|| format!("can not read {}", shell.display()))?;
    let mut files = Files::from([(PathBuf::from("index.html"), shell)]);
    for variant in Variant::ALL {
        let module = module(MODEL, Effort::Release, variant)?;
        let folder = Path::new(variant.name());
        files.insert(folder.join("model.js"), module.script.into_bytes());
        files.insert(folder.join("model.wasm"), module.wasm);
    }
    let folder = workspace::target_dir().join(MODEL);
    write_all(&folder, &files)?;
    Ok(folder)
}

/// The wasm file and its script, from the package and its binary of the same name.
fn module(package: &str, effort: Effort, variant: Variant) -> Result<Bound> {
    let toolchain = toolchain::ensure()?;
    let compiled = compiling::compile(&toolchain, package, effort, variant)?;
    let mut bound = binding::bind(&compiled)?;
    if effort == Effort::Release {
        bound.wasm = optimising::optimise(bound.wasm, variant)?;
    }
    Ok(bound)
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

/// Makes the folder hold these files and no others. What is old goes last, for the page may be served
/// and open meanwhile.
fn write_all(folder: &Path, files: &Files) -> Result<()> {
    for (path, contents) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("can not make {}", parent.display()))?;
        }
        fs::write(&path, contents).with_context(|| format!("can not write {}", path.display()))?;
    }
    for path in page::files_below(folder)? {
        if path.strip_prefix(folder).is_ok_and(|within| !files.contains_key(within)) {
            fs::remove_file(&path).with_context(|| format!("can not remove {}", path.display()))?;
        }
    }
    Ok(())
}
