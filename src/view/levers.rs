//! Levers: one a row of the input table.

use voced_sim::format;
use voced_sim::inputs::{Role, Section};
use voced_sim::{InputId, Lang, Layer, Level, PathValue, Range, Reach, Scenario};

use super::typing::range_text;

/// A lever as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// Which input.
    pub input: InputId,
    /// Its value over the years.
    pub value: PathValue,
    /// The level it arrives at.
    pub level: f64,
    /// The level the status quo arrives at.
    pub base: f64,
    /// The level the plan arrives at.
    pub plan: f64,
    /// The area's value in the base year.
    pub observed: f64,
    /// Where the value was taken from.
    pub origin: Level,
    /// The range and step of the slider.
    pub slider: Reach,
    /// The way there in words; empty for a value that is the same in all years.
    pub way: String,
    /// What is thought possible around the value.
    pub range: Range,
    /// Whether the plan says something about it.
    pub in_plan: bool,
    /// The base year.
    pub base_year: i32,
    /// The last projected year.
    pub horizon: i32,
}

impl Lever {
    /// The value year by year, each year's by `change`.
    pub fn year_by_year(&self, change: impl Fn(i32, f64) -> f64) -> PathValue {
        let years = self.base_year..=self.horizon;
        PathValue::Points(years.map(|year| (year, change(year, self.value.at(self.base_year, year)))).collect())
    }

    /// The value with another one in one year; every year of the projection is then its own.
    pub fn with_year(&self, year: i32, value: f64) -> PathValue {
        self.year_by_year(|at, now| if at == year { value } else { now })
    }
}

/// The level a value arrives at. A path without points never gets into a scenario.
fn arrival(value: &PathValue) -> f64 {
    value.level().unwrap_or(f64::NAN)
}

/// The lever of an input.
pub fn lever(scenario: &Scenario, input: InputId, lang: Lang) -> Lever {
    let region = scenario.region();
    let (origin, sourced) = scenario.value(input);
    let layer = |layer: Layer| region.value(input, layer).1;
    let (base, plan) = (layer(Layer::Base), layer(Layer::Plan));
    let base_year = scenario.base_year();
    let levels = [arrival(&base.value), arrival(&plan.value)];
    let value = sourced.value.clone();
    let now = arrival(&value);
    Lever {
        input,
        level: now,
        base: levels[0],
        plan: levels[1],
        observed: base.value.at(base_year, base_year),
        origin,
        range: Range { low: sourced.low, high: sourced.high },
        in_plan: region.plan.inputs.contains_key(&input),
        slider: scenario.reach(input),
        way: way(&value, input, base_year, scenario.horizon, lang),
        value,
        base_year,
        horizon: scenario.horizon,
    }
}

/// How a path gets to its level, in a few words.
pub fn way(value: &PathValue, input: InputId, base_year: i32, horizon: i32, lang: Lang) -> String {
    if value.constant().is_some() {
        return String::new();
    }
    let unit = input.spec().unit;
    let show = |year: i32| format::short(value.at(base_year, year), unit, lang);
    let mut runs: Vec<(i32, i32, String)> = Vec::new();
    for year in base_year..=horizon {
        let number = show(year);
        match runs.last_mut() {
            Some((_, last, same)) if *same == number => *last = year,
            _ => runs.push((year, year, number)),
        }
    }
    // A long way is told by its ends.
    if runs.len() > 4 {
        let last = runs.len() - 1;
        let (first, arrival) = (&runs[0], &runs[last]);
        return lang.pick(
            format!("{} 年 {} → {} 年 {}", first.0, first.2, arrival.0, arrival.2),
            format!("{}: {} → {}: {}", first.0, first.2, arrival.0, arrival.2),
        );
    }
    let parts: Vec<String> = runs
        .iter()
        .map(|(from, to, number)| {
            let years = if *to == horizon && from < to {
                format!("{from}{}", lang.pick("起", "–"))
            } else if from == to {
                from.to_string()
            } else {
                format!("{from}–{}", to % 100)
            };
            format!("{years}{}{number}", lang.pick("：", ": "))
        })
        .collect();
    parts.join(lang.pick("，", ", "))
}

/// The inputs of a section: levers first, then base values and assumptions.
pub fn inputs(section: Section) -> Vec<InputId> {
    let of_role = |role: Role| {
        InputId::all().filter(move |input| input.spec().group.section() == section && input.spec().role == role)
    };
    [Role::Lever, Role::Base, Role::Assumption].into_iter().flat_map(of_role).collect()
}

/// Whether a section shows this input before "more" is asked for: what the plan or the user
/// changes, and in each section at least the levers up to a handful.
pub fn is_first(scenario: &Scenario, section: Section, input: InputId) -> bool {
    const HANDFUL: usize = 6;
    if scenario.inputs.contains_key(&input) || scenario.region().plan.inputs.contains_key(&input) {
        return true;
    }
    inputs(section).iter().position(|other| *other == input).is_some_and(|place| place < HANDFUL)
}

/// The bounds of an input in words.
pub fn allowed(input: InputId, lang: Lang) -> String {
    let spec = input.spec();
    range_text(&spec.allowed(), lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::typing::read_typed;
    use voced_sim::{Place, Region};

    fn scenario(id: &str) -> Scenario {
        Scenario::new(Place::shipped(id).expect("ships"), Layer::Plan)
    }

    #[test]
    fn every_lever_of_every_area_fits_its_slider_and_its_field() {
        for id in Region::ids() {
            let scenario = scenario(id);
            for input in InputId::all() {
                let lever = lever(&scenario, input, Lang::Zh);
                let spec = input.spec();
                let Reach { min, max, .. } = lever.slider;
                for level in [lever.level, lever.base, lever.plan] {
                    assert!((min..=max).contains(&level), "{id} {}: {level} outside {min} to {max}", spec.id);
                    for lang in Lang::ALL {
                        let typed = read_typed(&format::entry(level, spec.unit, lang), &spec.allowed());
                        let same =
                            typed.as_ref().is_ok_and(|typed| (typed - level).abs() <= 1e-9 * level.abs().max(1.0));
                        assert!(same, "{id} {}: {typed:?} for {level}", spec.id);
                    }
                }
            }
        }
    }

    #[test]
    fn every_input_has_a_place_in_a_section() {
        let placed: usize = Section::ALL.into_iter().map(|section| inputs(section).len()).sum();
        assert_eq!(placed, InputId::COUNT);
    }

    #[test]
    fn the_way_of_a_path_is_told_in_few_words() {
        let scenario = scenario("laiwu");
        let way = |id: &str, lang| lever(&scenario, InputId::find(id).expect("known"), lang).way;
        assert_eq!(way("vocational_share", Lang::Zh), "2020：30%，2021：35%，2022起：40%");
        assert_eq!(way("hires", Lang::En), "2020–22: 26, 2023–: 10");
        assert_eq!(way("development_fund", Lang::Zh), "2020–22：4,500万，2023起：800万");
        assert_eq!(way("pay_growth", Lang::Zh), "");
    }
}
