//! Areas: their observed values, their plan, and where each value comes from.

use std::sync::OnceLock;

use crate::data_file::{DataError, NamedText, read_list};
use crate::error::Problem;
use crate::financing::Financing;
use crate::json::Json;
use crate::observed::{self, Observed};
use crate::path::PathValue;
use crate::programme_file::{read_deliverable, read_project};
use crate::programmes::Named;
use crate::reader::{Reader, find_input, inside};
use crate::shipped::{COUNT, FURTHER, SHIPPED, Shipped};
use crate::source::{Sourced, judge_range, read_sourced};
use crate::statements::{self, Became, Document, Goal, Statement};
use crate::targets::{Target, judge_deliverable};
use crate::text_fields::read_text;
use litemap::LiteMap;
use voced_model::InputId;
use voced_model::programme::{Deliverable, Project};
use voced_model::text::Text;

/// The values of an area before its plan, or what the plan lays over them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    /// Inputs.
    pub inputs: LiteMap<InputId, Sourced<PathValue>>,
    /// Building projects.
    pub projects: Vec<Named<Project<f64>>>,
    /// Deliverables.
    pub deliverables: Vec<Named<Deliverable<f64>>>,
    /// Which of its money is there for which of its projects.
    pub financing: Vec<Financing>,
}

/// An area.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Permanent id; of the user's choosing for an own area.
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Short name for lists and headings.
    pub short: Text,
    /// The last observed year.
    pub base_year: Sourced<i32>,
    /// Observed values.
    pub base: Overlay,
    /// What the plan changes.
    pub plan: Overlay,
    /// What the plan asks for.
    pub targets: Vec<Target>,
    /// What was published of it, in the order of its file; no projection ever depends on these values.
    pub observed: Vec<Observed>,
    /// The plan's document, where there is one.
    pub document: Option<Document>,
    /// The statements of the plan that gave targets, constraints and deliverables.
    pub(crate) needed: Vec<Statement>,
    /// The file as it was read, kept for an own area so that a scenario can carry it.
    pub file: Option<Json>,
}

impl Area {
    /// The years a base year may be.
    pub const BASE_YEARS: std::ops::RangeInclusive<i32> = 1980..=2100;

    /// The ids of the areas that ship.
    pub fn ids() -> impl Iterator<Item = &'static str> + Clone {
        SHIPPED.iter().map(|shipped| shipped.id)
    }

    /// An area that ships; `None` where there is none of this id. Read once, when first asked for.
    pub fn shipped(id: &str) -> Option<Result<&'static Area, &'static DataError>> {
        static CELLS: [OnceLock<Result<Area, DataError>>; COUNT] = [const { OnceLock::new() }; COUNT];
        let position = SHIPPED.iter().position(|shipped| shipped.id == id)?;
        let Shipped { id, file, statements, .. } = &SHIPPED[position];
        Some(CELLS[position].get_or_init(|| Area::read(*file, *statements, Some(id))).as_ref())
    }

    /// Every area that ships, in the order of the page; a test sees to it that all are sound.
    pub fn all_shipped() -> impl Iterator<Item = &'static Area> + Clone {
        Area::ids().filter_map(Area::find_shipped)
    }

    /// The area that ships of an id, for those who have nothing to say of one that is unknown or broken.
    pub fn find_shipped(id: &str) -> Option<&'static Area> {
        Area::shipped(id)?.ok()
    }

    /// Reads an area file and the statements of its plan, each given as its name and its text.
    ///
    /// # Errors
    /// Every fault of the first file that has any, with the file's name.
    pub fn parse(file: NamedText<'_>, statements: Option<NamedText<'_>>) -> Result<Area, DataError> {
        Area::read(file, statements, None)
    }

    /// As [`Area::parse`]; `notes_of` names the area that ships whose notes are kept apart from the file.
    fn read(
        file: NamedText<'_>,
        statements: Option<NamedText<'_>>,
        notes_of: Option<&'static str>,
    ) -> Result<Area, DataError> {
        let mut area = read_file(file, |reader, json| {
            reader.notes_of = notes_of;
            read_region(reader, "", json)
        })?;
        if let Some(statements) = statements {
            area = read_file(statements, |reader, json| {
                let (document, statements) = statements::read(reader, json)?;
                adopt(reader, &mut area, document, statements);
                Some(area)
            })?;
        }
        Ok(area)
    }

    /// Reads an area of a user's own.
    pub(crate) fn read_own(reader: &mut Reader, at: &str, json: &Json) -> Option<Area> {
        let mut area = read_region(reader, at, json)?;
        area.file = Some(json.clone());
        Some(area)
    }

    /// Every statement of its plan, in the plan's order.
    pub fn statements(&self) -> &[Statement] {
        static CELLS: [OnceLock<Vec<Statement>>; COUNT] = [const { OnceLock::new() }; COUNT];
        let position = SHIPPED.iter().position(|shipped| shipped.id == self.id && self.file.is_none());
        let Some(position) = position.filter(|_| !self.needed.is_empty()) else { return &self.needed };
        CELLS[position].get_or_init(|| {
            let mut all = self.needed.clone();
            // A test sees to it that the file is sound.
            all.extend(Area::further(FURTHER[position]).unwrap_or_default());
            all.sort_by(|left, right| left.id.cmp(&right.id));
            all
        })
    }

    /// The statements of the plan that no projection needs.
    fn further(file: Option<NamedText<'_>>) -> Result<Vec<Statement>, DataError> {
        let Some((file, text)) = file else { return Ok(Vec::new()) };
        read_list(file, text, statements::read_statement)
    }

    /// Every file of statements that a page can begin without, as it was read; for tests.
    pub fn further_statements() -> impl Iterator<Item = Result<Vec<Statement>, DataError>> {
        FURTHER.into_iter().map(Area::further)
    }

    /// The statement of an id.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements().iter().find(|statement| statement.id == id)
    }

    /// The statement that a target or a deliverable came from, without a look at those that no projection needs.
    pub fn needed_statement(&self, id: &str) -> Option<&Statement> {
        self.needed.iter().find(|statement| statement.id == id)
    }
}

fn read_file<T>(
    (file, text): NamedText<'_>,
    read: impl FnOnce(&mut Reader, &Json) -> Option<T>,
) -> Result<T, DataError> {
    let json = Json::parse(text).map_err(|fault| DataError { file, faults: vec![fault] })?;
    let mut reader = Reader::default();
    let read = read(&mut reader, &json);
    reader.finish(read).map_err(|faults| DataError { file, faults })
}

/// Gives the area the document, and turns its statements into targets and deliverables.
fn adopt(reader: &mut Reader, area: &mut Area, document: Document, statements: Vec<Statement>) {
    for statement in &statements {
        for became in &statement.became {
            if let Became::Deliverable { id, definition: Some(definition) } = became {
                if area.plan.deliverables.iter().any(|known| known.id == *id) {
                    reader.fault(&statement.id, Problem::RepeatedKey { key: id.clone() });
                } else {
                    area.plan.deliverables.push(definition.clone());
                }
            }
        }
    }
    for statement in &statements {
        let mut goals = 0;
        for became in &statement.became {
            let (goal, constraint) = match became {
                Became::Target(goal) => (goal, false),
                Became::Constraint(goal) => (goal, true),
                _ => continue,
            };
            goals += 1;
            let known = area.plan.deliverables.iter().map(|deliverable| deliverable.id.as_str());
            judge_deliverable(reader, &statement.id, &goal.metric, known);
            area.targets.push(target(statement, goal, constraint, goals, &document));
        }
    }
    area.document = Some(document);
    area.needed = statements;
}

fn target(statement: &Statement, goal: &Goal, constraint: bool, nth: usize, document: &Document) -> Target {
    let id = if nth == 1 { statement.id.clone() } else { format!("{}.{nth}", statement.id) };
    Target {
        id,
        constraint,
        metric: goal.metric.clone(),
        op: goal.op,
        value: goal.value,
        year: goal.year,
        label: statement.label.clone(),
        quote_zh: statement.quote_zh.clone(),
        source: document.title.zh.clone(),
    }
}

/// Reads an area file: one that ships, or the `data` of a scenario.
fn read_region(reader: &mut Reader, at: &str, json: &Json) -> Option<Area> {
    const KEYS: &[&str] = &[
        "schema",
        "id",
        "name_zh",
        "name_en",
        "short_zh",
        "short_en",
        "base_year",
        "base",
        "plan",
        "targets",
        "observed",
    ];
    let fields = reader.fields(at, json, KEYS)?;
    let schema = reader.required(at, &fields, "schema", crate::schema::read_schema);
    let id = reader.required(at, &fields, "id", |reader, at, json| reader.text(at, json, 40));
    let name = read_text(reader, at, &fields, "name_zh", "name_en");
    let short = read_text(reader, at, &fields, "short_zh", "short_en");
    let base_year = reader.required(at, &fields, "base_year", |reader, at, json| {
        read_sourced(reader, at, json, |reader, at, json| reader.year_in(at, json, Area::BASE_YEARS))
    });
    let base = reader.required(at, &fields, "base", read_overlay);
    let plan = reader.optional(at, &fields, "plan", read_overlay);
    let targets = reader.optional(at, &fields, "targets", |reader, at, json| {
        let items = reader.list(at, json)?;
        items.iter().enumerate().map(|(i, item)| Target::read(reader, &inside(at, &i.to_string()), item)).collect()
    });
    let observed = reader.optional(at, &fields, "observed", observed::read);
    schema?;
    let (name, short, plan) = (name?, short?, plan?.unwrap_or_default());
    let targets: Vec<Target> = targets?.unwrap_or_default();
    let base: Overlay = base?;
    let known = base.deliverables.iter().chain(&plan.deliverables).map(|deliverable| deliverable.id.as_str());
    for (i, target) in targets.iter().enumerate() {
        judge_deliverable(reader, &inside(&inside(at, "targets"), &i.to_string()), &target.metric, known.clone());
    }
    Some(Area {
        id: id?,
        short: if short.is_empty() { name.clone() } else { short },
        name,
        base_year: base_year?,
        base,
        plan,
        targets,
        observed: observed?.unwrap_or_default(),
        document: None,
        needed: Vec::new(),
        file: None,
    })
}

fn read_overlay(reader: &mut Reader, at: &str, json: &Json) -> Option<Overlay> {
    let fields = reader.fields(at, json, &["inputs", "projects", "deliverables", "financing"])?;
    let inputs = reader.optional(at, &fields, "inputs", |reader, at, json| {
        let mut inputs = LiteMap::new();
        let mut sound = true;
        for (id, json) in reader.entries(at, json)? {
            let at = inside(at, id);
            let Some(input) = find_input(reader, &at, id) else {
                sound = false;
                continue;
            };
            let read = read_sourced(reader, &at, json, |reader, at, json| PathValue::read(reader, at, json, input));
            match read {
                Some(sourced) => {
                    if let Some(value) = sourced.value.constant() {
                        judge_range(reader, &at, value, sourced.low, sourced.high);
                    }
                    inputs.insert(input, sourced);
                }
                None => sound = false,
            }
        }
        sound.then_some(inputs)
    });
    let projects = reader.optional(at, &fields, "projects", |reader, at, json| {
        let entries = reader.entries(at, json)?;
        entries.into_iter().map(|(id, json)| read_project(reader, &inside(at, id), id, json)).collect()
    });
    let deliverables = reader.optional(at, &fields, "deliverables", |reader, at, json| {
        let entries = reader.entries(at, json)?;
        entries.into_iter().map(|(id, json)| read_deliverable(reader, &inside(at, id), id, json)).collect()
    });
    let projects: Vec<Named<Project<f64>>> = projects?.unwrap_or_default();
    let financing = reader.optional(at, &fields, "financing", |reader, at, json| {
        let entries = reader.entries(at, json)?;
        entries.into_iter().map(|(id, json)| Financing::read(reader, &inside(at, id), id, json, &projects)).collect()
    });
    Some(Overlay {
        inputs: inputs?.unwrap_or_default(),
        projects,
        deliverables: deliverables?.unwrap_or_default(),
        financing: financing?.unwrap_or_default(),
    })
}
