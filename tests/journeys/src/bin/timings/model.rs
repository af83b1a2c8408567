//! The model in the browser against the model as machine code.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use journeys::Page;
use serde::Deserialize;

use crate::Spread;

const REGIONS: [&str; 2] = ["laiwu", "dezhou"];

/// What is timed: the words of the native benchmarks, and how often in one round, so that a round
/// takes long against the grain of the browser's clock (a tenth of a millisecond).
const WORKS: [(&str, u32); 2] = [("project", 20_000), ("resolve", 2_000)];

/// Some rounds first, for the browser to compile the code with all its care; the middle one of the
/// rest counts.
const WARM_UP: usize = 20;
const ROUNDS: usize = 151;

/// Prints a table of both with their ratio.
///
/// # Errors
/// When the program of the model does not run, or the native timings are missing.
pub async fn compare(page: &Page) -> Result<()> {
    let native = PathBuf::from(variable("VOCED_NATIVE_TIMINGS")?);
    page.driver().goto(variable("VOCED_MODEL")?).await?;
    page.wait_for_script("return typeof window.model === 'object'").await?;
    println!("{:<22} {:>11} {:>11} {:>6}", "", "native", "wasm", "ratio");
    for (work, times) in WORKS {
        for region in REGIONS {
            let name = format!("{work} {region} plan");
            let native = native_micros(&native, &name)?;
            let wasm = wasm_micros(page, work, region, times).await?;
            println!("{name:<22} {native:>8.2} µs {wasm:>8.2} µs {:>6.2}", wasm / native);
        }
    }
    Ok(())
}

/// The middle time of one run in the browser.
async fn wasm_micros(page: &Page, work: &str, region: &str, times: u32) -> Result<f64> {
    let script = format!(
        "const rounds = [];
         for (let round = 0; round < {}; round += 1) {{
           const start = performance.now();
           if (model.{work}('{region}', {times}) !== {times}) return [];
           rounds.push(performance.now() - start);
         }}
         return rounds.slice({WARM_UP});",
        WARM_UP + ROUNDS
    );
    let millis: Vec<f64> = page.run(&script).await?;
    let rounds = Spread::of(millis).with_context(|| format!("the model can not {work} {region}"))?;
    Ok(rounds.median * 1000.0 / f64::from(times))
}

#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    /// Nanoseconds.
    point_estimate: f64,
}

/// The middle time of one run as criterion left it in its folder.
fn native_micros(folder: &Path, name: &str) -> Result<f64> {
    let file = folder.join(name).join("new").join("estimates.json");
    let text = fs::read_to_string(&file).with_context(|| format!("can not read {}", file.display()))?;
    let estimates: Estimates = serde_json::from_str(&text).with_context(|| format!("in {}", file.display()))?;
    Ok(estimates.median.point_estimate / 1000.0)
}

fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: timings are taken by `cargo xtask bench`"))
}
