//! Writes what `benches/numpy` reads: the plan of an area, draws of its uncertain inputs, and what the
//! equations make of them. `cargo run --release --package voced-analysis --example numpy_case -- laiwu 1000`

use std::error::Error;
use voced_analysis::uncertainty;

use serde_json::{Map, Value, json};
use voced_analysis::uncertainty::{Sampler, Uncertain};
use voced_model::{Deliverable, InputId, Project, Quantity};
use voced_scenario::{AreaRef, Layer, ResolvedScenario, Scenario};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [area, draws] = arguments.as_slice() else { return Err("say which area, and how many draws".into()) };
    let place = AreaRef::shipped(area).map_err(|faults| format!("{faults:?}"))?;
    let resolved = Scenario::new(place, Layer::Plan).resolve().map_err(|faults| format!("{faults:?}"))?;
    println!("{}", document(&resolved, draws.parse()?));
    Ok(())
}

fn document(resolved: &ResolvedScenario, draws: u32) -> Value {
    let model_inputs = &resolved.model_inputs;
    let inputs: Map<String, Value> = InputId::all()
        .map(|input| {
            let values = match model_inputs.inputs.slots(input) {
                [one] => json!(one),
                path => json!(path[..model_inputs.years]),
            };
            (input.id().to_owned(), values)
        })
        .collect();
    json!({
        "base_year": model_inputs.base_year,
        "years": model_inputs.years,
        "inputs": inputs,
        "drawn": drawn(resolved, draws),
        "projects": model_inputs.projects.iter().map(project).collect::<Vec<_>>(),
        "deliverables": model_inputs.deliverables.iter().map(|item| deliverable(resolved, item)).collect::<Vec<_>>(),
        "results": results(resolved, draws),
    })
}

/// The values of the uncertain inputs: for each slot (one, or one a year) a list with a value a draw.
fn drawn(resolved: &ResolvedScenario, draws: u32) -> Map<String, Value> {
    let model_inputs = &resolved.model_inputs;
    let sampler = Sampler::new(resolved, draws);
    let levels: Vec<Vec<f64>> = (0..draws).map(|draw| sampler.levels(draw).collect()).collect();
    let values = |place: usize, uncertain: &Uncertain| {
        let planned = model_inputs.inputs.slots(uncertain.input).iter().take(model_inputs.years);
        let slots: Vec<Vec<f64>> =
            planned.map(|slot| levels.iter().map(|levels| uncertain.at(*slot, levels[place])).collect()).collect();
        (uncertain.input.id().to_owned(), json!(slots))
    };
    sampler.inputs().enumerate().map(|(place, uncertain)| values(place, uncertain)).collect()
}

fn project(project: &Project<f64>) -> Value {
    json!({
        "area_m2": project.area_m2,
        "start": project.start,
        "finish": project.finish,
        "cost_per_m2": project.cost_per_m2,
        "on": project.on,
    })
}

/// Units done in each year, none in the base year.
fn deliverable(resolved: &ResolvedScenario, item: &Deliverable<f64>) -> Value {
    let base_year = resolved.model_inputs.base_year;
    let units = |t: usize| item.units(base_year, base_year + t as i32).filter(|_| t > 0).unwrap_or(0.0);
    json!({ "units": (0..resolved.model_inputs.years).map(units).collect::<Vec<_>>(), "unit_cost": item.unit_cost })
}

/// Every quantity: for each year a list with a value a draw, `null` where it is absent.
fn results(resolved: &ResolvedScenario, draws: u32) -> Map<String, Value> {
    let sampled = uncertainty::draws(resolved, draws, Quantity::ALL);
    let years =
        |quantity: Quantity| (0..resolved.model_inputs.years).map(|t| json!(sampled.values(quantity, t))).collect();
    Quantity::ALL.iter().map(|quantity| (quantity.id().to_owned(), Value::Array(years(*quantity)))).collect()
}
