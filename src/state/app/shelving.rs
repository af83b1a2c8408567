//! What happens to kept scenarios, stages and steps.

use voced_sim::{Document, Made, Scenario};

use super::App;
use crate::state::History;
use crate::state::shelf::{Deed, Held, Kept, List, Origin, Said, Shelving, Stamp, Undoing, alike, free_name};

/// How many deeds can be undone.
const MOST_UNDONE: usize = 50;

impl App {
    /// The kept scenarios or the stages.
    pub fn list(&self, list: List) -> &[Kept] {
        match list {
            List::Shelf => &self.shelf,
            List::Stages => &self.keeping.stages,
        }
    }

    /// The kept scenario that the present one is or comes from, and whether it has changed since.
    pub fn kept(&self) -> Option<(&Kept, bool)> {
        let present = self.scenario();
        let origin = self.keeping.origin.as_ref();
        let from = origin.and_then(|origin| find(&self.shelf, &origin.id));
        let from = from.filter(|kept| kept.scenario.place == present.place);
        if let Some(same) = from.filter(|kept| alike(&kept.scenario, present)) {
            return Some((same, false));
        }
        let same = self.shelf.iter().find(|kept| alike(&kept.scenario, present));
        same.map(|kept| (kept, false)).or(from.map(|kept| (kept, true)))
    }

    /// The bookmark of a scenario.
    pub fn stage_of(&self, scenario: &Scenario) -> Option<&Kept> {
        self.keeping.stages.iter().find(|stage| alike(&stage.scenario, scenario))
    }

    fn list_mut(&mut self, list: List) -> &mut Vec<Kept> {
        match list {
            List::Shelf => &mut self.shelf,
            List::Stages => &mut self.keeping.stages,
        }
    }

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
                let found = self.list_mut(list).iter_mut().find(|kept| kept.id == id && kept.saved == saved);
                if let Some(kept) = found {
                    kept.held = if is_held { Held::Stored } else { Held::Refused };
                    kept.over = if is_held { Some(saved) } else { kept.over };
                }
            }
            Shelving::Brought(list, id, theirs) => self.brought(list, id, theirs.map(|kept| *kept)),
            Shelving::Retry => self.each_of_both(|kept| {
                if kept.held == Held::Refused {
                    kept.held = Held::Waiting;
                }
            }),
            Shelving::Emptied => self.each_of_both(|kept| {
                kept.held = Held::Refused;
                kept.over = None;
            }),
            Shelving::Forget(key) => self.keeping.unread.retain(|unread| unread.key != key),
            Shelving::Found(unread) => {
                self.keeping.unread.retain(|known| known.key != unread.key);
                self.keeping.unread.push(unread);
            }
        }
    }

    fn each_of_both(&mut self, change: impl Fn(&mut Kept)) {
        self.shelf.iter_mut().chain(&mut self.keeping.stages).for_each(change);
    }

    fn say(&mut self, deed: Deed, id: &str, name: &str) {
        self.keeping.said = Some(Said { deed, id: id.to_owned(), names: vec![name.to_owned()] });
    }

    fn undoable(&mut self, deed: Deed, list: List, before: Kept) {
        self.keeping.undo.push(Undoing { deed, list, before });
        if self.keeping.undo.len() > MOST_UNDONE {
            self.keeping.undo.remove(0);
        }
    }

    /// The present scenario goes on the shelf under a name that nothing there has.
    fn keep(&mut self, name: &str, stamp: Stamp, deed: Deed) {
        let name = free_name(name, &self.shelf, "", self.lang());
        let scenario = Scenario { name: name.clone(), ..self.scenario().clone() };
        self.say(deed, &stamp.id, &name);
        self.shelf.push(Kept::new(stamp.id.as_str(), scenario.clone(), stamp.now));
        self.relabel(name);
        self.keeping.origin = Some(Origin { id: stamp.id, scenario });
    }

    /// The present scenario takes a name, which is no step of its own.
    fn relabel(&mut self, name: String) {
        let mut next = self.world.as_ref().clone();
        next.scenario.name = name;
        self.history.relabel(next.scenario.clone());
        self.world = next.into();
    }

    fn update(&mut self, id: &str, stamp: Stamp) {
        let Some(kept) = find(&self.shelf, id) else { return };
        let origin = self.keeping.origin.as_ref().filter(|origin| origin.id == id);
        // Another tab kept something else there since: neither may be lost.
        if origin.is_some_and(|origin| !alike(&origin.scenario, &kept.scenario)) {
            let name = kept.name().to_owned();
            return self.keep(&name, stamp, Deed::Doubled);
        }
        let before = kept.clone();
        let name = before.name().to_owned();
        let scenario = Scenario { name: name.clone(), ..self.scenario().clone() };
        self.undoable(Deed::Updated, List::Shelf, before);
        let made = Made::of(&self.world.project());
        self.change_kept(List::Shelf, id, scenario.clone(), Some(made), stamp.now);
        self.say(Deed::Updated, id, &name);
        self.relabel(name);
        self.keeping.origin = Some(Origin { id: id.to_owned(), scenario });
    }

    fn change_kept(&mut self, list: List, id: &str, scenario: Scenario, made: Option<Made>, now: f64) {
        if let Some(kept) = self.list_mut(list).iter_mut().find(|kept| kept.id == id) {
            kept.change(scenario, made, now);
        }
    }

    fn rename(&mut self, list: List, id: &str, name: &str, now: f64) {
        let name = free_name(name, self.list(list), id, self.lang());
        let Some(kept) = find(self.list(list), id).filter(|kept| kept.name() != name) else { return };
        if name.is_empty() {
            return;
        }
        let before = kept.clone();
        let scenario = Scenario { name: name.clone(), ..before.scenario.clone() };
        // Another name is no new result: what it gave stays as it was pinned.
        let made = before.made.clone();
        self.undoable(Deed::Renamed, list, before);
        self.change_kept(list, id, scenario, made, now);
        self.say(Deed::Renamed, id, &name);
        if list == List::Shelf && self.keeping.origin.as_ref().is_some_and(|origin| origin.id == id) {
            self.relabel(name);
        }
    }

    fn copy(&mut self, id: &str, stamp: Stamp) {
        let Some(kept) = find(&self.shelf, id).cloned() else { return };
        let name = free_name(kept.name(), &self.shelf, "", self.lang());
        let scenario = Scenario { name: name.clone(), ..kept.scenario };
        self.say(Deed::Copied, &stamp.id, &name);
        self.shelf.push(Kept { made: kept.made, ..Kept::new(stamp.id, scenario, stamp.now) });
    }

    fn delete(&mut self, list: List, id: &str) {
        let kept = self.list_mut(list);
        let Some(place) = kept.iter().position(|kept| kept.id == id) else { return };
        let before = kept.remove(place);
        let deed = if list == List::Shelf { Deed::Deleted } else { Deed::Unmarked };
        self.say(deed, id, before.name());
        self.keeping.deleted.push((list, id.to_owned()));
        self.undoable(deed, list, before);
    }

    fn open(&mut self, list: List, id: &str) {
        let Some(kept) = find(self.list(list), id).cloned() else { return };
        if list == List::Stages {
            let place = self.history.steps().position(|step| alike(step, &kept.scenario));
            return match place {
                Some(place) => self.walk(|history: &mut History<Scenario>| history.walk_to(place)),
                None => drop(self.enter(kept.scenario, false)),
            };
        }
        if self.enter(kept.scenario.clone(), false) {
            self.focus = None;
            self.say(Deed::Opened, id, kept.name());
            self.keeping.origin = Some(Origin { id: kept.id, scenario: kept.scenario });
        }
    }

    /// Scenarios of a file, none in the place of another.
    fn import(&mut self, documents: Vec<Document>, stamp: &Stamp) {
        let first = self.shelf.len();
        for (i, Document { mut scenario, made, .. }) in documents.into_iter().enumerate() {
            let wanted = match scenario.name.trim() {
                "" => scenario.region().short.get(self.lang()).to_owned(),
                name => name.to_owned(),
            };
            scenario.name = free_name(&wanted, &self.shelf, "", self.lang());
            let id = format!("{}-{i}", stamp.id);
            let kept = Kept::new(id, scenario, stamp.now + i as f64);
            self.shelf.push(Kept { made: made.or(kept.made.clone()), ..kept });
        }
        // Every one of them is said, not the last alone.
        let brought = self.shelf.get(first..).unwrap_or_default();
        let names: Vec<String> = brought.iter().map(|kept| kept.name().to_owned()).collect();
        if let Some(id) = brought.last().map(|kept| kept.id.clone()) {
            self.keeping.said = Some(Said { deed: Deed::Imported, id, names });
        }
    }

    fn mark(&mut self, name: &str, stamp: Stamp) {
        let present = self.scenario().clone();
        if let Some(stage) = self.stage_of(&present) {
            let id = stage.id.clone();
            return self.rename(List::Stages, &id, name, stamp.now);
        }
        let name = free_name(name, &self.keeping.stages, "", self.lang());
        self.say(Deed::Marked, &stamp.id, &name);
        self.keeping.stages.push(Kept::new(stamp.id, Scenario { name, ..present }, stamp.now));
    }

    /// Puts a kept scenario back as it was before a deed.
    fn undo_deed(&mut self, now: f64) {
        let Some(Undoing { list, before, .. }) = self.keeping.undo.pop() else { return };
        let (id, name) = (before.id.clone(), free_name(before.name(), self.list(list), &before.id, self.lang()));
        let scenario = Scenario { name: name.clone(), ..before.scenario.clone() };
        if find(self.list(list), &id).is_some() {
            self.change_kept(list, &id, scenario.clone(), before.made, now);
        } else {
            // Deleted: the store has no version of it any more.
            self.list_mut(list).push(Kept { held: Held::Waiting, over: None, scenario: scenario.clone(), ..before });
        }
        self.keeping.deleted.retain(|deleted| *deleted != (list, id.clone()));
        if list == List::Shelf
            && let Some(origin) = self.keeping.origin.as_mut().filter(|origin| origin.id == id)
        {
            origin.scenario = scenario;
        }
        self.say(Deed::Undone, &id, &name);
    }

    /// Another tab wrote an entry. What is not in the store yet stays beside it, under another name.
    fn brought(&mut self, list: List, id: String, theirs: Option<Kept>) {
        let lang = self.lang();
        self.keeping.deleted.retain(|deleted| *deleted != (list, id.clone()));
        let place = self.list(list).iter().position(|kept| kept.id == id);
        let Some(place) = place else {
            self.list_mut(list).extend(theirs);
            return;
        };
        let kept = self.list_mut(list);
        match theirs {
            None if kept[place].held == Held::Stored => drop(kept.remove(place)),
            None => kept[place].over = None,
            Some(theirs) if kept[place].held == Held::Stored || kept[place].scenario == theirs.scenario => {
                kept[place] = theirs;
            }
            Some(theirs) => {
                let mut ours = std::mem::replace(&mut kept[place], theirs);
                ours.id = format!("{id}-{:.0}", ours.saved);
                ours.over = None;
                ours.held = Held::Waiting;
                ours.scenario.name = free_name(ours.name(), kept, "", lang);
                let (own_id, name) = (ours.id.clone(), ours.name().to_owned());
                if list == List::Shelf && self.keeping.origin.as_ref().is_some_and(|origin| origin.id == id) {
                    self.keeping.origin = Some(Origin { id: own_id.clone(), scenario: ours.scenario.clone() });
                }
                self.list_mut(list).push(ours);
                self.say(Deed::Doubled, &own_id, &name);
            }
        }
    }
}

fn find<'a>(list: &'a [Kept], id: &str) -> Option<&'a Kept> {
    list.iter().find(|kept| kept.id == id)
}

#[cfg(test)]
mod tests;
