//! What the browser keeps between visits.

use voced_model::{Lang, Quantity};
use voced_scenario::{Document, Fault, Json, Layer};
use web_sys::Storage;

use crate::app::{ChartId, Screen, Settings, ThemeChoice};

/// Where the scenario at present is kept with its comparison, as a file.
const SCENARIO: &str = "voced.scenario";
/// Where a scenario is put that cannot be read.
pub(super) const ASIDE: &str = "voced.scenario.unreadable";
/// Where the part of the address is kept that the page itself wrote last.
const ADDRESS: &str = "voced.address";
/// Where the reader's settings are kept.
const SETTINGS: &str = "voced.settings";

/// What was found of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Stored {
    /// Nothing was kept.
    Nothing,
    /// A scenario with what belongs to it.
    Document(Box<Document>),
    /// Something that cannot be read, and why.
    Faulty(String, Vec<Fault>),
    /// The browser does not let the page look.
    Denied,
}

/// What was kept: that of this tab, which another tab's does not touch; in a new tab, the last
/// of any.
pub fn read_document() -> Stored {
    let shared = read_from(Store::Shared);
    if let Stored::Faulty(text, _) = &shared {
        // It is about to be written over, whether it is shown or not.
        put_aside(text);
    }
    match read_from(Store::Tab) {
        own @ Stored::Document(_) => own,
        own @ Stored::Faulty(..) if matches!(shared, Stored::Nothing | Stored::Denied) => own,
        _ => shared,
    }
}

fn read_from(store: Store) -> Stored {
    match store.read(SCENARIO) {
        Ok(Some(text)) => match Document::parse(&text) {
            Ok(document) => Stored::Document(Box::new(document)),
            Err(faults) => Stored::Faulty(text, faults),
        },
        Ok(None) => Stored::Nothing,
        Err(()) => Stored::Denied,
    }
}

/// Keeps a document, for this tab and for the next visit; `false` where the browser refuses either.
pub fn write_document(document: &Document) -> bool {
    let text = document.to_json().to_string();
    let [tab, shared] = [Store::Tab, Store::Shared].map(|store| store.write(SCENARIO, &text));
    tab && shared
}

/// Keeps what the page wrote into the address of this tab; `false` where the browser refuses.
pub fn write_address(fragment: &str) -> bool {
    Store::Tab.write(ADDRESS, fragment)
}

/// Whether the page itself wrote this last. The scenario that is kept is then the same or, after a
/// reload in the middle of a drag, a later one.
pub fn is_own_address(fragment: &str) -> bool {
    !fragment.is_empty() && Store::Tab.read(ADDRESS).is_ok_and(|own| own.as_deref() == Some(fragment))
}

/// Puts text that could not be read aside, so that saving does not overwrite it.
pub fn put_aside(text: &str) -> bool {
    Store::Shared.write(ASIDE, text)
}

/// The settings that were kept, over those of a first visit. Settings are soft: what cannot be
/// understood is as if it had not been chosen.
pub fn read_settings(lang: Lang) -> Settings {
    let mut settings = Settings::new(lang);
    let Ok(Some(text)) = Store::Shared.read(SETTINGS) else { return settings };
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
    if let Some(Json::Bool(difference)) = json.get("difference") {
        settings.difference = *difference;
    }
    if let Some(Json::Bool(conditioned)) = json.get("conditioned") {
        settings.conditioned = *conditioned;
    }
    if let Some(Json::String(id)) = json.get("screen") {
        settings.screen = Screen::find(id).unwrap_or_default();
    }
    if let Some(Json::String(id)) = json.get("subject") {
        settings.subject = Quantity::find(id).unwrap_or(settings.subject);
    }
    if let Some(Json::String(id)) = json.get("compare") {
        settings.compare = Layer::ALL.into_iter().find(|layer| layer.id() == id).unwrap_or(settings.compare);
    }
    let charts = |key: &str| -> Vec<ChartId> {
        let Some(Json::Array(ids)) = json.get(key) else { return Vec::new() };
        let find = |id: &Json| match id {
            Json::String(id) => ChartId::find(id),
            _ => None,
        };
        ids.iter().filter_map(find).take(Settings::MAX_CHARTS).collect()
    };
    let on_show = charts("charts");
    if !on_show.is_empty() {
        settings.charts = on_show;
    }
    settings.brief_charts = charts("brief_charts");
    settings
}

/// Keeps the settings; `false` where the browser refuses.
pub fn write_settings(settings: &Settings) -> bool {
    let ids = |charts: &[ChartId]| Json::Array(charts.iter().map(|chart| Json::from(chart.id())).collect());
    let json = Json::Object(vec![
        ("lang".to_owned(), settings.lang.tag().into()),
        ("theme".to_owned(), settings.theme.id().into()),
        ("charts".to_owned(), ids(&settings.charts)),
        ("brief_charts".to_owned(), ids(&settings.brief_charts)),
        ("bands".to_owned(), settings.bands.into()),
        ("difference".to_owned(), settings.difference.into()),
        ("conditioned".to_owned(), settings.conditioned.into()),
        ("screen".to_owned(), settings.screen.id().into()),
        ("subject".to_owned(), settings.subject.id().into()),
        ("compare".to_owned(), settings.compare.id().into()),
    ]);
    Store::Shared.write(SETTINGS, &json.to_string())
}

/// A place where the browser keeps text under keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Store {
    /// Of all tabs, for good.
    Shared,
    /// Of this tab, as long as it is open; it outlives a reload.
    Tab,
}

impl Store {
    /// Where it is blocked, looking throws.
    fn open(self) -> Result<Storage, ()> {
        let window = super::dom::window().ok_or(())?;
        let found = match self {
            Store::Shared => window.local_storage(),
            Store::Tab => window.session_storage(),
        };
        found.ok().flatten().ok_or(())
    }

    /// The text under a key.
    pub(super) fn read(self, key: &str) -> Result<Option<String>, ()> {
        self.open()?.get_item(key).map_err(drop)
    }

    /// Text is written as it is, not as JSON of JSON, so that a person can read and copy it.
    pub(super) fn write(self, key: &str, text: &str) -> bool {
        self.open().is_ok_and(|store| store.set_item(key, text).is_ok())
    }

    /// Takes a key and its text away.
    pub(super) fn remove(self, key: &str) -> bool {
        self.open().is_ok_and(|store| store.remove_item(key).is_ok())
    }

    /// All keys; none where the browser does not let the page look.
    pub(super) fn keys(self) -> Vec<String> {
        let Ok(store) = self.open() else { return Vec::new() };
        let count = store.length().unwrap_or(0);
        (0..count).filter_map(|place| store.key(place).ok().flatten()).collect()
    }
}
