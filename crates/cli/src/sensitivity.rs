//! `voced sensitivity`: which uncertain input carries a result.

use voced_analysis::sensitivity::{MAX_ROWS, Sobol, Swing};
use voced_analysis::uncertainty::Uncertain;
use voced_analysis::{sensitivity, uncertainty};
use voced_model::{Allowed, Lang, Quantity, format};
use voced_scenario::{Fault, Problem, ResolvedScenario};

use crate::arguments::{ListFormat, SensitivityOptions};
use crate::columns::{Alignment, aligned};
use crate::{Printed, cell, json, scenario_file};

/// Swings of one number of a projection, and its Sobol indices where they are asked for.
pub fn answer(options: &SensitivityOptions, lang: Lang) -> Printed {
    let resolved = scenario_file::open(&options.file, lang)?;
    let allowed = Allowed { min: 1.0, max: f64::from(MAX_ROWS), whole: true, unit: None };
    let rows = options.sobol.and_then(|rows| Problem::of(&allowed, f64::from(rows)));
    let rows = rows.map(|problem| Fault::new("--sobol", problem).message(lang));
    let cell = cell::find(&resolved, &options.quantity, options.year, lang);
    let (quantity, t) = match (cell, rows) {
        (Ok(cell), None) => cell,
        (cell, rows) => return Err(cell.err().unwrap_or_default().into_iter().chain(rows).collect()),
    };
    let swings = sensitivity::swings(&resolved, quantity, t);
    let sobol = options.sobol.map(|rows| sensitivity::sobol_indices(&resolved, quantity, t, rows));
    match options.format {
        ListFormat::Json => json(&sensitivity::sensitivity_report(&resolved, quantity, t, &swings, sobol.as_ref())),
        ListFormat::Table => Ok(table(&resolved, quantity, &swings, sobol.as_ref(), lang)),
    }
}

fn table(
    resolved: &ResolvedScenario,
    quantity: Quantity,
    swings: &[Swing],
    sobol: Option<&Sobol>,
    lang: Lang,
) -> String {
    let shown = |value: f64| format::exact(value, Some(quantity.spec().unit), lang);
    let named = |input: &Uncertain| {
        let spec = input.input.spec();
        let level = |value: f64| format::exact(value, Some(spec.unit), lang);
        (spec.name.get(lang).to_owned(), level(input.low), level(input.high))
    };
    let rows: Vec<[String; 5]> = swings
        .iter()
        .map(|swing| {
            let (name, low, high) = named(&swing.input);
            [name, low, high, shown(swing.low), shown(swing.high)]
        })
        .collect();
    let [name, low, high, at_low, at_high] = lang.pick(
        ["可调项", "下限", "上限", "取下限时的结果", "取上限时的结果"],
        ["lever", "low", "high", "result at low", "result at high"],
    );
    let right = Alignment::Right;
    let head = [(name, Alignment::Left), (low, right), (high, right), (at_low, right), (at_high, right)];
    let mut text = aligned(head, &rows);
    let Some(sobol) = sobol else { return text };
    let rows: Vec<[String; 5]> = uncertainty::uncertain(resolved)
        .iter()
        .zip(&sobol.indices)
        .map(|(input, (first, total))| {
            let numbers = [first.value, first.error, total.value, total.error].map(|value| format!("{value:.4}"));
            let [first, first_error, total, total_error] = numbers;
            [named(input).0, first, first_error, total, total_error]
        })
        .collect();
    let [first, total, error] = lang.pick(["一阶", "总", "标准误"], ["first order", "total", "error"]);
    let head = [(name, Alignment::Left), (first, right), (error, right), (total, right), (error, right)];
    text.push('\n');
    text + &aligned(head, &rows)
}
