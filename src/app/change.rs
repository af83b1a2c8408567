//! Changes as actions carry them: what is to be different, never a copy of what was on the page when it was
//! drawn. Two changes between two drawings therefore both count.

use voced_analysis::solve::{Aim, Goal, GoalSeek, Lever, When};
use voced_model::{InputId, Quantity};
use voced_scenario::Op;
use voced_scenario::statements::Fate;

use super::{ChartId, PlansFilter, PlansPart, Scope, Screen, Settings, ThemeChoice};

/// A change of the reader's settings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SettingsChange {
    /// Another screen beside the levers.
    Screen(Screen),
    /// Another quantity is asked about.
    Subject(Quantity),
    /// Light, dark, or as the system has it.
    Theme(ThemeChoice),
    /// Whether charts and targets say how sure they are: the other way round.
    ToggleBands,
    /// Whether the draws are weighed by what was observed: the other way round.
    ToggleConditioned,
    /// Differences from the comparison, or levels.
    Difference(bool),
    /// A chart goes into the brief, or stays out.
    BriefChart(ChartId),
}

impl Settings {
    /// Makes a change.
    pub fn change(&mut self, change: SettingsChange) {
        match change {
            SettingsChange::Screen(screen) => self.screen = screen,
            SettingsChange::Subject(subject) => self.subject = subject,
            SettingsChange::Theme(theme) => self.theme = theme,
            SettingsChange::ToggleBands => self.bands = !self.bands,
            SettingsChange::Difference(difference) => self.difference = difference,
            SettingsChange::BriefChart(chart) => toggle(&mut self.brief_charts, chart),
            SettingsChange::ToggleConditioned => self.conditioned = !self.conditioned,
        }
    }
}

/// Takes one out of a list, or puts it at the end.
pub fn toggle<T: PartialEq>(list: &mut Vec<T>, one: T) {
    match list.iter().position(|other| *other == one) {
        Some(place) => {
            list.remove(place);
        }
        None => list.push(one),
    }
}

/// A change of what the reader looks at among the statements of the plans.
#[derive(Clone, Debug, PartialEq)]
pub enum PlansChange {
    /// Another part of the screen.
    Part(PlansPart),
    /// Other plans' statements.
    Scope(Scope),
    /// These statements, with nothing else narrowed.
    Widen(Scope),
    /// Nothing narrowed but whose statements are shown.
    Clear,
    /// Only those that became this.
    Fate(Option<Fate>),
    /// Only those of this kind in the plan.
    Role(Option<String>),
    /// Only targets that are met or missed.
    Met(Option<bool>),
    /// Only those that hold these words.
    Search(String),
    /// Another subject that plans are held beside each other on.
    Subject(String),
    /// The plans beside each other on a subject.
    SideBySide(String),
}

impl PlansFilter {
    /// Makes a change.
    pub fn change(&mut self, change: PlansChange) {
        match change {
            PlansChange::Part(part) => self.part = part,
            PlansChange::Scope(scope) => self.scope = scope,
            PlansChange::Widen(scope) => *self = self.widened(scope),
            PlansChange::Clear => *self = self.widened(self.scope.clone()),
            PlansChange::Fate(fate) => self.fate = fate,
            PlansChange::Role(role) => self.role = role,
            PlansChange::Met(met) => self.met = met,
            PlansChange::Search(search) => self.search = search,
            PlansChange::Subject(subject) => self.subject = Some(subject),
            PlansChange::SideBySide(subject) => {
                self.part = PlansPart::Side;
                self.subject = Some(subject);
            }
        }
    }
}

/// A change of the question what it would take. Goals go by their place in the list.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionChange {
    /// Another question in its place.
    Put(GoalSeek),
    /// One more lever that may move; each only once.
    AddLever(Lever),
    /// The lowest level that a lever may take.
    Low(InputId, f64),
    /// The highest level that a lever may take.
    High(InputId, f64),
    /// A lever may no longer move.
    RemoveLever(InputId),
    /// One more goal.
    AddGoal(Goal),
    /// Which side of its value meets a goal.
    Op(usize, Op),
    /// The value of a goal.
    Value(usize, f64),
    /// When a goal is to be met.
    When(usize, When),
    /// A goal is given up.
    RemoveGoal(usize),
    /// What is looked for.
    Aim(Aim),
}

impl QuestionChange {
    /// The question after the change; a change of what is no longer there makes none.
    #[must_use]
    pub fn after(self, draft: Option<GoalSeek>) -> GoalSeek {
        let mut next = draft.unwrap_or(GoalSeek { levers: Vec::new(), goals: Vec::new(), aim: Aim::Nearest });
        match self {
            QuestionChange::Put(question) => return question,
            QuestionChange::AddLever(lever) => {
                if !next.levers.iter().any(|known| known.input == lever.input) {
                    next.levers.push(lever);
                }
            }
            QuestionChange::Low(input, low) => within(&mut next, input, |lever| lever.within.0 = low),
            QuestionChange::High(input, high) => within(&mut next, input, |lever| lever.within.1 = high),
            QuestionChange::RemoveLever(input) => {
                next.levers.retain(|lever| lever.input != input);
                if next.aim.lever() == Some(input) {
                    next.aim = Aim::Nearest;
                }
            }
            QuestionChange::AddGoal(goal) => next.goals.push(goal),
            QuestionChange::Op(place, op) => own_goal(&mut next, place, |goal| goal.op = op),
            QuestionChange::Value(place, value) => own_goal(&mut next, place, |goal| goal.value = value),
            QuestionChange::When(place, when) => own_goal(&mut next, place, |goal| goal.when = when),
            QuestionChange::RemoveGoal(place) if place < next.goals.len() => drop(next.goals.remove(place)),
            QuestionChange::RemoveGoal(_) => {}
            QuestionChange::Aim(aim) => next.aim = aim,
        }
        next
    }
}

fn within(question: &mut GoalSeek, input: InputId, change: impl FnOnce(&mut Lever)) {
    if let Some(lever) = question.levers.iter_mut().find(|lever| lever.input == input) {
        change(lever);
    }
}

/// A goal that is changed is no longer the plan's.
fn own_goal(question: &mut GoalSeek, place: usize, change: impl FnOnce(&mut Goal)) {
    if let Some(goal) = question.goals.get_mut(place) {
        change(goal);
        goal.target = None;
    }
}
