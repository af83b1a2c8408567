//! Areas as files: a whole area written down, read again, and changed piece by piece.

use crate::area::{Area, Overlay};
use crate::error::Fault;
use crate::financing::Financing;
use crate::json::{Json, object};
use crate::observed::Observed;
use crate::path::PathValue;
use crate::programmes::Named;
use crate::reader::Reader;
use crate::scenario::Layer;
use crate::schema::SCHEMA;
use crate::source::{Source, Sourced};
use crate::targets::Target;
use voced_model::InputId;
use voced_model::inputs::Confidence;
use voced_model::programme::{Deliverable, Project};
use voced_model::text::Text;

/// One change to an area, as a form or an import makes it. What it names and the area does not have is added;
/// `None` takes it away.
#[derive(Clone, Debug, PartialEq)]
pub enum AreaEdit {
    /// Its full name.
    Name(Text),
    /// The last observed year.
    BaseYear(Sourced<i32>),
    /// A value before the plan; without one, the general default stands.
    Value(Layer, InputId, Option<Sourced<PathValue>>),
    /// A project before the plan, or of it, by its id.
    Project(Layer, String, Option<Named<Project<f64>>>),
    /// A deliverable before the plan, or of it, by its id.
    Deliverable(Layer, String, Option<Named<Deliverable<f64>>>),
    /// A target, by its id.
    Target(String, Option<Target>),
    /// An observed value, by its place in the list; at its end, a new one.
    Observed(usize, Option<Observed>),
}

impl Area {
    /// Reads an area file of a user's own.
    ///
    /// # Errors
    /// Every fault, each with its place, value and what is allowed.
    pub fn from_json(json: &Json) -> Result<Area, Vec<Fault>> {
        let mut reader = Reader::default();
        let area = Area::read_own(&mut reader, "", json);
        reader.finish(area)
    }

    /// The whole area as one file of a user's own, from which [`Area::from_json`] reads the same area. Of a plan that
    /// ships the file holds what became a value, a project, a deliverable or a target; its other statements stay with
    /// the plan.
    pub fn to_json(&self) -> Json {
        let mut fields = vec![
            ("schema", Json::from(SCHEMA)),
            ("id", self.id.as_str().into()),
            ("name_zh", self.name.zh.as_str().into()),
            ("name_en", self.name.en.as_str().into()),
        ];
        if self.short != self.name {
            fields.push(("short_zh", self.short.zh.as_str().into()));
            fields.push(("short_en", self.short.en.as_str().into()));
        }
        fields.push(("base_year", sourced(&self.base_year, |year| (*year).into())));
        fields.push(("base", self.base.to_json()));
        fields.push(("plan", filled(self.plan.to_json())));
        fields.push(("targets", Json::Array(self.targets.iter().map(Target::to_json).collect())));
        fields.push(("observed", Json::Array(self.observed.iter().map(Observed::to_json).collect())));
        written(fields)
    }

    /// The file that the area was read from, or one that says the same.
    pub fn as_file(&self) -> Json {
        self.file.clone().unwrap_or_else(|| self.to_json())
    }

    /// A copy under another id and name, with every value marked as copied from this area. A copy of a copy keeps the
    /// mark it has.
    #[must_use]
    pub fn copy(&self, id: &str, name: Text) -> Area {
        let mut copy = Area { id: id.to_owned(), short: name.clone(), name, document: None, ..self.clone() };
        copy.needed.clear();
        for (_, sourced) in copy.base.inputs.iter_mut().chain(copy.plan.inputs.iter_mut()) {
            sourced.copied_from.get_or_insert_with(|| self.id.clone());
        }
        copy.base_year.copied_from.get_or_insert_with(|| self.id.clone());
        copy.file = Some(copy.to_json());
        copy
    }

    /// The same area under another id.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Area {
        let mut area = Area { id: id.to_owned(), ..self.clone() };
        area.file = Some(area.to_json());
        area
    }

    /// The area after a change, judged as a file is.
    ///
    /// # Errors
    /// Every fault of the area so changed; the area itself stays as it was.
    pub fn edited(&self, edit: AreaEdit) -> Result<Area, Vec<Fault>> {
        let mut area = self.clone();
        match edit {
            AreaEdit::Name(name) => (area.name, area.short) = (name.clone(), name),
            AreaEdit::BaseYear(year) => area.base_year = year,
            AreaEdit::Value(layer, input, Some(value)) => drop(area.overlay_mut(layer).inputs.insert(input, value)),
            AreaEdit::Value(layer, input, None) => drop(area.overlay_mut(layer).inputs.remove(&input)),
            AreaEdit::Project(layer, id, project) => {
                let overlay = area.overlay_mut(layer);
                if project.is_none() {
                    overlay.financing.retain(|financing| financing.project != id);
                }
                put(&mut overlay.projects, project, |known| known.id == id);
            }
            AreaEdit::Deliverable(layer, id, item) => {
                put(&mut area.overlay_mut(layer).deliverables, item, |known| known.id == id);
            }
            AreaEdit::Target(id, target) => put(&mut area.targets, target, |known| known.id == id),
            AreaEdit::Observed(place, observed) => {
                let mut position = 0;
                put(&mut area.observed, observed, |_| {
                    position += 1;
                    position == place + 1
                });
            }
        }
        Area::from_json(&area.to_json())
    }

    /// What lies in a layer.
    pub fn overlay(&self, layer: Layer) -> &Overlay {
        match layer {
            Layer::Base => &self.base,
            Layer::Plan => &self.plan,
        }
    }

    fn overlay_mut(&mut self, layer: Layer) -> &mut Overlay {
        match layer {
            Layer::Base => &mut self.base,
            Layer::Plan => &mut self.plan,
        }
    }
}

/// Puts an item in the place of the one that is meant, or at the end; without an item, takes that one away.
fn put<T>(items: &mut Vec<T>, item: Option<T>, is_meant: impl FnMut(&T) -> bool) {
    match (items.iter().position(is_meant), item) {
        (Some(place), Some(item)) => items[place] = item,
        (Some(place), None) => drop(items.remove(place)),
        (None, item) => items.extend(item),
    }
}

impl Overlay {
    fn to_json(&self) -> Json {
        let inputs = self.inputs.iter().map(|(id, value)| (id.id().to_owned(), sourced(value, PathValue::to_json)));
        let projects = self.projects.iter().map(|project| (project.id.clone(), named(project, project.to_json())));
        let deliverables = self.deliverables.iter().map(|item| (item.id.clone(), named(item, item.to_json())));
        let financing = self.financing.iter().map(|part| (part.project.clone(), part.to_json()));
        written(vec![
            ("inputs", filled(Json::Object(inputs.collect()))),
            ("projects", filled(Json::Object(projects.collect()))),
            ("deliverables", filled(Json::Object(deliverables.collect()))),
            ("financing", filled(Json::Object(financing.collect()))),
        ])
    }
}

impl Financing {
    fn to_json(&self) -> Json {
        let money = self.money.iter().map(|(year, money)| (year.to_string(), (*money).into()));
        object([("input", self.input.id().into()), ("money", Json::Object(money.collect()))])
    }
}

impl Target {
    fn to_json(&self) -> Json {
        written(vec![
            ("id", self.id.as_str().into()),
            ("metric", self.metric.id().as_str().into()),
            ("op", self.op.id().into()),
            ("value", self.value.into()),
            ("year", self.year.into()),
            ("label_zh", self.label.zh.as_str().into()),
            ("label_en", self.label.en.as_str().into()),
            ("quote_zh", self.quote_zh.as_str().into()),
            ("source", self.source.as_str().into()),
            ("constraint", self.constraint.then_some(true).into()),
        ])
    }
}

impl Observed {
    fn to_json(&self) -> Json {
        written(vec![
            ("quantity", self.quantity.id().into()),
            ("year", self.year.into()),
            ("value", self.value.into()),
            ("scope_zh", self.scope.zh.as_str().into()),
            ("scope_en", self.scope.en.as_str().into()),
            ("source", self.source.to_json()),
            ("confidence", self.confidence.id().into()),
            ("tolerance", self.own_tolerance.into()),
        ])
    }
}

impl Source {
    /// The source as files write it, its note in words.
    pub fn to_json(&self) -> Json {
        let note = self.note();
        written(vec![
            ("kind", self.kind.id().into()),
            ("ids", Json::Array(self.ids.iter().map(|id| id.as_str().into()).collect())),
            ("note_zh", note.zh.as_str().into()),
            ("note_en", note.en.as_str().into()),
        ])
    }
}

fn confidence(confidence: Option<Confidence>) -> Json {
    confidence.map(Confidence::id).into()
}

fn sourced<T>(sourced: &Sourced<T>, value: impl Fn(&T) -> Json) -> Json {
    written(vec![
        ("value", value(&sourced.value)),
        ("low", sourced.low.into()),
        ("high", sourced.high.into()),
        ("source", sourced.source.to_json()),
        ("confidence", confidence(sourced.confidence)),
        ("copied_from", sourced.copied_from.as_deref().into()),
    ])
}

/// A project or deliverable whose own fields are written.
fn named<T>(item: &Named<T>, json: Json) -> Json {
    let mut fields = match json {
        Json::Object(fields) => fields,
        _ => Vec::new(),
    };
    fields.push(("source".to_owned(), item.source.to_json()));
    fields.extend(item.confidence.map(|level| ("confidence".to_owned(), level.id().into())));
    Json::Object(fields)
}

/// An object that holds something.
fn filled(json: Json) -> Json {
    if json == Json::Object(Vec::new()) { Json::Null } else { json }
}

/// An object of the fields that say something.
fn written(fields: Vec<(&str, Json)>) -> Json {
    let says = |json: &Json| match json {
        Json::Null => false,
        Json::String(text) => !text.is_empty(),
        Json::Array(items) => !items.is_empty(),
        Json::Bool(_) | Json::Number(_) | Json::Object(_) => true,
    };
    Json::Object(fields.into_iter().filter(|(_, json)| says(json)).map(|(key, json)| (key.to_owned(), json)).collect())
}
