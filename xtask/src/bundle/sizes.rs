//! How large the page is, as it lies on disk and as it travels.

use std::io::Write;

use anyhow::{Context, Result};

use super::{Effort, Files};

/// What the wasm file may weigh in brotli, for the page to open at once on a slow line.
const WASM_LIMIT: usize = 300 * 1024;

/// Prints each file's size raw and in brotli and the totals, and warns when the wasm file is too large.
///
/// # Errors
/// When a file can not be compressed.
pub fn print(files: &Files, effort: Effort) -> Result<()> {
    if effort == Effort::Draft {
        println!("dist: a draft, {} in all, not optimised", shown(files.values().map(Vec::len).sum()));
        return Ok(());
    }
    let mut totals = [0, 0];
    println!("{:>10} {:>10}  dist", "raw", "brotli");
    for (path, contents) in files {
        let packed = packed_len(contents)?;
        totals[0] += contents.len();
        totals[1] += packed;
        println!("{:>10} {:>10}  {}", shown(contents.len()), shown(packed), path.display());
        if path.extension().is_some_and(|extension| extension == "wasm") && packed > WASM_LIMIT {
            println!("WARNING: the wasm file is {} in brotli; the limit is {}", shown(packed), shown(WASM_LIMIT));
        }
    }
    println!("{:>10} {:>10}  in all", shown(totals[0]), shown(totals[1]));
    Ok(())
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
