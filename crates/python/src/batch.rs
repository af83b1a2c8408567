//! Many areas under some scenarios.

use std::ops::RangeInclusive;
use std::sync::Arc;
use std::thread;

use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_pyarrow::FromPyArrow;
use arrow_schema::ArrowError;
use pyo3::prelude::*;
use voced_analysis::many::{Batch, BatchRow};
use voced_analysis::uncertainty::MAX_DRAWS;
use voced_import::{Choices, Missing, SetRun, read_set};
use voced_model::{Allowed, Lang};
use voced_scenario::{Area, AreaRef, Changes, Fault, Json, Problem, Scenario};

use crate::book::book;
use crate::faults::{Told, failed, raised, told};
use crate::scenario::scenario;
use crate::table::{Cell, Columns, Holds, Table};
use crate::uncertainty::named;

/// Areas that are computed before their rows are put into columns.
const BLOCK: usize = 256;

/// Rows of one part of the table.
const PART: usize = 1 << 18;

/// Why a row is not in the results: its number from 0 where it has one, its area, and the fault.
type RowFault = (Option<u32>, String, Told);

/// What is to be known of a scenario in an area: area, scenario, and the note in both languages.
type Note = (String, String, String, String);

/// Areas in the order of the table, and what is to be known of reading them.
#[derive(Default)]
struct Areas {
    sound: Vec<(Option<u32>, AreaRef)>,
    faults: Vec<RowFault>,
    unknown: Vec<String>,
}

/// The rows of every area under every scenario; which rows of the areas are left out; what is to be known of the
/// changes; names of columns that say nothing.
#[pyfunction]
#[pyo3(
    name = "batch",
    signature = (areas, scenarios, quantities, years, draws, changes, missing, base_year, threads)
)]
#[expect(clippy::too_many_arguments, reason = "the function of Python's side has them by name")]
#[expect(clippy::type_complexity, reason = "taken apart at once on Python's side")]
pub fn batched(
    py: Python<'_>,
    areas: &Bound<'_, PyAny>,
    scenarios: Vec<(String, String)>,
    quantities: Option<Vec<String>>,
    years: Option<(i32, i32)>,
    draws: Option<f64>,
    changes: &str,
    missing: Option<&str>,
    base_year: Option<i32>,
    threads: Option<usize>,
) -> PyResult<(Table, Vec<RowFault>, Vec<Note>, Vec<String>)> {
    let batch = asked(scenarios, quantities, years, draws, changes).map_err(|faults| raised(&faults))?;
    let choices = Choices { base_year, ..Choices::default() };
    let areas = if is_table(areas)? {
        let (schema, batches) = read(py, areas)?;
        let book = py.detach(|| book(&schema, &batches)).map_err(|(column, kind)| {
            failed(&format!("areas.{column}"), &format!("neither numbers nor text, but {kind}"))
        })?;
        py.detach(|| areas_of(&read_set(&book, &choices), missing)).map_err(|faults| raised(&faults))?
    } else {
        listed(&areas.extract::<Vec<String>>()?)
    };
    let threads = threads.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from));
    let done = py.detach(|| computed(&batch, areas, threads));
    let (parts, faults, notes, unknown) = done.map_err(|error| failed("table", &error))?;
    let schema = parts.first().map_or_else(|| Ok(columns(&batch).batch()?.schema()), |part| Ok(part.schema()));
    let schema = schema.map_err(|error: ArrowError| failed("table", &error))?;
    Ok((Table::new(schema, parts), faults, notes, unknown))
}

/// Whether something is a table, and no list of areas.
fn is_table(areas: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(areas.hasattr("__arrow_c_stream__")? || areas.hasattr("__arrow_c_array__")?)
}

/// The parts of a table that speaks the Arrow PyCapsule interface.
///
/// # Errors
/// It does not, or fails on the way.
pub fn read(py: Python<'_>, table: &Bound<'_, PyAny>) -> PyResult<(arrow_schema::SchemaRef, Vec<RecordBatch>)> {
    let unread = |error: ArrowError| failed("table", &error);
    if table.hasattr("__arrow_c_stream__")? {
        let reader = RecordBatchStreamReader::from_pyarrow_bound(table)?;
        let schema = reader.schema();
        let batches = py.detach(move || reader.collect::<Result<Vec<_>, _>>()).map_err(unread)?;
        return Ok((schema, batches));
    }
    let batch = RecordBatch::from_pyarrow_bound(table)?;
    let reader = RecordBatchIterator::new([Ok::<_, ArrowError>(batch.clone())], batch.schema());
    Ok((reader.schema(), vec![batch]))
}

fn asked(
    scenarios: Vec<(String, String)>,
    quantities: Option<Vec<String>>,
    years: Option<(i32, i32)>,
    draws: Option<f64>,
    changes: &str,
) -> Result<Batch, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut read: Vec<(String, Scenario)> = Vec::new();
    for (name, text) in scenarios {
        if read.iter().any(|(known, _)| *known == name) {
            faults.push(Fault::new("scenarios", Problem::RepeatedKey { key: name.clone() }));
        }
        match scenario(&text) {
            Ok(scenario) => read.push((name, scenario)),
            Err(found) => faults.extend(found.into_iter().map(|fault| {
                let at = format!("scenarios.{name}.{}", fault.at);
                Fault { at: at.trim_end_matches('.').to_owned(), ..fault }
            })),
        }
    }
    let quantities = named(quantities.as_deref()).unwrap_or_else(|found| {
        faults.extend(found);
        Vec::new()
    });
    let changes = Changes::ALL.into_iter().find(|known| known.id() == changes).unwrap_or_else(|| {
        let allowed = Changes::ALL.map(Changes::id).to_vec();
        faults.push(Fault::new("changes", Problem::NotOneOf { found: changes.to_owned(), allowed }));
        Changes::default()
    });
    if let Some(draws) = draws {
        let allowed = Allowed { min: 1.0, max: f64::from(MAX_DRAWS), whole: true, unit: None };
        faults.extend(Problem::of(&allowed, draws).map(|problem: Problem| Fault::new("draws", problem)));
    }
    let years = years.map(|(first, last)| RangeInclusive::new(first, last));
    let batch = Batch { scenarios: read, changes, quantities, years, draws: draws.map(|draws| draws as u32) };
    if faults.is_empty() { Ok(batch) } else { Err(faults) }
}

/// Areas that ship, and area files.
fn listed(texts: &[String]) -> Areas {
    let mut areas = Areas::default();
    for (row, text) in (0..).zip(texts) {
        match area(text) {
            Ok(area) => areas.sound.push((Some(row), area)),
            Err(faults) => {
                let name = if text.trim_start().starts_with('{') { "" } else { text.as_str() };
                areas.faults.extend(faults.iter().map(|fault| (Some(row), name.to_owned(), told(fault))));
            }
        }
    }
    areas
}

fn area(text: &str) -> Result<AreaRef, Vec<Fault>> {
    if !text.trim_start().starts_with('{') {
        return AreaRef::shipped(text);
    }
    let json = Json::parse(text).map_err(|fault| vec![fault])?;
    Ok(AreaRef::Own(Arc::new(Area::from_json(&json)?)))
}

/// The areas of a sheet; a missing value comes from the parent that its row names, or else from `missing`.
fn areas_of(run: &SetRun, missing: Option<&str>) -> Result<Areas, Vec<Fault>> {
    let missing = missing.map(area).transpose()?;
    let ships = |name: &str| Area::find_shipped(name).cloned().map(Arc::new);
    let made = run.areas(ships, missing.as_ref().map_or(Missing::National, |area| Missing::CopyOf(area.area())));
    let mut areas =
        Areas { unknown: run.unknown.iter().map(|unknown| unknown.label.clone()).collect(), ..Areas::default() };
    let both = |message: &dyn Fn(Lang) -> String| (String::new(), message(Lang::En), message(Lang::Zh));
    areas.faults.extend(run.faults.iter().map(|fault| (None, String::new(), both(&|lang| fault.message(lang)))));
    for (row, made) in run.rows.iter().zip(made) {
        let number = row.at.place.row.checked_sub(1);
        match made {
            Ok(area) => areas.sound.push((number, AreaRef::Own(area))),
            Err(faults) => areas
                .faults
                .extend(faults.iter().map(|fault| (number, row.name.clone(), both(&|lang| fault.message(lang))))),
        }
    }
    Ok(areas)
}

fn columns(batch: &Batch) -> Columns {
    let texts = |names: &'static [&'static str]| names.iter().map(|name| (*name, Holds::Text));
    let mut all: Vec<(&'static str, Holds)> = texts(&["area", "name", "scenario", "quantity"]).collect();
    all.extend([("year", Holds::Whole), ("unit", Holds::Text), ("value", Holds::Number)]);
    if batch.draws.is_some() {
        all.extend(["p5", "p25", "p50", "p75", "p95"].map(|name| (name, Holds::Number)));
    }
    Columns::new(&all)
}

#[expect(clippy::type_complexity, reason = "taken apart at once")]
fn computed(
    batch: &Batch,
    areas: Areas,
    threads: usize,
) -> Result<(Vec<RecordBatch>, Vec<RowFault>, Vec<Note>, Vec<String>), ArrowError> {
    let Areas { sound, mut faults, unknown } = areas;
    let (mut parts, mut notes) = (Vec::new(), Vec::new());
    let (mut part, mut rows) = (columns(batch), 0);
    for block in sound.chunks(BLOCK) {
        let refs: Vec<AreaRef> = block.iter().map(|(_, area)| area.clone()).collect();
        for ((number, area), done) in block.iter().zip(batch.areas(&refs, threads)) {
            let area = area.area();
            match done {
                Ok((results, told)) => {
                    results.iter().for_each(|result| put(&mut part, batch, area, result));
                    rows += results.len();
                    notes.extend(told.into_iter().map(|(scenario, note)| {
                        let scenario = batch.scenarios[scenario].0.clone();
                        (area.id.clone(), scenario, note.text(Lang::En), note.text(Lang::Zh))
                    }));
                }
                Err(found) => faults.extend(found.iter().map(|(scenario, fault)| {
                    let (at, english, chinese) = told(fault);
                    let scenario = &batch.scenarios[*scenario].0;
                    let words = (at, format!("{scenario}: {english}"), format!("{scenario}：{chinese}"));
                    (*number, area.name.zh.to_string(), words)
                })),
            }
            if rows >= PART {
                parts.push(std::mem::replace(&mut part, columns(batch)).batch()?);
                rows = 0;
            }
        }
    }
    if rows > 0 {
        parts.push(part.batch()?);
    }
    faults.sort_by_key(|(row, ..)| row.map_or(-1, i64::from));
    Ok((parts, faults, notes, unknown))
}

fn put(part: &mut Columns, batch: &Batch, area: &Area, result: &BatchRow) {
    let spec = result.quantity.spec();
    let [a, b, c, d] = [&area.id, &*area.name.zh, &batch.scenarios[result.scenario].0, spec.id].map(Cell::Text);
    let (year, unit, value) = (Cell::Whole(Some(result.year)), Cell::Text(spec.unit.id()), Cell::Number(result.value));
    if batch.draws.is_none() {
        return part.row([a, b, c, d, year, unit, value]);
    }
    let [p5, p25, p50, p75, p95] = result.levels.map_or([None; 5], |levels| levels.map(Some)).map(Cell::Number);
    part.row([a, b, c, d, year, unit, value, p5, p25, p50, p75, p95]);
}
