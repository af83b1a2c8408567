//! What `crates/analysis/benches` times natively, for a script in the browser to time.
//!
//! The functions do their work many times over, because a browser's clock is coarse.

use std::hint::black_box;

use voced_analysis::uncertainty::Sampling;
use voced_model::equations::{run, run_wide};
use voced_model::{Projection, Quantity, Wide};
use voced_scenario::{Layer, Place, Scenario};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

fn plan(region: &str) -> Option<Scenario> {
    Some(Scenario::new(Place::shipped(region).ok()?, Layer::Plan))
}

/// Projects the plan of an area so many times; `None` when there is no such area.
#[wasm_bindgen]
pub fn project(region: &str, times: u32) -> Option<u32> {
    let world = plan(region)?.resolve().ok()?;
    let mut out = Projection::default();
    for _ in 0..times {
        run(black_box(&world.case), &mut out);
        black_box(&out);
    }
    Some(times)
}

/// Lays the plan over its area so many times; `None` when there is no such area.
#[wasm_bindgen]
pub fn resolve(region: &str, times: u32) -> Option<u32> {
    let scenario = plan(region)?;
    for _ in 0..times {
        black_box(black_box(&scenario).resolve().ok()?);
    }
    Some(times)
}

/// Projects the plan of an area in lanes, a block so many times; `None` when there is no such area.
#[wasm_bindgen]
pub fn lanes(region: &str, times: u32) -> Option<u32> {
    let case = plan(region)?.resolve().ok()?.case.lift::<Wide>();
    let mut out = Box::new(Projection::default());
    for _ in 0..times {
        run_wide(black_box(&case), &mut out);
        black_box(&out);
    }
    Some(times)
}

/// Samples the plan of an area with so many draws, as the page does for the charts it shows; `None`
/// when there is no such area.
#[wasm_bindgen]
pub fn sample(region: &str, draws: u32) -> Option<u32> {
    let world = plan(region)?.resolve().ok()?;
    let charted = [Quantity::VocEnrolment, Quantity::Teachers, Quantity::Balance, Quantity::BalanceCumulative];
    let mut sampling = Sampling::start(&world, draws, &charted);
    while sampling.step(draws) {}
    Some(black_box(sampling.finish()).count() as u32)
}
