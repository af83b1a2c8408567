//! A workbook that comes back: what was typed into its yellow cells becomes a scenario, and whatever else is different
//! is said by cell.
//!
//! The workbook carries its scenario. It is laid out once more by the code that wrote it, so that no layout is described
//! twice, and the cells are held against each other. Stored results of formulas are left aside: spreadsheet programs
//! compute them anew.

mod align;
mod changed;
mod compare;
mod located;
mod phrases;
mod remark;
mod taken;
mod tokens;

pub use remark::{Change, Remark, ScenarioNumber, What};

use voced_model::{InputId, Lang};
use voced_scenario::{Document, ResolvedScenario, Scenario};
use voced_tables::{Book, Content, Place, Sheet};

use crate::address::Tab;
use crate::carried::{self, Carried, MARK, Prints, Unusable};
use crate::entry::Entry;
use crate::layout::{HEAD, ID};
use crate::page::Page;
use crate::sheets::carried::{KEY, VALUE};
use crate::{Results, pages, words};

/// A workbook that was read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// The scenario that was exported, with the changes.
    pub scenario: Scenario,
    /// The numbers that were changed.
    pub changes: Vec<Change>,
    /// What else is different, what was lost first.
    pub remarks: Vec<Remark>,
}

/// Reads a workbook that was exported and may have been changed; `None` where it is no such workbook.
///
/// # Errors
/// What stands in the way: the workbook carries no scenario that can be read, its numbers were others when it was
/// made, or nothing of what was typed into its yellow cells can be taken over.
pub fn read(book: &Book) -> Option<Result<Returned, Vec<Remark>>> {
    match carrier(book) {
        Some(sheet) => Some(returned(book, sheet)),
        None => is_ours(book).then(|| Err(vec![Remark::whole(What::NotCarried)])),
    }
}

/// The sheet that carries the scenario.
fn carrier(book: &Book) -> Option<&Sheet> {
    let is_marked = |sheet: &&Sheet| text(sheet, 0, KEY) == Some(MARK);
    book.sheets.iter().find(is_marked)
}

fn text(sheet: &Sheet, row: u32, column: u16) -> Option<&str> {
    match &sheet.cell(Place { row, column: column.into() })?.content {
        Content::Text(text) => Some(text),
        _ => None,
    }
}

/// Whether a book without a carried scenario has the sheets of an export.
fn is_ours(book: &Book) -> bool {
    Lang::ALL.into_iter().any(|lang| {
        let named = |tab: Tab| book.sheets.iter().find(|sheet| sheet.name == tab.words().get(lang));
        let has_ids = |tab: Tab| named(tab).is_some_and(|sheet| text(sheet, HEAD, ID) == Some(words::ID.get(lang)));
        named(Tab::Summary).is_some() && [Tab::Inputs, Tab::Programme, Tab::Model].into_iter().all(has_ids)
    })
}

fn returned(book: &Book, sheet: &Sheet) -> Result<Returned, Vec<Remark>> {
    let whole = |what: What| vec![Remark::whole(what)];
    let lines: Vec<(&str, &str)> = sheet
        .rows
        .iter()
        .filter_map(|row| Some((text(sheet, row.number, KEY)?, text(sheet, row.number, VALUE)?)))
        .collect();
    let carried = carried::read(&lines).map_err(|unusable| match unusable {
        Unusable::Damaged => whole(What::Damaged),
        Unusable::Newer => whole(What::Newer),
    })?;
    let resolved = Document::parse(&carried.scenario)
        .and_then(|document| document.scenario.resolve())
        .map_err(|faults| faults.into_iter().map(|fault| Remark::whole(What::Scenario(fault))).collect::<Vec<_>>())?;
    let pages = pages(&resolved, carried.lang, Results::Zeros).map_err(|_| whole(What::Damaged))?;
    let entries_only = judge(&carried, &pages, &resolved)?;
    let compared = compare::compare(&pages, book, &resolved, entries_only);

    let is_read = |input: InputId, t: usize| {
        let of_inputs = pages.iter().filter(|page| page.tab == Tab::Inputs);
        of_inputs.flat_map(|page| page.entries.values()).any(|entry| *entry == Entry::Input { input, t })
    };
    let (scenario, changes, refused) = changed::changed(&resolved, compared.typed, is_read)
        .map_err(|faults| faults.into_iter().map(|fault| Remark::whole(What::Scenario(fault))).collect::<Vec<_>>())?;
    let remarks = remark::in_order(refused.into_iter().chain(compared.remarks).collect());
    if changes.is_empty() && remarks.iter().any(Remark::is_lost) {
        return Err(remarks.into_iter().filter(Remark::is_lost).collect());
    }
    Ok(Returned { scenario, changes, remarks })
}

/// Whether the pages are those of the workbook: all of them, or (`true`) but for cells that are there to be read.
fn judge(carried: &Carried, pages: &[Page], resolved: &ResolvedScenario) -> Result<bool, Vec<Remark>> {
    let prints = Prints::of(pages, resolved);
    if prints.entries != carried.prints.entries {
        return Err(vec![Remark::whole(What::OtherNumbers { model: carried.model.clone() })]);
    }
    Ok(prints.rest != carried.prints.rest)
}
