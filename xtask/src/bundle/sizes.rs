//! How large the page is, as it lies on disk and as it travels.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::page::{Pair, Style};
use super::{Effort, Files, Variant, offline, single};

/// What the first load may weigh in brotli, for the page to open at once on a slow line.
const LIMIT: usize = 400 * 1024;

/// The folder of what is there for other pages.
const EMBEDDING: &str = "embed";

/// Prints each file's size raw and in brotli, and what a browser loads of them at first.
///
/// # Errors
/// When that is too much, or a file can not be compressed.
pub fn print(files: &Files, effort: Effort, pairs: &[Pair], styles: &[Style]) -> Result<()> {
    if effort == Effort::Draft {
        println!("dist: a draft, {} in all, not optimised", shown(files.values().map(Vec::len).sum()));
        return Ok(());
    }
    let mut sizes = Vec::new();
    println!("{:>10} {:>10}  dist", "raw", "brotli");
    for (path, contents) in files {
        if path == Path::new(single::NAME) {
            println!("{:>10} {:>10}  {} (all in one, to be passed on)", shown(contents.len()), "", path.display());
            continue;
        }
        let (raw, packed) = (contents.len(), packed_len(contents)?);
        let waits = waits(path, styles);
        let said = if waits { " (when asked for)".to_owned() } else { said_of(path, pairs) };
        println!("{:>10} {:>10}  {}{said}", shown(raw), shown(packed), path.display());
        if !waits {
            sizes.push((path, raw, packed));
        }
    }
    for pair in pairs {
        let loaded = || sizes.iter().filter(|(path, ..)| loads(pair, pairs, path));
        let (raw, packed) = (loaded().map(|size| size.1).sum(), loaded().map(|size| size.2).sum());
        println!("{:>10} {:>10}  the first load, {}", shown(raw), shown(packed), described(pair.variant));
        if packed > LIMIT {
            bail!("the first load is {} in brotli; the limit is {}", shown(packed), shown(LIMIT));
        }
    }
    Ok(())
}

/// Whether the file of all variants is not loaded at first: a style sheet of a part, what is there for pages
/// that embed this one, or for those who install it.
fn waits(path: &Path, styles: &[Style]) -> bool {
    let of_installing = path == Path::new(offline::NAME) || path.extension().is_some_and(|end| end == "png");
    of_installing
        || path.starts_with(EMBEDDING)
        || styles.iter().any(|style| style.part.is_some() && style.path == path)
}

/// Whether a browser that takes the variant loads the file at first: it does unless the file belongs to
/// another variant alone, or waits until it is asked for.
fn loads(variant: &Pair, pairs: &[Pair], path: &Path) -> bool {
    let begins_with = |pair: &Pair| pair.script == path || pair.wasm == path;
    begins_with(variant) || !pairs.iter().any(|pair| begins_with(pair) || is_later(pair, path))
}

fn is_later(pair: &Pair, path: &Path) -> bool {
    pair.later.iter().any(|(_, wasm)| wasm == path)
}

/// Says whose file it is where it is not everybody's, and when it is loaded where that is not at first.
fn said_of(path: &Path, pairs: &[Pair]) -> String {
    let users = |uses: &dyn Fn(&Pair) -> bool| pairs.iter().filter(|pair| uses(pair)).collect::<Vec<_>>();
    let later = users(&|pair| is_later(pair, path));
    let users = if later.is_empty() { users(&|pair| loads(pair, pairs, path)) } else { later.clone() };
    let mut said = Vec::new();
    if let [only] = users[..]
        && pairs.len() > 1
    {
        said.push(described(only.variant));
    }
    if !later.is_empty() {
        said.push("when asked for");
    }
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
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
    fn what_comes_with_a_part_or_is_for_other_pages_waits() {
        let style = |path: &str, part| Style { path: path.into(), part };
        let styles = [style("styles/a.css", None), style("styles/b.css", Some("later"))];
        let waits = |path: &str| waits(path.as_ref(), &styles);
        assert!(waits("styles/b.css") && waits("embed/index.html"));
        assert!(waits("offline.js") && waits("icons/icon-192.png"));
        assert!(!waits("styles/a.css") && !waits("index.html") && !waits("icons/icon.svg"));
    }

    #[test]
    fn a_browser_loads_all_but_the_files_of_the_other_variant() {
        let pairs = Variant::ALL.map(|variant| Pair {
            variant,
            script: "shared.js".into(),
            wasm: format!("{}.wasm", variant.name()).into(),
            later: vec![("later", format!("later-{}.wasm", variant.name()).into())],
        });
        let loaded = |path: &str| pairs.each_ref().map(|pair| loads(pair, &pairs, path.as_ref()));
        assert_eq!(loaded("simd.wasm"), [true, false]);
        assert_eq!(loaded("plain.wasm"), [false, true]);
        assert_eq!(loaded("shared.js"), [true, true]);
        assert_eq!(loaded("index.html"), [true, true]);
        assert_eq!(loaded("later-simd.wasm"), [false, false]);
        assert_eq!(said_of("later-simd.wasm".as_ref(), &pairs), " (with SIMD, when asked for)");
        assert_eq!(said_of("shared.js".as_ref(), &pairs), "");
    }
}
