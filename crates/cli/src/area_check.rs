//! `voced area check`: how a table would be read.

use serde::Serialize;
use voced_import::{At, DryRun, JsonFile, Origin, ReadCell, Remark, Subject};
use voced_model::text::Lang;
use voced_scenario::{Json, PathValue};

use crate::arguments::{AreaChoices, ListFormat};
use crate::columns::{Alignment, aligned};
use crate::table_file::{self, TableFile};
use crate::{Printed, json};

/// Tells a dry run.
pub fn answer(file: &str, choices: &AreaChoices, format: ListFormat, lang: Lang) -> Printed {
    match (table_file::open(file, choices, lang)?, format) {
        (TableFile::Table(dry_run), ListFormat::Table) => Ok(table(&dry_run, lang)),
        (TableFile::Table(dry_run), ListFormat::Json) => json(&document(&dry_run, lang)),
        (TableFile::Json(file), ListFormat::Table) => Ok(area_table(&file, lang)),
        (TableFile::Json(file), ListFormat::Json) => Ok(file.area.to_json().pretty()),
    }
}

fn remarks(remarks: &[Remark], lang: Lang) -> Vec<String> {
    remarks.iter().map(|remark| remark.words(lang)).collect()
}

fn table(dry_run: &DryRun, lang: Lang) -> String {
    let heads = lang.pick(["名称", "编号", "单元格", "读作", "提示"], ["name", "id", "cell", "read as", "remarks"]);
    let head = heads.map(|head| (head, Alignment::Left));
    let between = lang.pick("；", "; ");
    let place = |cells: &[ReadCell]| cells.first().map_or_else(String::new, |cell| cell.at.text(lang));
    let values = dry_run.values.iter().map(|value| {
        [
            value.input.spec().name.get(lang).to_owned(),
            value.input.id().to_owned(),
            place(&value.cells),
            value.understood(lang),
            remarks(&value.remarks, lang).join(between),
        ]
    });
    let observed = dry_run.observed.iter().map(|observed| {
        [
            format!("{} {}", observed.quantity.spec().name.get(lang), observed.year),
            observed.quantity.id().to_owned(),
            observed.cell.at.text(lang),
            observed.understood(lang),
            remarks(&observed.remarks, lang).join(between),
        ]
    });
    let rows: Vec<[String; 5]> = values.chain(observed).collect();
    let mut text = String::new();
    if let (Some(name), Some(year)) = (&dry_run.name, &dry_run.base_year) {
        let base = lang.pick("，基年 ", ", base year ");
        text += &format!("{}{base}{}\n\n", name.value, year.value);
    }
    text += &aligned(head, &rows);
    let unknown = dry_run.unknown.iter().map(|unknown| {
        let nearest: Vec<&str> = unknown.nearest.iter().map(|subject| subject.name(lang)).collect();
        let hint = match nearest.as_slice() {
            [] => String::new(),
            names => lang.pick(format!("；相近的有：{}", names.join("、")), format!("; like it: {}", names.join(", "))),
        };
        format!("{} {}{hint}", unknown.at.text(lang), unknown.label)
    });
    let more = (dry_run.unknown_more > 0).then(|| {
        let count = dry_run.unknown_more;
        lang.pick(format!("另有 {count} 个"), format!("and {count} more"))
    });
    let missing = dry_run.missing.iter().map(|input| format!("{} ({})", input.spec().name.get(lang), input.id()));
    let notes = dry_run.notes.iter().map(|note| note.words(lang).to_string());
    text += &section(lang.pick("不认识的行和列", "rows and columns that are not known"), unknown.chain(more));
    text += &section(lang.pick("没有读取", "left out"), dry_run.skipped.iter().map(|skipped| skipped.words(lang)));
    text += &section(lang.pick("文件", "file"), notes);
    text += &section(lang.pick("没有数值，取全国通用值", "without a value, so the national one"), missing);
    text
}

/// Lines under a heading; nothing where there are none.
fn section(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.map(|line| format!("  {line}\n")).collect();
    if lines.is_empty() { lines } else { format!("\n{title}\n{lines}") }
}

fn area_table(file: &JsonFile, lang: Lang) -> String {
    let heads = lang.pick(["名称", "编号", "数值", "来源"], ["name", "id", "value", "source"]);
    let rows: Vec<[String; 4]> = file
        .area
        .base
        .inputs
        .iter()
        .map(|(input, sourced)| {
            let spec = input.spec();
            let level = sourced.value.level().unwrap_or(f64::NAN);
            [spec.name.get(lang).to_owned(), spec.id.to_owned(), spec.text(level, lang), sourced.source.text(lang)]
        })
        .collect();
    aligned(heads.map(|head| (head, Alignment::Left)), &rows)
}

#[derive(Serialize)]
struct Document {
    name: Option<FoundRow<String>>,
    base_year: Option<FoundRow<i32>>,
    values: Vec<ValueRow>,
    observed: Vec<ObservedRow>,
    unknown: Vec<UnknownRow>,
    unknown_more: usize,
    skipped: Vec<String>,
    missing: Vec<&'static str>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct FoundRow<T> {
    value: T,
    cell: Option<CellName>,
}

#[derive(Serialize)]
struct CellName {
    sheet: String,
    place: String,
}

#[derive(Serialize)]
struct ValueRow {
    id: &'static str,
    label: String,
    value: Json,
    low: Option<f64>,
    high: Option<f64>,
    source: String,
    confidence: Option<&'static str>,
    understood: String,
    cells: Vec<CellRow>,
    remarks: Vec<String>,
}

#[derive(Serialize)]
struct CellRow {
    cell: CellName,
    written: String,
    year: Option<i32>,
    value: f64,
}

#[derive(Serialize)]
struct ObservedRow {
    id: &'static str,
    label: String,
    year: i32,
    value: f64,
    source: String,
    confidence: &'static str,
    understood: String,
    cell: CellName,
    remarks: Vec<String>,
}

#[derive(Serialize)]
struct UnknownRow {
    label: String,
    cell: CellName,
    nearest: Vec<&'static str>,
}

fn cell(at: &At) -> CellName {
    CellName { sheet: at.name.clone(), place: at.place.to_string() }
}

fn origin(origin: &Origin) -> Option<CellName> {
    match origin {
        Origin::Row(at) | Origin::Title(at) => Some(cell(at)),
        Origin::Chosen => None,
    }
}

fn document(dry_run: &DryRun, lang: Lang) -> Document {
    let name = dry_run.name.as_ref();
    let base_year = dry_run.base_year.as_ref();
    Document {
        name: name.map(|found| FoundRow { value: found.value.clone(), cell: origin(&found.origin) }),
        base_year: base_year.map(|found| FoundRow { value: found.value, cell: origin(&found.origin) }),
        values: dry_run
            .values
            .iter()
            .map(|value| ValueRow {
                id: value.input.id(),
                label: value.label.clone(),
                value: PathValue::to_json(&value.value),
                low: value.low,
                high: value.high,
                source: value.source.clone(),
                confidence: value.confidence.map(|level| level.id()),
                understood: value.understood(lang),
                cells: value.cells.iter().map(cell_row).collect(),
                remarks: remarks(&value.remarks, lang),
            })
            .collect(),
        observed: dry_run
            .observed
            .iter()
            .map(|observed| ObservedRow {
                id: observed.quantity.id(),
                label: observed.label.clone(),
                year: observed.year,
                value: observed.cell.value,
                source: observed.source.clone(),
                confidence: observed.confidence.id(),
                understood: observed.understood(lang),
                cell: cell(&observed.cell.at),
                remarks: remarks(&observed.remarks, lang),
            })
            .collect(),
        unknown: dry_run
            .unknown
            .iter()
            .map(|unknown| UnknownRow {
                label: unknown.label.clone(),
                cell: cell(&unknown.at),
                nearest: unknown.nearest.iter().map(|subject: &Subject| subject.id()).collect(),
            })
            .collect(),
        unknown_more: dry_run.unknown_more,
        skipped: dry_run.skipped.iter().map(|skipped| skipped.words(lang)).collect(),
        missing: dry_run.missing.iter().map(|input| input.id()).collect(),
        notes: dry_run.notes.iter().map(|note| note.words(lang).to_string()).collect(),
    }
}

fn cell_row(read: &ReadCell) -> CellRow {
    CellRow { cell: cell(&read.at), written: read.written.clone(), year: read.year, value: read.value }
}
