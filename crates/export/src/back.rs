//! A workbook that comes back: the scenario that it carries, with the numbers that were changed in it.
//!
//! What a sheet holds where is described once, by the writer: the workbook is written again from the scenario that it
//! carries, read in the same way, and both are compared cell by cell.

mod cells;
mod programme;
mod words;

use std::collections::BTreeSet;

use voced_model::inputs::Shape;
use voced_model::text::Lang;
use voced_model::{Allowed, InputId};
use voced_scenario::{PathValue, ResolvedScenario, Scenario};
use voced_tables::{Book, Content, Place, Sheet};

use crate::address::{Address, Tab};
use crate::layout::{self, SheetRow, input_rows};
use crate::sheets::carried::{MARK, NAME};
use crate::{Results, workbook};
use cells::{Rows, Typed, compare_rest};

pub use words::{CellRemark, Change, Wrong};

/// A workbook that came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// The scenario, with what was changed in the workbook.
    pub scenario: Scenario,
    /// The numbers that were changed.
    pub changes: Vec<Change>,
    /// What was changed and cannot be taken over, and what should be known of a change that was.
    pub remarks: Vec<CellRemark>,
}

/// Reads a workbook that this program wrote; `None` for any other.
///
/// # Errors
/// Where nothing can be taken over: a workbook of an older version, or one whose scenario is damaged.
pub fn read(book: &Book) -> Option<Result<Returned, Vec<CellRemark>>> {
    let carried = book.sheets.iter().find(|sheet| sheet.name == NAME && text(sheet, 0, 0) == Some(MARK));
    let Some(carried) = carried else { return is_older(book).then(|| Err(vec![CellRemark::of_all(Wrong::Older)])) };
    Some(returned(book, carried))
}

/// Whether a workbook has the sheets of one that carries nothing yet.
fn is_older(book: &Book) -> bool {
    let has = |tab: Tab, lang: Lang| book.sheets.iter().any(|sheet| sheet.name == tab.words().get(lang));
    [Lang::Zh, Lang::En].into_iter().any(|lang| {
        [Tab::Summary, Tab::Inputs, Tab::Programme, Tab::Model, Tab::Sources].iter().all(|tab| has(*tab, lang))
    })
}

/// The text of a cell.
fn text(sheet: &Sheet, row: u32, column: u32) -> Option<&str> {
    match &sheet.cell(Place { row, column })?.content {
        Content::Text(text) => Some(text),
        _ => None,
    }
}

fn returned(book: &Book, carried: &Sheet) -> Result<Returned, Vec<CellRemark>> {
    let damaged = || vec![CellRemark::of_all(Wrong::Damaged)];
    let lang = text(carried, 0, 2).and_then(Lang::from_tag).ok_or_else(damaged)?;
    let pieces = carried.rows.iter().filter(|row| row.number > 0).filter_map(|row| text(carried, row.number, 0));
    let scenario = Scenario::parse(&pieces.collect::<String>()).map_err(|_| damaged())?;
    let resolved = scenario.resolve().map_err(|_| damaged())?;
    let bytes = workbook(&resolved, lang, Results::Known).map_err(|_| damaged())?;
    let written = voced_tables::read_with(&bytes, &|_| None).map_err(|_| damaged())?;
    let mut reading = Reading {
        lang,
        book,
        resolved: &resolved,
        changes: Vec::new(),
        remarks: Vec::new(),
        seen: BTreeSet::new(),
        moved: false,
    };
    let mut scenario = scenario.clone();
    reading.inputs(&written, &mut scenario);
    programme::read(&mut reading, &written, &mut scenario);
    compare_rest(&mut reading, &written);
    let Reading { changes, mut remarks, .. } = reading;
    if let Err(faults) = scenario.resolve() {
        remarks.extend(faults.into_iter().map(|fault| CellRemark::of_all(Wrong::Fault(fault))));
        return Err(remarks);
    }
    Ok(Returned { scenario, changes, remarks })
}

/// What was found so far.
struct Reading<'a> {
    lang: Lang,
    book: &'a Book,
    resolved: &'a ResolvedScenario,
    changes: Vec<Change>,
    remarks: Vec<CellRemark>,
    /// Cells of the workbook as written that were looked at as numbers to change.
    seen: BTreeSet<(Tab, Place)>,
    /// Whether rows are elsewhere than they were: places then say nothing.
    moved: bool,
}

impl Reading<'_> {
    fn sheet<'b>(&self, book: &'b Book, tab: Tab) -> Option<&'b Sheet> {
        book.sheets.iter().find(|sheet| sheet.name == tab.words().get(self.lang))
    }

    fn remark(&mut self, tab: Tab, place: Place, wrong: Wrong) {
        self.remarks.push(CellRemark { sheet: tab.words().get(self.lang).to_owned(), place: Some(place), wrong });
    }

    /// The levers: each row by the id in it.
    fn inputs(&mut self, written: &Book, scenario: &mut Scenario) {
        let (Some(before), Some(now)) = (self.sheet(written, Tab::Inputs), self.sheet(self.book, Tab::Inputs)) else {
            return;
        };
        let rows = Rows::of(now, layout::ID);
        for row in input_rows() {
            let SheetRow::Item(input) = row else { continue };
            let spec = input.spec();
            let slots = if spec.shape == Shape::Path { self.resolved.model_inputs.years } else { 1 };
            let home = layout::input(input, 0).row;
            let Some(row) = rows.find(spec.id, home) else {
                let place = Place { row: home, column: u32::from(layout::NAME) };
                self.moved = true;
                self.remark(Tab::Inputs, place, Wrong::RowGone(spec.name.get(self.lang).to_owned()));
                continue;
            };
            self.moved |= row != home;
            let old: Vec<f64> = (0..slots).map(|t| self.resolved.model_inputs.inputs.at(input, t)).collect();
            let mut new = old.clone();
            for (t, value) in new.iter_mut().enumerate() {
                let at = layout::input(input, t);
                let typed = self.number(before, now, at, row, *value, spec.allowed());
                if let Some(number) = typed {
                    let year = (spec.shape == Shape::Path).then(|| self.resolved.base_year() + t as i32);
                    self.changes.push(Change::of_input(input, year, *value, number, self.lang, row, at.column));
                    *value = number;
                }
            }
            if new != old {
                scenario.inputs.insert(input, self.path(input, &new));
                scenario.ranges.remove(&input);
            }
        }
    }

    /// A value of the numbers of its years.
    fn path(&self, input: InputId, numbers: &[f64]) -> PathValue {
        match numbers {
            [one] => PathValue::Constant(*one),
            [first, rest @ ..] if rest.iter().all(|number| number == first) => PathValue::Constant(*first),
            _ if input.spec().shape != Shape::Path => PathValue::Constant(numbers.first().copied().unwrap_or_default()),
            _ => {
                let base_year = self.resolved.base_year();
                PathValue::Points((base_year..).zip(numbers.iter().copied()).collect())
            }
        }
    }

    /// The number that was put into a cell in place of `value`; what is wrong with it is said.
    fn number(
        &mut self,
        before: &Sheet,
        now: &Sheet,
        at: Address,
        row: u32,
        value: f64,
        allowed: Allowed,
    ) -> Option<f64> {
        let home = Place { row: at.row, column: u32::from(at.column) };
        let here = Place { row, ..home };
        self.seen.insert((at.tab, home));
        match cells::typed(before.cell(home), now.cell(here), value, allowed) {
            Typed::Same => None,
            Typed::Number(number) => Some(number),
            Typed::Result(number) => {
                self.remark(at.tab, here, Wrong::FormulaTyped);
                Some(number)
            }
            Typed::Wrong(wrong) => {
                self.remark(at.tab, here, wrong);
                None
            }
        }
    }
}
