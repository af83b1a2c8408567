//! What the browser keeps between visits.

use gloo_storage::{LocalStorage, Storage};
use voced_sim::{Fault, Json, Lang, Quantity, Scenario};

use crate::state::{ChartId, Screen, Settings, ThemeChoice};

/// Where the scenario at present is kept, as a scenario file.
const SCENARIO: &str = "voced.scenario";
/// Where the part of the address is kept that the page itself wrote last.
const ADDRESS: &str = "voced.address";
/// Where the reader's settings are kept.
const SETTINGS: &str = "voced.settings";

/// What was found of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Stored {
    /// Nothing was kept.
    Nothing,
    /// A scenario.
    Scenario(Box<Scenario>),
    /// Something that cannot be read, and why.
    Faulty(String, Vec<Fault>),
    /// The browser does not let the page look.
    Denied,
}

/// The scenario that was kept.
pub fn read_scenario() -> Stored {
    match read(SCENARIO) {
        Ok(Some(text)) => match Scenario::parse(&text) {
            Ok(scenario) => Stored::Scenario(Box::new(scenario)),
            Err(faults) => Stored::Faulty(text, faults),
        },
        Ok(None) => Stored::Nothing,
        Err(()) => Stored::Denied,
    }
}

/// Keeps a scenario; `false` where the browser refuses.
pub fn write_scenario(scenario: &Scenario) -> bool {
    write(SCENARIO, &scenario.to_json().to_string())
}

/// Keeps what the page wrote into the address; `false` where the browser refuses.
pub fn write_address(fragment: &str) -> bool {
    write(ADDRESS, fragment)
}

/// Whether the page itself wrote this last. The scenario that is kept is then the same or, after a
/// reload in the middle of a drag, a later one.
pub fn is_own_address(fragment: &str) -> bool {
    !fragment.is_empty() && read(ADDRESS).is_ok_and(|own| own.as_deref() == Some(fragment))
}

/// Puts text that could not be read aside, so that saving does not overwrite it.
pub fn put_aside(text: &str) -> bool {
    write(&format!("{SCENARIO}.unreadable"), text)
}

/// The settings that were kept, over those of a first visit. Settings are soft: what cannot be
/// understood is as if it had not been chosen.
pub fn read_settings(lang: Lang) -> Settings {
    let mut settings = Settings::new(lang);
    let Ok(Some(text)) = read(SETTINGS) else { return settings };
    let Ok(json) = Json::parse(&text) else { return settings };
    if let Some(Json::String(tag)) = json.get("lang") {
        settings.lang = Lang::from_tag(tag).unwrap_or(lang);
    }
    if let Some(Json::String(id)) = json.get("theme") {
        settings.theme = ThemeChoice::find(id).unwrap_or_default();
    }
    if let Some(Json::Bool(bands)) = json.get("bands") {
        settings.bands = *bands;
    }
    if let Some(Json::String(id)) = json.get("screen") {
        settings.screen = Screen::find(id).unwrap_or_default();
    }
    if let Some(Json::String(id)) = json.get("subject") {
        settings.subject = Quantity::find(id).unwrap_or(settings.subject);
    }
    if let Some(Json::Array(ids)) = json.get("charts") {
        let find = |id: &Json| match id {
            Json::String(id) => ChartId::find(id),
            _ => None,
        };
        let charts: Vec<ChartId> = ids.iter().filter_map(find).take(Settings::MAX_CHARTS).collect();
        if !charts.is_empty() {
            settings.charts = charts;
        }
    }
    settings
}

/// Keeps the settings; `false` where the browser refuses.
pub fn write_settings(settings: &Settings) -> bool {
    let charts = settings.charts.iter().map(|chart| Json::from(chart.id())).collect();
    let json = Json::Object(vec![
        ("lang".to_owned(), settings.lang.tag().into()),
        ("theme".to_owned(), settings.theme.id().into()),
        ("charts".to_owned(), Json::Array(charts)),
        ("bands".to_owned(), settings.bands.into()),
        ("screen".to_owned(), settings.screen.id().into()),
        ("subject".to_owned(), settings.subject.id().into()),
    ]);
    write(SETTINGS, &json.to_string())
}

/// Whether the browser lets the page use its storage at all; where it is blocked, looking throws.
fn is_open() -> bool {
    super::surroundings::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// The text under a key.
fn read(key: &str) -> Result<Option<String>, ()> {
    if is_open() { LocalStorage::raw().get_item(key).map_err(|_| ()) } else { Err(()) }
}

/// Text is written as it is, not as JSON of JSON, so that a person can read and copy it.
fn write(key: &str, text: &str) -> bool {
    is_open() && LocalStorage::raw().set_item(key, text).is_ok()
}
