//! Projects and deliverables as files write them: whole ones, and changes to those of an area.

use crate::json::Json;
use crate::patch::Patch;
use crate::programmes::{DeliverablePatch, Named, ProjectPatch, bounds};
use crate::reader::{Fields, Reader};
use crate::source::Source;
use crate::text_fields::{read_confidence, read_text};
use voced_model::Allowed;
use voced_model::programme::{Deliverable, Project, Schedule};
use voced_model::text::Text;
use voced_model::units::Unit;

const PROJECT_KEYS: &[&str] =
    &["name_zh", "name_en", "area_m2", "start", "finish", "cost_per_m2", "on", "source", "confidence"];
const DELIVERABLE_KEYS: &[&str] = &[
    "name_zh",
    "name_en",
    "kind",
    "base",
    "target",
    "by",
    "units_per_year",
    "from",
    "to",
    "unit_cost",
    "source",
    "confidence",
];

fn bounded(bounds: (f64, f64), unit: Option<Unit>) -> impl FnOnce(&mut Reader, &str, &Json) -> Option<f64> {
    move |reader, at, json| reader.number_in(at, json, Allowed::of(bounds, unit))
}

/// A name after a change: a language that the change leaves empty keeps its words.
fn renamed(name: Text, change: Text) -> Text {
    let pick = |old: String, new: String| if new.is_empty() { old } else { new };
    Text { zh: pick(name.zh, change.zh), en: pick(name.en, change.en) }
}

impl ProjectPatch {
    /// This change and a later one: what the later one leaves out stays.
    #[must_use]
    pub fn with(self, change: ProjectPatch) -> ProjectPatch {
        ProjectPatch {
            name: renamed(self.name, change.name),
            area_m2: change.area_m2.or(self.area_m2),
            start: change.start.or(self.start),
            finish: change.finish.or(self.finish),
            cost_per_m2: change.cost_per_m2.or(self.cost_per_m2),
            on: change.on.or(self.on),
        }
    }

    fn from_fields(reader: &mut Reader, at: &str, fields: &Fields<'_>) -> Option<ProjectPatch> {
        let name = read_text(reader, at, fields, "name_zh", "name_en");
        let area_m2 = reader.optional(at, fields, "area_m2", bounded(bounds::AREA_M2, Some(Unit::M2)));
        let start = reader.optional(at, fields, "start", Reader::year);
        let finish = reader.optional(at, fields, "finish", Reader::year);
        let cost_per_m2 =
            reader.optional(at, fields, "cost_per_m2", bounded(bounds::COST_PER_M2, Some(Unit::YuanPerM2)));
        let on = reader.optional(at, fields, "on", Reader::truth);
        Some(ProjectPatch {
            name: name?,
            area_m2: area_m2?,
            start: start?,
            finish: finish?,
            cost_per_m2: cost_per_m2?,
            on: on?,
        })
    }

    /// Reads a change as a scenario carries it.
    pub(crate) fn read(reader: &mut Reader, at: &str, json: &Json) -> Option<ProjectPatch> {
        let fields = reader.fields(at, json, &PROJECT_KEYS[..7])?;
        ProjectPatch::from_fields(reader, at, &fields)
    }

    /// The change as files write it.
    pub fn to_json(&self) -> Json {
        written([
            ("name_zh", text(&self.name.zh)),
            ("name_en", text(&self.name.en)),
            ("area_m2", self.area_m2.into()),
            ("start", self.start.into()),
            ("finish", self.finish.into()),
            ("cost_per_m2", self.cost_per_m2.into()),
            ("on", self.on.into()),
        ])
    }
}

impl DeliverablePatch {
    /// This change and a later one: what the later one leaves out stays.
    #[must_use]
    pub fn with(self, change: DeliverablePatch) -> DeliverablePatch {
        DeliverablePatch {
            name: renamed(self.name, change.name),
            annual: change.annual.or(self.annual),
            base: change.base.or(self.base),
            target: change.target.or(self.target),
            by: change.by.or(self.by),
            units_per_year: change.units_per_year.or(self.units_per_year),
            from: change.from.or(self.from),
            to: change.to.or(self.to),
            unit_cost: change.unit_cost.or(self.unit_cost),
        }
    }

    fn from_fields(reader: &mut Reader, at: &str, fields: &Fields<'_>) -> Option<DeliverablePatch> {
        let name = read_text(reader, at, fields, "name_zh", "name_en");
        let annual = reader.optional(at, fields, "kind", |reader, at, json| {
            reader.one_of(at, json, &[("stock", false), ("annual", true)])
        });
        let base = reader.optional(at, fields, "base", bounded(bounds::UNITS, None));
        let target = reader.optional(at, fields, "target", bounded(bounds::UNITS, None));
        let by = reader.optional(at, fields, "by", Reader::year);
        let units_per_year = reader.optional(at, fields, "units_per_year", bounded(bounds::UNITS, None));
        let from = reader.optional(at, fields, "from", Reader::year);
        let to = reader.optional(at, fields, "to", Reader::year);
        let unit_cost = reader.optional(at, fields, "unit_cost", bounded(bounds::UNIT_COST, Some(Unit::Yuan)));
        Some(DeliverablePatch {
            name: name?,
            annual: annual?,
            base: base?,
            target: target?,
            by: by?,
            units_per_year: units_per_year?,
            from: from?,
            to: to?,
            unit_cost: unit_cost?,
        })
    }

    /// Reads a change as a scenario carries it.
    pub(crate) fn read(reader: &mut Reader, at: &str, json: &Json) -> Option<DeliverablePatch> {
        let fields = reader.fields(at, json, &DELIVERABLE_KEYS[..10])?;
        DeliverablePatch::from_fields(reader, at, &fields)
    }

    /// The change as files write it.
    pub fn to_json(&self) -> Json {
        written([
            ("name_zh", text(&self.name.zh)),
            ("name_en", text(&self.name.en)),
            ("kind", self.annual.map(|annual| if annual { "annual" } else { "stock" }).into()),
            ("base", self.base.into()),
            ("target", self.target.into()),
            ("by", self.by.into()),
            ("units_per_year", self.units_per_year.into()),
            ("from", self.from.into()),
            ("to", self.to.into()),
            ("unit_cost", self.unit_cost.into()),
        ])
    }
}

/// Reads a whole project of an area file.
pub(crate) fn read_project(reader: &mut Reader, at: &str, id: &str, json: &Json) -> Option<Named<Project<f64>>> {
    let fields = reader.fields(at, json, PROJECT_KEYS)?;
    let patch = ProjectPatch::from_fields(reader, at, &fields)?;
    let item = patch.apply(reader, at, None)?;
    named(reader, at, id, &fields, patch.name, item)
}

/// Reads a whole deliverable of an area file.
pub(crate) fn read_deliverable(
    reader: &mut Reader,
    at: &str,
    id: &str,
    json: &Json,
) -> Option<Named<Deliverable<f64>>> {
    let fields = reader.fields(at, json, DELIVERABLE_KEYS)?;
    let patch = DeliverablePatch::from_fields(reader, at, &fields)?;
    let item = patch.apply(reader, at, None)?;
    named(reader, at, id, &fields, patch.name, item)
}

fn named<T>(reader: &mut Reader, at: &str, id: &str, fields: &Fields<'_>, name: Text, item: T) -> Option<Named<T>> {
    let source = reader.optional(at, fields, "source", Source::read)?;
    let confidence = reader.optional(at, fields, "confidence", read_confidence)?;
    Some(Named { id: id.to_owned(), name, item, source: source.unwrap_or_else(Source::own), confidence })
}

fn text(text: &str) -> Json {
    if text.is_empty() { Json::Null } else { text.into() }
}

/// An object of the fields that are set.
fn written<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(
        fields
            .into_iter()
            .filter(|(_, value)| *value != Json::Null)
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

impl Named<Project<f64>> {
    /// The project as an area file writes it.
    pub fn to_json(&self) -> Json {
        ProjectPatch {
            name: self.name.clone(),
            area_m2: Some(self.item.area_m2),
            start: Some(self.item.start),
            finish: Some(self.item.finish),
            cost_per_m2: self.item.cost_per_m2,
            on: Some(self.item.on),
        }
        .to_json()
    }
}

impl Named<Deliverable<f64>> {
    /// The deliverable as an area file writes it.
    pub fn to_json(&self) -> Json {
        let mut patch =
            DeliverablePatch { name: self.name.clone(), unit_cost: Some(self.item.unit_cost), ..Default::default() };
        match self.item.schedule {
            Schedule::Stock { base, target, by } => {
                patch.annual = Some(false);
                (patch.base, patch.target, patch.by) = (Some(base), Some(target), Some(by));
            }
            Schedule::Annual { units_per_year, from, to } => {
                patch.annual = Some(true);
                (patch.units_per_year, patch.from, patch.to) = (Some(units_per_year), Some(from), Some(to));
            }
        }
        patch.to_json()
    }
}
