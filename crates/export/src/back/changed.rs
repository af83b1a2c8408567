//! Numbers typed into a workbook become changes of its scenario.

use std::collections::BTreeMap;

use voced_model::InputId;
use voced_model::inputs::Shape;
use voced_scenario::{Fault, Named, PathValue, ResolvedScenario, Scenario};

use super::compare::Typed;
use super::remark::{Change, Remark, ScenarioNumber, What};
use crate::entry::{BUILT, Entry};

/// The scenario with what was typed, the changes, and what of them is not allowed together.
///
/// # Errors
/// Faults that belong to nothing that was typed.
pub(crate) fn changed(
    resolved: &ResolvedScenario,
    mut typed: Vec<Typed>,
    is_read: impl Fn(InputId, usize) -> bool,
) -> Result<(Scenario, Vec<Change>, Vec<Remark>), Vec<Fault>> {
    let mut remarks = Vec::new();
    loop {
        let scenario = with(resolved, &typed, &is_read);
        let faults = match scenario.resolve() {
            Ok(_) => {
                return Ok((scenario, typed.iter().filter_map(|typed| change(resolved, typed)).collect(), remarks));
            }
            Err(faults) => faults,
        };
        // What a number alone allows was judged in its cell; here are numbers that do not go together, such as a
        // number to reach below the one in the base year.
        let mut refused = false;
        for fault in &faults {
            let is_of = |typed: &Typed| is_below(&fault.at, &typed.entry.path(resolved));
            let what = |typed: &Typed| Remark::at(typed.at.clone(), What::NotAllowed(fault.problem.clone()));
            let near: Vec<usize> = typed.iter().enumerate().filter(|(_, typed)| is_of(typed)).map(|(i, _)| i).collect();
            // Where the number that is told was not typed, another of the same item was.
            let item = fault.at.rsplit_once('.').map_or("", |(item, _)| item);
            let of_item = |typed: &Typed| !item.is_empty() && is_below(&typed.entry.path(resolved), item);
            let found = if near.is_empty() {
                typed.iter().enumerate().filter(|(_, typed)| of_item(typed)).map(|(i, _)| i).collect()
            } else {
                near
            };
            for index in found.into_iter().rev() {
                let typed = typed.remove(index);
                remarks.push(what(&typed));
                refused = true;
            }
        }
        if !refused {
            return Err(faults);
        }
    }
}

/// Whether a place in a file is the other, or in it.
fn is_below(at: &str, outer: &str) -> bool {
    at.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn with(resolved: &ResolvedScenario, typed: &[Typed], is_read: &impl Fn(InputId, usize) -> bool) -> Scenario {
    let mut scenario = resolved.scenario.clone();
    let mut inputs: BTreeMap<InputId, BTreeMap<usize, f64>> = BTreeMap::new();
    for Typed { entry, after, .. } in typed {
        match *entry {
            Entry::Input { input, t } => drop(inputs.entry(input).or_default().insert(t, *after)),
            Entry::Project { index, field } => {
                let Some(project) = resolved.projects.get(index) else { continue };
                let mut patch = scenario.projects.get(&project.id).cloned().unwrap_or_default();
                match field {
                    BUILT => patch.on = Some(*after != 0.0),
                    "area_m2" => patch.area_m2 = Some(*after),
                    _ => patch.cost_per_m2 = Some(*after),
                }
                scenario.projects.insert(project.id.clone(), patch);
            }
            Entry::Deliverable { index, field } => {
                let Some(deliverable) = resolved.deliverables.get(index) else { continue };
                let mut patch = scenario.deliverables.get(&deliverable.id).cloned().unwrap_or_default();
                let number = match field {
                    "base" => &mut patch.base,
                    "target" => &mut patch.target,
                    "units_per_year" => &mut patch.units_per_year,
                    _ => &mut patch.unit_cost,
                };
                *number = Some(*after);
                scenario.deliverables.insert(deliverable.id.clone(), patch);
            }
            Entry::Goal { .. } => {}
        }
    }
    for (input, numbers) in inputs {
        if let Some(value) = path(resolved, input, &numbers, &|t| is_read(input, t)) {
            scenario.inputs.insert(input, value);
        }
    }
    scenario
}

/// The value of an input with numbers of some years changed.
fn path(
    resolved: &ResolvedScenario,
    input: InputId,
    numbers: &BTreeMap<usize, f64>,
    is_read: &dyn Fn(usize) -> bool,
) -> Option<PathValue> {
    if input.spec().shape != Shape::Path {
        return numbers.values().next().copied().map(PathValue::Constant);
    }
    let base_year = resolved.base_year();
    let value = |t: usize| numbers.get(&t).copied().unwrap_or(resolved.model_inputs.inputs.at(input, t));
    let years = resolved.model_inputs.years;
    let before = resolved.scenario.value(input).1.value.clone();
    // Beyond the horizon the path goes on as it did.
    let last = before.settles(base_year).unwrap_or(base_year).max(resolved.scenario.horizon);
    let mut open = (0..years).filter(|t| is_read(*t)).map(value);
    let first = open.next()?;
    // Years that no formula reads do not make a path of one number.
    if last <= resolved.scenario.horizon && open.all(|other| other == first) {
        return Some(PathValue::Constant(first));
    }
    let at = |year: i32| match usize::try_from(year - base_year) {
        Ok(t) if t < years => value(t),
        _ => before.at(base_year, year),
    };
    Some(PathValue::Points(fewest((base_year..=last).map(|year| (year, at(year))).collect())))
}

/// Points that give the same value in every year, without those that lie on the way between others.
fn fewest(all: Vec<(i32, f64)>) -> Vec<(i32, f64)> {
    let mut points = all.clone();
    let gives_all = |points: &[(i32, f64)]| {
        let path = PathValue::Points(points.to_vec());
        all.iter().all(|(year, value)| path.at(*year, *year) == *value)
    };
    let mut index = points.len();
    while index > 0 && points.len() > 1 {
        index -= 1;
        let mut fewer = points.clone();
        fewer.remove(index);
        if gives_all(&fewer) {
            points = fewer;
        }
    }
    points
}

/// The change as it is told; `None` for what is no number of a scenario.
fn change(resolved: &ResolvedScenario, typed: &Typed) -> Option<Change> {
    let number = match typed.entry {
        Entry::Input { input, t } => {
            let year = (input.spec().shape == Shape::Path).then(|| resolved.base_year() + t as i32);
            ScenarioNumber::Input { input, year }
        }
        Entry::Project { index, field } => {
            let Named { id, name, .. } = resolved.projects.get(index)?;
            ScenarioNumber::Project { id: id.clone(), name: name.clone(), field }
        }
        Entry::Deliverable { index, field } => {
            let Named { id, name, .. } = resolved.deliverables.get(index)?;
            ScenarioNumber::Deliverable { id: id.clone(), name: name.clone(), field }
        }
        Entry::Goal { .. } => return None,
    };
    Some(Change { at: typed.at.clone(), number, before: typed.before, after: typed.after })
}

#[cfg(test)]
mod tests {
    use super::fewest;

    #[test]
    fn points_on_the_way_are_left_out_and_turns_are_kept() {
        let points = |values: &[f64]| (2020..).zip(values.iter().copied()).collect::<Vec<(i32, f64)>>();
        let years = |values: &[f64]| fewest(points(values)).into_iter().map(|(year, _)| year).collect::<Vec<_>>();
        assert_eq!(years(&[1.0, 2.0, 3.0, 4.0]), [2020, 2023]);
        assert_eq!(years(&[1.0, 1.0, 4.0, 4.0]), [2021, 2022]);
        assert_eq!(years(&[5.0, 5.0, 5.0]), [2020]);
        assert_eq!(years(&[1.0, 3.0, 2.0]), [2020, 2021, 2022]);
    }
}
