//! The worker that keeps the page's files in the browser, for those who ask for that.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use super::Files;
use super::page::{Pair, Style, address, bare};

/// The file in `dist`. A browser knows it by its name, which therefore never changes.
pub const NAME: &str = "offline.js";

const WORKER: &str = include_str!("offline.js");
const BUILD: &str = "{build}";
const LIST: &str = "{files}";

/// Adds the worker, which keeps the page with everything that it may ask for later. `shared` are the files of all
/// variants beside the style sheets.
pub fn add(files: &mut Files, pairs: &[Pair], styles: &[Style], shared: &[PathBuf]) {
    let styles = styles.iter().map(|style| &style.path);
    let all = std::iter::once("\"./\"".to_owned()).chain(shared.iter().chain(styles).map(|path| quoted(path)));
    let mut list = format!("{{\n  all: [{}],\n", all.collect::<Vec<_>>().join(", "));
    for Pair { variant, script, wasm, later } in pairs {
        let own = [script, wasm].into_iter().chain(later.iter().map(|(_, wasm)| wasm));
        let own = own.map(|path| quoted(path)).collect::<Vec<_>>().join(", ");
        list += &format!("  {}: [{own}],\n", variant.name());
    }
    list += "}";
    // The page and what is shared have names that say nothing of what is in them.
    let mut hasher = DefaultHasher::new();
    (&list, files.get(Path::new("index.html"))).hash(&mut hasher);
    shared.iter().for_each(|path| files.get(path).hash(&mut hasher));
    let worker = bare(WORKER).replace(BUILD, &format!("{:016x}", hasher.finish())).replace(LIST, &list);
    files.insert(NAME.into(), worker.into_bytes());
}

fn quoted(path: &Path) -> String {
    format!("\"{}\"", address(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Variant;

    fn worker(page: &str) -> String {
        let mut files = Files::from([("index.html".into(), page.into())]);
        let pairs = Variant::ALL.map(|variant| Pair {
            variant,
            script: "page.js".into(),
            wasm: format!("{}.wasm", variant.name()).into(),
            later: vec![("later", format!("later-{}.wasm", variant.name()).into())],
        });
        let styles = [
            Style { path: "styles/a.css".into(), part: None },
            Style { path: "styles/b.css".into(), part: Some("later") },
        ];
        add(&mut files, &pairs, &styles, &["start.js".into()]);
        String::from_utf8(files.remove(Path::new(NAME)).expect("it was added")).expect("it is text")
    }

    #[test]
    fn everything_that_the_page_may_ask_for_is_kept() {
        let worker = worker("<html>");
        assert!(worker.contains("all: [\"./\", \"./start.js\", \"./styles/a.css\", \"./styles/b.css\"]"), "{worker}");
        for name in ["simd", "plain"] {
            let own = format!("{name}: [\"./page.js\", \"./{name}.wasm\", \"./later-{name}.wasm\"]");
            assert!(worker.contains(&own), "{worker}");
        }
        assert!(!worker.contains(BUILD) && !worker.contains(LIST));
    }

    #[test]
    fn another_page_is_another_build() {
        assert_eq!(worker("<html>"), worker("<html>"));
        assert_ne!(worker("<html>"), worker("<html lang=\"en\">"));
    }
}
