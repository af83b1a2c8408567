//! The page's shell: `index.html`, the start module, the style sheets and the files of `www`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::splitting::LATER;
use super::{Files, Variant, add_hashed, offline, styles};
use crate::workspace;

/// In `index.html` this stands for what only the build knows: policy, style sheets, start module.
pub const PLACE: &str = "<!-- build:head -->";

/// Nothing from elsewhere, nothing inline: the page can not be made to send anything anywhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// Loads the rest.
pub const START: &str = include_str!("start.js");

/// Before it: where the files are. [`VARIANTS`] stands for their names.
const SOURCES: &str = include_str!("hosted.js");
const VARIANTS: &str = "{variants}";

/// The page's worker, what stands for its name in the start module, and where it finds the bindings.
pub const THREAD: &str = include_str!("thread.js");
const PLACE_OF_THREAD: &str = "{thread}";
const BINDINGS: &str = "const bindings = (script) => import(script);\n";

/// Sets the policy, and says so where the page can not start. In it stand for the browsers that can: [`OLDEST`].
const OLDER: &str = include_str!("older.js");
/// The oldest browsers that can run the page: for lack of modules in workers the others.
const OLDEST: Oldest =
    Oldest { zh: "Chromium 80、Firefox 114、Safari 15", en: "Chromium 80, Firefox 114, Safari 15" };

/// Browsers with their versions, in words.
pub struct Oldest {
    pub zh: &'static str,
    pub en: &'static str,
}

/// The script that goes before all others: it sets the policy, and says so where the page can not start.
pub fn older(policy: &str, oldest: &Oldest) -> String {
    bare(&OLDER.replace("{policy}", policy).replace("{zh}", oldest.zh).replace("{en}", oldest.en))
}

/// What a browser must know of the page to install it as a program of its own.
const MANIFEST: &str = "manifest.webmanifest";

/// The page's icon; those in other formats are for installing it.
pub const ICON: &str = "icons/icon.svg";

/// Where style sheets lie in the finished page.
const STYLES: &str = "styles";

/// The sheets of the first load, below `src`, in the order of the cascade: controls, the page around the
/// features, the features, and last what windows, systems and paper change of them all.
const FIRST_STYLES: [&str; 15] = [
    "ui/styles.css",
    "shell/styles.css",
    "features/explore/headline/styles.css",
    "features/explore/levers/styles.css",
    "features/explore/programmes/styles.css",
    "features/explore/charts/styles.css",
    "ui/answers.css",
    "features/goal_seek/styles.css",
    "features/uncertainty/styles.css",
    "features/explore/board/styles.css",
    "features/explanation/styles.css",
    "features/library/styles.css",
    "features/plans/styles.css",
    "features/export/styles.css",
    "shell/windows.css",
];

/// What the sheet of a feature is called that comes with the part `later`, below the folder of the feature.
const LATER_STYLES: &str = "styles_later.css";

/// As if it came with a part of this name: the sheet for browsers that know no gaps in flex boxes, and what stands
/// for its name in the start module.
const WITHOUT_GAP: &str = "without-gap";
const PLACE_OF_WITHOUT_GAP: &str = "{without-gap}";

/// A style sheet.
#[derive(Clone, Debug)]
pub struct Style {
    pub path: PathBuf,
    /// The part that it comes with; none for those of the first load.
    pub part: Option<&'static str>,
}

/// One variant's files by their paths in `dist`.
pub struct Pair {
    pub variant: Variant,
    pub script: PathBuf,
    pub wasm: PathBuf,
    /// The parts that are loaded when they are asked for, by their names.
    pub later: Vec<(&'static str, PathBuf)>,
}

/// Adds the shell, for the variants there are, and returns the style sheets.
///
/// # Errors
/// When `index.html` or a file of `www` can not be read, or the place for the head is missing.
pub fn add(files: &mut Files, pairs: &[Pair]) -> Result<Vec<Style>> {
    let mut styles = add_www(files)?;
    // A draft is in one part.
    let has_part = |name| pairs.iter().any(|pair| pair.later.iter().any(|(part, _)| *part == name));
    for style in styles.iter_mut().filter(|style| style.part != Some(WITHOUT_GAP)) {
        style.part = style.part.filter(|name| has_part(*name));
    }
    let without_gap = styles.iter().find(|style| style.part == Some(WITHOUT_GAP)).context("a sheet is missing")?;
    let thread = add_hashed(files, Path::new("thread"), "js", bare(&(BINDINGS.to_owned() + THREAD)).into_bytes());
    let sources = SOURCES
        .replace(VARIANTS, &listed(pairs, &styles))
        .replace(PLACE_OF_THREAD, &address(&thread))
        .replace(PLACE_OF_WITHOUT_GAP, &address(&without_gap.path));
    let start = bare(&(sources + "\n" + START));
    let start = add_hashed(files, Path::new("start"), "js", start.into_bytes());
    let older = add_hashed(files, Path::new("older"), "js", older(POLICY, &OLDEST).into_bytes());

    let shell = shell()?.replace(PLACE, &head(&styles, pairs, &older, &start));
    files.insert(PathBuf::from("index.html"), shell.into_bytes());
    offline::add(files, pairs, &styles, &[older, start, thread, MANIFEST.into(), ICON.into()]);
    Ok(styles)
}

/// The text of `index.html`, with its [`PLACE`].
///
/// # Errors
/// When it can not be read, or the place is missing.
pub fn shell() -> Result<String> {
    let source = workspace::root().join("index.html");
    let shell = fs::read_to_string(&source).with_context(|| format!("can not read {}", source.display()))?;
    if !shell.contains(PLACE) {
        bail!("index.html has no line {PLACE}, where the build puts the policy and the start module");
    }
    Ok(shell)
}

/// The variants as the start module reads them.
fn listed(pairs: &[Pair], styles: &[Style]) -> String {
    let styles = |part: &str| {
        let own = styles.iter().filter(|style| style.part == Some(part));
        own.map(|style| format!("\"{}\"", address(&style.path))).collect::<Vec<_>>().join(", ")
    };
    let mut list = String::from("{\n");
    for Pair { variant, script, wasm, later } in pairs {
        let part = |(name, wasm): &(&str, PathBuf)| {
            format!("{{ name: \"{name}\", wasm: \"{}\", styles: [{}] }}", address(wasm), styles(name))
        };
        let later = later.iter().map(part).collect::<Vec<_>>().join(", ");
        let (name, script, wasm) = (variant.name(), address(script), address(wasm));
        list += &format!("  {name}: {{ script: \"{script}\", wasm: \"{wasm}\", later: [{later}] }},\n");
    }
    list + "}"
}

fn head(styles: &[Style], pairs: &[Pair], older: &Path, start: &Path) -> String {
    // It sets the policy for all that follows.
    let mut lines = vec![format!("<script src=\"{}\"></script>", address(older))];
    lines.push(format!("<link rel=\"manifest\" href=\"{}\">", address(Path::new(MANIFEST))));
    for style in styles.iter().filter(|style| style.part.is_none()) {
        lines.push(format!("<link rel=\"stylesheet\" href=\"{}\">", address(&style.path)));
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

/// Adds the files of `www` and the style sheets of `src`; returns the sheets that the page links.
fn add_www(files: &mut Files) -> Result<Vec<Style>> {
    let www = workspace::root().join("www");
    for path in files_below(&www)? {
        let contents = fs::read(&path).with_context(|| format!("can not read {}", path.display()))?;
        files.insert(path.strip_prefix(&www).unwrap_or(&path).to_path_buf(), contents);
    }
    let (mut linked, mut without_gap) = (Vec::new(), String::new());
    for (name, part, contents) in sheets(&workspace::root().join("src"))? {
        let sheet = styles::for_all(&bare(&contents)).with_context(|| format!("the style sheet {name}"))?;
        without_gap += &sheet.without_gap;
        let folder = part.map_or(PathBuf::from(STYLES), |part| Path::new(STYLES).join(part));
        let path = add_hashed(files, &folder.join(name), "css", sheet.text.into_bytes());
        linked.push(Style { path, part });
    }
    // By their names alone, wherever they lie: the page puts them into this order, too.
    linked.sort_by(|one, other| one.path.file_name().cmp(&other.path.file_name()));
    // After all others, for browsers without gaps alone.
    let sheet = format!("@supports {} {{\n{without_gap}}}\n", styles::WITHOUT_GAP);
    let path = add_hashed(files, &Path::new(STYLES).join("without-gap"), "css", sheet.into_bytes());
    linked.push(Style { path, part: Some(WITHOUT_GAP) });
    Ok(linked)
}

/// The style sheets below `src`: their names, the parts they come with, their texts. Those of the first load are one.
fn sheets(src: &Path) -> Result<Vec<(String, Option<&'static str>, String)>> {
    let read = |path: &Path| fs::read_to_string(path).with_context(|| format!("can not read {}", path.display()));
    let mut first = String::new();
    for name in FIRST_STYLES {
        first += &read(&src.join(name))?;
    }
    let mut sheets = vec![("page".to_owned(), None, first)];
    for path in files_below(src)?.iter().filter(|path| path.extension().is_some_and(|end| end == "css")) {
        let below = path.strip_prefix(src).unwrap_or(path);
        let feature = below.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        match feature {
            Some(feature) if below.ends_with(LATER_STYLES) => sheets.push((feature, Some(LATER[0].name), read(path)?)),
            _ if FIRST_STYLES.iter().any(|first| Path::new(first) == below) => {}
            _ => bail!("{} is neither among the first style sheets nor called {LATER_STYLES}", path.display()),
        }
    }
    Ok(sheets)
}

/// A script or style sheet as it travels: without the lines that are comments, and without empty ones.
pub fn bare(text: &str) -> String {
    let is_comment = |line: &str| line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
    let mut bare = String::with_capacity(text.len());
    for line in text.lines().filter(|line| !line.trim().is_empty() && !is_comment(line.trim())) {
        bare += line;
        bare.push('\n');
    }
    bare
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
pub fn address(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    format!("./{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(variant: Variant, script: &str) -> Pair {
        let later = vec![("later", format!("later-{}.wasm", variant.name()).into())];
        Pair { variant, script: script.into(), wasm: format!("{}.wasm", variant.name()).into(), later }
    }

    fn style(path: &str, part: Option<&'static str>) -> Style {
        Style { path: path.into(), part }
    }

    #[test]
    fn the_head_has_nothing_inline_and_only_relative_addresses() {
        let pairs = Variant::ALL.map(|variant| pair(variant, "a.js"));
        let head = head(
            &[style("styles/a.css", None), style("styles/b.css", Some("later"))],
            &pairs,
            "older.js".as_ref(),
            "start.js".as_ref(),
        );
        assert!(!head.contains("://"));
        assert!(!head.contains("<style"));
        assert!(head.starts_with("<script src=\"./older.js\"></script>"), "the policy comes first");
        assert!(older(POLICY, &OLDEST).contains(POLICY) && !POLICY.contains("'unsafe-eval'"));
        assert!(head.contains("src=\"./start.js\"></script>"));
        assert!(head.contains("href=\"./styles/a.css\"") && !head.contains("b.css"));
    }

    #[test]
    fn nothing_is_loaded_beforehand_that_not_every_browser_uses() {
        let [simd, plain] = Variant::ALL;
        let shared = head(&[], &[pair(simd, "a.js"), pair(plain, "a.js")], "older.js".as_ref(), "start.js".as_ref());
        assert!(shared.contains("href=\"./a.js\"") && !shared.contains(".wasm"));
        let different = head(&[], &[pair(simd, "a.js"), pair(plain, "b.js")], "older.js".as_ref(), "start.js".as_ref());
        assert!(!different.contains("./a.js") && !different.contains("./b.js"));
    }

    #[test]
    fn comments_do_not_travel_and_all_else_does() {
        let text = "// What it is.\nlet a = 1; // one\n\n  // Why.\n  /* Top. */\nb { c: url(\"//d\") } /* e\n*/\n";
        assert_eq!(bare(text), "let a = 1; // one\nb { c: url(\"//d\") } /* e\n*/\n");
        // Nothing but code may begin a line like that.
        for script in [START, SOURCES, THREAD, OLDER] {
            assert!(script.lines().all(|line| line.matches('`').count() % 2 == 0), "a text over several lines");
        }
    }

    #[test]
    fn the_start_module_names_all_files() {
        assert!(
            SOURCES.contains(VARIANTS) && SOURCES.contains(PLACE_OF_THREAD) && SOURCES.contains(PLACE_OF_WITHOUT_GAP)
        );
        let styles = [style("styles/a.css", None), style("styles/b.css", Some("later"))];
        let list = listed(&Variant::ALL.map(|variant| pair(variant, "a.js")), &styles);
        for name in ["simd", "plain"] {
            let parts =
                format!("later: [{{ name: \"later\", wasm: \"./later-{name}.wasm\", styles: [\"./styles/b.css\"] }}]");
            let files = format!("  {name}: {{ script: \"./a.js\", wasm: \"./{name}.wasm\", {parts} }},\n");
            assert!(list.contains(&files), "{list}");
        }
    }
}
