//! What the rows of a sheet are: headings, numbers, titles, notes.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use voced_model::typed::plain;

use crate::grid::{Grid, GridCell, GridRow, Held};
use crate::heading_unit;
use crate::label::Label;
use crate::roles::{self, Role};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// Headings of columns.
    Header,
    /// One text: a title, a heading of a part, a note.
    Text,
    /// Notes above a table: of units, of who made it.
    Units,
    /// A row that gives the base year or the area's name.
    Fact(Role),
    /// Columns numbered one by one.
    Numbering,
    /// Numbers, or room for them.
    Data,
    /// Several texts: headings where headings follow, else of no use.
    Loose,
}

/// Labels by their texts: each is taken apart once.
#[derive(Default)]
pub(crate) struct Labels(RefCell<HashMap<String, Rc<Label>>>);

impl Labels {
    pub(crate) fn of(&self, text: &str) -> Rc<Label> {
        if let Some(known) = self.0.borrow().get(text) {
            return Rc::clone(known);
        }
        let label = Rc::new(Label::new(text));
        self.0.borrow_mut().insert(text.to_owned(), Rc::clone(&label));
        label
    }
}

/// What the rows above say of columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Above {
    /// Whether the row right above is one of headings.
    pub(crate) header: bool,
    /// Columns with a heading of names or ids.
    pub(crate) names: BTreeSet<u32>,
    /// Columns below the name of something known.
    pub(crate) subjects: BTreeSet<u32>,
    /// Columns below a year or a word for values.
    pub(crate) values: BTreeSet<u32>,
}

/// What a row is, below others.
pub(crate) fn kind(grid: &Grid, row: &GridRow, above: &Above, labels: &Labels) -> RowKind {
    let cells: Vec<&GridCell> = row.cells.iter().filter(|cell| cell.held != Held::Nothing).collect();
    let texts: Vec<(&GridCell, Rc<Label>)> =
        cells.iter().filter(|cell| cell.is_text()).map(|cell| (*cell, labels.of(&cell.written))).collect();
    if is_numbering(&cells) {
        return RowKind::Numbering;
    }
    if let Some(fact) = fact(&cells, labels) {
        return RowKind::Fact(fact);
    }
    if let [only] = cells.as_slice() {
        let is_data = only.is_number() || only.heading().is_some();
        let is_note = only.is_text() && heading_unit::note(&only.written).is_some();
        return if is_note {
            RowKind::Units
        } else if is_data {
            RowKind::Data
        } else {
            RowKind::Text
        };
    }
    if cells.is_empty() {
        return RowKind::Loose;
    }
    let years: Vec<&&GridCell> = cells.iter().filter(|cell| cell.heading().is_some()).collect();
    let others = cells.iter().filter(|cell| cell.is_number() && cell.heading().is_none()).count();
    if others > 0 {
        return RowKind::Data;
    }
    let subjects: BTreeSet<_> = texts.iter().flat_map(|(_, label)| label.subjects.first()).collect();
    let named_here =
        texts.iter().any(|(cell, label)| !label.subjects.is_empty() && above.names.contains(&cell.place.column));
    if named_here {
        return RowKind::Data;
    }
    let roles = texts.iter().filter(|(_, label)| label.role.is_some() || label.relative.is_some()).count();
    let free_first = texts.first().is_some_and(|(cell, label)| {
        label.is_free() && cells.first().is_some_and(|first| first.place == cell.place) && !grid.hangs(cell.place)
    });
    let bare = years.iter().filter(|cell| cell.heading().is_some_and(|heading| !heading.plain));
    let covered = bare
        .clone()
        .all(|cell| above.subjects.contains(&cell.place.column) || above.values.contains(&cell.place.column));
    // Numbers that may be years, below headings: what they are, the first cell says.
    if bare.count() > 0 && covered && roles == 0 && (free_first || !above.header || !subjects.is_empty()) {
        return RowKind::Data;
    }
    let is_first = |cell: &GridCell| cells.first().is_some_and(|first| first.place == cell.place);
    match (years.len(), subjects.len()) {
        (2.., 0) => return RowKind::Header,
        (1, 0) => {
            let plain = years.iter().any(|cell| cell.heading().is_some_and(|heading| heading.plain));
            let later = years.iter().any(|cell| !is_first(cell));
            return if later && (plain || roles > 0) { RowKind::Header } else { RowKind::Data };
        }
        (1.., _) => return if subjects.len() > 1 && roles > 0 { RowKind::Header } else { RowKind::Data },
        (0, 2..) => return RowKind::Header,
        (0, 1) => return if roles > 0 { RowKind::Header } else { RowKind::Data },
        (0, 0) => {}
    }
    // Who made a table, and in what units, heads no columns.
    let is_noted = |label: &Label| label.text.contains(['：', ':']) && !label.is_part;
    if texts.iter().any(|(_, label)| is_noted(label))
        && !texts.iter().any(|(_, label)| label.role.is_some() && !is_noted(label))
    {
        return RowKind::Units;
    }
    let schools = texts.iter().any(|(_, label)| label.schools.is_some());
    let hangs_below = above.header && cells.first().is_some_and(|first| first.place.column > 0);
    let is_unit_row = above.header && texts.iter().all(|(_, label)| label.whole_unit.is_some());
    if roles > 0 || schools || hangs_below || is_unit_row {
        return RowKind::Header;
    }
    RowKind::Loose
}

/// Whether cells number columns: `甲 乙 1 2 3`, `栏次 (1) (2) (3)=(1)+(2)`.
fn is_numbering(cells: &[&GridCell]) -> bool {
    const WORDS: [&str; 8] = ["甲", "乙", "丙", "丁", "A", "B", "栏次", "行次"];
    let (mut last, mut numbers, mut words) = (0.0, 0, 0);
    for cell in cells {
        let plain = plain(&cell.written);
        let is_formula = |text: &str| text.chars().all(|c| c.is_ascii_digit() || "()=+-*/× ".contains(c));
        let number = match cell.held {
            Held::Number(number, false) => Some(number),
            // (3)=(1)+(2)
            Held::Text | Held::NumberText if is_formula(&plain) => {
                let first = plain.split('=').next().unwrap_or_default();
                first.trim_matches(['(', ')', ' ']).parse().ok()
            }
            _ => None,
        };
        match number {
            Some(number) if number == last + 1.0 => (last, numbers) = (number, numbers + 1),
            None if WORDS.contains(&plain.as_str()) => words += 1,
            _ => return false,
        }
    }
    numbers > 2 || (numbers > 1 && words > 0)
}

/// The role of a row that gives the base year or the area's name: its first cell says so, the next is it.
fn fact(cells: &[&GridCell], labels: &Labels) -> Option<Role> {
    let (first, rest) = cells.split_first()?;
    if !first.is_text() {
        return None;
    }
    if let Some((word, value)) = first.written.split_once(['：', ':']) {
        let fact = roles::fact(word)?;
        return (!value.trim().is_empty() || rest.len() == 1).then_some(fact);
    }
    let fact = roles::fact(&first.written)?;
    let Some((second, rest)) = rest.split_first() else { return Some(fact) };
    let is_plain_text = |cell: &GridCell| cell.is_text() && labels.of(&cell.written).is_free();
    match fact {
        // 基年 as the first of several headings is none.
        Role::BaseYear => (second.heading().is_some() || rest.is_empty()).then_some(fact),
        // 地区 before several names heads columns of areas.
        _ => (is_plain_text(second) && rest.is_empty()).then_some(fact),
    }
}
