//! `voced` for Python: the native part of the package in `python/voced`.
//!
//! Nothing is computed here. Text comes in as Python's side wrote or read it, tables come in and go out by the Arrow
//! PyCapsule interface, and every fault goes out in one exception. The interpreter's lock is released wherever the
//! equations run.

mod batch;
mod book;
mod faults;
mod lists;
mod run;
mod scenario;
mod solve;
mod table;
mod totals;
mod uncertainty;

/// The native part.
#[pyo3::pymodule(gil_used = false)]
mod _voced {
    #[pymodule_export]
    use crate::batch::batched;
    #[pymodule_export]
    use crate::lists::{inputs, quantities, regions};
    #[pymodule_export]
    use crate::run::run;
    #[pymodule_export]
    use crate::solve::{listed, one, several};
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::totals::added;
    #[pymodule_export]
    use crate::uncertainty::sampled;

    #[pymodule_export]
    const MODEL_VERSION: &str = voced_model::equations::MODEL_VERSION;
}
