//! What can be wrong with something a person or a file gave, and how it is said.

use std::fmt;

use crate::text::{Lang, Words};
use crate::{InputId, Unit};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where: keys from the outside in, joined by dots, such as `inputs.hires.points.2021`. Empty
    /// for the whole document.
    pub at: String,
    /// What.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is not JSON.
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the JSON reader says.
        detail: String,
    },
    /// A value of another type than asked for.
    WrongType {
        /// What is allowed.
        expected: Words,
        /// What was found.
        found: String,
    },
    /// A key that does not exist here.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys allowed here.
        allowed: Vec<&'static str>,
    },
    /// A key that is there twice.
    RepeatedKey {
        /// The key.
        key: String,
    },
    /// A key that must be there and is not.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// An id that does not exist.
    UnknownId {
        /// What it should name.
        what: Words,
        /// The id.
        id: String,
        /// Ids like it, or all of them where they are few.
        nearest: Vec<String>,
    },
    /// NaN or infinity.
    NotFinite {
        /// The least value allowed.
        min: f64,
        /// The largest value allowed.
        max: f64,
    },
    /// A number out of its bounds.
    OutOfRange {
        /// The number.
        value: f64,
        /// The least value allowed.
        min: f64,
        /// The largest value allowed.
        max: f64,
        /// The unit of all three.
        unit: Option<Unit>,
    },
    /// A fraction where only whole numbers make sense.
    NotWhole {
        /// The number.
        value: f64,
        /// The least value allowed.
        min: f64,
        /// The largest value allowed.
        max: f64,
    },
    /// A path for an input that takes one number.
    PathForScalar,
    /// A path without a point.
    EmptyPath,
    /// Points whose years do not rise.
    UnsortedPath {
        /// The year that stands too late.
        year: i32,
        /// The year before it.
        after: i32,
    },
    /// A key that should be a year.
    NotAYear {
        /// The key.
        text: String,
    },
    /// A value that is none of a few words.
    NotOneOf {
        /// The value.
        found: String,
        /// The words allowed.
        allowed: Vec<&'static str>,
    },
    /// A file of a later version of the product.
    NewerSchema {
        /// Its version.
        found: f64,
        /// The latest version this product reads.
        known: i32,
    },
    /// A file version that never was.
    UnknownSchema {
        /// Its version.
        found: f64,
    },
    /// Both `region` and `data` are given.
    RegionAndData,
    /// Neither `region` nor `data` is given.
    NoRegion,
    /// Text beyond its allowed length.
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The length allowed.
        max: usize,
    },
    /// A last year before the first.
    EndBeforeStart {
        /// The first year.
        start: i32,
        /// The last year.
        end: i32,
    },
    /// `low <= value <= high` does not hold.
    RangeAroundValue {
        /// Low.
        low: f64,
        /// The value.
        value: f64,
        /// High.
        high: f64,
    },
}

/// A number as messages write it: all digits, or powers of ten where those would run on.
pub(crate) fn plain(value: f64) -> String {
    let size = value.abs();
    if size != 0.0 && !(1e-9..1e15).contains(&size) { format!("{value:e}") } else { format!("{value}") }
}

impl Fault {
    /// A fault at a place.
    pub fn new(at: impl Into<String>, problem: Problem) -> Fault {
        Fault { at: at.into(), problem }
    }

    /// The sentence for people, in `lang`. The English one is also what [`fmt::Display`] writes.
    pub fn message(&self, lang: Lang) -> String {
        let said = match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        };
        let place = self.place(lang);
        if place.is_empty() { said } else { format!("{place}{}{said}", lang.pick("：", ": ")) }
    }

    /// Where, with the input's name where an input is meant.
    fn place(&self, lang: Lang) -> String {
        let input = self.at.split('.').find_map(InputId::find);
        match (input, lang) {
            (Some(input), Lang::Zh) => format!("{}（{}）", input.spec().name.zh, self.at),
            _ => self.at.clone(),
        }
    }

    fn en(&self) -> String {
        match &self.problem {
            Problem::Syntax { line, column, detail } => {
                format!("not valid JSON at line {line}, column {column}: {detail}")
            }
            Problem::WrongType { expected, found } => format!("expected {}, found {found}", expected.en),
            Problem::UnknownKey { key, allowed } => {
                format!("unknown key {key:?}; allowed: {}", allowed.join(", "))
            }
            Problem::RepeatedKey { key } => format!("key {key:?} is given twice; keep one"),
            Problem::MissingKey { key } => format!("missing key {key:?}"),
            Problem::UnknownId { what, id, nearest } => {
                let hint = hint(nearest, "; did you mean ", "?");
                format!("no {} has the id {id:?}{hint}", what.en)
            }
            Problem::NotFinite { min, max } => {
                format!("not a finite number; allowed {} to {}", plain(*min), plain(*max))
            }
            Problem::OutOfRange { value, min, max, unit } => {
                let unit = unit.map_or("", |unit| unit.words().en);
                let space = if unit.is_empty() { "" } else { " " };
                let (value, min, max) = (plain(*value), plain(*min), plain(*max));
                format!("{value} is out of range; allowed {min} to {max}{space}{unit}")
            }
            Problem::NotWhole { value, min, max } => {
                format!("{} is not whole; allowed whole numbers {} to {}", plain(*value), plain(*min), plain(*max))
            }
            Problem::PathForScalar => "takes one number for all years, not a path".to_owned(),
            Problem::EmptyPath => "a path needs at least one year and value".to_owned(),
            Problem::UnsortedPath { year, after } => {
                format!("the years of a path must rise; {year} stands after {after}")
            }
            Problem::NotAYear { text } => format!("{text:?} is not a year; allowed 1900 to 2200"),
            Problem::NotOneOf { found, allowed } => {
                format!("{found} is not allowed; allowed: {}", allowed.join(", "))
            }
            Problem::NewerSchema { found, known } => format!(
                "version {} was made by a newer program; this one reads up to version {known}; nothing was changed",
                plain(*found)
            ),
            Problem::UnknownSchema { found } => format!("version {} does not exist; allowed: 1", plain(*found)),
            Problem::RegionAndData => "\"region\" and \"data\" exclude each other; give one".to_owned(),
            Problem::NoRegion => "give \"region\" (an area that ships) or \"data\" (an area of your own)".to_owned(),
            Problem::TooLong { length, max } => format!("{length} characters are too many; allowed {max}"),
            Problem::EndBeforeStart { start, end } => {
                format!("the last year {end} is before the first year {start}")
            }
            Problem::RangeAroundValue { low, value, high } => {
                format!("low, value and high must rise; found {}, {}, {}", plain(*low), plain(*value), plain(*high))
            }
        }
    }

    fn zh(&self) -> String {
        match &self.problem {
            Problem::Syntax { line, column, detail } => {
                format!("第{line}行第{column}列不是有效的 JSON（{detail}）")
            }
            Problem::WrongType { expected, found } => format!("应为{}，实为 {found}", expected.zh),
            Problem::UnknownKey { key, allowed } => format!("没有“{key}”这一项；可用：{}", allowed.join("、")),
            Problem::RepeatedKey { key } => format!("“{key}”重复出现，请只保留一个"),
            Problem::MissingKey { key } => format!("缺少“{key}”"),
            Problem::UnknownId { what, id, nearest } => {
                format!("没有编号为“{id}”的{}{}", what.zh, hint(nearest, "；是否指 ", "？"))
            }
            Problem::NotFinite { min, max } => format!("不是有限的数；允许 {} 至 {}", plain(*min), plain(*max)),
            Problem::OutOfRange { value, min, max, unit } => {
                let unit = unit.map_or("", |unit| unit.words().zh);
                let space = if unit.is_empty() { "" } else { " " };
                let (value, min, max) = (plain(*value), plain(*min), plain(*max));
                format!("{value} 超出范围；允许 {min} 至 {max}{space}{unit}")
            }
            Problem::NotWhole { value, min, max } => {
                format!("{} 不是整数；允许 {} 至 {} 的整数", plain(*value), plain(*min), plain(*max))
            }
            Problem::PathForScalar => "各年只取同一个数，不能逐年设定".to_owned(),
            Problem::EmptyPath => "逐年设定至少需要一个年份和数值".to_owned(),
            Problem::UnsortedPath { year, after } => format!("年份应由小到大；{year} 排在 {after} 之后"),
            Problem::NotAYear { text } => format!("“{text}”不是年份；允许 1900 至 2200"),
            Problem::NotOneOf { found, allowed } => format!("不允许 {found}；可用：{}", allowed.join("、")),
            Problem::NewerSchema { found, known } => {
                format!("版本 {} 由更新的程序生成，本程序只能读到版本 {known}；未作任何改动", plain(*found))
            }
            Problem::UnknownSchema { found } => format!("没有版本 {}；可用：1", plain(*found)),
            Problem::RegionAndData => "“region”与“data”只能给出一个".to_owned(),
            Problem::NoRegion => "请给出“region”（内置地区）或“data”（自有地区数据）".to_owned(),
            Problem::TooLong { length, max } => format!("共 {length} 个字符，过长；最多 {max} 个"),
            Problem::EndBeforeStart { start, end } => format!("结束年份 {end} 早于开始年份 {start}"),
            Problem::RangeAroundValue { low, value, high } => {
                format!("下限、取值、上限应依次增大；实为 {}、{}、{}", plain(*low), plain(*value), plain(*high))
            }
        }
    }
}

fn hint(nearest: &[String], before: &str, after: &str) -> String {
    if nearest.is_empty() { String::new() } else { format!("{before}{}{after}", nearest.join(", ")) }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Fault {}

/// Ids of `all` that look like `id`: a few at most, the closest first.
pub(crate) fn nearest<'a>(id: &str, all: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut near: Vec<(usize, &str)> = all
        .map(|known| (distance(id, known), known))
        .filter(|(distance, known)| *distance <= known.len().max(id.len()).div_ceil(3))
        .collect();
    near.sort();
    near.into_iter().take(3).map(|(_, known)| known.to_owned()).collect()
}

/// Edits that turn one word into the other, by the usual table of two rows. Long words, which no
/// id is, are far from everything.
fn distance(left: &str, right: &str) -> usize {
    if left.len() > 64 {
        return usize::MAX;
    }
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let swap = corner + usize::from(a != *b);
            corner = row[j + 1];
            row[j + 1] = swap.min(corner + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}
