//! Scenario files, and area files in their place, from a path or standard input.

use std::io::{self, Read};

use voced_import::is_area_file;
use voced_model::Lang;
use voced_scenario::{Area, AreaRef, Fault, Json, Layer, ResolvedScenario, Scenario};

/// The file name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Reads a scenario and lays it over its area; of an area file, the area as it is.
///
/// # Errors
/// One line a fault, each beginning with the file's name.
pub fn open(file: &str, lang: Lang) -> Result<ResolvedScenario, Vec<String>> {
    let text = text(file, bytes(file, lang)?, lang)?;
    read(&text).map_err(|faults| faults.iter().map(|fault| format!("{file}: {}", fault.message(lang))).collect())
}

fn read(text: &str) -> Result<ResolvedScenario, Vec<Fault>> {
    match Json::parse(text) {
        Ok(json) if is_area_file(&json) => {
            Scenario::new(AreaRef::Own(Area::from_json(&json)?.into()), Layer::Base).resolve()
        }
        _ => Scenario::parse(text)?.resolve(),
    }
}

/// The bytes of a file, or of standard input.
///
/// # Errors
/// One line that says why there are none.
pub fn bytes(file: &str, lang: Lang) -> Result<Vec<u8>, Vec<String>> {
    read_all(file).map_err(|error| {
        let cause = lang.pick("无法读取", "can not be read");
        vec![format!("{file}: {cause}: {error}")]
    })
}

/// Bytes as text.
///
/// # Errors
/// One line that says where they are none.
pub fn text(file: &str, bytes: Vec<u8>, lang: Lang) -> Result<String, Vec<String>> {
    String::from_utf8(bytes).map_err(|error| {
        let line =
            error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        let cause = lang.pick(
            format!("第{line}行不是 UTF-8 文本；请以 UTF-8 编码另存"),
            format!("not UTF-8 text at line {line}; save the file with the encoding UTF-8"),
        );
        vec![format!("{file}: {cause}")]
    })
}

fn read_all(file: &str) -> io::Result<Vec<u8>> {
    if file == STANDARD_INPUT {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        std::fs::read(file)
    }
}
