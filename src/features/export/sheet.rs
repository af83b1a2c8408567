//! A table as it is taken away: numbers in their own unit, the unit in the head.

use voced_export::csv;
use voced_model::{Lang, Style, Unit};

use voced_charts::Unscaled;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
    /// Words.
    Text(String),
    /// A number, without 万 or million.
    Number(f64),
    /// Nothing.
    Empty,
}

impl TableCell {
    /// Words, or nothing where there are none.
    pub fn text(words: impl Into<String>) -> TableCell {
        let words = words.into();
        if words.is_empty() { TableCell::Empty } else { TableCell::Text(words) }
    }

    /// A number, or nothing where there is none.
    pub fn number(value: Option<f64>) -> TableCell {
        value.filter(|value| value.is_finite()).map_or(TableCell::Empty, TableCell::Number)
    }

    /// A value of a unit as the heads of `heading` announce it: shares in percent.
    pub fn of(value: Option<f64>, unit: Option<Unit>) -> TableCell {
        let percent = unit.is_some_and(|unit| unit.style() == Style::Percent);
        let unscaled = Unscaled { factor: if percent { 100.0 } else { 1.0 }, unit: String::new() };
        TableCell::number(value.map(|value| unscaled.of(value)))
    }
}

/// The words of a unit in a table of plain numbers.
pub fn unit_words(unit: Option<Unit>, lang: Lang) -> String {
    let Some(unit) = unit else { return String::new() };
    let percent = if unit.style() == Style::Percent { "%" } else { "" };
    let words = unit.words().get(lang);
    let space = if percent.is_empty() || words.is_empty() || lang == Lang::Zh { "" } else { " " };
    format!("{percent}{space}{words}")
}

/// A name with its unit in brackets.
pub fn heading(name: &str, unit: &str, lang: Lang) -> String {
    if unit.is_empty() {
        return name.to_owned();
    }
    lang.pick(format!("{name}（{unit}）"), format!("{name} ({unit})"))
}

/// A table with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportTable {
    /// What it is a table of: part of the file's name.
    pub title: String,
    /// The head, units included.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<TableCell>>,
}

impl ExportTable {
    /// The table as text that Excel and WPS open as it is.
    pub fn csv(&self) -> String {
        let head = self.head.iter().map(|text| csv::CsvCell::Text(text)).collect();
        csv::write(std::iter::once(head).chain(self.rows.iter().map(|row| written(row))))
    }

    /// The table as a workbook; `None` where it does not fit into one.
    pub fn workbook(&self) -> Option<Vec<u8>> {
        let rows: Vec<_> = self.rows.iter().map(|row| written(row)).collect();
        voced_export::table_workbook(&self.title, &self.head, &rows).ok()
    }
}

fn written(row: &[TableCell]) -> Vec<csv::CsvCell<'_>> {
    let cell = |cell| match cell {
        &TableCell::Number(number) => csv::CsvCell::Number(number),
        TableCell::Text(text) => csv::CsvCell::Text(text),
        TableCell::Empty => csv::CsvCell::Empty,
    };
    row.iter().map(cell).collect()
}
