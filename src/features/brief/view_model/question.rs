//! The question that the brief answers, from what differs.

use voced_analysis::attribution;
use voced_analysis::attribution::Factor;
use voced_model::{Course, InputId, Lang};
use voced_scenario::{Layer, ResolvedScenario};

use super::Making;
use super::room::clip;
use voced_charts::ems_of;

/// The most changes that the question itself names.
const NAMED: usize = 3;

/// The longest change in ems, four lines of the list: two paths of six years and more have room.
const LONGEST: f64 = 168.0;

/// The longest change that the question itself tells; of a longer one all years stand in the list of changes.
const IN_QUESTION: f64 = 84.0;

/// Something the user changed.
pub struct Change {
    /// What.
    name: String,
    /// From what to what.
    pub phrase: String,
}

impl Change {
    /// The change as the question tells it.
    fn in_question(&self, lang: Lang) -> String {
        if ems_of(&self.phrase) <= IN_QUESTION {
            return self.phrase.clone();
        }
        let name = clip(&self.name, 30.0);
        lang.pick(format!("{name}逐年调整（见第2页）"), format!("{name}, year by year (see page 2)"))
    }
}

/// What the user changed over the layer, each from and to. What has no effect is no change.
pub fn changes(making: &Making<'_>) -> Vec<Change> {
    let lang = making.lang;
    let own = making.outcome.resolved();
    let scenario = &own.scenario;
    let Ok(layer) = scenario.untouched(scenario.layer).resolve() else { return Vec::new() };
    let found = attribution::differences(&layer, own, scenario.horizon, lang);
    let change = |(factor, phrase): (Factor, String)| {
        let name = factor.name(lang).to_owned();
        // What has no room is not cut off in the middle of its years: they are named.
        let phrase = match factor {
            Factor::Input(input) if ems_of(&phrase) > LONGEST => years_of(&name, input, [&layer, own], lang),
            _ => clip(&phrase, LONGEST),
        };
        Change { name, phrase }
    };
    found.into_iter().map(change).collect()
}

/// The years in which two resolved scenarios have other values of an input.
fn years_of(name: &str, input: InputId, resolved_scenarios: [&ResolvedScenario; 2], lang: Lang) -> String {
    let at = |resolved: &ResolvedScenario, t: usize| resolved.model_inputs.inputs.at(input, t);
    let base_year = resolved_scenarios[0].base_year();
    let differ = (0..resolved_scenarios[0].model_inputs.years)
        .filter(|t| at(resolved_scenarios[0], *t) != at(resolved_scenarios[1], *t));
    let values: Vec<(i32, f64)> = differ.map(|t| (base_year + t as i32, 0.0)).collect();
    let told = |text: &str| {
        lang.pick(
            format!("{name}：{text}各年取值不同，详见链接中的方案"),
            format!("{name}: other values {text}, all of them in the scenario of the link"),
        )
    };
    told(Course::of(&values, |_| String::new()).dated(resolved_scenarios[0].scenario.horizon, lang).trim())
}

/// The question in a sentence or two.
pub fn question(making: &Making<'_>, changes: &[Change]) -> String {
    let (lang, scenario) = (making.lang, making.outcome.resolved().scenario.clone());
    let area = scenario.area().short.get(lang);
    let year = making.year;
    let has_targets = !scenario.area().targets.is_empty();
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
    let named: Vec<String> = changes.iter().take(NAMED).map(|change| change.in_question(lang)).collect();
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
