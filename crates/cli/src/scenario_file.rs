//! Scenario files from a path or standard input.

use std::io::{self, Read};

use voced_model::Lang;
use voced_scenario::{ResolvedScenario, Scenario};

/// The file name that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Reads a scenario and lays it over its area.
///
/// # Errors
/// One line a fault, each beginning with the file's name.
pub fn open(file: &str, lang: Lang) -> Result<ResolvedScenario, Vec<String>> {
    let bytes = bytes(file).map_err(|error| {
        let cause = lang.pick("无法读取", "can not be read");
        vec![format!("{file}: {cause}: {error}")]
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line =
            error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        let cause = lang.pick(
            format!("第{line}行不是 UTF-8 文本；请以 UTF-8 编码另存"),
            format!("not UTF-8 text at line {line}; save the file with the encoding UTF-8"),
        );
        vec![format!("{file}: {cause}")]
    })?;
    Scenario::parse(&text)
        .and_then(|scenario| scenario.resolve())
        .map_err(|faults| faults.iter().map(|fault| format!("{file}: {}", fault.message(lang))).collect())
}

fn bytes(file: &str) -> io::Result<Vec<u8>> {
    if file == STANDARD_INPUT {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    } else {
        std::fs::read(file)
    }
}
