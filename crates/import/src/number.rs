//! The number of a cell, with the unit that its table gives it: read by [`voced_model::typed`], which takes one
//! meaning or none.

use voced_model::inputs::Shape;
use voced_model::typed::{self, Bare, plain};
use voced_model::{Allowed, InputId, Style, Unit, format};

use crate::fault::{CellProblem, Reading};
use crate::grid::{GridCell, Held};
use crate::heading_unit::HeadingUnit;
use crate::key::key;
use crate::layout::Units;
use crate::subject::Subject;

/// A number and how it is written.
#[derive(Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    pub(crate) written: String,
}

/// Why there is none, and what it may be.
#[derive(Debug, PartialEq)]
pub(crate) struct Wrong {
    pub(crate) problem: CellProblem,
    pub(crate) readings: Vec<Reading>,
}

impl From<CellProblem> for Wrong {
    fn from(problem: CellProblem) -> Wrong {
        Wrong { problem, readings: Vec::new() }
    }
}

/// 万.
const TEN_THOUSAND: f64 = 1e4;

/// The numbers an observed value may be, as area files have it.
const OBSERVED: (f64, f64) = (-1e18, 1e18);

/// What numbers of a subject are allowed.
pub(crate) fn allowed(subject: Subject) -> Allowed {
    match subject {
        Subject::Input(input) => input.spec().allowed(),
        Subject::Quantity(quantity) => Allowed::of(OBSERVED, Some(quantity.spec().unit)),
    }
}

/// A number as a text that means it under any heading: `30%`, `3500000元`.
pub(crate) fn explicit(value: f64, unit: Unit) -> String {
    match unit.style() {
        Style::Percent => format!("{}%", format::field(value, unit)),
        Style::Decimal | Style::Switch => value.to_string(),
        Style::Year => format!("{value}年"),
        Style::Money | Style::Count => {
            let words = unit.words().zh;
            format!("{value}{}", words.split_once('/').map_or(words, |(counted, _)| counted))
        }
    }
}

/// Reads the number of a cell.
pub(crate) fn read(cell: &GridCell, subject: Subject, units: &Units) -> Result<Number, Wrong> {
    let switch = match subject {
        Subject::Input(input) if input.spec().shape == Shape::Switch => Some(input),
        _ => None,
    };
    if let Some(input) = switch {
        let value = state(cell, input).ok_or(CellProblem::NoState(input))?;
        return Ok(Number { value, written: cell.written.clone() });
    }
    let unit = subject.unit();
    let number = match cell.held {
        Held::Error => return Err(CellProblem::Error.into()),
        Held::NoResult => return Err(CellProblem::NoResult.into()),
        Held::Date(year) if unit.style() == Style::Year => {
            Number { value: f64::from(year), written: cell.written.clone() }
        }
        Held::Truth(_) | Held::Date(_) | Held::Nothing => return Err(CellProblem::NoNumber.into()),
        // The digits of a percent cell are read as they are stored, so that nothing is rounded.
        Held::Number(number, true) => typed_number(cell, &format!("{number}e2%"), subject, None)?,
        Held::Number(_, false) | Held::NumberText | Held::Text => of_text(cell, subject, units)?,
    };
    let allowed = allowed(subject);
    match allowed.refuses(number.value) {
        None => Ok(number),
        Some(_) => {
            // What is in 万 elsewhere may be meant so here.
            let is_scaled = matches!(unit.style(), Style::Money | Style::Count) && number.value != 0.0;
            let scaled = [number.value * TEN_THOUSAND, number.value / TEN_THOUSAND];
            let fits = |value: &f64| is_scaled && allowed.refuses(*value).is_none();
            let readings = scaled.into_iter().filter(fits).map(|value| reading(value, unit)).collect();
            Err(Wrong { problem: CellProblem::NotAllowed { value: number.value, allowed }, readings })
        }
    }
}

/// The state of a switch, by number or word.
fn state(cell: &GridCell, input: InputId) -> Option<f64> {
    const ON: [&str; 8] = ["1", "是", "开", "启用", "有", "on", "yes", "true"];
    const OFF: [&str; 9] = ["0", "否", "关", "不启用", "无", "未启用", "off", "no", "false"];
    match cell.held {
        Held::Truth(truth) => return Some(f64::from(u8::from(truth))),
        Held::Number(number, false) => return [0.0, 1.0].into_iter().find(|state| *state == number),
        _ => {}
    }
    let word = key(&cell.written);
    let is = |on: bool, words: &[&str]| {
        let state = input.spec().state(on);
        words.contains(&word.as_str()) || [state.zh, state.en].iter().any(|state| key(state) == word)
    };
    if is(true, &ON) {
        Some(1.0)
    } else if is(false, &OFF) {
        Some(0.0)
    } else {
        None
    }
}

/// What stands behind the digits of a number.
fn tail(text: &str) -> &str {
    let is_before = |c: char| matches!(c, '+' | '-' | '¥' | ' ');
    let text = text.trim_start_matches(is_before);
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'' | '’' | '_');
    text.trim_start_matches(is_digit).trim()
}

fn of_text(cell: &GridCell, subject: Subject, units: &Units) -> Result<Number, Wrong> {
    let unit = subject.unit();
    let text = plain(&cell.written);
    let own = HeadingUnit::parse(tail(&text));
    if cell.corrected && own.is_some() {
        return typed_number(cell, &text, subject, None);
    }
    let given = match given(units, unit) {
        Ok(given) => given,
        Err(Given::Two(units)) => return Err(CellProblem::TwoUnits { units }.into()),
        Err(Given::Other(other)) => return Err(CellProblem::OtherUnit { unit: other }.into()),
        // 万元 of a whole table may or may not be meant for what each student gets.
        Err(Given::OfWhole(table)) if own.is_none() => {
            let scaled = format!("{text}e{}", table.zeros);
            let both = [&text, &scaled].map(|text| typed_number(cell, text, subject, None).map(|number| number.value));
            let readings = both.into_iter().flatten().map(|value| reading(value, unit)).collect();
            return Err(Wrong { problem: CellProblem::UnitOfTable { unit: table.text }, readings });
        }
        Err(Given::OfWhole(_)) => None,
    };
    let Some(given) = given else { return typed_number(cell, &text, subject, None) };
    if given.is_percent() {
        // Below a heading of % many write 0.3 for 30 % all the same: what a bare number could be is asked there too.
        let asks = typed::read(&text, unit, Bare::Percent).is_err();
        let marked = if own.is_none() && !asks { format!("{text}%") } else { text };
        return typed_number(cell, &marked, subject, Some(&given));
    }
    if given.zeros == 0 {
        return typed_number(cell, &text, subject, Some(&given));
    }
    let own_zeros = own.map(|own| own.zeros).or_else(|| scaled(tail(&text)));
    match own_zeros {
        None => typed_number(cell, &format!("{text}e{}", given.zeros), subject, Some(&given)),
        Some(zeros) if zeros == given.zeros => typed_number(cell, &text, subject, None),
        Some(_) => {
            let value = typed_number(cell, &text, subject, None)?.value;
            let more = (0..given.zeros).fold(value, |value, _| value * 10.0);
            let readings = [value, more].map(|value| reading(value, unit)).to_vec();
            Err(Wrong { problem: CellProblem::TwoScales { unit: given.text }, readings })
        }
    }
}

/// The zeros of the first scale in what stands behind the digits: `3万5千`.
fn scaled(tail: &str) -> Option<u32> {
    match tail.chars().next()? {
        '百' => Some(2),
        '千' | 'k' | 'K' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}

/// What keeps the unit of a table from being one.
enum Given {
    Two([String; 2]),
    Other(String),
    OfWhole(HeadingUnit),
}

/// The unit that a table gives a number of `unit`: the row's before the column's, and those before the table's.
fn given(units: &Units, unit: Unit) -> Result<Option<HeadingUnit>, Given> {
    let near: Vec<&HeadingUnit> = units.row.iter().chain(&units.column).collect();
    if let [one, other] = near.as_slice()
        && one.fits(unit)
        && other.fits(unit)
        && (one.zeros != other.zeros || one.is_percent() != other.is_percent())
    {
        return Err(Given::Two([one.text.clone(), other.text.clone()]));
    }
    if let Some(fits) = near.iter().find(|given| given.fits(unit)) {
        return Ok(Some((*fits).clone()));
    }
    if let Some(other) = near.first() {
        return Err(Given::Other(other.text.clone()));
    }
    let mut fitting = units.table.iter().filter(|given| given.fits(unit));
    let Some(first) = fitting.next() else { return Ok(None) };
    if let Some(other) = fitting.find(|other| other.zeros != first.zeros) {
        return Err(Given::Two([first.text.clone(), other.text.clone()]));
    }
    if first.is_of_whole(unit) { Err(Given::OfWhole(first.clone())) } else { Ok(Some(first.clone())) }
}

fn reading(value: f64, unit: Unit) -> Reading {
    Reading { value: Some(value), text: explicit(value, unit) }
}

/// Reads a text whole.
fn typed_number(cell: &GridCell, text: &str, subject: Subject, given: Option<&HeadingUnit>) -> Result<Number, Wrong> {
    let unit = subject.unit();
    match typed::read(text, unit, Bare::Percent) {
        Ok(value) => {
            let bare = given.filter(|_| tail(&plain(&cell.written)).is_empty());
            let written = bare.map_or_else(|| cell.written.clone(), |unit| format!("{} {}", cell.written, unit.text));
            Ok(Number { value, written })
        }
        Err(_) => {
            let refusal = typed::refusal(text, unit, Bare::Percent);
            let bounds = allowed(subject);
            let all = &refusal.readings;
            let fitting: Vec<f64> = all.iter().copied().filter(|value| bounds.refuses(*value).is_none()).collect();
            let offered = if fitting.is_empty() { all.clone() } else { fitting };
            let readings = offered.into_iter().map(|value| reading(value, unit)).collect();
            Err(Wrong { problem: CellProblem::Typed(refusal), readings })
        }
    }
}

#[cfg(test)]
mod tests {
    use voced_tables::Place;

    use super::*;

    fn cell(written: &str, corrected: bool) -> GridCell {
        let number = written.parse::<f64>().map(|number| Held::Number(number, false)).unwrap_or(Held::NumberText);
        GridCell { place: Place { row: 0, column: 0 }, held: number, written: written.to_owned(), corrected }
    }

    fn column(unit: &str) -> Units {
        Units { column: HeadingUnit::parse(unit), ..Units::default() }
    }

    fn input(id: &str) -> Subject {
        Subject::Input(InputId::find(id).expect("an input"))
    }

    fn value(written: &str, id: &str, unit: &str) -> Result<f64, Vec<String>> {
        read(&cell(written, false), input(id), &column(unit))
            .map(|number| number.value)
            .map_err(|wrong| wrong.readings.into_iter().map(|reading| reading.text).collect())
    }

    #[test]
    fn units_of_headings_go_with_bare_numbers() {
        assert_eq!(value("350", "education_spending", "万元"), Ok(3_500_000.0));
        assert_eq!(value("１,２３４.5", "education_spending", "万元"), Ok(12_345_000.0));
        assert_eq!(value("350", "education_spending", "元"), Ok(350.0));
        assert_eq!(value("0.52", "junior_graduates", "万人"), Ok(5200.0));
        assert_eq!(value("0", "vocational_share", "%"), Ok(0.0));
        assert_eq!(value("30", "vocational_share", "%"), Ok(0.3));
        assert_eq!(value("30", "vocational_share", ""), Ok(0.3));
        assert_eq!(value("30%", "vocational_share", "%"), Ok(0.3));
    }

    #[test]
    fn what_could_mean_two_things_is_asked() {
        assert_eq!(value("0.3", "vocational_share", ""), Err(vec!["30%".to_owned(), "0.3%".to_owned()]));
        assert_eq!(value("0.3", "vocational_share", "%"), Err(vec!["30%".to_owned(), "0.3%".to_owned()]));
        assert_eq!(value("3亿", "education_spending", "万元").map_err(|texts| texts.len()), Err(2));
        assert_eq!(value("350万元", "education_spending", "万元"), Ok(3_500_000.0));
        assert_eq!(value("3,5", "education_spending", "万元"), Err(vec!["35000元".to_owned(), "350000元".to_owned()]));
        assert_eq!(value("350", "junior_graduates", "万元"), Err(vec![]));
    }

    #[test]
    fn a_reading_as_a_correction_means_just_that() {
        for (written, id, unit) in [
            ("0.3", "vocational_share", ""),
            ("3亿", "education_spending", "万元"),
            ("3,5", "education_spending", "万元"),
        ] {
            let wrong = read(&cell(written, false), input(id), &column(unit)).expect_err(written);
            for reading in wrong.readings {
                let read = read(&cell(&reading.text, true), input(id), &column(unit)).map(|number| Some(number.value));
                assert_eq!(read, Ok(reading.value), "{}", reading.text);
            }
        }
    }

    #[test]
    fn percent_cells_are_exact() {
        let percent = GridCell { held: Held::Number(0.29, true), ..cell("29%", false) };
        assert_eq!(read(&percent, input("vocational_share"), &Units::default()).map(|number| number.value), Ok(0.29));
    }

    #[test]
    fn switches_take_words() {
        let mut on = cell("启用", false);
        on.held = Held::Text;
        assert_eq!(read(&on, input("seat_limit"), &Units::default()).map(|number| number.value), Ok(1.0));
        on.written = "随学生数".to_owned();
        assert_eq!(read(&on, input("quota_rule"), &Units::default()).map(|number| number.value), Ok(0.0));
    }
}
