//! What `crates/sim/benches/projection.rs` times natively, for a script in the browser to time.
//!
//! The functions do their work many times over, because a browser's clock is coarse.

use std::hint::black_box;

use voced_sim::model::run;
use voced_sim::{Layer, Place, Projection, Scenario};
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
