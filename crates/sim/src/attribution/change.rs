//! One difference in words: what it was and what it became.

use std::ops::RangeInclusive;

use super::Factor;
use crate::format::{self, Gauge};
use crate::inputs::{Role, Shape};
use crate::programme::Project;
use crate::programme_file::Named;
use crate::text::Lang;
use crate::units::{Style, Unit};
use crate::{InputId, World};

/// More runs of years than this are told by the first and the last.
const FEW: usize = 3;

/// The words for a factor that differs between two worlds up to the year with index `t`, such as
/// `中职招生占比由30%调整为40%` or `Vocational share of intake, from 30% to 40%`.
pub(super) fn phrase(factor: &Factor, worlds: [&World; 2], t: usize, lang: Lang) -> String {
    match factor {
        Factor::Input(input) => of_input(*input, worlds, t, lang),
        Factor::Project { id, .. } => {
            let built = worlds.map(|world| {
                let known = world.projects.iter().find(|project| project.id == *id);
                known.map(|Named { item, .. }| item).filter(|project| project.on)
            });
            of_project(factor.name(lang), built, lang)
        }
        Factor::Deliverable { id, .. } => {
            let name = factor.name(lang);
            let costs = worlds
                .map(|world| world.deliverables.iter().any(|known| known.id == *id && known.item.unit_cost != 0.0));
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

fn of_input(input: InputId, worlds: [&World; 2], t: usize, lang: Lang) -> String {
    let spec = input.spec();
    let name = spec.name.get(lang);
    let at = |world: usize, t: usize| worlds[world].case.inputs.at(input, t);
    if spec.shape == Shape::Switch {
        let [from, to] = [0, 1].map(|world| spec.state(at(world, 0) != 0.0).get(lang));
        return lang.pick(format!("{name}由“{from}”改为“{to}”"), format!("{name}, from “{from}” to “{to}”"));
    }
    // Before the plan there is nothing to decide: the base year of a lever is told only where nothing else
    // differs.
    let later = (1..=t).any(|t| at(0, t) != at(1, t));
    let first = usize::from(later && (spec.role == Role::Lever || at(0, 0) == at(1, 0)));
    let base_year = worlds[0].base_year();
    let told = |show: &dyn Fn(f64) -> String| {
        [0, 1].map(|world| course((first..=t).map(|t| (base_year + t as i32, show(at(world, t)))), lang))
    };
    let all: Vec<f64> = (first..=t).flat_map(|t| [at(0, t), at(1, t)]).collect();
    let gauge = Gauge::levels(&all, spec.unit, lang);
    let short = told(&|value| level(gauge.level(value), spec.unit, lang));
    let [from, to] = if short[0] != short[1] {
        short
    } else {
        told(&|value| level(format::exact(value, Some(spec.unit), lang), spec.unit, lang))
    };
    from_to(name, &from, &to, lang)
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

/// The values of some years one after the other: one alone where all are the same, else each with its
/// years.
fn course(values: impl Iterator<Item = (i32, String)>, lang: Lang) -> String {
    let mut runs: Vec<(RangeInclusive<i32>, String)> = Vec::new();
    for (year, text) in values {
        match runs.last_mut() {
            Some((years, same)) if *same == text => *years = *years.start()..=year,
            _ => runs.push((year..=year, text)),
        }
    }
    let Some((first, rest)) = runs.split_first() else { return String::new() };
    let Some((last, between)) = rest.split_last() else { return first.1.clone() };
    let dated = |(years, text): &(RangeInclusive<i32>, String), is_last: bool| {
        let (start, end) = (years.start(), years.end());
        match (start == end, is_last) {
            (true, _) => lang.pick(format!("{start}年{text}"), format!("{text} in {start}")),
            (false, true) => lang.pick(format!("{start}年起{text}"), format!("{text} from {start} on")),
            (false, false) => lang.pick(format!("{start}—{end}年{text}"), format!("{text} in {start}–{end}")),
        }
    };
    if runs.len() > FEW {
        let ends = [(*first.0.start(), &first.1), (*last.0.end(), &last.1)];
        let [first, last] = ends.map(|(year, text)| dated(&(year..=year, text.clone()), false));
        return lang.pick(format!("{first}至{last}"), format!("{first} on to {last}"));
    }
    let mut text = dated(first, false);
    for run in between {
        text = text + lang.pick("、", ", ") + &dated(run, false);
    }
    text + lang.pick("和", " and ") + &dated(last, true)
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
