//! `voced grid`: one number over the levels of two levers.

use voced_sim::sensitivity::{Axis, Grid, GridQuestion};
use voced_sim::{Fault, InputId, Lang, Quantity, World, format};

use crate::arguments::{GridOptions, ListFormat};
use crate::columns::{Side, aligned};
use crate::{Answer, json, scenario_file};

/// Runs the equations at every pair of levels.
pub fn answer(options: &GridOptions, lang: Lang) -> Answer {
    let world = scenario_file::open(&options.file, lang)?;
    let said = |faults: Vec<Fault>| -> Vec<String> { faults.iter().map(|fault| fault.message(lang)).collect() };
    let question = asked(options).map_err(said)?;
    let option = |fault: Fault| Fault { at: format!("--{}", fault.at), ..fault };
    let found = world.grid(&question).map_err(|faults| said(faults.into_iter().map(option).collect()))?;
    match options.format {
        ListFormat::Json => json(&found.report(&question)),
        ListFormat::Table => Ok(table(&world, &question, &found, lang)),
    }
}

/// The question, or every id that does not exist.
fn asked(options: &GridOptions) -> Result<GridQuestion, Vec<Fault>> {
    let x = InputId::named("--x", &options.x);
    let y = InputId::named("--y", &options.y);
    let quantity = Quantity::named("--quantity", &options.quantity);
    match (x, y, quantity) {
        (Ok(x), Ok(y), Ok(quantity)) => {
            let axis = |input, ends: Option<&[f64]>, levels| {
                let ends = ends.and_then(|ends| Some((*ends.first()?, *ends.last()?)));
                Axis { input, ends, levels }
            };
            Ok(GridQuestion {
                x: axis(x, options.x_ends.as_deref(), options.columns),
                y: axis(y, options.y_ends.as_deref(), options.rows),
                quantity,
                year: options.year,
            })
        }
        (x, y, quantity) => Err([x.err(), y.err(), quantity.err()].into_iter().flatten().collect()),
    }
}

fn table(world: &World, question: &GridQuestion, found: &Grid, lang: Lang) -> String {
    let quantity = question.quantity.spec();
    let result = |value: Option<f64>| format::exact(value.unwrap_or(f64::NAN), Some(quantity.unit), lang);
    let level = |input: InputId, level: f64| format::exact(level, Some(input.spec().unit), lang);
    let name = |input: InputId| input.spec().name.get(lang);
    let (year, what) = (question.year, quantity.name.get(lang));
    let area = world.scenario.region().name.get(lang);
    let title = lang.pick(format!("{year}年{what}（{area}）"), format!("{what} in {year} ({area})"));
    let heading = format!("{title}\n{} → × {} ↓\n\n", name(found.x.input), name(found.y.input));
    let titles: Vec<String> = found.x.levels.iter().map(|at| level(found.x.input, *at)).collect();
    let head: Vec<(&str, Side)> =
        std::iter::once("").chain(titles.iter().map(String::as_str)).map(|title| (title, Side::Right)).collect();
    let row = |(row, at): (usize, &f64)| -> Vec<String> {
        let cells = (0..titles.len()).map(|column| result(found.value(column, row)));
        std::iter::once(level(found.y.input, *at)).chain(cells).collect()
    };
    let rows: Vec<Vec<String>> = found.y.levels.iter().enumerate().map(row).collect();
    heading + &aligned(head, &rows)
}
