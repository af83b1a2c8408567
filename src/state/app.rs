//! The page's state and its reducer.

use std::rc::Rc;

use voced_sim::solve::Several;
use voced_sim::warnings::Lever;
use voced_sim::{Fault, InputId, Lang, Layer, Place, Quantity, Scenario, World};

use super::{Action, Gesture, History, Settings};
use crate::i18n::say;

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
    /// What differences are held against: the area's status quo or its plan.
    pub compare: Layer,
    /// The year of the headline numbers; the horizon where none was chosen.
    pub focus: Option<i32>,
    /// Opened numbers, the last one on top.
    pub opened: Vec<(Quantity, usize)>,
    /// The question of what it would take, as far as it is put.
    pub draft: Option<Several>,
    /// A lever to be brought into view.
    pub find: Option<Lever>,
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
        let history = match opening.before {
            Some(before) => {
                let mut history = History::new(before);
                history.push(present);
                history
            }
            None => History::new(present),
        };
        App {
            history,
            world: opening.world,
            compare: Layer::Base,
            focus: None,
            opened: Vec::new(),
            draft: None,
            find: None,
            notices: opening.notices,
            settings: opening.settings,
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
        let scenario = self.scenario();
        Scenario { horizon: scenario.horizon, ..Scenario::new(scenario.place.clone(), self.compare) }
    }

    /// The state after `action`.
    pub fn apply(mut self, action: Action) -> App {
        if !matches!(action, Action::SetInput(..)) {
            self.moving = None;
        }
        match action {
            Action::ChoosePlace(place) => self.choose_place(place),
            Action::ChooseLayer(layer) => self.change(|scenario| scenario.layer = layer),
            Action::Compare(layer) => self.compare = layer,
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
            Action::Found => self.find = None,
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
            Action::SetProject(id, patch) => self.change(|scenario| {
                scenario.projects.insert(id, patch);
            }),
            Action::SetDeliverable(id, patch) => self.change(|scenario| {
                scenario.deliverables.insert(id, patch);
            }),
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
            Action::Draft(question) => self.draft = Some(question),
            Action::TakeOver(scenario) => {
                self.enter(*scenario, false);
            }
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
            Action::Find(lever) => {
                self.opened.clear();
                self.find = Some(lever);
            }
        }
        self
    }

    fn choose_place(&mut self, place: Place) {
        let layer = self.scenario().layer;
        if self.enter(Scenario::new(place, layer), false) {
            self.focus = None;
            self.opened.clear();
            // Its goals are those of the area before.
            self.draft = None;
        }
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

    fn walk(&mut self, step: fn(&mut History<Scenario>) -> bool) {
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

#[cfg(test)]
mod tests;
