//! Areas that come as JSON: an area file, or a scenario that carries one.

use voced_scenario::{Area, Fault, Json, Problem, Scenario};

/// What a JSON file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonFile {
    /// The area, with its values and their sources.
    pub area: Area,
    /// The scenario that carried it, if one did.
    pub scenario: Option<Scenario>,
}

/// Whether a document is an area file rather than a scenario.
pub fn is_area_file(json: &Json) -> bool {
    json.get("base").is_some() && json.get("region").is_none() && json.get("data").is_none()
}

/// Reads an area file, or a scenario with an area of its own.
///
/// # Errors
/// Every fault of the file, each with its place; one where a scenario has no area of its own.
pub fn read_json(text: &str) -> Result<JsonFile, Vec<Fault>> {
    let json = Json::parse(text).map_err(|fault| vec![fault])?;
    if json.get("data").is_some_and(|data| *data != Json::Null) {
        let scenario = Scenario::parse(text)?;
        return Ok(JsonFile { area: scenario.area().clone(), scenario: Some(scenario) });
    }
    if json.get("region").is_some() {
        return Err(vec![Fault::new("", Problem::MissingKey { key: "data" })]);
    }
    Area::from_json(&json).map(|area| JsonFile { area, scenario: None })
}
