//! `voced inputs`: every input of the model, as a table, as JSON, and as the page of the
//! documentation.

use std::fmt::Write;

use serde::Serialize;
use voced_model::inputs::{Group, InputSpec, Role};
use voced_model::{InputId, Lang};

use crate::arguments::InputFormat;
use crate::columns::{Alignment, aligned};
use crate::{Printed, json};

#[derive(Serialize)]
struct InputRow {
    id: &'static str,
    group: &'static str,
    shape: &'static str,
    role: &'static str,
    unit: &'static str,
    default: f64,
    min: f64,
    max: f64,
    step: f64,
    name_zh: &'static str,
    name_en: &'static str,
    meaning_zh: &'static str,
    meaning_en: &'static str,
    source: Source,
}

#[derive(Serialize)]
struct Source {
    kind: &'static str,
    ids: &'static [&'static str],
    note_zh: &'static str,
    note_en: &'static str,
    confidence: &'static str,
}

/// Lists the inputs in the order of the table.
pub fn answer(format: InputFormat, lang: Lang) -> Printed {
    let specs: Vec<&InputSpec> = InputId::all().map(InputId::spec).collect();
    match format {
        InputFormat::Table => Ok(table(&specs, lang)),
        InputFormat::Json => json(&specs.iter().map(|spec| row(spec)).collect::<Vec<_>>()),
        InputFormat::Markdown => markdown(&specs).map_err(|error| vec![error.to_string()]),
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Lever => "lever",
        Role::Base => "base",
        Role::Assumption => "assumption",
    }
}

fn row(spec: &InputSpec) -> InputRow {
    InputRow {
        id: spec.id,
        group: spec.group.id(),
        shape: spec.shape.id(),
        role: role(spec.role),
        unit: spec.unit.id(),
        default: spec.default,
        min: spec.min,
        max: spec.max,
        step: spec.step,
        name_zh: spec.name.zh,
        name_en: spec.name.en,
        meaning_zh: spec.prose().meaning.zh,
        meaning_en: spec.prose().meaning.en,
        source: Source {
            kind: spec.source.kind.id(),
            ids: spec.source.ids,
            note_zh: spec.prose().note.zh,
            note_en: spec.prose().note.en,
            confidence: spec.source.confidence.id(),
        },
    }
}

fn table(specs: &[&InputSpec], lang: Lang) -> String {
    let rows: Vec<_> = specs
        .iter()
        .map(|spec| {
            [
                spec.id.to_owned(),
                spec.name.get(lang).to_owned(),
                spec.shape.id().to_owned(),
                spec.default.to_string(),
                spec.min.to_string(),
                spec.max.to_string(),
                spec.unit.id().to_owned(),
            ]
        })
        .collect();
    let [id, name, shape, default, min, max, unit] = lang.pick(
        ["编号", "名称", "形式", "默认值", "最小", "最大", "单位"],
        ["id", "name", "takes", "default", "min", "max", "unit"],
    );
    aligned(
        [
            (id, Alignment::Left),
            (name, Alignment::Left),
            (shape, Alignment::Left),
            (default, Alignment::Right),
            (min, Alignment::Right),
            (max, Alignment::Right),
            (unit, Alignment::Left),
        ],
        &rows,
    )
}

const PREFACE: &str = "\
# Inputs

<!-- Written by `voced inputs --format markdown`; a test keeps it up to date. Do not edit by hand. -->

Every input of the model. The id is what scenario files and links use. A *path* takes one number or a \
way over the years, a *scalar* one number for all years, a *switch* 0 or 1. Shares are written 0 to 1. \
Where neither the user nor the plan nor the area gives a value, the default holds. Source ids such as \
`STD-02` name reference values, ids such as `DZ-004` statements of a plan.

模型的全部可调项。编号用于方案文件和链接；path 可取一个数或逐年设定，scalar 各年同一个数，switch 取 0 或 1。\
比例一律写作 0 至 1。用户、规划和地区数据均未给出取值时采用默认值。来源编号如 `STD-02` 指参考数值，`DZ-004` 指规划条文。
";

fn markdown(specs: &[&InputSpec]) -> Result<String, std::fmt::Error> {
    let mut page = PREFACE.to_owned();
    let mut group: Option<Group> = None;
    for spec in specs {
        if group != Some(spec.group) {
            group = Some(spec.group);
            let section = spec.group.section().words();
            write!(page, "\n## {} {}: {}\n\n", section.zh, section.en, spec.group.id())?;
            page += "| id | 名称 name | unit | takes | default | bounds | 含义 meaning | source |\n";
            page += "| --- | --- | --- | --- | ---: | --- | --- | --- |\n";
        }
        let InputSpec { id, name, unit, shape, default, min, max, .. } = spec;
        let meaning = spec.prose().meaning;
        let takes = format!("{} ({})", shape.id(), role(spec.role));
        writeln!(
            page,
            "| `{id}` | {}<br>{} | {} | {takes} | {default} | {min} to {max} | {}<br>{} | {} |",
            cell(name.zh),
            cell(name.en),
            unit.id(),
            cell(meaning.zh),
            cell(meaning.en),
            cell(&source(spec)),
        )?;
    }
    Ok(page)
}

/// Text that stays within its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn source(spec: &InputSpec) -> String {
    let source = &spec.source;
    let ids: Vec<_> = source.ids.iter().map(|id| format!("`{id}`")).collect();
    let mut lines = vec![source.kind.words().en.to_owned()];
    if !ids.is_empty() {
        lines.push(ids.join(", "));
    }
    lines.extend(
        [spec.prose().note.zh, spec.prose().note.en]
            .iter()
            .filter(|note| !note.is_empty())
            .map(|note| (*note).to_owned()),
    );
    lines.push(source.confidence.words().en.to_owned());
    lines.join("<br>")
}
