//! Scripts held against the oldest browser that shall read them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Files, single};
use crate::{npm, process, workspace};

const CHECK: &str = include_str!("scripts.js");

/// How a browser reads a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// As a module.
    Module,
    /// As scripts always were read.
    Script,
    /// Also browsers read it that are too old for all others.
    Old,
}

impl Kind {
    fn of(path: &Path) -> Self {
        match path.file_name().and_then(|name| name.to_str()) {
            Some(name) if name.starts_with("older.") => Self::Old,
            Some(name) if name.starts_with("offline.") => Self::Script,
            _ if path.starts_with("embed") => Self::Script,
            _ => Self::Module,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Module => "module",
            Self::Script => "script",
            Self::Old => "old",
        }
    }
}

/// Checks every script of the page; without npm nothing is checked, and a line says so.
///
/// # Errors
/// When a script has syntax, or calls functions, that came after the oldest browser.
pub fn check(files: &Files) -> Result<()> {
    let acorn = match npm::package(npm::ACORN) {
        Ok(folder) => folder,
        Err(error) => {
            println!("note: the scripts are not checked for what old browsers can not read: {error:#}");
            return Ok(());
        }
    };
    let mut scripts: Vec<(String, Kind, &str)> = Vec::new();
    for (path, contents) in files {
        let text = || std::str::from_utf8(contents).with_context(|| format!("{} is no text", path.display()));
        if path.extension().is_some_and(|extension| extension == "js") {
            scripts.push((path.display().to_string(), Kind::of(path), text()?));
        } else if path == Path::new(single::NAME) {
            for (kind, script) in inline(text()?) {
                scripts.push((format!("{}.{}", single::NAME, kind.word()), kind, script));
            }
        }
    }
    let folder = workspace::target_dir().join("bundle").join("scripts");
    fs::create_dir_all(&folder).with_context(|| format!("can not make {}", folder.display()))?;
    let check = folder.join("check.cjs");
    fs::write(&check, CHECK).with_context(|| format!("can not write {}", check.display()))?;
    let mut node = process::command("node");
    node.arg(check).arg(acorn);
    for (name, kind, script) in scripts {
        let file = folder.join(name.replace(['/', '\\'], "-"));
        fs::write(&file, script).with_context(|| format!("can not write {}", file.display()))?;
        node.arg(format!("{}:{}", kind.word(), file.display()));
    }
    process::run(&mut node).context("a script is too new for old browsers")
}

/// The scripts inside a page.
fn inline(page: &str) -> Vec<(Kind, &str)> {
    let kinds = [("<script type=\"module\">", Kind::Module), ("<script>", Kind::Old)];
    let of = |(start, kind): (&str, Kind)| {
        let (_, rest) = page.split_once(start)?;
        Some((kind, rest.split_once("</script>")?.0))
    };
    kinds.into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(path: &str, script: &str) -> Result<()> {
        check(&Files::from([(path.into(), script.into())]))
    }

    #[test]
    fn what_came_after_the_oldest_browser_is_found() {
        for late in
            ["a ??= b;", "class A { #a = 1; }", "a.at(-1);", "await a;", "a.replaceAll('b', 'c');", "new WeakRef(a);"]
        {
            assert!(checked("start.0.js", late).is_err(), "{late}");
        }
        for known in
            ["a?.b ?? c;", "import('a'); import.meta.url;", "typeof WeakRef === 'undefined' || new WeakRef(a);"]
        {
            checked("start.1.js", known).expect(known);
        }
        assert!(checked("older.0.js", "let a;").is_err() && checked("older.1.js", "var a;").is_ok());
        let single = |script: &str| checked(single::NAME, &format!("<script type=\"module\">{script}</script>"));
        assert!(single("a.replaceChildren();").is_err() && single("import.meta;").is_ok());
    }
}
