//! What the page starts with: the link in the address before what was kept, that before the plan of
//! the first area. An address that this page wrote itself is no link from elsewhere.

use std::rc::Rc;

use voced_sim::{Fault, Layer, Place, Region, Scenario, World};

use super::link::{LinkError, unpack};
use super::storage::{self, Stored};
use super::{address, surroundings};
use crate::i18n::say;
use crate::state::{Notice, Opening, Settings};

/// Reads address and storage. Only broken data files of the page itself make this fail.
///
/// # Errors
/// The faults of the page's own data files.
pub fn opening() -> Result<Opening, Vec<Fault>> {
    let mut settings = storage::read_settings(surroundings::browser_lang());
    if let Some(lang) = surroundings::asked_lang() {
        settings.lang = lang;
    }
    let stored = storage::read_scenario();
    if let Stored::Faulty(text, _) = &stored {
        storage::put_aside(text);
    }
    let fragment = address::fragment();
    let link = match &stored {
        Stored::Scenario(_) if storage::is_own_address(&fragment) => None,
        _ => unpack(&fragment),
    };
    open(link, &fragment, stored, settings)
}

/// What to say of a link that cannot be opened. Its text is kept in the notice.
pub fn link_notice(error: LinkError, fragment: &str) -> Notice {
    let (title, faults) = match error {
        LinkError::Newer => (say::LINK_NEWER, Vec::new()),
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
    link: Option<Result<Scenario, LinkError>>,
    fragment: &str,
    stored: Stored,
    settings: Settings,
) -> Result<Opening, Vec<Fault>> {
    let mut notices = Vec::new();
    let before = match stored {
        Stored::Scenario(scenario) => Some(*scenario),
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
        Some(Ok(scenario)) => Some(scenario),
        Some(Err(error)) => {
            notices.push(link_notice(error, fragment));
            None
        }
        None => None,
    };
    let (present, before) = match (linked, before) {
        (Some(linked), before) => (Some(linked.clone()), before.filter(|before| *before != linked)),
        (None, before) => (before, None),
    };
    let world = match present.map(|scenario| scenario.resolve()) {
        Some(Ok(world)) => world,
        _ => first_visit()?,
    };
    Ok(Opening { world: Rc::new(world), before, settings, notices })
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_sim::Lang;

    fn scenario(id: &str) -> Scenario {
        Scenario::new(Place::shipped(id).expect("ships"), Layer::Base)
    }

    fn opened(link: Option<Result<Scenario, LinkError>>, stored: Stored) -> Opening {
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
        let stored = Stored::Scenario(Box::new(scenario("dezhou")));
        let opening = opened(Some(Ok(scenario("linping"))), stored.clone());
        assert_eq!(opening.world.scenario, scenario("linping"));
        assert_eq!(opening.before, Some(scenario("dezhou")));
        let opening = opened(Some(Ok(scenario("dezhou"))), stored);
        assert_eq!(opening.before, None);
    }

    #[test]
    fn a_broken_link_is_said_kept_and_changes_nothing() {
        let stored = Stored::Scenario(Box::new(scenario("dezhou")));
        for error in [LinkError::Damaged, LinkError::Newer, LinkError::Faults(Vec::new())] {
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
}
