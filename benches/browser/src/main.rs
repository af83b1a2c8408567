//! What `crates/analysis/benches` times natively, for a script in the browser to time.
//!
//! The functions do their work many times over, because a browser's clock is coarse.

#[path = "../../../crates/analysis/benches/recorded/mod.rs"]
mod equations;

use std::hint::black_box;
use std::ops::ControlFlow;

use equations::{Equations, HEADLINE};
use voced_analysis::uncertainty::{self, Question, Sampling};
use voced_model::equations::{run, run_wide};
use voced_model::{Projection, Quantity, Wide};
use voced_scenario::{AreaRef, Layer, Scenario};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

fn plan(area: &str) -> Option<Scenario> {
    Some(Scenario::new(AreaRef::shipped(area).ok()?, Layer::Plan))
}

/// Projects the plan of an area so many times; `None` when there is no such area.
#[wasm_bindgen]
pub fn project(area: &str, times: u32) -> Option<u32> {
    let resolved = plan(area)?.resolve().ok()?;
    let mut out = Projection::default();
    for _ in 0..times {
        run(black_box(&resolved.model_inputs), &mut out);
        black_box(&out);
    }
    Some(times)
}

/// Lays the plan over its area so many times; `None` when there is no such area.
#[wasm_bindgen]
pub fn resolve(area: &str, times: u32) -> Option<u32> {
    let scenario = plan(area)?;
    for _ in 0..times {
        black_box(black_box(&scenario).resolve().ok()?);
    }
    Some(times)
}

/// Projects the plan of an area in lanes, a block so many times; `None` when there is no such area.
#[wasm_bindgen]
pub fn lanes(area: &str, times: u32) -> Option<u32> {
    let model_inputs = plan(area)?.resolve().ok()?.model_inputs.lift::<Wide>();
    let mut out = Box::new(Projection::default());
    for _ in 0..times {
        run_wide(black_box(&model_inputs), &mut out);
        black_box(&out);
    }
    Some(times)
}

/// Runs the recorded equations of the plan of an area, every result of a block of draws so many times; `None` when
/// there is no such area.
#[wasm_bindgen]
pub fn recorded(area: &str, times: u32) -> Option<u32> {
    let mut equations = Equations::of(&plan(area)?.resolve().ok()?, Quantity::ALL, 0);
    for _ in 0..times {
        black_box(equations.run());
    }
    Some(times)
}

/// Answers how sure the six large numbers of the last year are, by so many draws; `None` when there is no such area.
#[wasm_bindgen]
pub fn study(area: &str, draws: u32) -> Option<u32> {
    let resolved = plan(area)?.resolve().ok()?;
    let (shown, year) = (HEADLINE.to_vec(), Some(resolved.scenario.horizon));
    let question = Question { draws, bands: shown.clone(), histograms: shown, year };
    uncertainty::study(&resolved, None, &question, |_| ControlFlow::Continue(())).map(|study| study.draws())
}

/// Samples the plan of an area with so many draws, as the page does for the charts it shows; `None`
/// when there is no such area.
#[wasm_bindgen]
pub fn sample(area: &str, draws: u32) -> Option<u32> {
    let resolved = plan(area)?.resolve().ok()?;
    let charted = [Quantity::VocEnrolment, Quantity::Teachers, Quantity::Balance, Quantity::BalanceCumulative];
    let mut sampling = Sampling::start(&resolved, draws, &charted);
    while sampling.step(draws) {}
    Some(black_box(sampling.finish()).count() as u32)
}
