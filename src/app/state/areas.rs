//! Own areas: kept in the library, and followed by the present scenario.

use std::rc::Rc;
use std::sync::Arc;

use voced_scenario::{Area, AreaRef, Layer, Scenario};

#[cfg(test)]
mod tests;

use super::App;
use crate::app::saved::{AfterSaving, LibraryEvent, List, SavedScenario, Stamp};

impl App {
    /// Keeps an own area in the place of an entry, or as a new one.
    pub(super) fn save_area(&mut self, area: Arc<Area>, entry: Option<String>, after: AfterSaving, stamp: Stamp) {
        let name = area.name.get(self.lang()).to_owned();
        let place = AreaRef::Own(area);
        let kept = Scenario { name: name.clone(), ..Scenario::new(place.clone(), Layer::Base) };
        let before = entry.as_ref().and_then(|id| self.library.find(List::Areas, id).cloned());
        let (event, id) = match before {
            Some(before) if before.scenario == kept => return self.after_saving(after, &place),
            Some(before) => {
                let id = before.id.clone();
                self.undoable(LibraryEvent::AreaEdited, List::Areas, before);
                self.change_kept(List::Areas, &id, kept, None, stamp.now);
                (LibraryEvent::AreaEdited, id)
            }
            None => {
                let saved = SavedScenario::with(stamp.id.as_str(), kept, None, stamp.now);
                self.library_mut().areas.push(Rc::new(saved));
                (LibraryEvent::AreaMade, stamp.id)
            }
        };
        self.say(event, &id, &name);
        self.after_saving(after, &place);
    }

    fn after_saving(&mut self, after: AfterSaving, place: &AreaRef) {
        match after {
            AfterSaving::Open if self.scenario().area().id != place.area().id => {
                self.choose_place(place.clone());
            }
            AfterSaving::Open | AfterSaving::Stay => self.follow_area(place),
        }
    }

    /// The present scenario, where it is of an area of this id, takes its numbers; what the user moved stays moved.
    pub(super) fn follow_area(&mut self, place: &AreaRef) {
        let is_of = matches!(&self.scenario().area_ref, AreaRef::Own(area) if area.id == place.area().id);
        if is_of && self.scenario().area_ref != *place {
            let place = place.clone();
            self.change(|scenario| {
                let shift = place.area().base_year.value - scenario.base_year();
                scenario.area_ref = place;
                // As many years are projected as before.
                scenario.horizon += shift;
            });
        }
    }
}
