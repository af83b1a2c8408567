//! What happens to kept scenarios, stages and steps.

use std::rc::Rc;

use voced_scenario::{Document, Made, Scenario};

use super::App;
use crate::state::shelf::{Deed, Held, Kept, List, Origin, Said, Shelving, Stamp, Undoing, alike, free_name};
use crate::state::{DocumentSource, History};

/// How many deeds can be undone.
const MOST_UNDONE: usize = 50;

impl App {
    pub(super) fn shelve(&mut self, shelving: Shelving) {
        match shelving {
            Shelving::Keep(name, stamp) => self.keep(&name, stamp, Deed::Kept),
            Shelving::Update(id, stamp) => self.update(&id, stamp),
            Shelving::Rename(list, id, name, stamp) => self.rename(list, &id, &name, stamp.now),
            Shelving::Copy(id, stamp) => self.copy(&id, stamp),
            Shelving::Delete(list, id) => self.delete(list, &id),
            Shelving::Open(list, id) => self.open(list, &id),
            Shelving::Import(documents, stamp) => self.import(documents, &stamp),
            Shelving::Mark(name, stamp) => self.mark(&name, stamp),
            Shelving::GoTo(place) => self.walk(|history: &mut History<Scenario>| history.walk_to(place)),
            Shelving::Undo(stamp) => self.undo_deed(stamp.now),
            Shelving::Written(list, id, saved, is_held) => {
                let entries = self.library_mut().list_mut(list).iter_mut();
                if let Some(kept) = entries.into_iter().find(|kept| kept.id == id && kept.saved == saved) {
                    let kept = Rc::make_mut(kept);
                    kept.held = if is_held { Held::Stored } else { Held::Refused };
                    kept.over = if is_held { Some(saved) } else { kept.over };
                }
            }
            Shelving::Brought(list, id, theirs) => self.brought(list, id, theirs.map(|kept| Rc::new(*kept))),
            Shelving::Retry => self.each_of_both(|kept| {
                if kept.held == Held::Refused {
                    kept.held = Held::Waiting;
                }
            }),
            Shelving::Emptied => self.each_of_both(|kept| {
                kept.held = Held::Refused;
                kept.over = None;
            }),
            Shelving::Forget(key) => self.library_mut().unread.retain(|unread| unread.key != key),
            Shelving::Found(unread) => {
                let library = self.library_mut();
                library.unread.retain(|known| known.key != unread.key);
                library.unread.push(unread);
            }
        }
    }

    fn each_of_both(&mut self, change: impl Fn(&mut Kept)) {
        let library = self.library_mut();
        library.shelf.iter_mut().chain(&mut library.stages).for_each(|kept| change(Rc::make_mut(kept)));
    }

    pub(in crate::state) fn say(&mut self, deed: Deed, id: &str, name: &str) {
        self.library_mut().said = Some(Said { deed, id: id.to_owned(), names: vec![name.to_owned()] });
    }

    fn undoable(&mut self, deed: Deed, list: List, before: Rc<Kept>) {
        let undo = &mut self.library_mut().undo;
        undo.push(Undoing { deed, list, before });
        if undo.len() > MOST_UNDONE {
            undo.remove(0);
        }
    }

    /// The present scenario goes on the shelf under a name that nothing there has.
    fn keep(&mut self, name: &str, stamp: Stamp, deed: Deed) {
        let name = free_name(name, &self.library.shelf, "", self.lang());
        let scenario = Scenario { name: name.clone(), ..self.scenario().clone() };
        self.say(deed, &stamp.id, &name);
        let kept = Kept::with(stamp.id.as_str(), scenario.clone(), Some(self.made()), stamp.now);
        self.library_mut().shelf.push(Rc::new(kept));
        self.relabel(name);
        self.comes_from(stamp.id, scenario);
    }

    /// What the present scenario gives.
    fn made(&self) -> Made {
        Made::of(self.session.outcome.projection())
    }

    /// Notes which kept scenario the present one comes from.
    fn comes_from(&mut self, id: String, scenario: Scenario) {
        self.library_mut().origin = Some(Rc::new(Origin { id, scenario }));
    }

    /// Whether the present scenario comes from this kept one.
    fn is_from(&self, list: List, id: &str) -> bool {
        list == List::Shelf && self.library.origin.as_ref().is_some_and(|origin| origin.id == id)
    }

    fn update(&mut self, id: &str, stamp: Stamp) {
        let Some(before) = self.library.find(List::Shelf, id).cloned() else { return };
        let name = before.name().to_owned();
        let origin = self.library.origin.as_ref().filter(|origin| origin.id == id);
        // Another tab kept something else there since: neither may be lost.
        if origin.is_some_and(|origin| !alike(&origin.scenario, &before.scenario)) {
            return self.keep(&name, stamp, Deed::Doubled);
        }
        let scenario = Scenario { name: name.clone(), ..self.scenario().clone() };
        self.undoable(Deed::Updated, List::Shelf, before);
        let made = self.made();
        self.change_kept(List::Shelf, id, scenario.clone(), Some(made), stamp.now);
        self.say(Deed::Updated, id, &name);
        self.relabel(name);
        self.comes_from(id.to_owned(), scenario);
    }

    fn change_kept(&mut self, list: List, id: &str, scenario: Scenario, made: Option<Made>, now: f64) {
        let mut entries = self.library_mut().list_mut(list).iter_mut();
        if let Some(kept) = entries.find(|kept| kept.id == id) {
            Rc::make_mut(kept).change(scenario, made, now);
        }
    }

    fn rename(&mut self, list: List, id: &str, name: &str, now: f64) {
        let name = free_name(name, self.library.list(list), id, self.lang());
        let Some(before) = self.library.find(list, id).filter(|kept| kept.name() != name).cloned() else { return };
        if name.is_empty() {
            return;
        }
        let scenario = Scenario { name: name.clone(), ..before.scenario.clone() };
        // Another name is no new result: what it gave stays as it was pinned.
        let made = before.made.clone();
        self.undoable(Deed::Renamed, list, before);
        self.change_kept(list, id, scenario, made, now);
        self.say(Deed::Renamed, id, &name);
        if self.is_from(list, id) {
            self.relabel(name);
        }
    }

    fn copy(&mut self, id: &str, stamp: Stamp) {
        let Some(kept) = self.library.find(List::Shelf, id).cloned() else { return };
        let name = free_name(kept.name(), &self.library.shelf, "", self.lang());
        let scenario = Scenario { name: name.clone(), ..kept.scenario.clone() };
        self.say(Deed::Copied, &stamp.id, &name);
        let copy = Kept::with(stamp.id, scenario, kept.made.clone(), stamp.now);
        self.library_mut().shelf.push(Rc::new(copy));
    }

    fn delete(&mut self, list: List, id: &str) {
        let Some(place) = self.library.list(list).iter().position(|kept| kept.id == id) else { return };
        let before = self.library_mut().list_mut(list).remove(place);
        let deed = if list == List::Shelf { Deed::Deleted } else { Deed::Unmarked };
        self.say(deed, id, before.name());
        self.library_mut().deleted.push((list, id.to_owned()));
        self.undoable(deed, list, before);
    }

    fn open(&mut self, list: List, id: &str) {
        let Some(kept) = self.library.find(list, id).cloned() else { return };
        if list == List::Shelf {
            self.restore(kept.document(), &DocumentSource::Library(kept.id.clone()));
            return;
        }
        let place = self.session.history.steps().position(|step| alike(step, &kept.scenario));
        match place {
            Some(place) => self.walk(|history: &mut History<Scenario>| history.walk_to(place)),
            None => drop(self.enter(kept.scenario.clone(), false)),
        }
    }

    /// Scenarios of a file, none in the place of another.
    fn import(&mut self, documents: Vec<Document>, stamp: &Stamp) {
        let first = self.library.shelf.len();
        for (i, Document { mut scenario, made, .. }) in documents.into_iter().enumerate() {
            let wanted = match scenario.name.trim() {
                "" => scenario.region().short.get(self.lang()).to_owned(),
                name => name.to_owned(),
            };
            scenario.name = free_name(&wanted, &self.library.shelf, "", self.lang());
            let made = made.or_else(|| Made::now(&scenario).ok());
            let kept = Kept::with(format!("{}-{i}", stamp.id), scenario, made, stamp.now + i as f64);
            self.library_mut().shelf.push(Rc::new(kept));
        }
        // Every one of them is said, not the last alone.
        let library = self.library_mut();
        let brought = library.shelf.get(first..).unwrap_or_default();
        let names: Vec<String> = brought.iter().map(|kept| kept.name().to_owned()).collect();
        if let Some(id) = brought.last().map(|kept| kept.id.clone()) {
            library.said = Some(Said { deed: Deed::Imported, id, names });
        }
    }

    fn mark(&mut self, name: &str, stamp: Stamp) {
        if let Some(stage) = self.library.stage_of(self.scenario()) {
            let id = stage.id.clone();
            return self.rename(List::Stages, &id, name, stamp.now);
        }
        let name = free_name(name, &self.library.stages, "", self.lang());
        self.say(Deed::Marked, &stamp.id, &name);
        let scenario = Scenario { name, ..self.scenario().clone() };
        let stage = Kept::with(stamp.id, scenario, Some(self.made()), stamp.now);
        self.library_mut().stages.push(Rc::new(stage));
    }

    /// Puts a kept scenario back as it was before a deed.
    fn undo_deed(&mut self, now: f64) {
        let Some(Undoing { list, before, .. }) = self.library_mut().undo.pop() else { return };
        let id = before.id.clone();
        let name = free_name(before.name(), self.library.list(list), &id, self.lang());
        let scenario = Scenario { name: name.clone(), ..before.scenario.clone() };
        if self.library.find(list, &id).is_some() {
            self.change_kept(list, &id, scenario.clone(), before.made.clone(), now);
        } else {
            // Deleted: the store has no version of it any more.
            let back = Kept::with(id.as_str(), scenario.clone(), before.made.clone(), before.saved);
            self.library_mut().list_mut(list).push(Rc::new(back));
        }
        self.library_mut().deleted.retain(|deleted| *deleted != (list, id.clone()));
        if self.is_from(list, &id) {
            self.comes_from(id.clone(), scenario);
        }
        self.say(Deed::Undone, &id, &name);
    }

    /// Another tab wrote an entry. What is not in the store yet stays beside it, under another name.
    fn brought(&mut self, list: List, id: String, theirs: Option<Rc<Kept>>) {
        let lang = self.lang();
        let library = self.library_mut();
        library.deleted.retain(|deleted| *deleted != (list, id.clone()));
        let entries = library.list_mut(list);
        let Some(place) = entries.iter().position(|kept| kept.id == id) else {
            entries.extend(theirs);
            return;
        };
        let is_stored = entries[place].held == Held::Stored;
        match theirs {
            None if is_stored => drop(entries.remove(place)),
            None => Rc::make_mut(&mut entries[place]).over = None,
            Some(theirs) if is_stored || entries[place].scenario == theirs.scenario => entries[place] = theirs,
            Some(theirs) => {
                let ours = std::mem::replace(&mut entries[place], theirs);
                let name = free_name(ours.name(), entries, "", lang);
                let scenario = Scenario { name: name.clone(), ..ours.scenario.clone() };
                let own_id = format!("{id}-{:.0}", ours.saved);
                let ours = Kept::with(own_id.as_str(), scenario.clone(), ours.made.clone(), ours.saved);
                entries.push(Rc::new(ours));
                if self.is_from(list, &id) {
                    self.comes_from(own_id.clone(), scenario);
                }
                self.say(Deed::Doubled, &own_id, &name);
            }
        }
    }
}

#[cfg(test)]
mod tests;
