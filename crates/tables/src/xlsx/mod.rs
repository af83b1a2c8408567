//! Workbooks of Excel since 2007 (XLSX, XLSM): which sheets there are, and in which parts.

mod shared;
mod sheet;
mod styles;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::book::{Book, Format, Sheet};
use crate::days::Epoch;
use crate::events::{self, Events, Step};
use crate::limits::Counter;
use crate::refusal::{Note, Refusal};
use crate::zip::Archive;

/// The part with the sheets' names, where nothing else is said.
const WORKBOOK: &str = "xl/workbook.xml";

/// What all sheets of a workbook have in common.
struct Common<'a> {
    archive: &'a Archive<'a>,
    texts: Vec<String>,
    styles: styles::Styles,
    epoch: Epoch,
}

/// A relation of a part to another: its kind, the last word of a long address, and the other's name.
struct Relation {
    kind: String,
    part: String,
}

/// The name of the part that lists the sheets; `None` where the file is no workbook.
pub(crate) fn workbook(archive: &Archive<'_>) -> Result<Option<String>, Refusal> {
    if archive.has(WORKBOOK) {
        return Ok(Some(WORKBOOK.to_owned()));
    }
    // Some programs call it otherwise; then only the relations of the whole file tell.
    let relations = relations(archive, "")?;
    let main =
        relations.into_values().find(|relation| relation.kind == "officeDocument" && archive.has(&relation.part));
    let Some(main) = main.map(|relation| relation.part) else { return Ok(None) };
    if main.ends_with(".bin") {
        return Err(Refusal::Xlsb);
    }
    let Some(bytes) = archive.part(&main)? else { return Ok(None) };
    let text = events::text(bytes);
    let mut events = Events::of(&text, &main);
    while let Some(step) = events.next()? {
        if let Step::Open(tag) = step {
            return Ok((tag.name() == "workbook").then_some(main));
        }
    }
    Ok(None)
}

/// Reads a workbook.
pub(crate) fn read(archive: &Archive<'_>, workbook: &str) -> Result<Book, Refusal> {
    let relations = relations(archive, workbook)?;
    let part_of = |kind: &str, usual: &str| {
        let told = relations.values().find(|relation| relation.kind == kind).map(|relation| relation.part.clone());
        told.unwrap_or_else(|| usual.to_owned())
    };
    let (listed, epoch) = sheets(&part(archive, workbook)?, workbook)?;
    let texts = match archive.part(&part_of("sharedStrings", "xl/sharedStrings.xml"))? {
        Some(bytes) => shared::read(&events::text(bytes))?,
        None => Vec::new(),
    };
    let styles = match archive.part(&part_of("styles", "xl/styles.xml"))? {
        Some(bytes) => styles::read(&events::text(bytes))?,
        None => styles::Styles::default(),
    };
    let common = Common { archive, texts, styles, epoch };
    let mut counter = Counter::default();
    let mut without_result = 0;
    let mut read = Vec::new();
    for (mut sheet, id) in listed {
        let relation = relations.get(&id).ok_or_else(|| Refusal::Damaged(format!("{workbook}: {id}")))?;
        // Sheets of charts and of old dialogues have no cells.
        if relation.kind == "worksheet" {
            let text = part(archive, &relation.part)?;
            without_result += sheet::read(&text, &relation.part, &common, &mut counter, &mut sheet)?;
            read.push(sheet);
        }
    }
    if read.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Refusal::Empty);
    }
    let mut notes = Vec::new();
    if archive.any(|name| name.ends_with("vbaproject.bin")) {
        notes.push(Note::Macros);
    }
    if without_result > 0 {
        notes.push(Note::NoResults(without_result));
    }
    Ok(Book { format: Format::Xlsx, notes, sheets: read })
}

/// The text of a part that must be there.
fn part(archive: &Archive<'_>, name: &str) -> Result<String, Refusal> {
    archive.part(name)?.map(events::text).ok_or_else(|| Refusal::Damaged(format!("ZIP: {name}")))
}

/// The sheets by name, without their cells and each with the name of its relation, and how days are counted.
fn sheets(text: &str, name: &str) -> Result<(Vec<(Sheet, String)>, Epoch), Refusal> {
    let mut counter = Counter::default();
    let mut sheets = Vec::new();
    let mut epoch = Epoch::default();
    let mut events = Events::of(text, name);
    while let Some(step) = events.next()? {
        let Step::Open(tag) = step else { continue };
        match tag.name() {
            "workbookPr" if tag.is("date1904") => epoch = Epoch::Year1904,
            "sheet" => {
                counter.one()?;
                let name = tag.get("name").unwrap_or_default();
                let hidden = tag.get("state").is_some_and(|state| matches!(state.as_str(), "hidden" | "veryHidden"));
                let sheet = Sheet { name, hidden, ..Sheet::default() };
                sheets.push((sheet, tag.get("id").unwrap_or_default()));
            }
            _ => {}
        }
    }
    Ok((sheets, epoch))
}

/// The relations of a part by their names; those of the whole file for a part without a name.
fn relations(archive: &Archive<'_>, part: &str) -> Result<HashMap<String, Relation>, Refusal> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = format!("{folder}/_rels/{file}.rels");
    let mut relations = HashMap::new();
    let Some(bytes) = archive.part(&name)? else { return Ok(relations) };
    let text = events::text(bytes);
    let mut counter = Counter::default();
    let mut events = Events::of(&text, &name);
    while let Some(step) = events.next()? {
        let Step::Open(tag) = step else { continue };
        if tag.name() == "Relationship" && tag.get("TargetMode").as_deref() != Some("External") {
            counter.one()?;
            let kind = tag.get("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let part = resolved(folder, &tag.get("Target").unwrap_or_default());
            relations.insert(tag.get("Id").unwrap_or_default(), Relation { kind, part });
        }
    }
    Ok(relations)
}

/// The name of a part as another one in a folder has it: relative, or from the top.
fn resolved(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            _ => path.push(step),
        }
    }
    path.join("/")
}
