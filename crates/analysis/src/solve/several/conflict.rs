//! Why there is no answer: goals that are at odds, ends of ranges, rules in force.

use super::answer::{Bound, Conflict, ConstraintStatus};
use super::descent::Found;
use super::search::{Effort, Solver};
use super::task::Task;
use voced_model::InputId;
use voced_model::inputs::Shape;

/// For questions of yes or no.
const LIGHT: Effort = Effort { starts: 3, first: 10, then: (2, 40), polish: false, any: true };

/// Goals met by less than this share of their size at the nearest miss may be what holds the others back.
const CLOSE: f64 = 1e-5;

/// Says what stands in the way at the nearest miss.
pub(super) fn conflict(solver: &mut Solver<'_>, task: &Task, best: &Found, standings: &[ConstraintStatus]) -> Conflict {
    let together = together(solver, task, best, standings);
    let relief = together.iter().copied().filter(|goal| can(solver, task, |other| other != *goal)).collect();
    Conflict { together, relief, bounds: bounds(solver, task, best), rules: rules(solver, task, best) }
}

/// Whether these goals can be met together.
pub(super) fn can(solver: &mut Solver<'_>, task: &Task, keep: impl Fn(usize) -> bool) -> bool {
    let task = task.with(keep);
    // Often a point that was run already does it.
    let met = solver.pool.results().any(|results| task.missing(results) <= super::task::ROUNDING);
    met || solver.find(&task, LIGHT).score.is_met()
}

/// Goals that can not be met together, none of which can be left out, by dropping one after the other.
fn together(solver: &mut Solver<'_>, task: &Task, best: &Found, standings: &[ConstraintStatus]) -> Vec<usize> {
    let mut results = Vec::new();
    solver.trial.run(&[best.point], &mut results);
    // At the nearest miss, what is broken or at its limit is what is at odds, as a rule.
    let close = |goal: usize| {
        !standings[goal].is_met() || task.rows.iter().any(|row| row.goal == goal && row.excess(&results) > -CLOSE)
    };
    let suspects: Vec<usize> = (0..standings.len()).filter(|goal| close(*goal)).collect();
    let mut kept =
        if can(solver, task, |goal| suspects.contains(&goal)) { (0..standings.len()).collect() } else { suspects };
    // Goals at their limit go first, so that those that are missed are what remains.
    let mut order = kept.clone();
    order.sort_by_key(|goal| !standings[*goal].is_met());
    for goal in order {
        let without: Vec<usize> = kept.iter().copied().filter(|other| *other != goal).collect();
        if !can(solver, task, |other| without.contains(&other)) {
            kept = without;
        }
    }
    kept
}

/// Ends of ranges at which a step back inside would leave more missing.
fn bounds(solver: &mut Solver<'_>, task: &Task, best: &Found) -> Vec<(InputId, Bound)> {
    let mut bounds = Vec::new();
    let mut results = Vec::new();
    for i in 0..task.n {
        let axis = &solver.trial.axes[i];
        let (input, step) = (axis.input, axis.step(1e-3));
        let (bound, inward) = match best.point[i] {
            share if share <= task.low[i] => (Bound::Lower, step),
            share if share >= task.high[i] => (Bound::Upper, -step),
            _ => continue,
        };
        let mut point = best.point;
        point[i] += inward;
        solver.trial.run(&[solver.trial.snap(point)], &mut results);
        if task.missing(&results) > best.score.missing * (1.0 + 1e-9) {
            bounds.push((input, bound));
        }
    }
    bounds
}

/// The switches in force without which, each alone, less is missing at the nearest miss, with one
/// lever at either end, or a little downhill from there.
fn rules(solver: &mut Solver<'_>, task: &Task, best: &Found) -> Vec<InputId> {
    let mut points = vec![best.point];
    for i in 0..task.n {
        for end in [task.low[i], task.high[i]] {
            let mut point = best.point;
            point[i] = end;
            points.push(point);
        }
    }
    let switches = InputId::all().filter(|input| input.spec().shape == Shape::Switch);
    let resolved = solver.trial.resolved;
    let on: Vec<InputId> = switches.filter(|switch| resolved.model_inputs.inputs.at(*switch, 0) == 1.0).collect();
    let Solver { trial, descent, .. } = solver;
    let helps = |switch: &InputId| {
        trial.without(*switch, |trial| {
            let mut results = Vec::new();
            trial.run(&points, &mut results);
            let least =
                results.chunks(trial.width()).map(|results| task.missing(results)).fold(f64::INFINITY, f64::min);
            let walked = descent.descend(trial, task, &best.point, 0.25, 20);
            least.min(walked.score.missing) < best.score.missing * (1.0 - 1e-6)
        })
    };
    on.into_iter().filter(helps).collect()
}
