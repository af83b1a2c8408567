//! Faults as Python's exception.

use pyo3::PyErr;
use voced_model::Lang;
use voced_scenario::Fault;

pyo3::import_exception!(voced._faults, VocedError);

/// A fault as the exception takes it: where, and what in English and in Chinese.
pub type Told = (String, String, String);

/// A fault in words.
pub fn told(fault: &Fault) -> Told {
    (fault.at.clone(), fault.message(Lang::En), fault.message(Lang::Zh))
}

/// The exception that carries these faults.
pub fn raised(faults: &[Fault]) -> PyErr {
    VocedError::new_err((faults.iter().map(told).collect::<Vec<_>>(),))
}

/// The exception of something that is no fault of a document, such as a table that can not be read.
pub fn failed(what: &str, error: &dyn std::fmt::Display) -> PyErr {
    let message = format!("{what}: {error}");
    VocedError::new_err((vec![(what.to_owned(), message.clone(), message)],))
}
