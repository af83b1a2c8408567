//! `voced grid`: one number over the levels of two levers.

use voced_analysis::sensitivity;
use voced_analysis::sensitivity::{Axis, Grid, GridQuestion};
use voced_model::{InputId, Lang, format};
use voced_scenario::{Fault, ResolvedScenario, named_input, named_quantity};

use crate::arguments::{GridOptions, ListFormat};
use crate::columns::{Alignment, aligned};
use crate::{Printed, json, scenario_file, typed_number};

/// Runs the equations at every pair of levels.
pub fn answer(options: &GridOptions, lang: Lang) -> Printed {
    let resolved = scenario_file::open(&options.file, lang)?;
    let said = |faults: Vec<Fault>| -> Vec<String> { faults.iter().map(|fault| fault.message(lang)).collect() };
    let question = asked(options, lang)?;
    let option = |fault: Fault| Fault { at: format!("--{}", fault.at), ..fault };
    let found =
        sensitivity::grid(&resolved, &question).map_err(|faults| said(faults.into_iter().map(option).collect()))?;
    match options.format {
        ListFormat::Json => json(&found.report(&question)),
        ListFormat::Table => Ok(table(&resolved, &question, &found, lang)),
    }
}

/// The question, or every id that does not exist and every end that is no number.
fn asked(options: &GridOptions, lang: Lang) -> Result<GridQuestion, Vec<String>> {
    let x = named_input("--x", &options.x);
    let y = named_input("--y", &options.y);
    let quantity = named_quantity("--quantity", &options.quantity);
    let (x, y, quantity) = match (x, y, quantity) {
        (Ok(x), Ok(y), Ok(quantity)) => (x, y, quantity),
        (x, y, quantity) => {
            let faults = [x.err(), y.err(), quantity.err()].into_iter().flatten();
            return Err(faults.map(|fault| fault.message(lang)).collect());
        }
    };
    let mut faults = Vec::new();
    let mut axis = |at: &str, input: InputId, ends: Option<&[String]>, levels| {
        let mut end = |text: &String| {
            typed_number::read(at, text, Some(input.spec().unit), lang).map_err(|line| faults.push(line)).ok()
        };
        let ends = ends.and_then(|ends| Some((ends.first().map(&mut end)?, ends.last().map(&mut end)?)));
        Axis { input, ends: ends.and_then(|(first, last)| first.zip(last)), levels }
    };
    let x = axis("--x-ends", x, options.x_ends.as_deref(), options.columns);
    let y = axis("--y-ends", y, options.y_ends.as_deref(), options.rows);
    if faults.is_empty() { Ok(GridQuestion { x, y, quantity, year: options.year }) } else { Err(faults) }
}

fn table(resolved: &ResolvedScenario, question: &GridQuestion, found: &Grid, lang: Lang) -> String {
    let quantity = question.quantity.spec();
    let result = |value: Option<f64>| format::exact(value.unwrap_or(f64::NAN), Some(quantity.unit), lang);
    let level = |input: InputId, level: f64| format::exact(level, Some(input.spec().unit), lang);
    let name = |input: InputId| input.spec().name.get(lang);
    let (year, what) = (question.year, quantity.name.get(lang));
    let area = resolved.scenario.area().name.get(lang);
    let title = lang.pick(format!("{year}年{what}（{area}）"), format!("{what} in {year} ({area})"));
    let heading = format!("{title}\n{} → × {} ↓\n\n", name(found.x.input), name(found.y.input));
    let titles: Vec<String> = found.x.levels.iter().map(|at| level(found.x.input, *at)).collect();
    let head: Vec<(&str, Alignment)> =
        std::iter::once("").chain(titles.iter().map(String::as_str)).map(|title| (title, Alignment::Right)).collect();
    let row = |(row, at): (usize, &f64)| -> Vec<String> {
        let cells = (0..titles.len()).map(|column| result(found.value(column, row)));
        std::iter::once(level(found.y.input, *at)).chain(cells).collect()
    };
    let rows: Vec<Vec<String>> = found.y.levels.iter().enumerate().map(row).collect();
    heading + &aligned(head, &rows)
}
