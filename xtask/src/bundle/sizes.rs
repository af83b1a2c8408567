//! How large the page is, as it lies on disk and as it travels.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

use super::page::Pair;
use super::{Effort, Files, Variant};

/// What the first load may weigh in brotli, for the page to open at once on a slow line.
const LIMIT: usize = 400 * 1024;

/// Prints each file's size raw and in brotli, and what a browser loads of them; warns when that is too
/// much.
///
/// # Errors
/// When a file can not be compressed.
pub fn print(files: &Files, effort: Effort, pairs: &[Pair]) -> Result<()> {
    if effort == Effort::Draft {
        println!("dist: a draft, {} in all, not optimised", shown(files.values().map(Vec::len).sum()));
        return Ok(());
    }
    let mut sizes = Vec::new();
    println!("{:>10} {:>10}  dist", "raw", "brotli");
    for (path, contents) in files {
        let (raw, packed) = (contents.len(), packed_len(contents)?);
        println!("{:>10} {:>10}  {}{}", shown(raw), shown(packed), path.display(), of_which(path, pairs));
        sizes.push((path, raw, packed));
    }
    for pair in pairs {
        let loaded = || sizes.iter().filter(|(path, ..)| loads(pair, pairs, path));
        let (raw, packed) = (loaded().map(|size| size.1).sum(), loaded().map(|size| size.2).sum());
        println!("{:>10} {:>10}  the first load, {}", shown(raw), shown(packed), described(pair.variant));
        if packed > LIMIT {
            println!("WARNING: the first load is {} in brotli; the limit is {}", shown(packed), shown(LIMIT));
        }
    }
    Ok(())
}

/// Whether a browser that takes the variant loads the file: it does unless the file belongs to
/// another variant alone.
fn loads(variant: &Pair, pairs: &[Pair], path: &Path) -> bool {
    let belongs = |pair: &Pair| pair.script == path || pair.wasm == path;
    belongs(variant) || !pairs.iter().any(belongs)
}

/// Says whose file it is where it is not everybody's.
fn of_which(path: &Path, pairs: &[Pair]) -> String {
    let loading: Vec<&Pair> = pairs.iter().filter(|pair| loads(pair, pairs, path)).collect();
    match loading[..] {
        [only] if pairs.len() > 1 => format!(" ({})", described(only.variant)),
        _ => String::new(),
    }
}

fn described(variant: Variant) -> &'static str {
    match variant {
        Variant::Simd => "with SIMD",
        Variant::Plain => "without SIMD",
    }
}

fn packed_len(contents: &[u8]) -> Result<usize> {
    // Quality and window that servers use for files packed beforehand.
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(contents).and_then(|()| writer.flush()).context("can not compress a file")?;
    Ok(writer.into_inner().len())
}

fn shown(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1024, bytes % 1024 * 10 / 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_loads_all_but_the_files_of_the_other_variant() {
        let pairs = Variant::ALL.map(|variant| Pair {
            variant,
            script: "shared.js".into(),
            wasm: format!("{}.wasm", variant.name()).into(),
        });
        let loaded = |path: &str| pairs.each_ref().map(|pair| loads(pair, &pairs, path.as_ref()));
        assert_eq!(loaded("simd.wasm"), [true, false]);
        assert_eq!(loaded("plain.wasm"), [false, true]);
        assert_eq!(loaded("shared.js"), [true, true]);
        assert_eq!(loaded("index.html"), [true, true]);
    }
}
