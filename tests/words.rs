//! One word for one thing: what a person moves is a 可调项, a lever, wherever the product speaks.
#![cfg(not(target_arch = "wasm32"))]

mod sources;

use std::fs;
use std::path::PathBuf;

use voced_scenario::Json;

/// Words that stand for something which has another name here, with that name.
const CHINESE: [(&str, &str); 5] = [
    ("杠杆", "可调项"),
    ("参数", "可调项"),
    ("输入", "可调项"),
    ("职普比底线", "中职招生占比底线"),
    ("计划内学校", "测算范围内学校"),
];

/// Where such a word means something else: to type.
const ALLOWED: [&str; 1] = ["请输入"];

/// As [`CHINESE`], in English, as whole words.
const ENGLISH: [(&str, &str); 4] =
    [("input", "lever"), ("inputs", "levers"), ("parameter", "lever"), ("parameters", "levers")];

/// Files whose strings are for readers alone, in both languages: by their name, or by where they lie.
const TABLES: [&str; 3] = ["phrases.rs", "crates/export/src/words.rs", "crates/model/src/inputs"];

fn all(places: &[&str], ending: &str) -> Vec<PathBuf> {
    places.iter().flat_map(|place| sources::files(&sources::root().join(place), ending)).collect()
}

/// The strings of a source file: what stands between quotation marks on one line, comments aside.
fn strings(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let quoted = code.flat_map(|line| line.split('"').skip(1).step_by(2));
    quoted.map(str::to_owned).collect()
}

fn chinese(text: &str) -> Option<(&'static str, &'static str)> {
    let plain = ALLOWED.iter().fold(text.to_owned(), |text, allowed| text.replace(allowed, ""));
    CHINESE.into_iter().find(|(word, _)| plain.contains(word))
}

fn english(text: &str) -> Option<(&'static str, &'static str)> {
    let is_there =
        |word: &str| text.split(|c: char| !c.is_ascii_alphabetic()).any(|other| other.eq_ignore_ascii_case(word));
    ENGLISH.into_iter().find(|(word, _)| is_there(word))
}

#[test]
fn every_phrase_uses_the_one_word_for_a_thing() {
    let mut faults = Vec::new();
    for file in all(
        &[
            "src",
            "crates/charts/src",
            "crates/numerals/src",
            "crates/model/src",
            "crates/scenario/src",
            "crates/tables/src",
            "crates/analysis/src",
            "crates/export/src",
            "crates/import/src",
            "crates/cli/src",
            "crates/python/src",
        ],
        "rs",
    ) {
        let table = TABLES.iter().any(|table| file.ends_with(table) || file.starts_with(sources::root().join(table)));
        for text in strings(&fs::read_to_string(&file).expect("text")) {
            // Ids have no spaces; phrases of one English word begin with a capital.
            let is_phrase = text.contains(' ') || text.starts_with(|c: char| c.is_ascii_uppercase());
            let found = chinese(&text).or_else(|| english(&text).filter(|_| table && is_phrase));
            faults.extend(found.map(|(word, right)| format!("{}: {word}, not {right}: {text}", file.display())));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The texts of a data file that are the product's own: names, labels and notes, not quotes or titles.
fn own_texts(json: &Json, found: &mut Vec<String>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| own_texts(item, found)),
        Json::Object(fields) => {
            for (key, value) in fields {
                let own = ["name_", "short_", "label_", "note_", "why_"].iter().any(|start| key.starts_with(start));
                match value {
                    Json::String(text) if own => found.push(text.clone()),
                    other => own_texts(other, found),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn names_and_notes_of_the_data_use_it_too() {
    let mut faults = Vec::new();
    for file in all(&["crates/scenario/data"], "json") {
        let mut texts = Vec::new();
        own_texts(&Json::parse(&fs::read_to_string(&file).expect("text")).expect("JSON"), &mut texts);
        let found = texts.iter().filter_map(|text| Some((chinese(text).or_else(|| english(text))?, text)));
        faults.extend(found.map(|((word, right), text)| format!("{}: {word}, not {right}: {text}", file.display())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn documents_for_readers_use_it_too() {
    for file in ["docs/inputs.md", "docs/workbook.md", "README.md", "index.html", "www/embed/index.html"] {
        let text = fs::read_to_string(sources::root().join(file)).expect("text");
        assert_eq!(chinese(&text), None, "{file}");
    }
}
