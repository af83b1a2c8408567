//! The cells of one subject become a value, a path, or values of several years.

use std::collections::BTreeMap;

use voced_model::InputId;
use voced_model::inputs::{Role as Use, Shape};
use voced_scenario::PathValue;

use crate::dry_run::ReadCell;
use crate::names::pair_of;
use crate::remark::Remark;

/// What the cells of an input give.
#[derive(Debug, PartialEq)]
pub(crate) struct Series {
    /// Its value; nothing where there is none of the base year.
    pub(crate) value: Option<(PathValue, Vec<ReadCell>)>,
    /// Values of other years, which belong to the result that the input is the base year of.
    pub(crate) observed: Vec<ReadCell>,
    pub(crate) remarks: Vec<Remark>,
    /// Where a value of the base year is missing and no other can stand for it: the years that are there.
    pub(crate) only: Option<Vec<i32>>,
}

/// Makes a value of an input's cells, one a year at most; those without a year are of the base year.
pub(crate) fn series(input: InputId, cells: Vec<ReadCell>, base_year: Option<i32>) -> Series {
    let spec = input.spec();
    let pair = pair_of(input);
    let is_path = spec.shape == Shape::Path && pair.is_none_or(|pair| pair.plans);
    let mut years: BTreeMap<i32, ReadCell> = BTreeMap::new();
    let mut of_base = None;
    for cell in cells {
        match cell.year.filter(|year| Some(*year) != base_year) {
            Some(year) => drop(years.insert(year, cell)),
            None => of_base = Some(cell),
        }
    }
    let mut series = Series { value: None, observed: Vec::new(), remarks: Vec::new(), only: None };
    if pair.is_some() {
        let later = |year: &i32| is_path && base_year.is_some_and(|base_year| *year > base_year);
        let observed: Vec<i32> = years.keys().copied().filter(|year| !later(year)).collect();
        series.observed.extend(observed.iter().filter_map(|year| years.remove(year)));
    }
    if is_path && !years.is_empty() {
        path(&mut series, of_base, years, base_year);
        return series;
    }
    let others: Vec<i32> = years.keys().copied().collect();
    if let Some(cell) = of_base {
        if !others.is_empty() {
            let base_year = cell.year.or(base_year).unwrap_or_default();
            series.remarks.push(Remark::OfBaseYear { base_year, others });
        }
        series.value = Some((PathValue::Constant(cell.value), vec![cell]));
        return series;
    }
    // Without a base year the last one stands for it until one is given.
    let before = years.range(..=base_year.unwrap_or(i32::MAX)).next_back().map(|(year, _)| *year);
    let Some(year) = before.or(others.first().copied()) else { return series };
    if let Some(base_year) = base_year {
        if spec.role == Use::Base {
            series.only = Some(others);
            return series;
        }
        series.remarks.push(Remark::OfOtherYear { year, base_year });
    }
    if let Some(cell) = years.remove(&year) {
        series.value = Some((PathValue::Constant(cell.value), vec![cell]));
    }
    series
}

/// Yearly values of a path: those from the base year on, and the last one before it where it has none.
fn path(series: &mut Series, of_base: Option<ReadCell>, mut years: BTreeMap<i32, ReadCell>, base_year: Option<i32>) {
    if let Some(base_year) = base_year {
        let has_base = of_base.is_some();
        years.extend(of_base.map(|cell| (base_year, cell)));
        let mut before: Vec<i32> = years.range(..base_year).map(|(year, _)| *year).collect();
        let stands_in = if has_base { None } else { before.pop() };
        before.iter().for_each(|year| drop(years.remove(year)));
        if !before.is_empty() {
            series.remarks.push(Remark::BeforeBaseYear { years: before });
        }
        let first = years.keys().next().copied();
        if let Some(year) = stands_in.or(first.filter(|_| years.len() == 1)).filter(|year| *year != base_year) {
            series.remarks.push(Remark::OfOtherYear { year, base_year });
        }
    } else if let Some(cell) = of_base {
        series.value = Some((PathValue::Constant(cell.value), vec![cell]));
        return;
    }
    let points: Vec<(i32, f64)> = years.iter().map(|(year, cell)| (*year, cell.value)).collect();
    let cells: Vec<ReadCell> = years.into_values().collect();
    let value = match points.first() {
        Some((_, first)) if points.iter().all(|(_, value)| value == first) => PathValue::Constant(*first),
        _ => PathValue::Points(points),
    };
    series.value = Some((value, cells));
}
