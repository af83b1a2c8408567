//! Rows of results as lines of text, and as Parquet.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use serde_json::{Map, Value};
use voced_analysis::many::{Batch, BatchRow};
use voced_scenario::AreaRef;

/// The kinds of files that a batch writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutFormat {
    /// Cells between commas.
    Csv,
    /// A JSON object a line.
    Jsonl,
    /// Columns, packed.
    Parquet,
}

impl OutFormat {
    /// The kind of a file by the ending of its name.
    pub fn of(out: &Path) -> Option<OutFormat> {
        match out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(OutFormat::Csv),
            "jsonl" | "ndjson" => Some(OutFormat::Jsonl),
            "parquet" => Some(OutFormat::Parquet),
            _ => None,
        }
    }
}

/// The columns, in order; the percentiles are there with draws alone.
const COLUMNS: [&str; 7] = ["area", "name", "scenario", "quantity", "year", "unit", "value"];
const LEVELS: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

/// The heading of a file; empty where a format has none.
pub fn head(format: OutFormat, with_draws: bool) -> Vec<u8> {
    if format != OutFormat::Csv {
        return Vec::new();
    }
    let levels = if with_draws { &LEVELS[..] } else { &[] };
    let names: Vec<&str> = COLUMNS.iter().chain(levels).copied().collect();
    (names.join(",") + "\n").into_bytes()
}

/// The rows of an area as text. Parquet is made of JSON lines at the end, so that an interruption changes nothing.
///
/// # Errors
/// None in practice: memory takes any line.
pub fn lines(format: OutFormat, batch: &Batch, area: &AreaRef, rows: &[BatchRow]) -> io::Result<Vec<u8>> {
    let area = area.area();
    if format != OutFormat::Csv {
        let mut bytes = Vec::new();
        for row in rows {
            serde_json::to_writer(&mut bytes, &object(batch, (&area.id, &area.name.zh), row))?;
            bytes.push(b'\n');
        }
        return Ok(bytes);
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    for row in rows {
        let (spec, scenario) = (row.quantity.spec(), &batch.scenarios[row.scenario].0);
        let (year, value) = (row.year.to_string(), number(row.value));
        let cells = [&area.id, &area.name.zh, scenario, spec.id, &year, spec.unit.id(), &value];
        let levels: Vec<String> = match batch.draws {
            Some(_) => (0..LEVELS.len()).map(|place| number(row.levels.map(|levels| levels[place]))).collect(),
            None => Vec::new(),
        };
        writer.write_record(cells.into_iter().chain(levels.iter().map(String::as_str)))?;
    }
    writer.into_inner().map_err(|error| error.into_error())
}

fn object(batch: &Batch, (id, name): (&str, &str), row: &BatchRow) -> Map<String, Value> {
    let spec = row.quantity.spec();
    let number = |value: Option<f64>| value.map_or(Value::Null, Value::from);
    let mut object = Map::new();
    let texts = [id, name, &batch.scenarios[row.scenario].0, spec.id];
    for (key, text) in COLUMNS.iter().zip(texts) {
        object.insert((*key).to_owned(), text.into());
    }
    object.insert("year".to_owned(), row.year.into());
    object.insert("unit".to_owned(), spec.unit.id().into());
    object.insert("value".to_owned(), number(row.value));
    if batch.draws.is_some() {
        for (place, key) in LEVELS.iter().enumerate() {
            object.insert((*key).to_owned(), number(row.levels.map(|levels| levels[place])));
        }
    }
    object
}

/// Rows of a group of a Parquet file.
const GROUP: usize = 100_000;

/// Makes a Parquet file of JSON lines.
///
/// # Errors
/// Where the lines cannot be read or the disk takes no more.
pub fn parquet(lines: &Path, out: &Path, with_draws: bool) -> io::Result<()> {
    let levels = if with_draws { &LEVELS[..] } else { &[] };
    let texts = |names: &[&str]| names.iter().map(|name| format!("required binary {name} (UTF8);")).collect::<String>();
    let numbers = |names: &[&str]| names.iter().map(|name| format!("optional double {name};")).collect::<String>();
    let schema = format!(
        "message rows {{ {} required int32 year; {} {} {} }}",
        texts(&COLUMNS[..4]),
        texts(&COLUMNS[5..6]),
        numbers(&COLUMNS[6..]),
        numbers(levels)
    );
    let schema = Arc::new(parse_message_type(&schema).map_err(io::Error::other)?);
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("voced ", env!("CARGO_PKG_VERSION")).to_owned())
        .build();
    let file = BufWriter::new(File::create(out)?);
    let mut writer = SerializedFileWriter::new(file, schema, Arc::new(properties)).map_err(io::Error::other)?;
    let mut reader = BufReader::new(File::open(lines)?).lines();
    loop {
        let group: Vec<Map<String, Value>> = reader
            .by_ref()
            .take(GROUP)
            .map(|line| serde_json::from_str(&line?).map_err(io::Error::other))
            .collect::<io::Result<_>>()?;
        if group.is_empty() {
            break;
        }
        write_group(&mut writer, &group, levels).map_err(io::Error::other)?;
    }
    let mut file = writer.into_inner().map_err(io::Error::other)?;
    file.flush()
}

fn write_group(
    writer: &mut SerializedFileWriter<BufWriter<File>>,
    rows: &[Map<String, Value>],
    levels: &[&str],
) -> Result<(), ParquetError> {
    let mut group = writer.next_row_group()?;
    for name in COLUMNS.iter().chain(levels) {
        let Some(mut column) = group.next_column()? else { break };
        let cells = rows.iter().map(|row| row.get(*name).unwrap_or(&Value::Null));
        match *name {
            "year" => {
                let years: Vec<i32> = cells.map(|cell| cell.as_i64().unwrap_or_default() as i32).collect();
                column.typed::<Int32Type>().write_batch(&years, None, None)?;
            }
            "area" | "name" | "scenario" | "quantity" | "unit" => {
                let texts: Vec<ByteArray> = cells.map(|cell| cell.as_str().unwrap_or_default().into()).collect();
                column.typed::<ByteArrayType>().write_batch(&texts, None, None)?;
            }
            _ => {
                let there: Vec<i16> = cells.clone().map(|cell| i16::from(!cell.is_null())).collect();
                let numbers: Vec<f64> = cells.filter_map(number).collect();
                column.typed::<DoubleType>().write_batch(&numbers, Some(&there), None)?;
            }
        }
        column.close()?;
    }
    group.close().map(drop)
}

fn number(cell: &Value) -> Option<f64> {
    cell.as_f64()
}
