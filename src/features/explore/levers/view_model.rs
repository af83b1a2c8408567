//! Levers: one a row of the input table.

use voced_model::format;
use voced_model::inputs::{Role, Section, SourceKind};
use voced_model::{Course, InputId, Lang};
use voced_scenario::{Layer, PathValue, Range, Scenario, SliderRange, Sourced, ValueOrigin};

use crate::ui::typing::range_text;

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
    pub origin: ValueOrigin,
    /// Whose it is, where the area is the user's own and neither plan nor user set it.
    pub whose: Option<String>,
    /// The range and step of the slider.
    pub slider: SliderRange,
    /// The way there in words; empty for a value that is the same in all years.
    pub way: String,
    /// Whether the value is one possibility that the plan gives no amount for.
    pub is_example: bool,
    /// Whether the plan's is.
    pub is_plan_example: bool,
    /// The years for which the level stands; empty for a value that is the same in all years.
    pub since: String,
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
    let area = scenario.area();
    let (origin, sourced) = scenario.value(input);
    let layer = |layer: Layer| area.value(input, layer).1;
    let (base, plan) = (layer(Layer::Base), layer(Layer::Plan));
    let base_year = scenario.base_year();
    let levels = [arrival(&base.value), arrival(&plan.value)];
    let value = sourced.value.clone();
    let now = arrival(&value);
    let is_example = |one: &Sourced<PathValue>| one.source.kind == SourceKind::Illustrative;
    Lever {
        input,
        level: now,
        base: levels[0],
        plan: levels[1],
        observed: base.value.at(base_year, base_year),
        origin,
        whose: scenario.whose(input, lang),
        is_example: is_example(&sourced),
        is_plan_example: is_example(&plan),
        range: Range { low: sourced.low, high: sourced.high },
        in_plan: area.plan.inputs.contains_key(&input),
        slider: scenario.reach(input),
        way: way(&value, base_year, scenario.horizon, |value| format::short(value, input.spec().unit, lang), lang),
        since: since(&value, base_year, scenario.horizon, lang),
        value,
        base_year,
        horizon: scenario.horizon,
    }
}

/// A value over the years in a few words, each year's written by `show`; empty where it is always the same.
pub fn way(value: &PathValue, base_year: i32, horizon: i32, show: impl Fn(f64) -> String, lang: Lang) -> String {
    if value.constant().is_some() {
        return String::new();
    }
    let values: Vec<(i32, f64)> = (base_year..=horizon).map(|year| (year, value.at(base_year, year))).collect();
    Course::of(&values, show).brief(horizon, lang)
}

/// The years for which the level of a value stands that is not the same in all years; empty for one that is.
pub fn since(value: &PathValue, base_year: i32, horizon: i32, lang: Lang) -> String {
    match value.settles(base_year) {
        None => String::new(),
        Some(year) if year < horizon => lang.pick(format!("{year}年起"), format!("from {year}")),
        Some(year) => lang.pick(format!("{year}年"), format!("in {year}")),
    }
}

/// The amount per student, for each rule by which funds are given.
const PER_STUDENT: [&str; 2] = ["public_funds_per_student", "per_student_appropriation"];

/// The levers that the page exists for, in the order of the page: of the two amounts per student, the one that the
/// scenario's funding rule uses.
pub fn main_levers(scenario: &Scenario) -> Vec<InputId> {
    let rule = InputId::find("funding_rule").and_then(|rule| scenario.value(rule).1.value.level());
    let per_student = PER_STUDENT[usize::from(rule.is_some_and(|rule| rule != 0.0))];
    let ids = ["vocational_share", per_student, "education_surcharge_voc_share", "local_surcharge_voc_share", "hires"];
    ids.into_iter().filter_map(InputId::find).collect()
}

/// The inputs of a section beside the main levers, which stand above the sections: levers first, then base values and
/// assumptions.
pub fn inputs(section: Section, main: &[InputId]) -> Vec<InputId> {
    let of_role = |role: Role| {
        let is_of = move |input: &InputId| input.spec().group.section() == section && input.spec().role == role;
        InputId::all().filter(move |input| is_of(input) && !main.contains(input))
    };
    [Role::Lever, Role::Base, Role::Assumption].into_iter().flat_map(of_role).collect()
}

/// The inputs whose names hold what was typed, or whose id does: those of the names first.
pub fn found(typed: &str, lang: Lang) -> Vec<InputId> {
    // Names are ASCII in English, and Chinese has no capitals.
    let typed = typed.trim().to_ascii_lowercase();
    let by_name = |input: &InputId| input.spec().name.get(lang).to_ascii_lowercase().contains(&typed);
    let by_id = |input: &InputId| !by_name(input) && input.id().contains(&typed);
    InputId::all().filter(by_name).chain(InputId::all().filter(by_id)).collect()
}

/// The inputs of a section that it shows before "more" is asked for, and those it shows then: what the plan or the
/// user changes comes first, and in each section at least the levers up to a handful.
pub fn first_and_more(scenario: &Scenario, section: Section, main: &[InputId]) -> (Vec<InputId>, Vec<InputId>) {
    const HANDFUL: usize = 6;
    let (mut first, mut more) = (Vec::new(), Vec::new());
    for (place, input) in inputs(section, main).into_iter().enumerate() {
        let is_moved = scenario.inputs.contains_key(&input) || scenario.area().plan.inputs.contains_key(&input);
        if is_moved || place < HANDFUL { &mut first } else { &mut more }.push(input);
    }
    (first, more)
}

/// The bounds of an input in words.
pub fn allowed(input: InputId, lang: Lang) -> String {
    let spec = input.spec();
    range_text(&spec.allowed(), lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::typing::read_typed;
    use voced_scenario::{Area, AreaRef, Curve};

    fn scenario(id: &str) -> Scenario {
        Scenario::new(AreaRef::shipped(id).expect("ships"), Layer::Plan)
    }

    #[test]
    fn every_lever_of_every_area_fits_its_slider_and_its_field() {
        for id in Area::ids() {
            let scenario = scenario(id);
            for input in InputId::all() {
                let lever = lever(&scenario, input, Lang::Zh);
                let spec = input.spec();
                let SliderRange { min, max, .. } = lever.slider;
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
        let mut scenario = scenario("laiwu");
        for rule in [0.0, 1.0] {
            scenario.inputs.insert(InputId::find("funding_rule").expect("known"), PathValue::Constant(rule));
            let main = main_levers(&scenario);
            assert_eq!(main.len(), 5, "{main:?}");
            let placed: usize = Section::ALL.into_iter().map(|section| inputs(section, &main).len()).sum();
            assert_eq!(placed + main.len(), InputId::COUNT);
        }
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

    #[test]
    fn no_year_of_a_path_vanishes() {
        let mut scenario = scenario("laiwu");
        let hires = InputId::find("hires").expect("known");
        let years = [300.0, 350.0, 400.0, 420.0, 430.0, 294.0];
        scenario.inputs.insert(hires, PathValue::Points((2020..).zip(years).collect()));
        let told = lever(&scenario, hires, Lang::Zh).way;
        assert_eq!(told, "2020：300，2021：350，2022：400，2023：420，2024：430，2025：294");
    }

    #[test]
    fn an_amount_that_the_plan_does_not_give_is_an_example() {
        let mut scenario = scenario("laiwu");
        let fund = InputId::find("development_fund").expect("known");
        let marks = |scenario: &Scenario, input| {
            let lever = lever(scenario, input, Lang::Zh);
            (lever.is_example, lever.is_plan_example)
        };
        assert_eq!(marks(&scenario, fund), (true, true));
        assert_eq!(marks(&scenario, InputId::find("vocational_share").expect("known")), (false, false));
        // An amount of the reader's own is no example, the plan's beside it still is.
        scenario.inputs.insert(fund, PathValue::Constant(5e6));
        assert_eq!(marks(&scenario, fund), (false, true));
    }

    #[test]
    fn a_level_says_for_which_years_it_stands() {
        let mut scenario = scenario("laiwu");
        let hires = InputId::find("hires").expect("known");
        let since = |scenario: &Scenario, lang| lever(scenario, hires, lang).since;
        assert_eq!([Lang::Zh, Lang::En].map(|lang| since(&scenario, lang)), ["2023年起", "from 2023"]);
        scenario.inputs.insert(hires, PathValue::Points(vec![(2021, 20.0), (2025, 10.0)]));
        assert_eq!([Lang::Zh, Lang::En].map(|lang| since(&scenario, lang)), ["2025年", "in 2025"]);
        let ramp = PathValue::Ramp { start: 7.0, end: 9.0, start_year: None, end_year: 2030, curve: Curve::Linear };
        scenario.inputs.insert(hires, ramp);
        assert_eq!(since(&scenario, Lang::En), "in 2030", "it is never reached before the horizon");
        for steady in [PathValue::Constant(26.0), PathValue::Points(vec![(2018, 1.0), (2020, 26.0), (2023, 26.0)])] {
            scenario.inputs.insert(hires, steady);
            assert_eq!(since(&scenario, Lang::Zh), "");
        }
    }

    #[test]
    fn the_example_page_says_what_the_plan_says() {
        let share = InputId::find("vocational_share").expect("known");
        let plan = scenario("laiwu").value(share).1.value.clone();
        let year = plan.settles(2020).expect("a path");
        assert_eq!((plan.at(2020, 2020), plan.level()), (0.3, Some(0.4)));
        let page = include_str!("../../../../www/embed/index.html");
        assert!(page.contains(&format!("到 {year} 年把中职招生占比由三成提高到四成")), "the page tells another year");
    }
}
