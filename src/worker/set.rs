//! The areas of a question about many: they travel to a thread once, and stay there.

use std::cell::RefCell;
use std::rc::Rc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use voced_analysis::many;
use voced_scenario::{Area, AreaRef, Fault, Json};

/// The areas of a question. Equal where they are the same set.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetRef {
    /// What tells the set from others while the page lives.
    pub key: u64,
    /// The areas as files, in a list; empty where the thread has the set already.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub areas: Rc<str>,
}

impl PartialEq for SetRef {
    fn eq(&self, other: &SetRef) -> bool {
        self.key == other.key
    }
}

impl SetRef {
    /// A set of areas, written down once.
    pub fn new<'a>(key: u64, areas: impl Iterator<Item = &'a AreaRef>) -> SetRef {
        SetRef { key, areas: Json::Array(areas.map(|area| area.area().as_file()).collect()).to_string().into() }
    }

    /// The set without its areas, for a thread that has them.
    #[must_use]
    pub fn known(&self) -> SetRef {
        SetRef { key: self.key, areas: "".into() }
    }
}

fn write<S: Serializer>(areas: &Rc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(areas)
}

fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Rc<str>, D::Error> {
    <&str>::deserialize(deserializer).map(Rc::from)
}

thread_local! {
    /// The set that this thread was asked about last.
    static KEPT: RefCell<Option<(u64, many::Set)>> = const { RefCell::new(None) };
}

/// Does something with the areas of a question, which are read where this thread does not have them yet.
///
/// # Errors
/// What is wrong with the areas, which the page has read before.
pub(super) fn with_set<T>(set: &SetRef, work: impl FnOnce(&mut many::Set) -> T) -> Result<T, Vec<Fault>> {
    KEPT.with_borrow_mut(|kept| {
        let known = kept.take().filter(|(key, _)| *key == set.key);
        let (_, areas) = kept.insert(match known {
            Some(known) => known,
            None => (set.key, many::Set::new(areas(&set.areas)?)),
        });
        Ok(work(areas))
    })
}

fn areas(text: &str) -> Result<Vec<AreaRef>, Vec<Fault>> {
    let Json::Array(files) = Json::parse(text).map_err(|fault| vec![fault])? else { return Ok(Vec::new()) };
    files.iter().map(|file| Area::from_json(file).map(|area| AreaRef::Own(area.into()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_read_once_and_known_by_its_key() {
        let text = voced_model::Text { zh: "甲县".to_owned(), en: "A".to_owned() };
        let county = Area::find_shipped("laiwu").expect("ships").copy("a", text);
        let county = AreaRef::Own(Area::from_json(&county.to_json()).expect("sound").into());
        let set = SetRef::new(7, [&county].into_iter());
        let bytes = postcard::to_allocvec(&set).expect("packs");
        let sent: SetRef = postcard::from_bytes(&bytes).expect("unpacks");
        assert_eq!(with_set(&sent, |set| set.areas().to_vec()), Ok(vec![county.clone()]));
        assert_eq!(with_set(&sent.known(), |set| set.areas().to_vec()), Ok(vec![county]));
        // A thread that never had it cannot be asked by its key alone.
        assert!(with_set(&SetRef { key: 8, areas: "".into() }, |set| set.areas().len()).is_err());
        assert!(with_set(&sent.known(), |set| set.areas().len()).is_err());
    }
}
