//! A table of many areas: each becomes a dry run of its own.

use std::collections::{BTreeMap, HashMap, HashSet};

use voced_scenario::MAX_NAME;
use voced_tables::{Book, Note, Place};

use crate::choices::Choices;
use crate::dry_run::{DryRun, Found, Origin, Skipped, Unknown, Why};
use crate::fault::{CellFault, CellProblem};
use crate::gather::{Gathered, Placed, gather};
use crate::key::key;
use crate::layout::AreaRow;
use crate::place::At;
use crate::read::{Reading, base_year_in, dry_run, missing_fault, written_fault};
use crate::roles::{Role, is_all_areas};
use crate::subject::Subject;

/// The longest id that an area file takes, in characters.
const MAX_ID: usize = 40;

/// What comes of reading a book of many areas.
#[derive(Clone, Debug, PartialEq)]
pub struct SetRun {
    /// The areas, in the order in which the book names them first.
    pub rows: Vec<SetRow>,
    /// What is wrong with the book as a whole.
    pub faults: Vec<CellFault>,
    /// Rows and columns whose names say nothing to the program: the first of them.
    pub unknown: Vec<Unknown>,
    /// How many more there are.
    pub unknown_more: usize,
    /// What was left out on purpose.
    pub skipped: Vec<Skipped>,
    /// What the reader of the bytes has to say.
    pub notes: Vec<Note>,
}

/// An area of the book.
#[derive(Clone, Debug, PartialEq)]
pub struct SetRow {
    /// Where it is named first.
    pub at: At,
    /// Its id, which no other row has: its code, or else its name.
    pub id: String,
    /// Its name; empty where the row has none, which is a fault.
    pub name: String,
    /// The area that its missing values come from, as it is written.
    pub parent: Option<String>,
    /// What was read of it.
    pub run: DryRun,
}

/// Reads a book of many areas in any layout: a row an area, rows of area, indicator, year and value, areas side by side,
/// several sheets. Pure, as [`read`](crate::read()) is, and by the same rules.
pub fn read_set(book: &Book, choices: &Choices) -> SetRun {
    let mut reading = Reading::of(book, choices);
    let common_year = reading.base_year(choices);
    let no_year = reading.no_base_year();
    let (mut members, common) = members(&mut reading);
    if members.is_empty() {
        let problem = if reading.known { CellProblem::NoAreas } else { CellProblem::NothingKnown };
        reading.faults.push(missing_fault(problem));
    }
    let mut ids = HashSet::new();
    let rows = members.drain(..).map(|member| member.row(&common, common_year.as_ref(), &no_year, choices, &mut ids));
    SetRun {
        rows: rows.collect(),
        faults: reading.faults,
        unknown: reading.unknown,
        unknown_more: reading.unknown_more,
        skipped: reading.skipped,
        notes: book.notes.clone(),
    }
}

/// An area in the making.
struct Member {
    at: At,
    name: String,
    id: Option<String>,
    parent: Option<String>,
    base_year: Option<(At, crate::grid::GridCell)>,
    findings: Vec<Placed>,
    faults: Vec<CellFault>,
    /// Whether it is named and nothing more.
    is_empty: bool,
}

/// What tells a number from others of its area.
type Told = (Vec<Subject>, Option<i32>, bool);

/// The areas, and the numbers that are of none, which count for all.
fn members(reading: &mut Reading) -> (Vec<Member>, Vec<Placed>) {
    // What a row says of its area as a whole, by sheet and row.
    let named_rows = std::mem::take(&mut reading.areas);
    let rows: HashMap<(usize, u32), &AreaRow> =
        named_rows.iter().map(|(sheet, _, row)| ((*sheet, row.row), row)).collect();
    let mut members: Vec<Member> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut told: HashMap<usize, HashMap<Told, (usize, u32)>> = HashMap::new();
    // Rows that name an area once more, each an area of its own with the fault.
    let mut again: HashMap<(usize, u32), usize> = HashMap::new();
    let mut common = Vec::new();
    let mut totals: BTreeMap<(usize, Place), (String, String)> = BTreeMap::new();
    for placed in std::mem::take(&mut reading.findings) {
        let row_of = (placed.sheet, placed.finding.cell.place.row);
        let row = rows.get(&row_of).copied();
        let named = placed.finding.area.clone();
        if let Some((place, name)) = named.as_ref().filter(|(_, name)| is_all_areas(name)) {
            totals.insert((placed.sheet, *place), (placed.name.clone(), name.clone()));
            continue;
        }
        let Some((place, name)) = named.or_else(|| {
            // A row of numbers below headings with names, and no name of its own.
            let is_of_row = placed.finding.is_of_row && row.is_some_and(|row| row.name.is_none());
            is_of_row.then(|| (Place { column: 0, ..placed.finding.cell.place }, String::new()))
        }) else {
            common.push(placed);
            continue;
        };
        let id = row.and_then(|row| row.id.as_ref()).map(|(_, id)| id.clone());
        let tag = if name.is_empty() { format!("row {} {}", row_of.0, row_of.1) } else { tag(&name, id.as_deref()) };
        let mut member = *places.entry(tag).or_insert_with(|| {
            members.push(Member::new(placed.at(place), &name, id.clone()));
            members.len() - 1
        });
        if let Some(own) = again.get(&row_of) {
            member = *own;
        } else if placed.finding.is_of_row {
            // The same number of the same area in another row of such a table: the area is there twice.
            let finding = &placed.finding;
            let year = row.and_then(|row| row.year).or(finding.year);
            let what = (finding.subjects.clone(), year, finding.role == Role::Value);
            let first = *told.entry(member).or_default().entry(what).or_insert(row_of);
            if first.0 == row_of.0 && first.1 != row_of.1 {
                // A name that only reaches down from above is none of the row's own.
                let is_named = place.row == row_of.1;
                let at = placed.at(Place { row: row_of.1, ..place });
                let mut twin = Member::new(at, if is_named { &name } else { "" }, id);
                let first = members[member].at.clone();
                if is_named {
                    twin.faults.push(written_fault(twin.at.clone(), name.clone(), CellProblem::SameArea { first }));
                }
                members.push(twin);
                member = members.len() - 1;
                again.insert(row_of, member);
            }
        }
        let member = &mut members[member];
        if let Some(row) = row {
            member.parent = member.parent.take().or_else(|| row.parent.as_ref().map(|(_, name)| name.clone()));
            if member.base_year.is_none() {
                member.base_year = row.base_year.clone().map(|cell| (placed.at(cell.place), cell));
            }
        }
        member.findings.push(placed);
    }
    // Areas without a single number are there too.
    for (sheet, sheet_name, row) in &named_rows {
        let Some((place, name)) = row.name.as_ref().filter(|(_, name)| !is_all_areas(name)) else { continue };
        let id = row.id.as_ref().map(|(_, id)| id.clone());
        places.entry(tag(name, id.as_deref())).or_insert_with(|| {
            let at = At { sheet: *sheet, name: sheet_name.clone(), place: *place };
            members.push(Member { is_empty: true, ..Member::new(at, name, id) });
            members.len() - 1
        });
    }
    members.sort_by(|one, other| one.at.cmp(&other.at));
    for ((sheet, place), (name, text)) in totals {
        reading.skipped.push(Skipped { sheet, name, place: Some(place), text, why: Why::Total });
    }
    (members, common)
}

/// What tells an area from others: its code, or else its name.
fn tag(name: &str, id: Option<&str>) -> String {
    id.map_or_else(|| format!("name {}", key(name)), |id| format!("id {}", key(id)))
}

impl Member {
    fn new(at: At, name: &str, id: Option<String>) -> Member {
        let name = name.chars().take(MAX_NAME).collect();
        let (findings, faults) = (Vec::new(), Vec::new());
        Member { at, name, id, parent: None, base_year: None, findings, faults, is_empty: false }
    }

    /// The row with its dry run.
    fn row(
        mut self,
        common: &[Placed],
        common_year: Option<&Found<i32>>,
        no_year: &CellProblem,
        choices: &Choices,
        ids: &mut HashSet<String>,
    ) -> SetRow {
        let own = self.base_year.as_ref().filter(|_| choices.base_year.is_none());
        let base_year = match own.map(|(at, cell)| (at, cell, base_year_in(cell))) {
            Some((at, _, Some(value))) => Some(Found { value, origin: Origin::Row(at.clone()) }),
            Some((at, cell, None)) => {
                self.faults.push(written_fault(at.clone(), cell.written.clone(), CellProblem::BadBaseYear));
                None
            }
            None => common_year.cloned(),
        };
        if base_year.is_none()
            && !self.is_empty
            && !self.faults.iter().any(|fault| fault.problem == CellProblem::BadBaseYear)
        {
            self.faults.push(missing_fault(no_year.clone()));
        }
        if self.name.is_empty() {
            self.faults.push(written_fault(self.at.clone(), String::new(), CellProblem::NoName));
        }
        // What counts for all areas counts where an area has nothing of its own.
        let has: HashSet<Subject> = self.findings.iter().flat_map(|one| one.finding.subjects.iter().copied()).collect();
        let is_lacking = |one: &&Placed| !one.finding.subjects.iter().any(|subject| has.contains(subject));
        if !self.is_empty {
            self.findings.extend(common.iter().filter(is_lacking).cloned());
        }
        let Gathered { values, observed, faults } = gather(&self.findings, base_year.as_ref().map(|found| found.value));
        self.faults.extend(faults);
        let name =
            (!self.name.is_empty()).then(|| Found { value: self.name.clone(), origin: Origin::Row(self.at.clone()) });
        let wanted = self.id.as_deref().filter(|id| !id.trim().is_empty()).unwrap_or(&self.name);
        let id = free(wanted.chars().take(MAX_ID).collect(), ids);
        let run = dry_run(name, base_year, Gathered { values, observed, faults: self.faults });
        SetRow { at: self.at, id, name: self.name, parent: self.parent, run }
    }
}

/// An id that no row before has: the wanted one, or with a number behind it.
fn free(wanted: String, ids: &mut HashSet<String>) -> String {
    let mut id = if wanted.is_empty() { "-".to_owned() } else { wanted.clone() };
    let mut next = 2;
    while !ids.insert(id.clone()) {
        let end = format!("-{next}");
        id = wanted.chars().take(MAX_ID - end.chars().count()).collect::<String>() + &end;
        next += 1;
    }
    id
}
