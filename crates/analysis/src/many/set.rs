//! A set of areas, and what becomes of each under one scenario.

use serde::{Deserialize, Serialize};

use super::{Goal, Totals};
use voced_model::equations::run;
use voced_model::{Projection, Quantity};
use voced_scenario::{AreaRef, Changes, Fault, Layer, Reasons, ResolvedScenario, Scenario, Status, TransferNote};

/// What is asked of a set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// The quantities of the table.
    pub columns: Vec<Quantity>,
    /// The quantity whose course is drawn for each area.
    pub line: Quantity,
    /// The year of the table.
    pub year: i32,
    /// The layer, with nothing changed, that every area is held against.
    pub against: Layer,
    /// What is asked of every area alike.
    pub goals: Vec<Goal>,
}

/// What becomes of an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The columns in the year, with the changes.
    pub after: Vec<Option<f64>>,
    /// The columns in the year, without.
    pub before: Vec<Option<f64>>,
    /// The first year of the course: the area's base year.
    pub base_year: i32,
    /// The course, a value a year from the base year.
    pub line: Vec<Option<f64>>,
    /// The course without the changes.
    pub line_before: Vec<Option<f64>>,
    /// Whether each goal is met; none where there is nothing to judge.
    pub goals: Vec<Option<bool>>,
    /// The targets of the area's own plan.
    pub targets: Tally,
    /// What is to be known of the changes in this area.
    pub notes: Vec<TransferNote>,
}

/// How many targets of a plan are met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Met, by what was computed.
    pub met: usize,
    /// Missed.
    pub missed: usize,
}

/// What becomes of all areas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// One an area, in the order of the set. An area that cannot follow the changes is in no total.
    pub rows: Vec<Result<Row, Reasons>>,
    /// For all areas with a row, with the changes.
    pub after: Totals,
    /// For the same areas, without.
    pub before: Totals,
}

/// Areas that stand under one scenario. What does not depend on the changes is kept from one answer to the next.
#[derive(Debug)]
pub struct Set {
    areas: Vec<AreaRef>,
    unchanged: Option<Unchanged>,
}

/// What was asked of the areas without changes.
#[derive(Debug)]
struct Unchanged {
    horizon: i32,
    layer: Layer,
    quantities: Vec<Quantity>,
    areas: Vec<Result<Kept, Vec<Fault>>>,
}

/// The asked values of an area without changes: a quantity after the other, a value a year; NaN where absent. A whole
/// projection of every area would take a hundred times the memory.
#[derive(Debug)]
struct Kept {
    years: usize,
    values: Vec<f64>,
}

impl Kept {
    /// The value of the quantity at a position in the list of what was asked.
    fn value(&self, position: Option<usize>, t: usize) -> Option<f64> {
        let value = self.values.get(position? * self.years + t).filter(|_| t < self.years)?;
        (!value.is_nan()).then_some(*value)
    }
}

impl Set {
    /// A set of areas.
    pub fn new(areas: Vec<AreaRef>) -> Set {
        Set { areas, unchanged: None }
    }

    /// The areas, in order.
    pub fn areas(&self) -> &[AreaRef] {
        &self.areas
    }

    /// What becomes of every area under the changes of a scenario.
    pub fn answer(&mut self, scenario: &Scenario, changes: Changes, question: &Question) -> Answer {
        let first = self.areas.iter().map(|area| area.area().base_year.value).min().unwrap_or(scenario.horizon);
        let asked: Vec<Quantity> = question.columns.iter().copied().chain([question.line]).collect();
        let mut after = Totals::new(&asked, first..=scenario.horizon.max(first));
        let mut before = after.clone();
        let mut quantities: Vec<Quantity> = after.terms().collect();
        quantities.extend(asked.iter().filter(|quantity| !before.terms().any(|term| term == **quantity)));
        let unchanged = self.unchanged(scenario.horizon, question.against, quantities);
        let position = |quantity| unchanged.quantities.iter().position(|known| *known == quantity);
        let mut projection = Projection::default();
        let mut rows = Vec::with_capacity(self.areas.len());
        for (area, kept) in self.areas.iter().zip(&unchanged.areas) {
            let carried = scenario.over(area.clone(), changes);
            rows.push(match (carried.scenario.resolve(), kept) {
                (Ok(resolved), Ok(kept)) => {
                    run(&resolved.model_inputs, &mut projection);
                    let without = |quantity, t| kept.value(position(quantity), t);
                    after.add(resolved.base_year(), &projection);
                    before.add_values(resolved.base_year(), without);
                    Ok(row(&resolved, &projection, without, question, carried.notes))
                }
                (Err(faults), _) => Err(Reasons::of(&faults)),
                (_, Err(faults)) => Err(Reasons::of(faults)),
            });
        }
        self.unchanged = Some(unchanged);
        Answer { rows, after, before }
    }

    /// The values without changes, computed where they are not there yet.
    fn unchanged(&mut self, horizon: i32, layer: Layer, quantities: Vec<Quantity>) -> Unchanged {
        if let Some(known) = self.unchanged.take()
            && known.horizon == horizon
            && known.layer == layer
            && known.quantities == quantities
        {
            return known;
        }
        let mut projection = Projection::default();
        let mut one = |area: &AreaRef| {
            let scenario = Scenario { horizon, ..Scenario::new(area.clone(), layer) };
            run(&scenario.resolve()?.model_inputs, &mut projection);
            let values = quantities.iter().flat_map(|quantity| projection.series(*quantity)).copied().collect();
            Ok(Kept { years: projection.years(), values })
        };
        let areas = self.areas.iter().map(&mut one).collect();
        Unchanged { horizon, layer, quantities, areas }
    }
}

fn row(
    resolved: &ResolvedScenario,
    projection: &Projection<f64>,
    without: impl Fn(Quantity, usize) -> Option<f64>,
    question: &Question,
    notes: Vec<TransferNote>,
) -> Row {
    let base_year = resolved.base_year();
    let t = usize::try_from(question.year - base_year).ok();
    let with = |quantity, t| projection.value(quantity, t);
    let columns = |value: &dyn Fn(Quantity, usize) -> Option<f64>| {
        question.columns.iter().map(|quantity| t.and_then(|t| value(*quantity, t))).collect()
    };
    let line = |value: &dyn Fn(Quantity, usize) -> Option<f64>| {
        (0..projection.years()).map(|t| value(question.line, t)).collect()
    };
    let mut targets = Tally::default();
    for (_, verdict) in resolved.verdicts(projection) {
        match verdict.status {
            Status::Met => targets.met += 1,
            Status::Missed { .. } => targets.missed += 1,
            Status::Assumed | Status::BeyondHorizon | Status::Unknown => {}
        }
    }
    Row {
        after: columns(&with),
        before: columns(&without),
        base_year,
        line: line(&with),
        line_before: line(&without),
        goals: question.goals.iter().map(|goal| goal.is_met(base_year, projection, question.year)).collect(),
        targets,
        notes,
    }
}
