//! Targets as symbols: the value in each year and what is missing in it.

use voced_model::{Deliverable, Projection};
use voced_scenario::{Metric, ResolvedScenario, Target};

use crate::address::{Address, Tab};
use crate::layout::{self, HEAD};
use crate::tape::{Symbol, Tape, Term};

/// The columns of the sheet of targets.
pub(crate) mod columns {
    pub(crate) const ID: u16 = 0;
    pub(crate) const LABEL: u16 = 1;
    pub(crate) const METRIC: u16 = 2;
    pub(crate) const COMPARISON: u16 = 3;
    pub(crate) const GOAL: u16 = 4;
    pub(crate) const UNIT: u16 = 5;
    pub(crate) const YEAR: u16 = 6;
    pub(crate) const VALUE: u16 = 7;
    pub(crate) const STATUS: u16 = 8;
    pub(crate) const MISSING: u16 = 9;
    pub(crate) const FIRST_MET: u16 = 10;
    pub(crate) const SCALE: u16 = 11;
    pub(crate) const VALUES: u16 = 12;
}

/// The cell of a target in a column.
pub(crate) fn cell(index: usize, column: u16) -> Address {
    Address::new(Tab::Targets, HEAD + 1 + index as u32, column)
}

/// The cell of a target's value in the year with index `t`.
pub(crate) fn value_cell(index: usize, t: usize) -> Address {
    cell(index, columns::VALUES + t as u16)
}

/// The cell of what is missing in the year with index `t` of `years`.
pub(crate) fn missing_cell(index: usize, years: usize, t: usize) -> Address {
    cell(index, columns::VALUES + (years + t) as u16)
}

/// The values of a target's metric.
#[derive(Debug)]
pub(crate) struct Judged {
    /// One a year, not a number where there is none.
    pub(crate) values: Vec<f64>,
    /// The largest of them, which rounding is judged against.
    pub(crate) scale: f64,
    /// Years that have a cell for the value.
    pub(crate) shown: Vec<usize>,
    /// Those in which it is a number, no formula: the deliverable it counts is not in the scenario.
    pub(crate) constants: Vec<usize>,
}

/// Whether a target is judged in the year with index `t`: a standing rule says nothing of the base year.
pub(crate) fn is_judged(target: &Target, t: usize) -> bool {
    t > 0 || !is_standing(target)
}

/// Whether a target is a rule for every year.
pub(crate) fn is_standing(target: &Target) -> bool {
    target.constraint && target.year.is_none()
}

/// Writes the judgement of every target on the tape, and adds its cells to `others`.
pub(crate) fn record<'a>(
    resolved: &ResolvedScenario,
    projection: &Projection<f64>,
    deliverables: &[Deliverable<Symbol<'a>>],
    tape: &'a Tape,
    others: &mut Vec<(Address, Term)>,
) -> Vec<Judged> {
    let years = resolved.model_inputs.years;
    let targets = resolved.scenario.area().targets.iter().enumerate();
    targets
        .map(|(index, target)| {
            let values: Vec<f64> = resolved
                .metric(projection, &target.metric)
                .into_iter()
                .map(|value| value.unwrap_or(f64::NAN))
                .collect();
            let scale =
                values.iter().filter(|value| !value.is_nan()).fold(0.0_f64, |scale, value| scale.max(value.abs()));
            let goal = tape.cell(cell(index, columns::GOAL), target.value);
            let size = tape.cell(cell(index, columns::SCALE), scale);
            let mut judged = Judged { scale, shown: Vec::new(), constants: Vec::new(), values };
            for t in 0..years {
                let known = judged.values.get(t).copied().unwrap_or(f64::NAN);
                match live(resolved, &target.metric, known, deliverables, tape, t) {
                    Some(symbol) => others.push((value_cell(index, t), symbol.term)),
                    None if known.is_nan() => continue,
                    None => judged.constants.push(t),
                }
                judged.shown.push(t);
                if is_judged(target, t) {
                    let value = tape.cell(value_cell(index, t), known);
                    let missing = target.op.shortfall(value, goal, size, target.is_share());
                    others.push((missing_cell(index, years, t), missing.term));
                }
            }
            judged
        })
        .collect()
}

/// The value of a metric as a symbol; `None` where no cell has it.
fn live<'a>(
    resolved: &ResolvedScenario,
    metric: &Metric,
    known: f64,
    deliverables: &[Deliverable<Symbol<'a>>],
    tape: &'a Tape,
    t: usize,
) -> Option<Symbol<'a>> {
    match metric {
        Metric::Quantity(quantity) if t == 0 && !quantity.is_stock() => None,
        Metric::Quantity(quantity) => Some(tape.cell(layout::quantity(*quantity, t), known)),
        Metric::Input(input) => Some(tape.cell(layout::input(*input, t), known)),
        Metric::Deliverable(id) => {
            let position = resolved.deliverables.iter().position(|deliverable| deliverable.id == *id)?;
            let base_year = resolved.base_year();
            Some(deliverables.get(position)?.done(base_year, base_year + t as i32))
        }
    }
}
