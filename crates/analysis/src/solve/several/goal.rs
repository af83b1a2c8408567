//! Goals and limits: one kind of thing.

use serde::{Deserialize, Serialize};

use voced_model::Allowed;
use voced_model::{Lang, Quantity};
use voced_scenario::ResolvedScenario;
use voced_scenario::error::{Fault, Problem};
use voced_scenario::reader::Reader;
use voced_scenario::targets::{Metric, Op, Target, judge_deliverable};

/// When a goal is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// In one year.
    Year(i32),
    /// In every projected year after the base year.
    Every,
}

/// A goal or a limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// What is measured.
    pub metric: Metric,
    /// How.
    pub op: Op,
    /// The goal, in the metric's unit.
    pub value: f64,
    /// When.
    pub when: When,
    /// The id of the target of the area's plan it stands for, if it does.
    pub target: Option<String>,
}

impl Goal {
    /// A goal for a result.
    pub fn of(quantity: Quantity, op: Op, value: f64, when: When) -> Goal {
        Goal { metric: Metric::Quantity(quantity), op, value, when, target: None }
    }

    /// The goal a target of a plan stands for: a rule without a year holds in every year, a target
    /// without one in the horizon.
    pub fn target(target: &Target, horizon: i32) -> Goal {
        let when = match target.year {
            Some(year) => When::Year(year),
            None if target.constraint => When::Every,
            None => When::Year(horizon),
        };
        let Target { metric, op, value, .. } = target;
        Goal { metric: metric.clone(), op: *op, value: *value, when, target: Some(target.id.clone()) }
    }

    /// What it is called: the target's label, or the metric's name.
    pub fn name(&self, resolved: &ResolvedScenario, lang: Lang) -> String {
        let area = resolved.scenario.area();
        if let Some(target) = area.targets.iter().find(|target| Some(&target.id) == self.target.as_ref()) {
            return target.label.get(lang).to_owned();
        }
        match &self.metric {
            Metric::Quantity(quantity) => quantity.spec().name.get(lang).to_owned(),
            Metric::Input(input) => input.spec().name.get(lang).to_owned(),
            Metric::Deliverable(id) => {
                let known = resolved.deliverables.iter().chain(&area.plan.deliverables).find(|known| known.id == *id);
                known.map_or(id.as_str(), |known| known.name.get(lang)).to_owned()
            }
        }
    }

    /// What is wrong with it, if anything.
    pub(super) fn fault(&self, resolved: &ResolvedScenario, at: &str) -> Vec<Fault> {
        let mut reader = Reader::default();
        let mut judge = |problem: Option<Problem>| reader.faults.extend(problem.map(|problem| Fault::new(at, problem)));
        if let When::Year(year) = self.when {
            judge(Problem::of(&Allowed::years(resolved.scenario.years()), f64::from(year)));
        }
        judge(Problem::of(&Allowed::of((f64::MIN, f64::MAX), self.metric.unit()), self.value));
        let planned = resolved.scenario.area().plan.deliverables.iter().map(|known| known.id.as_str());
        let known: Vec<&str> = resolved.deliverables.iter().map(|known| known.id.as_str()).chain(planned).collect();
        judge_deliverable(&mut reader, at, &self.metric, known.into_iter());
        reader.faults
    }

    /// The years in which it is judged, as indices.
    pub(super) fn years(&self, resolved: &ResolvedScenario) -> std::ops::Range<usize> {
        match self.when {
            When::Every => 1..resolved.model_inputs.years,
            When::Year(year) => {
                let t = (year - resolved.base_year()) as usize;
                t..t + 1
            }
        }
    }
}
