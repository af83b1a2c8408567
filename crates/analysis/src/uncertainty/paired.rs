//! Two scenarios under the same draws: how sure a difference is.
//!
//! The draw of an input depends on its id, the seed and the number of draws alone. So the n-th draw of two scenarios
//! with one seed stands at the same place of each input's range, and what both rest on alike goes out of the
//! difference: it is often far surer than either number.

use super::{Draws, Uncertain};
use voced_scenario::ResolvedScenario;

/// The draws of a scenario and of what it is held against.
#[derive(Clone, Debug)]
pub struct Paired {
    /// Those of the scenario.
    pub own: Draws,
    /// Those of its [`twin`].
    pub against: Draws,
}

/// What a scenario is held against, to be drawn with the seed of the scenario: the n-th draws of both belong together.
pub fn twin(resolved: &ResolvedScenario, against: &ResolvedScenario) -> ResolvedScenario {
    let mut twin = against.clone();
    twin.scenario.seed = resolved.scenario.seed;
    twin
}

impl Paired {
    /// The differences, the scenario less the other one, over the years of the scenario: absent (NaN) in years that
    /// the other does not have, and where one of the two has no value. The inputs are those drawn in either.
    pub fn differences(&self) -> Draws {
        let mut differences = self.own.clone();
        differences.subtract(&self.against);
        let known = |one: &&Uncertain| !self.own.inputs.iter().any(|own| own.input == one.input);
        differences.inputs.extend(self.against.inputs.iter().filter(known));
        differences
    }
}

impl Draws {
    /// Takes the values of other draws, or of a part of them, from those of the same numbers.
    pub(super) fn subtract(&mut self, other: &Draws) {
        let (rows, years) = (self.range.len(), self.kept_years.len());
        let shift = self.base_year - other.base_year;
        let first = other.range.start.saturating_sub(self.range.start) as usize;
        for place in 0..self.quantities.len() {
            for (year, t) in self.kept_years.iter().enumerate() {
                let theirs = usize::try_from(*t as i32 + shift).ok();
                let theirs = theirs.map_or(&[][..], |t| other.values(self.quantities[place], t));
                let start = (place * years + year) * rows + first;
                for (row, value) in self.values.iter_mut().skip(start).take(other.range.len()).enumerate() {
                    *value -= theirs.get(row).copied().unwrap_or(f64::NAN);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uncertainty::draws;
    use voced_model::{InputId, Quantity};
    use voced_scenario::{AreaRef, Layer, PathValue, Scenario};

    const KEPT: [Quantity; 4] = [Quantity::VocEnrolment, Quantity::UsesTotal, Quantity::Balance, Quantity::VocGenRatio];

    fn scenario(layer: Layer) -> Scenario {
        Scenario::new(AreaRef::shipped("laiwu").expect("an area"), layer)
    }

    fn resolved(scenario: &Scenario) -> ResolvedScenario {
        scenario.resolve().expect("sound")
    }

    fn paired_draws(
        resolved: &ResolvedScenario,
        against: &ResolvedScenario,
        count: u32,
        quantities: &[Quantity],
    ) -> Paired {
        let [own, against] = [resolved, &twin(resolved, against)].map(|one| draws(one, count, quantities));
        Paired { own, against }
    }

    #[test]
    fn a_scenario_differs_from_itself_by_nothing_at_all() {
        for layer in Layer::ALL {
            let mut own = scenario(layer);
            own.seed = 7;
            // The other one's seed does not matter.
            let paired = paired_draws(&resolved(&own), &resolved(&scenario(layer)), 300, &KEPT);
            let differences = paired.differences();
            for quantity in KEPT {
                for band in differences.bands(quantity) {
                    assert!(band.levels.is_none_or(|levels| levels == [0.0; 5]), "{quantity}: {band:?}");
                }
            }
            assert!(differences.bands(Quantity::VocEnrolment).iter().all(|band| band.levels == Some([0.0; 5])));
        }
    }

    #[test]
    fn draws_are_those_of_each_alone_and_differences_are_taken_draw_by_draw() {
        let (plan, base) = (resolved(&scenario(Layer::Plan)), resolved(&scenario(Layer::Base)));
        let paired = paired_draws(&plan, &base, 300, &KEPT);
        let (own, other) = (draws(&plan, 300, &KEPT), draws(&base, 300, &KEPT));
        let differences = paired.differences();
        for quantity in KEPT {
            for t in 0..own.years().len() {
                let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
                assert_eq!(bits(paired.own.values(quantity, t)), bits(own.values(quantity, t)));
                assert_eq!(bits(paired.against.values(quantity, t)), bits(other.values(quantity, t)));
                for (row, difference) in differences.values(quantity, t).iter().enumerate() {
                    let expected = own.values(quantity, t)[row] - other.values(quantity, t)[row];
                    assert_eq!(difference.to_bits(), expected.to_bits());
                }
            }
        }
    }

    #[test]
    fn what_both_rest_on_goes_out_of_the_difference() {
        let mut more = scenario(Layer::Base);
        let share = InputId::find("vocational_share").expect("an input");
        more.inputs.insert(share, PathValue::Constant(0.31));
        let (more, base) = (resolved(&more), resolved(&scenario(Layer::Base)));
        let paired = paired_draws(&more, &base, 1000, &[Quantity::VocEnrolment]);
        let width = |draws: &Draws| {
            let [low, .., high] = draws.bands(Quantity::VocEnrolment)[5].levels.expect("values");
            high - low
        };
        let (difference, level) = (width(&paired.differences()), width(&paired.own));
        assert!(difference > 0.0 && difference < level / 5.0, "{difference} against {level}");
    }

    #[test]
    fn years_that_only_one_has_are_absent() {
        let mut longer = scenario(Layer::Plan);
        longer.horizon += 2;
        let paired = paired_draws(&resolved(&longer), &resolved(&scenario(Layer::Base)), 50, &KEPT);
        let bands = paired.differences().bands(Quantity::VocEnrolment);
        assert_eq!(bands.iter().filter(|band| band.levels.is_some()).count(), bands.len() - 2);
    }
}
