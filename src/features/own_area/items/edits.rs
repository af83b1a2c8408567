//! From what was read to a change of the area.

use voced_model::inputs::Confidence;
use voced_model::{Deliverable, InputId, Project, Quantity, Schedule, Text, one_line};
use voced_scenario::{Area, AreaEdit, Curve, Layer, Named, Observed, Op, PathValue, Source, Sourced, Target};

use super::draft::Draft;
use super::item::{ANNUAL, Item, POINTS, RAMP, Section, place_of};
use super::reading::{Value, Values};

impl Values {
    /// The text of a field in the language of the draft. Where the other language said nothing of its own, it says
    /// the same.
    fn words(&self, key: &str, old: Option<&Text>, draft: &Draft) -> Text {
        let new = self.text(key);
        if let Some(old) = old.filter(|old| one_line(old.get(draft.lang)) == new) {
            return old.clone();
        }
        let is_apart = old.is_some_and(|old| !old.zh.is_empty() && !old.en.is_empty() && old.zh != old.en);
        let other = match old.filter(|_| is_apart) {
            Some(old) => draft.lang.pick(&old.en, &old.zh).clone(),
            None => new.to_owned(),
        };
        draft.lang.pick(Text { zh: new.to_owned(), en: other.clone() }, Text { zh: other, en: new.to_owned() })
    }

    /// Where a value comes from: one that was changed is the user's own.
    fn source(&self, old: Option<&Source>, is_same: bool, draft: &Draft) -> Source {
        let known = old.map(Source::note);
        let note = self.words("note", known.as_ref(), draft);
        match old.filter(|_| is_same) {
            Some(old) if known.as_ref() == Some(&note) => old.clone(),
            Some(old) => old.clone().with_note(note),
            None => Source::own().with_note(note),
        }
    }
}

/// The change of the area; `None` where something is missing that no field
/// asks for.
pub fn edit(draft: &Draft, values: &Values, area: &Area) -> Option<AreaEdit> {
    match draft.section {
        Section::Levers => lever(draft, values),
        Section::Projects => project(draft, values, area),
        Section::Deliverables => deliverable(draft, values, area),
        Section::Targets => target(draft, values, area),
        Section::Observed => observed(draft, values, area),
    }
}

fn lever(draft: &Draft, values: &Values) -> Option<AreaEdit> {
    let input: InputId = draft.input()?;
    let value = match draft.text("shape") {
        RAMP if values.get("end").is_some() => PathValue::Ramp {
            start: values.number("start")?,
            end: values.number("end")?,
            start_year: values.year("start_year"),
            end_year: values.year("end_year")?,
            curve: Curve::ALL.into_iter().find(|curve| curve.id() == values.text("curve"))?,
        },
        POINTS if values.get("points").is_some() => match values.get("points")? {
            Value::Points(points) => PathValue::Points(points.clone()),
            _ => return None,
        },
        _ => PathValue::Constant(values.number("value")?),
    };
    let (low, high) = (values.number("low"), values.number("high"));
    let old = match &draft.old {
        Some(Item::Lever(_, old)) => Some(old),
        _ => None,
    };
    let is_same = old.is_some_and(|old| old.value == value && old.low == low && old.high == high);
    let kept = old.filter(|_| is_same);
    let sourced = Sourced {
        value,
        low,
        high,
        source: values.source(old.map(|old| &old.source), is_same, draft),
        confidence: kept.and_then(|old| old.confidence),
        copied_from: kept.and_then(|old| old.copied_from.clone()),
    };
    Some(AreaEdit::Value(Layer::Plan, input, Some(sourced)))
}

fn project(draft: &Draft, values: &Values, area: &Area) -> Option<AreaEdit> {
    let item = Project {
        area_m2: values.number("area_m2")?,
        start: values.year("start")?,
        finish: values.year("finish")?,
        cost_per_m2: values.number("cost_per_m2"),
        on: values.is_on("on"),
    };
    let old = match &draft.old {
        Some(Item::Project(old)) => Some(old),
        _ => None,
    };
    let named = named(draft, values, old, item, area);
    Some(AreaEdit::Project(Layer::Plan, named.id.clone(), Some(named)))
}

fn deliverable(draft: &Draft, values: &Values, area: &Area) -> Option<AreaEdit> {
    let schedule = match draft.text("kind") {
        ANNUAL => Schedule::Annual {
            units_per_year: values.number("units_per_year")?,
            from: values.year("from")?,
            to: values.year("to")?,
        },
        _ => Schedule::Stock {
            base: values.number("base").unwrap_or(0.0),
            target: values.number("target")?,
            by: values.year("by")?,
        },
    };
    let item = Deliverable { schedule, unit_cost: values.number("unit_cost").unwrap_or(0.0) };
    let old = match &draft.old {
        Some(Item::Deliverable(old)) => Some(old),
        _ => None,
    };
    let named = named(draft, values, old, item, area);
    Some(AreaEdit::Deliverable(Layer::Plan, named.id.clone(), Some(named)))
}

fn named<T: PartialEq>(draft: &Draft, values: &Values, old: Option<&Named<T>>, item: T, area: &Area) -> Named<T> {
    let is_same = old.is_some_and(|old| old.item == item);
    Named {
        id: old.map_or_else(|| draft.section.free_id(area), |old| old.id.clone()),
        name: values.words("name", old.map(|old| &old.name), draft),
        item,
        source: values.source(old.map(|old| &old.source), is_same, draft),
        confidence: old.filter(|_| is_same).and_then(|old| old.confidence),
    }
}

fn target(draft: &Draft, values: &Values, area: &Area) -> Option<AreaEdit> {
    let old = match &draft.old {
        Some(Item::Target(old)) => Some(old),
        _ => None,
    };
    let target = Target {
        id: old.map_or_else(|| draft.section.free_id(area), |old| old.id.clone()),
        constraint: values.is_on("constraint"),
        metric: draft.metric()?,
        op: Op::ALL.into_iter().find(|op| op.id() == values.text("op"))?,
        value: values.number("value")?,
        year: values.year("year"),
        label: values.words("label", old.map(|old| &old.label), draft),
        quote_zh: values.text("quote_zh").to_owned(),
        source: values.text("source").to_owned(),
    };
    Some(AreaEdit::Target(target.id.clone(), Some(target)))
}

fn observed(draft: &Draft, values: &Values, area: &Area) -> Option<AreaEdit> {
    let old = match &draft.old {
        Some(Item::Observed(old)) => Some(old),
        _ => None,
    };
    let (quantity, year, value) =
        (Quantity::find(values.text("result"))?, values.year("year")?, values.number("value")?);
    let is_same = old.is_some_and(|old| old.quantity == quantity && old.year == year && old.value == value);
    let observed = Observed {
        quantity,
        year,
        value,
        scope: values.words("scope", old.map(|old| &old.scope), draft),
        source: values.source(old.map(|old| &old.source), is_same, draft),
        confidence: Confidence::ALL.into_iter().find(|level| level.id() == values.text("confidence"))?,
        own_tolerance: values.number("tolerance"),
    };
    let place = old.map_or(area.observed.len(), |old| place_of(old, area));
    Some(AreaEdit::Observed(place, Some(observed)))
}
