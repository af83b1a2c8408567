//! What a scenario is called, and whose numbers a file holds.

use voced_model::{Lang, MODEL_VERSION, one_line};
use voced_scenario::{ResolvedScenario, Scenario};

use crate::phrases;

/// How many things the user changed.
pub fn changes(scenario: &Scenario) -> usize {
    scenario.inputs.iter().count() + scenario.projects.iter().count() + scenario.deliverables.iter().count()
}

/// The scenario's own name, or the layer with what was changed.
pub fn scenario_name(scenario: &Scenario, lang: Lang) -> String {
    let name = one_line(&scenario.name);
    if !name.is_empty() {
        return name;
    }
    let layer = scenario.layer.words().get(lang);
    match changes(scenario) {
        0 => layer.to_owned(),
        1 => lang.pick(format!("{layer}（改动1项）"), format!("{layer}, one change")),
        count => lang.pick(format!("{layer}（改动{count}项）"), format!("{layer}, {count} changes")),
    }
}

/// First and last year.
pub fn span(resolved: &ResolvedScenario) -> String {
    format!("{}–{}", resolved.base_year(), resolved.scenario.horizon)
}

/// The lines under a picture: area, scenario and years; and what made the numbers.
pub fn origin(resolved: &ResolvedScenario, lang: Lang) -> Vec<String> {
    let scenario = &resolved.scenario;
    let area = scenario.area().name.get(lang);
    let first = [area.to_owned(), scenario_name(scenario, lang), span(resolved)].join(" · ");
    let version = format!("{} {MODEL_VERSION}", phrases::MODEL.get(lang));
    vec![first, [phrases::TITLE.get(lang), &version, phrases::PROJECTED.get(lang)].join(" · ")]
}

/// The parts of a file's name: area, scenario, what it holds.
pub fn file(scenario: &Scenario, what: &str, lang: Lang) -> [String; 3] {
    [scenario.area().short.get(lang).to_owned(), scenario_name(scenario, lang), what.to_owned()]
}
