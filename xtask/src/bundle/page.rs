//! The page's shell: `index.html`, the start module, the style sheets and the files of `www`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::{Files, add_hashed};
use crate::workspace;

/// In `index.html` this stands for what only the build knows: policy, style sheets, start module.
const PLACE: &str = "<!-- build:head -->";

/// Nothing from elsewhere, nothing inline: the page can not be made to send anything anywhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// Loads the rest; `{script}` and `{wasm}` stand for the names of the files.
const START: &str = include_str!("start.js");

/// Style sheets in these folders of `www` are linked from the page, in the order of their names;
/// those elsewhere (of the embed demo, say) are only copied.
const STYLES: [&str; 2] = ["", "styles"];

/// Adds the shell, for the script and wasm file of these names.
///
/// # Errors
/// When `index.html` or a file of `www` can not be read, or the place for the head is missing.
pub fn add(files: &mut Files, script: &Path, wasm: &Path) -> Result<()> {
    let styles = add_www(files)?;
    let start = START.replace("{script}", &script.to_string_lossy()).replace("{wasm}", &wasm.to_string_lossy());
    let start = add_hashed(files, Path::new("start"), "js", start.into_bytes());

    let source = workspace::root().join("index.html");
    let shell = fs::read_to_string(&source).with_context(|| format!("can not read {}", source.display()))?;
    if !shell.contains(PLACE) {
        bail!("index.html has no line {PLACE}, where the build puts the policy and the start module");
    }
    let shell = shell.replace(PLACE, &head(&styles, script, wasm, &start));
    files.insert(PathBuf::from("index.html"), shell.into_bytes());
    Ok(())
}

fn head(styles: &[PathBuf], script: &Path, wasm: &Path, start: &Path) -> String {
    let mut lines = vec![format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")];
    for style in styles {
        lines.push(format!("<link rel=\"stylesheet\" href=\"{}\">", address(style)));
    }
    // Both loads begin with the page, not only once the start module has been read.
    lines.push(format!("<link rel=\"modulepreload\" href=\"{}\">", address(script)));
    let wasm = address(wasm);
    lines.push(format!("<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"));
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
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
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

    #[test]
    fn the_head_has_nothing_inline_and_only_relative_addresses() {
        let head = head(&["styles/a.css".into()], "a.js".as_ref(), "a.wasm".as_ref(), "start.js".as_ref());
        assert!(!head.contains("://"));
        assert!(!head.contains("<style"));
        assert!(head.contains("src=\"./start.js\"></script>"));
        assert!(head.contains("href=\"./styles/a.css\""));
    }

    #[test]
    fn the_start_module_names_both_files() {
        assert!(START.contains("{script}") && START.contains("{wasm}"));
    }
}
