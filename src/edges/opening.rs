//! What the page starts with: the link in the address before what was kept, that before the plan of
//! the first area. An address that this page wrote itself is no link from elsewhere.

use std::rc::Rc;

use voced_sim::{Document, Fault, Layer, Place, Region, Scenario, World};

use super::link::{LinkError, unpack};
use super::storage::{self, Stored};
use super::{address, kept, steps, surroundings};
use crate::i18n::say;
use crate::state::{Beside, Embedding, Notice, Opening, Settings};

/// Reads address and storage. Only broken data files of the page itself make this fail.
///
/// # Errors
/// The faults of the page's own data files.
pub fn opening() -> Result<Opening, Vec<Fault>> {
    let mut settings = storage::read_settings(surroundings::browser_lang());
    if let Some(lang) = surroundings::asked_lang() {
        settings.lang = lang;
    }
    let stored = storage::read_document();
    let fragment = address::fragment();
    let link = match &stored {
        Stored::Document(_) if storage::is_own_address(&fragment) => None,
        _ => unpack(&fragment),
    };
    let opening = open(link, &fragment, stored, settings)?;
    let (shelf, keeping) = kept::read();
    Ok(Opening { shelf, keeping, history: steps::read(), ..opening })
}

/// Reads the address of an embedded page, which keeps nothing and restores nothing: the reader's own
/// scenario is no business of the page around.
///
/// # Errors
/// The faults of the page's own data files.
pub fn embedded(embedding: &Embedding, mut faults: Vec<Fault>) -> Result<Opening, Vec<Fault>> {
    let settings = embedding.settings(surroundings::asked_lang().unwrap_or_else(surroundings::browser_lang));
    let asked = embedding.place.clone().map(|(place, layer)| Scenario::new(place, layer));
    let fragment = address::fragment();
    let link = unpack(&fragment).or(asked.map(|scenario| Ok(scenario.into())));
    let mut opening = open(link, &fragment, Stored::Nothing, settings)?;
    let mut scenario = opening.world.scenario.clone();
    for (input, level) in &embedding.set {
        scenario.inputs.insert(*input, opening.world.moved(*input, *level));
    }
    match scenario.resolve() {
        Ok(world) => opening.world = Rc::new(world),
        Err(found) => faults.extend(found),
    }
    // The page around says what this is about.
    opening.arrived = None;
    if !faults.is_empty() {
        opening.notices.push(Notice { title: say::EMBED_FAULTY, faults, kept: None });
    }
    Ok(opening)
}

/// What to say of a link that cannot be opened. Its text is kept in the notice.
pub fn link_notice(error: LinkError, fragment: &str) -> Notice {
    let (title, faults) = match error {
        LinkError::Newer => (say::LINK_NEWER, Vec::new()),
        LinkError::Cut => (say::LINK_CUT, Vec::new()),
        LinkError::Damaged => (say::LINK_DAMAGED, Vec::new()),
        LinkError::Faults(faults) => (say::LINK_FAULTY, faults),
    };
    Notice { title, faults, kept: Some(format!("#{fragment}")) }
}

fn first_visit() -> Result<World, Vec<Fault>> {
    let first = Region::ids().next().unwrap_or_default();
    Scenario::new(Place::shipped(first)?, Layer::Plan).resolve()
}

fn open(
    link: Option<Result<Document, LinkError>>,
    fragment: &str,
    stored: Stored,
    settings: Settings,
) -> Result<Opening, Vec<Fault>> {
    let mut notices = Vec::new();
    let kept = match stored {
        Stored::Document(document) => Some(*document),
        Stored::Nothing => None,
        Stored::Denied => {
            notices.push(Notice::plain(say::STORE_UNREADABLE));
            None
        }
        Stored::Faulty(text, faults) => {
            notices.push(Notice { title: say::STORE_FAULTY, faults, kept: Some(text) });
            None
        }
    };
    let linked = match link {
        Some(Ok(document)) => Some(document),
        Some(Err(error)) => {
            notices.push(link_notice(error, fragment));
            None
        }
        None => None,
    };
    let beside = [&linked, &kept].into_iter().flatten().find_map(Beside::of);
    let (present, before, arrived) = match (linked, kept) {
        (Some(linked), kept) => {
            let before = kept.map(|kept| kept.scenario).filter(|before| *before != linked.scenario);
            (Some(linked.scenario.clone()), before, Some(linked))
        }
        // What was kept needs no introduction, unless it gives other numbers now.
        (None, Some(kept)) => (Some(kept.scenario.clone()), None, kept.drift().is_some().then_some(kept)),
        (None, None) => (None, None, None),
    };
    let world = match present.map(|scenario| scenario.resolve()) {
        Some(Ok(world)) => world,
        _ => first_visit()?,
    };
    Ok(Opening {
        world: Rc::new(world),
        before,
        history: None,
        shelf: Vec::new(),
        keeping: Default::default(),
        beside,
        arrived: arrived.map(Rc::new),
        settings,
        notices,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_sim::{Lang, Quantity};

    fn scenario(id: &str) -> Scenario {
        Scenario::new(Place::shipped(id).expect("ships"), Layer::Base)
    }

    fn opened(link: Option<Result<Document, LinkError>>, stored: Stored) -> Opening {
        open(link, "1.abc", stored, Settings::new(Lang::Zh)).expect("sound data")
    }

    #[test]
    fn a_first_visit_shows_the_plan_of_the_first_area() {
        let opening = opened(None, Stored::Nothing);
        assert_eq!(opening.world.scenario.region().id, "laiwu");
        assert_eq!(opening.world.scenario.layer, Layer::Plan);
        assert!(opening.notices.is_empty());
    }

    #[test]
    fn a_link_goes_before_what_was_kept_and_leaves_it_one_step_back() {
        let stored = Stored::Document(Box::new(scenario("dezhou").into()));
        let opening = opened(Some(Ok(scenario("linping").into())), stored.clone());
        assert_eq!(opening.world.scenario, scenario("linping"));
        assert_eq!(opening.before, Some(scenario("dezhou")));
        let opening = opened(Some(Ok(scenario("dezhou").into())), stored);
        assert_eq!(opening.before, None);
    }

    #[test]
    fn a_broken_link_is_said_kept_and_changes_nothing() {
        let stored = Stored::Document(Box::new(scenario("dezhou").into()));
        for error in [LinkError::Cut, LinkError::Damaged, LinkError::Newer, LinkError::Faults(Vec::new())] {
            let opening = opened(Some(Err(error)), stored.clone());
            assert_eq!(opening.world.scenario, scenario("dezhou"));
            assert_eq!(opening.notices.len(), 1);
            assert_eq!(opening.notices[0].kept.as_deref(), Some("#1.abc"));
        }
    }

    #[test]
    fn an_unreadable_store_is_said() {
        let opening = opened(None, Stored::Denied);
        assert_eq!(opening.notices[0].title, say::STORE_UNREADABLE);
        assert_eq!(opening.world.scenario.region().id, "laiwu");
    }

    #[test]
    fn a_link_is_introduced_and_what_was_kept_is_not() {
        let compared =
            Document { beside: vec![scenario("laiwu")], reference: 1, ..scenario("linping").into() }.pinned();
        let stored = Stored::Document(Box::new(compared.clone()));
        let opening = opened(None, stored.clone());
        assert_eq!((opening.arrived, opening.beside), (None, Beside::of(&compared)));
        let linked: Document = scenario("hangzhou").into();
        let opening = opened(Some(Ok(linked.clone())), stored);
        assert_eq!(opening.arrived.as_deref(), Some(&linked));
        assert_eq!(opening.beside, Beside::of(&compared), "a link without a comparison leaves the one there is");
        let opening = opened(Some(Ok(compared.clone())), Stored::Nothing);
        assert_eq!((opening.arrived.as_deref(), opening.beside), (Some(&compared), Beside::of(&compared)));
    }

    #[test]
    fn what_was_kept_is_introduced_where_it_gives_other_numbers_now() {
        let mut document = Document::from(scenario("dezhou")).pinned();
        if let Some(made) = &mut document.made {
            made.results.insert(Quantity::VocEnrolment, 1.0);
        }
        let opening = opened(None, Stored::Document(Box::new(document.clone())));
        assert_eq!(opening.arrived.as_deref(), Some(&document));
    }
}
