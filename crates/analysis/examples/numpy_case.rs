//! Writes what `benches/numpy` reads: the plan of an area, draws of its uncertain inputs, and what the
//! equations make of them. `cargo run --release --package voced-analysis --example numpy_case -- laiwu 1000`

use std::error::Error;
use voced_analysis::uncertainty;

use serde_json::{Map, Value, json};
use voced_analysis::uncertainty::{Sampler, Uncertain};
use voced_model::{Deliverable, InputId, Project, Quantity};
use voced_scenario::{Layer, Place, Scenario, World};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [region, draws] = arguments.as_slice() else { return Err("say which area, and how many draws".into()) };
    let place = Place::shipped(region).map_err(|faults| format!("{faults:?}"))?;
    let world = Scenario::new(place, Layer::Plan).resolve().map_err(|faults| format!("{faults:?}"))?;
    println!("{}", document(&world, draws.parse()?));
    Ok(())
}

fn document(world: &World, draws: u32) -> Value {
    let case = &world.case;
    let inputs: Map<String, Value> = InputId::all()
        .map(|input| {
            let values = match case.inputs.slots(input) {
                [one] => json!(one),
                path => json!(path[..case.years]),
            };
            (input.id().to_owned(), values)
        })
        .collect();
    json!({
        "base_year": case.base_year,
        "years": case.years,
        "inputs": inputs,
        "drawn": drawn(world, draws),
        "projects": case.projects.iter().map(project).collect::<Vec<_>>(),
        "deliverables": case.deliverables.iter().map(|item| deliverable(world, item)).collect::<Vec<_>>(),
        "results": results(world, draws),
    })
}

/// The values of the uncertain inputs: for each slot (one, or one a year) a list with a value a draw.
fn drawn(world: &World, draws: u32) -> Map<String, Value> {
    let case = &world.case;
    let sampler = Sampler::new(world, draws);
    let levels: Vec<Vec<f64>> = (0..draws).map(|draw| sampler.levels(draw).collect()).collect();
    let values = |place: usize, uncertain: &Uncertain| {
        let planned = case.inputs.slots(uncertain.input).iter().take(case.years);
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
fn deliverable(world: &World, item: &Deliverable<f64>) -> Value {
    let base_year = world.case.base_year;
    let units = |t: usize| item.units(base_year, base_year + t as i32).filter(|_| t > 0).unwrap_or(0.0);
    json!({ "units": (0..world.case.years).map(units).collect::<Vec<_>>(), "unit_cost": item.unit_cost })
}

/// Every quantity: for each year a list with a value a draw, `null` where it is absent.
fn results(world: &World, draws: u32) -> Map<String, Value> {
    let sampled = uncertainty::draws(world, draws, Quantity::ALL);
    let years = |quantity: Quantity| (0..world.case.years).map(|t| json!(sampled.values(quantity, t))).collect();
    Quantity::ALL.iter().map(|quantity| (quantity.id().to_owned(), Value::Array(years(*quantity)))).collect()
}
