//! The page's state and its reducer.

mod areas;
mod entering;
mod items;
mod library;
mod reveal;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use voced_model::{InputId, Lang};
use voced_scenario::{Document, Fault, ResolvedScenario, Scenario};

use super::{Action, DocumentSource, Gesture, History, Library, Outcome, SavedScenario, Session, Settings, Ui};

pub use items::ItemKind;

/// Something the user should know, in plain words.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What it is about.
    pub title: voced_model::Words,
    /// What is wrong, one line each; empty where the title says all.
    pub faults: Vec<Fault>,
    /// Text that could not be used, kept so that nothing is lost.
    pub text: Option<String>,
}

impl Notice {
    /// A notice that its title says all about.
    pub fn plain(title: voced_model::Words) -> Notice {
        Notice { title, faults: Vec::new(), text: None }
    }
}

/// What the page starts with, once: equal only to itself.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The scenario that is there first.
    pub resolved: Rc<ResolvedScenario>,
    /// The steps of this tab before it was loaded again.
    pub history: Option<History<Scenario>>,
    /// What is then restored, each a step after the one before.
    pub documents: Vec<(DocumentSource, Document)>,
    /// What is kept under names.
    pub library: Library,
    /// The reader's settings.
    pub settings: Settings,
    /// What there is to say about links and storage.
    pub notices: Vec<Notice>,
}

impl PartialEq for Opening {
    fn eq(&self, other: &Opening) -> bool {
        Rc::ptr_eq(&self.resolved, &other.resolved)
    }
}

impl Opening {
    /// One that nothing was restored for.
    pub fn of(resolved: ResolvedScenario, settings: Settings) -> Opening {
        Opening {
            resolved: Rc::new(resolved),
            history: None,
            documents: Vec::new(),
            library: Library::default(),
            settings,
            notices: Vec::new(),
        }
    }
}

/// The page's state, in slices that are shared until one of them changes: a clone copies three pointers, an
/// action the pointers of the slices that it changes. Slices are equal only to themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct App {
    /// The scenario at present and the way to it.
    pub session: Rc<Session>,
    /// What is kept under names.
    pub library: Rc<Library>,
    /// What is in front of the reader.
    pub ui: Rc<Ui>,
}

impl App {
    /// The state at the start.
    pub fn new(opening: Opening) -> App {
        let Opening { resolved, history, documents, library, settings, notices } = opening;
        let present = &resolved.scenario;
        let mut history = history.unwrap_or_else(|| History::new(present.clone()));
        history.push(present.clone());
        let session =
            Session { history, outcome: Outcome::new(resolved), comparison: None, arrived: None, moving: None };
        let ui = Ui::new(settings, notices);
        let mut app = App { session: Rc::new(session), library: Rc::new(library), ui: Rc::new(ui) };
        for (source, document) in documents {
            app.restore(document, &source);
        }
        app
    }

    pub(super) fn session_mut(&mut self) -> &mut Session {
        Rc::make_mut(&mut self.session)
    }

    pub(super) fn library_mut(&mut self) -> &mut Library {
        Rc::make_mut(&mut self.library)
    }

    pub(super) fn ui_mut(&mut self) -> &mut Ui {
        Rc::make_mut(&mut self.ui)
    }

    /// The scenario at present.
    pub fn scenario(&self) -> &Scenario {
        self.session.scenario()
    }

    /// The scenario at present, laid over its area.
    pub fn resolved(&self) -> &ResolvedScenario {
        self.session.outcome.resolved()
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.ui.lang()
    }

    /// The year of the headline numbers, always one of the projection.
    pub fn focus_year(&self) -> i32 {
        let scenario = self.scenario();
        let first = (scenario.base_year() + 1).min(scenario.horizon);
        self.ui.focus.unwrap_or(scenario.horizon).clamp(first, scenario.horizon)
    }

    /// Whether a lever is being dragged.
    pub fn is_moving(&self) -> bool {
        self.session.moving.is_some()
    }

    fn set_moving(&mut self, moving: Option<InputId>) {
        if self.session.moving != moving {
            self.session_mut().moving = moving;
        }
    }

    /// What differences are held against: the same area and years with nothing changed.
    pub fn reference(&self) -> Scenario {
        self.scenario().untouched(self.ui.settings.compare)
    }

    /// The kept scenario that the present one is or comes from, and whether it has changed since.
    pub fn saved(&self) -> Option<(&SavedScenario, bool)> {
        self.library.saved(self.scenario())
    }

    /// The state after `action`.
    pub fn apply(mut self, action: Action) -> App {
        // What the store or another tab says is no end of a movement.
        if !matches!(action, Action::SetInput(..)) && !action.is_from_outside() {
            self.set_moving(None);
        }
        match action {
            Action::ChooseArea(place) => {
                self.choose_place(place);
            }
            Action::ChooseLayer(layer) => self.change(|scenario| scenario.layer = layer),
            Action::Compare(layer) => self.ui_mut().settings.compare = layer,
            Action::SetHorizon(year) => self.change(|scenario| scenario.horizon = year),
            Action::Focus(year) => self.ui_mut().focus = Some(year),
            Action::SetInput(input, value, gesture) => {
                let same_move = self.session.moving == Some(input);
                let mut next = self.scenario().clone();
                next.inputs.insert(input, value);
                // A movement begins with the first change: what it then amends is a step of its own.
                let changes = next != *self.scenario();
                let taken = self.enter(next, same_move) && (changes || same_move);
                self.set_moving((taken && gesture == Gesture::Moving).then_some(input));
            }
            Action::EndGesture => {}
            Action::Revealed => self.ui_mut().reveal = None,
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
                    let value = self.resolved().moved(input, range.nearest(level));
                    self.change(|scenario| {
                        scenario.inputs.insert(input, value);
                        scenario.ranges.insert(input, range);
                    });
                }
            }
            Action::ResetRange(input) => self.change(|scenario| {
                scenario.ranges.remove(&input);
                // A value that only stood there to carry the range goes with it.
                let given = scenario.area().value(input, scenario.layer).1.value.clone();
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
                    let value = scenario.area().value(input, layer).1.value.clone();
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
            Action::SetLevels(levels) => {
                let moved = levels.iter().map(|(input, level)| (*input, self.resolved().moved(*input, *level)));
                let moved: Vec<_> = moved.collect();
                self.change(|scenario| {
                    for (input, value) in moved {
                        scenario.inputs.insert(input, value);
                    }
                });
            }
            Action::Arrive(document) => {
                self.restore(*document, &DocumentSource::Link);
            }
            Action::CloseArrival => self.session_mut().arrived = None,
            Action::Comparison(change) => {
                let comparison = self.session.compared().after(change);
                self.session_mut().comparison = Some(Rc::new(comparison));
            }
            Action::Draft(change) => {
                let ui = self.ui_mut();
                ui.draft = Some(change.after(ui.draft.take()));
            }
            Action::TakeOver(scenario) => {
                self.enter(*scenario, false);
            }
            Action::Library(shelving) => self.shelve(shelving),
            Action::Tell(notice) => {
                if !self.ui.notices.contains(&notice) {
                    self.ui_mut().notices.push(notice);
                }
            }
            Action::Dismiss(i) if i < self.ui.notices.len() => {
                self.ui_mut().notices.remove(i);
            }
            Action::Dismiss(_) => {}
            Action::Explain(quantity, t) => {
                if self.ui.opened.last() != Some(&(quantity, t)) {
                    self.ui_mut().opened.push((quantity, t));
                }
            }
            Action::ExplainBack => {
                self.ui_mut().opened.pop();
            }
            Action::CloseExplanation => self.ui_mut().opened.clear(),
            Action::ToggleChart(chart) => self.ui_mut().settings.toggle(chart),
            Action::Speak(lang) => self.ui_mut().settings.lang = lang,
            Action::Settings(change) => self.ui_mut().settings.change(change),
            Action::Reveal(target) => self.reveal(target),
            Action::Plans(change) => self.ui_mut().plans.change(change),
            Action::Visit(place, then) => {
                if self.choose_place(place) {
                    return self.apply(*then);
                }
            }
        }
        self
    }
}
