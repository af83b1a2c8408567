//! What there is to name: inputs, quantities, areas.

use pyo3::prelude::*;
use voced_model::inputs::Role;
use voced_model::{Adds, InputId, Quantity};
use voced_scenario::{Area, DataError};

use crate::faults::raised;
use crate::table::{Cell, Columns, Holds, Table};

/// Every input of the model, as `voced inputs` lists them.
#[pyfunction]
pub fn inputs() -> PyResult<Table> {
    let text = ["id", "group", "shape", "role", "unit"].map(|name| (name, Holds::Text));
    let numbers = ["default", "min", "max", "step"].map(|name| (name, Holds::Number));
    let words = ["name", "name_zh", "meaning", "meaning_zh"].map(|name| (name, Holds::Text));
    let mut columns = Columns::new(&[&text[..], &numbers[..], &words[..]].concat());
    for spec in InputId::all().map(InputId::spec) {
        let role = match spec.role {
            Role::Lever => "lever",
            Role::Base => "base",
            Role::Assumption => "assumption",
        };
        columns.row([
            Cell::Text(spec.id),
            Cell::Text(spec.group.id()),
            Cell::Text(spec.shape.id()),
            Cell::Text(role),
            Cell::Text(spec.unit.id()),
            Cell::Number(Some(spec.default)),
            Cell::Number(Some(spec.min)),
            Cell::Number(Some(spec.max)),
            Cell::Number(Some(spec.step)),
            Cell::Text(spec.name.en),
            Cell::Text(spec.name.zh),
            Cell::Text(spec.prose().meaning.en),
            Cell::Text(spec.prose().meaning.zh),
        ]);
    }
    columns.table()
}

/// Every quantity of the model.
#[pyfunction]
pub fn quantities() -> PyResult<Table> {
    let names = ["id", "unit", "kind", "adds", "over", "under", "name", "name_zh"].map(|name| (name, Holds::Text));
    let mut columns = Columns::new(&names);
    for quantity in Quantity::ALL {
        let spec = quantity.spec();
        let told = |terms: &[Quantity]| terms.iter().map(|term| term.id()).collect::<Vec<_>>().join(" ");
        let (adds, over, under) = match spec.adds {
            Adds::Sum => ("sum", String::new(), String::new()),
            Adds::Ratio { over, under } => ("ratio", told(over), told(under)),
            Adds::Apart => ("apart", String::new(), String::new()),
        };
        columns.row([
            Cell::Text(spec.id),
            Cell::Text(spec.unit.id()),
            Cell::Text(if quantity.is_stock() { "stock" } else { "flow" }),
            Cell::Text(adds),
            Cell::Text(&over),
            Cell::Text(&under),
            Cell::Text(spec.name.en),
            Cell::Text(spec.name.zh),
        ]);
    }
    columns.table()
}

/// The areas that ship.
#[pyfunction]
pub fn regions() -> PyResult<Table> {
    let mut columns = Columns::new(&[
        ("id", Holds::Text),
        ("name", Holds::Text),
        ("name_zh", Holds::Text),
        ("base_year", Holds::Whole),
        ("targets", Holds::Whole),
    ]);
    for area in Area::ids().filter_map(Area::shipped) {
        let area = area.map_err(|DataError { faults, .. }| raised(faults))?;
        columns.row([
            Cell::Text(&area.id),
            Cell::Text(area.name.en.as_ref()),
            Cell::Text(area.name.zh.as_ref()),
            Cell::Whole(Some(area.base_year.value)),
            Cell::Whole(Some(area.targets.len() as i32)),
        ]);
    }
    columns.table()
}
