//! The wasm file made smaller and faster by `wasm-opt`.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

use anyhow::{Context, Result};

use wasmparser::WasmFeatures;

use super::{Variant, features};
use crate::{npm, process, workspace};

/// `-O3` for speed, `-Os` between, `-Oz` for size.
const LEVEL: &str = "-Oz";

/// What the compiler may have used of WebAssembly, in every variant.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// What goes before all else: the variant's own instructions are allowed, or instructions that are later than the
/// standard's first edition are put in terms of it.
fn beforehand(variant: Variant) -> &'static [&'static str] {
    match variant {
        Variant::Simd => &["--enable-simd"],
        Variant::Plain => {
            &["--signext-lowering", "--llvm-memory-copy-fill-lowering", "--llvm-nontrapping-fptoint-lowering"]
        }
    }
}

/// What a file takes that is cut into parts afterwards: its names, and its gates as functions.
const BEFORE_CUTTING: [&str; 2] = ["-g", "--no-inline=*12voced_whatif4lazy*"];

/// A file and what of WebAssembly it uses at most.
pub struct Optimised {
    pub wasm: Vec<u8>,
    pub uses: WasmFeatures,
}

/// Runs `wasm-opt`; without it (no npm here) the file stays as it is, and a line says so.
///
/// # Errors
/// When `wasm-opt` is there but fails, or what it makes uses more than browsers of the variant know.
pub fn optimise(wasm: Vec<u8>, variant: Variant, is_cut: bool) -> Result<Optimised> {
    let Some(wasm) = optimised(&wasm, variant, is_cut)? else {
        return Ok(Optimised { wasm, uses: WasmFeatures::default() });
    };
    let uses = features::allowed(variant);
    features::check(&wasm, uses)?;
    Ok(Optimised { wasm, uses })
}

/// What `wasm-opt` makes of the file; `None` without it.
fn optimised(wasm: &[u8], variant: Variant, is_cut: bool) -> Result<Option<Vec<u8>>> {
    let tool = match npm::package(npm::BINARYEN) {
        Ok(folder) => folder.join("bin/wasm-opt"),
        Err(error) => {
            println!(
                "note: the wasm file is not optimised, so it is larger than it should be, and browsers before 2021 do \
                 not take it: {error:#}"
            );
            return Ok(None);
        }
    };
    let folder = workspace::target_dir().join("bundle");
    fs::create_dir_all(&folder).with_context(|| format!("can not make {}", folder.display()))?;

    // It takes seconds, and most builds change nothing: the last answer is kept under what it answers.
    let mut hasher = DefaultHasher::new();
    let beforehand = beforehand(variant);
    let before_cutting: &[&str] = if is_cut { &BEFORE_CUTTING } else { &[] };
    (&wasm, LEVEL, FEATURES, beforehand, before_cutting, npm::BINARYEN.version).hash(&mut hasher);
    let after = folder.join(format!("{:016x}.wasm", hasher.finish()));
    if let Ok(kept) = fs::read(&after) {
        return Ok(Some(kept));
    }

    let before = folder.join("before.wasm");
    let partial = folder.join("after.wasm");
    fs::write(&before, wasm).with_context(|| format!("can not write {}", before.display()))?;
    let mut command = process::command("node");
    command.arg(tool).arg(&before).arg("-o").arg(&partial).args(before_cutting).args(FEATURES).args(beforehand);
    command.arg(LEVEL);
    process::run(&mut command).context("wasm-opt does not take the wasm file")?;
    fs::rename(&partial, &after).with_context(|| format!("can not write {}", after.display()))?;
    let read = fs::read(&after).with_context(|| format!("can not read {}", after.display()))?;
    Ok(Some(read))
}
