//! The wasm file made smaller and faster by `wasm-opt`.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

use anyhow::{Context, Result};

use super::Variant;
use crate::workspace;
use crate::{npm, process};

/// `-O3` for speed, `-Os` between, `-Oz` for size.
const LEVEL: &str = "-Oz";

/// What rustc may use of WebAssembly in every variant, no more: browsers since 2021 have all of it.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What it may use beside in a variant. Where this is not given, `wasm-opt` refuses a file that holds
/// a vector instruction all the same.
fn further_features(variant: Variant) -> &'static [&'static str] {
    match variant {
        Variant::Simd => &["--enable-simd"],
        Variant::Plain => &[],
    }
}

/// What a file takes that is cut into parts afterwards: its names, and its gates as functions.
const BEFORE_CUTTING: [&str; 2] = ["-g", "--no-inline=*5gates*"];

/// Runs `wasm-opt`; without it (no npm here) the file stays as it is, and a line says so.
///
/// # Errors
/// When `wasm-opt` is there but fails.
pub fn optimise(wasm: Vec<u8>, variant: Variant, is_cut: bool) -> Result<Vec<u8>> {
    let tool = match npm::package(npm::BINARYEN) {
        Ok(folder) => folder.join("bin/wasm-opt"),
        Err(error) => {
            println!("note: the wasm file is not optimised, so it is larger than it should be: {error:#}");
            return Ok(wasm);
        }
    };
    let folder = workspace::target_dir().join("bundle");
    fs::create_dir_all(&folder).with_context(|| format!("can not make {}", folder.display()))?;

    // It takes seconds, and most builds change nothing: the last answer is kept under what it answers.
    let mut hasher = DefaultHasher::new();
    let further = further_features(variant);
    let before_cutting: &[&str] = if is_cut { &BEFORE_CUTTING } else { &[] };
    (&wasm, LEVEL, FEATURES, further, before_cutting, npm::BINARYEN.version).hash(&mut hasher);
    let after = folder.join(format!("{:016x}.wasm", hasher.finish()));
    if let Ok(kept) = fs::read(&after) {
        return Ok(kept);
    }

    let before = folder.join("before.wasm");
    let partial = folder.join("after.wasm");
    fs::write(&before, &wasm).with_context(|| format!("can not write {}", before.display()))?;
    let mut command = process::command("node");
    command.arg(tool).arg(&before).arg("-o").arg(&partial).args(before_cutting).arg(LEVEL).args(FEATURES).args(further);
    process::run(&mut command).context("wasm-opt does not take the wasm file")?;
    fs::rename(&partial, &after).with_context(|| format!("can not write {}", after.display()))?;
    fs::read(&after).with_context(|| format!("can not read {}", after.display()))
}
