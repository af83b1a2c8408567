//! Tables that come in, as cells: numbers as numbers, text as text.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, RecordBatch};
use arrow_schema::{DataType, Schema};
use voced_model::{InputId, Quantity, Unit};
use voced_tables::{Book, Cell, Content, Format, Percent, Row, Sheet};

/// How pandas names the labels of its rows where they become a column.
const INDEX: &str = "__index_level_";

/// Columns of values in tables with a row an indicator.
const VALUES: [&str; 3] = ["value", "数值", "值"];

/// A column of a type that has no cells: its name and its type.
pub type Refused = (String, String);

/// A table as a sheet: the names of its columns in the first row, then a row a row.
///
/// # Errors
/// The first column that is neither of numbers nor of text.
pub fn book(schema: &Schema, batches: &[RecordBatch]) -> Result<Book, Refused> {
    let count: usize = batches.iter().map(RecordBatch::num_rows).sum();
    let mut rows: Vec<Row> = (0..=count).map(|number| Row { number: number as u32, cells: Vec::new() }).collect();
    for (column, field) in schema.fields().iter().enumerate() {
        let name = field.name();
        // What pandas adds for the labels of its rows.
        if name.starts_with(INDEX) {
            continue;
        }
        rows[0].cells.push((column as u32, Cell::text(name.as_str())));
        let percent = if is_share(name) { Percent::Yes } else { Percent::No };
        let mut first = 1;
        for batch in batches {
            let array = batch.column(column);
            let mut put = |row: usize, content: Content| {
                let cells = rows.get_mut(first + row).map(|row| &mut row.cells);
                // Text has no format: 43% is said in it, or is not.
                let percent = if matches!(content, Content::Text(_)) { Percent::Unknown } else { percent };
                cells.into_iter().for_each(|cells| {
                    cells.push((column as u32, Cell { content: content.clone(), percent, formula: None }));
                });
            };
            cells(array.as_ref(), &mut put).map_err(|kind| (name.clone(), kind))?;
            first += batch.num_rows();
        }
    }
    of_long_tables(&mut rows);
    let sheet = Sheet { rows, ..Sheet::default() };
    Ok(Book { format: Format::Text, notes: Vec::new(), sheets: vec![sheet] })
}

/// In rows of area, indicator and value the id of a share stands beside its number.
fn of_long_tables(rows: &mut [Row]) {
    let Some((head, rows)) = rows.split_first_mut() else { return };
    let is_value = |(_, cell): &&(u32, Cell)| matches!(&cell.content, Content::Text(name) if VALUES.contains(&&**name));
    let Some(value) = head.cells.iter().find(is_value).map(|(column, _)| *column) else { return };
    for row in rows {
        if row.cells.iter().any(|(_, cell)| matches!(&cell.content, Content::Text(text) if is_share(text))) {
            let number = row
                .cells
                .iter_mut()
                .filter(|(column, cell)| *column == value && matches!(cell.content, Content::Number(_)));
            number.for_each(|(_, cell)| cell.percent = Percent::Yes);
        }
    }
}

/// Whether a column is named by the id of a share: its numbers are shares from 0 to 1, as everywhere in documents.
fn is_share(name: &str) -> bool {
    let unit = InputId::find(name).map(|input| input.spec().unit);
    unit.or_else(|| Quantity::find(name).map(|quantity| quantity.spec().unit)) == Some(Unit::Share)
}

/// Hands over the cells of a column that hold something, each with its row.
fn cells(array: &dyn Array, put: &mut dyn FnMut(usize, Content)) -> Result<(), String> {
    let present = |row: &usize| array.is_valid(*row);
    let rows = (0..array.len()).filter(present);
    let text = |text: &str| Content::Text(text.to_owned());
    match array.data_type() {
        DataType::Utf8 => rows.for_each(|row| put(row, text(array.as_string::<i32>().value(row)))),
        DataType::LargeUtf8 => rows.for_each(|row| put(row, text(array.as_string::<i64>().value(row)))),
        DataType::Utf8View => rows.for_each(|row| put(row, text(array.as_string_view().value(row)))),
        DataType::Boolean => rows.for_each(|row| put(row, Content::Truth(array.as_boolean().value(row)))),
        DataType::Float64 => numbers::<Float64Type>(array, |value| value, put),
        DataType::Float32 => numbers::<Float32Type>(array, f64::from, put),
        DataType::Int64 => numbers::<Int64Type>(array, |value| value as f64, put),
        DataType::Int32 => numbers::<Int32Type>(array, f64::from, put),
        DataType::Int16 => numbers::<Int16Type>(array, f64::from, put),
        DataType::Int8 => numbers::<Int8Type>(array, f64::from, put),
        DataType::UInt64 => numbers::<UInt64Type>(array, |value| value as f64, put),
        DataType::UInt32 => numbers::<UInt32Type>(array, f64::from, put),
        DataType::UInt16 => numbers::<UInt16Type>(array, f64::from, put),
        DataType::UInt8 => numbers::<UInt8Type>(array, f64::from, put),
        DataType::Null => {}
        DataType::Dictionary(_, _) => {
            let dictionary = array.as_any_dictionary();
            let mut words: Vec<Option<Content>> = vec![None; dictionary.values().len()];
            cells(dictionary.values().as_ref(), &mut |place, content| words[place] = Some(content))?;
            if !words.is_empty() {
                let keys = dictionary.normalized_keys();
                rows.for_each(|row| words[keys[row]].iter().for_each(|content| put(row, content.clone())));
            }
        }
        other => return Err(other.to_string()),
    }
    Ok(())
}

/// Numbers; NaN is none, as pandas writes it.
fn numbers<T: ArrowPrimitiveType>(
    array: &dyn Array,
    number: impl Fn(T::Native) -> f64,
    put: &mut dyn FnMut(usize, Content),
) {
    let values = array.as_primitive::<T>();
    for row in (0..values.len()).filter(|row| values.is_valid(*row)) {
        let value = number(values.value(row));
        if !value.is_nan() {
            put(row, Content::Number(value));
        }
    }
}
