//! What may know what: arrows between crates and between folders of the page point one way, and no files stand in a
//! circle. `docs/architecture.md` says why.
#![cfg(not(target_arch = "wasm32"))]

mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sources::{files, root};

/// The crates of the product, each with those of them it may depend on.
const CRATES: [(&str, &[&str]); 11] = [
    ("numerals", &[]),
    ("voced-charts", &["numerals"]),
    ("voced-model", &["numerals"]),
    ("voced-scenario", &["voced-model"]),
    ("voced-tables", &["voced-model"]),
    ("voced-import", &["voced-model", "voced-scenario", "voced-tables"]),
    ("voced-analysis", &["voced-model", "voced-scenario"]),
    ("voced-export", &["voced-model", "voced-scenario", "voced-analysis", "voced-import", "voced-tables"]),
    ("voced", &["voced-model", "voced-scenario", "voced-analysis", "voced-export", "voced-import", "voced-tables"]),
    ("voced-python", &["voced-model", "voced-scenario", "voced-analysis", "voced-import", "voced-tables"]),
    (
        "voced-whatif",
        &[
            "voced-charts",
            "voced-model",
            "voced-scenario",
            "voced-analysis",
            "voced-export",
            "voced-import",
            "voced-tables",
        ],
    ),
];

/// The folders of the page, each with those it may import. Features may import each other as long as no circle of
/// files comes of it.
const FOLDERS: [(&str, &[&str]); 7] = [
    ("app", &["phrases"]),
    ("browser", &["app", "phrases"]),
    ("worker", &["app", "browser", "lazy", "phrases"]),
    ("ui", &["app", "browser", "worker", "lazy", "phrases"]),
    ("features", &["app", "browser", "worker", "ui", "lazy", "phrases"]),
    ("shell", &["app", "browser", "worker", "ui", "features", "lazy", "phrases"]),
    ("lazy", &["app", "browser", "worker", "ui", "features", "shell", "phrases"]),
];

/// What closes circles on purpose: the ways into parts that are loaded later lead from anywhere to anything.
const GATES: &str = "lazy";

/// What of the browser a component may name: elements it has drawn, and events that come to them.
const OF_COMPONENTS: [&str; 8] =
    ["Element", "Node", "Event", "File", "FileList", "DataTransfer", "EventTarget", "HtmlElement"];

type Module = Vec<String>;

/// The Rust files below a folder, tests aside, by the module they hold.
fn modules(folder: &Path) -> BTreeMap<Module, String> {
    let mut modules = BTreeMap::new();
    for file in files(folder, "rs") {
        let below = file.strip_prefix(folder).expect("below").with_extension("");
        let mut module: Module = below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if module.iter().any(|part| part.contains("tests") || part.starts_with("samples"))
            || ["lib", "main"].contains(&module[0].as_str())
        {
            continue;
        }
        if module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let text = fs::read_to_string(&file).expect("text");
        let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
        let code: Vec<&str> = text[..end].lines().map(|line| line.split("//").next().unwrap_or("")).collect();
        modules.insert(module, code.join("\n"));
    }
    modules
}

/// The paths that a tree of imports names: `a::{b, c::d}` names `a::b` and `a::c::d`.
fn expanded(tree: &str, before: &[String], found: &mut Vec<Module>) {
    let tree = tree.trim();
    let (path, group) = match tree.split_once('{') {
        Some((path, group)) => (path, group.strip_suffix('}')),
        None => (tree.split(" as ").next().unwrap_or(tree), None),
    };
    let parts = path.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned);
    let path: Module = before.iter().cloned().chain(parts).collect();
    let Some(group) = group else { return found.push(path) };
    let (mut depth, mut start) = (0, 0);
    for (at, character) in group.char_indices().chain([(group.len(), ',')]) {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !group[start..at].trim().is_empty() {
                    expanded(&group[start..at], &path, found);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// The paths within the crate that a module names.
fn named(code: &str) -> Vec<Module> {
    let mut found = Vec::new();
    let mut rest = String::new();
    for (at, statement) in code.split("use ").enumerate() {
        if at > 0
            && let Some((tree, after)) = statement.split_once(';')
            && ["crate::", "super::", "self::"].iter().any(|start| tree.starts_with(start))
        {
            expanded(&tree.replace('\n', " "), &[], &mut found);
            rest += after;
        } else {
            rest += statement;
        }
    }
    for start in ["crate::", "super::"] {
        for (at, _) in rest.match_indices(start) {
            if rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let end = rest[at..].find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
            let path = &rest[at..end.map_or(rest.len(), |end| at + end)];
            expanded(path, &[], &mut found);
        }
    }
    found
}

/// For each module those it imports.
fn imports(modules: &BTreeMap<Module, String>) -> BTreeMap<Module, BTreeSet<Module>> {
    let of = |module: &Module, code: &String| {
        let mut found = BTreeSet::new();
        for path in named(code) {
            let mut place: Module = if path[0] == "crate" { Vec::new() } else { module.clone() };
            for part in &path {
                match part.as_str() {
                    "crate" | "self" => {}
                    "super" => drop(place.pop()),
                    _ => place.push(part.clone()),
                }
            }
            while !place.is_empty() && !modules.contains_key(&place) {
                place.pop();
            }
            if !place.is_empty() && place != *module {
                found.insert(place);
            }
        }
        (module.clone(), found)
    };
    modules.iter().map(|(module, code)| of(module, code)).collect()
}

/// A circle, if there is one: from a module back to itself.
fn circle(imports: &BTreeMap<Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    // Modules that import none which is left are taken away, until none is left or only circles are.
    let mut left = imports.clone();
    loop {
        let done: Vec<Module> = left
            .iter()
            .filter(|(_, others)| others.iter().all(|other| !left.contains_key(other)))
            .map(|(module, _)| module.clone())
            .collect();
        if done.is_empty() {
            break;
        }
        done.iter().for_each(|module| drop(left.remove(module)));
    }
    let mut way: Vec<Module> = vec![left.keys().next()?.clone()];
    loop {
        let next = left[way.last()?].iter().find(|other| left.contains_key(*other))?.clone();
        if let Some(at) = way.iter().position(|module| *module == next) {
            return Some(way.split_off(at));
        }
        way.push(next);
    }
}

fn told(modules: &[Module]) -> String {
    modules.iter().map(|module| module.join("::")).collect::<Vec<_>>().join(" -> ")
}

#[test]
fn crates_depend_only_on_those_below_them() {
    let mut folders: Vec<PathBuf> = vec![root().to_owned()];
    folders.extend(fs::read_dir(root().join("crates")).expect("crates").flatten().map(|entry| entry.path()));
    let mut seen = 0;
    for folder in folders {
        let text = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        let name = text.lines().find_map(|line| line.strip_prefix("name = ")).expect("a name").trim_matches('"');
        let (_, allowed) = CRATES.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name} is new"));
        let dependencies = text.split("\n[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next());
        for line in dependencies.unwrap_or_default().lines() {
            let other = line.split(['.', ' ', '=']).next().unwrap_or_default();
            let is_own = CRATES.iter().any(|(known, _)| *known == other);
            assert!(!is_own || allowed.contains(&other), "{name} depends on {other}");
        }
        seen += 1;
    }
    assert_eq!(seen, CRATES.len());
}

#[test]
fn folders_of_the_page_import_only_those_below_them() {
    let modules = modules(&root().join("src"));
    let mut faults = Vec::new();
    for (module, others) in imports(&modules) {
        let Some((_, allowed)) = FOLDERS.iter().find(|(folder, _)| *folder == module[0]) else {
            // The words of all features are reached by one path.
            assert_eq!(module[0], "phrases", "a folder without a place");
            continue;
        };
        let upward = others.iter().filter(|other| other[0] != module[0] && !allowed.contains(&other[0].as_str()));
        faults.extend(upward.map(|other| told(&[module.clone(), other.clone()])));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_files_stand_in_a_circle() {
    let folders = ["src", "crates/charts/src", "crates/model/src", "crates/scenario/src"];
    let more = ["crates/analysis/src", "crates/export/src", "crates/import/src", "crates/python/src"];
    for folder in folders.into_iter().chain(more) {
        let mut imports = imports(&modules(&root().join(folder)));
        imports.remove(&vec!["phrases".to_owned()]);
        imports.retain(|module, _| folder != "src" || module[0] != GATES);
        // A module and those inside it are one place: what they share stands in the outer one.
        for (module, others) in &mut imports {
            others.retain(|other| !other.starts_with(module) && !module.starts_with(other));
        }
        let circle = circle(&imports);
        assert!(circle.is_none(), "{folder}: {}", told(&circle.unwrap_or_default()));
    }
}

#[test]
fn only_one_folder_touches_the_browser() {
    let mut faults = Vec::new();
    for (module, code) in modules(&root().join("src")) {
        let is_at_the_edge = module[0] == "browser" || module == ["worker", "thread"];
        for (at, _) in code.match_indices("web_sys::") {
            let name: String =
                code[at + "web_sys::".len()..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let is_element = name.starts_with("Html") || name.ends_with("Event");
            if !is_at_the_edge && !is_element && !OF_COMPONENTS.contains(&name.as_str()) {
                faults.push(format!("{}: web_sys::{name}", module.join("::")));
            }
        }
        for what in ["js_sys::", "gloo::", "dom::window()"] {
            if !is_at_the_edge && code.contains(what) {
                faults.push(format!("{}: {what}", module.join("::")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_one_place_talks_to_the_other_thread() {
    for (module, code) in modules(&root().join("src")) {
        let talks = ["web_sys::Worker", "MessageEvent", "post_message"].iter().any(|what| code.contains(what));
        assert!(!talks || module[0] == "worker" || module == ["browser", "host"], "{}", module.join("::"));
    }
}

#[test]
fn a_circle_is_found() {
    let module = |name: &str| vec![name.to_owned()];
    let code = |text: &str| text.to_owned();
    let modules: BTreeMap<Module, String> = [
        (module("a"), code("use super::b::{self, Thing};")),
        (module("b"), code("fn f() -> crate::c::Other { crate::c::f() }")),
        (module("c"), code("use crate::{d, a::f as g};")),
        (module("d"), code("")),
    ]
    .into();
    let imports = imports(&modules);
    assert_eq!(imports[&module("c")].len(), 2);
    assert_eq!(circle(&imports).map(|found| found.len()), Some(3));
}
