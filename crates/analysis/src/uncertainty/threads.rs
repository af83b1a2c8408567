//! A sampling on all processors.

use std::ops::Range;
use std::thread;

use voced_model::Quantity;
use voced_scenario::ResolvedScenario;

use super::{Draws, Sampling};

/// All draws, shared out among the processors; the numbers do not depend on how many there are.
pub fn on_all_processors(resolved: &ResolvedScenario, draws: u32, quantities: &[Quantity], conditioned: bool) -> Draws {
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get() as u32).min(draws.div_ceil(1000));
    let each = draws.div_ceil(threads.max(1)).max(1);
    let part = |range: Range<u32>| {
        let part = Sampling::part(resolved, draws, range, quantities);
        if conditioned { part.conditioned(resolved).all() } else { part.all() }
    };
    let parts: Option<Vec<Draws>> = thread::scope(|scope| {
        let ranges = (0..draws).step_by(each as usize).map(|first| first..first.saturating_add(each).min(draws));
        let parts: Vec<_> = ranges.map(|range| scope.spawn(move || part(range))).collect();
        parts.into_iter().map(|thread| thread.join().ok()).collect()
    });
    // Should a thread not have come back, everything is done once more in this one.
    let again = || {
        if conditioned {
            super::conditioned_draws(resolved, draws, quantities)
        } else {
            super::draws(resolved, draws, quantities)
        }
    };
    parts.and_then(Draws::join).unwrap_or_else(again)
}
