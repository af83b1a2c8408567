//! Items in words.

use voced_model::inputs::Shape;
use voced_model::{InputId, Lang, format, one_line};
use voced_scenario::{Area, Metric, Observed, PathValue, Sourced, Target};

use super::fields::known_deliverables;
use super::item::Item;
use crate::features::comparison::differing::{deliverable_text, project_text};
use crate::features::comparison::view_model::shown;
use crate::phrases;
use crate::ui::signs::sign;

/// A row of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called, for its buttons too.
    pub title: String,
    /// What it says.
    pub said: String,
    /// The words of the plan, or where it comes from; may be empty.
    pub quote: String,
}

/// An item in words.
pub fn row(item: &Item, area: &Area, lang: Lang) -> Row {
    let title = title(item, area, lang);
    let (said, quote) = match item {
        Item::Lever(input, value) => (lever_text(*input, value, lang), value.source.note().get(lang).to_owned()),
        Item::Project(named) => (project_text(named, lang), named.source.note().get(lang).to_owned()),
        Item::Deliverable(named) => (deliverable_text(&named.item, lang), named.source.note().get(lang).to_owned()),
        Item::Target(target) => {
            let label = target.label.get(lang);
            let said = if label.is_empty() { String::new() } else { target_text(target, area, lang) };
            (said, target.quote_zh.clone())
        }
        Item::Observed(observed) => (
            format!("{}{}", observed.scope.get(lang), lang.bracketed(observed.confidence.words().get(lang))),
            observed.source.note().get(lang).to_owned(),
        ),
    };
    Row { title, said: one_line(&said), quote: one_line(&quote) }
}

/// What an item is called: its name, or all that tells it from others.
pub fn title(item: &Item, area: &Area, lang: Lang) -> String {
    let named = |name: &str| match shown(name) {
        name if name.is_empty() => phrases::ITEMS_UNNAMED.get(lang).to_owned(),
        name => name,
    };
    match item {
        Item::Lever(input, _) => input.spec().name.get(lang).to_owned(),
        Item::Project(project) => named(project.name.get(lang)),
        Item::Deliverable(deliverable) => named(deliverable.name.get(lang)),
        Item::Target(target) => match shown(target.label.get(lang)) {
            label if label.is_empty() => target_text(target, area, lang),
            label => label,
        },
        Item::Observed(observed) => observed_text(observed, lang),
    }
}

/// A target in words: `2025年专任教师 ≥ 240人`.
pub fn target_text(target: &Target, area: &Area, lang: Lang) -> String {
    let name = match &target.metric {
        Metric::Quantity(quantity) => quantity.spec().name.get(lang).to_owned(),
        Metric::Input(input) => input.spec().name.get(lang).to_owned(),
        Metric::Deliverable(id) => {
            let items = known_deliverables(area);
            let known = items.iter().find(|(known, _)| known == id);
            shown(known.map_or(id.as_str(), |(_, name)| name.get(lang)))
        }
    };
    let goal = format!("{}{}", sign(target.op), target.metric.text(target.value, lang));
    match (target.year, target.constraint) {
        (Some(year), _) => lang.pick(format!("{year}年{name} {goal}"), format!("{name} {goal} in {year}")),
        (None, true) => {
            let every = phrases::EVERY_YEAR.get(lang);
            lang.pick(format!("{every}{name} {goal}"), format!("{name} {goal} in {every}"))
        }
        (None, false) => {
            let last = phrases::ITEMS_IN_LAST_YEAR.get(lang);
            lang.pick(format!("{last}{name} {goal}"), format!("{name} {goal} in {last}"))
        }
    }
}

fn observed_text(observed: &Observed, lang: Lang) -> String {
    let spec = observed.quantity.spec();
    let (name, year) = (spec.name.get(lang), observed.year);
    let value = format::amount(observed.value, spec.unit, lang).text(lang);
    lang.pick(format!("{year}年{name}：{value}"), format!("{name} in {year}: {value}"))
}

/// The value of a lever in words, with the range that is thought possible.
fn lever_text(input: InputId, value: &Sourced<PathValue>, lang: Lang) -> String {
    let spec = input.spec();
    let amount = |value: f64| format::amount(value, spec.unit, lang).text(lang);
    let told = match &value.value {
        PathValue::Constant(state) if spec.shape == Shape::Switch => spec.state(*state != 0.0).get(lang).to_owned(),
        PathValue::Constant(level) => amount(*level),
        PathValue::Ramp { start, end, start_year, end_year, curve } => {
            let (start, end, curve) = (amount(*start), amount(*end), curve.words().get(lang));
            let from = start_year.map_or_else(
                || lang.pick("基年", "the base year").to_owned(),
                |year| format!("{year}{}", lang.pick("年", "")),
            );
            lang.pick(
                format!("{from}{start}，{end_year}年{end}（{curve}）"),
                format!("{start} in {from}, {end} in {end_year} ({curve})"),
            )
        }
        PathValue::Points(points) => {
            let one = |(year, value): &(i32, f64)| {
                lang.pick(format!("{year}年{}", amount(*value)), format!("{} in {year}", amount(*value)))
            };
            points.iter().map(one).collect::<Vec<_>>().join(lang.pick("，", ", "))
        }
    };
    let range = match (value.low, value.high) {
        (None, None) => String::new(),
        (low, high) => {
            let end = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), amount);
            let range = format!("{}{}{}", end(low), lang.pick(" 至 ", " to "), end(high));
            lang.bracketed(&format!("{} {range}", phrases::PLAUSIBLE.get(lang)))
        }
    };
    told + value.source.kind.mark().get(lang) + &range
}
