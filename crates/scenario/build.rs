//! Takes the notes of sources out of the area files, into files of their own: a page can begin without them.
//!
//! `data/regions/x.json` becomes `regions/x.json`, in which `"note": 7` stands for a note, and `notes/x.json`, whose
//! entry 7 is that note in both languages.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Value, json};

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder"));
    let regions = Path::new("data/regions");
    println!("cargo::rerun-if-changed={}", regions.display());
    for folder in ["regions", "notes"] {
        fs::create_dir_all(out.join(folder)).expect("a folder of the build");
    }
    for entry in fs::read_dir(regions).expect("the area files").flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut notes = Vec::new();
        // A file that is not JSON is left as it is: reading it says what is wrong, and where.
        let text = match serde_json::from_str(&text) {
            Ok(mut json) => {
                take(&mut json, &mut notes);
                json.to_string()
            }
            Err(_) => text,
        };
        fs::write(out.join("regions").join(&name), text).expect("a file of the build");
        fs::write(out.join("notes").join(&name), Value::Array(notes).to_string()).expect("a file of the build");
    }
}

/// Takes the notes out of every source below.
fn take(json: &mut Value, notes: &mut Vec<Value>) {
    match json {
        Value::Object(fields) => {
            // A note in one language alone stays where it is: reading the file refuses it.
            if let Some(Value::Object(source)) = fields.get_mut("source")
                && let (Some(zh), Some(en)) = (source.get("note_zh").cloned(), source.get("note_en").cloned())
            {
                source.retain(|key, _| !["note_zh", "note_en"].contains(&key.as_str()));
                source.insert("note".to_owned(), notes.len().into());
                notes.push(json!([zh, en]));
            }
            fields.values_mut().for_each(|value| take(value, notes));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| take(item, notes)),
        _ => {}
    }
}
