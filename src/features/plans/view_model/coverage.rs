//! How many statements became what.

use std::rc::Rc;

use voced_model::{Lang, format};
use voced_scenario::statements::Fate;

use super::{Entry, planned};
use crate::phrases;

/// One plan, or all.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverageRow {
    /// The area's id; empty for all plans.
    pub area: String,
    /// Its name.
    pub name: String,
    /// How many statements it has.
    pub all: usize,
    /// How many became what: each counts once, by the most telling.
    pub by_fate: [usize; Fate::ALL.len()],
}

impl CoverageRow {
    fn of(area: &str, name: String, entries: &[Rc<Entry>]) -> CoverageRow {
        let mine = || entries.iter().filter(|entry| area.is_empty() || entry.area == area);
        let by_fate = Fate::ALL.map(|fate| mine().filter(|entry| entry.fate == fate).count());
        CoverageRow { area: area.to_owned(), name, all: mine().count(), by_fate }
    }

    /// How many became something that is computed.
    pub fn computed(&self) -> usize {
        let computed = Fate::ALL.iter().zip(self.by_fate).filter(|(fate, _)| **fate != Fate::Note);
        computed.map(|(_, count)| count).sum()
    }

    /// That, as a share.
    pub fn share(&self) -> f64 {
        if self.all == 0 { 0.0 } else { self.computed() as f64 / self.all as f64 }
    }
}

/// Every plan, then all of them.
pub fn rows(entries: &[Rc<Entry>], lang: Lang) -> Vec<CoverageRow> {
    let plans = planned().map(|area| CoverageRow::of(&area.id, area.short.get(lang).to_owned(), entries));
    let all = CoverageRow::of("", phrases::ALL_PLANS.get(lang).to_owned(), entries);
    plans.chain(std::iter::once(all)).collect()
}

/// The head of the table.
pub fn head(lang: Lang) -> Vec<String> {
    let fates = Fate::ALL.iter().map(|fate| fate.words().get(lang).to_owned());
    let first = [phrases::PLAN_OF.get(lang).to_owned(), phrases::STATEMENTS.get(lang).to_owned()];
    first.into_iter().chain(fates).chain([phrases::COMPUTED_SHARE.get(lang).to_owned()]).collect()
}

/// The table as text, a row a plan.
pub fn table(rows: &[CoverageRow]) -> Vec<Vec<String>> {
    let cells = |row: &CoverageRow| {
        let counts = row.by_fate.iter().map(usize::to_string);
        let first = [row.name.clone(), row.all.to_string()];
        first.into_iter().chain(counts).chain([format::percent(row.share())]).collect()
    };
    rows.iter().map(cells).collect()
}

/// Why statements are not computed, each reason with the statements it holds for; the most frequent first.
pub fn reasons(entries: &[Rc<Entry>]) -> Vec<(String, Vec<Rc<Entry>>)> {
    let mut reasons: Vec<(String, Vec<Rc<Entry>>)> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.fate == Fate::Note) {
        let why = entry.things.iter().map(|thing| thing.name.as_str()).collect::<Vec<_>>().join(" ");
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, members)) => members.push(entry.clone()),
            None => reasons.push((why, vec![entry.clone()])),
        }
    }
    reasons.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
    reasons
}
