//! One difference in words: what it was and what it became.

use super::Factor;
use voced_model::InputId;
use voced_model::course::{self, Course};
use voced_model::format::{self, Gauge};
use voced_model::inputs::{Role, Shape};
use voced_model::programme::Project;
use voced_model::text::Lang;
use voced_model::units::{Style, Unit};
use voced_scenario::ResolvedScenario;
use voced_scenario::programmes::Named;

/// The words for a factor that differs between two resolved scenarios up to the year with index `t`, such as
/// `中职招生占比由30%调整为40%` or `Vocational share of intake, from 30% to 40%`.
pub(super) fn phrase(factor: &Factor, resolved_scenarios: [&ResolvedScenario; 2], t: usize, lang: Lang) -> String {
    match factor {
        Factor::Input(input) => of_input(*input, resolved_scenarios, t, lang),
        Factor::Project { id, .. } => {
            let built = resolved_scenarios.map(|resolved| {
                let known = resolved.projects.iter().find(|project| project.id == *id);
                known.map(|Named { item, .. }| item).filter(|project| project.on)
            });
            of_project(factor.name(lang), built, lang)
        }
        Factor::Deliverable { id, .. } => {
            let name = factor.name(lang);
            let costs = resolved_scenarios.map(|resolved| {
                resolved.deliverables.iter().any(|known| known.id == *id && known.item.unit_cost != 0.0)
            });
            match costs {
                [false, _] => lang.pick(format!("实施“{name}”"), format!("“{name}”, carried out")),
                [_, false] => lang.pick(format!("不实施“{name}”"), format!("“{name}”, not carried out")),
                [true, true] => lang.pick(
                    format!("“{name}”的数量、进度或单位成本有调整"),
                    format!("“{name}”, with another amount, schedule or unit cost"),
                ),
            }
        }
    }
}

fn from_to(name: &str, from: &str, to: &str, lang: Lang) -> String {
    lang.pick(format!("{name}由{from}调整为{to}"), format!("{name}, from {from} to {to}"))
}

fn of_input(input: InputId, resolved_scenarios: [&ResolvedScenario; 2], t: usize, lang: Lang) -> String {
    let spec = input.spec();
    let name = spec.name.get(lang);
    let at = |resolved: usize, t: usize| resolved_scenarios[resolved].model_inputs.inputs.at(input, t);
    if spec.shape == Shape::Switch {
        let [from, to] = [0, 1].map(|resolved| spec.state(at(resolved, 0) != 0.0).get(lang));
        return lang.pick(format!("{name}由“{from}”改为“{to}”"), format!("{name}, from “{from}” to “{to}”"));
    }
    // Before the plan there is nothing to decide: the base year of a lever is told only where nothing else
    // differs.
    let later = (1..=t).any(|t| at(0, t) != at(1, t));
    let first = usize::from(later && (spec.role == Role::Lever || at(0, 0) == at(1, 0)));
    // What is the same in both need not be said; which years differ must.
    let years: Vec<usize> = (first..=t).filter(|t| at(0, *t) != at(1, *t)).collect();
    let is_all = years.len() == t + 1 - first;
    let year = |t: usize| resolved_scenarios[0].base_year() + t as i32;
    let courses = |show: &dyn Fn(f64) -> String| {
        [0, 1].map(|resolved| {
            let values: Vec<(i32, f64)> = years.iter().map(|t| (year(*t), at(resolved, *t))).collect();
            Course::of(&values, show)
        })
    };
    let all: Vec<f64> = years.iter().flat_map(|t| [at(0, *t), at(1, *t)]).collect();
    let gauge = Gauge::levels(&all, spec.unit, lang);
    let short = courses(&|value| level(gauge.level(value), spec.unit, lang));
    let [from, to] = if short[0] != short[1] {
        short
    } else {
        courses(&|value| level(format::exact(value, Some(spec.unit), lang), spec.unit, lang))
    };
    let until = year(t);
    let mark = |resolved: usize| resolved_scenarios[resolved].scenario.value(input).1.source.kind.mark().get(lang);
    if let (false, Some(from), Some(to), Some((first, last))) =
        (is_all, from.same(), to.same(), years.first().zip(years.last()))
    {
        let years = course::years(year(*first), year(*last), until, lang);
        let [from, to] = [format!("{from}{}", mark(0)), format!("{to}{}", mark(1))];
        return lang.pick(format!("{name}{years}由{from}调整为{to}"), format!("{name}, from {from} to {to} {years}"));
    }
    let told = |course: &Course| if is_all { course.sentence(until, lang) } else { course.dated(until, lang) };
    from_to(name, &format!("{}{}", told(&from), mark(0)), &format!("{}{}", told(&to), mark(1)), lang)
}

/// A number with its unit, but for percent. The years are told with it or do not matter: nothing is said
/// to be a year.
fn level(number: String, unit: Unit, lang: Lang) -> String {
    let words = unit.words();
    let words = match (unit.style(), words.zh.strip_suffix("/年")) {
        (Style::Percent, _) => "",
        (Style::Year, _) => lang.pick("年", ""),
        (_, Some(zh)) => lang.pick(zh, words.en.trim_end_matches(" a year")),
        _ => words.get(lang),
    };
    let space = if words.is_empty() || lang == Lang::Zh { "" } else { " " };
    format!("{number}{space}{words}")
}

fn of_project(name: &str, built: [Option<&Project<f64>>; 2], lang: Lang) -> String {
    let [from, to] = match built {
        [None, _] => return lang.pick(format!("建设“{name}”"), format!("“{name}”, built")),
        [_, None] => return lang.pick(format!("不建设“{name}”"), format!("“{name}”, not built")),
        [Some(from), Some(to)] => [from, to],
    };
    let part = |zh: &str, en: &str| lang.pick(format!("“{name}”{zh}"), format!("{en} of “{name}”"));
    if from.area_m2 != to.area_m2 {
        let gauge = Gauge::levels(&[from.area_m2, to.area_m2], Unit::M2, lang);
        let area = |project: &Project<f64>| level(gauge.level(project.area_m2), Unit::M2, lang);
        from_to(&part("面积", "Floor area"), &area(from), &area(to), lang)
    } else if (from.start, from.finish) != (to.start, to.finish) {
        let years = |project: &Project<f64>| {
            let (start, finish) = (project.start, project.finish);
            lang.pick(format!("{start}—{finish}年"), format!("{start}–{finish}"))
        };
        from_to(&part("工期", "Building years"), &years(from), &years(to), lang)
    } else {
        lang.pick(format!("“{name}”的单方造价有调整"), format!("“{name}”, at another cost per m²"))
    }
}
