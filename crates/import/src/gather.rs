//! Findings of all sheets become values, observed values and faults.

use std::collections::{BTreeMap, BTreeSet};

use voced_model::inputs::{Confidence, Shape};
use voced_model::text::Text;
use voced_model::{InputId, Quantity};
use voced_scenario::PathValue;

use crate::dry_run::{ReadCell, ReadObserved, ReadValue};
use crate::fault::{CellFault, CellProblem, Reading};
use crate::grid::GridCell;
use crate::key::key;
use crate::layout::Finding;
use crate::names::pair_of;
use crate::number;
use crate::place::At;
use crate::remark::Remark;
use crate::roles::Role;
use crate::series::{Series, series};
use crate::subject::Subject;

/// A finding and its sheet.
#[derive(Clone)]
pub(crate) struct Placed {
    pub(crate) sheet: usize,
    pub(crate) name: String,
    pub(crate) finding: Finding,
}

impl Placed {
    pub(crate) fn at(&self, place: voced_tables::Place) -> At {
        At { sheet: self.sheet, name: self.name.clone(), place }
    }

    fn fault(&self, cell: &GridCell, problem: CellProblem, readings: Vec<Reading>) -> CellFault {
        CellFault {
            at: Some(self.at(cell.place)),
            subject: self.finding.subjects.first().copied(),
            label: self.finding.label.1.clone(),
            written: cell.written.clone(),
            problem,
            readings,
        }
    }
}

/// What comes of the findings.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) values: Vec<ReadValue>,
    pub(crate) observed: Vec<ReadObserved>,
    pub(crate) faults: Vec<CellFault>,
}

/// What the cells of one subject say.
#[derive(Default)]
struct Told<'a> {
    /// One a year, the year that the table does not name among them.
    values: BTreeMap<Option<i32>, (ReadCell, &'a Placed)>,
    low: Option<(ReadCell, &'a Placed)>,
    high: Option<(ReadCell, &'a Placed)>,
    repeated: Vec<Remark>,
    /// Whether any of its cells is faulty: what is missing then was meant to be there.
    faulty: bool,
}

/// What is said of the scope of an observed value that a table does not describe.
const SCOPE: [&str; 2] = ["按导入的表，口径未注明", "As in the imported table, which does not say"];

/// The longest source text that an area file takes, in characters.
const MAX_SOURCE: usize = 2000;

/// Reads every finding, and puts those of one subject together.
pub(crate) fn gather(findings: &[Placed], base_year: Option<i32>) -> Gathered {
    let mut gathered = Gathered::default();
    let mut told: BTreeMap<Subject, Told<'_>> = BTreeMap::new();
    let mut unclear: BTreeSet<At> = BTreeSet::new();
    for placed in findings {
        let finding = &placed.finding;
        let [subject] = finding.subjects.as_slice() else {
            let at = placed.at(finding.label.0);
            if unclear.insert(at.clone()) {
                gathered.faults.push(two_names(placed, at));
            }
            continue;
        };
        let told = told.entry(*subject).or_default();
        match number::read(&finding.cell, *subject, &finding.units) {
            Ok(number) => {
                let at = placed.at(finding.cell.place);
                let cell = ReadCell { at, written: number.written, year: finding.year, value: number.value };
                take(told, cell, placed, base_year, &mut gathered.faults);
            }
            Err(wrong) => {
                told.faulty = true;
                gathered.faults.push(placed.fault(&finding.cell, wrong.problem, wrong.readings));
            }
        }
    }
    for (subject, told) in told {
        match subject {
            Subject::Input(input) => of_input(input, told, base_year, &mut gathered),
            Subject::Quantity(quantity) => {
                for (cell, placed) in told.values.into_values() {
                    observe(quantity, cell, placed, told.repeated.clone(), base_year, &mut gathered);
                }
            }
        }
    }
    gathered.observed.sort_by_key(|observed| (observed.quantity, observed.year));
    gathered
}

fn two_names(placed: &Placed, at: At) -> CellFault {
    let subjects = placed.finding.subjects.clone();
    let readings = subjects.iter().map(|subject| Reading { value: None, text: subject.id().to_owned() }).collect();
    let name = placed.finding.label.1.clone();
    CellFault {
        at: Some(at),
        subject: None,
        label: name.clone(),
        written: name,
        problem: CellProblem::TwoNames(subjects),
        readings,
    }
}

/// Puts a number with the others of its subject; a second one of a year agrees with the first, or is a fault.
fn take<'a>(
    told: &mut Told<'a>,
    cell: ReadCell,
    placed: &'a Placed,
    base_year: Option<i32>,
    faults: &mut Vec<CellFault>,
) {
    let year = cell.year.filter(|year| Some(*year) != base_year);
    let known = match placed.finding.role {
        Role::Low => told.low.as_ref(),
        Role::High => told.high.as_ref(),
        _ => told.values.get(&year),
    };
    match known {
        Some((first, _)) if first.value == cell.value => {
            let also = cell.at;
            if placed.finding.role == Role::Value && !told.repeated.iter().any(|known| is_of(known, &also)) {
                told.repeated.push(Remark::Repeated { also });
            }
        }
        Some((first, _)) => {
            let problem = CellProblem::Twice { first: first.at.clone(), written: first.written.clone() };
            told.faulty = true;
            faults.push(placed.fault(&placed.finding.cell, problem, Vec::new()));
        }
        None => match placed.finding.role {
            Role::Low => told.low = Some((cell, placed)),
            Role::High => told.high = Some((cell, placed)),
            _ => drop(told.values.insert(year, (cell, placed))),
        },
    }
}

fn is_of(remark: &Remark, at: &At) -> bool {
    matches!(remark, Remark::Repeated { also } if also == at)
}

fn of_input(input: InputId, told: Told<'_>, base_year: Option<i32>, gathered: &mut Gathered) {
    let places: BTreeMap<At, &Placed> = told.values.values().map(|(cell, placed)| (cell.at.clone(), *placed)).collect();
    let cells = told.values.into_values().map(|(cell, _)| cell).collect();
    let Series { value, observed, mut remarks, only } = series(input, cells, base_year);
    if let Some(pair) = pair_of(input) {
        for cell in observed {
            if let Some(placed) = places.get(&cell.at) {
                observe(pair.quantity, cell, placed, Vec::new(), base_year, gathered);
            }
        }
    }
    if let (Some(years), Some(base_year), Some((_, placed))) = (only, base_year, places.iter().next_back()) {
        let problem = CellProblem::OtherYears { years, base_year };
        gathered.faults.push(placed.fault(&placed.finding.cell, problem, Vec::new()));
    }
    let Some((value, cells)) = value else {
        // Of a value that is faulty itself, the range says nothing more.
        let end = told.low.or(told.high).filter(|_| !told.faulty);
        gathered.faults.extend(
            end.map(|(_, placed)| placed.fault(&placed.finding.cell, CellProblem::RangeWithoutValue, Vec::new())),
        );
        return;
    };
    let Some(placed) = cells.last().and_then(|cell| places.get(&cell.at)).copied() else { return };
    let is_switch = input.spec().shape == Shape::Switch;
    let (low, high) = (told.low.filter(|_| !is_switch), told.high.filter(|_| !is_switch));
    if let PathValue::Constant(value) = value {
        let (least, most) =
            (low.as_ref().map_or(value, |(cell, _)| cell.value), high.as_ref().map_or(value, |(cell, _)| cell.value));
        if !(least <= value && value <= most) {
            let wrong = if least > value { &low } else { &high };
            let problem = CellProblem::RangeAroundValue { low: least, value, high: most };
            gathered.faults.extend(
                wrong.iter().map(|(_, placed)| placed.fault(&placed.finding.cell, problem.clone(), Vec::new())),
            );
        }
    }
    remarks.extend(told.repeated);
    gathered.values.push(ReadValue {
        input,
        label: placed.finding.label.1.clone(),
        cells,
        value,
        low: low.map(|(cell, _)| cell.value),
        high: high.map(|(cell, _)| cell.value),
        source: source(placed),
        confidence: confidence(placed, &mut gathered.faults),
        remarks,
    });
}

fn observe(
    quantity: Quantity,
    cell: ReadCell,
    placed: &Placed,
    mut remarks: Vec<Remark>,
    base_year: Option<i32>,
    gathered: &mut Gathered,
) {
    if cell.year.is_none() {
        remarks.push(Remark::NoYear);
    }
    if matches!(quantity, Quantity::FundSurchargeEducation | Quantity::FundSurchargeLocal) {
        remarks.push(Remark::PartForSchools);
    }
    // Without a base year there is a fault already, and the value waits for it.
    let Some(year) = cell.year.or(base_year) else { return };
    if cell.value == 0.0 {
        gathered.faults.push(placed.fault(&placed.finding.cell, CellProblem::ObservedZero, Vec::new()));
        return;
    }
    let confidence = confidence(placed, &mut gathered.faults).unwrap_or(Confidence::Medium);
    let [zh, en] = SCOPE.map(str::to_owned);
    gathered.observed.push(ReadObserved {
        quantity,
        label: placed.finding.label.1.clone(),
        year,
        cell,
        scope: Text { zh, en },
        source: source(placed),
        confidence,
        remarks,
    });
}

fn source(placed: &Placed) -> String {
    placed.finding.source.chars().take(MAX_SOURCE).collect()
}

/// How sure a value is, by the word of its row.
fn confidence(placed: &Placed, faults: &mut Vec<CellFault>) -> Option<Confidence> {
    let cell = placed.finding.confidence.as_ref()?;
    let word = key(&cell.written);
    let is = |level: &Confidence| {
        let words = level.words();
        let short: &[&str] = match level {
            Confidence::Low => &["低", "较低", "low"],
            Confidence::Medium => &["中", "中等", "一般", "medium"],
            Confidence::High => &["高", "较高", "high"],
        };
        short.contains(&word.as_str()) || key(words.zh) == word || key(words.en) == word
    };
    let found = Confidence::ALL.into_iter().find(is);
    let fault = || placed.fault(cell, CellProblem::NoConfidence, Vec::new());
    if found.is_none() && !faults.iter().any(|known| known.at.as_ref().is_some_and(|at| *at == placed.at(cell.place))) {
        faults.push(fault());
    }
    found
}
