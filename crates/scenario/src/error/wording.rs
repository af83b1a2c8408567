//! Faults in words, in both languages: what is wrong, and what is allowed instead.

use std::fmt;

use super::{FEW, Fault, Problem, plain, syntax};
use voced_model::InputId;
use voced_model::format::grouped;
use voced_model::text::Lang;

/// The longest piece of a file that a message repeats, in characters.
const MAX_SHOWN: usize = 60;

/// The most ids that a message lists.
const MOST: usize = 12;

impl Fault {
    /// A fault at a place.
    pub fn new(at: impl Into<String>, problem: Problem) -> Fault {
        Fault { at: at.into(), problem }
    }

    /// The sentence for people, in `lang`, on one line. The English one is also what
    /// [`fmt::Display`] writes.
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
        let at: Vec<String> = self.at.split('.').map(shown).collect();
        let at = at.join(".");
        let mut keys = self.at.split('.').skip_while(|key| *key != "inputs").skip(1);
        match (keys.next().and_then(InputId::find), lang) {
            (Some(input), Lang::Zh) => format!("{}（{at}）", input.spec().name.zh),
            // The page has a list of that name.
            (None, Lang::Zh) if self.at.rsplit('.').next() == Some("horizon") => format!("推演至（{at}）"),
            _ => at,
        }
    }

    fn en(&self) -> String {
        match &self.problem {
            Problem::Syntax { line, column, detail } => {
                format!("not valid JSON at line {line}, column {column}: {}", syntax::words(detail, Lang::En))
            }
            Problem::NoText => {
                "the file is empty; a scenario looks like {\"schema\": 1, \"region\": \"laiwu\"}".to_owned()
            }
            Problem::WrongType { expected, found, allowed } => {
                let allowed = allowed.map_or_else(String::new, |allowed| format!("; {}", allowed.words(Lang::En)));
                format!("expected {}, found {found}{allowed}", expected.en)
            }
            Problem::UnknownKey { key, allowed } => {
                format!("unknown key \"{}\"; allowed: {}", shown(key), allowed.join(", "))
            }
            Problem::OtherKind { key, kind, allowed } => {
                let allowed = allowed.join(", ");
                format!("\"{key}\" does not go with the kind \"{kind}\"; allowed: {allowed}")
            }
            Problem::RepeatedKey { key } => format!("key \"{}\" is given twice; keep one", shown(key)),
            Problem::MissingKey { key: "schema" } => "\"schema\" is missing; write \"schema\": 1".to_owned(),
            Problem::MissingKey { key } => format!("\"{key}\" is missing; it must be given"),
            Problem::UnknownId { what, id, nearest } => {
                format!("no {} has the id \"{}\"{}", what.en, shown(id), hint(nearest, Lang::En))
            }
            Problem::UnknownItem { what, id, nearest, needs } => {
                let (what, needs, hint) = (what.en, needs.en, hint(nearest, Lang::En));
                let new = if hint.is_empty() { "; a" } else { " A" };
                format!("no {what} has the id \"{}\"{hint}{new} new one needs {needs}", shown(id))
            }
            Problem::NotFinite { allowed } => format!("not a finite number; {}", allowed.words(Lang::En)),
            Problem::OutOfRange { value, allowed } => {
                format!("{} is out of range; {}", plain(*value), allowed.words(Lang::En))
            }
            Problem::NotWhole { value, allowed } => {
                format!("{} is not a whole number; {}", plain(*value), allowed.words(Lang::En))
            }
            Problem::PathForScalar { allowed } => {
                format!("takes one number for all years, not a path; {}", allowed.words(Lang::En))
            }
            Problem::EmptyPath => "a path needs at least one year and value, such as {\"2021\": 0.3}".to_owned(),
            Problem::UnsortedPath { year, after } if year == after => {
                format!("the year {year} is given twice; keep one")
            }
            Problem::UnsortedPath { year, after } => {
                format!("the years of a path must rise; {year} stands after {after}")
            }
            Problem::NotAYear { text } => format!("\"{}\" is not a year; allowed 1900 to 2200", shown(text)),
            Problem::NotOneOf { found, allowed } => {
                format!("{} is not allowed; allowed: {}", shown(found), allowed.join(", "))
            }
            Problem::NewerSchema { found, known } => format!(
                "version {} was made by a newer program; this one reads up to version {known}; nothing was changed",
                plain(*found)
            ),
            Problem::UnknownSchema { found, known } => {
                format!("version {} does not exist; allowed: {}", plain(*found), versions(*known, " or "))
            }
            Problem::RegionAndData => {
                "\"region\" (an area that ships) and \"data\" (an area of your own) exclude each other; give one"
                    .to_owned()
            }
            Problem::NoRegion => "no area is named; give \"region\" (one that ships) or \"data\" (your own)".to_owned(),
            Problem::TooLong { length, max } => format!("{length} characters are too many; allowed {max}"),
            Problem::TooMany { count, max } => format!("{count} entries are too many; allowed {max}"),
            Problem::EndBeforeStart { start, end } => {
                format!("the last year {end} is before the first year {start}")
            }
            Problem::OtherArea => "the two scenarios are of different areas; give two of the same area".to_owned(),
            Problem::NoValue => "there is no value in this year, in one of the scenarios or between them".to_owned(),
            Problem::SameInput => "both levers are the same; give two different ones".to_owned(),
            Problem::Switch => "a switch has no levels between off and on; give a lever that has".to_owned(),
            Problem::NoWidth => "the first and the last level are the same; give two different ones".to_owned(),
            Problem::NotPositive { value } => {
                format!("{} is not above 0; give a number above 0, in the unit of the value", plain(*value))
            }
            Problem::ObservedTwice { first } => {
                format!("quantity, year and scope are those of {}; keep one", shown(first))
            }
            Problem::NoTolerance => "an observed 0 needs a \"tolerance\" of its own, above 0".to_owned(),
            Problem::Blank => "there is no text; say it in a few words".to_owned(),
            Problem::NoInput => "no lever is named; give at least one".to_owned(),
            Problem::WholeOnly => {
                "takes whole numbers only and can not be fitted; give a lever with levels between".to_owned()
            }
            Problem::ZeroPath => {
                "is 0 in every year, and a path is fitted by one factor; give one number, or a path that is not 0"
                    .to_owned()
            }
            Problem::NothingObserved => {
                "the area has no observed value in the projected years that the model has a value for".to_owned()
            }
            Problem::More { count } => format!("and {} more", grouped(*count as f64, 0)),
            Problem::RangeAroundValue { low, value, high } => {
                let (low, value, high) = (plain(*low), plain(*value), plain(*high));
                format!(
                    "low must be at most the value and high at least the value; found low {low}, value {value}, high {high}"
                )
            }
        }
    }

    fn zh(&self) -> String {
        match &self.problem {
            Problem::Syntax { line, column, detail } => {
                format!("第{line}行第{column}列不是有效的 JSON：{}", syntax::words(detail, Lang::Zh))
            }
            Problem::NoText => "文件为空；方案形如 {\"schema\": 1, \"region\": \"laiwu\"}".to_owned(),
            Problem::WrongType { expected, found, allowed } => {
                let allowed = allowed.map_or_else(String::new, |allowed| format!("；{}", allowed.words(Lang::Zh)));
                format!("应为{}，实为 {found}{allowed}", expected.zh)
            }
            Problem::UnknownKey { key, allowed } => {
                format!("没有“{}”这一项；可用：{}", shown(key), allowed.join("、"))
            }
            Problem::OtherKind { key, kind, allowed } => {
                let allowed = allowed.join("、");
                format!("“{key}”不用于 \"{kind}\" 类；可用：{allowed}")
            }
            Problem::RepeatedKey { key } => format!("“{}”重复出现，请只保留一个", shown(key)),
            Problem::MissingKey { key: "schema" } => "缺少“schema”；请写 \"schema\": 1".to_owned(),
            Problem::MissingKey { key } => format!("缺少“{key}”，此项必填"),
            Problem::UnknownId { what, id, nearest } => {
                format!("没有编号为“{}”的{}{}", shown(id), what.zh, hint(nearest, Lang::Zh))
            }
            Problem::UnknownItem { what, id, nearest, needs } => {
                let (what, needs, hint) = (what.zh, needs.zh, hint(nearest, Lang::Zh));
                let pause = if hint.is_empty() { "；" } else { "" };
                format!("没有编号为“{}”的{what}{hint}{pause}新增须给出 {needs}", shown(id))
            }
            Problem::NotFinite { allowed } => format!("不是有限的数；{}", allowed.words(Lang::Zh)),
            Problem::OutOfRange { value, allowed } => {
                format!("{} 超出范围；{}", plain(*value), allowed.words(Lang::Zh))
            }
            Problem::NotWhole { value, allowed } => {
                format!("{} 不是整数；{}", plain(*value), allowed.words(Lang::Zh))
            }
            Problem::PathForScalar { allowed } => {
                format!("各年只取同一个数，不能逐年设定；{}", allowed.words(Lang::Zh))
            }
            Problem::EmptyPath => "逐年设定至少需要一个年份和数值，如 {\"2021\": 0.3}".to_owned(),
            Problem::UnsortedPath { year, after } if year == after => format!("年份 {year} 重复，请只保留一个"),
            Problem::UnsortedPath { year, after } => format!("年份应由小到大；{year} 排在 {after} 之后"),
            Problem::NotAYear { text } => format!("“{}”不是年份；允许 1900 至 2200", shown(text)),
            Problem::NotOneOf { found, allowed } => {
                format!("不允许 {}；可用：{}", shown(found), allowed.join("、"))
            }
            Problem::NewerSchema { found, known } => {
                format!("版本 {} 由更新的程序生成，本程序只能读到版本 {known}；未作任何改动", plain(*found))
            }
            Problem::UnknownSchema { found, known } => {
                format!("没有版本 {}；可用：{}", plain(*found), versions(*known, "、"))
            }
            Problem::RegionAndData => "“region”（内置地区）与“data”（自有地区）只能给出一个".to_owned(),
            Problem::NoRegion => "未指明地区；请给出“region”（内置地区）或“data”（自有地区）".to_owned(),
            Problem::TooLong { length, max } => format!("共 {length} 个字符，过长；最多 {max} 个"),
            Problem::TooMany { count, max } => format!("共 {count} 项，过多；最多 {max} 项"),
            Problem::EndBeforeStart { start, end } => format!("结束年份 {end} 早于开始年份 {start}"),
            Problem::OtherArea => "两个方案属于不同地区；请给出同一地区的两个方案".to_owned(),
            Problem::NoValue => "该年在其中一个方案或两者之间没有数值".to_owned(),
            Problem::SameInput => "两个可调项相同；请给出两个不同的可调项".to_owned(),
            Problem::Switch => "开关只有关和开，没有中间取值；请给出可取一系列数值的可调项".to_owned(),
            Problem::NoWidth => "起点和终点相同；请给出两个不同的数".to_owned(),
            Problem::NotPositive { value } => {
                format!("{} 不大于 0；应为大于 0 的数，单位与数值相同", plain(*value))
            }
            Problem::ObservedTwice { first } => format!("指标、年份和口径与 {} 相同，请只保留一个", shown(first)),
            Problem::NoTolerance => "实际数为 0 时须给出“tolerance”（容许误差），且大于 0".to_owned(),
            Problem::Blank => "没有文字；请简要说明".to_owned(),
            Problem::NoInput => "未指明可调项；请至少给出一个".to_owned(),
            Problem::WholeOnly => "只取整数，不能拟合；请给出可取中间值的可调项".to_owned(),
            Problem::ZeroPath => {
                "各年均为 0，而逐年设定按同一倍数拟合；请改为一个数，或给出不为 0 的逐年设定".to_owned()
            }
            Problem::NothingObserved => "该地区在推演年份内没有可与模型结果对照的实际数".to_owned(),
            Problem::More { count } => format!("另有 {} 处错误，不再逐一列出", grouped(*count as f64, 0)),
            Problem::RangeAroundValue { low, value, high } => {
                let (low, value, high) = (plain(*low), plain(*value), plain(*high));
                format!("下限不得大于取值，上限不得小于取值；实为下限 {low}、取值 {value}、上限 {high}")
            }
        }
    }
}

/// The versions of a file, the first to the latest.
fn versions(latest: i32, or: &str) -> String {
    let all: Vec<String> = (1..=latest).map(|version| version.to_string()).collect();
    all.join(or)
}

/// A piece of a file as a message repeats it: short, on one line.
fn shown(text: &str) -> String {
    let mut short = String::new();
    for (i, character) in text.chars().enumerate() {
        if i == MAX_SHOWN {
            short.push('…');
            break;
        }
        if character.is_control() {
            short.extend(character.escape_default());
        } else {
            short.push(character);
        }
    }
    short
}

/// The ids that may have been meant. They may be those of the file itself, so they are shown with
/// the same care as the rest of it.
fn hint(nearest: &[String], lang: Lang) -> String {
    let mut ids: Vec<String> = nearest.iter().take(MOST).map(|id| shown(id)).collect();
    if nearest.len() > MOST {
        ids.push("…".to_owned());
    }
    match (nearest.len(), lang) {
        (0, _) => String::new(),
        (1..=FEW, Lang::En) => format!("; did you mean {}?", ids.join(" or ")),
        (1..=FEW, Lang::Zh) => format!("；是否指 {}？", ids.join(" 或 ")),
        (_, Lang::En) => format!("; allowed: {}", ids.join(", ")),
        (_, Lang::Zh) => format!("；可用：{}", ids.join("、")),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for Fault {}
