//! Scenarios from the text of Python's side.

use voced_import::is_area_file;
use voced_scenario::{Area, AreaRef, Fault, Json, Layer, ResolvedScenario, Scenario};

/// Reads a scenario and lays it over its area, or over the one given; of an area file, the area as it is.
///
/// # Errors
/// Every fault of what was given.
pub fn resolved(text: &str, area: Option<&str>) -> Result<ResolvedScenario, Vec<Fault>> {
    let Some(area) = area else { return read(Json::parse(text))?.resolve() };
    let place = match Json::parse(text) {
        Ok(Json::Object(fields)) => Json::Object(put(fields, area)?),
        other => other.map_err(|fault| vec![fault])?,
    };
    read(Ok(place))?.resolve()
}

/// Reads a scenario for other areas than its own; an area file stands for no change.
///
/// # Errors
/// Every fault of it.
pub fn scenario(text: &str) -> Result<Scenario, Vec<Fault>> {
    read(Json::parse(text))
}

fn read(json: Result<Json, Fault>) -> Result<Scenario, Vec<Fault>> {
    let json = json.map_err(|fault| vec![fault])?;
    if is_area_file(&json) {
        return Ok(Scenario::new(AreaRef::Own(Area::from_json(&json)?.into()), Layer::Base));
    }
    voced_scenario::Document::from_json(&json).map(|document| document.scenario)
}

/// The scenario's fields with another area: an id of one that ships, or an area file.
fn put(fields: Vec<(String, Json)>, area: &str) -> Result<Vec<(String, Json)>, Vec<Fault>> {
    let mut fields: Vec<_> = fields.into_iter().filter(|(key, _)| key != "region" && key != "data").collect();
    let is_file = area.trim_start().starts_with('{');
    let (key, value) =
        if is_file { ("data", Json::parse(area).map_err(|fault| vec![fault])?) } else { ("region", area.into()) };
    fields.push((key.to_owned(), value));
    Ok(fields)
}
