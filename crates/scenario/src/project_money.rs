//! What the money of a plan's projects does in a scenario: it goes where its project goes.

use crate::financing::Financing;
use crate::path::PathValue;
use crate::scenario::{Layer, Scenario};
use voced_model::InputId;

impl Scenario {
    /// Whether a project of the plan is built.
    fn builds(&self, id: &str) -> bool {
        let planned = self.area().plan.projects.iter().find(|project| project.id == id);
        let is_planned = self.layer == Layer::Plan && planned.is_some_and(|project| project.item.on);
        self.projects.get(id).and_then(|patch| patch.on).unwrap_or(is_planned)
    }

    /// The plan's value of an input without the money of projects that are not built here.
    fn financed(&self, input: InputId) -> PathValue {
        let given = self.area().value(input, self.layer).1.value.clone();
        let idle: Vec<&Financing> =
            self.area().plan.financing.iter().filter(|one| one.input == input && !self.builds(&one.project)).collect();
        let years = || idle.iter().flat_map(|one| one.money.iter().map(|(year, _)| *year));
        let Some((first, last)) = years().min().zip(years().max()) else { return given };
        let base_year = self.base_year();
        // Beyond these years the plan's own value goes on, so its turns are kept too.
        let mut turns: Vec<i32> = match &given {
            PathValue::Constant(_) => Vec::new(),
            PathValue::Ramp { start_year, end_year, .. } => (start_year.unwrap_or(base_year)..=*end_year).collect(),
            PathValue::Points(points) => points.iter().map(|(year, _)| *year).collect(),
        };
        turns.extend(first..=last + 1);
        turns.extend((first - 1 > base_year).then_some(first - 1));
        turns.sort_unstable();
        turns.dedup();
        let left = |year: i32| {
            let taken: f64 = idle.iter().map(|one| one.in_year(year)).sum();
            (given.at(base_year, year) - taken).max(input.spec().min)
        };
        PathValue::Points(turns.into_iter().map(|year| (year, left(year))).collect())
    }

    /// Lets the money of the plan's projects go with them, from how they stood in `before`. A value of the
    /// user's own is left alone: nobody but the user knows what is in it.
    pub fn move_money(&mut self, before: &Scenario) {
        if self.layer != Layer::Plan || before.layer != Layer::Plan || self.area_ref != before.area_ref {
            return;
        }
        let mut inputs: Vec<InputId> = self.area().plan.financing.iter().map(|one| one.input).collect();
        inputs.dedup();
        for input in inputs {
            let (old, new) = (before.financed(input), self.financed(input));
            if old == new || self.value(input).1.value != old {
                continue;
            }
            if new == self.area().value(input, self.layer).1.value {
                self.inputs.remove(&input);
                self.ranges.remove(&input);
            } else {
                self.inputs.insert(input, new);
            }
        }
    }

    /// What finances a project of the plan in this scenario, and whether its money is still there: it is not
    /// where it went with the project. `None` where nothing is known of it, or the plan is not in force.
    pub fn money_of(&self, project: &str) -> Option<(&Financing, bool)> {
        let found = self.area().plan.financing.iter().find(|one| one.project == project)?;
        let is_gone = !self.builds(project) && self.value(found.input).1.value == self.financed(found.input);
        (self.layer == Layer::Plan).then_some((found, !is_gone))
    }
}
