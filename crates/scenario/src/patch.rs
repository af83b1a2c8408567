//! How a scenario's changes to projects and deliverables are laid over those of its area.

use crate::error::{Allowed, Problem, nearest};
use crate::programmes::{DeliverablePatch, Named, ProjectPatch, bounds};
use crate::reader::{Reader, inside};
use crate::source::Source;
use crate::text_fields::MAX_TEXT;
use litemap::LiteMap;
use voced_model::programme::{Deliverable, Project, Schedule};
use voced_model::text::{Text, Words};

/// A change to one item of a list, or a new item where it is complete.
pub(crate) trait Patch {
    /// What is changed.
    type Item: Clone;
    /// What an item is called.
    const WHAT: &'static Words;
    /// The keys of a new item.
    const NEEDS: &'static Words;

    /// The new name; empty leaves the old one.
    fn name(&self) -> &Text;

    /// Whether any key is there that only a new item must have.
    fn begins_new(&self) -> bool;

    /// The item after the change. `None` means a fault was noted.
    fn apply(&self, reader: &mut Reader, at: &str, old: Option<&Self::Item>) -> Option<Self::Item>;
}

/// Lays changes over a list. `resting` are items that the chosen layer leaves out: a change to one of
/// them is judged, and has no effect.
pub(crate) fn lay<P: Patch>(
    reader: &mut Reader,
    place: &str,
    items: &mut Vec<Named<P::Item>>,
    resting: &[Named<P::Item>],
    patches: &LiteMap<String, P>,
) {
    for (id, patch) in patches.iter() {
        let at = inside(place, id);
        named_within(reader, &at, patch.name());
        match items.iter().position(|item| item.id == *id) {
            Some(position) => {
                let named = &mut items[position];
                if let Some(item) = patch.apply(reader, &at, Some(&named.item)) {
                    *named = changed(named, patch.name(), item);
                }
            }
            None => {
                let known = items.iter().map(|item| item.id.as_str());
                match resting.iter().find(|item| item.id == *id && !patch.begins_new()) {
                    Some(item) => drop(patch.apply(reader, &at, Some(&item.item))),
                    None => items.extend(added(reader, &at, id, patch, known)),
                }
            }
        }
    }
}

/// Notes a name that no file could carry: every scenario must open again from what it is written to.
fn named_within(reader: &mut Reader, at: &str, name: &Text) {
    for (key, text) in [("name_zh", &name.zh), ("name_en", &name.en)] {
        let length = text.chars().count();
        if length > MAX_TEXT {
            reader.fault(&inside(at, key), Problem::TooLong { length, max: MAX_TEXT });
        }
    }
}

fn changed<T>(old: &Named<T>, name: &Text, item: T) -> Named<T> {
    let name = if name.is_empty() { &old.name } else { name };
    Named { id: old.id.clone(), name: name.clone(), item, source: Source::own(), confidence: None }
}

/// A new item. Where keys are missing it may be a slip in the id.
fn added<'a, P: Patch>(
    reader: &mut Reader,
    at: &str,
    id: &str,
    patch: &P,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<Named<P::Item>> {
    let mut trial = Reader::default();
    let item = patch.apply(&mut trial, at, None);
    let incomplete = trial.faults.iter().any(|fault| matches!(fault.problem, Problem::MissingKey { .. }));
    if incomplete && !patch.begins_new() {
        let (what, needs, nearest) = (P::WHAT, P::NEEDS, nearest(id, known));
        reader.fault(at, Problem::UnknownItem { what, id: id.to_owned(), nearest, needs });
    } else {
        reader.faults.extend(trial.faults);
    }
    let (name, source) = (patch.name().clone(), Source::own());
    item.map(|item| Named { id: id.to_owned(), name, item, source, confidence: None })
}

impl Patch for ProjectPatch {
    type Item = Project<f64>;
    const WHAT: &'static Words = &Words { zh: "建设项目", en: "project" };
    const NEEDS: &'static Words = &Words { zh: "area_m2、start、finish", en: "area_m2, start and finish" };

    fn name(&self) -> &Text {
        &self.name
    }

    fn begins_new(&self) -> bool {
        self.area_m2.is_some() || self.start.is_some() || self.finish.is_some()
    }

    fn apply(&self, reader: &mut Reader, at: &str, old: Option<&Project<f64>>) -> Option<Project<f64>> {
        let area_m2 = needed(reader, at, "area_m2", self.area_m2.or(old.map(|old| old.area_m2)));
        let start = needed(reader, at, "start", self.start.or(old.map(|old| old.start)));
        let finish = needed(reader, at, "finish", self.finish.or(old.map(|old| old.finish)));
        let project = Project {
            area_m2: area_m2?,
            start: start?,
            finish: finish?,
            cost_per_m2: self.cost_per_m2.or(old.and_then(|old| old.cost_per_m2)),
            on: self.on.or(old.map(|old| old.on)).unwrap_or(true),
        };
        ordered(reader, at, project.start, project.finish)?;
        Some(project)
    }
}

impl Patch for DeliverablePatch {
    type Item = Deliverable<f64>;
    const WHAT: &'static Words = &Words { zh: "建设任务", en: "deliverable" };
    const NEEDS: &'static Words = &Words {
        zh: "kind（\"stock\" 类另需 target、by；\"annual\" 类另需 units_per_year、from、to）",
        en: "kind (\"stock\" with target and by, or \"annual\" with units_per_year, from and to)",
    };

    fn name(&self) -> &Text {
        &self.name
    }

    fn begins_new(&self) -> bool {
        self.annual.is_some()
    }

    /// A number of the other kind is a fault, never lost.
    fn apply(&self, reader: &mut Reader, at: &str, old: Option<&Deliverable<f64>>) -> Option<Deliverable<f64>> {
        let old_annual = old.map(|old| matches!(old.schedule, Schedule::Annual { .. }));
        let annual = needed(reader, at, "kind", self.annual.or(old_annual))?;
        self.judge_kind(reader, at, annual)?;
        let schedule = if annual { self.yearly(reader, at, old) } else { self.stock(reader, at, old) }?;
        let unit_cost = self.unit_cost.or(old.map(|old| old.unit_cost)).unwrap_or(0.0);
        Some(Deliverable { schedule, unit_cost })
    }
}

impl DeliverablePatch {
    /// Notes every key of the other kind.
    fn judge_kind(&self, reader: &mut Reader, at: &str, annual: bool) -> Option<()> {
        let stock = [("base", self.base.is_some()), ("target", self.target.is_some()), ("by", self.by.is_some())];
        let units = ("units_per_year", self.units_per_year.is_some());
        let yearly = [units, ("from", self.from.is_some()), ("to", self.to.is_some())];
        let (kind, strangers, allowed): (_, _, &[&str]) = if annual {
            ("annual", stock, &["kind", "units_per_year", "from", "to", "unit_cost"])
        } else {
            ("stock", yearly, &["kind", "base", "target", "by", "unit_cost"])
        };
        let mut sound = Some(());
        for (key, _) in strangers.into_iter().filter(|(_, given)| *given) {
            reader.fault(at, Problem::OtherKind { key, kind, allowed });
            sound = None;
        }
        sound
    }

    fn yearly(&self, reader: &mut Reader, at: &str, old: Option<&Deliverable<f64>>) -> Option<Schedule<f64>> {
        let (units, first, last) = match old.map(|old| old.schedule) {
            Some(Schedule::Annual { units_per_year, from, to }) => (Some(units_per_year), Some(from), Some(to)),
            _ => (None, None, None),
        };
        let units_per_year = needed(reader, at, "units_per_year", self.units_per_year.or(units));
        let from = needed(reader, at, "from", self.from.or(first));
        let to = needed(reader, at, "to", self.to.or(last));
        let (units_per_year, from, to) = (units_per_year?, from?, to?);
        ordered(reader, at, from, to)?;
        Some(Schedule::Annual { units_per_year, from, to })
    }

    fn stock(&self, reader: &mut Reader, at: &str, old: Option<&Deliverable<f64>>) -> Option<Schedule<f64>> {
        let (start, goal, year) = match old.map(|old| old.schedule) {
            Some(Schedule::Stock { base, target, by }) => (Some(base), Some(target), Some(by)),
            _ => (None, None, None),
        };
        let target = needed(reader, at, "target", self.target.or(goal));
        let by = needed(reader, at, "by", self.by.or(year));
        let (base, target, by) = (self.base.or(start).unwrap_or(0.0), target?, by?);
        if target < base {
            // Fewer than there are would cost less than nothing.
            let allowed = Allowed::of((base, bounds::UNITS.1), None);
            reader.fault(&inside(at, "target"), Problem::OutOfRange { value: target, allowed });
            return None;
        }
        Some(Schedule::Stock { base, target, by })
    }
}

fn needed<T>(reader: &mut Reader, at: &str, key: &'static str, value: Option<T>) -> Option<T> {
    if value.is_none() {
        reader.fault(at, Problem::MissingKey { key });
    }
    value
}

fn ordered(reader: &mut Reader, at: &str, start: i32, end: i32) -> Option<()> {
    if end < start {
        reader.fault(at, Problem::EndBeforeStart { start, end });
        return None;
    }
    Some(())
}
