//! What is being typed about one item, as it was typed: nothing of it is lost before it is done.

use voced_model::inputs::Shape;
use voced_model::{Allowed, InputId, Lang, Quantity, Schedule, Text, Unit, format};
use voced_scenario::{Metric, PathValue, bounds};

use super::item::{ANNUAL, CONSTANT, Item, OF_DELIVERABLE, OF_LEVER, OF_RESULT, POINTS, RAMP, STOCK, Section, years};

/// What is being typed about one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The list it stands in.
    pub section: Section,
    /// The item as it was; none for a new one.
    pub old: Option<Item>,
    /// The language it was begun in: texts of the item stand in its fields in this one.
    pub lang: Lang,
    texts: Vec<(&'static str, String)>,
    /// The years and values, where there are any.
    pub points: Vec<Point>,
    exact: Vec<Exact>,
}

/// A year and its value, as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// The year.
    pub year: String,
    /// The value.
    pub value: String,
}

/// The half of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Its year.
    Year,
    /// Its value.
    Value,
}

/// The number that a field showed: what was not typed over stays as exact as it is.
#[derive(Clone, Debug, PartialEq)]
struct Exact {
    shown: String,
    unit: Option<Unit>,
    value: f64,
}

/// How a number stands in a field.
pub fn shown(value: f64, unit: Option<Unit>, lang: Lang) -> String {
    format::entry(value, unit.unwrap_or(Unit::Persons), lang)
}

impl Draft {
    /// A new item, empty but for what is usual.
    pub fn new(section: Section, lang: Lang) -> Draft {
        let mut draft =
            Draft { section, old: None, lang, texts: Vec::new(), points: vec![Point::default()], exact: Vec::new() };
        let usual: &[(&'static str, &str)] = match section {
            Section::Levers => &[("shape", CONSTANT), ("curve", "linear")],
            Section::Projects => &[("on", "1")],
            Section::Deliverables => &[("kind", STOCK)],
            Section::Targets => &[("metric_kind", OF_RESULT), ("op", ">=")],
            Section::Observed => &[("confidence", "medium")],
        };
        usual.iter().for_each(|(key, text)| draft.set(key, (*text).to_owned()));
        draft
    }

    /// An item to be changed.
    pub fn of(item: &Item, lang: Lang) -> Draft {
        let mut draft = Draft::new(item.section(), lang);
        draft.old = Some(item.clone());
        match item {
            Item::Lever(input, value) => {
                draft.set("input", input.id().to_owned());
                draft.set_path(&value.value, *input);
                draft.put("low", value.low, input.spec().allowed().unit);
                draft.put("high", value.high, input.spec().allowed().unit);
                draft.word("note", &value.source.note());
            }
            Item::Project(named) => {
                draft.word("name", &named.name);
                draft.put("area_m2", Some(named.item.area_m2), Some(Unit::M2));
                draft.year("start", Some(named.item.start));
                draft.year("finish", Some(named.item.finish));
                draft.put("cost_per_m2", named.item.cost_per_m2, Some(Unit::YuanPerM2));
                draft.tick("on", named.item.on);
                draft.word("note", &named.source.note());
            }
            Item::Deliverable(named) => {
                draft.word("name", &named.name);
                match named.item.schedule {
                    Schedule::Stock { base, target, by } => {
                        draft.set("kind", STOCK.to_owned());
                        draft.put("base", Some(base), None);
                        draft.put("target", Some(target), None);
                        draft.year("by", Some(by));
                    }
                    Schedule::Annual { units_per_year, from, to } => {
                        draft.set("kind", ANNUAL.to_owned());
                        draft.put("units_per_year", Some(units_per_year), None);
                        draft.year("from", Some(from));
                        draft.year("to", Some(to));
                    }
                }
                let cost = Some(named.item.unit_cost).filter(|cost| *cost != bounds::UNIT_COST.0);
                draft.put("unit_cost", cost, Some(Unit::Yuan));
                draft.word("note", &named.source.note());
            }
            Item::Target(target) => {
                let (kind, key, id) = match &target.metric {
                    Metric::Quantity(quantity) => (OF_RESULT, "result", quantity.id().to_owned()),
                    Metric::Input(input) => (OF_LEVER, "input", input.id().to_owned()),
                    Metric::Deliverable(id) => (OF_DELIVERABLE, "deliverable", id.clone()),
                };
                draft.set("metric_kind", kind.to_owned());
                draft.set(key, id);
                draft.set("op", target.op.id().to_owned());
                draft.put_metric("value", target.value, &target.metric);
                draft.year("year", target.year);
                draft.word("label", &target.label);
                draft.set("quote_zh", target.quote_zh.clone());
                draft.set("source", target.source.clone());
                draft.tick("constraint", target.constraint);
            }
            Item::Observed(observed) => {
                let unit = Some(observed.quantity.spec().unit);
                draft.set("result", observed.quantity.id().to_owned());
                draft.year("year", Some(observed.year));
                draft.put("value", Some(observed.value), unit);
                draft.word("scope", &observed.scope);
                draft.word("note", &observed.source.note());
                draft.set("confidence", observed.confidence.id().to_owned());
                draft.put("tolerance", observed.own_tolerance, unit);
            }
        }
        draft
    }

    fn set_path(&mut self, value: &PathValue, input: InputId) {
        let unit = input.spec().allowed().unit;
        match value {
            PathValue::Constant(level) if input.spec().shape == Shape::Switch => self.tick("value", *level != 0.0),
            PathValue::Constant(level) => self.put("value", Some(*level), unit),
            PathValue::Ramp { start, end, start_year, end_year, curve } => {
                self.set("shape", RAMP.to_owned());
                self.put("start", Some(*start), unit);
                self.put("end", Some(*end), unit);
                self.year("start_year", *start_year);
                self.year("end_year", Some(*end_year));
                self.set("curve", curve.id().to_owned());
            }
            PathValue::Points(points) => {
                self.set("shape", POINTS.to_owned());
                let one =
                    |(year, value): &(i32, f64)| Point { year: year.to_string(), value: self.remembered(*value, unit) };
                self.points = points.iter().map(one).collect::<Vec<_>>();
            }
        }
    }

    /// What stands in a field.
    pub fn text(&self, key: &str) -> &str {
        self.texts.iter().find(|(known, _)| *known == key).map_or("", |(_, text)| text)
    }

    /// Puts a text into a field.
    pub fn set(&mut self, key: &'static str, text: String) {
        match self.texts.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => *known = text,
            None => self.texts.push((key, text)),
        }
    }

    /// Puts a text into a point; what is not there is left alone.
    pub fn set_point(&mut self, place: usize, half: Half, text: String) {
        if let Some(point) = self.points.get_mut(place) {
            match half {
                Half::Year => point.year = text,
                Half::Value => point.value = text,
            }
        }
    }

    /// The lever it is about.
    pub fn input(&self) -> Option<InputId> {
        InputId::find(self.text("input"))
    }

    /// What a target measures, as far as it is chosen.
    pub fn metric(&self) -> Option<Metric> {
        match self.text("metric_kind") {
            OF_LEVER => self.input().map(Metric::Input),
            OF_DELIVERABLE => {
                let id = self.text("deliverable");
                (!id.is_empty()).then(|| Metric::Deliverable(id.to_owned()))
            }
            _ => Quantity::find(self.text("result")).map(Metric::Quantity),
        }
    }

    /// The number that a text stood for before it was typed over.
    pub fn exact(&self, text: &str, allowed: &Allowed) -> Option<f64> {
        let is_it = |exact: &&Exact| exact.shown == text && exact.unit == allowed.unit;
        // Two numbers that read the same leave it open which was meant: then the text counts.
        let mut found = self.exact.iter().filter(is_it).map(|exact| exact.value);
        let first = found.next()?;
        found.all(|value| value == first).then_some(first)
    }

    fn remembered(&mut self, value: f64, unit: Option<Unit>) -> String {
        let shown = shown(value, unit, self.lang);
        self.exact.push(Exact { shown: shown.clone(), unit, value });
        shown
    }

    fn put(&mut self, key: &'static str, value: Option<f64>, unit: Option<Unit>) {
        if let Some(value) = value {
            let text = self.remembered(value, unit);
            self.set(key, text);
        }
    }

    fn put_metric(&mut self, key: &'static str, value: f64, metric: &Metric) {
        match metric {
            Metric::Input(input) if input.spec().shape == Shape::Switch => self.tick(key, value != 0.0),
            _ => self.put(key, Some(value), metric.unit()),
        }
    }

    fn year(&mut self, key: &'static str, year: Option<i32>) {
        self.put(key, year.map(f64::from), years().unit);
    }

    fn tick(&mut self, key: &'static str, on: bool) {
        self.set(key, if on { "1" } else { "0" }.to_owned());
    }

    fn word(&mut self, key: &'static str, text: &Text) {
        self.set(key, text.get(self.lang).to_owned());
    }
}
