//! Rows of many areas, added as each quantity adds.

use std::collections::HashMap;

use pyo3::prelude::*;
use voced_analysis::many::Totals;
use voced_model::Quantity;
use voced_scenario::{Fault, Problem, named_quantity};
use voced_tables::{Book, Content, Row};

use crate::batch::read;
use crate::book::book;
use crate::faults::{failed, raised};
use crate::table::{Cell, Columns, Holds, Table};

/// The columns that are read.
const READ: [&str; 5] = ["area", "scenario", "quantity", "year", "value"];

/// The rows of one scenario.
#[derive(Default)]
struct Rows {
    quantities: Vec<Quantity>,
    /// By area, in the order of the table.
    areas: Vec<HashMap<(Quantity, i32), f64>>,
    places: HashMap<String, usize>,
    years: Option<(i32, i32)>,
}

/// One row a scenario, quantity and year of a table of rows such as `batch` gives.
#[pyfunction]
#[pyo3(name = "totals", signature = (table))]
pub fn added(py: Python<'_>, table: &Bound<'_, PyAny>) -> PyResult<Table> {
    let (schema, batches) = read(py, table)?;
    let columns = READ.map(|name| schema.index_of(name).ok());
    let missing = READ.iter().zip(columns).filter(|(_, place)| place.is_none());
    let faults: Vec<Fault> = missing.map(|(name, _)| Fault::new("table", Problem::MissingKey { key: name })).collect();
    if !faults.is_empty() {
        return Err(raised(&faults));
    }
    let columns = columns.map(|place| place.unwrap_or_default());
    let projected = batches.iter().map(|batch| batch.project(&columns)).collect::<Result<Vec<_>, _>>();
    let projected = projected.map_err(|error| failed("table", &error))?;
    let schema = schema.project(&columns).map_err(|error| failed("table", &error))?;
    let done = py.detach(|| {
        let book = book(&schema, &projected).map_err(|(column, kind)| {
            let allowed = vec!["numbers", "text"];
            vec![Fault::new(format!("table.{column}"), Problem::NotOneOf { found: kind, allowed })]
        })?;
        scenarios(&book)
    });
    summed(done.map_err(|faults| raised(&faults))?).table()
}

/// The rows of each scenario, in the order of the table.
fn scenarios(book: &Book) -> Result<Vec<(String, Rows)>, Vec<Fault>> {
    let mut scenarios: Vec<(String, Rows)> = Vec::new();
    let mut known: HashMap<String, Quantity> = HashMap::new();
    for row in book.sheets.iter().flat_map(|sheet| &sheet.rows).skip(1) {
        let [area, scenario, id] = [0, 1, 2].map(|column| text(row, column));
        let quantity = match known.get(id) {
            Some(quantity) => *quantity,
            None => {
                let quantity = named_quantity("quantity", id).map_err(|fault| vec![fault])?;
                known.insert(id.to_owned(), quantity);
                quantity
            }
        };
        let Some(year) = number(row, 3).map(|year| year as i32) else {
            return Err(vec![Fault::new("year", Problem::NoValue)]);
        };
        let place = match scenarios.iter().rposition(|(name, _)| name == scenario) {
            Some(place) => place,
            None => {
                scenarios.push((scenario.to_owned(), Rows::default()));
                scenarios.len() - 1
            }
        };
        let rows = &mut scenarios[place].1;
        if !rows.quantities.contains(&quantity) {
            rows.quantities.push(quantity);
        }
        let (first, last) = rows.years.unwrap_or((year, year));
        rows.years = Some((first.min(year), last.max(year)));
        let place = match rows.places.get(area) {
            Some(place) => *place,
            None => {
                rows.places.insert(area.to_owned(), rows.areas.len());
                rows.areas.push(HashMap::new());
                rows.areas.len() - 1
            }
        };
        if let Some(value) = number(row, 4) {
            rows.areas[place].insert((quantity, year), value);
        }
    }
    Ok(scenarios)
}

fn text(row: &Row, column: u32) -> &str {
    match content(row, column) {
        Some(Content::Text(text)) => text,
        _ => "",
    }
}

fn number(row: &Row, column: u32) -> Option<f64> {
    match content(row, column) {
        Some(Content::Number(number)) => Some(*number),
        _ => None,
    }
}

fn content(row: &Row, column: u32) -> Option<&Content> {
    row.cells.iter().find(|(place, _)| *place == column).map(|(_, cell)| &cell.content)
}

fn summed(scenarios: Vec<(String, Rows)>) -> Columns {
    let mut columns = Columns::new(&[
        ("scenario", Holds::Text),
        ("quantity", Holds::Text),
        ("year", Holds::Whole),
        ("unit", Holds::Text),
        ("value", Holds::Number),
        ("lacking", Holds::Whole),
        ("below", Holds::Whole),
        ("sum_below", Holds::Number),
    ]);
    let whole = |count: usize| Cell::Whole(i32::try_from(count).ok());
    for (name, rows) in scenarios {
        let Some((first, last)) = rows.years else { continue };
        let mut totals = Totals::new(&rows.quantities, first..=last);
        for area in &rows.areas {
            totals.add_values(first, |quantity, t| area.get(&(quantity, first + t as i32)).copied());
        }
        for quantity in &rows.quantities {
            for year in first..=last {
                let total = totals.total(*quantity, year);
                columns.row([
                    Cell::Text(&name),
                    Cell::Text(quantity.id()),
                    Cell::Whole(Some(year)),
                    Cell::Text(quantity.spec().unit.id()),
                    Cell::Number(total.value),
                    whole(total.lacking),
                    whole(total.below),
                    Cell::Number(Some(total.sum_below)),
                ]);
            }
        }
    }
    columns
}
