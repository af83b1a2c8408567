//! A workbook that came back, cell by cell beside what was written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use voced_import::At;
use voced_scenario::ResolvedScenario;
use voced_tables::{Book, Cell, Content, Format, Place, Row};

use super::located::{Located, locate, shown_key, written_columns, written_rows};
use super::remark::{Remark, What};
use super::taken::{self, Taken};
use super::tokens::{Reference, Token, tokens};
use crate::address::Tab;
use crate::entry::Entry;
use crate::equations::usual_cost;
use crate::page::{Laid, Page};
use crate::words;

/// A number to change that is another one now.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Typed {
    pub(crate) at: At,
    pub(crate) entry: Entry,
    pub(crate) before: f64,
    pub(crate) after: f64,
}

/// What a comparison found.
#[derive(Debug, Default)]
pub(crate) struct Compared {
    pub(crate) typed: Vec<Typed>,
    pub(crate) remarks: Vec<Remark>,
}

/// Holds the sheets of a book against pages; with `entries_only` no other cells than those to change.
pub(crate) fn compare(pages: &[Page], book: &Book, resolved: &ResolvedScenario, entries_only: bool) -> Compared {
    let located = locate(pages, book);
    let names = located.iter().map(|(tab, found)| (found.sheet.name.as_str(), *tab)).collect();
    let formulas = match book.format {
        Format::Xlsx | Format::Ods => Known::Text,
        Format::Xls => Known::Places,
        Format::Text | Format::Xml2003 | Format::Html => Known::Nothing,
    };
    let mut comparison =
        Comparison { located: &located, names, resolved, formulas, entries_only, compared: Compared::default() };
    if entries_only {
        comparison.compared.remarks.push(Remark::whole(What::OtherFormulas));
    } else if formulas != Known::Text {
        comparison.compared.remarks.push(Remark::whole(What::FormulasUnread));
    }
    for page in pages.iter().filter(|page| page.tab != Tab::Carried) {
        match located.get(&page.tab) {
            Some(found) => comparison.page(page, found),
            None => {
                let name = page.tab.words().get(page.lang).to_owned();
                let what = What::SheetMissing { name, entries: !page.entries.is_empty() };
                comparison.compared.remarks.push(Remark::whole(what));
            }
        }
    }
    let known: BTreeSet<usize> = located.values().map(|found| found.index).collect();
    let added =
        book.sheets.iter().enumerate().filter(|(index, sheet)| !known.contains(index) && !sheet.rows.is_empty());
    let added = added.map(|(_, sheet)| Remark::whole(What::SheetAdded { name: sheet.name.clone() }));
    comparison.compared.remarks.extend(added);
    comparison.compared
}

/// What a kind of file says of its formulas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    /// How they read, in a spelling that is understood.
    Text,
    /// Which cells hold one.
    Places,
    /// Nothing that could be compared.
    Nothing,
}

struct Comparison<'a, 'b> {
    located: &'a BTreeMap<Tab, Located<'b>>,
    /// The sheets by their present names.
    names: HashMap<&'b str, Tab>,
    resolved: &'a ResolvedScenario,
    formulas: Known,
    entries_only: bool,
    compared: Compared,
}

/// A sheet beside its page.
struct Beside<'a, 'b> {
    page: &'a Page,
    found: &'a Located<'b>,
    /// Where each formula stands first: what several cells share is written as in the first of them.
    first: HashMap<&'b str, Place>,
}

impl Beside<'_, '_> {
    fn at(&self, place: Place) -> At {
        At { sheet: self.found.index, name: self.found.sheet.name.clone(), place }
    }
}

impl<'b> Comparison<'_, 'b> {
    fn page(&mut self, page: &Page, found: &Located<'b>) {
        let mut first: HashMap<&'b str, Place> = HashMap::new();
        for row in &found.sheet.rows {
            for (column, cell) in &row.cells {
                if let Some(formula) = &cell.formula {
                    first.entry(formula).or_insert(Place { row: row.number, column: *column });
                }
            }
        }
        let beside = Beside { page, found, first };
        self.lines(&beside);
        let mut known = BTreeSet::new();
        for (at, laid) in &page.cells {
            let Some(place) = found.now(*at) else { continue };
            known.insert(place);
            let cell = found.sheet.cell(place);
            match page.entries.get(at) {
                Some(entry) => self.entry(&beside, place, cell, (*entry, laid)),
                None if self.entries_only => {}
                None => self.fixed(&beside, place, cell, laid),
            }
        }
        if !self.entries_only {
            found.sheet.rows.iter().for_each(|row| self.added(&beside, row, &known));
        }
    }

    fn say(&mut self, beside: &Beside<'_, '_>, place: Place, what: What) {
        self.compared.remarks.push(Remark::at(beside.at(place), what));
    }

    /// Rows and columns that are missing, or elsewhere.
    fn lines(&mut self, beside: &Beside<'_, '_>) {
        let (page, found) = (beside.page, beside.found);
        // What was inserted or deleted moves all that is below: one remark tells where it begins.
        let mut before = 0_i64;
        for line in written_rows(page) {
            let entries = page.entries.range((line.at, 0)..=(line.at, u16::MAX)).next().is_some();
            if self.entries_only && !entries {
                continue;
            }
            let (name, place) = (shown_key(&line.key), Place { row: line.at, column: 0 });
            match found.rows.now.get(&line.at) {
                Some(now) => {
                    let moved = step(line.at, *now);
                    if entries && moved != 0 && moved != before {
                        self.say(beside, Place { row: *now, column: 0 }, What::RowMoved { name, from: line.at + 1 });
                    }
                    before = if entries { moved } else { before };
                }
                None if found.rows.twice.contains(&line.at) => {
                    self.say(beside, place, What::RowTwice { name, entries })
                }
                None => self.say(beside, place, What::RowMissing { name, entries }),
            }
        }
        for line in written_columns(page) {
            let entries = page.entries.keys().any(|(_, column)| u32::from(*column) == line.at);
            if found.columns.now.contains_key(&line.at) || (self.entries_only && !entries) {
                continue;
            }
            let (name, place) = (line.key, Place { row: crate::layout::HEAD, column: line.at });
            let what = match found.columns.twice.contains(&line.at) {
                true => What::RowTwice { name, entries },
                false => What::ColumnMissing { name, entries },
            };
            self.say(beside, place, what);
        }
    }

    /// A cell that may be changed.
    fn entry(&mut self, beside: &Beside<'_, 'b>, place: Place, cell: Option<&'b Cell>, (entry, laid): (Entry, &Laid)) {
        let (before, follows) = match laid {
            Laid::Number(number) => (*number, false),
            // A project without a cost of its own shows the area's, until a number is typed over it: any number is
            // then its own, also the one that was shown.
            Laid::Formula(formula) => {
                let usual = usual_cost(self.resolved).map_or(f64::NAN, |(_, usual)| usual);
                let is_still = |cell: &Cell| match self.formulas {
                    Known::Text => self.is_formula(beside, place, cell, formula),
                    Known::Places => cell.formula.is_some(),
                    Known::Nothing => cell.content == Content::Number(usual),
                };
                if cell.is_some_and(is_still) {
                    return;
                }
                (usual, true)
            }
            Laid::Text(_) => return,
        };
        let Some(allowed) = entry.allowed() else {
            let Entry::Goal { index } = entry else { return };
            let is_there = |cell: &Cell| matches!(cell.content, Content::Number(now) if taken::is_same(now, before));
            if !cell.is_some_and(is_there) {
                let target = self.resolved.scenario.area().targets.get(index);
                let target = target.map_or_else(String::new, |target| target.id.clone());
                self.say(beside, place, What::Goal { target });
            }
            return;
        };
        match taken::read(cell, before, &allowed) {
            Ok(Taken { value, said }) => {
                if let Some(what) = said {
                    self.say(beside, place, what);
                }
                if follows || !taken::is_same(value, before) {
                    self.compared.typed.push(Typed { at: beside.at(place), entry, before, after: value });
                }
            }
            Err(what) => self.say(beside, place, what),
        }
    }

    /// A cell that is there to be read.
    fn fixed(&mut self, beside: &Beside<'_, 'b>, place: Place, cell: Option<&'b Cell>, laid: &Laid) {
        let what = match (laid, cell) {
            // Titles of rows that are no more were told with their rows.
            (Laid::Formula(formula), Some(cell)) => match (&cell.formula, &cell.content) {
                _ if self.formulas == Known::Nothing => return,
                (Some(_), _) if self.formulas == Known::Places => return,
                (Some(_), _) if self.is_formula(beside, place, cell, formula) => return,
                (Some(_), _) => What::FormulaChanged,
                (None, _) => What::FormulaReplaced,
            },
            (Laid::Formula(_), None) if self.formulas == Known::Nothing => return,
            (Laid::Formula(_), None) => What::Emptied { before: words::FORMULA.get(beside.page.lang).to_owned() },
            (Laid::Text(text), None) => What::Emptied { before: text.clone() },
            (Laid::Number(number), None) => What::Emptied { before: number.to_string() },
            (Laid::Text(text), Some(cell)) => {
                let after = content(cell);
                if cell.formula.is_none() && plain(&after) == plain(text) {
                    return;
                }
                What::Changed { before: text.clone(), after }
            }
            (Laid::Number(number), Some(cell)) => match cell.content {
                Content::Number(now) if cell.formula.is_none() && taken::is_same(now, *number) => return,
                _ => What::Changed { before: number.to_string(), after: content(cell) },
            },
        };
        self.say(beside, place, what);
    }

    /// What stands in a row where nothing was written.
    fn added(&mut self, beside: &Beside<'_, '_>, row: &Row, known: &BTreeSet<Place>) {
        let here = |column: u32| Place { row: row.number, column };
        let is_new = |(column, cell): &&(u32, Cell)| {
            !known.contains(&here(*column)) && (cell.formula.is_some() || cell.content != Content::Blank)
        };
        let mut added = row.cells.iter().filter(is_new).map(|(column, _)| *column);
        let Some(first) = added.next() else { return };
        let last = added.next_back().map(here);
        let remark = Remark { last, ..Remark::at(beside.at(here(first)), What::Added) };
        self.compared.remarks.push(remark);
    }

    /// Whether a cell holds the formula that was written, however it is spelt.
    fn is_formula(&self, beside: &Beside<'_, '_>, place: Place, cell: &Cell, written: &str) -> bool {
        let Some(text) = cell.formula.as_deref() else { return false };
        let (written, found) = (tokens(written), tokens(text));
        let first = beside.first.get(text).copied().unwrap_or(place);
        let steps = [(0, 0), (step(first.row, place.row), step(first.column, place.column))];
        steps.into_iter().any(|step| self.are_same(beside.page.tab, &written, &found, step))
    }

    /// Whether two formulas of a sheet have the same parts, the second one copied so many rows and columns away.
    fn are_same(&self, tab: Tab, written: &[Token], found: &[Token], step: (i64, i64)) -> bool {
        let is_same = |(one, other): (&Token, &Token)| match (one, other) {
            (Token::Cell(one), Token::Cell(other)) => self.is_same_cell(tab, one, other, step),
            (Token::Number(one), Token::Number(other)) => taken::is_same(*one, *other),
            (one, other) => one == other,
        };
        written.len() == found.len() && written.iter().zip(found).all(is_same)
    }

    fn is_same_cell(&self, tab: Tab, written: &Reference, found: &Reference, step: (i64, i64)) -> bool {
        let lang_tab = |name: &str| self.located.keys().copied().find(|tab| is_called(*tab, name));
        let of_written = written.sheet.as_deref().map_or(Some(tab), lang_tab);
        let of_found = match found.sheet.as_deref() {
            None => Some(tab),
            Some(name) => self.names.get(name).copied(),
        };
        let Some(located) = of_written.filter(|tab| of_found == Some(*tab)).and_then(|tab| self.located.get(&tab))
        else {
            return false;
        };
        let Ok(column) = u16::try_from(written.place.column) else { return false };
        let now = located.now((written.place.row, column));
        now.is_some() && now == found.moved(step).map(|found| found.place)
    }
}

fn step(from: u32, to: u32) -> i64 {
    i64::from(to) - i64::from(from)
}

fn is_called(tab: Tab, name: &str) -> bool {
    voced_model::Lang::ALL.into_iter().any(|lang| tab.words().get(lang) == name)
}

/// What a cell shows.
fn content(cell: &Cell) -> String {
    match &cell.content {
        Content::Blank => String::new(),
        Content::Text(text) | Content::Error(text) => text.clone(),
        Content::Number(number) => number.to_string(),
        Content::Date(day) => format!("{}-{:02}-{:02}", day.year, day.month, day.day),
        Content::Truth(truth) => truth.to_string(),
    }
}

/// Text without what programs change of it: spaces at its ends and the kind of line breaks.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
