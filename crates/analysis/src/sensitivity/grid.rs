//! A result over the levels of two levers.

use serde::{Deserialize, Serialize};

use voced_model::equations::{ModelInputs, Projection, run_wide};
use voced_model::inputs::Shape;
use voced_model::lanes::{Lanes, WIDTH, Wide};
use voced_model::{InputId, MAX_YEARS, Quantity};
use voced_scenario::ResolvedScenario;
use voced_scenario::error::{Allowed, Fault, Problem};

/// The most levels of one lever.
pub const MAX_LEVELS: u32 = 200;

/// One lever that is moved.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// The input.
    pub input: InputId,
    /// The first and the last level, in the input's unit; those of [`Scenario::reach`] where absent.
    ///
    /// [`Scenario::reach`]: voced_scenario::Scenario::reach
    pub ends: Option<(f64, f64)>,
    /// How many levels, from 2 to [`MAX_LEVELS`]; fewer where there are not so many whole numbers
    /// between the ends of an input that takes only those.
    pub levels: u32,
}

/// What is to be found out: a quantity in a year over the levels of two levers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct GridQuestion {
    /// The lever from left to right.
    pub x: Axis,
    /// The lever from one row to the next.
    pub y: Axis,
    /// The quantity.
    pub quantity: Quantity,
    /// The year.
    pub year: i32,
}

/// One side of a [`Grid`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// The lever.
    pub input: InputId,
    /// Its levels, rising.
    pub levels: Vec<f64>,
    /// The level in force, which need not be one of them.
    pub present: f64,
}

/// A quantity in a year at every pair of levels of two levers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    /// The lever from left to right.
    pub x: Side,
    /// The lever from one row to the next.
    pub y: Side,
    /// The quantity as the scenario has it; `None` where absent.
    pub present: Option<f64>,
    /// The quantity, in its unit: row by row, in a row from left to right; NaN where absent.
    pub values: Vec<f64>,
}

impl Grid {
    /// The quantity at a level of each lever, counted from 0; `None` where absent.
    pub fn value(&self, column: usize, row: usize) -> Option<f64> {
        let place = row * self.x.levels.len() + column;
        self.values.get(place).copied().filter(|value| column < self.x.levels.len() && !value.is_nan())
    }
}

/// A quantity in a year over the levels of two levers, each moved as by [`ResolvedScenario::moved`] and all else
/// as it is.
///
/// # Errors
/// Every fault, at `x`, `y` or `year`: a switch, one lever for both, ends out of the input's bounds or
/// in the wrong order, too few or too many levels, a year that is not projected.
pub fn grid(resolved: &ResolvedScenario, question: &GridQuestion) -> Result<Grid, Vec<Fault>> {
    let GridQuestion { x, y, quantity, year } = *question;
    let mut faults = Vec::new();
    let sides = [("x", x), ("y", y)]
        .map(|(at, axis)| side(resolved, axis).map_err(|problem| faults.push(Fault::new(at, problem))));
    if x.input == y.input {
        faults.push(Fault::new("y", Problem::SameInput));
    }
    let years = Allowed::years(resolved.base_year()..=resolved.scenario.horizon);
    faults.extend(Problem::of(&years, f64::from(year)).map(|problem| Fault::new("year", problem)));
    let [Ok(x), Ok(y)] = sides else { return Err(faults) };
    if !faults.is_empty() {
        return Err(faults);
    }
    let t = (year - resolved.base_year()) as usize;
    let values = cells(resolved, &x, &y, quantity, t);
    Ok(Grid { x, y, present: resolved.project().value(quantity, t), values })
}

/// The levels of one lever.
fn side(resolved: &ResolvedScenario, Axis { input, ends, levels: count }: Axis) -> Result<Side, Problem> {
    let spec = input.spec();
    if spec.shape == Shape::Switch {
        return Err(Problem::Switch);
    }
    let reach = resolved.scenario.reach(input);
    let (first, last) = ends.unwrap_or((reach.min, reach.max));
    let allowed = spec.allowed();
    let counts = Allowed { min: 2.0, max: f64::from(MAX_LEVELS), whole: true, unit: None };
    let rising = Allowed { min: first, ..allowed };
    let problem =
        Problem::of(&counts, f64::from(count)).or(Problem::of(&allowed, first)).or(Problem::of(&rising, last));
    if let Some(problem) = problem {
        return Err(problem);
    }
    if first == last {
        return Err(Problem::NoWidth);
    }
    let steps = f64::from(count - 1);
    let level = |place: u32| {
        let level = first + (last - first) * (f64::from(place) / steps);
        if spec.is_whole() { level.round() } else { level }
    };
    let mut levels: Vec<f64> = (0..count - 1).map(level).chain([last]).collect();
    levels.dedup();
    let present = resolved.scenario.value(input).1.value.level().unwrap_or(f64::NAN);
    Ok(Side { input, levels, present })
}

fn cells(resolved: &ResolvedScenario, x: &Side, y: &Side, quantity: Quantity, t: usize) -> Vec<f64> {
    // Later years change nothing of this one.
    let mut model_inputs: ModelInputs<Wide> = ModelInputs { years: t + 1, ..resolved.model_inputs.clone() }.lift();
    let mut out: Box<Projection<Wide>> = Box::default();
    let blocks: Vec<Paths> = x.levels.chunks(WIDTH).map(|levels| paths(resolved, x.input, levels)).collect();
    let mut values = Vec::with_capacity(x.levels.len() * y.levels.len());
    for level in &y.levels {
        lay(&mut model_inputs, y.input, &paths(resolved, y.input, &[*level]));
        let row = values.len();
        for block in &blocks {
            lay(&mut model_inputs, x.input, block);
            run_wide(&model_inputs, &mut out);
            values.extend(out.get(quantity, t).0);
        }
        values.truncate(row + x.levels.len());
    }
    values
}

/// The values of an input year by year at up to a block of levels; lanes beyond repeat the last.
fn paths(resolved: &ResolvedScenario, input: InputId, levels: &[f64]) -> Paths {
    let mut paths = [Wide::splat(f64::NAN); MAX_YEARS];
    for lane in 0..WIDTH {
        let Some(level) = levels.get(lane).or(levels.last()) else { continue };
        let value = resolved.moved(input, *level);
        for (wide, year) in paths.iter_mut().zip(resolved.years()) {
            wide.0[lane] = value.at(resolved.base_year(), year);
        }
    }
    paths
}

/// A value a year in each lane.
type Paths = [Lanes<WIDTH>; MAX_YEARS];

fn lay(model_inputs: &mut ModelInputs<Wide>, input: InputId, paths: &Paths) {
    for (slot, value) in model_inputs.inputs.slots_mut(input).iter_mut().zip(paths) {
        *slot = *value;
    }
}
