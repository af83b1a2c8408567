//! A scenario and what follows from it.

use std::rc::Rc;

use voced_model::{Projection, Quantity};
use voced_scenario::{ResolvedScenario, Scenario};

/// A scenario laid over its area, and its projection: the equations run once, where it is made. Cheap to clone;
/// equal only to itself.
#[derive(Clone, Debug)]
pub struct Outcome(Rc<(Rc<ResolvedScenario>, Rc<Projection<f64>>)>);

impl PartialEq for Outcome {
    fn eq(&self, other: &Outcome) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Outcome {
    /// Runs the equations.
    pub fn new(resolved: Rc<ResolvedScenario>) -> Outcome {
        let projection = Rc::new(resolved.project());
        Outcome(Rc::new((resolved, projection)))
    }

    /// Runs a scenario; `None` where something is wrong with it.
    pub fn of(scenario: &Scenario) -> Option<Outcome> {
        scenario.resolve().ok().map(|resolved| Outcome::new(Rc::new(resolved)))
    }

    /// The same scenario under another name. A name changes no result, so the equations do not run again.
    #[must_use]
    pub fn renamed(&self, name: String) -> Outcome {
        let mut resolved = self.resolved().clone();
        resolved.scenario.name = name;
        Outcome(Rc::new((Rc::new(resolved), self.0.1.clone())))
    }

    /// The scenario laid over its area.
    pub fn resolved(&self) -> &ResolvedScenario {
        &self.0.0
    }

    /// The results.
    pub fn projection(&self) -> &Projection<f64> {
        &self.0.1
    }

    /// This one to hold another against; `None` where both are of the same scenario, and nothing differs.
    pub fn unless_same_as(&self, other: &Outcome) -> Option<&Outcome> {
        (self != other && self.resolved().scenario != other.resolved().scenario).then_some(self)
    }

    /// The index of a calendar year; `None` outside the projection.
    pub fn index(&self, year: i32) -> Option<usize> {
        let t = usize::try_from(year - self.resolved().base_year()).ok()?;
        (t < self.projection().years()).then_some(t)
    }

    /// A value in a calendar year.
    pub fn value(&self, quantity: Quantity, year: i32) -> Option<f64> {
        self.projection().value(quantity, self.index(year)?)
    }

    /// The values of a quantity, one a year.
    pub fn series(&self, quantity: Quantity) -> Vec<Option<f64>> {
        (0..self.projection().years()).map(|t| self.projection().value(quantity, t)).collect()
    }
}
