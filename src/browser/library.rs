//! Kept scenarios and stages in the browser's store: one entry each, so that two tabs that keep different
//! things never write over each other.

use std::rc::Rc;

use voced_scenario::{Document, Fault, Json};

use super::storage::{self, Store};
use crate::app::Library;
use crate::app::saved::{LibraryAction, List, Origin, SavedScenario, Unread};

/// Before the key of an entry that could not be read.
const UNREAD: &str = "voced.unreadable.";
/// Where the tab notes which kept scenario its present one comes from.
const ORIGIN: &str = "voced.origin";

fn prefix(list: List) -> &'static str {
    match list {
        List::Scenarios => "voced.kept.",
        List::Bookmarks => "voced.stage.",
        List::Areas => "voced.area.",
    }
}

fn key(list: List, id: &str) -> String {
    format!("{}{id}", prefix(list))
}

/// Which list a key belongs to, and the id in it.
fn place(key: &str) -> Option<(List, &str)> {
    List::ALL.into_iter().find_map(|list| Some((list, key.strip_prefix(prefix(list))?)))
}

/// An entry: when it was kept, and the scenario as files hold it.
fn entry(saved: &SavedScenario) -> String {
    let fields = [("saved", Json::Number(saved.saved_at)), ("scenario", saved.document().to_json())];
    Json::Object(fields.map(|(key, value)| (key.to_owned(), value)).to_vec()).to_string()
}

fn read_entry(id: &str, text: &str) -> Result<SavedScenario, Vec<Fault>> {
    let json = Json::parse(text).map_err(|fault| vec![fault])?;
    let saved_at = match json.get("saved") {
        Some(Json::Number(saved_at)) if saved_at.is_finite() => *saved_at,
        _ => 0.0,
    };
    // Someone may have put a scenario file there as it is.
    let document = Document::from_json(json.get("scenario").unwrap_or(&json))?;
    Ok(SavedScenario::stored(id, document, saved_at))
}

/// What is kept. What cannot be read is put aside and named; what was put aside and can be read again, by a
/// newer page, comes back.
pub fn read() -> Library {
    let mut library = Library { origin: read_origin().map(Rc::new), ..Library::default() };
    let mut keys = Store::Shared.keys();
    keys.sort();
    for key in keys {
        let Ok(Some(text)) = Store::Shared.read(&key) else { continue };
        let original = key.strip_prefix(UNREAD).unwrap_or(&key);
        match place(original).map(|(list, id)| (list, read_entry(id, &text))) {
            Some((list, Ok(saved))) => {
                if original != key && Store::Shared.write(original, &text) {
                    Store::Shared.remove(&key);
                }
                let list = library.list_mut(list);
                let place = list.partition_point(|earlier| earlier.saved_at <= saved.saved_at);
                list.insert(place, Rc::new(saved));
            }
            Some((_, Err(faults))) => library.unread.push(put_aside(key, text, faults)),
            None => library.unread.extend(aside(&key, &text)),
        }
    }
    library
}

/// Moves an entry that cannot be read out of the way. Where the store takes no more it stays where it is.
fn put_aside(key: String, text: String, faults: Vec<Fault>) -> Unread {
    if key.starts_with(UNREAD) {
        return Unread { key, text, faults };
    }
    let to = format!("{UNREAD}{key}");
    if Store::Shared.write(&to, &text) {
        Store::Shared.remove(&key);
        return Unread { key: to, text, faults };
    }
    Unread { key, text, faults }
}

/// The present scenario of an earlier visit that could not be read, and anything else put aside.
fn aside(key: &str, text: &str) -> Option<Unread> {
    if key != storage::ASIDE && !key.starts_with(UNREAD) {
        return None;
    }
    let faults = Document::parse(text).err().unwrap_or_default();
    Some(Unread { key: key.to_owned(), text: text.to_owned(), faults })
}

/// Writes one version and says what came of it. What another tab wrote since the version that this tab knows
/// is left as it is, and brought.
pub fn write(list: List, saved: &SavedScenario) -> LibraryAction {
    let key = key(list, &saved.id);
    let there = Store::Shared.read(&key).ok().flatten().and_then(|text| read_entry(&saved.id, &text).ok());
    if let Some(there) = there
        && saved.over != Some(there.saved_at)
        && saved.saved_at != there.saved_at
    {
        return LibraryAction::ChangedElsewhere(list, saved.id.clone(), Some(Box::new(there)));
    }
    let is_held = Store::Shared.write(&key, &entry(saved));
    LibraryAction::StoreAnswered(list, saved.id.clone(), saved.saved_at, is_held)
}

/// Takes an entry out of the store.
pub fn remove(list: List, id: &str) -> bool {
    Store::Shared.remove(&key(list, id))
}

/// Takes away for good what could not be read, once the reader says so.
pub fn forget(key: &str) -> bool {
    Store::Shared.remove(key)
}

/// What another tab did to the store, as far as it concerns kept scenarios. `None` for the key means that it
/// was emptied.
pub fn heard(key: Option<&str>, text: Option<&str>) -> Option<LibraryAction> {
    let Some(key) = key else { return Some(LibraryAction::Emptied) };
    match (place(key), text) {
        (Some((list, id)), None) => Some(LibraryAction::ChangedElsewhere(list, id.to_owned(), None)),
        (Some((list, id)), Some(text)) => Some(match read_entry(id, text) {
            Ok(saved) => LibraryAction::ChangedElsewhere(list, id.to_owned(), Some(Box::new(saved))),
            Err(faults) => LibraryAction::SetAside(Unread { key: key.to_owned(), text: text.to_owned(), faults }),
        }),
        (None, Some(text)) => aside(key, text).map(LibraryAction::SetAside),
        (None, None) => {
            (key == storage::ASIDE || key.starts_with(UNREAD)).then(|| LibraryAction::Forget(key.to_owned()))
        }
    }
}

/// Notes which kept scenario the present one of this tab comes from; a tab that cannot goes on without.
pub fn write_origin(origin: Option<&Origin>) {
    let text = origin.map_or(Json::Null, |origin| {
        let fields = [("id", origin.id.as_str().into()), ("scenario", origin.scenario.to_json())];
        Json::Object(fields.map(|(key, value)| (key.to_owned(), value)).to_vec())
    });
    let _ = Store::Tab.write(ORIGIN, &text.to_string());
}

fn read_origin() -> Option<Origin> {
    let json = Json::parse(&Store::Tab.read(ORIGIN).ok()??).ok()?;
    let (Some(Json::String(id)), Some(scenario)) = (json.get("id"), json.get("scenario")) else { return None };
    let Document { scenario, .. } = Document::from_json(scenario).ok()?;
    Some(Origin { id: id.clone(), scenario })
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{AreaRef, Layer, Scenario};

    fn saved() -> SavedScenario {
        let scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        SavedScenario::new("1-2", Scenario { name: "方案 “甲”".to_owned(), ..scenario }, 1_766_000_000_123.0)
    }

    #[test]
    fn an_entry_comes_back_with_its_time_and_what_it_gave() {
        let read = read_entry("1-2", &entry(&saved())).expect("sound");
        assert_eq!(
            (&read.scenario, &read.snapshot, read.saved_at),
            (&saved().scenario, &saved().snapshot, saved().saved_at)
        );
        assert_eq!(read.over, Some(read.saved_at));
    }

    #[test]
    fn what_other_tabs_do_is_understood() {
        let text = entry(&saved());
        assert!(
            matches!(heard(Some("voced.kept.7"), Some(&text)), Some(LibraryAction::ChangedElsewhere(List::Scenarios, id, Some(_))) if id == "7")
        );
        assert!(matches!(
            heard(Some("voced.stage.7"), None),
            Some(LibraryAction::ChangedElsewhere(List::Bookmarks, _, None))
        ));
        assert!(matches!(heard(Some("voced.kept.7"), Some("{")), Some(LibraryAction::SetAside(_))));
        assert_eq!(heard(None, None), Some(LibraryAction::Emptied));
        assert_eq!(heard(Some("voced.settings"), Some("{}")), None);
        assert_eq!(heard(Some("elsewhere"), None), None);
    }
}
