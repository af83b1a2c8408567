//! What files and links hold: a scenario, with what it is compared with and what it gave when it was saved.
//!
//! A file with nothing but a scenario is of schema 1, so that older programs read it; one with more is of
//! schema 2. Both are read, everywhere.

mod drift;

pub use drift::{Drift, Drifted};

use crate::error::{Allowed, Fault, Problem};
use crate::json::{Json, object};
use crate::reader::{Reader, inside};
use crate::scenario::{KEYS, Scenario, read as read_scenario};
use crate::schema::{SCHEMA, newer};
use litemap::LiteMap;
use voced_model::Quantity;
use voced_model::equations::{MODEL_VERSION, Projection};

/// The newest version of scenario files this product reads and writes.
pub const NEWEST_SCHEMA: i32 = 2;

/// The keys of schema 2: a scenario's, and three more.
static ALL_KEYS: [&str; KEYS.len() + 3] = {
    let mut keys = [""; KEYS.len() + 3];
    let (own, more) = keys.split_at_mut(KEYS.len());
    own.copy_from_slice(KEYS);
    more.copy_from_slice(&["made", "beside", "reference"]);
    keys
};

/// The most scenarios that stand beside one.
pub const MAX_COMPARED: usize = 3;

/// The longest name of a model version, in characters.
const MAX_VERSION: usize = 20;

/// The largest result that is kept, whichever way it points.
const MAX_RESULT: f64 = 1e18;

/// The results that a file pins: those that head the page, at the horizon.
pub const SNAPSHOT_QUANTITIES: [Quantity; 8] = [
    Quantity::VocShareOfIntake,
    Quantity::VocEnrolment,
    Quantity::Teachers,
    Quantity::StudentsPerTeacher,
    Quantity::DoubleQualifiedShare,
    Quantity::Balance,
    Quantity::BalanceCumulative,
    Quantity::RecurrentPerStudent,
];

/// What a scenario gave when it was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultSnapshot {
    /// The version of the model that gave it.
    pub model: String,
    /// Results at the horizon.
    pub results: LiteMap<Quantity, f64>,
}

/// What a file or a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The scenario.
    pub scenario: Scenario,
    /// What it gave when it was saved, where the file says so.
    pub snapshot: Option<ResultSnapshot>,
    /// Those it is compared with, [`MAX_COMPARED`] at most.
    pub comparison: Vec<Scenario>,
    /// Which of them all the others are held against: 0 is the scenario itself, then those beside it.
    pub reference: usize,
}

impl ResultSnapshot {
    /// What the scenario gives now.
    ///
    /// # Errors
    /// The faults of the scenario.
    pub fn now(scenario: &Scenario) -> Result<ResultSnapshot, Vec<Fault>> {
        let resolved = scenario.resolve()?;
        Ok(ResultSnapshot::of(&resolved.project()))
    }

    /// What a projection gave at its horizon.
    pub fn of(projection: &Projection<f64>) -> ResultSnapshot {
        let last = projection.years().saturating_sub(1);
        let mut results = LiteMap::new();
        for quantity in SNAPSHOT_QUANTITIES {
            if let Some(value) = projection.value(quantity, last) {
                results.insert(quantity, value);
            }
        }
        ResultSnapshot { model: MODEL_VERSION.to_owned(), results }
    }

    fn to_json(&self) -> Json {
        let results = self.results.iter().map(|(quantity, value)| (quantity.id().to_owned(), (*value).into()));
        object([("model", self.model.as_str().into()), ("results", Json::Object(results.collect()))])
    }

    fn read(reader: &mut Reader, at: &str, json: &Json) -> Option<ResultSnapshot> {
        let fields = reader.fields(at, json, &["model", "results"])?;
        let model = reader.required(at, &fields, "model", |reader, at, json| reader.text(at, json, MAX_VERSION));
        let results = reader.required(at, &fields, "results", |reader, at, json| {
            let mut results = LiteMap::new();
            for (id, json) in reader.entries(at, json)? {
                let at = inside(at, id);
                let value = reader.number_in(&at, json, Allowed::of((-MAX_RESULT, MAX_RESULT), None));
                match crate::error::named_quantity(&at, id) {
                    Ok(quantity) => value.and_then(|value| results.insert(quantity, value)),
                    Err(fault) => {
                        reader.faults.push(fault);
                        None
                    }
                };
            }
            Some(results)
        });
        Some(ResultSnapshot { model: model?, results: results? })
    }
}

impl Scenario {
    /// Reads the scenario of a file, of whatever version. What the file holds beside it is judged too.
    ///
    /// # Errors
    /// Every fault of the file, each with its place, value and what is allowed.
    pub fn parse(text: &str) -> Result<Scenario, Vec<Fault>> {
        Document::parse(text).map(|document| document.scenario)
    }
}

impl Document {
    /// A scenario alone.
    pub fn of(scenario: Scenario) -> Document {
        Document { scenario, snapshot: None, comparison: Vec::new(), reference: 0 }
    }

    /// The document with what its scenario gives now; a scenario with faults pins nothing.
    #[must_use]
    pub fn with_snapshot(self) -> Document {
        Document { snapshot: ResultSnapshot::now(&self.scenario).ok(), ..self }
    }

    /// All its scenarios, its own first.
    pub fn scenarios(&self) -> impl Iterator<Item = &Scenario> {
        std::iter::once(&self.scenario).chain(&self.comparison)
    }

    /// The version of the file it makes: the oldest that holds all of it.
    pub fn schema(&self) -> i32 {
        if self.snapshot.is_none() && self.comparison.is_empty() { SCHEMA } else { NEWEST_SCHEMA }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Every fault of the file, each with its place, value and what is allowed.
    pub fn parse(text: &str) -> Result<Document, Vec<Fault>> {
        Document::from_json(&Json::parse(text).map_err(|fault| vec![fault])?)
    }

    /// Reads JSON that was parsed already, such as one scenario of a file of many. Links, stored entries and
    /// imported files all become documents here.
    ///
    /// # Errors
    /// Every fault, each with its place below `json`, value and what is allowed.
    pub fn from_json(json: &Json) -> Result<Document, Vec<Fault>> {
        let mut reader = Reader::default();
        let document = read(&mut reader, json);
        reader.finish(document)
    }

    /// The document as files and links carry it. Unchanged parts are left out.
    pub fn to_json(&self) -> Json {
        let mut json = self.scenario.to_json();
        if let Json::Object(fields) = &mut json {
            for (key, value) in fields.iter_mut() {
                if key == "schema" {
                    *value = self.schema().into();
                }
            }
            if let Some(snapshot) = &self.snapshot {
                fields.push(("made".to_owned(), snapshot.to_json()));
            }
            if !self.comparison.is_empty() {
                let comparison = self.comparison.iter().map(Scenario::to_json).collect();
                fields.push(("beside".to_owned(), Json::Array(comparison)));
                if self.reference != 0 {
                    fields.push(("reference".to_owned(), Json::Number(self.reference as f64)));
                }
            }
        }
        json
    }
}

impl From<Scenario> for Document {
    fn from(scenario: Scenario) -> Document {
        Document::of(scenario)
    }
}

impl From<&Scenario> for Document {
    fn from(scenario: &Scenario) -> Document {
        Document::of(scenario.clone())
    }
}

/// Reads what is sound; `None` where even the scenario's area is unknown.
fn read(reader: &mut Reader, json: &Json) -> Option<Document> {
    // A newer file may hold anything: its version is all that is judged.
    if newer(reader, "", json, NEWEST_SCHEMA) {
        return None;
    }
    // The first schema has a scenario's keys and no others.
    let is_first = json.get("schema") == Some(&SCHEMA.into());
    let (keys, schemas) = if is_first { (KEYS, SCHEMA) } else { (&ALL_KEYS[..], NEWEST_SCHEMA) };
    let scenario = read_scenario(reader, "", json, keys, schemas);
    let Json::Object(entries) = json else { return None };
    // Keys were judged with the scenario's.
    let fields = entries.iter().map(|(key, value)| (key.as_str(), value)).filter(|(key, _)| keys.contains(key));
    let fields = fields.collect();
    let snapshot = reader.optional("", &fields, "made", ResultSnapshot::read);
    let comparison = reader.optional("", &fields, "beside", |reader, at, json| {
        let items = reader.list(at, json)?;
        if items.len() > MAX_COMPARED {
            reader.fault(at, Problem::TooMany { count: items.len(), max: MAX_COMPARED });
            return None;
        }
        let read = |(i, item): (usize, &Json)| read_scenario(reader, &inside(at, &i.to_string()), item, KEYS, SCHEMA);
        let scenarios: Vec<Option<Scenario>> = items.iter().enumerate().map(read).collect();
        scenarios.into_iter().collect::<Option<Vec<Scenario>>>()
    });
    let others = comparison.as_ref().map_or(MAX_COMPARED, |comparison| comparison.as_ref().map_or(0, Vec::len));
    let reference = reader.optional("", &fields, "reference", |reader, at, json| {
        let allowed = Allowed { min: 0.0, max: others as f64, whole: true, unit: None };
        reader.number_in(at, json, allowed).map(|reference| reference as usize)
    });
    Some(Document {
        scenario: scenario?,
        snapshot: snapshot?,
        comparison: comparison?.unwrap_or_default(),
        reference: reference?.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests;
