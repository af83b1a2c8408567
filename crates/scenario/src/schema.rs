//! Versions of files.

use crate::error::{Allowed, Problem};
use crate::json::Json;
use crate::reader::{Reader, inside};

/// The version of area files, of result files, and of files that hold a scenario and nothing else.
pub const SCHEMA: i32 = 1;

/// Reads the version of an area file and judges it.
pub(crate) fn read_schema(reader: &mut Reader, at: &str, json: &Json) -> Option<()> {
    read_schema_to(reader, at, json, SCHEMA)
}

/// Reads the version of a file, of which there are as many as `newest` says, and judges it.
pub(crate) fn read_schema_to(reader: &mut Reader, at: &str, json: &Json, newest: i32) -> Option<()> {
    let found = reader.number_of(at, json, Allowed::of((f64::from(SCHEMA), f64::from(newest)), None))?;
    if (SCHEMA..=newest).any(|known| found == f64::from(known)) {
        return Some(());
    }
    let problem = if found > f64::from(newest) {
        Problem::NewerSchema { found, known: newest }
    } else {
        Problem::UnknownSchema { found, known: newest }
    };
    reader.fault(at, problem);
    None
}

/// Whether a file is of a later version than `newest`; that is noted then.
pub(crate) fn newer(reader: &mut Reader, at: &str, json: &Json, newest: i32) -> bool {
    match json.get("schema") {
        Some(Json::Number(found)) if *found > f64::from(newest) => {
            reader.fault(&inside(at, "schema"), Problem::NewerSchema { found: *found, known: newest });
            true
        }
        _ => false,
    }
}
