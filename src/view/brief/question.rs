//! The question that the brief answers, from what differs.

use voced_sim::Lang;
use voced_sim::Layer;

use super::Making;
use super::room::clip;

/// The most changes that the question itself names.
const NAMED: usize = 3;

/// What the user changed over the layer, each from and to. What has no effect is no change.
pub fn changes(making: &Making<'_>) -> Vec<String> {
    let own = making.outcome.world();
    let scenario = &own.scenario;
    let Ok(layer) = scenario.untouched(scenario.layer).resolve() else { return Vec::new() };
    let found = layer.differences(own, scenario.horizon, making.lang);
    found.into_iter().map(|(_, phrase)| clip(&phrase, 84.0)).collect()
}

/// The question in a sentence or two.
pub fn question(making: &Making<'_>, changes: &[String]) -> String {
    let (lang, scenario) = (making.lang, making.outcome.world().scenario.clone());
    let area = scenario.region().short.get(lang);
    let year = making.year;
    let has_targets = !scenario.region().targets.is_empty();
    let ends = match lang {
        Lang::Zh if has_targets => "中职学生、教师和经费会怎样，规划目标能否完成？",
        Lang::Zh => "中职学生、教师和经费会怎样？",
        Lang::En if has_targets => "What becomes of students, teachers and money, and are the plan’s targets met?",
        Lang::En => "What becomes of students, teachers and money?",
    };
    if changes.is_empty() {
        return match (scenario.layer, lang) {
            (Layer::Plan, Lang::Zh) => format!("如果{area}按规划实施各项举措，到{year}年，{ends}"),
            (Layer::Base, Lang::Zh) => format!("如果{area}延续现状，不实施规划举措，到{year}年，{ends}"),
            (Layer::Plan, Lang::En) => format!("What if {area} carries out its plan until {year}? {ends}"),
            (Layer::Base, Lang::En) => {
                format!("What if {area} goes on as it is until {year}, without its plan? {ends}")
            }
        };
    }
    let named: Vec<String> = changes.iter().take(NAMED).map(|phrase| clip(phrase, 50.0)).collect();
    let more = changes.len() - named.len();
    let rest = match (scenario.layer, lang) {
        (Layer::Plan, Lang::Zh) => "其余按规划不变",
        (Layer::Base, Lang::Zh) => "其余延续现状",
        (Layer::Plan, Lang::En) => "all else as planned",
        (Layer::Base, Lang::En) => "all else as it is today",
    };
    match lang {
        Lang::Zh => {
            let more = if more > 0 { format!("，以及另外{more}项改动") } else { String::new() };
            format!("如果{area}{}{more}，{rest}，到{year}年，{ends}", named.join("，"))
        }
        Lang::En => {
            let more = if more > 0 { format!(", and {more} more changes") } else { String::new() };
            format!("What if in {area} this is changed: {}{more}, {rest}, until {year}? {ends}", named.join("; "))
        }
    }
}
