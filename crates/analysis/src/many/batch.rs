//! Rows of results of any number of areas under some scenarios, on all processors.

use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use voced_model::Quantity;
use voced_scenario::{AreaRef, Changes, Fault, Scenario, TransferNote};

use crate::uncertainty;

/// What is computed of every area.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The scenarios whose changes every area follows, each with its name.
    pub scenarios: Vec<(String, Scenario)>,
    /// How their changes are understood in other areas.
    pub changes: Changes,
    /// The quantities, in the order of the rows.
    pub quantities: Vec<Quantity>,
    /// The years; those of each area where absent.
    pub years: Option<RangeInclusive<i32>>,
    /// How many draws the percentiles come from; none without.
    pub draws: Option<u32>,
}

/// One number of one area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatchRow {
    /// The scenario, by its place.
    pub scenario: usize,
    /// What.
    pub quantity: Quantity,
    /// When.
    pub year: i32,
    /// How much, in the quantity's unit; none where it is absent, as a flow in the base year.
    pub value: Option<f64>,
    /// The percentiles 5, 25, 50, 75 and 95 of the draws; none without draws or where no draw has a value.
    pub levels: Option<[f64; 5]>,
}

/// What becomes of an area: its rows, by scenario, quantity and year; and what is to be known of the changes.
pub type AreaRows = Result<(Vec<BatchRow>, Vec<(usize, TransferNote)>), Vec<(usize, Fault)>>;

impl Batch {
    /// The rows of an area: the same numbers as [`Scenario::over`] and a run of it give.
    ///
    /// # Errors
    /// Every fault, with the place of the scenario: of an area that cannot follow one of them there are no rows.
    pub fn area(&self, area: &AreaRef) -> AreaRows {
        let (mut rows, mut notes, mut faults) = (Vec::new(), Vec::new(), Vec::new());
        for (place, (_, scenario)) in self.scenarios.iter().enumerate() {
            let carried = scenario.over(area.clone(), self.changes);
            let resolved = match carried.scenario.resolve() {
                Ok(resolved) => resolved,
                Err(found) => {
                    faults.extend(found.into_iter().map(|fault| (place, fault)));
                    continue;
                }
            };
            notes.extend(carried.notes.into_iter().map(|note| (place, note)));
            let projection = resolved.project();
            let draws = self.draws.map(|draws| uncertainty::draws(&resolved, draws, &self.quantities));
            for quantity in &self.quantities {
                let bands = draws.as_ref().map(|draws| draws.bands(*quantity));
                for (t, year) in resolved.years().enumerate() {
                    if self.years.as_ref().is_some_and(|years| !years.contains(&year)) {
                        continue;
                    }
                    let levels = bands.as_ref().and_then(|bands| bands.get(t)?.levels);
                    let value = projection.value(*quantity, t);
                    rows.push(BatchRow { scenario: place, quantity: *quantity, year, value, levels });
                }
            }
        }
        if faults.is_empty() { Ok((rows, notes)) } else { Err(faults) }
    }

    /// The rows of some areas, in their order, whatever the number of threads.
    pub fn areas(&self, areas: &[AreaRef], threads: usize) -> Vec<AreaRows> {
        let threads = threads.clamp(1, areas.len().max(1));
        if threads == 1 {
            return areas.iter().map(|area| self.area(area)).collect();
        }
        let next = AtomicUsize::new(0);
        let done: Mutex<Vec<(usize, AreaRows)>> = Mutex::new(Vec::with_capacity(areas.len()));
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    loop {
                        let place = next.fetch_add(1, Ordering::Relaxed);
                        let Some(area) = areas.get(place) else { break };
                        let rows = self.area(area);
                        done.lock().unwrap_or_else(PoisonError::into_inner).push((place, rows));
                    }
                });
            }
        });
        let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.sort_by_key(|(place, _)| *place);
        done.into_iter().map(|(_, rows)| rows).collect()
    }
}
