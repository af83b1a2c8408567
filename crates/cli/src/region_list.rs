//! `voced regions`: the areas that ship.

use serde::Serialize;
use voced_model::Lang;
use voced_scenario::{Layer, Region};

use crate::arguments::ListFormat;
use crate::columns::{Side, aligned};
use crate::{Answer, broken, json};

#[derive(Serialize)]
struct Row<'a> {
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
pub fn regions(lang: Lang) -> Result<Vec<&'static Region>, Vec<String>> {
    Region::ids().filter_map(Region::shipped).map(|region| region.map_err(|error| broken(error, lang))).collect()
}

/// Lists the areas.
pub fn answer(format: ListFormat, lang: Lang) -> Answer {
    let regions = regions(lang)?;
    match format {
        ListFormat::Json => json(&regions.iter().map(|region| row(region)).collect::<Vec<_>>()),
        ListFormat::Table => Ok(table(&regions, lang)),
    }
}

fn row(region: &Region) -> Row<'_> {
    Row {
        id: &region.id,
        name_zh: &region.name.zh,
        name_en: &region.name.en,
        short_zh: &region.short.zh,
        short_en: &region.short.en,
        base_year: region.base_year.value,
        layers: Layer::ALL.map(Layer::id).to_vec(),
        targets: region.targets.len(),
        statements: region.statements().len(),
        document: region.document.as_ref().map(|document| Document {
            title_zh: &document.title.zh,
            title_en: &document.title.en,
            issuer_zh: &document.issuer.zh,
            issuer_en: &document.issuer.en,
            issued: document.issued.as_deref(),
            draft: document.draft,
        }),
    }
}

fn table(regions: &[&Region], lang: Lang) -> String {
    let rows: Vec<_> = regions
        .iter()
        .map(|region| {
            [
                region.id.clone(),
                region.name.get(lang).to_owned(),
                region.base_year.value.to_string(),
                region.targets.len().to_string(),
                region.statements().len().to_string(),
                region.document.as_ref().map_or_else(String::new, |document| document.title.get(lang).to_owned()),
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
            (id, Side::Left),
            (name, Side::Left),
            (base_year, Side::Right),
            (targets, Side::Right),
            (statements, Side::Right),
            (document, Side::Left),
        ],
        &rows,
    )
}
