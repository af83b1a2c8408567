//! What the buttons do: an item done or deleted, or why not, in words.

use voced_model::Lang;
use voced_scenario::{Area, Fault, Problem};

use super::draft::Draft;
use super::edits::edit;
use super::fields::{Field, fields, key_of};
use super::item::{Item, Section};
use super::reading::{FieldFault, read};
use super::rows::title;
use crate::phrases;

/// Why an item is not taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refused {
    /// What is wrong with its fields.
    pub fields: Vec<FieldFault>,
    /// What else is wrong.
    pub others: Vec<String>,
}

impl Refused {
    /// What is wrong at a field.
    pub fn at(&self, at: &str) -> Option<&FieldFault> {
        self.fields.iter().find(|fault| fault.at == at)
    }
}

/// The area with what was typed.
///
/// # Errors
/// What is wrong, by field; nothing of the draft is lost by it.
pub fn done(draft: &Draft, area: &Area, lang: Lang) -> Result<Area, Refused> {
    let fields = fields(draft, area, lang);
    let values = read(draft, &fields, lang).map_err(|fields| Refused { fields, others: Vec::new() })?;
    let Some(edit) = edit(draft, &values, area) else {
        return Err(Refused { fields: Vec::new(), others: vec![phrases::ITEMS_EMPTY.get(lang).to_owned()] });
    };
    area.edited(edit).map_err(|faults| told(&faults, draft.section, &fields, lang))
}

/// The place of an item in its list after it was done: where it was, or where the new one stands.
pub fn place_after(draft: &Draft, before: &Area, after: &Area) -> Option<usize> {
    match (&draft.old, draft.section) {
        // Its year may be another one now; its place is the same.
        (Some(old), _) => old.place_in(before),
        (None, Section::Levers) => {
            draft.input().and_then(|input| after.plan.inputs.keys().position(|key| *key == input))
        }
        (None, section) => section.items(after).len().checked_sub(1),
    }
}

/// The area without an item.
///
/// # Errors
/// What stands against it, a sentence each.
pub fn deleted(item: &Item, area: &Area, lang: Lang) -> Result<Area, Vec<String>> {
    if item.place_in(area).is_none() {
        return Err(vec![phrases::ITEMS_NOT_FOUND.get(lang).to_owned()]);
    }
    area.edited(item.deletion(area)).map_err(|faults| {
        // A target that refers to it is named as its row is.
        let target = |fault: &Fault| {
            let place: usize = fault.at.strip_prefix("targets.")?.parse().ok()?;
            Some(Item::Target(area.targets.get(place)?.clone()))
        };
        let colon = lang.pick("：", ": ");
        let users: Vec<String> = faults.iter().filter_map(target).map(|target| title(&target, area, lang)).collect();
        let others = faults.iter().filter(|fault| target(fault).is_none()).map(|fault| fault.message(lang));
        let in_use = (!users.is_empty())
            .then(|| format!("{}{colon}{}", phrases::ITEMS_IN_USE.get(lang), users.join(lang.pick("；", "; "))));
        in_use.into_iter().chain(others).collect()
    })
}

/// The faults of an area after a change, each at the field it is about.
fn told(faults: &[Fault], section: Section, fields: &[Field], lang: Lang) -> Refused {
    let mut refused = Refused::default();
    for fault in faults {
        let (key, said) = one(fault, section, lang);
        match fields.iter().find(|field| Some(field.key) == key.as_deref()) {
            Some(field) => refused.fields.push(FieldFault::new(field.key, said)),
            None => refused.others.push(said),
        }
    }
    refused
}

/// The field that a fault is about, and the words.
fn one(fault: &Fault, section: Section, lang: Lang) -> (Option<String>, String) {
    // Where it stands is seen; its place in a file says nothing here.
    let plain = || Fault::new("", fault.problem.clone()).message(lang);
    match &fault.problem {
        Problem::RangeAroundValue { .. } => (Some("low".to_owned()), phrases::ITEMS_RANGE_TURNED.get(lang).to_owned()),
        Problem::ObservedTwice { .. } => (None, phrases::ITEMS_OBSERVED_TWICE.get(lang).to_owned()),
        Problem::NoTolerance | Problem::NotPositive { .. } => {
            (Some("tolerance".to_owned()), phrases::ITEMS_ZERO_TOLERANCE.get(lang).to_owned())
        }
        Problem::EndBeforeStart { .. } => {
            let last = if section == Section::Projects { "finish" } else { "to" };
            (Some(last.to_owned()), plain())
        }
        _ => {
            let keys = fault.at.split('.').rev().map(|key| key_of(key, section)).take(2);
            // A point stands below its list.
            let key = keys.reduce(|last, before| if before == "points" { before } else { last });
            (key.map(str::to_owned), plain())
        }
    }
}
