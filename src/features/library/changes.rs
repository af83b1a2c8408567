//! The steps of the history in words: what changed from one scenario to the next.

#[cfg(test)]
mod tests;

use voced_model::inputs::Shape;
use voced_model::{Course, InputId, Lang, Style, Text, Words, format};
use voced_scenario::{Layer, PathValue, ResolvedScenario, Scenario};

use crate::app::ItemKind;
use crate::phrases;

/// More changes than this are told by their number in the line of a step.
const FEW: usize = 2;

/// One step as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryEntry {
    /// What changed, in one line.
    pub title: String,
    /// The changes one by one, where the line only counts them.
    pub details: Vec<String>,
}

/// The first step: where the history begins.
pub fn first(scenario: &Scenario, lang: Lang) -> HistoryEntry {
    let area = scenario.area().short.get(lang);
    let begin = phrases::STEP_FIRST.get(lang);
    let layer = scenario.layer.words().get(lang);
    HistoryEntry { title: format!("{begin}{}{area} · {layer}", lang.pick("：", ": ")), details: Vec::new() }
}

/// What a step changed.
pub fn step(from: &Scenario, to: &Scenario, lang: Lang) -> HistoryEntry {
    let changes = changes(from, to, lang);
    let sound = changes.len() <= FEW;
    let joined = |changes: &[String]| changes.join(lang.pick("；", "; "));
    let reset = to.is_untouched() && !from.is_untouched() && from.area_ref == to.area_ref;
    let title = match (changes.len(), reset) {
        (0, _) => phrases::STEP_SAME.get(lang).to_owned(),
        (count, true) if count > 1 => {
            let what = phrases::STEP_ALL_RESET.get(lang);
            lang.pick(format!("{what}（{count} 项）"), format!("{what} ({count})"))
        }
        (count, _) if !sound => format!("{count} {}", phrases::STEP_CHANGES.get(lang)),
        _ => joined(&changes),
    };
    let details = if sound && !(reset && changes.len() > 1) { Vec::new() } else { changes };
    HistoryEntry { title, details }
}

/// The differences between two scenarios, a line each.
pub fn changes(from: &Scenario, to: &Scenario, lang: Lang) -> Vec<String> {
    let turned = |left: &str, right: &str| format!("{left} → {right}");
    let mut changes = Vec::new();
    if from.area_ref != to.area_ref {
        // All else belongs to the other area.
        let [left, right] = [from, to].map(|scenario| scenario.area().short.get(lang));
        let what = phrases::STEP_OTHER_AREA.get(lang);
        return vec![format!("{what}{}{}", lang.pick("：", ": "), turned(left, right))];
    }
    if from.layer != to.layer {
        changes.push(turned(from.layer.words().get(lang), to.layer.words().get(lang)));
    }
    if from.horizon != to.horizon {
        let years = turned(&from.horizon.to_string(), &to.horizon.to_string());
        changes.push(format!("{} {years}", phrases::STEP_HORIZON.get(lang)));
    }
    changes.extend(InputId::all().filter_map(|input| of_input(input, from, to, lang)));
    changes.extend(of_programmes(from, to, lang));
    if from.seed != to.seed {
        let seeds = turned(&from.seed.to_string(), &to.seed.to_string());
        changes.push(format!("{} {seeds}", phrases::STEP_SEED.get(lang)));
    }
    // A name that came with something else is no change of its own.
    if from.name != to.name && changes.is_empty() {
        changes.push(format!("{}{}{}", phrases::STEP_NAME.get(lang), lang.pick("：", ": "), quoted(&to.name, lang)));
    }
    changes
}

/// A name in the quotation marks of the language.
pub fn quoted(name: &str, lang: Lang) -> String {
    lang.pick(format!("「{name}」"), format!("“{name}”"))
}

fn of_input(input: InputId, from: &Scenario, to: &Scenario, lang: Lang) -> Option<String> {
    let name = input.spec().name.get(lang);
    let space = lang.pick(" ", " ");
    let values = [from, to].map(|scenario| scenario.value(input).1.value.clone());
    match (from.inputs.get(&input), to.inputs.get(&input)) {
        (old, new) if old == new => {
            let moved = from.ranges.get(&input) != to.ranges.get(&input);
            moved.then(|| format!("{name}{}", phrases::STEP_RANGE.get(lang)))
        }
        (Some(_), None) => {
            let words = if to.layer == Layer::Plan { phrases::STEP_TO_PLAN } else { phrases::STEP_TO_BASE };
            let level = level_text(input, values[1].level().unwrap_or(f64::NAN), lang);
            let words = words.get(lang);
            Some(lang.pick(format!("{name}{space}{words}（{level}）"), format!("{name}{space}{words} ({level})")))
        }
        _ => {
            let told = course_of_change(&values, to, input, lang);
            let told = told.map(|[left, right]| format!("{space}{left} → {right}"));
            // What is left differs after the last year, or in what is thought possible.
            let other = if values[0] == values[1] { phrases::STEP_RANGE } else { phrases::STEP_YEARS };
            Some(format!("{name}{}", told.unwrap_or_else(|| other.get(lang).to_owned())))
        }
    }
}

/// What a value was and became: every year in which the two differ, or the levels alone where each is the same in all
/// years. `None` where no projected year differs.
fn course_of_change(values: &[PathValue; 2], to: &Scenario, input: InputId, lang: Lang) -> Option<[String; 2]> {
    let unit = input.spec().unit;
    if let [Some(old), Some(new)] = values.each_ref().map(PathValue::constant) {
        let levels = [old, new];
        return (old != new).then(|| {
            apart(levels.map(|level| level_text(input, level, lang)), || {
                levels.map(|level| format::exact(level, Some(unit), lang))
            })
        });
    }
    let at = |value: &PathValue, year| value.at(to.base_year(), year);
    let differ: Vec<i32> =
        (to.base_year()..=to.horizon).filter(|year| at(&values[0], *year) != at(&values[1], *year)).collect();
    if differ.is_empty() {
        return None;
    }
    let both = |is_exact: bool| {
        values.each_ref().map(|value| {
            let exact = |level| format::exact(level, Some(unit), lang);
            match value.constant() {
                Some(level) if is_exact => exact(level),
                Some(level) => level_text(input, level, lang),
                None => {
                    let years: Vec<(i32, f64)> = differ.iter().map(|year| (*year, at(value, *year))).collect();
                    let show = |level| if is_exact { exact(level) } else { format::short(level, unit, lang) };
                    Course::of(&years, show).brief(to.horizon, lang)
                }
            }
        })
    };
    Some(apart(both(false), || both(true)))
}

/// Two texts, to the last digit where they would read the same.
fn apart(short: [String; 2], exact: impl FnOnce() -> [String; 2]) -> [String; 2] {
    if short[0] != short[1] { short } else { exact() }
}

/// A level with its unit.
pub fn level_text(input: InputId, level: f64, lang: Lang) -> String {
    let spec = input.spec();
    match (spec.shape, spec.unit.style()) {
        (Shape::Switch, _) => spec.state(level != 0.0).get(lang).to_owned(),
        (_, Style::Percent) => format::short(level, spec.unit, lang),
        _ => format::amount(level, spec.unit, lang).text(lang),
    }
}

/// Projects and deliverables, by their names in the two resolved scenarios.
fn of_programmes(from: &Scenario, to: &Scenario, lang: Lang) -> Vec<String> {
    if from.projects == to.projects && from.deliverables == to.deliverables {
        return Vec::new();
    }
    let resolved_scenarios = [from, to].map(|scenario| scenario.resolve().ok());
    let named = |find: &dyn Fn(&ResolvedScenario) -> Option<&Text>, id: &str| {
        let name = resolved_scenarios.iter().rev().flatten().find_map(find).map(|name| name.get(lang).to_owned());
        quoted(&name.filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_owned()), lang)
    };
    let mut changes = Vec::new();
    for id in ids(from.projects.keys(), to.projects.keys()) {
        let (old, new) = (from.projects.get(id), to.projects.get(id));
        if old == new {
            continue;
        }
        let name = named(&|resolved| resolved.projects.iter().find(|one| one.id == *id).map(|one| &one.name), id);
        let built = resolved_scenarios.each_ref().map(|resolved| {
            let resolved = resolved.as_ref()?;
            resolved.projects.iter().find(|one| one.id == *id).map(|one| one.item.on)
        });
        if let Some(words) = came_or_went(ItemKind::Project, [from, to], id, [old.is_some(), new.is_some()]) {
            changes.push(format!("{}{}{name}", words.get(lang), lang.pick("", " ")));
            continue;
        }
        changes.push(match built {
            [Some(false) | None, Some(true)] => {
                format!("{}{}{name}", phrases::STEP_BUILT.get(lang), lang.pick("", " "))
            }
            [Some(true), Some(false) | None] => {
                format!("{}{}{name}", phrases::STEP_NOT_BUILT.get(lang), lang.pick("", " "))
            }
            _ => adjusted(&name, new.is_none(), lang),
        });
    }
    for id in ids(from.deliverables.keys(), to.deliverables.keys()) {
        if from.deliverables.get(id) != to.deliverables.get(id) {
            let name =
                named(&|resolved| resolved.deliverables.iter().find(|one| one.id == *id).map(|one| &one.name), id);
            let there = [from, to].map(|scenario| scenario.deliverables.contains_key(id));
            changes.push(match came_or_went(ItemKind::Stock, [from, to], id, there) {
                Some(words) => format!("{}{}{name}", words.get(lang), lang.pick("", " ")),
                None => adjusted(&name, !there[1], lang),
            });
        }
    }
    changes
}

/// One of the user's own, where it is in one of the two alone: what is to be said.
fn came_or_went(kind: ItemKind, ends: [&Scenario; 2], id: &str, there: [bool; 2]) -> Option<Words> {
    if ends.iter().any(|end| !kind.is_own(end.area(), id)) {
        return None;
    }
    match there {
        [false, true] => Some(phrases::STEP_ADDED),
        [true, false] => Some(phrases::STEP_REMOVED),
        _ => None,
    }
}

fn adjusted(name: &str, is_gone: bool, lang: Lang) -> String {
    let words = if is_gone { phrases::STEP_RESTORED } else { phrases::STEP_ADJUSTED };
    format!("{name}{}{}", lang.pick("", " "), words.get(lang))
}

fn ids<'a>(from: impl Iterator<Item = &'a String>, to: impl Iterator<Item = &'a String>) -> Vec<&'a String> {
    let mut ids: Vec<&String> = from.chain(to).collect();
    ids.sort();
    ids.dedup();
    ids
}
