//! `voced attribute`: what moved a result between two scenarios.

use voced_analysis::attribution;
use voced_analysis::attribution::{Attribution, PAIRS};
use voced_model::{Lang, Quantity, format};
use voced_scenario::{Fault, Problem, named_quantity};

use crate::arguments::{AccountFormat, AttributeOptions};
use crate::columns::{Alignment, aligned};
use crate::{Printed, json, scenario_file};

/// Divides the difference of one number among all that differs.
pub fn answer(options: &AttributeOptions, lang: Lang) -> Printed {
    let resolved_scenarios = [&options.from, &options.to].map(|file| scenario_file::open(file, lang));
    let [Ok(from), Ok(to)] = resolved_scenarios else {
        return Err(resolved_scenarios.into_iter().filter_map(Result::err).flatten().collect());
    };
    let quantity = named_quantity("QUANTITY", &options.quantity).map_err(|fault| vec![fault.message(lang)])?;
    let found = attribution::attribute(&from, &to, quantity, options.year, PAIRS).map_err(|problem| {
        let at = if problem == Problem::OtherArea { "" } else { "YEAR" };
        vec![Fault::new(at, problem).message(lang)]
    })?;
    match options.format {
        AccountFormat::Json => json(&found.report(quantity, options.year)),
        AccountFormat::Table => Ok(table(quantity, &found, lang)),
        AccountFormat::Text => Ok(found.account(&from, &to, quantity, options.year, lang).text(lang) + "\n"),
    }
}

fn table(quantity: Quantity, found: &Attribution, lang: Lang) -> String {
    let shown = |value: f64| format::exact(value, Some(quantity.spec().unit), lang);
    let end = |words: &str, value: f64| [words.to_owned(), shown(value), String::new()];
    let [from, to] = lang.pick(["起点方案", "终点方案"], ["first scenario", "second scenario"]);
    let mut rows = vec![end(from, found.from)];
    for bar in &found.bars {
        let error = if found.orders == 0 { String::new() } else { shown(bar.error) };
        rows.push([bar.factor.name(lang).to_owned(), shown(bar.value), error]);
    }
    rows.push(end(to, found.to));
    let [what, value, error] = lang.pick(["变化来源", "数值", "标准误"], ["what changed", "value", "error"]);
    aligned([(what, Alignment::Left), (value, Alignment::Right), (error, Alignment::Right)], &rows)
}
