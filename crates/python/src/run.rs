//! A projection.

use pyo3::prelude::*;
use voced_analysis::report;
use voced_model::Quantity;
use voced_model::equations::Projection;
use voced_scenario::{Json, ResolvedScenario};

use crate::faults::{failed, raised};
use crate::scenario::resolved;
use crate::table::{Cell, Columns, Holds, Table};

/// The document of `voced run`, and its quantities as a table.
#[pyfunction]
#[pyo3(signature = (scenario, area = None))]
pub fn run(py: Python<'_>, scenario: &str, area: Option<&str>) -> PyResult<(String, Table)> {
    let done = py.detach(|| {
        let resolved = resolved(scenario, area)?;
        let projection = resolved.project();
        Ok((report::report(&resolved, &projection), columns(&resolved, &projection)))
    });
    let (report, columns) = done.map_err(|faults: Vec<_>| raised(&faults))?;
    Ok((document(&report)?, columns.table()?))
}

/// A document as the command line prints it.
pub fn document(json: &Json) -> PyResult<String> {
    serde_json::to_string_pretty(json).map(|text| text + "\n").map_err(|error| failed("document", &error))
}

fn columns(resolved: &ResolvedScenario, projection: &Projection<f64>) -> Columns {
    let mut columns = Columns::new(&[
        ("quantity", Holds::Text),
        ("year", Holds::Whole),
        ("unit", Holds::Text),
        ("value", Holds::Number),
    ]);
    for quantity in Quantity::ALL {
        for (t, year) in resolved.years().enumerate() {
            columns.row([
                Cell::Text(quantity.id()),
                Cell::Whole(Some(year)),
                Cell::Text(quantity.spec().unit.id()),
                Cell::Number(projection.value(*quantity, t)),
            ]);
        }
    }
    columns
}
