//! `voced area template`: sheets to fill in.

use std::path::Path;

use voced_export::{template_csv, template_workbook};
use voced_import::template::template;
use voced_model::Lang;
use voced_scenario::Area;

use crate::{Printed, broken};

/// An area that ships, by its id.
///
/// # Errors
/// One line with the ids there are.
pub fn shipped(at: &str, id: &str, lang: Lang) -> Result<&'static Area, Vec<String>> {
    match Area::shipped(id) {
        Some(area) => area.map_err(|error| broken(error, lang)),
        None => {
            let ids = Area::ids().collect::<Vec<_>>().join(", ");
            Err(vec![lang.pick(
                format!("{at}: 没有编号为“{id}”的地区；可用：{ids}"),
                format!("{at}: no area has the id \"{id}\"; allowed: {ids}"),
            )])
        }
    }
}

/// Writes a template in the language `book`; faults are told in `lang`.
pub fn answer(like: Option<&str>, out: &Path, book: Lang, lang: Lang) -> Printed {
    let name = out.display();
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let like = like.map(|id| shipped("--like", id, lang)).transpose()?;
    let template = template(like, book);
    let bytes = match ending.as_deref() {
        Some("xlsx") => {
            template_workbook(&template).map_err(|error| vec![format!("{name}: {}", error.message(lang))])?
        }
        Some("csv") => template_csv(&template).into_bytes(),
        _ => {
            return Err(vec![lang.pick(
                format!("{name}: 文件名须以 .xlsx 或 .csv 结尾"),
                format!("{name}: the name of a template must end in .xlsx or .csv"),
            )]);
        }
    };
    write(out, &bytes, lang)?;
    Ok(String::new())
}

/// Writes a file.
///
/// # Errors
/// One line that says why it can not be written.
pub fn write(out: &Path, bytes: &[u8], lang: Lang) -> Result<(), Vec<String>> {
    std::fs::write(out, bytes).map_err(|error| {
        let cause = lang.pick("无法写入", "can not be written");
        vec![format!("{}: {cause}: {error}", out.display())]
    })
}
