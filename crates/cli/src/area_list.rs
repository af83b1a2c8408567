//! `voced regions`: the areas that ship.

use serde::Serialize;
use voced_model::Lang;
use voced_scenario::{Area, Layer};

use crate::arguments::ListFormat;
use crate::columns::{Alignment, aligned};
use crate::{Printed, broken, json};

#[derive(Serialize)]
struct AreaRow<'a> {
    id: &'a str,
    name_zh: &'a str,
    name_en: &'a str,
    short_zh: &'a str,
    short_en: &'a str,
    base_year: i32,
    layers: Vec<&'static str>,
    targets: usize,
    statements: usize,
    document: Option<Document<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    title_zh: &'a str,
    title_en: &'a str,
    issuer_zh: &'a str,
    issuer_en: &'a str,
    issued: Option<&'a str>,
    draft: bool,
}

/// Every area that ships, or the faults of the first that is broken.
pub fn areas(lang: Lang) -> Result<Vec<&'static Area>, Vec<String>> {
    Area::ids().filter_map(Area::shipped).map(|area| area.map_err(|error| broken(error, lang))).collect()
}

/// Lists the areas.
pub fn answer(format: ListFormat, lang: Lang) -> Printed {
    let areas = areas(lang)?;
    match format {
        ListFormat::Json => json(&areas.iter().map(|area| row(area)).collect::<Vec<_>>()),
        ListFormat::Table => Ok(table(&areas, lang)),
    }
}

fn row(area: &Area) -> AreaRow<'_> {
    AreaRow {
        id: &area.id,
        name_zh: &area.name.zh,
        name_en: &area.name.en,
        short_zh: &area.short.zh,
        short_en: &area.short.en,
        base_year: area.base_year.value,
        layers: Layer::ALL.map(Layer::id).to_vec(),
        targets: area.targets.len(),
        statements: area.statements().len(),
        document: area.document.as_ref().map(|document| Document {
            title_zh: &document.title.zh,
            title_en: &document.title.en,
            issuer_zh: &document.issuer.zh,
            issuer_en: &document.issuer.en,
            issued: document.issued.as_deref(),
            draft: document.draft,
        }),
    }
}

fn table(areas: &[&Area], lang: Lang) -> String {
    let rows: Vec<_> = areas
        .iter()
        .map(|area| {
            [
                area.id.clone(),
                area.name.get(lang).to_owned(),
                area.base_year.value.to_string(),
                area.targets.len().to_string(),
                area.statements().len().to_string(),
                area.document.as_ref().map_or_else(String::new, |document| document.title.get(lang).to_owned()),
            ]
        })
        .collect();
    let head = lang.pick(
        ["编号", "地区", "基年", "目标", "条文", "规划文件"],
        ["id", "area", "base year", "targets", "statements", "plan"],
    );
    let [id, name, base_year, targets, statements, document] = head;
    aligned(
        [
            (id, Alignment::Left),
            (name, Alignment::Left),
            (base_year, Alignment::Right),
            (targets, Alignment::Right),
            (statements, Alignment::Right),
            (document, Alignment::Left),
        ],
        &rows,
    )
}
