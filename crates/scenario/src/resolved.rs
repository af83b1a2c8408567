//! A scenario laid over its area: every value known, ready for the equations.

use crate::error::Problem;
use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::error::{Allowed, Fault};
use crate::patch::lay;
use crate::path::PathValue;
use crate::programmes::Named;
use crate::reader::{Reader, inside};
use crate::scenario::{Layer, Scenario, horizons};
use crate::source::{Source, Sourced};
use crate::targets::{Metric, Target, Verdict};
use voced_model::equations::{ModelInputs, Projection, run};
use voced_model::inputs::{InputId, Inputs};
use voced_model::programme::{Deliverable, Project};
use voced_model::text::Words;

/// Which layer a value was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ValueOrigin {
    /// The default of the input table.
    Default,
    /// The area's observed values.
    Base,
    /// The area's plan.
    Plan,
    /// The user.
    Own,
}

impl ValueOrigin {
    /// The word in documents.
    pub const fn id(self) -> &'static str {
        match self {
            ValueOrigin::Default => "default",
            ValueOrigin::Base => "base",
            ValueOrigin::Plan => "plan",
            ValueOrigin::Own => "own",
        }
    }

    /// The words for people.
    pub const fn words(self) -> Words {
        match self {
            ValueOrigin::Default => Words { zh: "通用默认值", en: "general default" },
            ValueOrigin::Base => Words { zh: "地区现状值", en: "value of the area" },
            ValueOrigin::Plan => Words { zh: "规划值", en: "value of the plan" },
            ValueOrigin::Own => Words { zh: "用户设定", en: "set by you" },
        }
    }
}

impl Area {
    /// The value of an input in a layer, with its source and the level it was taken from.
    pub fn value(&self, input: InputId, layer: Layer) -> (ValueOrigin, Cow<'_, Sourced<PathValue>>) {
        if layer == Layer::Plan
            && let Some(sourced) = self.plan.inputs.get(&input)
        {
            return (ValueOrigin::Plan, Cow::Borrowed(sourced));
        }
        if let Some(sourced) = self.base.inputs.get(&input) {
            return (ValueOrigin::Base, Cow::Borrowed(sourced));
        }
        let spec = input.spec();
        let sourced = Sourced {
            value: PathValue::Constant(spec.default),
            low: None,
            high: None,
            source: Source::of_default(input),
            confidence: Some(spec.source.confidence),
            copied_from: None,
        };
        (ValueOrigin::Default, Cow::Owned(sourced))
    }
}

/// A scenario laid over its area.
#[derive(Clone, Debug)]
pub struct ResolvedScenario {
    /// What the user chose.
    pub scenario: Scenario,
    /// What the equations read.
    pub model_inputs: ModelInputs<f64>,
    /// The projects of `model_inputs`, with names and sources, in the same order.
    pub projects: Vec<Named<Project<f64>>>,
    /// The deliverables of `model_inputs`, with names and sources, in the same order.
    pub deliverables: Vec<Named<Deliverable<f64>>>,
}

impl Scenario {
    /// The value of an input in this scenario, with its source and level.
    pub fn value(&self, input: InputId) -> (ValueOrigin, Cow<'_, Sourced<PathValue>>) {
        match self.inputs.get(&input) {
            Some(value) => {
                let range = self.ranges.get(&input).copied().unwrap_or_default();
                let range = value.level().map_or(range, |level| range.around(level));
                let own = Sourced { low: range.low, high: range.high, ..Sourced::own(value.clone()) };
                (ValueOrigin::Own, Cow::Owned(own))
            }
            None => self.area().value(input, self.layer),
        }
    }

    /// The layer that the user's own changes lie over; the status quo where the area has no plan.
    pub fn laid_over(&self) -> Layer {
        let plan = &self.area().plan;
        let has_plan = !(plan.inputs.is_empty() && plan.projects.is_empty() && plan.deliverables.is_empty());
        if has_plan { self.layer } else { Layer::Base }
    }

    /// The projected years, the base year included.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.base_year()..=self.horizon
    }

    /// Lays the scenario over its area.
    ///
    /// # Errors
    /// Every fault: a horizon or a value out of range, a project or deliverable without its numbers.
    pub fn resolve(&self) -> Result<ResolvedScenario, Vec<Fault>> {
        let mut reader = Reader::default();
        let base_year = self.base_year();
        if let Some(problem) = Problem::of(&Allowed::years(horizons(self.area())), f64::from(self.horizon)) {
            reader.fault("horizon", problem);
        }
        for (input, value) in self.inputs.iter() {
            let faults = value.faults(*input, &inside("inputs", input.id()));
            reader.faults.extend(faults);
        }
        let area = self.area();
        let with_plan = self.layer == Layer::Plan;
        // Without its plan an area still has the plan's projects, not built, so that one alone can be
        // switched on. The plan's deliverables rest: changes to them are judged and kept for later.
        let mut projects = [&area.base.projects[..], &area.plan.projects].concat();
        for project in projects.iter_mut().skip(area.base.projects.len()) {
            project.item.on &= with_plan;
        }
        lay(&mut reader, "projects", &mut projects, &[], &self.projects);
        let (plan, resting) =
            if with_plan { (&area.plan.deliverables[..], &[][..]) } else { (&[][..], &area.plan.deliverables[..]) };
        let mut deliverables = [&area.base.deliverables[..], plan].concat();
        lay(&mut reader, "deliverables", &mut deliverables, resting, &self.deliverables);
        if !reader.faults.is_empty() {
            return reader.finish(None);
        }

        let years = (self.horizon - base_year + 1) as usize;
        let mut current: Option<(InputId, Cow<'_, Sourced<PathValue>>)> = None;
        let inputs = Inputs::build(years, |input, t| {
            // Years of one input come one after the other: look its value up once.
            if current.as_ref().is_none_or(|(known, _)| *known != input) {
                current = Some((input, self.value(input).1));
            }
            current.as_ref().map_or(f64::NAN, |(_, sourced)| sourced.value.at(base_year, base_year + t as i32))
        });
        let model_inputs = ModelInputs {
            base_year,
            years,
            inputs,
            projects: projects.iter().map(|project| project.item.clone()).collect(),
            deliverables: deliverables.iter().map(|deliverable| deliverable.item).collect(),
        };
        Ok(ResolvedScenario { scenario: self.clone(), model_inputs, projects, deliverables })
    }
}

impl ResolvedScenario {
    /// The last observed year.
    pub fn base_year(&self) -> i32 {
        self.model_inputs.base_year
    }

    /// The projected years, the base year included.
    pub fn years(&self) -> impl ExactSizeIterator<Item = i32> + use<> {
        let base_year = self.model_inputs.base_year;
        (0..self.model_inputs.years).map(move |t| base_year + t as i32)
    }

    /// Runs the equations.
    pub fn project(&self) -> Projection<f64> {
        let mut projection = Projection::default();
        run(&self.model_inputs, &mut projection);
        projection
    }

    /// The values of a metric, one a projected year.
    pub fn metric(&self, projection: &Projection<f64>, metric: &Metric) -> Vec<Option<f64>> {
        match metric {
            Metric::Quantity(quantity) => (0..projection.years()).map(|t| projection.value(*quantity, t)).collect(),
            Metric::Input(input) => {
                (0..self.model_inputs.years).map(|t| Some(self.model_inputs.inputs.at(*input, t))).collect()
            }
            Metric::Deliverable(id) => {
                let item = self.deliverables.iter().find(|deliverable| deliverable.id == *id);
                // Without the plan nothing of it is done beyond what is there already.
                let idle = || {
                    let planned = self.scenario.area().plan.deliverables.iter().find(|known| known.id == *id)?;
                    Some(planned.item.done(self.base_year(), self.base_year()))
                };
                self.years()
                    .map(|year| match item {
                        Some(deliverable) => Some(deliverable.item.done(self.base_year(), year)),
                        None => idle(),
                    })
                    .collect()
            }
        }
    }

    /// Judges every target of the area, in the plan's order.
    pub fn verdicts(&self, projection: &Projection<f64>) -> Vec<(&Target, Verdict)> {
        let judge = |target: &Target| target.judge(self.base_year(), &self.metric(projection, &target.metric));
        self.scenario.area().targets.iter().map(|target| (target, judge(target))).collect()
    }
}

/// Everything in a resolved scenario follows from its scenario.
impl PartialEq for ResolvedScenario {
    fn eq(&self, other: &ResolvedScenario) -> bool {
        self.scenario == other.scenario
    }
}
