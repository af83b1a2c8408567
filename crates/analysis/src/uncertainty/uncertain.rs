//! Inputs with a low and a high end.

use serde::{Deserialize, Serialize};

use voced_model::inputs::Shape;
use voced_model::lanes::Wide;
use voced_model::tape::Recorded;
use voced_model::{Compare, InputId, Scalar};
use voced_scenario::{PathValue, ResolvedScenario, ValueOrigin};

/// An input of which a range is known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Uncertain {
    /// The input.
    pub input: InputId,
    /// The least level thought possible.
    pub low: f64,
    /// The level in force: the value, or where a path arrives.
    pub value: f64,
    /// The largest level thought possible.
    pub high: f64,
    /// Who gave the range.
    pub level: ValueOrigin,
    effect: Effect,
}

/// What a drawn level does to the values of the years.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
enum Effect {
    /// The same in every year: it takes the level's place.
    Constant,
    /// A path: it is stretched.
    Path,
    /// A path that arrives at zero can not be stretched: it is moved.
    PathToZero,
}

/// Every uncertain input, in the order of the table.
pub fn uncertain(resolved: &ResolvedScenario) -> Vec<Uncertain> {
    InputId::all().filter_map(|input| range_of(resolved, input)).collect()
}

fn range_of(resolved: &ResolvedScenario, input: InputId) -> Option<Uncertain> {
    let spec = input.spec();
    let (level, sourced) = resolved.scenario.value(input);
    let value = sourced.value.level()?;
    // A level between two bounds has its range there too.
    let low = sourced.low.map_or(value, |low| low.clamp(spec.min, value.max(spec.min)));
    let high = sourced.high.map_or(value, |high| high.clamp(value.min(spec.max), spec.max));
    let effect = match sourced.value {
        PathValue::Constant(_) => Effect::Constant,
        _ if value == 0.0 => Effect::PathToZero,
        _ => Effect::Path,
    };
    (spec.shape != Shape::Switch && low < high).then_some(Uncertain { input, low, value, high, level, effect })
}

impl Uncertain {
    /// The levels below which these shares of all draws lie: the inverse of the triangular
    /// distribution.
    #[inline(always)]
    pub fn quantile(&self, shares: Wide) -> Wide {
        let [low, value, high] = [self.low, self.value, self.high].map(Wide::splat);
        let (width, left, right) = (high - low, value - low, high - value);
        let below = shares * width;
        // Of the two sides the one that the share falls on, so that one root is enough.
        let side = |rising: Wide, falling: Wide| Wide::select(left, Compare::AtMost, below, falling, rising);
        let root = side(below * left, (Wide::splat(1.0) - shares) * width * right).sqrt();
        side(low + root, high - root)
    }

    /// The value of a year that is `planned` where the level is as planned, at a drawn level.
    #[inline(always)]
    pub fn at(&self, planned: f64, level: f64) -> f64 {
        self.moved(planned, level)
    }

    /// As [`Uncertain::at`], in any reading of the equations.
    #[inline(always)]
    pub(super) fn moved<S: Whole>(&self, planned: f64, level: S) -> S {
        let (spec, planned) = (self.input.spec(), S::constant(planned));
        let value = match self.effect {
            Effect::Constant => level,
            Effect::Path => planned * (level / S::constant(self.value)),
            Effect::PathToZero => planned + level,
        };
        let value = if spec.is_whole() { (value + S::constant(0.5)).whole() } else { value };
        value.max(S::constant(spec.min)).min(S::constant(spec.max))
    }
}

/// Numbers of which whole ones can be made.
pub(super) trait Whole: Scalar {
    /// The largest whole number that is not above it.
    fn whole(self) -> Self;
}

impl Whole for f64 {
    #[inline(always)]
    fn whole(self) -> f64 {
        self.floor()
    }
}

impl Whole for Wide {
    #[inline(always)]
    fn whole(self) -> Wide {
        self.floor()
    }
}

impl Whole for Recorded<'_> {
    fn whole(self) -> Self {
        self.floor()
    }
}
