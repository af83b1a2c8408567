//! From a book of cells to a dry run.

use std::collections::BTreeSet;

use voced_model::InputId;
use voced_model::text::one_line;
use voced_scenario::{Area, MAX_NAME};
use voced_tables::{Book, Place, Sheet};

use crate::choices::Choices;
use crate::dry_run::{DryRun, Found, Origin, Skipped, Unknown, Why};
use crate::fault::{CellFault, CellProblem};
use crate::gather::{Gathered, Placed, gather};
use crate::grid::{Grid, GridCell};
use crate::key::key;
use crate::layout::{AreaRow, Laid, lay_out};
use crate::names;
use crate::place::At;
use crate::roles::Role;
use crate::rows::Labels;
use crate::{odd, template, years};

/// The most areas that are offered to choose from.
const MOST_AREAS: usize = 200;

/// Reads a book of cells. Pure: the same book and choices give the same dry run. Cheap to run again with other
/// choices, as each correction does.
pub fn read(book: &Book, choices: &Choices) -> DryRun {
    Reading::of(book, choices).finish(book, choices)
}

/// What was found so far.
#[derive(Default)]
pub(crate) struct Reading {
    pub(crate) findings: Vec<Placed>,
    pub(crate) unknown: Vec<Unknown>,
    pub(crate) unknown_more: usize,
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) faults: Vec<CellFault>,
    facts: Vec<(Role, At, GridCell)>,
    /// Rows that name an area, each with its sheet and the sheet's name.
    pub(crate) areas: Vec<(usize, String, AreaRow)>,
    title: Option<(At, String)>,
    years: BTreeSet<i32>,
    pub(crate) known: bool,
}

impl Reading {
    /// All sheets of a book.
    pub(crate) fn of(book: &Book, choices: &Choices) -> Reading {
        let labels = Labels::default();
        let mut reading = Reading::default();
        for (index, sheet) in book.sheets.iter().enumerate() {
            reading.sheet(index, sheet, choices, &labels);
        }
        reading
    }

    fn sheet(&mut self, index: usize, sheet: &Sheet, choices: &Choices, labels: &Labels) {
        let left_out = if sheet.hidden {
            Some(Why::Hidden)
        } else if template::is_example(&sheet.name) {
            Some(Why::Example)
        } else {
            None
        };
        if let Some(why) = left_out {
            return self.skip(index, sheet, None, "", why);
        }
        let grid = Grid::new(index, sheet, choices);
        if grid.rows.is_empty() {
            return self.skip(index, sheet, None, "", Why::Empty);
        }
        let Laid { findings, unknown, unknown_more, skipped, areas, facts, title, years, known } =
            lay_out(&grid, &sheet.name, labels);
        if !known {
            return self.skip(index, sheet, None, "", Why::NoKnownName);
        }
        self.known = true;
        self.years.extend(years);
        self.unknown_more += unknown_more;
        let at = |place: Place| At { sheet: index, name: sheet.name.clone(), place };
        let named = |finding| Placed { sheet: index, name: sheet.name.clone(), finding };
        self.findings.extend(findings.into_iter().map(named));
        self.areas.extend(areas.into_iter().map(|row| (index, sheet.name.clone(), row)));
        self.facts.extend(facts.into_iter().map(|(role, cell)| (role, at(cell.place), cell)));
        self.title = self.title.take().or(title.map(|(place, text)| (at(place), text)));
        for (place, text, why) in skipped {
            self.skip(index, sheet, Some(place), &text, why);
        }
        self.unknown.extend(unknown.into_iter().map(|(line, place, label)| Unknown {
            line,
            at: at(place),
            nearest: names::nearest(&label),
            label,
        }));
    }

    fn skip(&mut self, index: usize, sheet: &Sheet, place: Option<Place>, text: &str, why: Why) {
        let text = one_line(text);
        self.skipped.push(Skipped { sheet: index, name: sheet.name.clone(), place, text, why });
    }

    fn finish(mut self, book: &Book, choices: &Choices) -> DryRun {
        let base_year = self.base_year(choices);
        let name = self.choose_area(choices);
        let Gathered { values, observed, faults } = gather(&self.findings, base_year.as_ref().map(|found| found.value));
        self.faults.extend(faults);
        if !self.known {
            self.fault(CellProblem::NothingKnown);
        } else {
            if base_year.is_none() && !self.faults.iter().any(|fault| fault.problem == CellProblem::BadBaseYear) {
                self.faults.push(missing_fault(self.no_base_year()));
            }
            if name.is_none() {
                self.fault(CellProblem::NoName);
            }
        }
        DryRun {
            unknown: self.unknown,
            unknown_more: self.unknown_more,
            skipped: self.skipped,
            notes: book.notes.clone(),
            ..dry_run(name, base_year, Gathered { values, observed, faults: self.faults })
        }
    }

    /// That no base year is given, with the years that the sheets name.
    pub(crate) fn no_base_year(&self) -> CellProblem {
        let candidates = self.years.iter().copied().filter(|year| Area::BASE_YEARS.contains(year)).collect();
        CellProblem::NoBaseYear { candidates }
    }

    /// Notes what is missing altogether.
    fn fault(&mut self, problem: CellProblem) {
        self.faults.push(missing_fault(problem));
    }

    fn fact_fault(&mut self, at: At, cell: &GridCell, problem: CellProblem) {
        self.faults.push(written_fault(at, cell.written.clone(), problem));
    }

    /// The base year for all that the book holds: chosen, or given in a row of its own.
    pub(crate) fn base_year(&mut self, choices: &Choices) -> Option<Found<i32>> {
        if let Some(value) = choices.base_year.filter(|year| Area::BASE_YEARS.contains(year)) {
            return Some(Found { value, origin: Origin::Chosen });
        }
        let mut found: Option<Found<i32>> = None;
        for (_, at, cell) in self.facts.clone().into_iter().filter(|(role, ..)| *role == Role::BaseYear) {
            match (base_year_in(&cell), &found) {
                (None, _) => self.fact_fault(at, &cell, CellProblem::BadBaseYear),
                (Some(value), None) => found = Some(Found { value, origin: Origin::Row(at) }),
                (Some(year), Some(first)) if year != first.value => {
                    let years = [first.value, year];
                    self.fact_fault(at, &cell, CellProblem::TwoBaseYears { years });
                }
                _ => {}
            }
        }
        found
    }

    /// The name of the area; of several areas, numbers of the others are left out.
    fn choose_area(&mut self, choices: &Choices) -> Option<Found<String>> {
        let of_row = self.facts.iter().find(|(role, _, cell)| *role == Role::AreaName && !cell.written.is_empty());
        let short = |text: &str| text.chars().take(MAX_NAME).collect::<String>();
        let chosen = choices.name.as_deref().map(one_line).filter(|name| !name.is_empty());
        let name = match (chosen, of_row) {
            (Some(name), _) => Some(Found { value: short(&name), origin: Origin::Chosen }),
            (None, Some((_, at, cell))) => Some(Found { value: short(&cell.written), origin: Origin::Row(at.clone()) }),
            (None, None) => None,
        };
        let mut areas: Vec<(At, String)> = Vec::new();
        let mut keys: BTreeSet<String> = BTreeSet::new();
        for placed in &self.findings {
            if let Some((place, text)) = &placed.finding.area
                && keys.insert(key(text))
            {
                areas.push((placed.at(*place), text.clone()));
            }
        }
        let title = self.title.as_ref().and_then(|(at, text)| {
            Some(Found { value: short(&area_of_title(text)?), origin: Origin::Title(at.clone()) })
        });
        let wanted = name.or(title);
        let (first, is_one) = match areas.as_slice() {
            [] => return wanted,
            [first] => (first.clone(), true),
            [first, ..] => (first.clone(), false),
        };
        let names: Vec<&String> = areas.iter().map(|(_, text)| text).collect();
        let matching: Vec<String> = wanted.as_ref().map_or_else(Vec::new, |wanted| named(&names, &wanted.value));
        match (matching.as_slice(), is_one) {
            ([only], false) => self.keep(|text| text == only),
            (_, true) => {}
            _ => {
                let candidates = areas.into_iter().map(|(_, text)| text).take(MOST_AREAS).collect();
                self.fault(CellProblem::WhichArea { candidates });
                self.keep(|_| false);
            }
        }
        // One area in a table: its row's name, unless something else is said.
        wanted.or_else(|| is_one.then(|| Found { value: short(&first.1), origin: Origin::Row(first.0) }))
    }

    /// Leaves out the numbers of all areas but those that are wanted.
    fn keep(&mut self, is_wanted: impl Fn(&str) -> bool) {
        let (kept, left): (Vec<Placed>, Vec<Placed>) = std::mem::take(&mut self.findings)
            .into_iter()
            .partition(|placed| placed.finding.area.as_ref().is_none_or(|(_, text)| is_wanted(text)));
        self.findings = kept;
        let mut told: BTreeSet<At> = BTreeSet::new();
        for placed in left {
            let Some((place, text)) = &placed.finding.area else { continue };
            if told.insert(placed.at(*place)) {
                self.skipped.push(Skipped {
                    sheet: placed.sheet,
                    name: placed.name.clone(),
                    place: Some(*place),
                    text: text.clone(),
                    why: Why::OtherArea,
                });
            }
        }
    }
}

/// What was read of one area, with what is odd about it.
pub(crate) fn dry_run(name: Option<Found<String>>, base_year: Option<Found<i32>>, gathered: Gathered) -> DryRun {
    let Gathered { values, observed, mut faults } = gathered;
    faults.sort_by(|one, other| one.at.cmp(&other.at));
    let missing = InputId::all().filter(|input| values.iter().all(|value| value.input != *input)).collect();
    let mut dry_run = DryRun {
        name,
        base_year,
        values,
        observed,
        faults,
        unknown: Vec::new(),
        unknown_more: 0,
        skipped: Vec::new(),
        missing,
        notes: Vec::new(),
    };
    odd::remark(&mut dry_run);
    dry_run
}

/// The year of a cell, where it can be a base year.
pub(crate) fn base_year_in(cell: &GridCell) -> Option<i32> {
    let heading = cell.heading().or_else(|| years::heading(&cell.written));
    heading.map(|heading| heading.year).filter(|year| Area::BASE_YEARS.contains(year))
}

/// A fault of what is missing altogether.
pub(crate) fn missing_fault(problem: CellProblem) -> CellFault {
    let (label, written) = (String::new(), String::new());
    CellFault { at: None, subject: None, label, written, problem, readings: Vec::new() }
}

/// A fault of a cell that is about nothing of the model.
pub(crate) fn written_fault(at: At, written: String, problem: CellProblem) -> CellFault {
    CellFault { at: Some(at), subject: None, label: String::new(), written, problem, readings: Vec::new() }
}

/// Those of several areas that a name means: the one that is called so, or else those that are part of it or that it
/// is part of, as 莱芜 and 济南市莱芜区.
fn named(areas: &[&String], name: &str) -> Vec<String> {
    let name = key(name);
    let bare = |name: &str| name.trim_end_matches(['县', '区', '市', '旗']).to_owned();
    let is_in = |part: &str, whole: &str| part.chars().count() > 1 && whole.contains(part);
    let exact = areas.iter().find(|area| key(area) == name);
    let is_like = |area: &&&String| {
        let area = key(area);
        is_in(&bare(&area), &name) || is_in(&bare(&name), &area)
    };
    match exact {
        Some(exact) => vec![(*exact).clone()],
        None => areas.iter().filter(is_like).map(|area| (*area).clone()).collect(),
    }
}

/// The area that a title names: `2023年某县教育事业统计表`.
fn area_of_title(title: &str) -> Option<String> {
    let title = years::within(title).map_or_else(|| one_line(title), |(_, rest)| rest);
    let title = title.trim_matches(|c: char| matches!(c, '(' | ')' | ' ' | '附' | '表' | '：' | ':')).to_owned();
    const ENDS: [char; 5] = ['县', '区', '市', '旗', '州'];
    const NOT: [&str; 14] = [
        "全县", "全区", "全市", "本县", "本区", "本市", "地区", "各县", "各区", "各市", "城区", "社区", "学区", "城市",
    ];
    let mut found = None;
    for (at, end) in title.char_indices().take(16).filter(|(_, c)| ENDS.contains(c)) {
        let name = title.get(..at + end.len_utf8())?;
        if name.chars().count() > 1 && !NOT.iter().any(|word| name.ends_with(word)) {
            found = Some(name.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_of_titles() {
        assert_eq!(area_of_title("2023年某县教育事业统计表").as_deref(), Some("某县"));
        assert_eq!(area_of_title("济南市莱芜区2022学年教育基本情况").as_deref(), Some("济南市莱芜区"));
        assert_eq!(area_of_title("全县教育基本情况"), None);
        assert_eq!(area_of_title("教育经费"), None);
        let areas = ["莱芜".to_owned(), "钢城区".to_owned()];
        let areas: Vec<&String> = areas.iter().collect();
        assert_eq!(named(&areas, "济南市莱芜区"), ["莱芜"]);
        assert_eq!(named(&areas, "钢城区"), ["钢城区"]);
        assert_eq!(named(&areas, "青岛"), [""; 0]);
    }
}
