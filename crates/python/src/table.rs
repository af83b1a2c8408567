//! Tables that go out.

use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int32Builder, StringBuilder};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};

use crate::faults::failed;

/// A table of results.
///
/// It speaks the Arrow PyCapsule interface, so `pyarrow.table(t)`, `polars.DataFrame(t)` and
/// `pandas.DataFrame.from_arrow(t)` take it without copying.
#[pyclass(frozen, module = "voced")]
pub struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    /// A table of parts of one schema.
    pub fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Table {
        Table { schema, batches }
    }

    fn stream(&self) -> impl RecordBatchReader + Send + use<> {
        RecordBatchIterator::new(self.batches.clone().into_iter().map(Ok::<_, ArrowError>), self.schema.clone())
    }

    fn rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }
}

#[pymethods]
impl Table {
    /// The Arrow PyCapsule interface. A schema asked for is not heeded, as the interface allows.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(self.stream())), c"arrow_array_stream")
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(|error| failed("schema", &error))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The number of rows.
    fn __len__(&self) -> usize {
        self.rows()
    }

    /// The names of the columns, in order.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    fn __repr__(&self) -> String {
        format!("<voced.Table of {} rows: {}>", self.rows(), self.column_names().join(", "))
    }

    /// The table as a `pyarrow.Table`; needs pyarrow.
    fn to_pyarrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pyarrow")?.call_method1("table", (slf,))
    }

    /// The table as a `pandas.DataFrame`; needs pandas and pyarrow. An absent value is NaN.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Table::to_pyarrow(slf)?.call_method0("to_pandas")
    }

    /// The table as a `polars.DataFrame`; needs polars. An absent value is null.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("polars")?.call_method1("DataFrame", (slf,))
    }

    /// The rows as dicts, an absent value as None; needs no other package.
    fn to_pylist<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let rows = PyList::empty(py);
        for batch in &self.batches {
            let columns: Vec<Cells<'_>> = batch.columns().iter().map(Cells::of).collect();
            for row in 0..batch.num_rows() {
                let dict = PyDict::new(py);
                for (field, cells) in self.schema.fields().iter().zip(&columns) {
                    cells.put(&dict, field.name(), row)?;
                }
                rows.append(dict)?;
            }
        }
        Ok(rows)
    }
}

/// The cells of a column, of the three types that tables here have.
enum Cells<'a> {
    Text(&'a arrow_array::StringArray),
    Whole(&'a arrow_array::Int32Array),
    Number(&'a arrow_array::Float64Array),
    Nothing,
}

impl Cells<'_> {
    fn of(array: &ArrayRef) -> Cells<'_> {
        use arrow_array::cast::AsArray;
        use arrow_array::types::{Float64Type, Int32Type};
        match array.data_type() {
            DataType::Utf8 => Cells::Text(array.as_string()),
            DataType::Int32 => Cells::Whole(array.as_primitive::<Int32Type>()),
            DataType::Float64 => Cells::Number(array.as_primitive::<Float64Type>()),
            _ => Cells::Nothing,
        }
    }

    fn put(&self, dict: &Bound<'_, PyDict>, key: &str, row: usize) -> PyResult<()> {
        use arrow_array::Array;
        match self {
            Cells::Text(cells) => dict.set_item(key, cells.is_valid(row).then(|| cells.value(row))),
            Cells::Whole(cells) => dict.set_item(key, cells.is_valid(row).then(|| cells.value(row))),
            Cells::Number(cells) => dict.set_item(key, cells.is_valid(row).then(|| cells.value(row))),
            Cells::Nothing => dict.set_item(key, None::<f64>),
        }
    }
}

/// A column in the making.
pub enum Column {
    /// Text.
    Text(StringBuilder),
    /// Whole numbers: years and counts.
    Whole(Int32Builder),
    /// Numbers; an absent one is null.
    Number(Float64Builder),
}

/// Columns in the making, by name.
pub struct Columns(Vec<(&'static str, Column)>);

/// A cell to append.
pub enum Cell<'a> {
    /// Text.
    Text(&'a str),
    /// A whole number, or none.
    Whole(Option<i32>),
    /// A number, or none.
    Number(Option<f64>),
}

/// What a column holds.
#[derive(Clone, Copy)]
pub enum Holds {
    /// Text.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers.
    Number,
}

impl Columns {
    /// Empty columns.
    pub fn new(columns: &[(&'static str, Holds)]) -> Columns {
        let made = |holds| match holds {
            Holds::Text => Column::Text(StringBuilder::new()),
            Holds::Whole => Column::Whole(Int32Builder::new()),
            Holds::Number => Column::Number(Float64Builder::new()),
        };
        Columns(columns.iter().map(|(name, holds)| (*name, made(*holds))).collect())
    }

    /// Appends a row: a cell for each column, of the kind it holds.
    pub fn row<const N: usize>(&mut self, cells: [Cell<'_>; N]) {
        debug_assert_eq!(N, self.0.len());
        for ((_, column), cell) in self.0.iter_mut().zip(cells) {
            match (column, cell) {
                (Column::Text(builder), Cell::Text(text)) => builder.append_value(text),
                (Column::Whole(builder), Cell::Whole(value)) => builder.append_option(value),
                (Column::Number(builder), Cell::Number(value)) => builder.append_option(value),
                (Column::Text(builder), _) => builder.append_null(),
                (Column::Whole(builder), _) => builder.append_null(),
                (Column::Number(builder), _) => builder.append_null(),
            }
        }
    }

    /// The rows as one part of a table.
    ///
    /// # Errors
    /// Where columns are not of one length.
    pub fn batch(self) -> Result<RecordBatch, ArrowError> {
        let mut fields = Vec::new();
        let mut arrays: Vec<ArrayRef> = Vec::new();
        for (name, column) in self.0 {
            let (kind, array): (DataType, ArrayRef) = match column {
                Column::Text(mut builder) => (DataType::Utf8, Arc::new(builder.finish())),
                Column::Whole(mut builder) => (DataType::Int32, Arc::new(builder.finish())),
                Column::Number(mut builder) => (DataType::Float64, Arc::new(builder.finish())),
            };
            fields.push(Field::new(name, kind, true));
            arrays.push(array);
        }
        RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
    }

    /// The rows as a table.
    ///
    /// # Errors
    /// As [`Columns::batch`].
    pub fn table(self) -> PyResult<Table> {
        let batch = self.batch().map_err(|error| failed("table", &error))?;
        Ok(Table::new(batch.schema(), vec![batch]))
    }
}
