//! Scenarios: what a user chose, as files and links carry it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::area::Area;
use crate::data_file::DataError;
use crate::error::{Allowed, Fault, Problem};
use crate::json::Json;
use crate::path::PathValue;
use crate::programmes::{DeliverablePatch, ProjectPatch};
use crate::range::{Range, read_value, write_value};
use crate::reader::{Reader, YEARS, find_input, inside};
use crate::schema::{SCHEMA, newer, read_schema_to};
use litemap::LiteMap;
use voced_model::inputs::{InputId, MAX_HORIZON};
use voced_model::text::Words;

/// The horizon where a scenario names none.
pub const DEFAULT_HORIZON: i32 = 2025;

/// The longest name of a scenario, in characters.
pub const MAX_NAME: usize = 200;

/// The seed of the random draws where a scenario names none.
pub const DEFAULT_SEED: u32 = 1;

/// The longest id of an own project or deliverable, in characters.
const MAX_ID: usize = 60;

/// The area of a scenario.
#[derive(Clone, Debug)]
pub enum AreaRef {
    /// One that ships.
    Shipped(&'static Area),
    /// The user's own.
    Own(Arc<Area>),
}

impl AreaRef {
    /// The area.
    pub fn area(&self) -> &Area {
        match self {
            AreaRef::Shipped(area) => area,
            AreaRef::Own(area) => area,
        }
    }

    /// An area that ships.
    ///
    /// # Errors
    /// A fault where the id is unknown or the area's file is broken.
    pub fn shipped(id: &str) -> Result<AreaRef, Vec<Fault>> {
        match Area::shipped(id) {
            Some(Ok(area)) => Ok(AreaRef::Shipped(area)),
            Some(Err(DataError { faults, .. })) => Err(faults.clone()),
            None => Err(vec![unknown_area(id)]),
        }
    }
}

impl PartialEq for AreaRef {
    fn eq(&self, other: &AreaRef) -> bool {
        match (self, other) {
            (AreaRef::Shipped(left), AreaRef::Shipped(right)) => left.id == right.id,
            (AreaRef::Own(left), AreaRef::Own(right)) => Arc::ptr_eq(left, right) || left == right,
            _ => false,
        }
    }
}

fn unknown_area(id: &str) -> Fault {
    let what = Words { zh: "地区", en: "area" };
    let nearest = Area::ids().map(str::to_owned).collect();
    Fault::new("region", Problem::UnknownId { what, id: id.to_owned(), nearest })
}

/// What lies under the user's own values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Layer {
    /// The area as it is: status quo.
    Base,
    /// The area's plan over it.
    Plan,
}

impl Layer {
    /// Both layers.
    pub const ALL: [Layer; 2] = [Layer::Base, Layer::Plan];

    /// The word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Layer::Base => "base",
            Layer::Plan => "plan",
        }
    }

    /// The word on the page.
    pub const fn words(self) -> Words {
        match self {
            Layer::Base => Words { zh: "现状延续", en: "Status quo" },
            Layer::Plan => Words { zh: "规划方案", en: "The plan" },
        }
    }
}

/// What a user chose: a sparse overlay over an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The area.
    pub area_ref: AreaRef,
    /// What lies under the user's values.
    pub layer: Layer,
    /// The last projected year.
    pub horizon: i32,
    /// The user's name for it; may be empty.
    pub name: String,
    /// The user's values, input by input.
    pub inputs: LiteMap<InputId, PathValue>,
    /// What the user thinks possible around values of `inputs`; one without its value says nothing.
    pub ranges: LiteMap<InputId, Range>,
    /// The user's changes to projects, and new ones.
    pub projects: LiteMap<String, ProjectPatch>,
    /// The user's changes to deliverables, and new ones.
    pub deliverables: LiteMap<String, DeliverablePatch>,
    /// Where the random draws begin: the same seed gives the same draws everywhere.
    pub seed: u32,
}

impl Scenario {
    /// An area with nothing changed.
    pub fn new(place: AreaRef, layer: Layer) -> Scenario {
        let horizon = default_horizon(place.area());
        Scenario {
            area_ref: place,
            layer,
            horizon,
            name: String::new(),
            inputs: LiteMap::new(),
            ranges: LiteMap::new(),
            projects: LiteMap::new(),
            deliverables: LiteMap::new(),
            seed: DEFAULT_SEED,
        }
    }

    /// A layer of its area over its years, with nothing changed.
    #[must_use]
    pub fn untouched(&self, layer: Layer) -> Scenario {
        Scenario { horizon: self.horizon, ..Scenario::new(self.area_ref.clone(), layer) }
    }

    /// The area.
    pub fn area(&self) -> &Area {
        self.area_ref.area()
    }

    /// The last observed year.
    pub fn base_year(&self) -> i32 {
        self.area().base_year.value
    }

    /// Whether the user changed nothing.
    pub fn is_untouched(&self) -> bool {
        self.inputs.is_empty() && self.projects.is_empty() && self.deliverables.is_empty()
    }

    /// The scenario as files and links carry it. Unchanged parts are left out.
    pub fn to_json(&self) -> Json {
        let mut fields = vec![("schema", Json::from(SCHEMA))];
        match &self.area_ref {
            AreaRef::Shipped(area) => fields.push(("region", area.id.as_str().into())),
            AreaRef::Own(area) => fields.push(("data", area.file.clone().unwrap_or(Json::Null))),
        }
        fields.push(("layer", self.layer.id().into()));
        fields.push(("horizon", self.horizon.into()));
        if !self.name.is_empty() {
            fields.push(("name", self.name.as_str().into()));
        }
        if self.seed != DEFAULT_SEED {
            fields.push(("seed", f64::from(self.seed).into()));
        }
        let mut part = |key: &'static str, entries: Vec<(String, Json)>| {
            if !entries.is_empty() {
                fields.push((key, Json::Object(entries)));
            }
        };
        let written = |(id, value): (&InputId, &PathValue)| {
            (id.id().to_owned(), write_value(value, self.ranges.get(id).copied().unwrap_or_default()))
        };
        part("inputs", self.inputs.iter().map(written).collect());
        part("projects", self.projects.iter().map(|(id, patch)| (id.clone(), patch.to_json())).collect());
        part("deliverables", self.deliverables.iter().map(|(id, patch)| (id.clone(), patch.to_json())).collect());
        Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    }
}

/// The horizons an area allows.
pub(crate) fn horizons(area: &Area) -> RangeInclusive<i32> {
    let base_year = area.base_year.value;
    base_year..=base_year + MAX_HORIZON as i32
}

/// The default horizon of an area: 2025, or five years on where the area is already there.
fn default_horizon(area: &Area) -> i32 {
    let base_year = area.base_year.value;
    if base_year < DEFAULT_HORIZON && horizons(area).contains(&DEFAULT_HORIZON) {
        DEFAULT_HORIZON
    } else {
        base_year + 5
    }
}

/// The keys of a scenario.
pub(crate) const KEYS: &[&str] =
    &["schema", "region", "layer", "horizon", "name", "seed", "inputs", "projects", "deliverables", "data"];

/// The seeds allowed.
pub const SEEDS: Allowed = Allowed { min: 0.0, max: u32::MAX as f64, whole: true, unit: None };

/// Reads what is sound of a scenario and lays it over its area even beside faults, so that all are said at
/// once; `None` where even the area is unknown. Faulty parts are left out, and their faults noted. Of the
/// `keys` allowed a scenario reads its own; versions are known up to `newest`.
pub(crate) fn read(
    reader: &mut Reader,
    at: &str,
    json: &Json,
    keys: &'static [&'static str],
    newest: i32,
) -> Option<Scenario> {
    if newer(reader, at, json, newest) {
        return None;
    }
    let scenario = read_fields(reader, at, json, keys, newest)?;
    if let Err(faults) = scenario.resolve() {
        reader.faults.extend(faults.into_iter().map(|fault| Fault { at: inside(at, &fault.at), ..fault }));
    }
    Some(scenario)
}

fn read_fields(
    reader: &mut Reader,
    at: &str,
    json: &Json,
    keys: &'static [&'static str],
    newest: i32,
) -> Option<Scenario> {
    let fields = reader.fields(at, json, keys)?;
    reader.required(at, &fields, "schema", |reader, at, json| read_schema_to(reader, at, json, newest));
    let area = reader.optional(at, &fields, "region", read_place);
    let data = reader.optional(at, &fields, "data", |reader, at, json| {
        Area::read_own(reader, at, json).map(|area| AreaRef::Own(Arc::new(area)))
    });
    let place = match (area, data) {
        (Some(Some(place)), Some(None)) | (Some(None), Some(Some(place))) => Some(place),
        (Some(Some(_)), Some(Some(_))) => {
            reader.fault(at, Problem::RegionAndData);
            None
        }
        (Some(None), Some(None)) => {
            reader.fault(at, Problem::NoRegion);
            None
        }
        (None, _) | (_, None) => None,
    };
    let layer = reader.optional(at, &fields, "layer", |reader, at, json| {
        reader.one_of(at, json, &Layer::ALL.map(|layer| (layer.id(), layer)))
    });
    let horizon = reader.optional(at, &fields, "horizon", |reader, at, json| {
        reader.year_in(at, json, place.as_ref().map_or(YEARS, |place| horizons(place.area())))
    });
    let name = reader.optional(at, &fields, "name", |reader, at, json| reader.text(at, json, MAX_NAME));
    let inputs = reader.optional(at, &fields, "inputs", |reader, at, json| {
        read_map(reader, at, json, |reader, at, id, json| {
            let input = find_input(reader, at, id)?;
            read_value(reader, at, json, input).map(|value| (input, value))
        })
    });
    let seed = reader
        .optional(at, &fields, "seed", |reader, at, json| reader.number_in(at, json, SEEDS).map(|seed| seed as u32));
    let projects = reader.optional(at, &fields, "projects", |reader, at, json| {
        read_map(reader, at, json, |reader, at, id, json| {
            let patch = ProjectPatch::read(reader, at, json);
            Some((own_id(reader, at, id)?, patch?))
        })
    });
    let deliverables = reader.optional(at, &fields, "deliverables", |reader, at, json| {
        read_map(reader, at, json, |reader, at, id, json| {
            let patch = DeliverablePatch::read(reader, at, json);
            Some((own_id(reader, at, id)?, patch?))
        })
    });
    let place = place?;
    let horizon = horizon.flatten().unwrap_or_else(|| default_horizon(place.area()));
    // One by one: collecting would bring a sort for each kind of map.
    let (mut values, mut ranges) = (LiteMap::new(), LiteMap::new());
    for (id, (value, range)) in &inputs.flatten().unwrap_or_default() {
        values.insert(*id, value.clone());
        if !range.is_empty() {
            ranges.insert(*id, *range);
        }
    }
    Some(Scenario {
        area_ref: place,
        layer: layer.flatten().unwrap_or(Layer::Plan),
        horizon,
        name: name.flatten().unwrap_or_default(),
        ranges,
        inputs: values,
        projects: projects.flatten().unwrap_or_default(),
        deliverables: deliverables.flatten().unwrap_or_default(),
        seed: seed.flatten().unwrap_or(DEFAULT_SEED),
    })
}

fn read_place(reader: &mut Reader, at: &str, json: &Json) -> Option<AreaRef> {
    let id = reader.text(at, json, MAX_ID)?;
    match AreaRef::shipped(&id) {
        Ok(place) => Some(place),
        Err(faults) => {
            reader.faults.extend(faults);
            None
        }
    }
}

fn own_id(reader: &mut Reader, at: &str, id: &str) -> Option<String> {
    let length = id.chars().count();
    if length > MAX_ID {
        reader.fault(at, Problem::TooLong { length, max: MAX_ID });
        return None;
    }
    Some(id.to_owned())
}

/// Reads an object with free keys into a map of its sound entries; all faults are noted, not only
/// the first.
fn read_map<K: Ord, V>(
    reader: &mut Reader,
    at: &str,
    json: &Json,
    mut read: impl FnMut(&mut Reader, &str, &str, &Json) -> Option<(K, V)>,
) -> Option<LiteMap<K, V>> {
    let mut map = LiteMap::new();
    for (id, json) in reader.entries(at, json)? {
        if let Some((key, value)) = read(reader, &inside(at, id), id, json) {
            map.insert(key, value);
        }
    }
    Some(map)
}
