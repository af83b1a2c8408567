//! Draws a second: natively, in the browser with SIMD and without, in NumPy.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result};
use journeys::Page;

use crate::Spread;
use crate::model::{ROUNDS, native_micros, variable, wasm_micros};

const REGION: &str = "laiwu";

/// One line of the table.
struct Work {
    what: &'static str,
    /// Criterion's folder, and how many draws one of its runs makes.
    native: (&'static str, f64),
    /// The function in the browser, how often it does its work in a round, and the rounds.
    wasm: (&'static str, u32, usize),
    /// The draws of one time in the browser.
    draws: f64,
}

/// Equations on one number at a time, in lanes and recorded; all that the page does for four charts; and a million draws
/// for its large numbers.
const WORKS: [Work; 5] = [
    Work { what: "one at a time", native: ("project laiwu plan", 1.0), wasm: ("project", 4000, ROUNDS), draws: 1.0 },
    Work {
        what: "in lanes",
        native: ("six-year projections at once/8 lanes", 8.0),
        wasm: ("lanes", 1000, ROUNDS),
        draws: 8.0,
    },
    Work {
        what: RECORDED,
        native: ("six-year equations recorded/every result", 64.0),
        wasm: ("recorded", 200, ROUNDS),
        draws: 64.0,
    },
    Work {
        what: "drawn, kept, judged",
        native: ("six-year draws/four quantities kept, targets judged", 1000.0),
        wasm: ("sample", 4000, ROUNDS),
        draws: 1.0,
    },
    Work {
        what: "a million answered",
        native: ("a million draws/six numbers of a year", 1e6),
        wasm: ("study", 1_000_000, 14),
        draws: 1.0,
    },
];

/// What NumPy is held against: it keeps every result too.
const RECORDED: &str = "recorded";

/// Prints the table. The page shows the program of the model already.
///
/// # Errors
/// When the program of the model does not run, or timings are missing.
pub async fn compare(page: &Page) -> Result<()> {
    let folder = PathBuf::from(variable("VOCED_NATIVE_TIMINGS")?);
    println!("six-year draws of {REGION} a second on one core, of the quickest rounds; wasm times as long as native");
    println!("{:<20} {:>12} {:>12} {:>6} {:>12} {:>6}", "", "native", "wasm SIMD", "", "wasm plain", "");
    let mut recorded = 0.0_f64;
    for Work { what, native, wasm, draws } in WORKS {
        let speed = |micros: f64, draws: f64| draws * 1e6 / micros;
        let machine = speed(Spread::of(native_micros(&folder, native.0)?)?.min, native.1);
        let mut cells = Vec::new();
        for variant in ["simd", "plain"] {
            let micros = Spread::of(wasm_micros(page, variant, wasm, REGION).await?)?;
            let browser = speed(micros.min, draws);
            cells.push(format!("{browser:>12.0} {:>6.2}", machine / browser));
        }
        println!("{what:<20} {machine:>12.0} {}", cells.join(" "));
        if what == RECORDED {
            recorded = machine;
        }
    }
    let Ok(file) = env::var("VOCED_NUMPY_TIMINGS") else { return Ok(()) };
    let text = fs::read_to_string(&file).with_context(|| format!("can not read {file}"))?;
    let speeds: BTreeMap<String, f64> = serde_json::from_str(&text).with_context(|| format!("in {file}"))?;
    let numpy = speeds.get(REGION).with_context(|| format!("{file} does not name {REGION}"))?;
    println!(
        "{:<20} {numpy:>12.0} recorded natively they are {:.1} times as fast",
        "NumPy, equations",
        recorded / numpy
    );
    Ok(())
}
