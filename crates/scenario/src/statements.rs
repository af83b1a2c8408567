//! The statements of the plans: quotes, and what each became in the product.

mod notes;
mod words;

pub use notes::{Note, notes};

pub use words::{ROLES, told, unit_name};

use crate::json::Json;
use crate::programme_file::read_deliverable;
use crate::programmes::Named;
use crate::reader::{Fields, Reader, inside, text};
use crate::source::Source;
use crate::targets::{Metric, Op, read_metric, read_op};
use crate::text_fields::{MAX_TEXT, read_text};
use voced_model::inputs::{Confidence, SourceKind};
use voced_model::programme::Deliverable;
use voced_model::text::{Text, Words};

/// The document a plan's statements stand in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Title.
    pub title: Text,
    /// Who issued it; empty where the text does not say.
    pub issuer: Text,
    /// Date of issue, `2020-09-01`; `None` where the text does not say.
    pub issued: Option<String>,
    /// Whether it is a draft for comments.
    pub draft: bool,
    /// What a reader should know about the copy that was read.
    pub note: Text,
}

/// One statement of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Permanent id, such as `LW-006`.
    pub id: String,
    /// Short name.
    pub label: Text,
    /// The plan's own words, exactly.
    pub quote_zh: String,
    /// What the statement measures, in the plan's terms.
    pub metric: String,
    /// The comparison in the plan.
    pub op: Op,
    /// The number in the plan, in `unit`; `None` for a statement without one.
    pub value: Option<f64>,
    /// Unit of the number, in the plan's terms (percent, schools, yuan_per_person, …).
    pub unit: String,
    /// The deadline, if any.
    pub year: Option<i32>,
    /// What kind of statement it is in the plan.
    pub role: String,
    /// What it became here; never empty.
    pub became: Vec<Became>,
}

/// What a statement became in the product.
#[derive(Clone, Debug, PartialEq)]
pub enum Became {
    /// A goal with a year.
    Target(Goal),
    /// A rule for every year.
    Constraint(Goal),
    /// Inputs, projects and deliverables that carry it out.
    Lever(Vec<String>),
    /// A thing to be built or done; the definition is absent where another place gives it.
    Deliverable {
        /// The deliverable's id.
        id: String,
        /// The definition.
        definition: Option<Named<Deliverable<f64>>>,
    },
    /// Base values or defaults that were taken from it.
    Default(Vec<String>),
    /// Not computed, and why.
    Note(Text),
}

/// The measurable part of a target or constraint.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// What is measured.
    pub metric: Metric,
    /// How.
    pub op: Op,
    /// The goal in the metric's unit.
    pub value: f64,
    /// The deadline.
    pub year: Option<i32>,
}

/// The kinds of things a statement can become, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// A thing to be built or done; its goal only says by when.
    Deliverable,
    /// A goal with a year.
    Target,
    /// A rule for every year.
    Constraint,
    /// Inputs, projects and deliverables that carry it out.
    Lever,
    /// Base values or defaults.
    Default,
    /// Not computed.
    Note,
}

impl Fate {
    /// Every kind, the most telling first.
    pub const ALL: [Fate; 6] =
        [Fate::Deliverable, Fate::Target, Fate::Constraint, Fate::Lever, Fate::Default, Fate::Note];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Fate::Target => "target",
            Fate::Constraint => "constraint",
            Fate::Deliverable => "deliverable",
            Fate::Lever => "lever",
            Fate::Default => "default",
            Fate::Note => "note",
        }
    }

    /// The word for people.
    pub const fn words(self) -> Words {
        match self {
            Fate::Target => Words { zh: "目标", en: "target" },
            Fate::Constraint => Words { zh: "约束", en: "rule" },
            Fate::Deliverable => Words { zh: "建设任务", en: "deliverable" },
            Fate::Lever => Words { zh: "可调项", en: "lever" },
            Fate::Default => Words { zh: "默认值", en: "default value" },
            Fate::Note => Words { zh: "未计算", en: "not computed" },
        }
    }
}

impl Became {
    /// Which kind of thing it is.
    pub const fn fate(&self) -> Fate {
        match self {
            Became::Target(_) => Fate::Target,
            Became::Constraint(_) => Fate::Constraint,
            Became::Lever(_) => Fate::Lever,
            Became::Deliverable { .. } => Fate::Deliverable,
            Became::Default(_) => Fate::Default,
            Became::Note(_) => Fate::Note,
        }
    }

    /// The word for the kind.
    pub const fn id(&self) -> &'static str {
        self.fate().id()
    }

    /// The word for people.
    pub const fn words(&self) -> Words {
        self.fate().words()
    }
}

impl Statement {
    /// The most telling of what it became: each statement counts once.
    pub fn fate(&self) -> Fate {
        Fate::ALL.into_iter().find(|fate| self.became.iter().any(|became| became.fate() == *fate)).unwrap_or(Fate::Note)
    }
}

/// Reads a statement file.
pub(crate) fn read(reader: &mut Reader, json: &Json) -> Option<(Document, Vec<Statement>)> {
    let fields = reader.fields("", json, &["document", "statements"])?;
    let document = reader.required("", &fields, "document", read_document);
    let statements = reader.required("", &fields, "statements", |reader, at, json| {
        let items = reader.list(at, json)?;
        items.iter().enumerate().map(|(i, item)| read_statement(reader, &inside(at, &i.to_string()), item)).collect()
    });
    Some((document?, statements?))
}

fn read_document(reader: &mut Reader, at: &str, json: &Json) -> Option<Document> {
    const KEYS: &[&str] = &["title_zh", "title_en", "issuer_zh", "issuer_en", "issued", "status", "note_zh", "note_en"];
    let fields = reader.fields(at, json, KEYS)?;
    Some(Document {
        title: read_text(reader, at, &fields, "title_zh", "title_en")?,
        issuer: read_text(reader, at, &fields, "issuer_zh", "issuer_en")?,
        issued: reader.optional(at, &fields, "issued", text(10))?,
        draft: reader.required(at, &fields, "status", |reader, at, json| {
            reader.one_of(at, json, &[("final", false), ("draft", true)])
        })?,
        note: read_text(reader, at, &fields, "note_zh", "note_en")?,
    })
}

pub(crate) fn read_statement(reader: &mut Reader, at: &str, json: &Json) -> Option<Statement> {
    const KEYS: &[&str] =
        &["id", "label_zh", "label_en", "quote_zh", "metric", "op", "value", "unit", "year", "role", "became"];
    let fields = reader.fields(at, json, KEYS)?;
    let id = reader.required(at, &fields, "id", text(20))?;
    let at = id.clone();
    let label = read_text(reader, &at, &fields, "label_zh", "label_en")?;
    let stated = Named {
        id: id.clone(),
        name: label.clone(),
        item: (),
        source: Source::of(SourceKind::Plan, vec![id.clone()], Text::default()),
        confidence: Some(Confidence::High),
    };
    let became = reader.required(&at, &fields, "became", |reader, at, json| {
        let items = reader.list(at, json)?;
        items
            .iter()
            .enumerate()
            .map(|(i, item)| read_became(reader, &inside(at, &i.to_string()), item, &stated))
            .collect::<Option<Vec<_>>>()
    });
    Some(Statement {
        id,
        quote_zh: reader.required(&at, &fields, "quote_zh", text(MAX_TEXT))?,
        metric: reader.required(&at, &fields, "metric", text(80))?,
        op: reader.required(&at, &fields, "op", read_op)?,
        value: reader.optional(&at, &fields, "value", Reader::number)?,
        unit: reader.required(&at, &fields, "unit", text(80))?,
        year: reader.optional(&at, &fields, "year", Reader::year)?,
        role: reader.required(&at, &fields, "role", text(40))?,
        label,
        became: became?,
    })
}

/// Reads one thing a statement became. What it defines carries the statement's name and source.
fn read_became(reader: &mut Reader, at: &str, json: &Json, stated: &Named<()>) -> Option<Became> {
    const KEYS: &[&str] = &["kind", "metric", "op", "value", "year", "ids", "id", "deliverable", "why_zh", "why_en"];
    let fields = reader.fields(at, json, KEYS)?;
    let kinds = ["target", "constraint", "lever", "deliverable", "default", "note"].map(|kind| (kind, kind));
    match reader.required(at, &fields, "kind", |reader, at, json| reader.one_of(at, json, &kinds))? {
        "target" => Some(Became::Target(read_goal(reader, at, &fields)?)),
        "constraint" => Some(Became::Constraint(read_goal(reader, at, &fields)?)),
        "lever" => Some(Became::Lever(reader.required(at, &fields, "ids", read_ids)?)),
        "default" => Some(Became::Default(reader.required(at, &fields, "ids", read_ids)?)),
        "note" => Some(Became::Note(read_text(reader, at, &fields, "why_zh", "why_en")?)),
        _ => {
            let id = reader.required(at, &fields, "id", text(80))?;
            let definition = reader
                .optional(at, &fields, "deliverable", |reader, at, json| read_deliverable(reader, at, &id, json))?;
            let definition = definition.map(|Named { id, item, .. }| {
                let Named { name, source, confidence, .. } = stated.clone();
                Named { id, name, item, source, confidence }
            });
            Some(Became::Deliverable { id, definition })
        }
    }
}

fn read_goal(reader: &mut Reader, at: &str, fields: &Fields<'_>) -> Option<Goal> {
    let metric = reader.required(at, fields, "metric", read_metric);
    let op = reader.required(at, fields, "op", read_op);
    let value = reader.required(at, fields, "value", Reader::number);
    let year = reader.optional(at, fields, "year", Reader::year);
    Some(Goal { metric: metric?, op: op?, value: value?, year: year? })
}

fn read_ids(reader: &mut Reader, at: &str, json: &Json) -> Option<Vec<String>> {
    let items = reader.list(at, json)?;
    items.iter().enumerate().map(|(i, item)| reader.text(&inside(at, &i.to_string()), item, 80)).collect()
}
