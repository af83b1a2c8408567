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
const WORKS: [(&str, u32); 2] = [("project", 10_000), ("resolve", 1_000)];

/// How often it is done.
pub const ROUNDS: usize = 230;

/// Prints a table of both with their ratio.
///
/// # Errors
/// When the program of the model does not run, or the native timings are missing.
pub async fn compare(page: &Page) -> Result<()> {
    let native = PathBuf::from(variable("VOCED_NATIVE_TIMINGS")?);
    page.driver().goto(variable("VOCED_MODEL")?).await?;
    page.wait_for_script("return typeof window.models === 'object'").await?;
    println!("µs per run; the ratio is that of the quickest rounds, which other programs disturb least");
    println!("{:<20} {:>8} {:>8} {:>8} {:>8} {:>6}", "", "native", "median", "wasm", "median", "ratio");
    for (work, times) in WORKS {
        for area in REGIONS {
            let name = format!("{work} {area} plan");
            let native = Spread::of(native_micros(&native, &name)?)?;
            let wasm = Spread::of(wasm_micros(page, "simd", (work, times, ROUNDS), area).await?)
                .with_context(|| format!("the model can not {work} {area}"))?;
            println!(
                "{name:<20} {:>8.2} {:>8.2} {:>8.2} {:>8.2} {:>6.2}",
                native.min,
                native.median,
                wasm.min,
                wasm.median,
                wasm.min / native.min
            );
        }
    }
    Ok(())
}

/// The time of one run in each round in the browser, of the wasm file with SIMD or the plain one. Of so many rounds the
/// first seventh goes before those that count, for the browser to compile the code with all its care.
pub async fn wasm_micros(
    page: &Page,
    variant: &str,
    (work, times, rounds): (&str, u32, usize),
    area: &str,
) -> Result<Vec<f64>> {
    let script = format!(
        "const rounds = [];
         for (let round = 0; round < {rounds}; round += 1) {{
           const start = performance.now();
           if (models.{variant}.{work}('{area}', {times}) !== {times}) return [];
           rounds.push(performance.now() - start);
         }}
         return rounds.slice({});",
        rounds / 7
    );
    let millis: Vec<f64> = page.run(&script).await?;
    Ok(millis.into_iter().map(|millis| millis * 1000.0 / f64::from(times)).collect())
}

/// What criterion keeps of its rounds: how many runs, and their nanoseconds in all.
#[derive(Deserialize)]
struct Sample {
    iters: Vec<f64>,
    times: Vec<f64>,
}

/// The time of one run in each of criterion's rounds.
pub fn native_micros(folder: &Path, name: &str) -> Result<Vec<f64>> {
    let file = folder.join(name).join("new").join("sample.json");
    let text = fs::read_to_string(&file).with_context(|| format!("can not read {}", file.display()))?;
    let sample: Sample = serde_json::from_str(&text).with_context(|| format!("in {}", file.display()))?;
    Ok(sample.times.iter().zip(sample.iters).map(|(nanos, runs)| nanos / runs / 1000.0).collect())
}

pub fn variable(name: &str) -> Result<String> {
    env::var(name).with_context(|| format!("{name} is not set: timings are taken by `cargo xtask bench`"))
}
