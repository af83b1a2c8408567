//! The page's shell: `index.html`, the start module, the style sheets and the files of `www`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{Files, Variant, add_hashed};
use crate::workspace;

/// In `index.html` this stands for what only the build knows: policy, style sheets, start module.
const PLACE: &str = "<!-- build:head -->";

/// Nothing from elsewhere, nothing inline: the page can not be made to send anything anywhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// Loads the rest; [`VARIANTS`] in it stands for the names of the files.
const START: &str = include_str!("start.js");
const VARIANTS: &str = "{variants}";

/// The page's worker, and what stands for its name in the start module.
const PLACE_OF_THREAD: &str = "{thread}";
const THREAD: &str = include_str!("thread.js");

/// Style sheets in these folders of `www` are linked from the page, in the order of their names;
/// those elsewhere (of the embed demo, say) are only copied.
const STYLES: [&str; 2] = ["", "styles"];

/// One variant's files by their paths in `dist`.
pub struct Pair {
    pub variant: Variant,
    pub script: PathBuf,
    pub wasm: PathBuf,
}

/// Adds the shell, for the variants there are.
///
/// # Errors
/// When `index.html` or a file of `www` can not be read, or the place for the head is missing.
pub fn add(files: &mut Files, pairs: &[Pair]) -> Result<()> {
    let styles = add_www(files)?;
    let thread = add_hashed(files, Path::new("thread"), "js", THREAD.as_bytes().to_vec());
    let start = START.replace(VARIANTS, &listed(pairs)).replace(PLACE_OF_THREAD, &address(&thread));
    let start = add_hashed(files, Path::new("start"), "js", start.into_bytes());

    let source = workspace::root().join("index.html");
    let shell = fs::read_to_string(&source).with_context(|| format!("can not read {}", source.display()))?;
    if !shell.contains(PLACE) {
        bail!("index.html has no line {PLACE}, where the build puts the policy and the start module");
    }
    let shell = shell.replace(PLACE, &head(&styles, pairs, &start));
    files.insert(PathBuf::from("index.html"), shell.into_bytes());
    Ok(())
}

/// The variants as the start module reads them.
fn listed(pairs: &[Pair]) -> String {
    let mut list = String::from("{\n");
    for Pair { variant, script, wasm } in pairs {
        let (name, script, wasm) = (variant.name(), address(script), address(wasm));
        list += &format!("  {name}: {{ script: \"{script}\", wasm: \"{wasm}\" }},\n");
    }
    list + "}"
}

fn head(styles: &[PathBuf], pairs: &[Pair], start: &Path) -> String {
    let mut lines = vec![format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")];
    for style in styles {
        lines.push(format!("<link rel=\"stylesheet\" href=\"{}\">", address(style)));
    }
    // Which wasm file it will be only the start module knows, which therefore comes first and is
    // small; a script that all variants share can be on its way already.
    if let [Pair { script, .. }, others @ ..] = pairs
        && others.iter().all(|other| other.script == *script)
    {
        lines.push(format!("<link rel=\"modulepreload\" href=\"{}\">", address(script)));
    }
    lines.push(format!("<script type=\"module\" src=\"{}\"></script>", address(start)));
    lines.join("\n")
}

/// Adds the files of `www` and returns the style sheets that the page links.
fn add_www(files: &mut Files) -> Result<Vec<PathBuf>> {
    let www = workspace::root().join("www");
    let mut styles = Vec::new();
    for path in files_below(&www)? {
        let contents = fs::read(&path).with_context(|| format!("can not read {}", path.display()))?;
        let path = path.strip_prefix(&www).unwrap_or(&path);
        let folder = path.parent().unwrap_or(Path::new(""));
        let linked = STYLES.iter().any(|styles| Path::new(styles) == folder);
        if linked && path.extension().is_some_and(|extension| extension == "css") {
            styles.push(add_hashed(files, &path.with_extension(""), "css", contents));
        } else {
            files.insert(path.to_path_buf(), contents);
        }
    }
    Ok(styles)
}

/// All files below the folder in the order of their paths, but none whose name begins with a dot.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder).with_context(|| format!("can not read {}", folder.display()))? {
        let entry = entry.with_context(|| format!("can not read {}", folder.display()))?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A path as the page writes it, relative so that the page may lie in any folder of a server.
fn address(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    format!("./{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(variant: Variant, script: &str) -> Pair {
        Pair { variant, script: script.into(), wasm: format!("{}.wasm", variant.name()).into() }
    }

    #[test]
    fn the_head_has_nothing_inline_and_only_relative_addresses() {
        let pairs = Variant::ALL.map(|variant| pair(variant, "a.js"));
        let head = head(&["styles/a.css".into()], &pairs, "start.js".as_ref());
        assert!(!head.contains("://"));
        assert!(!head.contains("<style"));
        assert!(head.contains("src=\"./start.js\"></script>"));
        assert!(head.contains("href=\"./styles/a.css\""));
    }

    #[test]
    fn nothing_is_loaded_beforehand_that_not_every_browser_uses() {
        let [simd, plain] = Variant::ALL;
        let shared = head(&[], &[pair(simd, "a.js"), pair(plain, "a.js")], "start.js".as_ref());
        assert!(shared.contains("href=\"./a.js\"") && !shared.contains(".wasm"));
        let different = head(&[], &[pair(simd, "a.js"), pair(plain, "b.js")], "start.js".as_ref());
        assert!(!different.contains("./a.js") && !different.contains("./b.js"));
    }

    #[test]
    fn the_start_module_names_all_files() {
        assert!(START.contains(VARIANTS) && START.contains(PLACE_OF_THREAD));
        let list = listed(&Variant::ALL.map(|variant| pair(variant, "a.js")));
        assert!(list.contains("  simd: { script: \"./a.js\", wasm: \"./simd.wasm\" },\n"), "{list}");
        assert!(list.contains("  plain: { script: \"./a.js\", wasm: \"./plain.wasm\" },\n"), "{list}");
    }
}
