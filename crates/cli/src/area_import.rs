//! `voced area import`: an area file made of a table.

use std::path::Path;

use voced_import::{Fill, Missing};
use voced_model::Lang;
use voced_scenario::{Area, Fault};

use crate::Printed;
use crate::area_template::{shipped, write};
use crate::arguments::{AreaChoices, NATIONAL};
use crate::table_file::{self, TableFile};

/// The longest id that an area file takes, in characters.
const MAX_ID: usize = 40;

/// Writes the area file, and says whose its values are.
pub fn answer(file: &str, out: &Path, choices: &AreaChoices, id: Option<&str>, missing: &str, lang: Lang) -> Printed {
    let missing = match missing {
        NATIONAL => Missing::National,
        other => Missing::CopyOf(shipped("--missing", other, lang)?),
    };
    let told = |faults: Vec<Fault>| faults.iter().map(|fault| fault.message(lang)).collect::<Vec<_>>();
    let stem = out.file_stem().map(|stem| stem.to_string_lossy().chars().take(MAX_ID).collect::<String>());
    let json = match table_file::open(file, choices, lang)? {
        TableFile::Json(json) => json.area.to_json(),
        TableFile::Table(dry_run) => {
            dry_run.area(id.or(stem.as_deref()).unwrap_or("own"), &Fill::all(missing)).map_err(told)?
        }
    };
    let area = Area::from_json(&json).map_err(told)?;
    write(out, json.pretty().as_bytes(), lang)?;
    let (whose, observed) = (area.ownership_count().text(lang), area.observed.len());
    let observed = lang.pick(format!("历年实际值{observed}个"), format!("{observed} observed results"));
    Ok(format!("{}{}{whose}{}{observed}\n", area.name.get(lang), lang.pick("：", ": "), lang.pick("；", "; ")))
}
