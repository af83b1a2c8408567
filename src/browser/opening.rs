//! What the page starts with: the link in the address before what was kept, that before the plan of
//! the first area. An address that this page wrote itself is no link from elsewhere.

use std::rc::Rc;

use voced_scenario::{Area, AreaRef, Document, Fault, Layer, ResolvedScenario, Scenario};

use super::link::{LinkError, unpack};
use super::storage::{self, Stored};
use super::{address, history, library, query};
use crate::app::{DocumentSource, Embedding, Notice, Opening, Settings};
use crate::phrases;

/// Reads address and storage. Only broken data files of the page itself make this fail.
///
/// # Errors
/// The faults of the page's own data files.
pub fn opening() -> Result<Opening, Vec<Fault>> {
    let mut settings = storage::read_settings(query::browser_lang());
    if let Some(lang) = query::asked_lang() {
        settings.lang = lang;
    }
    let stored = storage::read_document();
    let fragment = address::fragment();
    let link = match &stored {
        Stored::Document(_) if storage::is_own_address(&fragment) => None,
        _ => unpack(&fragment),
    };
    let opening = open(link, &fragment, stored, settings)?;
    Ok(Opening { library: library::read(), history: history::read(), ..opening })
}

/// Reads the address of an embedded page, which keeps nothing and restores nothing: the reader's own
/// scenario is no business of the page around.
///
/// # Errors
/// The faults of the page's own data files.
pub fn embedded(embedding: &Embedding, mut faults: Vec<Fault>) -> Result<Opening, Vec<Fault>> {
    let settings = embedding.settings(query::asked_lang().unwrap_or_else(query::browser_lang));
    let asked = embedding.place.clone().map(|(place, layer)| Scenario::new(place, layer));
    let fragment = address::fragment();
    let link = unpack(&fragment).or(asked.map(|scenario| Ok(scenario.into())));
    let mut opening = open(link, &fragment, Stored::Nothing, settings)?;
    let mut scenario = opening.resolved.scenario.clone();
    for (input, level) in &embedding.set {
        scenario.inputs.insert(*input, opening.resolved.moved(*input, *level));
    }
    match scenario.resolve() {
        Ok(resolved) => opening.resolved = Rc::new(resolved),
        Err(found) => faults.extend(found),
    }
    // The page around says what this is about.
    opening.documents.clear();
    if !faults.is_empty() {
        opening.notices.push(Notice { title: phrases::EMBED_FAULTY, faults, text: None });
    }
    Ok(opening)
}

/// What to say of a link that cannot be opened. Its text is kept in the notice.
pub fn link_notice(error: LinkError, fragment: &str) -> Notice {
    let (title, faults) = match error {
        LinkError::Newer => (phrases::LINK_NEWER, Vec::new()),
        LinkError::Cut => (phrases::LINK_CUT, Vec::new()),
        LinkError::Damaged => (phrases::LINK_DAMAGED, Vec::new()),
        LinkError::Faults(faults) => (phrases::LINK_FAULTY, faults),
    };
    Notice { title, faults, text: Some(format!("#{fragment}")) }
}

fn first_visit() -> Result<ResolvedScenario, Vec<Fault>> {
    let first = Area::ids().next().unwrap_or_default();
    Scenario::new(AreaRef::shipped(first)?, Layer::Plan).resolve()
}

fn open(
    link: Option<Result<Document, LinkError>>,
    fragment: &str,
    stored: Stored,
    settings: Settings,
) -> Result<Opening, Vec<Fault>> {
    let mut notices = Vec::new();
    let saved = match stored {
        Stored::Document(document) => Some(*document),
        Stored::Nothing => None,
        Stored::Denied => {
            notices.push(Notice::plain(phrases::STORE_UNREADABLE));
            None
        }
        Stored::Faulty(text, faults) => {
            notices.push(Notice { title: phrases::STORE_FAULTY, faults, text: Some(text) });
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
    // A link goes before what was kept, which stays one step back.
    let stored = saved.map(|document| (DocumentSource::Storage, document));
    let linked = linked.map(|document| (DocumentSource::Link, document));
    let documents: Vec<(DocumentSource, Document)> = stored.into_iter().chain(linked).collect();
    let resolved = match documents.first().map(|(_, document)| document.scenario.resolve()) {
        Some(Ok(resolved)) => resolved,
        _ => first_visit()?,
    };
    Ok(Opening { documents, notices, ..Opening::of(resolved, settings) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, App, Comparison};
    use voced_model::{Lang, Quantity};

    fn scenario(id: &str) -> Scenario {
        Scenario::new(AreaRef::shipped(id).expect("ships"), Layer::Base)
    }

    fn opened(link: Option<Result<Document, LinkError>>, stored: Stored) -> App {
        App::new(open(link, "1.abc", stored, Settings::new(Lang::Zh)).expect("sound data"))
    }

    /// What is one step back.
    fn before(app: &App) -> Option<Scenario> {
        app.session.history.can_undo().then(|| app.clone().apply(Action::Undo).scenario().clone())
    }

    /// What stands beside it, where a document brought that.
    fn comparison(app: &App) -> Option<Comparison> {
        app.session.comparison.as_deref().cloned()
    }

    #[test]
    fn a_first_visit_shows_the_plan_of_the_first_area() {
        let opening = opened(None, Stored::Nothing);
        assert_eq!(opening.scenario().area().id, "laiwu");
        assert_eq!(opening.scenario().layer, Layer::Plan);
        assert!(opening.ui.notices.is_empty());
    }

    #[test]
    fn a_link_goes_before_what_was_kept_and_leaves_it_one_step_back() {
        let stored = Stored::Document(Box::new(scenario("dezhou").into()));
        let opening = opened(Some(Ok(scenario("linping").into())), stored.clone());
        assert_eq!(*opening.scenario(), scenario("linping"));
        assert_eq!(before(&opening), Some(scenario("dezhou")));
        let opening = opened(Some(Ok(scenario("dezhou").into())), stored);
        assert_eq!(before(&opening), None);
    }

    #[test]
    fn a_broken_link_is_said_kept_and_changes_nothing() {
        let stored = Stored::Document(Box::new(scenario("dezhou").into()));
        for error in [LinkError::Cut, LinkError::Damaged, LinkError::Newer, LinkError::Faults(Vec::new())] {
            let opening = opened(Some(Err(error)), stored.clone());
            assert_eq!(*opening.scenario(), scenario("dezhou"));
            assert_eq!(opening.ui.notices.len(), 1);
            assert_eq!(opening.ui.notices[0].text.as_deref(), Some("#1.abc"));
        }
    }

    #[test]
    fn an_unreadable_store_is_said() {
        let opening = opened(None, Stored::Denied);
        assert_eq!(opening.ui.notices[0].title, phrases::STORE_UNREADABLE);
        assert_eq!(opening.scenario().area().id, "laiwu");
    }

    #[test]
    fn a_link_is_introduced_and_what_was_kept_is_not() {
        let compared = Document { comparison: vec![scenario("laiwu")], reference: 1, ..scenario("linping").into() }
            .with_snapshot();
        let stored = Stored::Document(Box::new(compared.clone()));
        let opening = opened(None, stored.clone());
        assert_eq!((opening.session.arrived.as_deref(), comparison(&opening)), (None, Comparison::of(&compared)));
        let linked: Document = scenario("hangzhou").into();
        let opening = opened(Some(Ok(linked.clone())), stored);
        assert_eq!(opening.session.arrived.as_deref(), Some(&linked));
        assert_eq!(
            comparison(&opening),
            Comparison::of(&compared),
            "a link without a comparison leaves the one there is"
        );
        let opening = opened(Some(Ok(compared.clone())), Stored::Nothing);
        assert_eq!(
            (opening.session.arrived.as_deref(), comparison(&opening)),
            (Some(&compared), Comparison::of(&compared))
        );
    }

    #[test]
    fn what_was_kept_is_introduced_where_it_gives_other_numbers_now() {
        let mut document = Document::from(scenario("dezhou")).with_snapshot();
        if let Some(snapshot) = &mut document.snapshot {
            snapshot.results.insert(Quantity::VocEnrolment, 1.0);
        }
        let opening = opened(None, Stored::Document(Box::new(document.clone())));
        assert_eq!(opening.session.arrived.as_deref(), Some(&document));
    }
}
