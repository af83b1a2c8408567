//! `voced calibrate`: inputs fitted to the observed values of an area.

use voced_analysis::calibration;
use voced_analysis::calibration::{Calibration, FittedInput, FittedValue};
use voced_model::{Course, InputId, Lang, format};
use voced_scenario::{Area, AreaRef, Fault, Layer, Observed, PathValue, ResolvedScenario, Scenario, named_input};

use crate::arguments::{CalibrateOptions, ListFormat};
use crate::columns::{Alignment, aligned};
use crate::{Printed, json, scenario_file};

/// Fits the inputs that are named.
pub fn answer(options: &CalibrateOptions, lang: Lang) -> Printed {
    let resolved = open(&options.scenario, lang)?;
    let said = |faults: Vec<Fault>| -> Vec<String> { faults.iter().map(|fault| fault.message(lang)).collect() };
    let (known, unknown): (Vec<_>, Vec<_>) =
        options.inputs.iter().map(|id| named_input("--inputs", id)).partition(Result::is_ok);
    if !unknown.is_empty() {
        return Err(said(unknown.into_iter().filter_map(Result::err).collect()));
    }
    let inputs: Vec<InputId> = known.into_iter().flatten().collect();
    let named = |fault: Fault| {
        let place = fault.at.strip_prefix("inputs.").and_then(|place| place.parse::<usize>().ok());
        let input = place.and_then(|place| inputs.get(place)).map(|input| format!("--inputs {}", input.id()));
        Fault { at: input.unwrap_or_else(|| options.scenario.clone()), ..fault }
    };
    let found =
        calibration::calibrate(&resolved, &inputs).map_err(|faults| said(faults.into_iter().map(named).collect()))?;
    match options.format {
        ListFormat::Json => json(&found.report(&resolved)),
        ListFormat::Table => Ok(tables(&resolved, &found, lang)),
    }
}

/// The plan of an area that ships, or what a file holds.
fn open(scenario: &str, lang: Lang) -> Result<ResolvedScenario, Vec<String>> {
    if !Area::ids().any(|id| id == scenario) {
        return scenario_file::open(scenario, lang);
    }
    let place = AreaRef::shipped(scenario);
    let resolved = place.and_then(|place| Scenario::new(place, Layer::Plan).resolve());
    resolved.map_err(|faults| faults.iter().map(|fault| fault.message(lang)).collect())
}

fn tables(resolved: &ResolvedScenario, found: &Calibration, lang: Lang) -> String {
    let left = Alignment::Left;
    let right = Alignment::Right;
    let [name, before, after, told] =
        lang.pick(["可调项", "拟合前", "拟合后", "数据提供的信息"], ["lever", "before", "after", "told by the data"]);
    let head = [(name, left), (before, right), (after, right), (told, right), ("", left)];
    let rows: Vec<[String; 5]> = found.inputs.iter().map(|fitted| input_row(resolved, fitted, lang)).collect();
    let mut text = aligned(head, &rows);
    let [quantity, year, observed, before, after, left_out] = lang.pick(
        ["结果指标", "年份", "实际数", "拟合前误差", "拟合后误差", "不用该数拟合时的误差"],
        ["quantity", "year", "observed", "error before", "error after", "error if left out"],
    );
    let head = [(quantity, left), (year, right), (observed, right), (before, right), (after, right), (left_out, right)];
    let rows: Vec<[String; 6]> =
        calibration::fitted(resolved, found).map(|(value, seen)| value_row(value, seen, lang)).collect();
    text.push('\n');
    text += &aligned(head, &rows);
    let said = lang.pick(
        "误差平方和（以容许误差计，拟合后含可调项的移动）",
        "sum of squares, in tolerances (after: moves of the levers included)",
    );
    text + &format!("\n{said}: {:.4} → {:.4}\n", found.before, found.after)
}

fn input_row(resolved: &ResolvedScenario, fitted: &FittedInput, lang: Lang) -> [String; 5] {
    let spec = fitted.input.spec();
    let value = |value: &PathValue| {
        let years: Vec<(i32, f64)> =
            resolved.years().map(|year| (year, value.at(resolved.base_year(), year))).collect();
        let course = Course::of(&years, |level| format::exact(level, Some(spec.unit), lang));
        course.same().map_or_else(|| course.brief(resolved.scenario.horizon, lang), str::to_owned)
    };
    let mark = match (fitted.is_untold(), fitted.at_bound) {
        (true, _) => lang.pick("数据未能说明", "the data say nothing"),
        (false, true) => lang.pick("已到界限", "at its bound"),
        (false, false) => "",
    };
    let name = spec.name.get(lang).to_owned();
    [name, value(&fitted.before), value(&fitted.after), format!("{:.0} %", fitted.told * 100.0), mark.to_owned()]
}

fn value_row(value: &FittedValue, seen: &Observed, lang: Lang) -> [String; 6] {
    let spec = seen.quantity.spec();
    let number = |number: f64| format::exact(number, Some(spec.unit), lang);
    [
        spec.name.get(lang).to_owned(),
        seen.year.to_string(),
        number(seen.value),
        number(value.before),
        number(value.after),
        number(value.left_out.unwrap_or(f64::NAN)),
    ]
}
