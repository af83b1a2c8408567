//! Running the equations with levers at levels, many at once.

use super::{Goal, Lever, MAX_LEVERS};
use voced_model::equations::{ModelInputs, Projection, run, run_wide};
use voced_model::lanes::{WIDTH, Wide};
use voced_model::{InputId, Quantity};
use voced_scenario::targets::Metric;
use voced_scenario::{PathValue, ResolvedScenario};

/// Levels as shares of their ranges: 0 is the lower end, 1 the upper one.
pub(super) type Point = [f64; MAX_LEVERS];

/// Fewer points than these are cheaper one by one than as a block of lanes.
const WORTH_A_BLOCK: usize = 4;

/// A lever with what is needed to move it without touching the heap.
pub(super) struct Axis {
    pub(super) input: InputId,
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) whole: bool,
    /// The level now.
    pub(super) level: f64,
    /// The level now, as a share; outside of 0 to 1 where the range leaves it out.
    pub(super) present: f64,
    value: PathValue,
}

impl Axis {
    fn new(resolved: &ResolvedScenario, lever: &Lever) -> Axis {
        let (low, high) = lever.within;
        let level = resolved.scenario.value(lever.input).1.value.level().unwrap_or(f64::NAN);
        let value = resolved.moved(lever.input, level);
        let whole = lever.input.spec().is_whole();
        let mut axis = Axis { input: lever.input, low, high, whole, level, present: 0.0, value };
        axis.present = (level - low) / axis.width();
        axis
    }

    /// The width of the range; one for a range without any.
    pub(super) fn width(&self) -> f64 {
        if self.high > self.low { self.high - self.low } else { 1.0 }
    }

    /// The level at a share of the range, to the digit at the ends and where it is now.
    pub(super) fn at(&self, share: f64) -> f64 {
        if share == self.present {
            self.level
        } else if share >= 1.0 {
            self.high
        } else {
            let level = (self.low + share * self.width()).clamp(self.low, self.high);
            if self.whole { level.round().clamp(self.low, self.high) } else { level }
        }
    }

    /// The share of the level at a share: whole numbers are kept whole.
    pub(super) fn snap(&self, share: f64) -> f64 {
        if self.whole && share != self.present { (self.at(share) - self.low) / self.width() } else { share }
    }

    /// The step that a slope is measured with: a whole one where only whole numbers make sense.
    pub(super) fn step(&self, step: f64) -> f64 {
        if self.whole { (1.0 / self.width()).min(1.0) } else { step }
    }
}

/// A number that goals look at.
#[derive(Clone, Copy, PartialEq)]
enum GoalNumber {
    Quantity(Quantity, usize),
    Input(InputId, usize),
    Fixed(f64),
}

/// The equations, set up for the levers and goals of a question.
pub(super) struct Trial<'a> {
    pub(super) resolved: &'a ResolvedScenario,
    pub(super) axes: Vec<Axis>,
    cells: Vec<GoalNumber>,
    model_inputs: ModelInputs<f64>,
    projection: Projection<f64>,
    wide: Box<(ModelInputs<Wide>, Projection<Wide>)>,
    /// How often the equations were run.
    pub(super) runs: u64,
}

impl<'a> Trial<'a> {
    /// `goals` are to be looked at in these years, and in this order in every row of results.
    pub(super) fn new(resolved: &'a ResolvedScenario, levers: &[Lever], goals: &[Goal]) -> Trial<'a> {
        let projection = Projection::default();
        let mut cells = Vec::new();
        for goal in goals {
            let fixed = match goal.metric {
                Metric::Deliverable(_) => resolved.metric(&projection, &goal.metric),
                _ => Vec::new(),
            };
            cells.extend(goal.years(resolved).map(|t| match goal.metric {
                Metric::Quantity(quantity) => GoalNumber::Quantity(quantity, t),
                Metric::Input(input) => GoalNumber::Input(input, t),
                Metric::Deliverable(_) => GoalNumber::Fixed(fixed.get(t).copied().flatten().unwrap_or(f64::NAN)),
            }));
        }
        let axes = levers.iter().map(|lever| Axis::new(resolved, lever)).collect();
        let model_inputs = resolved.model_inputs.clone();
        let wide = Box::new((model_inputs.lift(), Projection::default()));
        Trial { resolved, axes, cells, model_inputs, projection, wide, runs: 0 }
    }

    /// How many numbers a row of results has.
    pub(super) fn width(&self) -> usize {
        self.cells.len()
    }

    /// The levels now.
    pub(super) fn present(&self) -> Point {
        let mut point = [0.0; MAX_LEVERS];
        for (share, axis) in point.iter_mut().zip(&self.axes) {
            *share = axis.present;
        }
        point
    }

    /// Levels as shares of their ranges.
    pub(super) fn point(&self, levels: &[f64]) -> Point {
        let mut point = [0.0; MAX_LEVERS];
        for ((share, axis), level) in point.iter_mut().zip(&self.axes).zip(levels) {
            *share = if *level == axis.level { axis.present } else { (level - axis.low) / axis.width() };
        }
        point
    }

    /// Whole numbers made whole.
    pub(super) fn snap(&self, mut point: Point) -> Point {
        for (share, axis) in point.iter_mut().zip(&self.axes) {
            *share = axis.snap(*share);
        }
        point
    }

    /// Runs every point and writes a row of results for each; absent values are NaN.
    pub(super) fn run(&mut self, points: &[Point], results: &mut Vec<f64>) {
        results.clear();
        for block in points.chunks(WIDTH) {
            if block.len() < WORTH_A_BLOCK {
                for point in block {
                    self.run_one(point);
                    let Trial { cells, model_inputs, projection, .. } = self;
                    results.extend(cells.iter().map(|cell| match *cell {
                        GoalNumber::Quantity(quantity, t) => projection.get(quantity, t),
                        GoalNumber::Input(input, t) => model_inputs.inputs.at(input, t),
                        GoalNumber::Fixed(value) => value,
                    }));
                }
            } else {
                self.run_block(block, results);
            }
        }
    }

    /// Runs one point; the projection is that of the scenario with these levels in it, to the bit.
    pub(super) fn run_one(&mut self, point: &Point) -> &Projection<f64> {
        let base_year = self.resolved.base_year();
        for (axis, share) in self.axes.iter_mut().zip(point) {
            axis.value.arrive_at(axis.at(*share));
            for (slot, year) in self.model_inputs.inputs.slots_mut(axis.input).iter_mut().zip(self.resolved.years()) {
                *slot = axis.value.at(base_year, year);
            }
        }
        run(&self.model_inputs, &mut self.projection);
        self.runs += 1;
        &self.projection
    }

    fn run_block(&mut self, block: &[Point], results: &mut Vec<f64>) {
        let base_year = self.resolved.base_year();
        let (model_inputs, projection) = &mut *self.wide;
        for (i, axis) in self.axes.iter_mut().enumerate() {
            for lane in 0..WIDTH {
                // What is over of the last block repeats its last point.
                let share = block[lane.min(block.len() - 1)][i];
                axis.value.arrive_at(axis.at(share));
                for (slot, year) in model_inputs.inputs.slots_mut(axis.input).iter_mut().zip(self.resolved.years()) {
                    slot.0[lane] = axis.value.at(base_year, year);
                }
            }
        }
        run_wide(model_inputs, projection);
        self.runs += block.len() as u64;
        for lane in 0..block.len() {
            results.extend(self.cells.iter().map(|cell| match *cell {
                GoalNumber::Quantity(quantity, t) => projection.get(quantity, t).0[lane],
                GoalNumber::Input(input, t) => model_inputs.inputs.at(input, t).0[lane],
                GoalNumber::Fixed(value) => value,
            }));
        }
    }

    /// The values of a metric in every year at the point run last by [`Trial::run_one`].
    pub(super) fn series(&self, metric: &Metric) -> Vec<Option<f64>> {
        match metric {
            Metric::Input(input) => {
                (0..self.model_inputs.years).map(|t| Some(self.model_inputs.inputs.at(*input, t))).collect()
            }
            _ => self.resolved.metric(&self.projection, metric),
        }
    }

    /// The same equations with a switch turned off, while `look` looks.
    pub(super) fn without<T>(&mut self, switch: InputId, look: impl FnOnce(&mut Self) -> T) -> T {
        let now = self.model_inputs.inputs.at(switch, 0);
        let turn = |trial: &mut Self, value: f64| {
            trial.model_inputs.inputs.slots_mut(switch).fill(value);
            trial.wide.0.inputs.slots_mut(switch).fill(Wide::splat(value));
        };
        turn(self, 0.0);
        let seen = look(self);
        turn(self, now);
        seen
    }
}
