//! Scenarios: what a user chose, as files and links carry it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::error::{Allowed, Fault, Problem};
use crate::inputs::{InputId, MAX_HORIZON};
use crate::json::Json;
use crate::keyed::Keyed;
use crate::path::{PathValue, YEARS};
use crate::programme_file::{DeliverablePatch, ProjectPatch};
use crate::range::{Range, read_value, write_value};
use crate::reader::{Reader, inside};
use crate::region::{DataError, Region, find_input};
use crate::text::Words;

/// The version of scenario and area files this product writes.
pub const SCHEMA: i32 = 1;

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
pub enum Place {
    /// One that ships.
    Shipped(&'static Region),
    /// The user's own.
    Own(Arc<Region>),
}

impl Place {
    /// The area.
    pub fn region(&self) -> &Region {
        match self {
            Place::Shipped(region) => region,
            Place::Own(region) => region,
        }
    }

    /// An area that ships.
    ///
    /// # Errors
    /// A fault where the id is unknown or the area's file is broken.
    pub fn shipped(id: &str) -> Result<Place, Vec<Fault>> {
        match Region::shipped(id) {
            Some(Ok(region)) => Ok(Place::Shipped(region)),
            Some(Err(DataError { faults, .. })) => Err(faults.clone()),
            None => Err(vec![unknown_region(id)]),
        }
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Place) -> bool {
        match (self, other) {
            (Place::Shipped(left), Place::Shipped(right)) => left.id == right.id,
            (Place::Own(left), Place::Own(right)) => Arc::ptr_eq(left, right) || left == right,
            _ => false,
        }
    }
}

fn unknown_region(id: &str) -> Fault {
    let what = Words { zh: "地区", en: "area" };
    let nearest = Region::ids().map(str::to_owned).collect();
    Fault::new("region", Problem::UnknownId { what, id: id.to_owned(), nearest })
}

/// What lies under the user's own values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    pub place: Place,
    /// What lies under the user's values.
    pub layer: Layer,
    /// The last projected year.
    pub horizon: i32,
    /// The user's name for it; may be empty.
    pub name: String,
    /// The user's values, input by input.
    pub inputs: Keyed<InputId, PathValue>,
    /// What the user thinks possible around values of `inputs`; one without its value says nothing.
    pub ranges: Keyed<InputId, Range>,
    /// The user's changes to projects, and new ones.
    pub projects: Keyed<String, ProjectPatch>,
    /// The user's changes to deliverables, and new ones.
    pub deliverables: Keyed<String, DeliverablePatch>,
    /// Where the random draws begin: the same seed gives the same draws everywhere.
    pub seed: u32,
}

impl Scenario {
    /// An area with nothing changed.
    pub fn new(place: Place, layer: Layer) -> Scenario {
        let horizon = default_horizon(place.region());
        Scenario {
            place,
            layer,
            horizon,
            name: String::new(),
            inputs: Keyed::new(),
            ranges: Keyed::new(),
            projects: Keyed::new(),
            deliverables: Keyed::new(),
            seed: DEFAULT_SEED,
        }
    }

    /// The area.
    pub fn region(&self) -> &Region {
        self.place.region()
    }

    /// The last observed year.
    pub fn base_year(&self) -> i32 {
        self.region().base_year.value
    }

    /// Whether the user changed nothing.
    pub fn is_untouched(&self) -> bool {
        self.inputs.is_empty() && self.projects.is_empty() && self.deliverables.is_empty()
    }

    /// Reads a scenario file.
    ///
    /// # Errors
    /// Every fault of the file, each with its place, value and what is allowed.
    pub fn parse(text: &str) -> Result<Scenario, Vec<Fault>> {
        let json = Json::parse(text).map_err(|fault| vec![fault])?;
        let mut reader = Reader::default();
        let scenario = read(&mut reader, &json);
        // What could be read is laid over its area even beside faults, so that all are said at once.
        if let Some(Err(faults)) = scenario.as_ref().map(Scenario::resolve) {
            reader.faults.extend(faults);
        }
        reader.finish(scenario)
    }

    /// The scenario as files and links carry it. Unchanged parts are left out.
    pub fn to_json(&self) -> Json {
        let mut fields = vec![("schema", Json::from(SCHEMA))];
        match &self.place {
            Place::Shipped(region) => fields.push(("region", region.id.as_str().into())),
            Place::Own(region) => fields.push(("data", region.file.clone().unwrap_or(Json::Null))),
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
pub(crate) fn horizons(region: &Region) -> RangeInclusive<i32> {
    let base_year = region.base_year.value;
    base_year..=base_year + MAX_HORIZON as i32
}

/// The default horizon of an area: 2025, or five years on where the area is already there.
fn default_horizon(region: &Region) -> i32 {
    let base_year = region.base_year.value;
    if base_year < DEFAULT_HORIZON && horizons(region).contains(&DEFAULT_HORIZON) {
        DEFAULT_HORIZON
    } else {
        base_year + 5
    }
}

/// Reads the version of a file and judges it.
pub(crate) fn read_schema(reader: &mut Reader, at: &str, json: &Json) -> Option<()> {
    let known = f64::from(SCHEMA);
    let found = reader.number_of(at, json, Allowed::of((known, known), None))?;
    if found == f64::from(SCHEMA) {
        return Some(());
    }
    let problem = if found > f64::from(SCHEMA) {
        Problem::NewerSchema { found, known: SCHEMA }
    } else {
        Problem::UnknownSchema { found }
    };
    reader.fault(at, problem);
    None
}

const KEYS: &[&str] =
    &["schema", "region", "layer", "horizon", "name", "seed", "inputs", "projects", "deliverables", "data"];

/// The seeds allowed.
pub const SEEDS: Allowed = Allowed { min: 0.0, max: u32::MAX as f64, whole: true, unit: None };

/// Reads what is sound; `None` where even the area is unknown. Faulty parts are left out, and their
/// faults noted.
fn read(reader: &mut Reader, json: &Json) -> Option<Scenario> {
    // A newer file may hold anything: its version is all that is judged.
    if let Some(Json::Number(found)) = json.get("schema")
        && *found > f64::from(SCHEMA)
    {
        reader.fault("schema", Problem::NewerSchema { found: *found, known: SCHEMA });
        return None;
    }
    let fields = reader.fields("", json, KEYS)?;
    reader.required("", &fields, "schema", read_schema);
    let region = reader.optional("", &fields, "region", read_place);
    let data = reader.optional("", &fields, "data", |reader, at, json| {
        Region::read_own(reader, at, json).map(|region| Place::Own(Arc::new(region)))
    });
    let place = match (region, data) {
        (Some(Some(place)), Some(None)) | (Some(None), Some(Some(place))) => Some(place),
        (Some(Some(_)), Some(Some(_))) => {
            reader.fault("", Problem::RegionAndData);
            None
        }
        (Some(None), Some(None)) => {
            reader.fault("", Problem::NoRegion);
            None
        }
        (None, _) | (_, None) => None,
    };
    let layer = reader.optional("", &fields, "layer", |reader, at, json| {
        reader.one_of(at, json, &Layer::ALL.map(|layer| (layer.id(), layer)))
    });
    let horizon = reader.optional("", &fields, "horizon", |reader, at, json| {
        reader.year_in(at, json, place.as_ref().map_or(YEARS, |place| horizons(place.region())))
    });
    let name = reader.optional("", &fields, "name", |reader, at, json| reader.text(at, json, MAX_NAME));
    let inputs = reader.optional("", &fields, "inputs", |reader, at, json| {
        read_map(reader, at, json, |reader, at, id, json| {
            let input = find_input(reader, at, id)?;
            read_value(reader, at, json, input).map(|value| (input, value))
        })
    });
    let seed = reader
        .optional("", &fields, "seed", |reader, at, json| reader.number_in(at, json, SEEDS).map(|seed| seed as u32));
    let projects = reader.optional("", &fields, "projects", |reader, at, json| {
        read_map(reader, at, json, |reader, at, id, json| {
            let patch = ProjectPatch::read(reader, at, json);
            Some((own_id(reader, at, id)?, patch?))
        })
    });
    let deliverables = reader.optional("", &fields, "deliverables", |reader, at, json| {
        read_map(reader, at, json, |reader, at, id, json| {
            let patch = DeliverablePatch::read(reader, at, json);
            Some((own_id(reader, at, id)?, patch?))
        })
    });
    let place = place?;
    let horizon = horizon.flatten().unwrap_or_else(|| default_horizon(place.region()));
    let inputs = inputs.flatten().unwrap_or_default();
    Some(Scenario {
        place,
        layer: layer.flatten().unwrap_or(Layer::Plan),
        horizon,
        name: name.flatten().unwrap_or_default(),
        ranges: inputs
            .iter()
            .filter(|(_, (_, range))| !range.is_empty())
            .map(|(id, (_, range))| (*id, *range))
            .collect(),
        inputs: inputs.iter().map(|(id, (value, _))| (*id, value.clone())).collect(),
        projects: projects.flatten().unwrap_or_default(),
        deliverables: deliverables.flatten().unwrap_or_default(),
        seed: seed.flatten().unwrap_or(DEFAULT_SEED),
    })
}

fn read_place(reader: &mut Reader, at: &str, json: &Json) -> Option<Place> {
    let id = reader.text(at, json, MAX_ID)?;
    match Place::shipped(&id) {
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
) -> Option<Keyed<K, V>> {
    let mut map = Keyed::new();
    for (id, json) in reader.entries(at, json)? {
        if let Some((key, value)) = read(reader, &inside(at, id), id, json) {
            map.insert(key, value);
        }
    }
    Some(map)
}
