//! How far the levels of an input go that make sense for an area.

use serde::{Deserialize, Serialize};

use crate::{Layer, Scenario};
use voced_model::inputs::Shape;
use voced_model::{InputId, Style};

/// Levels and the step between them: wide enough for the area, not for every area in the country.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SliderRange {
    /// The least level.
    pub min: f64,
    /// The largest level.
    pub max: f64,
    /// The step.
    pub step: f64,
}

impl SliderRange {
    /// The level nearest to this one that is a whole number of steps, within the ends.
    pub fn stepped(&self, level: f64) -> f64 {
        self.whole(level).clamp(self.min, self.max)
    }

    /// The level nearest to this one that is a whole number of steps, also beyond the ends.
    pub fn whole(&self, level: f64) -> f64 {
        let steps = ((level - self.min) / self.step).round();
        // Twelve digits drop the dust of multiplying a fraction.
        ((self.min + steps * self.step) * 1e9).round() / 1e9
    }

    /// How many levels of whole steps, evenly apart, cover the reach: as many as there can be up to `most`, and
    /// `most` where no number of steps goes evenly.
    pub fn levels(&self, most: u32) -> u32 {
        let all = ((self.max - self.min) / self.step).round();
        let widths = [1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6].into_iter();
        let mut widths = widths.flat_map(|power| [1.0, 2.0, 4.0, 5.0].map(|lead| lead * power));
        let fits = |width: &f64| all % width == 0.0 && (2.0..f64::from(most)).contains(&(all / width));
        widths.find(fits).map_or(most, |width| (all / width) as u32 + 1)
    }

    /// Where a level lies between the ends, 0 to 1.
    pub fn place(&self, level: f64) -> f64 {
        if self.max > self.min { ((level - self.min) / (self.max - self.min)).clamp(0.0, 1.0) } else { 0.0 }
    }
}

impl Scenario {
    /// The levels of an input that make sense for the area, in its unit: within the bounds of the table,
    /// about three times what the area has or plans, and as far as the level in force.
    pub fn reach(&self, input: InputId) -> SliderRange {
        let area = self.area();
        let arrival = |layer: Layer| area.value(input, layer).1.value.level().unwrap_or(f64::NAN);
        let (base, plan) = (arrival(Layer::Base), arrival(Layer::Plan));
        let high = area.value(input, Layer::Base).1.high.unwrap_or(base);
        let now = self.value(input).1.value.level().unwrap_or(f64::NAN);
        reach(input, [base, plan, high], now)
    }
}

impl Scenario {
    /// The levels around those that the area has, plans or thinks possible, and the one in force: where a result
    /// over all of them is looked at. Of shares all from none to all are within reach, but most of them are no
    /// policy, and what comes of them would hide all else.
    pub fn surroundings(&self, input: InputId) -> SliderRange {
        let reach = self.reach(input);
        if input.spec().unit.style() != Style::Percent {
            return reach;
        }
        let area = self.area();
        let known = Layer::ALL.map(|layer| area.value(input, layer).1).into_iter().chain([self.value(input).1]);
        let levels: Vec<f64> =
            known.flat_map(|sourced| [sourced.value.level(), sourced.low, sourced.high]).flatten().collect();
        let low = levels.iter().fold(f64::INFINITY, |low, level| low.min(*level));
        let high = levels.iter().fold(f64::NEG_INFINITY, |high, level| high.max(*level));
        if !(low.is_finite() && high.is_finite()) {
            return reach;
        }
        // Twenty steps of the slider or twenty points to either side, in whole tens of steps.
        let room = (high - low).max(0.2_f64.min(20.0 * reach.step));
        let tens = SliderRange { step: 10.0 * reach.step, ..reach };
        let ends = SliderRange { min: tens.stepped(low - room), max: tens.stepped(high + room), ..reach };
        if ends.min < ends.max && ends.min <= low && high <= ends.max { ends } else { reach }
    }
}

/// The reach of an input whose levels in this area are `levels`.
fn reach(input: InputId, levels: [f64; 3], now: f64) -> SliderRange {
    let spec = input.spec();
    let (mut min, mut max, step) = (spec.min, spec.max, spec.step);
    if matches!(spec.unit.style(), Style::Count | Style::Money) && spec.shape != Shape::Switch && max > 100.0 * step {
        let largest = levels.iter().fold(0.0_f64, |largest, level| largest.max(level.abs()));
        // Where the area has nothing yet, a thousand steps are room enough to begin with.
        let room = if largest > 0.0 { 3.0 * largest } else { 1000.0 * step };
        max = round_up(room.max(20.0 * step)).min(max);
        min = min.max(0.0).min(max);
    }
    // A typed value beyond the end moves the end, with some room.
    if now > max {
        max = round_up(now * 1.25).min(spec.max).max(now);
    }
    SliderRange { min, max, step }
}

/// The next number of the kind 1, 2, 3, 5 or 8 times a power of ten.
fn round_up(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let power = 10f64.powi(value.log10().floor() as i32);
    let steps = [1.0, 2.0, 3.0, 5.0, 8.0, 10.0];
    steps.into_iter().map(|step| step * power).find(|step| *step >= value * (1.0 - 1e-12)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Area, AreaRef, PathValue};

    fn scenario(id: &str) -> Scenario {
        Scenario::new(AreaRef::shipped(id).expect("ships"), Layer::Plan)
    }

    #[test]
    fn every_level_of_every_area_is_within_reach() {
        for id in Area::ids() {
            let scenario = scenario(id);
            for input in InputId::all() {
                let spec = input.spec();
                let SliderRange { min, max, step } = scenario.reach(input);
                assert!(min < max && step > 0.0 && spec.min <= min && max <= spec.max, "{id} {}", spec.id);
                for layer in Layer::ALL {
                    let level = scenario.area().value(input, layer).1.value.level().expect("a level");
                    assert!((min..=max).contains(&level), "{id} {}: {level} outside {min} to {max}", spec.id);
                }
            }
        }
    }

    #[test]
    fn what_is_looked_at_holds_every_level_of_the_area_and_is_no_wider_than_that_takes() {
        for id in Area::ids() {
            let scenario = scenario(id);
            for input in InputId::all() {
                let (reach, near) = (scenario.reach(input), scenario.surroundings(input));
                assert!(reach.min <= near.min && near.min < near.max && near.max <= reach.max, "{id} {}", input.id());
                for layer in Layer::ALL {
                    let level = scenario.area().value(input, layer).1.value.level().expect("a level");
                    assert!((near.min..=near.max).contains(&level), "{id} {}: {level} in {near:?}", input.id());
                }
            }
        }
        let mut laiwu = scenario("laiwu");
        let share = InputId::find("vocational_share").expect("known");
        let near = laiwu.surroundings(share);
        assert!(near.min >= 0.1 && near.max <= 0.7, "{near:?}");
        laiwu.inputs.insert(share, PathValue::Constant(0.9));
        assert_eq!(laiwu.surroundings(share).max, 1.0);
    }

    #[test]
    fn levels_are_whole_steps_apart() {
        let levels = |min: f64, max: f64, step: f64| SliderRange { min, max, step }.levels(41);
        assert_eq!([levels(0.1, 0.6, 0.005), levels(0.0, 30.0, 1.0), levels(0.0, 1.0, 0.005)], [26, 31, 41]);
        assert_eq!(levels(0.0, 0.7, 0.1), 8);
        // 97 steps go evenly into nothing but themselves.
        assert_eq!(levels(0.0, 97.0, 1.0), 41);
    }

    #[test]
    fn it_suits_the_area_and_follows_the_level_in_force() {
        let mut laiwu = scenario("laiwu");
        let hires = InputId::find("hires").expect("known");
        let reach = laiwu.reach(hires);
        assert_eq!(reach, SliderRange { min: 0.0, max: 30.0, step: 1.0 });
        assert_eq!((reach.place(7.5), reach.place(-1.0), reach.stepped(19.6)), (0.25, 0.0, 20.0));
        laiwu.inputs.insert(hires, PathValue::Constant(1000.0));
        assert_eq!(laiwu.reach(hires).max, 2000.0);
        laiwu.inputs.insert(hires, PathValue::Constant(hires.spec().max));
        assert_eq!(laiwu.reach(hires).max, hires.spec().max);
    }
}
