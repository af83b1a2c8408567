//! The case as symbols, each number standing in its cell.

use voced_model::equations::{self, ModelInputs};
use voced_model::inputs::Inputs;
use voced_model::{Deliverable, InputId, Project, Projection};
use voced_scenario::ResolvedScenario;

use crate::address::Address;
use crate::layout::{self, programme};
use crate::tape::{Symbol, Tape};

/// The cell of a number of the project at `index`.
pub(crate) fn project_cell(index: usize, field: &str) -> Address {
    let column = if field == "area_m2" { programme::COUNTED } else { programme::COST_PER_M2 };
    programme::project(index, column)
}

/// The column of a number of a deliverable.
pub(crate) fn deliverable_column(field: &str) -> u16 {
    match field {
        "base" => programme::BASE,
        "target" => programme::TARGET,
        "units_per_year" => programme::UNITS,
        _ => programme::UNIT_COST,
    }
}

/// What a square metre costs where a project has no cost of its own, yuan in base-year prices.
pub(crate) fn usual_cost(resolved: &ResolvedScenario) -> Option<(InputId, f64)> {
    let input = InputId::find("building_cost_per_m2")?;
    Some((input, resolved.model_inputs.inputs.at(input, 0)))
}

/// Runs the equations on symbols, which writes them on the tape, and returns the deliverables as
/// symbols.
pub(crate) fn record<'a>(resolved: &ResolvedScenario, tape: &'a Tape) -> Vec<Deliverable<Symbol<'a>>> {
    let model_inputs = &resolved.model_inputs;
    let usual = usual_cost(resolved).map(|(_, usual)| usual);
    let projects = model_inputs.projects.iter().enumerate().map(|(i, project)| {
        // A project that is not built counts as one without area, so that it can be switched on and off
        // in a cell. One without a cost of its own has a cell that repeats the area's.
        let counted = Project {
            area_m2: if project.on { project.area_m2 } else { 0.0 },
            cost_per_m2: project.cost_per_m2.or(usual),
            on: true,
            ..project.clone()
        };
        counted.map(|field, value| tape.cell(project_cell(i, field), value))
    });
    let count = model_inputs.projects.len();
    let deliverables: Vec<Deliverable<Symbol<'a>>> = model_inputs
        .deliverables
        .iter()
        .enumerate()
        .map(|(i, item)| {
            item.map(|field, value| tape.cell(programme::deliverable(count, i, deliverable_column(field)), value))
        })
        .collect();
    let lifted = ModelInputs {
        base_year: model_inputs.base_year,
        years: model_inputs.years,
        inputs: Inputs::build(model_inputs.years, |input, t| {
            tape.cell(layout::input(input, t), model_inputs.inputs.at(input, t))
        }),
        projects: projects.collect(),
        deliverables: deliverables.clone(),
    };
    let mut projection = Box::new(Projection::default());
    equations::project(&lifted, tape, &mut projection);
    deliverables
}
