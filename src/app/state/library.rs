//! What happens to kept scenarios, stages and steps.

#[cfg(test)]
mod tests;

use std::rc::Rc;

use voced_scenario::{Document, ResultSnapshot, Scenario};

use super::App;
use crate::app::saved::{
    Announcement, LibraryAction, LibraryEvent, List, Origin, SaveState, SavedScenario, Stamp, UndoEntry, alike,
    free_name,
};
use crate::app::{DocumentSource, History};

/// How many deeds can be undone.
const MOST_UNDONE: usize = 50;

impl App {
    pub(super) fn shelve(&mut self, shelving: LibraryAction) {
        match shelving {
            LibraryAction::Save(name, stamp) => self.keep(&name, stamp, LibraryEvent::Saved),
            LibraryAction::Overwrite(id, stamp) => self.update(&id, stamp),
            LibraryAction::Rename(list, id, name, stamp) => self.rename(list, &id, &name, stamp.now),
            LibraryAction::Copy(id, stamp) => self.copy(&id, stamp),
            LibraryAction::Delete(list, id) => self.delete(list, &id),
            LibraryAction::Open(list, id) => self.open(list, &id),
            LibraryAction::Import(documents, stamp) => self.import(documents, &stamp),
            LibraryAction::Bookmark(name, stamp) => self.mark(&name, stamp),
            LibraryAction::SaveArea(area, entry, after, stamp) => self.save_area(area, entry, after, stamp),
            LibraryAction::Gather(set) => self.library_mut().set = set,
            LibraryAction::GoTo(place) => self.walk(|history: &mut History<Scenario>| history.walk_to(place)),
            LibraryAction::Undo(stamp) => self.undo_deed(stamp.now),
            LibraryAction::StoreAnswered(list, id, saved_at, is_held) => {
                let entries = self.library_mut().list_mut(list).iter_mut();
                if let Some(saved) = entries.into_iter().find(|saved| saved.id == id && saved.saved_at == saved_at) {
                    let saved = Rc::make_mut(saved);
                    saved.save_state = if is_held { SaveState::Stored } else { SaveState::Refused };
                    saved.over = if is_held { Some(saved_at) } else { saved.over };
                }
            }
            LibraryAction::ChangedElsewhere(list, id, theirs) => {
                self.brought(list, id, theirs.map(|saved| Rc::new(*saved)))
            }
            LibraryAction::Retry => self.each_entry(|saved| {
                if saved.save_state == SaveState::Refused {
                    saved.save_state = SaveState::Waiting;
                }
            }),
            LibraryAction::Emptied => self.each_entry(|saved| {
                saved.save_state = SaveState::Refused;
                saved.over = None;
            }),
            LibraryAction::Forget(key) => self.library_mut().unread.retain(|unread| unread.key != key),
            LibraryAction::SetAside(unread) => {
                let library = self.library_mut();
                library.unread.retain(|known| known.key != unread.key);
                library.unread.push(unread);
            }
        }
    }

    fn each_entry(&mut self, change: impl Fn(&mut SavedScenario)) {
        let library = self.library_mut();
        for list in List::ALL {
            library.list_mut(list).iter_mut().for_each(|saved| change(Rc::make_mut(saved)));
        }
    }

    pub(in crate::app) fn say(&mut self, event: LibraryEvent, id: &str, name: &str) {
        self.library_mut().announcement = Some(Announcement { event, id: id.to_owned(), names: vec![name.to_owned()] });
    }

    pub(super) fn undoable(&mut self, event: LibraryEvent, list: List, before: Rc<SavedScenario>) {
        let undo = &mut self.library_mut().undo;
        undo.push(UndoEntry { event, list, before });
        if undo.len() > MOST_UNDONE {
            undo.remove(0);
        }
    }

    /// The present scenario goes on the shelf under a name that nothing there has.
    fn keep(&mut self, name: &str, stamp: Stamp, event: LibraryEvent) {
        let name = free_name(name, &self.library.scenarios, "", self.lang());
        let scenario = Scenario { name: name.clone(), ..self.scenario().clone() };
        self.say(event, &stamp.id, &name);
        let saved = SavedScenario::with(stamp.id.as_str(), scenario.clone(), Some(self.snapshot()), stamp.now);
        self.library_mut().scenarios.push(Rc::new(saved));
        self.relabel(name);
        self.comes_from(stamp.id, scenario);
    }

    /// What the present scenario gives.
    fn snapshot(&self) -> ResultSnapshot {
        ResultSnapshot::of(self.session.outcome.projection())
    }

    /// Notes which kept scenario the present one comes from.
    fn comes_from(&mut self, id: String, scenario: Scenario) {
        self.library_mut().origin = Some(Rc::new(Origin { id, scenario }));
    }

    /// Whether the present scenario comes from this kept one.
    fn is_from(&self, list: List, id: &str) -> bool {
        list == List::Scenarios && self.library.origin.as_ref().is_some_and(|origin| origin.id == id)
    }

    fn update(&mut self, id: &str, stamp: Stamp) {
        let Some(before) = self.library.find(List::Scenarios, id).cloned() else { return };
        let name = before.name().to_owned();
        let origin = self.library.origin.as_ref().filter(|origin| origin.id == id);
        // Another tab kept something else there since: neither may be lost.
        if origin.is_some_and(|origin| !alike(&origin.scenario, &before.scenario)) {
            return self.keep(&name, stamp, LibraryEvent::BothSaved);
        }
        let scenario = Scenario { name: name.clone(), ..self.scenario().clone() };
        self.undoable(LibraryEvent::Updated, List::Scenarios, before);
        let snapshot = self.snapshot();
        self.change_kept(List::Scenarios, id, scenario.clone(), Some(snapshot), stamp.now);
        self.say(LibraryEvent::Updated, id, &name);
        self.relabel(name);
        self.comes_from(id.to_owned(), scenario);
    }

    pub(super) fn change_kept(
        &mut self,
        list: List,
        id: &str,
        scenario: Scenario,
        snapshot: Option<ResultSnapshot>,
        now: f64,
    ) {
        let mut entries = self.library_mut().list_mut(list).iter_mut();
        if let Some(saved) = entries.find(|saved| saved.id == id) {
            Rc::make_mut(saved).change(scenario, snapshot, now);
        }
    }

    fn rename(&mut self, list: List, id: &str, name: &str, now: f64) {
        let name = free_name(name, self.library.list(list), id, self.lang());
        let Some(before) = self.library.find(list, id).filter(|saved| saved.name() != name).cloned() else { return };
        if name.is_empty() {
            return;
        }
        let scenario = Scenario { name: name.clone(), ..before.scenario.clone() };
        // Another name is no new result: what it gave stays as it was pinned.
        let snapshot = before.snapshot.clone();
        self.undoable(LibraryEvent::Renamed, list, before);
        self.change_kept(list, id, scenario, snapshot, now);
        self.say(LibraryEvent::Renamed, id, &name);
        if self.is_from(list, id) {
            self.relabel(name);
        }
    }

    fn copy(&mut self, id: &str, stamp: Stamp) {
        let Some(saved) = self.library.find(List::Scenarios, id).cloned() else { return };
        let name = free_name(saved.name(), &self.library.scenarios, "", self.lang());
        let scenario = Scenario { name: name.clone(), ..saved.scenario.clone() };
        self.say(LibraryEvent::Copied, &stamp.id, &name);
        let copy = SavedScenario::with(stamp.id, scenario, saved.snapshot.clone(), stamp.now);
        self.library_mut().scenarios.push(Rc::new(copy));
    }

    fn delete(&mut self, list: List, id: &str) {
        let Some(place) = self.library.list(list).iter().position(|saved| saved.id == id) else { return };
        let before = self.library_mut().list_mut(list).remove(place);
        let event = match list {
            List::Scenarios => LibraryEvent::Deleted,
            List::Bookmarks => LibraryEvent::BookmarkRemoved,
            List::Areas => LibraryEvent::AreaDeleted,
        };
        self.say(event, id, before.name());
        self.library_mut().deleted.push((list, id.to_owned()));
        self.undoable(event, list, before);
    }

    fn open(&mut self, list: List, id: &str) {
        let Some(saved) = self.library.find(list, id).cloned() else { return };
        match list {
            List::Scenarios => {
                self.restore(saved.document(), &DocumentSource::Library(saved.id.clone()));
            }
            List::Areas => {
                self.choose_place(saved.scenario.area_ref.clone());
            }
            List::Bookmarks => {
                let place = self.session.history.steps().position(|step| alike(step, &saved.scenario));
                match place {
                    Some(place) => self.walk(|history: &mut History<Scenario>| history.walk_to(place)),
                    None => drop(self.enter(saved.scenario.clone(), false)),
                }
            }
        }
    }

    /// Scenarios of a file, none in the place of another.
    fn import(&mut self, documents: Vec<Document>, stamp: &Stamp) {
        let first = self.library.scenarios.len();
        for (i, Document { mut scenario, snapshot, .. }) in documents.into_iter().enumerate() {
            let wanted = match scenario.name.trim() {
                "" => scenario.area().short.get(self.lang()).to_owned(),
                name => name.to_owned(),
            };
            scenario.name = free_name(&wanted, &self.library.scenarios, "", self.lang());
            let snapshot = snapshot.or_else(|| ResultSnapshot::now(&scenario).ok());
            let saved = SavedScenario::with(format!("{}-{i}", stamp.id), scenario, snapshot, stamp.now + i as f64);
            self.library_mut().scenarios.push(Rc::new(saved));
        }
        // Every one of them is said, not the last alone.
        let library = self.library_mut();
        let brought = library.scenarios.get(first..).unwrap_or_default();
        let names: Vec<String> = brought.iter().map(|saved| saved.name().to_owned()).collect();
        if let Some(id) = brought.last().map(|saved| saved.id.clone()) {
            library.announcement = Some(Announcement { event: LibraryEvent::Imported, id, names });
        }
    }

    fn mark(&mut self, name: &str, stamp: Stamp) {
        if let Some(bookmark) = self.library.bookmark_of(self.scenario()) {
            let id = bookmark.id.clone();
            return self.rename(List::Bookmarks, &id, name, stamp.now);
        }
        let name = free_name(name, &self.library.bookmarks, "", self.lang());
        self.say(LibraryEvent::Bookmarked, &stamp.id, &name);
        let scenario = Scenario { name, ..self.scenario().clone() };
        let bookmark = SavedScenario::with(stamp.id, scenario, Some(self.snapshot()), stamp.now);
        self.library_mut().bookmarks.push(Rc::new(bookmark));
    }

    /// Puts a kept scenario back as it was before a deed.
    fn undo_deed(&mut self, now: f64) {
        let Some(UndoEntry { list, before, .. }) = self.library_mut().undo.pop() else { return };
        let id = before.id.clone();
        let name = free_name(before.name(), self.library.list(list), &id, self.lang());
        let scenario = Scenario { name: name.clone(), ..before.scenario.clone() };
        if self.library.find(list, &id).is_some() {
            self.change_kept(list, &id, scenario.clone(), before.snapshot.clone(), now);
        } else {
            // Deleted: the store has no version of it any more.
            let back = SavedScenario::with(id.as_str(), scenario.clone(), before.snapshot.clone(), before.saved_at);
            self.library_mut().list_mut(list).push(Rc::new(back));
        }
        self.library_mut().deleted.retain(|deleted| *deleted != (list, id.clone()));
        if self.is_from(list, &id) {
            self.comes_from(id.clone(), scenario.clone());
        }
        if list == List::Areas {
            self.follow_area(&scenario.area_ref);
        }
        self.say(LibraryEvent::Undone, &id, &name);
    }

    /// Another tab wrote an entry. What is not in the store yet stays beside it, under another name.
    fn brought(&mut self, list: List, id: String, theirs: Option<Rc<SavedScenario>>) {
        let lang = self.lang();
        let library = self.library_mut();
        library.deleted.retain(|deleted| *deleted != (list, id.clone()));
        let entries = library.list_mut(list);
        let Some(place) = entries.iter().position(|saved| saved.id == id) else {
            entries.extend(theirs);
            return;
        };
        let is_stored = entries[place].save_state == SaveState::Stored;
        match theirs {
            None if is_stored => drop(entries.remove(place)),
            None => Rc::make_mut(&mut entries[place]).over = None,
            Some(theirs) if is_stored || entries[place].scenario == theirs.scenario => entries[place] = theirs,
            Some(theirs) => {
                let ours = std::mem::replace(&mut entries[place], theirs);
                let name = free_name(ours.name(), entries, "", lang);
                let scenario = Scenario { name: name.clone(), ..ours.scenario.clone() };
                let own_id = format!("{id}-{:.0}", ours.saved_at);
                let ours = SavedScenario::with(own_id.as_str(), scenario.clone(), ours.snapshot.clone(), ours.saved_at);
                entries.push(Rc::new(ours));
                if self.is_from(list, &id) {
                    self.comes_from(own_id.clone(), scenario);
                }
                self.say(LibraryEvent::BothSaved, &own_id, &name);
            }
        }
    }
}
