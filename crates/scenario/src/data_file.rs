//! Data files that ship: their names, their lists, and what is wrong in one.

use std::fmt;

use crate::error::Fault;
use crate::json::Json;
use crate::reader::{Reader, inside};

/// A data file that ships with faults in it.
#[derive(Clone, Debug, PartialEq)]
pub struct DataError {
    /// The file, below `crates/scenario/data`.
    pub file: &'static str,
    /// What is wrong in it.
    pub faults: Vec<Fault>,
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.faults.iter().enumerate() {
            let line = if i == 0 { "" } else { "\n" };
            write!(f, "{line}{}: {fault}", self.file)?;
        }
        Ok(())
    }
}

impl std::error::Error for DataError {}

/// A file's name, below `crates/scenario/data`, and its text.
pub type NamedText<'a> = (&'static str, &'a str);

/// Reads a data file that is a list.
pub(crate) fn read_list<T>(
    file: &'static str,
    text: &str,
    read: impl Fn(&mut Reader, &str, &Json) -> Option<T>,
) -> Result<Vec<T>, DataError> {
    let json = Json::parse(text).map_err(|fault| DataError { file, faults: vec![fault] })?;
    let mut reader = Reader::default();
    let list = reader.list("", &json).unwrap_or_default().to_vec();
    let items = list.iter().enumerate().map(|(i, item)| read(&mut reader, &inside("", &i.to_string()), item));
    let items = items.collect::<Option<Vec<T>>>();
    reader.finish(items).map_err(|faults| DataError { file, faults })
}
