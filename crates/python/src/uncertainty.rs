//! How sure a projection is.

use pyo3::prelude::*;
use voced_analysis::uncertainty::{self, Band, Draws, MAX_DRAWS, Paired};
use voced_model::{Allowed, Quantity};
use voced_scenario::{Fault, Json, Problem, ResolvedScenario, SEEDS, named_quantity};

use crate::faults::raised;
use crate::run::document;
use crate::scenario::resolved;
use crate::table::{Cell, Columns, Holds, Table};

/// The most values that are kept at a time: a gigabyte.
const MAX_VALUES: usize = 1 << 27;

/// What is asked beside the scenario.
struct Asked<'a> {
    draws: f64,
    quantities: Option<Vec<String>>,
    seed: Option<f64>,
    against: Option<&'a str>,
    conditioned: bool,
    histograms: bool,
}

/// What comes of it: the document, percentiles of every quantity; by weight; of what it is held against, of the
/// differences.
type Answer = (Json, [Option<Columns>; 4]);

/// The document of `voced uncertainty`, and its percentiles as tables: plain, weighed by what was observed, of the
/// scenario it is held against, of the differences.
#[pyfunction]
#[pyo3(name = "uncertainty", signature = (scenario, area, draws, quantities, seed, against, conditioned, histograms))]
#[expect(clippy::too_many_arguments, reason = "the function of Python's side has them by name")]
pub fn sampled(
    py: Python<'_>,
    scenario: &str,
    area: Option<&str>,
    draws: f64,
    quantities: Option<Vec<String>>,
    seed: Option<f64>,
    against: Option<&str>,
    conditioned: bool,
    histograms: bool,
) -> PyResult<(String, [Option<Table>; 4])> {
    let asked = Asked { draws, quantities, seed, against, conditioned, histograms };
    let done = py.detach(|| resolved(scenario, area).and_then(|resolved| answer(resolved, &asked)));
    let (report, [plain, weighed, other, differences]) = done.map_err(|faults| raised(&faults))?;
    let table = |columns: Option<Columns>| columns.map(Columns::table).transpose();
    Ok((document(&report)?, [table(plain)?, table(weighed)?, table(other)?, table(differences)?]))
}

fn answer(mut resolved: ResolvedScenario, asked: &Asked<'_>) -> Result<Answer, Vec<Fault>> {
    let (quantities, draws, seed) = judged(&resolved, asked)?;
    resolved.scenario.seed = seed;
    if let Some(against) = asked.against {
        let against = uncertainty::twin(&resolved, &self::resolved(against, None)?);
        let [own, other] =
            [&resolved, &against].map(|one| uncertainty::on_all_processors(one, draws, &quantities, false));
        let paired = Paired { own, against: other };
        let differences = paired.differences();
        let told = [Some(bands(&paired.own)), None, Some(bands(&paired.against)), Some(bands(&differences))];
        return Ok((paired.report(&resolved, asked.histograms), told));
    }
    if !asked.conditioned {
        let draws = uncertainty::on_all_processors(&resolved, draws, &quantities, false);
        return Ok((draws.report(&resolved, asked.histograms), [Some(bands(&draws)), None, None, None]));
    }
    let draws = uncertainty::on_all_processors(&resolved, draws, &quantities, true);
    let Some(weights) = draws.weights() else {
        return Err(vec![Fault::new("conditioned", Problem::NothingObserved)]);
    };
    let weighed = weights.agree().then(|| columns(&draws, |quantity| draws.conditioned_bands(quantity, &weights)));
    Ok((draws.report(&resolved, asked.histograms), [Some(bands(&draws)), weighed, None, None]))
}

/// The quantities, the number of draws and the seed.
fn judged(resolved: &ResolvedScenario, asked: &Asked<'_>) -> Result<(Vec<Quantity>, u32, u32), Vec<Fault>> {
    let mut faults = Vec::new();
    let quantities = named(asked.quantities.as_deref()).unwrap_or_else(|found| {
        faults.extend(found);
        Vec::new()
    });
    let sets = if asked.against.is_some() { 3 } else { 1 };
    let room = MAX_VALUES / (sets * quantities.len().max(1) * resolved.model_inputs.years);
    let most = f64::from(MAX_DRAWS).min(room as f64);
    let mut judge = |at: &str, value: f64, allowed: Allowed| {
        faults.extend(Problem::of(&allowed, value).map(|problem: Problem| Fault::new(at, problem)));
    };
    judge("draws", asked.draws, Allowed { min: 1.0, max: most, whole: true, unit: None });
    let seed = asked.seed.unwrap_or(f64::from(resolved.scenario.seed));
    judge("seed", seed, SEEDS);
    if faults.is_empty() { Ok((quantities, asked.draws as u32, seed as u32)) } else { Err(faults) }
}

/// The quantities of these ids, each once; every one where none is named.
///
/// # Errors
/// A fault for each id that no quantity has.
pub fn named(ids: Option<&[String]>) -> Result<Vec<Quantity>, Vec<Fault>> {
    let Some(ids) = ids else { return Ok(Quantity::ALL.to_vec()) };
    let mut faults = Vec::new();
    let mut quantities = Vec::new();
    for id in ids {
        match named_quantity("quantities", id) {
            Ok(quantity) if quantities.contains(&quantity) => {}
            Ok(quantity) => quantities.push(quantity),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(quantities) } else { Err(faults) }
}

fn bands(draws: &Draws) -> Columns {
    columns(draws, |quantity| draws.bands(quantity))
}

fn columns(draws: &Draws, bands: impl Fn(Quantity) -> Vec<Band>) -> Columns {
    let names = ["p5", "p25", "p50", "p75", "p95", "known"].map(|name| (name, Holds::Number));
    let keys = [("quantity", Holds::Text), ("year", Holds::Whole), ("unit", Holds::Text)];
    let mut columns = Columns::new(&[&keys[..], &names[..]].concat());
    for quantity in draws.quantities() {
        for (year, band) in draws.years().zip(bands(*quantity)) {
            let [p5, p25, p50, p75, p95] = band.levels.map_or([None; 5], |levels| levels.map(Some)).map(Cell::Number);
            columns.row([
                Cell::Text(quantity.id()),
                Cell::Whole(Some(year)),
                Cell::Text(quantity.spec().unit.id()),
                p5,
                p25,
                p50,
                p75,
                p95,
                Cell::Number(Some(band.known_share)),
            ]);
        }
    }
    columns
}
