//! The plans beside each other: who asks for how much by when, and what the model makes of it.

use voced_model::format::Gauge;
use voced_model::{Lang, format};
use voced_scenario::statements::{Statement, told, unit_name};
use voced_scenario::{Area, AreaRef, Layer, Metric, Scenario};

use super::planned;
use super::subjects::{Subject, goals};
use crate::app::Outcome;
use crate::phrases;

/// A plan as the model sees it: nothing changed by the user.
pub struct Worlds {
    area: &'static Area,
    base: Outcome,
    plan: Outcome,
}

/// Every plan, run once without and once with what it asks for.
pub fn resolved_scenarios() -> Vec<Worlds> {
    let run = |area: &'static Area, layer| Outcome::of(&Scenario::new(AreaRef::Shipped(area), layer));
    planned()
        .filter_map(|area| Some(Worlds { area, base: run(area, Layer::Base)?, plan: run(area, Layer::Plan)? }))
        .collect()
}

/// What one plan says, or that it says nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct SideRow {
    /// The area.
    pub area: String,
    /// The statement: id, label, quote; absent where the plan does not speak of it.
    pub statement: Option<(String, String, String)>,
    /// What is asked for.
    pub asked: String,
    /// By when.
    pub due: String,
    /// The year of the two values; empty where there are none.
    pub year: String,
    /// What the status quo gives in that year.
    pub base: String,
    /// What the plan gives in that year.
    pub plan: String,
}

/// A number that can be drawn beside others of its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The area and the statement's id.
    pub name: String,
    /// What is asked for and by when, in words.
    pub said: String,
    /// The number asked for, as a share of the largest in the picture.
    pub asked: f64,
    /// The same of what the status quo gives, where that is in the same unit.
    pub base: Option<f64>,
    /// The same of what the plan gives.
    pub plan: Option<f64>,
}

/// Bars of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The unit's id in the data.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// The largest number, in words: the right end of the picture.
    pub end: String,
    /// One for each statement with a number in it.
    pub bars: Vec<Bar>,
}

/// The plans beside each other on one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct SubjectComparison {
    /// The subject's name.
    pub name: String,
    /// What has to be borne in mind.
    pub cautions: Vec<String>,
    /// A row for each statement, and one for each plan without any.
    pub rows: Vec<SideRow>,
    /// A picture for each unit.
    pub pictures: Vec<Bars>,
}

/// A value of a metric in words.
fn in_words(value: Option<f64>, pair: &Pair, metric: &Metric, lang: Lang) -> String {
    match (value, metric.unit()) {
        (Some(value), Some(unit)) => {
            let pair = [pair.0, pair.1].map(|one| one.unwrap_or(f64::NAN));
            metric.text_by(value, Some(Gauge::of(&pair, &[], unit, lang)), lang)
        }
        (Some(value), None) => format::exact(format::tenths(value), None, lang),
        (None, _) => String::new(),
    }
}

/// A statement with its numbers in the statement's own unit.
struct Measured<'a> {
    area: &'a str,
    statement: &'a Statement,
    asked: f64,
    base: Option<f64>,
    plan: Option<f64>,
}

/// What the status quo and the plan give.
type Pair = (Option<f64>, Option<f64>);

impl Worlds {
    fn values(&self, metric: &Metric, year: i32) -> Pair {
        let of = |outcome: &Outcome| {
            let values = outcome.resolved().metric(outcome.projection(), metric);
            outcome.index(year).and_then(|t| values.get(t).copied().flatten())
        };
        (of(&self.base), of(&self.plan))
    }

    fn horizon(&self) -> i32 {
        self.plan.resolved().scenario.horizon
    }

    fn row(&self, statement: Option<&Statement>, metric: Option<&Metric>, due: Option<i32>, lang: Lang) -> SideRow {
        let year = due.unwrap_or_else(|| self.horizon());
        let values = metric.map(|metric| (metric, self.values(metric, year)));
        let text = |value: fn(&Pair) -> Option<f64>| {
            values.as_ref().map_or_else(String::new, |(metric, pair)| in_words(value(pair), pair, metric, lang))
        };
        let (base, plan) = (text(|pair| pair.0), text(|pair| pair.1));
        let none = base.is_empty() && plan.is_empty();
        SideRow {
            area: self.area.short.get(lang).to_owned(),
            statement: statement.map(|statement| {
                (statement.id.clone(), statement.label.get(lang).to_owned(), statement.quote_zh.clone())
            }),
            asked: statement.map_or_else(|| phrases::NOT_SPOKEN_OF.get(lang).to_owned(), |found| found.asked(lang)),
            due: statement.map_or_else(String::new, |found| match found.year {
                Some(year) => year.to_string(),
                None => phrases::NO_DUE.get(lang).to_owned(),
            }),
            year: if none { String::new() } else { year.to_string() },
            base,
            plan,
        }
    }
}

/// What turns a value of the model into the statement's unit; `None` where they cannot be put together.
fn factor(statement: &Statement, metric: &Metric) -> Option<f64> {
    let goal = goals(statement).find(|goal| goal.metric == *metric)?;
    let asked = statement.value?;
    [1.0, 100.0].into_iter().find(|factor| (goal.value * factor - asked).abs() <= 1e-9 * asked.abs().max(1.0))
}

/// The plans beside each other.
pub fn side(resolved_scenarios: &[Worlds], subject: &Subject, lang: Lang) -> SubjectComparison {
    let common = subject.common_metric();
    let mut rows = Vec::new();
    let mut measured = Vec::new();
    for resolved in resolved_scenarios {
        let mut speaks = false;
        for statement in resolved.area.statements().iter().filter(|statement| subject.holds(statement)) {
            speaks = true;
            let metric = goals(statement).next().map(|goal| &goal.metric).or(common.as_ref());
            rows.push(resolved.row(Some(statement), metric, statement.year, lang));
            let Some(asked) = statement.value else { continue };
            let year = statement.year.unwrap_or_else(|| resolved.horizon());
            let scaled = metric.and_then(|metric| Some((resolved.values(metric, year), factor(statement, metric)?)));
            let pick = |value: Option<f64>| Some(value? * scaled.as_ref()?.1);
            let (base, plan) = scaled.map_or((None, None), |(pair, _)| pair);
            let area = resolved.area.short.get(lang);
            measured.push(Measured { area, statement, asked, base: pick(base), plan: pick(plan) });
        }
        if !speaks {
            rows.push(resolved.row(None, common.as_ref(), None, lang));
        }
    }
    let pictures = pictures(&measured, lang);
    let mut cautions: Vec<String> = subject.caution.into_iter().map(str::to_owned).collect();
    if pictures.len() > 1 {
        cautions.push(phrases::UNITS_DIFFER.get(lang).to_owned());
    }
    SubjectComparison { name: subject.name.clone(), cautions, rows, pictures }
}

fn pictures(measured: &[Measured<'_>], lang: Lang) -> Vec<Bars> {
    let mut pictures: Vec<Bars> = Vec::new();
    for first in measured {
        let unit = &first.statement.unit;
        // A year of the calendar has no length.
        if matches!(unit.as_str(), "year" | "boolean" | "rank" | "grade")
            || pictures.iter().any(|known| known.unit == *unit)
        {
            continue;
        }
        let same: Vec<_> = measured.iter().filter(|one| one.statement.unit == *unit).collect();
        let numbers = same.iter().flat_map(|one| [Some(one.asked), one.base, one.plan]).flatten();
        let largest = numbers.fold(0.0_f64, |most, number| most.max(number));
        if largest <= 0.0 {
            continue;
        }
        let bars = same.iter().map(|one| {
            let due = one.statement.year.map(|year| lang.pick(format!("，{year} 年"), format!(", {year}")));
            Bar {
                name: format!("{} {}", one.area, one.statement.id),
                said: format!("{}{}", one.statement.asked(lang), due.unwrap_or_default()),
                asked: one.asked / largest,
                base: one.base.map(|base| base.max(0.0) / largest),
                plan: one.plan.map(|plan| plan.max(0.0) / largest),
            }
        });
        pictures.push(Bars {
            unit: unit.clone(),
            unit_name: unit_name(unit, lang),
            end: told(format::tenths(largest), unit, lang),
            bars: bars.collect(),
        });
    }
    pictures
}

/// The head of the table.
pub fn head(lang: Lang) -> Vec<String> {
    [
        phrases::PLAN_OF,
        phrases::STATEMENT,
        phrases::ASKED,
        phrases::DEADLINE,
        phrases::VALUE_YEAR,
        phrases::BASE_VALUE,
        phrases::PLAN_VALUE,
    ]
    .map(|words| words.get(lang).to_owned())
    .to_vec()
}

/// The table as text.
pub fn table(side: &SubjectComparison) -> Vec<Vec<String>> {
    let cells = |row: &SideRow| {
        let statement = row.statement.as_ref().map(|(id, label, _)| format!("{id} {label}")).unwrap_or_default();
        let texts = [&row.area, &statement, &row.asked, &row.due, &row.year, &row.base, &row.plan];
        texts.into_iter().cloned().collect()
    };
    side.rows.iter().map(cells).collect()
}
