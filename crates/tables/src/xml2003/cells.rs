//! The cells of a sheet. Rows and cells follow each other; after a gap they say where they are, counted from 1.

use quick_xml::events::BytesStart;

use crate::book::{Cell, Content, Date, Percent, Place, Range, Row};
use crate::bounded::{BoundedGrid, Budget};
use crate::days::{self, Epoch};
use crate::formats::Shown;
use crate::refusal::Refusal;
use crate::xml2003::styles::Styles;
use crate::xml2003::{attribute, count};

/// A sheet while it is read.
#[derive(Default)]
pub(crate) struct Table {
    grid: BoundedGrid,
    /// The row and the column to come.
    next: Place,
    row: u32,
    row_style: Option<String>,
    /// The styles of columns: first, last, name; from the left, so that they are found fast.
    columns: Vec<(u32, u32, String)>,
    next_column: u32,
    cell: Option<Open>,
}

/// A cell that is open.
#[derive(Default)]
struct Open {
    place: Place,
    across: u32,
    down: u32,
    style: Option<String>,
    formula: Option<String>,
    kind: String,
    text: Option<String>,
}

impl Table {
    /// A column, or several alike.
    pub(crate) fn column(&mut self, tag: &BytesStart<'_>) {
        let first = count(tag, "Index").map_or(self.next_column, |index| index.saturating_sub(1));
        let last = first.saturating_add(count(tag, "Span").unwrap_or_default());
        self.next_column = last.saturating_add(1);
        let is_behind = self.columns.last().is_none_or(|(_, last, _)| *last < first);
        if let Some(style) = attribute(tag, "StyleID").filter(|_| is_behind) {
            self.columns.push((first, last, style));
        }
    }

    /// A row, or several alike with nothing in them.
    pub(crate) fn row(&mut self, tag: &BytesStart<'_>) {
        self.row = count(tag, "Index").map_or(self.next.row, |index| index.saturating_sub(1));
        let last = self.row.saturating_add(count(tag, "Span").unwrap_or_default());
        self.next = Place { row: last.saturating_add(1), column: 0 };
        self.row_style = attribute(tag, "StyleID");
    }

    /// A cell.
    pub(crate) fn cell(&mut self, tag: &BytesStart<'_>) {
        let column = count(tag, "Index").map_or(self.next.column, |index| index.saturating_sub(1));
        let across = count(tag, "MergeAcross").unwrap_or_default();
        self.next.column = column.saturating_add(across).saturating_add(1);
        self.cell = Some(Open {
            place: Place { row: self.row, column },
            across,
            down: count(tag, "MergeDown").unwrap_or_default(),
            style: attribute(tag, "StyleID"),
            formula: attribute(tag, "Formula"),
            ..Open::default()
        });
    }

    /// What a cell holds is of this kind.
    pub(crate) fn data(&mut self, kind: Option<String>) {
        if let Some(cell) = &mut self.cell {
            cell.kind = kind.unwrap_or_default();
        }
    }

    /// What a cell holds, as it is written.
    pub(crate) fn text(&mut self, text: String) {
        if let Some(cell) = &mut self.cell {
            cell.text = Some(text);
        }
    }

    /// The end of a cell; whether it is a formula without a result.
    pub(crate) fn end_cell(&mut self, styles: &Styles, is_1904: bool, budget: &mut Budget) -> Result<bool, Refusal> {
        let Some(open) = self.cell.take() else { return Ok(false) };
        let Place { row, column } = open.place;
        let last = Place { row: row.saturating_add(open.down), column: column.saturating_add(open.across) };
        self.grid.merge(open.place, last, budget)?;
        let of_column = || {
            let found = self.columns.get(self.columns.partition_point(|(_, last, _)| *last < column))?;
            Some(found.2.as_str()).filter(|_| found.0 <= column)
        };
        let style = open.style.as_deref().or(self.row_style.as_deref()).or_else(of_column);
        let shown = style.map(|style| styles.shown(style)).unwrap_or_default();
        let content = open.text.as_ref().and_then(|text| content(&open.kind, text, shown, is_1904));
        let is_without = content.is_none() && open.formula.is_some();
        let is_number = matches!(content, Some(Content::Number(_)));
        if let Some(content) = content.or_else(|| is_without.then_some(Content::Blank)) {
            let percent = if is_number && shown == Shown::Percent { Percent::Yes } else { Percent::No };
            let formula = open.formula.map(|formula| formula.strip_prefix('=').unwrap_or(&formula).to_owned());
            self.grid.put(open.place, Cell { content, percent, formula }, budget)?;
        }
        Ok(is_without)
    }

    /// The rows and the merged cells.
    pub(crate) fn finish(self) -> (Vec<Row>, Vec<Range>) {
        self.grid.finish()
    }
}

/// What a text of a kind says; nothing where it is empty.
fn content(kind: &str, text: &str, shown: Shown, is_1904: bool) -> Option<Content> {
    let trimmed = text.trim();
    let known = match kind {
        "Number" => {
            let number = trimmed.parse().ok().filter(|number: &f64| number.is_finite());
            let date =
                number.filter(|_| shown == Shown::Date).and_then(|number| days::of_serial(number, Epoch::of(is_1904)));
            date.map(Content::Date).or(number.map(Content::Number))
        }
        "DateTime" => date(trimmed).map(Content::Date),
        "Boolean" => Some(Content::Truth(trimmed == "1" || trimmed.eq_ignore_ascii_case("true"))),
        "Error" => Some(Content::Error(trimmed.to_owned())),
        _ => None,
    };
    known.or_else(|| Some(Content::Text(text.to_owned())).filter(|_| !text.is_empty()))
}

/// The day of `2024-02-29T00:00:00.000`.
fn date(text: &str) -> Option<Date> {
    let (day, _) = text.split_once('T').unwrap_or((text, ""));
    let mut parts = day.split('-');
    let date = Date {
        year: parts.next()?.parse().ok()?,
        month: parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?,
        day: parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?,
    };
    Some(date).filter(|_| parts.next().is_none())
}
