//! `voced statements`: what the plans say, and what each statement became.

use serde::Serialize;
use voced_model::Lang;
use voced_scenario::statements::{Became, Goal, Statement};
use voced_scenario::{Area, AreaRef};

use crate::arguments::ListFormat;
use crate::columns::{Alignment, aligned};
use crate::{Printed, area_list, broken, json};

#[derive(Serialize)]
struct StatementRow<'a> {
    id: &'a str,
    #[serde(rename = "region")]
    area: &'a str,
    label_zh: &'a str,
    label_en: &'a str,
    quote_zh: &'a str,
    metric: &'a str,
    op: &'static str,
    value: Option<f64>,
    unit: &'a str,
    year: Option<i32>,
    role: &'a str,
    note_zh: String,
    note_en: String,
    became: Vec<StatementOutcome<'a>>,
}

/// One thing a statement became; the keys that its kind does not have are left out.
#[derive(Serialize)]
struct StatementOutcome<'a> {
    kind: &'static str,
    #[serde(flatten)]
    goal: Option<Measure>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    ids: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why_zh: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why_en: Option<&'a str>,
}

#[derive(Serialize)]
struct Measure {
    metric: String,
    op: &'static str,
    value: f64,
    year: Option<i32>,
}

/// Lists the statements of one area, or of all.
pub fn answer(area: Option<&str>, format: ListFormat, lang: Lang) -> Printed {
    let areas = match area {
        None => area_list::areas(lang)?,
        Some(id) => vec![known(id, lang)?],
    };
    let statements: Vec<(&Area, &Statement)> =
        areas.iter().flat_map(|area| area.statements().iter().map(|statement| (*area, statement))).collect();
    match format {
        ListFormat::Json => json(&statements.iter().map(|(area, statement)| row(area, statement)).collect::<Vec<_>>()),
        ListFormat::Table => Ok(table(&statements, lang)),
    }
}

fn known(id: &str, lang: Lang) -> Result<&'static Area, Vec<String>> {
    match Area::shipped(id) {
        Some(area) => area.map_err(|error| broken(error, lang)),
        None => {
            let faults = AreaRef::shipped(id).err().unwrap_or_default();
            Err(faults.iter().map(|fault| fault.message(lang)).collect())
        }
    }
}

fn row<'a>(area: &'a Area, statement: &'a Statement) -> StatementRow<'a> {
    let note = statement.note();
    StatementRow {
        id: &statement.id,
        area: &area.id,
        label_zh: &statement.label.zh,
        label_en: &statement.label.en,
        quote_zh: &statement.quote_zh,
        metric: &statement.metric,
        op: statement.op.id(),
        value: statement.value,
        unit: &statement.unit,
        year: statement.year,
        role: &statement.role,
        note_zh: note.zh,
        note_en: note.en,
        became: statement.became.iter().map(outcome).collect(),
    }
}

fn outcome(became: &Became) -> StatementOutcome<'_> {
    let mut outcome =
        StatementOutcome { kind: became.id(), goal: None, ids: &[], id: None, why_zh: None, why_en: None };
    match became {
        Became::Target(goal) | Became::Constraint(goal) => outcome.goal = Some(measure(goal)),
        Became::Lever(ids) | Became::Default(ids) => outcome.ids = ids,
        Became::Deliverable { id, .. } => outcome.id = Some(id),
        Became::Note(why) => {
            outcome.why_zh = Some(&why.zh);
            outcome.why_en = Some(&why.en);
        }
    }
    outcome
}

fn measure(goal: &Goal) -> Measure {
    Measure { metric: goal.metric.id(), op: goal.op.id(), value: goal.value, year: goal.year }
}

fn table(statements: &[(&Area, &Statement)], lang: Lang) -> String {
    let rows: Vec<_> = statements
        .iter()
        .map(|(_, statement)| {
            let mut kinds: Vec<_> = statement.became.iter().map(|became| became.words().get(lang)).collect();
            kinds.dedup();
            [
                statement.id.clone(),
                statement.year.map_or_else(String::new, |year| year.to_string()),
                kinds.join(lang.pick("、", ", ")),
                statement.label.get(lang).to_owned(),
            ]
        })
        .collect();
    let [id, year, became, label] = lang.pick(["编号", "年份", "归入", "条文"], ["id", "year", "became", "statement"]);
    aligned(
        [(id, Alignment::Left), (year, Alignment::Right), (became, Alignment::Left), (label, Alignment::Left)],
        &rows,
    )
}
