//! Books written down as text, and dry runs in short.
#![allow(dead_code)]

use voced_import::{Choices, DryRun, ReadValue};
use voced_model::Lang;
use voced_scenario::PathValue;
use voced_tables::{Book, Cell, Content, Format, Percent, Place, Row, Sheet};

/// A book of sheets whose rows are lines and whose cells stand between bars. Digits alone are numbers; `30%%` is a
/// number that its cell shows in percent; `@2021-09-01` a date.
pub fn book(sheets: &[(&str, &str)]) -> Book {
    let sheets = sheets.iter().map(|(name, text)| sheet(name, text)).collect();
    Book { format: Format::Xlsx, notes: Vec::new(), sheets }
}

pub fn sheet(name: &str, text: &str) -> Sheet {
    let lines = text.trim_matches(['\n', ' ']).lines();
    let rows = lines.enumerate().map(|(number, line)| {
        let cells = line.trim().split('|').enumerate().map(|(column, text)| (column as u32, cell(text.trim())));
        let cells = cells.filter(|(_, cell)| cell.content != Content::Blank).collect();
        Row { number: number as u32, cells }
    });
    Sheet { name: name.to_owned(), hidden: false, protected: false, rows: rows.collect(), merged: Vec::new() }
}

fn cell(text: &str) -> Cell {
    let plain = |content| Cell { content, percent: Percent::No, formula: None };
    if text.is_empty() {
        return plain(Content::Blank);
    }
    if let Some(percent) = text.strip_suffix("%%") {
        let number: f64 = percent.parse().expect("a number");
        return Cell { content: Content::Number(number / 100.0), percent: Percent::Yes, formula: None };
    }
    match text.parse() {
        Ok(number) => plain(Content::Number(number)),
        Err(_) => plain(Content::Text(text.to_owned())),
    }
}

/// Merges cells of a sheet, from the first to the last.
pub fn merge(book: &mut Book, first: (u32, u32), last: (u32, u32)) {
    let place = |(row, column)| Place { row, column };
    book.sheets[0].merged.push(voced_tables::Range { first: place(first), last: place(last) });
}

pub fn read(book: &Book) -> DryRun {
    voced_import::read(book, &Choices::default())
}

/// Every fault as it is told.
pub fn faults(run: &DryRun) -> Vec<String> {
    run.faults.iter().map(|fault| fault.message(Lang::En)).collect()
}

fn path(value: &PathValue) -> String {
    match value {
        PathValue::Points(points) => {
            points.iter().map(|(year, value)| format!("{year}: {value}")).collect::<Vec<_>>().join(", ")
        }
        other => other.level().expect("a level").to_string(),
    }
}

fn value(value: &ReadValue) -> String {
    let mut text = format!("{} = {}", value.input.id(), path(&value.value));
    if value.low.is_some() || value.high.is_some() {
        let end = |end: Option<f64>| end.map_or_else(String::new, |end| end.to_string());
        text += &format!(" [{}, {}]", end(value.low), end(value.high));
    }
    let confidence = value.confidence.map(|level| level.id());
    let notes: Vec<&str> =
        [value.source.as_str()].into_iter().chain(confidence).filter(|note| !note.is_empty()).collect();
    if !notes.is_empty() {
        text += &format!(" ({})", notes.join(", "));
    }
    text
}

/// Every value and every observed value, in short.
pub fn values(run: &DryRun) -> Vec<String> {
    let observed = run
        .observed
        .iter()
        .map(|observed| format!("{} {} = {}", observed.quantity.id(), observed.year, observed.cell.value));
    run.values.iter().map(value).chain(observed).collect()
}

/// Unknown names.
pub fn unknown(run: &DryRun) -> Vec<&str> {
    run.unknown.iter().map(|unknown| unknown.label.as_str()).collect()
}
