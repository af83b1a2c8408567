//! What differs between scenarios: inputs, projects, deliverables, each with its value in words.

use voced_analysis::warnings::Lever;
use voced_model::inputs::Shape;
use voced_model::{Deliverable, InputId, Lang, Project, Schedule, Unit, format};
use voced_scenario::{ResolvedScenario, Scenario};

use super::view_model::shown;
use crate::features::explore::levers::view_model::way;
use crate::features::library::changes::quoted;
use crate::phrases;

/// One that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Differing {
    /// What to go to.
    pub lever: Lever,
    /// Its permanent id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its value in each scenario, in words.
    pub cells: Vec<ScenarioValue>,
}

/// A value in one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioValue {
    /// The value in words.
    pub text: String,
    /// Whether it is another than in the reference.
    pub differs: bool,
}

/// What differs between scenarios, held against the one in the column `reference`: inputs in the order of the
/// table, projects, deliverables. Areas with other base years differ by the levels they arrive at.
pub fn differing(resolved_scenarios: &[&ResolvedScenario], reference: usize, lang: Lang) -> Vec<Differing> {
    let mut rows: Vec<Differing> =
        InputId::all().filter_map(|input| of_input(input, resolved_scenarios, reference, lang)).collect();
    let projects = |resolved: &ResolvedScenario| -> Vec<Item> {
        let item = |known: &voced_scenario::Named<Project<f64>>| Item {
            id: known.id.clone(),
            name: known.name.get(lang).to_owned(),
            text: project_text(known, lang),
        };
        resolved.projects.iter().map(item).collect()
    };
    let deliverables = |resolved: &ResolvedScenario| -> Vec<Item> {
        let item = |known: &voced_scenario::Named<Deliverable<f64>>| Item {
            id: known.id.clone(),
            name: known.name.get(lang).to_owned(),
            text: deliverable_text(&known.item, lang),
        };
        resolved.deliverables.iter().map(item).collect()
    };
    let absent = [phrases::NOT_BUILT, phrases::NOT_DONE].map(|words| words.get(lang));
    let lists = resolved_scenarios.iter().map(|resolved| projects(resolved)).collect();
    rows.extend(of_items(Lever::Projects, lists, reference, absent[0], lang));
    let lists = resolved_scenarios.iter().map(|resolved| deliverables(resolved)).collect();
    rows.extend(of_items(Lever::Deliverables, lists, reference, absent[1], lang));
    rows
}

/// An input, where it is not the same in all scenarios over their years.
fn of_input(
    input: InputId,
    resolved_scenarios: &[&ResolvedScenario],
    reference: usize,
    lang: Lang,
) -> Option<Differing> {
    let values = |resolved: &ResolvedScenario| -> Vec<f64> {
        let years = if input.spec().shape == Shape::Path { resolved.model_inputs.years } else { 1 };
        (0..years).map(|t| resolved.model_inputs.inputs.at(input, t)).collect()
    };
    let all: Vec<Vec<f64>> = resolved_scenarios.iter().map(|resolved| values(resolved)).collect();
    resolved_scenarios.get(reference)?;
    let differ = |one: usize, other: usize| {
        // Years that only one of the two has say nothing; other base years shift them.
        if resolved_scenarios[one].base_year() == resolved_scenarios[other].base_year() {
            all[one].iter().zip(&all[other]).any(|(one, other)| one != other)
        } else {
            all[one].last() != all[other].last()
        }
    };
    let places = 0..resolved_scenarios.len();
    let texts = |is_exact: bool| -> Vec<String> {
        resolved_scenarios.iter().map(|resolved| value_text(&resolved.scenario, input, is_exact, lang)).collect()
    };
    let short = texts(false);
    // Values that differ never read the same.
    let is_told =
        places.clone().all(|one| places.clone().all(|other| short[one] != short[other] || !differ(one, other)));
    let texts = if is_told { short } else { texts(true) };
    let cells: Vec<ScenarioValue> =
        places.zip(texts).map(|(place, text)| ScenarioValue { text, differs: differ(place, reference) }).collect();
    cells.iter().any(|cell| cell.differs).then(|| Differing {
        lever: Lever::Input(input),
        id: input.id().to_owned(),
        name: input.spec().name.get(lang).to_owned(),
        cells,
    })
}

/// The value of an input in words: its level with the unit, the way there, or the state of a switch.
pub fn scenario_value_text(scenario: &Scenario, input: InputId, lang: Lang) -> String {
    value_text(scenario, input, false, lang)
}

/// The same, to the last digit where `is_exact`.
fn value_text(scenario: &Scenario, input: InputId, is_exact: bool, lang: Lang) -> String {
    let spec = input.spec();
    let sourced = scenario.value(input).1;
    let told = match (spec.shape, sourced.value.constant()) {
        (Shape::Switch, Some(state)) => spec.state(state != 0.0).get(lang).to_owned(),
        (_, Some(level)) if is_exact => format::exact(level, Some(spec.unit), lang),
        (_, Some(level)) => format::amount(level, spec.unit, lang).text(lang),
        _ => {
            let show = |value: f64| match is_exact {
                true => format::exact(value, Some(spec.unit), lang),
                false => format::short(value, spec.unit, lang),
            };
            let told = way(&sourced.value, scenario.base_year(), scenario.horizon, show, lang);
            let unit = spec.unit.words().get(lang);
            if unit.is_empty() || is_exact {
                told
            } else {
                lang.pick(format!("{told}（{unit}）"), format!("{told} ({unit})"))
            }
        }
    };
    told + sourced.source.kind.mark().get(lang)
}

/// A project or a deliverable of one scenario.
struct Item {
    id: String,
    name: String,
    text: String,
}

/// Items whose words differ; one that a scenario does not have is `absent` there.
fn of_items(lever: Lever, lists: Vec<Vec<Item>>, reference: usize, absent: &str, lang: Lang) -> Vec<Differing> {
    let mut ids: Vec<(&str, &str)> = Vec::new();
    for item in lists.iter().flatten() {
        if !ids.iter().any(|(id, _)| *id == item.id) {
            ids.push((&item.id, &item.name));
        }
    }
    let row = |(id, name): (&str, &str)| {
        // Where the names are not the same either, each column says its own.
        let is_renamed = lists.iter().flatten().any(|item| item.id == id && item.name != name);
        let text = |list: &Vec<Item>| match list.iter().find(|item| item.id == id) {
            Some(item) if is_renamed => format!("{}{}", quoted(&shown(&item.name), lang), item.text),
            Some(item) => item.text.clone(),
            None => absent.to_owned(),
        };
        let texts: Vec<String> = lists.iter().map(text).collect();
        let one = texts.get(reference)?.clone();
        let cells: Vec<ScenarioValue> =
            texts.into_iter().map(|text| ScenarioValue { differs: text != one, text }).collect();
        let is_any = cells.iter().any(|cell| cell.differs);
        is_any.then(|| Differing { lever, id: id.to_owned(), name: name.to_owned(), cells })
    };
    ids.into_iter().filter_map(row).collect()
}

/// A building project in a few words.
pub fn project_text(named: &voced_scenario::Named<Project<f64>>, lang: Lang) -> String {
    let project = &named.item;
    if !project.on {
        return phrases::NOT_BUILT.get(lang).to_owned();
    }
    let area = format::amount(project.area_m2, Unit::M2, lang).text(lang);
    let years = format!("{}–{}", project.start, project.finish);
    let cost = project.cost_per_m2.map(|cost| format::amount(cost, Unit::YuanPerM2, lang).text(lang));
    let parts: Vec<String> = [Some(area), Some(years), cost].into_iter().flatten().collect();
    parts.join(lang.pick("，", ", ")) + named.source.kind.mark().get(lang)
}

/// A deliverable in a few words.
pub fn deliverable_text(deliverable: &Deliverable<f64>, lang: Lang) -> String {
    let number = |value: f64| format::exact(value, None, lang);
    let amount = match deliverable.schedule {
        Schedule::Stock { base, target, by } => {
            let (base, target) = (number(base), number(target));
            lang.pick(format!("{by} 年达到 {target}（基年 {base}）"), format!("{target} by {by} (base year {base})"))
        }
        Schedule::Annual { units_per_year, from, to } => {
            let units = number(units_per_year);
            lang.pick(format!("{from}–{to} 年每年 {units}"), format!("{units} a year, {from}–{to}"))
        }
    };
    if deliverable.unit_cost == 0.0 {
        return amount;
    }
    let cost = format::amount(deliverable.unit_cost, Unit::Yuan, lang).text(lang);
    lang.pick(format!("{amount}，单位成本 {cost}"), format!("{amount}, {cost} each"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_model::Text;
    use voced_scenario::{AreaRef, Layer, PathValue, ProjectPatch};

    fn laiwu(layer: Layer) -> Scenario {
        Scenario::new(AreaRef::shipped("laiwu").expect("ships"), layer)
    }

    fn rows(scenarios: &[Scenario], reference: usize) -> Vec<Differing> {
        let resolved_scenarios: Vec<ResolvedScenario> =
            scenarios.iter().map(|one| one.resolve().expect("sound")).collect();
        differing(&resolved_scenarios.iter().collect::<Vec<_>>(), reference, Lang::Zh)
    }

    #[test]
    fn scenarios_alike_have_no_rows() {
        assert_eq!(rows(&[laiwu(Layer::Plan), laiwu(Layer::Plan)], 0), []);
    }

    #[test]
    fn a_changed_lever_is_one_row_with_both_values_and_its_unit() {
        let mut own = laiwu(Layer::Plan);
        let hires = InputId::find("hires").expect("known");
        own.inputs.insert(hires, PathValue::Constant(60.0));
        let rows = rows(&[own, laiwu(Layer::Plan)], 1);
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].lever, rows[0].name.as_str()), (Lever::Input(hires), "每年招聘教师"));
        assert_eq!(rows[0].cells[0], ScenarioValue { text: "60人/年".to_owned(), differs: true });
        assert!(rows[0].cells[1].text.starts_with("2020–22：26") && !rows[0].cells[1].differs, "{rows:?}");
    }

    #[test]
    fn two_paths_never_read_the_same() {
        let hires = InputId::find("hires").expect("known");
        let with = |years: [f64; 6]| {
            let mut own = laiwu(Layer::Plan);
            own.inputs.insert(hires, PathValue::Points((2020..).zip(years).collect()));
            own
        };
        let paths = [
            with([300.0, 350.0, 400.0, 420.0, 430.0, 294.0]),
            with([300.0, 290.0, 280.0, 285.0, 291.0, 294.0]),
            with([300.0, 290.0, 280.0, 285.0, 291.0, 294.004]),
        ];
        let rows = rows(&paths, 0);
        let texts: Vec<&str> = rows[0].cells.iter().map(|cell| cell.text.as_str()).collect();
        assert!(texts[0].contains("350") && texts[0].contains("430"), "{texts:?}");
        assert!(texts[0] != texts[1] && texts[1] != texts[2], "{texts:?}");
    }

    #[test]
    fn every_input_of_the_plan_differs_from_the_status_quo() {
        let rows = rows(&[laiwu(Layer::Plan), laiwu(Layer::Base)], 1);
        let plan = laiwu(Layer::Plan).area().plan.clone();
        for input in plan.inputs.keys() {
            assert!(rows.iter().any(|row| row.id == input.id()), "{input:?} is missing");
        }
        let built = rows.iter().find(|row| row.id == "lab_building").expect("a project of the plan");
        assert_eq!(built.cells[1].text, "不建");
        assert!(built.cells[0].text.contains('–'), "{built:?}");
    }

    #[test]
    fn an_amount_that_the_plan_does_not_give_is_marked_as_an_example() {
        let rows = rows(&[laiwu(Layer::Plan), laiwu(Layer::Base)], 1);
        let texts = |id: &str| rows.iter().find(|row| row.id == id).map(|row| row.cells.clone()).expect("differs");
        let fund = texts("development_fund");
        assert!(fund[0].text.contains("2023起：800万") && fund[0].text.ends_with("（示例）"), "{fund:?}");
        assert!(!fund[1].text.contains("示例"), "{fund:?}");
        // The plan gives the share itself.
        assert!(!texts("vocational_share")[0].text.contains("示例"));
    }

    #[test]
    fn a_new_project_has_no_other_side() {
        let mut own = laiwu(Layer::Plan);
        let patch = ProjectPatch {
            name: Text { zh: "体育馆".to_owned(), en: String::new() },
            area_m2: Some(3000.0),
            start: Some(2022),
            finish: Some(2024),
            ..ProjectPatch::default()
        };
        own.projects.insert("gym".to_owned(), patch.clone());
        let mut other = own.clone();
        let name = Text { zh: "礼堂".to_owned(), en: String::new() };
        other.projects.insert("gym".to_owned(), ProjectPatch { name, ..patch });
        let renamed = rows(&[own.clone(), other], 0);
        let texts = [&renamed[0].cells[0].text, &renamed[0].cells[1].text];
        assert!(texts[0].starts_with("「体育馆」") && texts[1].starts_with("「礼堂」"), "one id, two names: {texts:?}");
        let rows = rows(&[own, laiwu(Layer::Plan)], 1);
        assert_eq!((rows.len(), rows[0].lever), (1, Lever::Projects));
        assert_eq!([&rows[0].cells[0].text, &rows[0].cells[1].text], ["3,000平方米，2022–2024", "不建"]);
    }
}
