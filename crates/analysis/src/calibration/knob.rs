//! What it means to move an input in a calibration.

use voced_model::InputId;
use voced_model::inputs::Shape;
use voced_scenario::error::Problem;
use voced_scenario::{PathValue, ResolvedScenario};

/// Half a range where none is known, as a share of the level.
const USUAL: f64 = 0.2;

/// An input that may move. The move is counted in half ranges.
pub(super) struct Knob {
    pub input: InputId,
    /// The value it moves from.
    pub value: PathValue,
    /// The level of a constant, 1 for a path, which is moved by a factor.
    start: f64,
    /// Half its range, as `start` is counted.
    half: f64,
    /// The least that `start` may become.
    pub low: f64,
    /// The largest.
    pub high: f64,
    is_path: bool,
}

impl Knob {
    /// The input as it stands in a resolved scenario.
    ///
    /// # Errors
    /// A switch, an input that takes whole numbers only, or a path that no factor moves.
    pub fn of(resolved: &ResolvedScenario, input: InputId) -> Result<Knob, Problem> {
        let spec = input.spec();
        if spec.shape == Shape::Switch {
            return Err(Problem::Switch);
        }
        if spec.is_whole() {
            return Err(Problem::WholeOnly);
        }
        let sourced = resolved.scenario.value(input).1;
        let level = sourced.value.level().ok_or(Problem::EmptyPath)?;
        let (low, high) = (sourced.low.unwrap_or(level), sourced.high.unwrap_or(level));
        let known = (high > low).then_some((high - low) / 2.0);
        let value = sourced.value.clone();
        if let Some(start) = value.constant() {
            let reach = resolved.scenario.reach(input);
            let usual = if start == 0.0 { USUAL * (reach.max - reach.min) } else { USUAL * start.abs() };
            let half = known.unwrap_or(usual);
            return Ok(Knob { input, value, start, half, low: spec.min, high: spec.max, is_path: false });
        }
        // The factors that keep every number of the path within the bounds.
        let (mut least, mut most) = (f64::NEG_INFINITY, f64::INFINITY);
        for number in value.numbers().into_iter().filter(|number| *number != 0.0) {
            let ends = [spec.min / number, spec.max / number];
            least = least.max(ends[0].min(ends[1]));
            most = most.min(ends[0].max(ends[1]));
        }
        if !(least.is_finite() && most.is_finite()) {
            return Err(Problem::ZeroPath);
        }
        let half = known.filter(|_| level != 0.0).map_or(USUAL, |half| half / level.abs());
        Ok(Knob { input, value, start: 1.0, half, low: least.min(1.0), high: most.max(1.0), is_path: true })
    }

    /// How far it may move either way.
    pub fn reach(&self) -> (f64, f64) {
        ((self.low - self.start) / self.half, (self.high - self.start) / self.half)
    }

    /// The level or factor after a move; rounding does not take it out of bounds.
    fn level(&self, moved: f64) -> f64 {
        (self.start + moved * self.half).clamp(self.low, self.high)
    }

    /// The value of a year that was `planned`, after a move.
    pub fn at(&self, planned: f64, moved: f64) -> f64 {
        let spec = self.input.spec();
        let value = if self.is_path { planned * self.level(moved) } else { self.level(moved) };
        value.clamp(spec.min, spec.max)
    }

    /// The whole value after a move.
    pub fn moved(&self, moved: f64) -> PathValue {
        let mut value = self.value.clone();
        let place = |number: &mut f64| *number = self.at(*number, moved);
        match &mut value {
            PathValue::Constant(number) => place(number),
            PathValue::Ramp { start, end, .. } => [start, end].into_iter().for_each(place),
            PathValue::Points(points) => points.iter_mut().map(|(_, number)| number).for_each(place),
        }
        value
    }

    /// Half its range in its unit.
    pub fn half_range_in_unit(&self) -> f64 {
        let level = self.value.level().filter(|_| self.is_path).map_or(1.0, f64::abs);
        self.half * level
    }
}
