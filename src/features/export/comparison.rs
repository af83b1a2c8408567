//! Tables of scenarios side by side and of the plans.

use std::rc::Rc;

use voced_model::{Lang, Quantity};

use super::tables::{heads, named};
use super::{ExportTable, TableCell};
use crate::features::comparison::differing::Differing;
use crate::features::comparison::view_model::{Column, numbers};
use crate::features::plans::view_model::Entry;
use crate::phrases;

/// Results side by side, and what they differ from the reference by.
pub fn compared(columns: &[Column], reference: usize, year: i32, all: bool, lang: Lang) -> ExportTable {
    let mut head = heads(&[phrases::RESULT, phrases::UNIT], lang);
    head.extend(columns.iter().map(|column| column.name.clone()));
    let others: Vec<&Column> = columns.iter().filter(|column| column.place != reference).collect();
    head.extend(others.iter().map(|column| format!("{} · {}", column.name, phrases::DIFFERENCE.get(lang))));
    let given = |column: &Column, quantity: Quantity| column.outcome.value(quantity, year);
    let held = |quantity| columns.iter().find(|column| column.place == reference).and_then(|it| given(it, quantity));
    let row = |quantity: Quantity| {
        let spec = quantity.spec();
        let values = columns.iter().map(|column| given(column, quantity));
        let differences = others.iter().map(|column| Some(given(column, quantity)? - held(quantity)?));
        let numbers = values.chain(differences).map(|value| TableCell::of(value, Some(spec.unit)));
        named(spec.name.get(lang), spec.unit, lang).into_iter().chain(numbers).collect()
    };
    let topics = numbers(columns, reference, year, all, lang);
    let rows = topics.iter().flat_map(|(_, rows)| rows.iter().map(|one| row(one.quantity))).collect();
    ExportTable { title: phrases::COMPARE_TITLE.get(lang).to_owned(), head, rows }
}

/// The levers that differ.
pub fn differing(rows: &[Differing], columns: &[Column], lang: Lang) -> ExportTable {
    let names = columns.iter().map(|column| column.name.clone());
    let row = |row: &Differing| {
        let cells = row.cells.iter().map(|cell| TableCell::text(cell.text.clone()));
        std::iter::once(TableCell::text(row.name.clone())).chain(cells).collect()
    };
    ExportTable {
        title: phrases::LEVERS_DIFFER.get(lang).to_owned(),
        head: std::iter::once(phrases::LEVER.get(lang).to_owned()).chain(names).collect(),
        rows: rows.iter().map(row).collect(),
    }
}

/// Statements of the plans, one a row.
pub fn statements(entries: &[Rc<Entry>], lang: Lang) -> ExportTable {
    let words = [
        phrases::STATEMENT_ID,
        phrases::PLAN_OF,
        phrases::STATEMENT,
        phrases::ORIGINAL,
        phrases::ASKED,
        phrases::DEADLINE,
        phrases::IN_PLAN,
        phrases::NOTE,
        phrases::BECAME,
        phrases::BECAME_WHAT,
    ];
    let row = |entry: &Rc<Entry>| {
        let things: Vec<&str> = entry.things.iter().map(|thing| thing.name.as_str()).collect();
        let texts = [
            &entry.id,
            &entry.area_name,
            &entry.label,
            &entry.quote,
            &entry.asked,
            &entry.due,
            &entry.role.1,
            &entry.note,
            entry.fate.words().get(lang),
            &things.join(lang.pick("；", "; ")),
        ];
        texts.map(TableCell::text).to_vec()
    };
    ExportTable {
        title: phrases::PLANS_TITLE.get(lang).to_owned(),
        head: heads(&words, lang),
        rows: entries.iter().map(row).collect(),
    }
}

/// A table that is text already.
pub fn texts(title: &str, head: Vec<String>, rows: Vec<Vec<String>>) -> ExportTable {
    let row = |row: Vec<String>| row.into_iter().map(TableCell::text).collect();
    ExportTable { title: title.to_owned(), head, rows: rows.into_iter().map(row).collect() }
}
