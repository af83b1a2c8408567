//! What moves in every area, in words.

use voced_model::format::{Amount, Gauge};
use voced_model::inputs::Role;
use voced_model::{InputId, Lang, Style, format};
use voced_scenario::{Changes, Scenario};

use crate::features::explore::levers::view_model::way;
use crate::phrases;

/// A lever that moves, and what that means in every area.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// Which.
    pub input: InputId,
    /// What every area does.
    pub text: String,
    /// What is to be minded.
    pub warning: Option<&'static str>,
}

/// The levers that the scenario moves.
pub fn moved(scenario: &Scenario, changes: Changes, lang: Lang) -> Vec<Moved> {
    let levers = scenario.inputs.iter().filter(|(input, _)| input.spec().role != Role::Base);
    levers
        .map(|(input, value)| {
            let (spec, base_year, horizon) = (input.spec(), scenario.base_year(), scenario.horizon);
            let to = value.at(base_year, horizon);
            let from = scenario.area().value(*input, scenario.layer).1.value.at(base_year, horizon);
            let is_absolute = changes == Changes::Absolute || matches!(spec.unit.style(), Style::Switch | Style::Year);
            let text = if is_absolute {
                let gauge = Gauge::levels(&value.numbers(), spec.unit, lang);
                let show = |value: f64| match spec.unit.style() {
                    Style::Switch | Style::Year => spec.text(value, lang),
                    _ => Amount { number: gauge.level(value), unit: spec.unit.words().get(lang).to_owned() }.text(lang),
                };
                let course = way(value, base_year, horizon, show, lang);
                let level = if course.is_empty() { show(to) } else { course };
                lang.pick(format!("各地都到：{level}"), format!("in every area: {level}"))
            } else {
                by_as_much(*input, from, to, horizon, lang)
            };
            let is_of_size = is_absolute && spec.unit.is_extensive();
            Moved { input: *input, text, warning: is_of_size.then(|| phrases::SAME_WHATEVER_SIZE.get(lang)) }
        })
        .collect()
}

/// A change by points, by a factor, or added where there is no factor from nothing.
fn by_as_much(input: InputId, from: f64, to: f64, year: i32, lang: Lang) -> String {
    let unit = input.spec().unit;
    let by = if unit.style() == Style::Percent || from == 0.0 {
        Gauge::levels(&[from, to], unit, lang).difference(to - from).text(lang)
    } else {
        format::relative(to / from - 1.0)
    };
    lang.pick(format!("各地在自身数值上 {by}（{year}年）"), format!("{by} on each area's own value, in {year}"))
}
