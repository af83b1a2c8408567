//! `build`: from the sources to the folder `dist`, the page as it is put on a server.

mod binding;
mod compiling;
mod features;
mod offline;
mod optimising;
mod page;
mod scripts;
mod single;
mod sizes;
mod splitting;
mod styles;

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use binding::Bound;
pub use compiling::Variant;
use optimising::Optimised;
use page::Pair;
pub use single::NAME as SINGLE_FILE;
use splitting::Parts;

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
    let mut last = None;
    for variant in variants {
        let built = match effort {
            Effort::Release => in_parts(PAGE, *variant)?,
            Effort::Draft => whole(PAGE, effort, *variant)?,
        };
        pairs.push(add(&mut files, *variant, &built));
        last = Some((*variant, built));
    }
    let styles = page::add(&mut files, &pairs)?;
    // The last variant is for every browser.
    if let (Effort::Release, Some((variant, built))) = (effort, &last) {
        single::add(&mut files, *variant, built, &styles)?;
    }
    scripts::check(&files)?;

    write_all(&workspace::dist_dir(), &files)?;
    sizes::print(&files, effort, &pairs, &styles)
}

/// Adds the files of a variant.
fn add(files: &mut Files, variant: Variant, built: &Built) -> Pair {
    for (path, text) in &built.snippets {
        files.insert(path.clone(), text.clone().into_bytes());
    }
    let mut later = Vec::new();
    for (name, wasm) in &built.later {
        later.push((*name, add_hashed(files, &PathBuf::from(format!("{PAGE}-{name}")), "wasm", wasm.clone())));
    }
    let wasm = add_hashed(files, Path::new(PAGE), "wasm", built.wasm.clone());
    let script = add_hashed(files, Path::new(PAGE), "js", built.script.clone().into_bytes());
    Pair { variant, script, wasm, later }
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
        let module = whole(MODEL, Effort::Release, variant)?;
        let folder = Path::new(variant.name());
        files.insert(folder.join("model.js"), module.script.into_bytes());
        files.insert(folder.join("model.wasm"), module.wasm);
    }
    let folder = workspace::target_dir().join(MODEL);
    write_all(&folder, &files)?;
    Ok(folder)
}

/// A package compiled and bound.
struct Built {
    script: String,
    snippets: Vec<(PathBuf, String)>,
    /// The module, or the first part of it.
    wasm: Vec<u8>,
    /// The other parts, by their names.
    later: Vec<(&'static str, Vec<u8>)>,
}

/// The module in one piece, from the package and its binary of the same name.
fn whole(package: &str, effort: Effort, variant: Variant) -> Result<Built> {
    let compiled = compile(package, effort, variant)?;
    let compiled = splitting::without_references(&compiled)?;
    let Bound { mut wasm, script, snippets } = binding::bind(compiled, effort, false)?;
    if effort == Effort::Release {
        wasm = optimising::optimise(wasm, variant, false)?.wasm;
    }
    Ok(Built { script, snippets, wasm, later: Vec::new() })
}

/// The module in parts.
fn in_parts(package: &str, variant: Variant) -> Result<Built> {
    let (division, compiled) = splitting::divide(&compile(package, Effort::Release, variant)?)?;
    let Bound { wasm, script, snippets } = binding::bind(compiled, Effort::Release, true)?;
    let Optimised { wasm, uses } = optimising::optimise(wasm, variant, true)?;
    let Parts { first, listing, later } = splitting::split(&wasm, &division, uses)?;
    let listed = workspace::target_dir().join("bundle").join(format!("functions-{}.txt", variant.name()));
    fs::write(&listed, listing).with_context(|| format!("can not write {}", listed.display()))?;
    Ok(Built { script, snippets, wasm: first, later })
}

/// Cargo's wasm file of the package's binary of the same name.
fn compile(package: &str, effort: Effort, variant: Variant) -> Result<Vec<u8>> {
    let toolchain = toolchain::ensure()?;
    let compiled = compiling::compile(&toolchain, package, effort, variant)?;
    fs::read(&compiled).with_context(|| format!("can not read {}", compiled.display()))
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
