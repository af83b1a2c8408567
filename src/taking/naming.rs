//! What a scenario is called, and whose numbers a file holds.

use voced_model::{Lang, MODEL_VERSION, one_line};
use voced_scenario::{Scenario, World};

use crate::i18n::say;

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
pub fn span(world: &World) -> String {
    format!("{}–{}", world.base_year(), world.scenario.horizon)
}

/// The lines under a picture: area, scenario and years; and what made the numbers.
pub fn origin(world: &World, lang: Lang) -> Vec<String> {
    let scenario = &world.scenario;
    let area = scenario.region().name.get(lang);
    let first = [area.to_owned(), scenario_name(scenario, lang), span(world)].join(" · ");
    let version = format!("{} {MODEL_VERSION}", say::MODEL.get(lang));
    vec![first, [say::TITLE.get(lang), &version, say::PROJECTED.get(lang)].join(" · ")]
}

/// The parts of a file's name: area, scenario, what it holds.
pub fn file(scenario: &Scenario, what: &str, lang: Lang) -> [String; 3] {
    [scenario.region().short.get(lang).to_owned(), scenario_name(scenario, lang), what.to_owned()]
}
