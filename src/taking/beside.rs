//! Tables of scenarios side by side and of the plans.

use std::rc::Rc;

use voced_model::{Lang, Quantity};

use super::tables::{heads, named};
use super::{Cell, Sheet};
use crate::i18n::say;
use crate::view::beside::{Column, numbers};
use crate::view::differing::Differing;
use crate::view::plans::Entry;

/// Results side by side, and what they differ from the reference by.
pub fn compared(columns: &[Column], reference: usize, year: i32, all: bool, lang: Lang) -> Sheet {
    let mut head = heads(&[say::RESULT, say::UNIT], lang);
    head.extend(columns.iter().map(|column| column.name.clone()));
    let others: Vec<&Column> = columns.iter().filter(|column| column.place != reference).collect();
    head.extend(others.iter().map(|column| format!("{} · {}", column.name, say::DIFFERENCE.get(lang))));
    let given = |column: &Column, quantity: Quantity| column.outcome.value(quantity, year);
    let held = |quantity| columns.iter().find(|column| column.place == reference).and_then(|it| given(it, quantity));
    let row = |quantity: Quantity| {
        let spec = quantity.spec();
        let values = columns.iter().map(|column| given(column, quantity));
        let differences = others.iter().map(|column| Some(given(column, quantity)? - held(quantity)?));
        let numbers = values.chain(differences).map(|value| Cell::of(value, Some(spec.unit)));
        named(spec.name.get(lang), spec.unit, lang).into_iter().chain(numbers).collect()
    };
    let topics = numbers(columns, reference, year, all, lang);
    let rows = topics.iter().flat_map(|(_, rows)| rows.iter().map(|one| row(one.quantity))).collect();
    Sheet { title: say::COMPARE_TITLE.get(lang).to_owned(), head, rows }
}

/// The levers that differ.
pub fn differing(rows: &[Differing], columns: &[Column], lang: Lang) -> Sheet {
    let names = columns.iter().map(|column| column.name.clone());
    let row = |row: &Differing| {
        let cells = row.cells.iter().map(|cell| Cell::text(cell.text.clone()));
        std::iter::once(Cell::text(row.name.clone())).chain(cells).collect()
    };
    Sheet {
        title: say::LEVERS_DIFFER.get(lang).to_owned(),
        head: std::iter::once(say::LEVER.get(lang).to_owned()).chain(names).collect(),
        rows: rows.iter().map(row).collect(),
    }
}

/// Statements of the plans, one a row.
pub fn statements(entries: &[Rc<Entry>], lang: Lang) -> Sheet {
    let words = [
        say::STATEMENT_ID,
        say::PLAN_OF,
        say::STATEMENT,
        say::ORIGINAL,
        say::ASKED,
        say::DEADLINE,
        say::IN_PLAN,
        say::NOTE,
        say::BECAME,
        say::BECAME_WHAT,
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
        texts.map(Cell::text).to_vec()
    };
    Sheet {
        title: say::PLANS_TITLE.get(lang).to_owned(),
        head: heads(&words, lang),
        rows: entries.iter().map(row).collect(),
    }
}

/// A table that is text already.
pub fn texts(title: &str, head: Vec<String>, rows: Vec<Vec<String>>) -> Sheet {
    let row = |row: Vec<String>| row.into_iter().map(Cell::text).collect();
    Sheet { title: title.to_owned(), head, rows: rows.into_iter().map(row).collect() }
}
