//! The page's state and its reducer.

use std::rc::Rc;

use voced_sim::solve::Several;
use voced_sim::warnings::Lever;
use voced_sim::{Document, Fault, InputId, Lang, Made, Place, Quantity, Scenario, World};

use super::shelf::Keeping;
use super::{Action, Beside, Gesture, History, Kept, PlansDesk, Seek, Settings};
use crate::i18n::say;

mod items;
mod shelving;

pub use items::ItemKind;

/// Something the user should know, in plain words.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it is about.
    pub title: voced_sim::Words,
    /// What is wrong, one line each; empty where the title says all.
    pub faults: Vec<Fault>,
    /// Text that could not be used, kept so that nothing is lost.
    pub kept: Option<String>,
}

impl Notice {
    /// A notice that its title says all about.
    pub fn plain(title: voced_sim::Words) -> Notice {
        Notice { title, faults: Vec::new(), kept: None }
    }
}

/// What the page starts with.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// The scenario shown.
    pub world: Rc<World>,
    /// A scenario that was there before, one step back.
    pub before: Option<Scenario>,
    /// The steps of this tab before it was loaded again.
    pub history: Option<History<Scenario>>,
    /// The scenarios kept under a name.
    pub shelf: Vec<Kept>,
    /// What belongs to them.
    pub keeping: Keeping,
    /// What stands beside it, where someone chose that.
    pub beside: Option<Beside>,
    /// What is to be read of a link first.
    pub arrived: Option<Rc<Document>>,
    /// The reader's settings.
    pub settings: Settings,
    /// What there is to say about links and storage.
    pub notices: Vec<Notice>,
}

/// The page's state.
#[derive(Clone, Debug, PartialEq)]
pub struct App {
    /// The scenarios, one at present.
    pub history: History<Scenario>,
    /// The scenario at present, laid over its area.
    pub world: Rc<World>,
    /// The scenarios kept under a name.
    pub shelf: Vec<Kept>,
    /// What belongs to them: stages, what could not be read, what was done.
    pub keeping: Keeping,
    /// What stands beside it, where someone chose that.
    pub beside: Option<Beside>,
    /// What a link brought, until it was read.
    pub arrived: Option<Rc<Document>>,
    /// The year of the headline numbers; the horizon where none was chosen.
    pub focus: Option<i32>,
    /// Opened numbers, the last one on top.
    pub opened: Vec<(Quantity, usize)>,
    /// The question of what it would take, as far as it is put.
    pub draft: Option<Several>,
    /// A lever to be brought into view.
    pub find: Option<Lever>,
    /// The project or deliverable among those of `find`; all of them where there is none.
    pub find_item: Option<String>,
    /// Something else to be brought into view.
    pub seek: Option<Seek>,
    /// What the reader looks at among the statements of the plans.
    pub plans: PlansDesk,
    /// What the user should know.
    pub notices: Vec<Notice>,
    /// The reader's settings.
    pub settings: Settings,
    /// The input that is being moved.
    moving: Option<InputId>,
}

impl App {
    /// The state at the start.
    pub fn new(opening: Opening) -> App {
        let present = opening.world.scenario.clone();
        let mut history = match (opening.history, opening.before) {
            (Some(mut history), before) => {
                before.into_iter().for_each(|before| history.push(before));
                history
            }
            (None, Some(before)) => History::new(before),
            (None, None) => History::new(present.clone()),
        };
        history.push(present);
        let mut settings = opening.settings;
        if let Some(arrived) = &opening.arrived {
            settings.compare = arrived.scenario.laid_over();
        }
        App {
            history,
            world: opening.world,
            shelf: opening.shelf,
            keeping: opening.keeping,
            beside: opening.beside,
            arrived: opening.arrived,
            focus: None,
            opened: Vec::new(),
            draft: None,
            find: None,
            find_item: None,
            seek: None,
            plans: PlansDesk::default(),
            notices: opening.notices,
            settings,
            moving: None,
        }
    }

    /// The scenario at present.
    pub fn scenario(&self) -> &Scenario {
        &self.world.scenario
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// The year of the headline numbers, always one of the projection.
    pub fn focus_year(&self) -> i32 {
        let scenario = self.scenario();
        let first = (scenario.base_year() + 1).min(scenario.horizon);
        self.focus.unwrap_or(scenario.horizon).clamp(first, scenario.horizon)
    }

    /// Whether a lever is being dragged.
    pub fn is_moving(&self) -> bool {
        self.moving.is_some()
    }

    /// What differences are held against: the same area and years with nothing changed.
    pub fn reference(&self) -> Scenario {
        self.scenario().untouched(self.settings.compare)
    }

    /// What stands beside the scenario at present.
    pub fn compared(&self) -> Beside {
        self.beside.clone().unwrap_or_else(|| Beside::usual(self.scenario()))
    }

    /// All that a link or the storage holds. Results that a link pins stay pinned until what is said of
    /// them was read.
    pub fn document(&self) -> Document {
        let scenario = self.scenario().clone();
        let unread = self.arrived.as_ref().filter(|arrived| arrived.scenario == scenario);
        let made = unread.and_then(|arrived| arrived.made.clone());
        let made = made.unwrap_or_else(|| Made::of(&self.world.project()));
        let (beside, reference) = match &self.beside {
            Some(beside) => (beside.scenarios().to_vec(), beside.reference()),
            None => (Vec::new(), 0),
        };
        Document { scenario, made: Some(made), beside, reference }
    }

    /// The state after `action`.
    pub fn apply(mut self, action: Action) -> App {
        // What the store or another tab says is no end of a movement.
        if !matches!(action, Action::SetInput(..)) && !action.is_from_outside() {
            self.moving = None;
        }
        match action {
            Action::ChoosePlace(place) => {
                self.choose_place(place);
            }
            Action::ChooseLayer(layer) => self.change(|scenario| scenario.layer = layer),
            Action::Compare(layer) => self.settings.compare = layer,
            Action::SetHorizon(year) => self.change(|scenario| scenario.horizon = year),
            Action::Focus(year) => self.focus = Some(year),
            Action::SetInput(input, value, gesture) => {
                let same_move = self.moving == Some(input);
                let mut next = self.scenario().clone();
                next.inputs.insert(input, value);
                let taken = self.enter(next, same_move);
                self.moving = (taken && gesture == Gesture::Moving).then_some(input);
            }
            Action::EndGesture => {}
            Action::Found => self.look_for(None, None, None),
            Action::ResetInput(input) => self.change(|scenario| {
                scenario.inputs.remove(&input);
                scenario.ranges.remove(&input);
            }),
            Action::SetRange(input, range) => self.change(|scenario| {
                // A range belongs to a value of the user's own.
                let value = scenario.value(input).1.value.clone();
                scenario.inputs.insert(input, value);
                scenario.ranges.insert(input, range);
            }),
            Action::Enclose(input, range) => {
                // A path without points never gets into a scenario.
                if let Some(level) = self.scenario().value(input).1.value.level() {
                    let value = self.world.moved(input, range.nearest(level));
                    self.change(|scenario| {
                        scenario.inputs.insert(input, value);
                        scenario.ranges.insert(input, range);
                    });
                }
            }
            Action::ResetRange(input) => self.change(|scenario| {
                scenario.ranges.remove(&input);
                // A value that only stood there to carry the range goes with it.
                let given = scenario.region().value(input, scenario.layer).1.value.clone();
                if scenario.inputs.get(&input) == Some(&given) {
                    scenario.inputs.remove(&input);
                }
            }),
            Action::SetSeed(seed) => self.change(|scenario| scenario.seed = seed),
            Action::TakeFrom(input, layer) => self.change(|scenario| {
                scenario.ranges.remove(&input);
                if layer == scenario.layer {
                    scenario.inputs.remove(&input);
                } else {
                    let value = scenario.region().value(input, layer).1.value.clone();
                    scenario.inputs.insert(input, value);
                }
            }),
            Action::SetProject(id, change) => self.change(|scenario| {
                let before = scenario.clone();
                let patch = scenario.projects.get(&id).cloned().unwrap_or_default().with(change);
                scenario.projects.insert(id, patch);
                // What the plan pays for a building is not there without it.
                scenario.move_money(&before);
            }),
            Action::SetDeliverable(id, change) => self.change(|scenario| {
                let patch = scenario.deliverables.get(&id).cloned().unwrap_or_default().with(change);
                scenario.deliverables.insert(id, patch);
            }),
            Action::AddItem(kind) => self.add_item(kind),
            Action::DropItem(kind, id) => self.drop_item(kind, &id),
            Action::DropCost(id) => self.drop_cost(&id),
            Action::ResetAll => self.change(|scenario| {
                scenario.inputs.clear();
                scenario.ranges.clear();
                scenario.projects.clear();
                scenario.deliverables.clear();
            }),
            Action::Undo => self.walk(History::undo),
            Action::Redo => self.walk(History::redo),
            Action::Load(scenario) => {
                self.enter(*scenario, false);
                self.focus = None;
            }
            Action::Arrive(document) => {
                if self.enter(document.scenario.clone(), false) {
                    self.focus = None;
                    self.draft = None;
                    // What is said of the link and what the cards say have one reference.
                    self.settings.compare = document.scenario.laid_over();
                    // A link without a comparison leaves the one there is.
                    self.beside = Beside::of(&document).or(self.beside);
                    self.arrived = Some(Rc::new(*document));
                }
            }
            Action::CloseArrival => self.arrived = None,
            Action::Beside(change) => self.beside = Some(self.compared().after(change)),
            Action::Draft(question) => self.draft = Some(question),
            Action::TakeOver(scenario) => {
                self.enter(*scenario, false);
            }
            Action::Shelf(shelving) => self.shelve(shelving),
            Action::Tell(notice) => {
                if !self.notices.contains(&notice) {
                    self.notices.push(notice);
                }
            }
            Action::Dismiss(i) if i < self.notices.len() => {
                self.notices.remove(i);
            }
            Action::Dismiss(_) => {}
            Action::Explain(quantity, t) => {
                if self.opened.last() != Some(&(quantity, t)) {
                    self.opened.push((quantity, t));
                }
            }
            Action::ExplainBack => {
                self.opened.pop();
            }
            Action::CloseExplanation => self.opened.clear(),
            Action::ToggleChart(chart) => self.settings.toggle(chart),
            Action::Speak(lang) => self.settings.lang = lang,
            Action::Settings(settings) => self.settings = settings,
            Action::Find(lever) => self.look_for(Some(lever), None, None),
            Action::FindItem(lever, id) => self.find_item(lever, id),
            Action::Seek(seek) => self.seek(seek),
            Action::Plans(desk) => self.plans = desk,
            Action::Visit(place, then) => {
                if self.choose_place(place) {
                    return self.apply(*then);
                }
            }
        }
        self
    }

    fn choose_place(&mut self, place: Place) -> bool {
        let layer = self.scenario().layer;
        let entered = self.enter(Scenario::new(place, layer), false);
        if entered {
            self.focus = None;
            self.opened.clear();
            // Its goals are those of the area before.
            self.draft = None;
        }
        entered
    }

    fn change(&mut self, change: impl FnOnce(&mut Scenario)) {
        let mut next = self.scenario().clone();
        change(&mut next);
        self.enter(next, false);
    }

    /// Takes a scenario over, unless something is wrong with it: then it is said, and the present
    /// one stays.
    fn enter(&mut self, next: Scenario, amend: bool) -> bool {
        match next.resolve() {
            Ok(world) => {
                self.world = Rc::new(world);
                if amend {
                    self.history.amend(next);
                } else {
                    self.history.push(next);
                }
                let years = self.world.case.years;
                self.opened.retain(|(_, t)| *t < years);
                true
            }
            Err(faults) => {
                self.notices.push(Notice { title: say::NOT_TAKEN_OVER, faults, kept: None });
                false
            }
        }
    }

    fn walk(&mut self, step: impl FnOnce(&mut History<Scenario>) -> bool) {
        let before = self.history.clone();
        if !step(&mut self.history) {
            return;
        }
        // Every scenario of the history was sound when it was entered.
        match self.history.present().resolve() {
            Ok(world) => self.world = Rc::new(world),
            Err(faults) => {
                self.history = before;
                self.notices.push(Notice { title: say::NOT_TAKEN_OVER, faults, kept: None });
            }
        }
        let years = self.world.case.years;
        self.opened.retain(|(_, t)| *t < years);
    }
}

mod finding;
#[cfg(test)]
mod tests;
